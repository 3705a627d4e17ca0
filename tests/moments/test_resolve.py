"""Resolving: intervals of publication, open dates, the calendar and clock times."""

from __future__ import annotations

from datetime import date

import pytest

from wirecopy.model import Expression, Moment, Report, Span
from wirecopy.moments.calendar import common, easter, moved, nth_weekday, part_of, period
from wirecopy.moments.clock import clock
from wirecopy.moments.grammar import expressions
from wirecopy.moments.resolve import resolve


def moment(said: str, first: str | None, last: str | None) -> Moment | None:
    published = Moment("XXXX", first, last, "inferred") if first or last else None
    return resolve(expressions(Report("r", "d", "p", said, (), (), ()))[0], published)


@pytest.mark.parametrize(
    ("said", "first", "last", "value", "earliest", "latest"),
    [
        ("Tuesday", "2021-12-09", "2021-12-10", "2021-12-07", "2021-12-07", "2021-12-07"),
        ("Thursday", "2021-12-08", "2021-12-09", "2021-12", "2021-12-02", "2021-12-09"),
        ("yesterday", "2021-12-09", "2021-12-10", "2021-12", "2021-12-08", "2021-12-09"),
        ("yesterday", "2021-12-31", "2022-01-02", "2021-W52", "2021-12-30", "2022-01-01"),
        ("last year", "2021-12-09", "2021-12-10", "2020", "2020-01-01", "2020-12-31"),
        ("earlier this month", "2021-12-09", "2021-12-09", "2021-12", "2021-12-01", "2021-12-09"),
        ("later this month", "2021-12-09", "2021-12-09", "2021-12", "2021-12-09", "2021-12-31"),
        ("the next three days", "2021-12-09", "2021-12-09", "P3D", "2021-12-09", "2021-12-12"),
        ("recently", "2021-12-09", "2021-12-09", "PAST_REF", None, "2021-12-09"),
        ("Thursday", None, None, "XXXX-WXX-4", None, None),
        ("Jan. 10", "2014-01-01", None, "XXXX-01-10", None, None),
        ("two hours", None, None, "PT2H", None, None),
        ("14 March 2017", None, None, "2017-03-14", "2017-03-14", "2017-03-14"),
        ("9-12 December 2021", None, None, "2021-12", "2021-12-09", "2021-12-12"),
        ("Dec. 9 to 12", "2022-01-05", "2022-01-05", "2021-12", "2021-12-09", "2021-12-12"),
        ("2014-15", None, None, "201", "2014-01-01", "2015-12-31"),
        ("09/12/2021", None, None, "2021", "2021-09-12", "2021-12-09"),
        ("the week of Dec. 6", "2021-12-09", "2021-12-09", "2021-W49", "2021-12-06", "2021-12-12"),
        ("two weeks from now", "2021-12-09", "2021-12-09", "2021-W51", "2021-12-20", "2021-12-26"),
        ("earlier in the week", "2021-12-09", "2021-12-09", "2021-W49", "2021-12-06", "2021-12-09"),
        ("Orthodox Christmas", "2021-12-30", "2021-12-30", "2022-01-07", "2022-01-07", "2022-01-07"),
    ],
)
def test_publication_as_an_interval(
    said: str, first: str | None, last: str | None, value: str, earliest: str | None, latest: str | None
) -> None:
    found = moment(said, first, last)
    assert found is not None
    assert (found.value, found.earliest, found.latest) == (value, earliest, latest)
    assert found.because


@pytest.mark.parametrize(
    ("said", "value", "bounds"),
    [
        ("3:35 p.m. (2035 GMT) Thursday", "2021-12-09T15:35", "2021-12-09T15:35-05:00"),
        ("9 a.m. EST Dec. 8, 2021", "2021-12-08T09:00", "2021-12-08T09:00-05:00"),
        ("2035 GMT", "2021-12-09T20:35", "2021-12-09T20:35Z"),
        ("noon", "2021-12-09T12:00", "2021-12-09T12:00"),
        ("Thursday night", "2021-12-09TNI", "2021-12-09"),
    ],
)
def test_a_clock_time_keeps_its_offset_in_its_bounds(said: str, value: str, bounds: str) -> None:
    """TIMEX3 values have no zone; what the text tells of it must not be lost."""
    found = moment(said, "2021-12-09", "2021-12-09")
    assert found is not None
    assert (found.value, found.earliest, found.latest) == (value, bounds, bounds)


def test_a_feast_that_moves_is_open_without_a_year() -> None:
    found = moment("Good Friday", None, None)
    assert found is not None
    assert (found.value, found.earliest, found.latest) == ("XXXX", None, None)


