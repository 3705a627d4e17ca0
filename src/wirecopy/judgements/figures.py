"""Figures of several reports: which are one figure told again, which answer one question, and how their values relate."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from wirecopy.judgements.counted import Thing, Usual, branches, filled, is_common, places_apart, thing
from wirecopy.judgements.told import Told, days, overlap, stems
from wirecopy.model import Actor, Figure, Moment
from wirecopy.words import load

UPDATE_DAYS = 7
# "About 100,000" and 94,000 are compatible: hedged figures are rounded to their first digit or two.
ROUNDING = 0.1
# Values further apart than this count different things: the dead of a street and those of a war. Tolls grow fastest, where
# their place or both of their days are told.
FARTHEST_TOLL, FARTHEST = 8.0, 3.0
# Below this, things that nobody's fate hangs on are no contested series, unless they are described alike: 8 articles and 9.
MANY = 10.0
# Smaller tolls are those of one place: three dead in a town are not three dead whose place nobody says.
LOCAL = 1000.0
# So many killed of one side in one place are told once in an account, in more words than one.
HEAVY = 50.0
# An interval longer than this says nothing of the day for which a number is given.
SHARP_DAYS = 10
# "More than 300" is said of 350, not of 900: a bound that is open on one side reaches half as far again.
REACH = 1.5
LENGTHS = {"s", "min", "h", "d", "wk", "mo", "a"}
PROJECTED = {"possible", "conditional", "scheduled"}

Days = tuple[int, int]


def keys(told: Told) -> Iterable[Hashable]:
    """Claims that share no key are not compared: value and unit."""
    figure = told.finding
    assert isinstance(figure, Figure)  # noqa: S101 -- the caller groups claims by kind
    yield figure.unit, figure.low if figure.low is not None else figure.high
    yield figure.unit, figure.high if figure.high is not None else figure.low


def worth_a_line(figure: Figure) -> bool:
    """Is a figure a line of the account? How long a deed took is told by the event; how long a truce is to hold is not."""
    words = figure.measure.lower().split()
    if words[-1:] and (words[-1] in load("figures")["no lines"] or _is_vague(figure)):
        return False
    if words[-1:] and words[-1] in load("figures")["parts of papers"]:
        return _is_of_a_paper(figure, words[-1])
    if figure.unit == "%" and len(words) == 1 and not figure.of and words[0] in load("figures")["change nouns"]:
        return False  # "a 7 % drop": of what, nobody reads
    return figure.unit not in LENGTHS or words[-1] in load("figures")["lasting"]


def _is_of_a_paper(figure: Figure, part: str) -> bool:
    """Is it so many articles or points of a paper that is the news itself: "a plan of 14 points was handed over on Monday"?

    The paper stands beside the number, and its day is known: of older papers the articles are told of in passing.
    """
    known = days(figure.as_of)
    if known is None or (date.fromisoformat(known[1]) - date.fromisoformat(known[0])).days > SHARP_DAYS:
        return False
    return figure.unit is None and re.search(_beside_a_paper(part), figure.what or "", re.IGNORECASE) is not None


@cache
def _beside_a_paper(part: str) -> str:
    """The pattern of a paper of so many parts, with the number in any words: "12-article draft", "a treaty of 8 articles"."""
    papers = "|".join(load("figures")["papers"])
    linked = "of|with|has|have|had|contain(?:s|ed|ing)?|compris(?:es|ed|ing)|in|(?:runs?|ran|running) to"
    return (
        rf"-{part}(?: [\w’'-]+){{0,2}}? (?:{papers})\b|\b(?:{papers}) (?:{linked}) (?:[\w-]+ ){{0,2}}?[\w.,-]+ {part}\b"
    )


def _is_vague(figure: Figure) -> bool:
    """Is it a way to say many, of money or things: "billions of dollars", "dozens of events"? Not of what befell people."""
    if [figure.low, figure.high] not in load("figures")["vague"].values():
        return False
    return figure.unit is not None or not is_common(thing(figure).noun)


def likeness(left: Told, right: Told) -> float:
    """From 0 to 1; .5 and more: one figure told again. The same number of the same thing, of now or of what may come."""
    a, b = left.finding, right.finding
    assert isinstance(a, Figure) and isinstance(b, Figure)  # noqa: S101
    if not {a.low, a.high} - {None} & {b.low, b.high} - {None}:
        return 0.0
    if left.sentence and left.sentence == right.sentence:
        return 0.9
    return 0.8 if same_thing(a, b) and not _told_apart(a, b) and not _one_is_added(a, b) else 0.0


def same_thing(a: Figure, b: Figure) -> bool:
    """Can two figures count the same: one unit, world, noun and fate, and no two different owners, places or kinds?"""
    if a.unit != b.unit or not _one_world(a, b):
        return False
    x, y = thing(a), thing(b)
    if (x.fate != y.fate and not _both_stand(x, y)) or (
        x.noun != y.noun and (is_common(x.noun) or is_common(y.noun) or not _akin(a, b))
    ):
        return False
    if x.owner and y.owner and not stems(x.owner) & stems(y.owner):
        return False
    return not places_apart(x.places, y.places) and branches(x) == branches(y)


def _one_world(a: Figure, b: Figure) -> bool:
    """Are both counted, or both of what may come? What one counter expects in a place may be there when he counts it."""
    if (a.status in PROJECTED) == (b.status in PROJECTED):
        return True
    return bool(a.where or b.where) and not places_apart(a.where, b.where) and _both(a, b) is not None


def _both_stand(x: Thing, y: Thing) -> bool:
    """Does the one report only leave out that they train?"""
    return {x.fate, y.fate} == {None, "exercising"}


def _akin(a: Figure, b: Figure) -> bool:
    return overlap(stems(a.measure), stems(b.measure)) >= 0.5


def _one_is_added(a: Figure, b: Figure) -> bool:
    """Is one told as an addition, "3,000 more", the other not? They are one only if told of the same days."""
    if thing(a).added == thing(b).added:
        return False
    first, second = day_of(a), day_of(b)
    return first is None or second is None or abs(first - second) > UPDATE_DAYS


def _told_apart(a: Figure, b: Figure) -> bool:
    """Is one number given for days far apart, for one town and for no place, or by counters of different states?"""
    first, second = day_of(a), day_of(b)
    if first and second and abs(first - second) > UPDATE_DAYS and not is_standing(a, b):
        return True
    if thing(a).fate and value(a) < LOCAL and bool(a.where) != bool(b.where):
        return True
    states = [{actor.country for actor in figure.said_by if actor.country} for figure in (a, b)]
    return all(states) and not states[0] & states[1]


def is_standing(a: Figure, b: Figure) -> bool:
    """Is it a number that stands for weeks, the dead of a war or a force at a border, not one that was sent on a day?"""
    return is_toll(a) or places_told(a) == places_told(b)


def places_told(figure: Figure) -> frozenset[str]:
    """The ids of the places that a figure names."""
    return frozenset(place.id for place in figure.where)


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
    if high > FARTHEST * low and not (near or places_told(a) or places_told(b) or _both(a, b)):
        return True
    earlier, later = (a, b) if times.apart > 0 else (b, a)
    return abs(times.apart) > UPDATE_DAYS and value(later) < value(earlier) * (1 - ROUNDING)


def _periods_apart(a: Figure, b: Figure) -> bool:
    """Is one the count of a month or a year, and the other of another time: killed in 2019, killed last week?"""
    spans = [days(figure.as_of) if isinstance(figure.as_of, Moment) else None for figure in (a, b)]
    if None in spans or (_sharp(a) and _sharp(b)):
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


def value(figure: Figure) -> float:
    """The bound that a figure is known by: the lower one where there are two."""
    return figure.low or figure.high or 0.0


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
    x, y = value(a), value(b)
    times = _Times(_told_for(a, printed[0]), _told_for(b, printed[1]), bool(_sharp(a) and _sharp(b)))
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
    both = _both(a, b)
    if abs(times.apart) > UPDATE_DAYS or (times.apart and both):
        return "update", times.distance()
    if both:
        return "disagrees", f"{x:g} and {y:g} are both given as the number of {both.name}{times.doubt(x, y)}"
    return "disagrees", f"{x:g} and {y:g} for the same thing{times.doubt(x, y) or ' at about the same time'}"


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


def _sharp(figure: Figure) -> Days | None:
    """The days for which the report itself gives a number, where they are few."""
    interval = days(figure.as_of) if isinstance(figure.as_of, Moment) else None
    if interval is None:
        return None
    first, last = (date.fromisoformat(day).toordinal() for day in interval)
    return (first, last) if last - first <= SHARP_DAYS else None


def _told_for(figure: Figure, printed: Days | None) -> Days | None:
    """The days that a report states; of a number without any those on which it was printed.

    A weekday that fits several weeks is no day: the number is not of the day on which it was printed either.
    """
    return _sharp(figure) or (printed if figure.as_of is None or days(figure.as_of) is not None else None)


def _is_later(a: Figure, b: Figure, times: _Times) -> bool:
    """Are two numbers that are no tolls given for different days, so that the later one replaces the other?

    Within a week only by sides that may be one, or without any: what Kyiv counts on a day is no answer to what Moscow
    counted the day before.
    """
    if is_toll(a) or not times.apart:
        return False
    return abs(times.apart) > UPDATE_DAYS or (times.stated and not _sides_apart(a, b))


def _sides_apart(a: Figure, b: Figure) -> bool:
    """Are the two numbers given by actors of different states?"""
    states = [{actor.country for actor in figure.said_by if actor.country} for figure in (a, b)]
    return all(states) and not states[0] & states[1] and _both(a, b) is None


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


def is_toll(figure: Figure) -> bool:
    """Does it count what befell people, which only grows; not those who came back or train?"""
    return thing(figure).fate in load("figures")["tolls"]


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


def _both(a: Figure, b: Figure) -> Actor | None:
    """Who is named as the source of both."""
    return next((actor for actor in a.said_by if actor.id in {other.id for other in b.said_by}), None)


def day_of(figure: Figure) -> int | None:
    """The day for which a number is given, where it is known within days."""
    found = _sharp(figure)
    return found[1] if found else None
