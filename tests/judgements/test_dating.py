"""The date of a report: a table of texts, and dates by copies and stories."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from wirecopy.judgements import dating
from wirecopy.language import parser, tense
from wirecopy.model import Expression, Moment, Report
from wirecopy.moments.grammar import expressions

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "dating.yml").read_text(encoding="utf8"))


def read(text: str) -> tuple[Report, tuple[Expression, ...]]:
    report = Report("r", "d", "p", text, (), (), ())
    return report, tense.directed(parser.load()(text), expressions(report))


def dated(day: str) -> Report:
    return Report("o", "d", "o", "", (), (), (), published=Moment(day, day, day, "stated"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_texts(case: dict[str, Any]) -> None:
    found = dating.published(*read(case["text"]), str(case["hint"]) if "hint" in case else None)
    wanted = tuple(day and str(day) for day in (case["earliest"], case["latest"]))
    assert ((found.earliest, found.latest) if found else (None, None)) == wanted
    assert found is None or found.because


@pytest.mark.parametrize("hint", ["soon", "2021-13", "2021-02-30", "2021-W60", "12/09/2021", ""])
def test_other_hints_are_refused(hint: str) -> None:
    with pytest.raises(ValueError, match="published must be"):
        dating.published(*read("The mill burned down."), hint)


def test_a_stated_date_stands_and_a_hint_outranks_it() -> None:
    report, found = read("The mill burned down today, 5 May 2015.")
    stated = replace(report, published=Moment("2016-06-06", "2016-06-06", "2016-06-06", "stated"))
    assert dating.published(stated, found) == stated.published
    hinted = dating.published(stated, found, "2017-07-07")
    assert hinted is not None
    assert (hinted.value, hinted.basis) == ("2017-07-07", "stated")
    within = dating.published(stated, found, "2016-06")
    assert within == stated.published


def test_a_dateline_takes_its_year_from_the_text() -> None:
    text = "LUSAKA, Sept 27 - Shooting died down on Wednesday. The vote of 20 September 1995 was fair, observers said."
    moment = dating.published(*read(text))
    assert moment is not None
    assert (moment.earliest, moment.latest) == ("1995-09-27", "1995-09-27")


def test_a_copy_takes_the_date_of_its_original() -> None:
    found = dating.from_account(*read("The mayor wrote on Thursday evening."), [(dated("2021-12-09"), "copy")])
    assert found is not None
    assert (found.earliest, found.latest, found.basis) == ("2021-12-09", "2021-12-10", "inferred")


def test_a_report_of_a_story_takes_the_days_that_its_weekdays_fit() -> None:
    text = "The envoys will meet on Thursday, the palace said on Wednesday. Talks are scheduled for Jan. 10."
    found = dating.from_account(*read(text), [(dated("2021-12-31"), "story")])
    assert found is not None
    assert found.earliest is not None
    assert found.earliest <= "2021-12-29" <= str(found.latest)
    assert str(found.latest) <= "2021-12-31"


def test_nothing_is_known_without_dated_reports_or_without_weekdays() -> None:
    report, found = read("The mill burned down.")
    assert dating.from_account(report, found, []) is None
    assert dating.from_account(report, found, [(dated("2021-12-31"), "story")]) is None
    assert dating.from_account(report, found, [(Report("o", "d", "o", "", (), (), ()), "copy")]) is None