@pytest.mark.parametrize("said", ["yesterday", "last week", "three years ago"])
def test_what_counts_from_now_needs_a_day(said: str) -> None:
    assert moment(said, None, None) is None


def test_a_day_that_does_not_exist() -> None:
    """It is kept as it was said and marked, without bounds."""
    for said, value in (("31 February 2021", "2021-02-31"), ("Feb. 30", "XXXX-02-30"), ("30.02.2021", "2021-02-30")):
        found = moment(said, "2021-12-09", "2021-12-09")
        assert found is not None
        assert (found.value, found.earliest, found.latest) == (value, None, None)
        assert found.because.startswith(f"the calendar has no “{said}”")


def test_a_weekday_that_contradicts_its_date_is_marked() -> None:
    wrong, right = (moment(f"{day}, Dec. 9, 2021", None, None) for day in ("Monday", "Thursday"))
    assert wrong is not None
    assert right is not None
    assert (wrong.value, right.value) == ("2021-12-09", "2021-12-09")
    assert wrong.because.endswith("though that day was a Thursday")
    assert "though" not in right.because


def test_what_the_calendar_does_not_reach() -> None:
    found = moment("900000 years ago", "2021-12-09", "2021-12-09")
    assert found is not None
    assert (found.value, found.earliest, found.latest) == ("PAST_REF", None, None)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-W52", "2021-12-27", "2022-01-02"),
        ("2021-W49-WE", "2021-12-11", "2021-12-12"),
        ("2021-Q4", "2021-10-01", "2021-12-31"),
        ("2021-H1", "2021-01-01", "2021-06-30"),
        ("2021-WI", "2021-12-01", "2022-02-28"),
        ("198", "1980-01-01", "1989-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("2021-12-09T15:35", "2021-12-09", "2021-12-09"),
    ],
)
def test_period(value: str, first: str, last: str) -> None:
    assert period(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["2021-02-30", "2021-13", "2021-W60", "0000", "00", "", "yesterday", "P3D"])
def test_no_period(value: str) -> None:
    assert period(value) is None


def test_calendar() -> None:
    assert [easter(year) for year in (1954, 2000, 2038)] == [date(1954, 4, 18), date(2000, 4, 23), date(2038, 4, 25)]
    assert [easter(year, eastern=True) for year in (2008, 2021, 2024)] == [
        date(2008, 4, 27),
        date(2021, 5, 2),
        date(2024, 5, 5),
    ]
    assert moved(date(2020, 2, 29), "year", 1) == date(2021, 2, 28)
    assert moved(date(2021, 12, 31), "month", 2) == date(2022, 2, 28)
    assert nth_weekday(2021, 11, 4, 4) == date(2021, 11, 25)
    assert nth_weekday(2021, 5, 9, 1) == date(2021, 5, 31)
    assert common(date(2021, 12, 27), date(2022, 1, 2)) == "2021-W52"
    assert part_of((date(2021, 12, 1), date(2021, 12, 31)), "END") == (date(2021, 12, 21), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("texts", "iso"),
    [
        (["3:35", "p.m."], "T15:35"),
        (["12", "a.m."], "T00:00"),
        (["noon"], "T12:00"),
        (["9", "a.m.", "est"], "T09:00-05:00"),
        (["2035", "gmt"], "T20:35Z"),
        (["3:35", "p.m.", "(", "2035", "gmt", ")"], "T15:35-05:00"),
        (["1:05", "a.m.", "(", "1935", "gmt", ")"], "T01:05+05:30"),
        (["25:70", "p.m."], None),
        (["15:35", "moscow", "time"], "T15:35+03:00"),
        (["24:00"], "T24:00"),
        (["3", "p.m.", "kyiv", "time", "(", "1300", "gmt", ")"], "T15:00+02:00"),
    ],
)
def test_clock(texts: list[str], iso: str | None) -> None:
    assert clock(texts) == iso


def test_a_stretch_counts_from_the_day_on_which_it_was_told() -> None:
    told = Expression(Span("r", 0, 9), "Wednesday", "date", "weekday", "XXXX-WXX-3", direction="past")
    week = Expression(
        Span("r", 20, 26), "a week", "date", "stretch", unit="week", count=1, direction="future", since=told
    )
    found = resolve(week, Moment("2021-12-10", "2021-12-10", "2021-12-10", "stated"))
    assert found is not None
    assert (found.earliest, found.latest) == ("2021-12-08", "2021-12-15")
