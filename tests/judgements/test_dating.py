"""The date of a report: a table of texts, and dates by copies and stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from wirecopy.judgements import dating
from wirecopy.judgements.dating.neighbours import neighbours, texts_of
from wirecopy.language import parser
from wirecopy.language.days import tense
from wirecopy.model import Expression, Moment, Read, Report
from wirecopy.moments import likely
from wirecopy.moments.grammar import expressions

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "dating.yml").read_text(encoding="utf8"))


def read(text: str) -> tuple[Report, tuple[Expression, ...]]:
    report = Report("r", "d", "p", text, (), (), ())
    return report, tense.directed(parser.load()(text), expressions(report))


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


AROUND = (date(2022, 1, 30),) * 2
DATELINES = [
    # The text below the outlet's line, the outlet, and the days of its dateline without a year.
    ("OSLO, Jan 27 (Fjordwire) - The ferry sank on Thursday.", "Fjordwire Agency", ("2022-01-27", "2022-01-27")),
    ("OSLO, Jan 27 (Fjordwire) - The ferry sank on Thursday.", "The Lake Post", ("2022-01-27", "2022-01-28")),
    # The agency's report was put out after midnight: it tells of the next day's morning.
    (
        "OSLO, Jan 27 (Fjordwire) - The ferry sank on Thursday. It was found on Friday.",
        "Fjordwire",
        ("2022-01-27", "2022-01-28"),
    ),
    ("The ferry sank on Thursday.", "Fjordwire", None),
]


@pytest.mark.parametrize(("text", "outlet", "wanted"), DATELINES)
def test_a_dateline_takes_its_year_from_the_story(text: str, outlet: str, wanted: tuple[str, str] | None) -> None:
    report, found = read(text)
    other = replace(report, id="other", text="The ferry company apologised.")
    around = neighbours(texts_of([Read(report, (), found, ()), Read(other, (), (), ())]), {"other": AROUND}, {})
    moment = dating.from_dateline(replace(report, outlet=outlet), found, around)
    assert (moment and (moment.earliest, moment.latest)) == wanted


ORIGINAL = date(2021, 12, 9)
COPIES = [
    # The text, the days that its own text or a hint leaves, and the days that an original of Thursday 9 December gives it.
    ("The mayor wrote on Thursday evening.", None, ("2021-12-09", "2021-12-09")),
    ("The mill burned down.", None, ("2021-12-09", "2021-12-09")),
    ("The mill burned down.", ("2021-12-10", "2021-12-31"), ("2021-12-10", "2021-12-10")),
    # Its weekdays are its original's, which was written the day before it was put out.
    ("The mill burned down on Wednesday, hours after an inspection on Monday.", None, ("2021-12-09", "2021-12-09")),
    # It has a line of its own day.
    ("The mill burned down on Friday.", None, ("2021-12-10", "2021-12-10")),
    # It goes on to Monday: a report of its own, days later, that only uses the other.
    (
        "On Monday the mayor resigned. She had written her letter on Monday morning, and on Sunday to her aunt.",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("text", "left", "wanted"), COPIES)
def test_a_copy_takes_the_date_of_its_original(
    text: str, left: tuple[str, str] | None, wanted: tuple[str, str] | None
) -> None:
    report, expressions_ = read(text)
    report = replace(report, published=left and Moment("XXXX", *left, "inferred", because="given as a hint"))
    found = dating.from_copies(report, expressions_, [(ORIGINAL, ORIGINAL)])
    assert (found and (found.earliest, found.latest)) == wanted
    assert found is None or (found.basis == "inferred" and found.because)


def test_nothing_is_known_without_dated_copies() -> None:
    assert dating.from_copies(*read("The mill burned down."), []) is None


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("The king is spending the New Year holiday at home.", date(2022, 1, 1)),
        ("Shops stay shut for the Christmas holidays.", date(2021, 12, 25)),
        ("They met again after Christmas.", None),  # named without its holiday, a feast may lie months off
    ],
)
def test_a_holiday_is_told_about_the_time_of_its_feast(text: str, near: date | None) -> None:
    days = date(2021, 11, 1), date(2022, 5, 30)
    fits = likely.festive(read(text)[1], days, text)
    best = {day for day, value in fits.items() if value == max(fits.values())}
    assert best == ({day for day in fits if abs((day - near).days) <= 7} if near else set(fits))


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("The council will take it up in the new year.", date(2021, 12, 20), date(2022, 2, 20)),
        ("Talks are to begin at the start of the new year.", date(2021, 11, 20), date(2022, 1, 20)),
    ],
)
def test_what_is_to_come_in_the_new_year_is_told_before_it(text: str, inside: date, outside: date) -> None:
    fits = likely.festive(read(text)[1], (date(2021, 11, 1), date(2022, 5, 30)), text)
    assert fits[inside] > fits[outside]


@pytest.mark.parametrize("text", ["They spent the new year apart.", "In the new year's honours list was a baker."])
def test_the_new_year_is_not_always_ahead(text: str) -> None:
    fits = likely.festive(read(text)[1], (date(2021, 11, 1), date(2022, 5, 30)), text)
    assert fits[date(2021, 12, 20)] == fits[date(2022, 2, 20)]


def test_a_month_to_come_lies_near() -> None:
    fits = likely.weights(read("The bridge will open in early March.")[1], (date(2021, 11, 1), date(2022, 5, 30)))
    assert fits[date(2022, 2, 20)] > fits[date(2021, 11, 20)] > fits[date(2022, 3, 20)]
