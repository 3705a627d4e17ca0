"""How fast an account's reports grow unlike, and what those of a day share that hardly any other has."""

from __future__ import annotations

from datetime import date, timedelta

from wirecopy.judgements.dating.pace import BRISK, HANDFUL, LASTING, LEAST, fades, nearness, pace_of
from wirecopy.judgements.dating.rarities import rarities
from wirecopy.judgements.weights import Worded

START = date(2021, 3, 1)


def day(number: int) -> tuple[date, date]:
    return (START + timedelta(number),) * 2


def test_many_stories_are_brisk_and_one_crisis_lasts() -> None:
    pairs = {str(n): day(n // 2 * 4) for n in range(12)}
    assert pace_of({str(n): {f"story{n // 2}": 1.0} for n in range(12)}, pairs, {}) == BRISK
    weeks = {str(n): day(n * 6) for n in range(24)}
    crisis = {str(n): {f"phase{n // 4}": 0.6, f"stage{(n + 2) // 4}": 0.6, str(n): 0.5} for n in range(24)}
    assert pace_of(crisis, weeks, {}) == LASTING


def test_a_handful_of_reports_cannot_tell() -> None:
    few = {str(n): {"crisis": 1.0} for n in range(LEAST - 1)}
    assert pace_of(few, {one: day(3 * int(one)) for one in few}, {}) == HANDFUL


def test_nearness_falls_with_the_days_between() -> None:
    days = [START + timedelta(n) for n in (10, 11, 14, 40)]
    for pace in (HANDFUL, BRISK, LASTING):
        found = nearness([(0.5, day(10))], fades([day(10)], days, pace), pace)
        assert found == sorted(found, reverse=True)


def test_a_rare_word_draws_reports_together() -> None:
    words = {
        "old": ["harbour", "ferry"],
        "new": ["vaquita", "ferry"],
        "undated": ["vaquita", "ferry"],
        "last": ["mill"],
    }
    reports = {one: Worded(one, (), dict.fromkeys(found, 4.5)) for one, found in words.items()}
    known = rarities(reports, {"old": day(0), "new": day(30), "last": day(60)}, {})
    fits = known.weights("undated", [START, START + timedelta(30)], LASTING)
    assert fits[START + timedelta(30)] > fits[START]
