"""Rivals: which figures answer one question with several values, and how two of these values relate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wirecopy.judgements.figures import PROJECTED, UPDATE_DAYS, Days, both, day_of, is_toll, places_told, sharp, value
from wirecopy.judgements.figures.counted import Thing, Usual, branches, filled, is_common, places_apart, thing
from wirecopy.judgements.told import days, stems
from wirecopy.model import Figure, Moment
from wirecopy.words import load

# "About 100,000" and 94,000 are compatible: hedged figures are rounded to their first digit or two.
ROUNDING = 0.1
# Values further apart than this count different things: the dead of a street and those of a war. Tolls grow fastest, where
# their place or both of their days are told.
FARTHEST_TOLL, FARTHEST = 8.0, 3.0
# Below this, things that nobody's fate hangs on are no contested series, unless they are described alike: 8 articles and 9.
MANY = 10.0
# So many killed of one side in one place are told once in an account, in more words than one.
HEAVY = 50.0
# "More than 300" is said of 350, not of 900: a bound that is open on one side reaches half as far again.
REACH = 1.5


def one_series(a: Figure, b: Figure, known: Mapping[tuple[str, str | None], Usual]) -> bool:
    """Do two figures answer one question with two values?"""
    if a.unit != b.unit or (a.status in PROJECTED) != (b.status in PROJECTED) or (a.low, a.high) == (b.low, b.high):
        return False
    x, y = filled(thing(a), known), filled(thing(b), known)
    if x.noun != y.noun or x.fate != y.fate or x.owner != y.owner or places_apart(x.places, y.places):
        return False
    low, high = sorted((value(a), value(b)))
    if bool(x.places) != bool(y.places) and is_common(x.noun) and not _is_rare(x, low, high):
        return False
    if branches(x) != branches(y) or _is_sent_apart(a, b):
        return False
    if x.noun != "troops" and _periods_apart(a, b):  # an army stands there from one month to the next
        return False
    doubted = x.fate == "voted" and a.said_by and b.said_by  # who held a poll, and who says that nobody came
    if high > (FARTHEST_TOLL if is_toll(a) or doubted else FARTHEST) * low:
        return False
    return is_counted_by_sides(a) or _described_alike(x, y, a, b)


def _is_rare(it: Thing, low: float, high: float) -> bool:
    """Are so many of one side's men killed at once that a report without the place must mean the other's: 300 militants?"""
    return it.noun not in ("people", "troops") and it.fate == "killed" and low >= HEAVY and high <= 2 * low


def is_other_toll(a: Figure, b: Figure, printed: tuple[Days | None, Days | None]) -> bool:
    """Are two tolls those of two blows: a week on or more the lower one, or far apart with no place and no common counter?"""
    if not is_toll(a):
        return False
    times = _Times(_told_for(a, printed[0]), _told_for(b, printed[1]), stated=False)
    low, high = sorted((value(a), value(b)))
    near = None not in (times.first, times.second) and abs(times.apart) < UPDATE_DAYS
    if high > FARTHEST * low and not (near or places_told(a) or places_told(b) or both(a, b)):
        return True
    earlier, later = (a, b) if times.apart > 0 else (b, a)
    return abs(times.apart) > UPDATE_DAYS and value(later) < value(earlier) * (1 - ROUNDING)


def _periods_apart(a: Figure, b: Figure) -> bool:
    """Is one the count of a month or a year, and the other of another time: killed in 2019, killed last week?"""
    spans = [days(figure.as_of) if isinstance(figure.as_of, Moment) else None for figure in (a, b)]
    if None in spans or (sharp(a) and sharp(b)):
        return False
    earlier, later = sorted(span for span in spans if span)
    return earlier[1] < later[0]


def is_counted_by_sides(figure: Figure) -> bool:
    """Does it count troops, or people by what befell them?"""
    it = thing(figure)
    return it.noun == "troops" or it.fate is not None


def _is_sent_apart(a: Figure, b: Figure) -> bool:
    """Does one come on top of others ("3,000 more") and the other not, or both of them, at another time?"""
    if thing(a).added != thing(b).added:
        return True
    first, second = day_of(a), day_of(b)
    return thing(a).added and first != second


def _described_alike(x: Thing, y: Thing, a: Figure, b: Figure) -> bool:
    """Are two things, sums or shares described by the same words, or, if they are many, not by different ones?"""
    if a.unit or x.noun == "people" or value(a) < MANY or value(b) < MANY:
        return stems(a.measure) == stems(b.measure) and len(stems(a.measure)) > 1
    return x.marks <= y.marks or y.marks <= x.marks


def relation(
    a: Figure, b: Figure, copies: bool, printed: tuple[Days | None, Days | None], scope: str | None = None
) -> tuple[str, str]:
    """How two values of one series relate, and why: garbled, update, compatible or disagrees (EXPORT's words).

    `printed`: first and last day of the reports that give each; `scope`: why the one takes in what the other leaves out.
    """
    if copies:
        return (
            "garbled",
            "the two reports are copies of one original, so that one of the numbers was changed in copying",
        )
    if scope:
        return "compatible", scope
    if _are_losses(a) != _are_losses(b):
        return "compatible", "losses may take in the wounded and the captured"
    x, y = value(a), value(b)
    times = _Times(_told_for(a, printed[0]), _told_for(b, printed[1]), bool(sharp(a) and sharp(b)))
    if _is_counted_elsewhere(a, b, times):
        return (
            "compatible",
            "counted by others more than a week apart, so that it may have changed, or be another count",
        )
    if _is_later(a, b, times):
        return "update", times.distance()
    if not (times.stated and times.apart) and (agreed := _agreed(a, b)):
        return "compatible", f"{x:g} and {y:g} {agreed}"
    if _grows(a, b, times):
        return (
            "update",
            f"{x:g} and {y:g}: the toll of {_later(abs(times.apart))}"
            if times.apart
            else f"{x:g} and {y:g}: a toll at two times",
        )
    source = both(a, b)
    if abs(times.apart) > UPDATE_DAYS or (times.apart and source):
        return "update", times.distance()
    if source:
        return "disagrees", f"{x:g} and {y:g} are both given as the number of {source.name}{times.doubt(x, y)}"
    return "disagrees", f"{x:g} and {y:g} for the same thing{times.doubt(x, y) or ' at about the same time'}"


def _are_losses(figure: Figure) -> bool:
    """Are "losses" given, of which nobody says how many are dead?"""
    return thing(figure).fate == "killed" and bool({*figure.measure.lower().split()} & {*load("figures")["losses"]})


def _later(days_apart: int) -> str:
    return "the next day" if days_apart == 1 else f"{days_apart} days later"


class _Times(NamedTuple):
    """The days for which two numbers are given, None where nobody knows; `stated`: by the reports' own words."""

    first: Days | None
    second: Days | None
    stated: bool

    @property
    def apart(self) -> int:
        """Days from the first to the second; 0 where they overlap or one is not known."""
        if self.first is None or self.second is None:
            return 0
        return max(self.second[0] - self.first[1], 0) or min(self.second[1] - self.first[0], 0)

    def doubt(self, x: float, y: float) -> str:
        """That nobody knows for which time one of two numbers is given; "" where it is known."""
        if self.first is None and self.second is None:
            return "; for which days they are given is not known"
        unknown = x if self.first is None else y
        return f"; for which day {unknown:g} is given is not known" if None in (self.first, self.second) else ""

    def distance(self) -> str:
        """How far apart the days are."""
        days_apart = abs(self.apart)
        return "given for one day and the next" if days_apart == 1 else f"given for days {days_apart} days apart"


def _told_for(figure: Figure, printed: Days | None) -> Days | None:
    """The days that a report states; of a number without any those on which it was printed.

    A weekday that fits several weeks is no day: the number is not of the day on which it was printed either.
    """
    return sharp(figure) or (printed if figure.as_of is None or days(figure.as_of) is not None else None)


def _is_later(a: Figure, b: Figure, times: _Times) -> bool:
    """Are two numbers that are no tolls given for different days, so that the later one replaces the other?

    Within a week only by sides that may be one, or without any: what Kyiv counts on a day is no answer to what Moscow
    counted the day before.
    """
    if is_toll(a) or not times.apart:
        return False
    return abs(times.apart) > UPDATE_DAYS or (times.stated and not _sides_apart(a, b))


def _is_counted_elsewhere(a: Figure, b: Figure, times: _Times) -> bool:
    """Are two numbers of one force given more than a week apart by counters that have nothing in common?

    Neither is the later value of the other's count: what an ally estimates does not bring a ministry's number up to date.
    """
    if is_toll(a) or abs(times.apart) <= UPDATE_DAYS:
        return False
    seats = [{seat for actor in one.said_by for seat in (actor.id, actor.country) if seat} for one in (a, b)]
    return all(seats) and seats[0].isdisjoint(seats[1])


def _sides_apart(a: Figure, b: Figure) -> bool:
    """Are the two numbers given by actors of different states?"""
    states = [{actor.country for actor in figure.said_by if actor.country} for figure in (a, b)]
    return all(states) and not states[0] & states[1] and both(a, b) is None


def _agreed(a: Figure, b: Figure) -> str | None:
    """Why two values do not contradict each other: the bounds of one hold the other, or they agree within rounding."""
    if _holds(a, b) or _holds(b, a):
        return "agree: the bounds of the one take in the other"
    x, y = value(a), value(b)
    if any(f.hedge and _is_round(value(f)) for f in (a, b)) and abs(x - y) <= ROUNDING * max(x, y):
        return "agree within rounding, and one of them is hedged"
    return None


def _holds(bounds: Figure, inner: Figure) -> bool:
    """Do the bounds of one number take in the other? An open side reaches half as far again, as `agreeing` has it."""
    if bounds.low is not None and bounds.low == bounds.high:
        return False
    low = bounds.low if bounds.low is not None else (bounds.high or 0.0) / REACH
    high = bounds.high if bounds.high is not None else (bounds.low or 0.0) * REACH
    return low <= value(inner) and (inner.high if inner.high is not None else value(inner)) <= high


def _is_round(number: float) -> bool:
    """Has a number two digits that say something, at most?"""
    return number < 100 or not float(f"{number:.1e}") - number


def _grows(a: Figure, b: Figure, times: _Times) -> bool:
    """Is the later of two tolls the higher one? Where the days are not known, two times have to be told by one side."""
    if not is_toll(a):
        return False
    if times.apart:
        return (value(b) > value(a)) == (times.apart > 0)
    if a.as_of == b.as_of or _sides_apart(a, b):
        return False
    sides = [{actor.country or actor.id for actor in figure.said_by} for figure in (a, b)]
    undated = times.first is None and times.second is None
    return bool(sides[0] & sides[1]) or (undated and a.as_of is not None and b.as_of is not None)
