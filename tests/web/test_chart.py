"""Where values stand on a chart: later ones further right, larger ones higher, bounds never as dots."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from html_page import Page
from hypothesis import given
from hypothesis import strategies as st

from wirecopy.web.chart import (
    BOTTOM,
    LEFT,
    MOST_DAYS,
    MOST_LABELS,
    MOST_NUMBERS,
    RIGHT,
    TOP,
    Chart,
    Value,
    chart,
    day_ticks,
    nice,
    number_ticks,
    shape_of,
)
from wirecopy.web.figures import Drawn
from wirecopy.web.links import Links
from wirecopy.web.render import part

DAY = date(2015, 5, 4)


def value(day: int, low: float | None, high: float | None, **more: object) -> Value:
    return Value(DAY + timedelta(day), DAY + timedelta(day), low, high, **more)  # type: ignore[arg-type]


def exact(day: int, number: float, **more: object) -> Value:
    return value(day, number, number, **more)


def drawn(*values: Value) -> Chart:
    found = chart(values)
    assert found
    return found


NUMBERS = st.floats(0, 1e12) | st.integers(0, 5_000_000).map(float) | st.floats(-100, 100)


@given(st.lists(st.tuples(st.integers(0, 4000), NUMBERS), min_size=2, max_size=20))
def test_places_follow_time_and_value_and_stay_within_the_plot(given_values: list[tuple[int, float]]) -> None:
    marks = drawn(*(exact(day, number) for day, number in given_values)).marks
    for one, other in pairwise(sorted(marks, key=lambda mark: mark.value.first)):
        assert one.x <= other.x
        assert one.x < other.x or (other.value.first - one.value.first).days < 2
    for one, other in pairwise(sorted(marks, key=lambda mark: mark.value.low or 0.0)):
        assert one.top >= other.top
    assert all(LEFT <= mark.x <= RIGHT and TOP <= mark.top <= mark.bottom <= BOTTOM for mark in marks)


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_the_scale_is_round_even_and_holds_every_number(ends: list[float]) -> None:
    ticks = number_ticks(ends)
    assert 2 <= len(ticks) <= MOST_NUMBERS + 1
    room = 1e-9 * max(map(abs, ticks))
    assert ticks[0] <= min(ends) + room and max(ends) - room <= ticks[-1]
    steps = [after - before for before, after in pairwise(ticks)]
    assert all(step > 0 and abs(step - steps[0]) <= 1e-6 * steps[0] + room for step in steps)


@pytest.mark.parametrize(
    ("ends", "ticks"),
    [
        ([94_300, 190_000], [0, 50_000, 100_000, 150_000, 200_000]),
        ([13_000, 14_000], [0, 5_000, 10_000, 15_000]),
        ([9, 11], [0, 5, 10, 15]),
        ([97, 99.5], [97, 98, 99, 100]),
        ([3, 14], [0, 5, 10, 15]),
        ([7, 7], [0, 2, 4, 6, 8]),
        ([0, 0], [0, 0.25, 0.5, 0.75, 1]),
        ([-4, 6], [-5, 0, 5, 10]),
    ],
)
def test_scales(ends: list[float], ticks: list[float]) -> None:
    assert number_ticks(ends) == ticks


def test_a_scale_that_does_not_begin_at_nothing_says_so() -> None:
    assert drawn(exact(0, 40), exact(1, 160)).from_zero
    assert not drawn(exact(0, 157), exact(1, 160)).from_zero


@pytest.mark.parametrize(("step", "rounder"), [(0.3, 0.5), (1, 1), (1.1, 2), (2.1, 2.5), (26, 50), (7_000, 10_000)])
def test_steps_are_round(step: float, rounder: float) -> None:
    assert nice(step) == rounder


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2015-05-04", "2015-05-04", ["4 May 2015"]),
        ("2015-05-04", "2015-05-05", ["4 May 2015", "5 May"]),
        ("2015-05-04", "2015-05-09", ["4 May 2015", "9 May"]),
        ("2015-05-04", "2015-05-10", ["4 May 2015", "6 May", "8 May", "10 May"]),
        ("2015-12-10", "2016-02-20", ["10 Dec 2015", "3 Jan 2016", "27 Jan", "20 Feb"]),
        ("2015-11-20", "2016-04-02", ["Jan 2016", "Mar"]),
        ("2013-02-01", "2016-11-01", ["2014", "2015", "2016"]),
        ("1991-01-01", "2022-06-01", ["2000", "2010", "2020"]),
    ],
)  # fmt: skip
def test_days_of_the_scale(first: str, last: str, labels: list[str]) -> None:
    assert [label for _, label in day_ticks(date.fromisoformat(first), date.fromisoformat(last))] == labels


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000))
def test_the_days_of_a_scale_are_few_and_within_it(first: date, length: int) -> None:
    last = first + timedelta(length)
    days = [day for day, _ in day_ticks(first, last)]
    assert 1 <= len(days) <= MOST_DAYS and days == sorted(set(days))
    assert first <= days[0] and days[-1] <= last


@pytest.mark.parametrize(
    ("one", "shape"),
    [
        (exact(0, 40), "exact"),
        (exact(0, 40, hedged=True), "about"),
        (value(0, 40, None, hedged=True), "least"),
        (value(0, None, 40, hedged=True), "most"),
        (value(0, 40, 50), "range"),
    ],
)
def test_only_what_is_exact_looks_exact(one: Value, shape: str) -> None:
    assert shape_of(one) == shape


def test_a_range_reaches_from_end_to_end_and_an_interval_from_day_to_day() -> None:
    found = drawn(value(0, 40, 80), Value(DAY, DAY + timedelta(10), 60, 60), exact(10, 80))
    wide, long, last = found.marks
    assert wide.top == last.top < long.top < wide.bottom
    assert long.left == wide.x < long.x < long.right == last.x


def test_what_has_no_number_is_not_drawn_and_one_value_makes_no_chart() -> None:
    assert chart([exact(0, 40), value(1, None, None)]) is None
    assert len(drawn(exact(0, 40), value(1, None, None), exact(2, 60)).marks) == 2


def test_labels_stand_only_where_there_is_room() -> None:
    few = drawn(*(exact(n, n + 1, label="x") for n in range(MOST_LABELS)))
    many = drawn(*(exact(n, n + 1, label="x") for n in range(MOST_LABELS + 1)))
    assert all(mark.label for mark in few.marks) and not any(mark.label for mark in many.marks)
    assert few.marks[-1].turned and not few.marks[0].turned


HOSTILE = '</title><script>pwned()</script>" onload="pwned()" \'&lt;'


def page_of(*values: Value) -> Page:
    """The page of one series, with a heading that attacks it."""
    shown = Drawn("series-x", HOSTILE, HOSTILE, chart(values), 0, ())
    part_of = {"total": 1, "others": ()}
    context = {"series": [shown], "days": [], "several": 1, "single": 0, "part": part_of, "h": 1, "links": Links(True)}
    return Page(str(part("_figures.html", context)))


def test_names_from_reports_are_text_in_the_chart() -> None:
    page = page_of(*(exact(n, n + 1, label=HOSTILE, title=HOSTILE, href="/entries/fi-1") for n in range(2)))
    assert not page.all("script")
    assert not [name for e in page.elements for name in e.attributes if name.startswith("on") or name == "style"]
    assert [title.content for title in page.all("title")] == [HOSTILE] * 3
    assert all(HOSTILE in text.content for text in page.all("text", "said"))


def test_the_chart_has_a_name_a_description_and_a_link_for_each_mark() -> None:
    page = page_of(
        exact(0, 40, title="forty", href="/entries/fi-1", conflict=True),
        value(1, 50, None, title="fifty or more", href="/entries/fi-2", projected=True),
        exact(2, 60, title="sixty", href="/entries/fi-3", printed=True),
    )
    (svg,) = [e for e in page.all("svg") if e.attributes.get("role") == "img"]
    ids = {e.attributes["id"]: e for e in page.elements if "id" in e.attributes}
    name, description = (ids[key] for key in svg.attributes["aria-labelledby"].split())
    assert (name.tag, description.tag) == ("title", "desc")
    assert all(words in description.content for words in ("forty", "fifty or more", "sixty"))
    marks = page.all("a", "mark")
    assert [mark.attributes["href"] for mark in marks] == ["/entries/fi-1", "/entries/fi-2", "/entries/fi-3"]
    looks = [set(mark.attributes["class"].split()) for mark in marks]
    assert looks == [{"mark", "m-exact", "conflict"}, {"mark", "m-least", "projected"}, {"mark", "m-exact", "printed"}]
    in_chart = page.elements.index(svg)
    rings = [e for e in page.elements[in_chart:] if "ring" in e.attributes.get("class", "")]
    assert len(rings) == 1, "what disagrees is ringed, not told by colour alone"
