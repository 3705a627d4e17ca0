"""Where the values of a series stand on a chart: pure arithmetic, from days and numbers to per cents and pixels.

Across, places are per cents of the width, so that the same chart fits a phone and a printed page and its letters keep their
size; down, they are pixels. Nothing is drawn here: the template does that.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from wirecopy.account.describe import MONTHS, number_text

HEIGHT = 250
TOP, BOTTOM = 36, 208
# Left of it stand the numbers of the scale, which lie within the plot as in a newspaper.
LEFT, RIGHT = 15.0, 93.0
# Ticks on either scale, at most: more would touch each other on a phone.
MOST_DAYS, MOST_NUMBERS = 4, 5
# Up to so many days a chart names days, then months.
SHORT = 100
# With more marks than this their numbers would cover each other; they stand in the table.
MOST_LABELS = 6
# Numbers whose smallest is at least this share of the largest are shown on a scale that does not begin at 0: only there would
# nobody see that they differ at all. Nine dead and eleven are not nothing and all.
CLOSE = 0.95
# Numbers that differ by less than this, or by this share of them, are one for a scale.
CLOSEST = 1e-6
# Marks further right than this have their words on their left.
TURN = 70.0

Shape = Literal["exact", "about", "range", "least", "most"]


class Value(NamedTuple):
    """A value of a series with the days that it may be of. `printed`: those on which it was printed, as no other is known."""

    first: date
    last: date
    low: float | None
    high: float | None
    hedged: bool = False
    printed: bool = False
    projected: bool = False
    conflict: bool = False
    label: str = ""
    title: str = ""
    href: str = ""


class Mark(NamedTuple):
    """A value on the chart: `x` with the interval from `left` to `right` in per cent, `top` to `bottom` in pixels.

    Of a range `top` and `bottom` are its ends; of anything else both are the number, of an open one the bound.
    """

    value: Value
    shape: Shape
    x: float
    left: float
    right: float
    top: float
    bottom: float
    label: str

    @property
    def turned(self) -> bool:
        """Do the words stand on the left of the mark?"""
        return self.x > TURN

    @property
    def look(self) -> str:
        """The classes of the mark."""
        flags = (
            ("printed", self.value.printed),
            ("projected", self.value.projected),
            ("conflict", self.value.conflict),
        )
        return " ".join(["mark", f"m-{self.shape}", *(name for name, is_so in flags if is_so)])


class Tick(NamedTuple):
    """A place on a scale with its words."""

    at: float
    label: str


class Chart(NamedTuple):
    """Marks in the order of the values, and the ticks of both scales."""

    marks: tuple[Mark, ...]
    days: tuple[Tick, ...]
    numbers: tuple[Tick, ...]
    from_zero: bool
    height: int = HEIGHT
    base: int = BOTTOM


def chart(values: Sequence[Value]) -> Chart | None:
    """The chart of a series; None where fewer than two values have both a day and a number."""
    shown = [value for value in values if _ends(value)]
    if len(shown) < 2:
        return None
    first, last = min(v.first for v in shown), max(v.last for v in shown)
    numbers = number_ticks([end for value in shown for end in _ends(value)])
    marks = tuple(_mark(value, (first, last), (numbers[0], numbers[-1]), len(shown)) for value in shown)
    days = tuple(Tick(across(day, first, last), label) for day, label in day_ticks(first, last))
    ticks = tuple(Tick(down(n, numbers[0], numbers[-1]), number_text(n)) for n in numbers)
    return Chart(marks, days, ticks, from_zero=numbers[0] == 0)


def _ends(value: Value) -> list[float]:
    return [end for end in (value.low, value.high) if end is not None]


def _mark(value: Value, days: tuple[date, date], scale: tuple[float, float], among: int) -> Mark:
    left, right = (across(day, *days) for day in (value.first, value.last))
    ends = sorted(_ends(value))
    top, bottom = down(ends[-1], *scale), down(ends[0], *scale)
    label = value.label if among <= MOST_LABELS else ""
    return Mark(value, shape_of(value), round((left + right) / 2, 2), left, right, top, bottom, label)


def shape_of(value: Value) -> Shape:
    """How a value looks: only what is given without a hedge or a bound is a plain dot."""
    if value.low is None or value.high is None:
        return "least" if value.high is None else "most"
    if value.low != value.high:
        return "range"
    return "about" if value.hedged else "exact"


def across(day: date, first: date, last: date) -> float:
    """The place of a day in per cent of the width; where all is of one day, the middle."""
    span = (last - first).days
    share = (day - first).days / span if span else 0.5
    return round(LEFT + share * (RIGHT - LEFT), 2)


def down(number: float, low: float, high: float) -> float:
    """The place of a number in pixels from the top."""
    return round(BOTTOM - (number - low) / (high - low) * (BOTTOM - TOP), 1)


# ---- scales
def number_ticks(ends: Sequence[float]) -> list[float]:
    """Round numbers at equal distances around all values; from 0 on, unless they lie close together."""
    low, high = min(ends), max(ends)
    if 0 <= low < CLOSE * high or high - low <= CLOSEST * abs(high):
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < CLOSEST:
        high = low + 1.0
    step = nice((high - low) / (MOST_NUMBERS - 1))
    start, stop = math.floor(low / step), math.ceil(high / step)
    while stop - start + 1 > MOST_NUMBERS:
        step = nice(step * 1.01)
        start, stop = math.floor(low / step), math.ceil(high / step)
    return [float(f"{number * step:.12g}") for number in range(start, max(stop, start + 1) + 1)]


def nice(step: float) -> float:
    """The next larger of 1, 2, 2.5, 5 and their tens."""
    size = 10.0 ** math.floor(math.log10(step))
    return next(size * many for many in (1, 2, 2.5, 5, 10) if size * many >= step * (1 - 1e-9))


def day_ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Days with their words, at most MOST_DAYS: both ends and days between, of longer times months, then years.

    A year is said where it begins.
    """
    span = (last - first).days
    if not span:
        return [(first, _day(first, True))]
    if span <= SHORT:
        # Distances that are seen to differ (a day, then two) look like a fault; from a fortnight on nobody sees them.
        parts = next((n for n in (3, 2) if span % n == 0), 3 if span > 14 else 1)
        days = [first + timedelta(round(span * n / parts)) for n in range(parts + 1)]
        return [(day, _day(day, not n or day.year != days[n - 1].year)) for n, day in enumerate(days)]
    for step in (1, 2, 3, 6):
        days = [day for day in _months(first, last) if (day.month - 1) % step == 0]
        if len(days) <= MOST_DAYS:
            return [(day, _month(day, not n or day.year != days[n - 1].year)) for n, day in enumerate(days)]
    steps = (many * 10**tens for tens in range(4) for many in (1, 2, 5))
    return next(
        [(date(year, 1, 1), str(year)) for year in years]
        for step in steps
        if len(years := [year for year in range(first.year + 1, last.year + 1) if year % step == 0]) <= MOST_DAYS
    )


def _months(first: date, last: date) -> Iterator[date]:
    """The first days of the months within an interval."""
    year, month = first.year, first.month
    while (day := date(year, month, 1)) <= last:
        if day >= first:
            yield day
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _day(day: date, with_year: bool) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}" + (f" {day.year}" if with_year else "")


def _month(day: date, with_year: bool) -> str:
    return MONTHS[day.month - 1][:3] + (f" {day.year}" if with_year else "")
