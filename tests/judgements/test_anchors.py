"""What an undated and a dated report both tell of one occasion: a table of pairs, and how several agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest

import wirecopy
from wirecopy.judgements.dating import speaking
from wirecopy.judgements.dating.anchors import Anchor, Anchors, anchors
from wirecopy.judgements.dating.sentences import lines_of
from wirecopy.judgements.weights import worded
from wirecopy.model import Read

FIRST, LAST = date(2017, 2, 1), date(2017, 4, 30)
WINDOW = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]


def held(undated: str, dated: Sequence[tuple[str, date]], origins: Mapping[str, str] | None = None) -> list[Anchor]:
    """The anchors of a text among others, whose ids are their places; its own is "0"."""
    texts = [(undated, None), *dated]
    readings = [
        wirecopy.read(text, published=day.isoformat() if day else None, source=f"{n}.txt")
        for n, (text, day) in enumerate(texts)
    ]
    reads = [Read(r.report, r.mentions, r.expressions, r.stored) for r in readings]
    names = {str(n): read.report.id for n, read in enumerate(reads)}
    days = {read.report.id: (day, day) for read, (_, day) in zip(reads, texts, strict=True) if day}
    families = {names[one]: names[other] for one, other in (origins or {}).items()}
    lines = {read.report.id: tuple(lines_of(read, worded(read.report))) for read in reads}
    known: Anchors = anchors(reads, lines, days, families)
    return known.of(names["0"], WINDOW)


def best(found: Sequence[Anchor]) -> tuple[date, date]:
    """The first and the last of the days that fit best."""
    fits = {day: sum(anchor.weights.get(day, 0.0) for anchor in found) for day in WINDOW}
    days = [day for day, value in fits.items() if value == max(fits.values())]
    return days[0], days[-1]


SENT = "Norway is sending six C-130s to Chad."
PAIRS = [
    # The undated text, the dated one with its day, and the days that fit best.
    (
        "Talks between Chad and Niger are expected in Geneva on Wednesday.",
        ("Chad and Niger held talks in Geneva on Wednesday.", date(2017, 3, 17)),
        (date(2017, 3, 10), date(2017, 3, 16)),
    ),
    # A month here, a day there: the day was not yet fixed.
    (
        "Envoys of Chad and Niger will meet in Dakar in early April, a diplomat said.",
        ("Envoys of Chad and Niger will meet in Dakar on 4 April, both governments said.", date(2017, 3, 10)),
        (FIRST, date(2017, 3, 10)),
    ),
    # … but not where the day is another month's, or where the matter is another.
    (
        "Envoys of Chad and Niger will meet in Dakar in early May, a diplomat said.",
        ("Envoys of Chad and Niger will meet in Dakar on 4 April, both governments said.", date(2017, 3, 10)),
        (FIRST, LAST),
    ),
    (
        "A bakery will open in Oslo in early April.",
        ("Envoys of Chad and Niger will meet in Dakar on 4 April, both governments said.", date(2017, 3, 10)),
        (FIRST, LAST),
    ),
    # On its way here, there there; and the other way round.
    (SENT, ("Six C-130 planes from Norway landed in Chad on Tuesday.", date(2017, 3, 17)), (FIRST, date(2017, 3, 14))),
    (
        "The first shipment of the $40million loan of rice for Chad arrived.",
        ("A loan of rice worth $40 million was approved for Chad, officials said.", date(2017, 3, 10)),
        (date(2017, 3, 10), LAST),
    ),
    # Without a number that names it, it may be any aid.
    (
        "Norway is sending planes to Chad.",
        ("Six planes from Norway landed in Chad on Tuesday.", date(2017, 3, 17)),
        (FIRST, LAST),
    ),
    # Two people who want to speak soon.
    (
        "Emmanuel Macron wants to speak to Vladimir Putin in the coming days.",
        ("Emmanuel Macron and Vladimir Putin spoke by telephone on Wednesday.", date(2017, 3, 17)),
        (date(2017, 3, 8), date(2017, 3, 15)),
    ),
]


@pytest.mark.parametrize(("undated", "dated", "wanted"), PAIRS, ids=lambda value: str(value)[:40])
def test_pairs(undated: str, dated: tuple[str, date], wanted: tuple[date, date]) -> None:
    found = held(undated, [dated])
    assert best(found) == wanted
    assert bool(found) == (wanted != (FIRST, LAST))
    assert all("1.txt" in anchor.because for anchor in found)


def test_a_copy_tells_nothing_of_the_day_of_its_own_words() -> None:
    undated, dated, _ = PAIRS[0]
    assert held(undated, [dated], {"0": "0", "1": "0"}) == []


def test_a_sentence_is_one_witness() -> None:
    landed = ("Six C-130 planes from Norway landed in Chad on Tuesday.", date(2017, 3, 17))
    found = held(SENT, [landed, ("Six C-130 planes arrived in Chad on Monday, Norway said.", date(2017, 3, 24))])
    assert len(found) == 1
    assert best(found)[1] == date(2017, 3, 14)


def test_a_reason_is_given_only_for_the_days_that_an_anchor_speaks_for() -> None:
    found = held(PAIRS[0][0], [PAIRS[0][1]])
    assert len(speaking(found, (date(2017, 3, 15), date(2017, 3, 15)))) == 1
    assert speaking(found, (date(2017, 4, 15), date(2017, 4, 15))) == []
