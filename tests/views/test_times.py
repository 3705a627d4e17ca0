"""When a line was reported, in words: never sharper than what is known, and never mixed up with when it happened."""

from __future__ import annotations

import pytest

from wirecopy.model import Entry, Event, Moment
from wirecopy.views.times import place, reported, sharp


def when(first: str | None, last: str | None, said: str = "") -> Moment:
    return Moment(first if first and first == last else "", first, last, "stated", said)


EXACT, LATER, YEAR = (
    when("2015-05-04", "2015-05-04"),
    when("2015-05-09", "2015-05-09"),
    when("2015-01-01", "2015-12-31"),
)
BETWEEN, OPEN = when("2015-05-05", "2015-05-06"), when("2014-01-01", None)


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ([EXACT], "reported 4 May 2015"),
        ([EXACT, EXACT], "reported 4 May 2015"),
        ([LATER, EXACT], "reported 4 to 9 May 2015"),
        ([EXACT, when("2015-06-02", "2015-06-02")], "reported 4 May to 2 June 2015"),
        ([EXACT, when("2016-01-02", "2016-01-02")], "reported 4 May 2015 to 2 January 2016"),
        ([BETWEEN], "reported between 5 and 6 May 2015"),
        ([BETWEEN, LATER], "reported between 5 and 6 May 2015, last 9 May 2015"),
        ([EXACT, BETWEEN], "reported 4 May 2015, last between 5 and 6 May 2015"),
        ([BETWEEN, when("2015-05-06", "2015-05-08")], "reported between 5 and 6 May 2015"),
        ([EXACT, None], "reported 4 May 2015"),
        ([EXACT, YEAR], "reported 4 May 2015"),
        ([YEAR], "reported between 1 January and 31 December 2015"),
        ([OPEN], "reported from 1 January 2014 on"),
        ([None, None], "reported without a date"),
    ],
)
def test_the_days_of_reporting(published: list[Moment | None], words: str) -> None:
    days = dict(zip("abcd", published, strict=False))
    entry = Entry("ev-1", "event", Event(None), (), tuple(days), len(days), ())
    assert reported(entry, days) == words


def test_the_order_of_time() -> None:
    monday = Moment("XXXX-WXX-1", None, None, "relative", "Monday")
    ordered = [OPEN, EXACT, BETWEEN, LATER, YEAR, monday]
    assert sorted([monday, LATER, YEAR, EXACT, BETWEEN, OPEN], key=place) == ordered
    assert place(None) == place(monday) == place("words that were never read")


@pytest.mark.parametrize(
    ("moment", "is_sharp"),
    [(EXACT, True), (when("2015-05-01", "2015-05-31"), True), (when("2015-05-01", "2015-06-01"), False), (OPEN, False)],
)
def test_a_month_is_sharp_enough_and_no_longer_time(moment: Moment, is_sharp: bool) -> None:
    assert bool(sharp(moment)) == is_sharp
