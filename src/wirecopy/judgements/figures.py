"""Figures of several reports: which are one figure told again, which answer one question, and how their values relate."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date

from wirecopy.judgements.counted import Thing, Usual, branches, filled, is_common, places_apart, thing
from wirecopy.judgements.told import Told, days, overlap, stems
from wirecopy.model import Actor, Figure, Moment
from wirecopy.words import load

UPDATE_DAYS = 7
# "About 100,000" and 94,000 are compatible: hedged figures are rounded to their first digit or two.
ROUNDING = 0.1
# Values further apart than this count different things: the dead of a street and those of a war. Tolls grow fastest.
FARTHEST_TOLL, FARTHEST = 8.0, 3.0
# Below this, things that nobody's fate hangs on are no contested series, unless they are described alike: 8 articles and 9.
MANY = 10.0
# Smaller tolls are those of one place: three dead in a town are not three dead whose place nobody says.
LOCAL = 1000.0
# An interval longer than this says nothing of the day for which a number is given.
SHARP_DAYS = 10
# Characters beside a number within which a word still belongs to it.
BESIDE = 24
LENGTHS = {"s", "min", "h", "d", "wk", "mo", "a"}
PROJECTED = {"possible", "conditional", "scheduled"}


def keys(told: Told) -> Iterable[Hashable]:
    """Claims that share no key are not compared: value and unit."""
    figure = told.finding
    assert isinstance(figure, Figure)  # noqa: S101 -- the caller groups claims by kind
    yield figure.unit, figure.low if figure.low is not None else figure.high
    yield figure.unit, figure.high if figure.high is not None else figure.low


def worth_a_line(figure: Figure) -> bool:
    """Is a figure a line of the account? How long a deed took is told by the event; how long a truce is to hold is not."""
    words = figure.measure.lower().split()
    return figure.unit not in LENGTHS or any(word in load("figures")["lasting"] for word in words)


def likeness(left: Told, right: Told) -> float:
    """From 0 to 1; .5 and more: one figure told again. The same number of the same thing, of now or of what may come."""
    a, b = left.finding, right.finding
    assert isinstance(a, Figure) and isinstance(b, Figure)  # noqa: S101
    if not {a.low, a.high} - {None} & {b.low, b.high} - {None}:
        return 0.0
    if left.sentence and left.sentence == right.sentence:
        return 0.9
    return 0.8 if same_thing(a, b) and not _told_apart(a, b) and not _one_is_added(left, right) else 0.0


def same_thing(a: Figure, b: Figure) -> bool:
    """Can two figures count the same: one unit, world, noun and fate, and no two different owners, places or kinds?"""
    if a.unit != b.unit or (a.status in PROJECTED) != (b.status in PROJECTED):
        return False
    x, y = thing(a), thing(b)
    if x.fate != y.fate or (x.noun != y.noun and (is_common(x.noun) or is_common(y.noun) or not _akin(a, b))):
        return False
    if x.owner and y.owner and not stems(x.owner) & stems(y.owner):
        return False
    return not places_apart(x.places, y.places) and branches(x) == branches(y)


def _akin(a: Figure, b: Figure) -> bool:
    return overlap(stems(a.measure), stems(b.measure)) >= 0.5


def _one_is_added(left: Told, right: Told) -> bool:
    """Is one told as an addition, "3,000 more", the other not? They are one only if told of the same days."""
    if _is_added(left) == _is_added(right):
        return False
    assert isinstance(left.finding, Figure) and isinstance(right.finding, Figure)  # noqa: S101
    first, second = day_of(left.finding), day_of(right.finding)
    return first is None or second is None or abs(first - second) > UPDATE_DAYS


def _is_added(told: Told) -> bool:
    """Does one of the words beside the number say that it comes on top of others?"""
    number, measure = told.claim.spans["figure"][0], told.claim.spans["measure"][0]
    text = told.report.text
    beside = text[max(0, number.start - BESIDE) : number.start].split()[-1:]
    if number.end <= measure.start <= number.end + BESIDE:
        beside += text[number.end : measure.end].split()
    return any(word.lower() in load("figures")["added"] for word in beside)


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
    return thing(a).fate is not None or places_told(a) == places_told(b)


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
    if bool(x.places) != bool(y.places) and is_common(x.noun):
        return False
    low, high = sorted((value(a), value(b)))
    if high > (FARTHEST_TOLL if x.fate else FARTHEST) * low:
        return False
    return x.noun == "troops" or x.fate is not None or _described_alike(x, y, a, b)


def _described_alike(x: Thing, y: Thing, a: Figure, b: Figure) -> bool:
    """Are two things, sums or shares described by the same words, or, if they are many, not by different ones?"""
    if a.unit or x.noun == "people" or value(a) < MANY or value(b) < MANY:
        return stems(a.measure) == stems(b.measure) and len(stems(a.measure)) > 1
    return x.marks <= y.marks or y.marks <= x.marks


def value(figure: Figure) -> float:
    """The bound that a figure is known by: the lower one where there are two."""
    return figure.low or figure.high or 0.0


def relation(a: Figure, b: Figure, copies: bool, days_told: tuple[int | None, int | None]) -> tuple[str, str]:
    """How two values of one series relate, and why: garbled, update, compatible or disagrees (EXPORT's words)."""
    if copies:
        return (
            "garbled",
            "the two reports are copies of one original, so that one of the numbers was changed in copying",
        )
    x, y = value(a), value(b)
    if any(f.hedge and _is_round(value(f)) for f in (a, b)) and abs(x - y) <= ROUNDING * max(x, y):
        return "compatible", f"{x:g} and {y:g} agree within rounding, and one of them is hedged"
    first, second = day_of(a) or days_told[0], day_of(b) or days_told[1]
    apart = second - first if first and second else 0
    if _grows(a, b, apart):
        return (
            "update",
            f"{x:g} and {y:g}: the toll of {abs(apart)} days later"
            if apart
            else f"{x:g} and {y:g}: a toll at two times",
        )
    both = _both(a, b)
    if abs(apart) > UPDATE_DAYS or (apart and both):
        return "update", f"given for days {abs(apart)} days apart"
    if both:
        return "disagrees", f"{x:g} and {y:g} are both given as the number of {both.name}"
    return "disagrees", f"{x:g} and {y:g} for the same thing at about the same time"


def _is_round(number: float) -> bool:
    """Has a number two digits that say something, at most?"""
    return number < 100 or not float(f"{number:.1e}") - number


def _grows(a: Figure, b: Figure, apart: int) -> bool:
    """Is the later of two tolls the higher one? On one day only where their times are told and one side counts."""
    if thing(a).fate is None:
        return False
    if apart:
        return (value(b) > value(a)) == (apart > 0)
    sides = [{actor.country for actor in figure.said_by} for figure in (a, b)]
    return bool(sides[0] & sides[1]) and a.as_of != b.as_of


def _both(a: Figure, b: Figure) -> Actor | None:
    """Who is named as the source of both."""
    return next((actor for actor in a.said_by if actor.id in {other.id for other in b.said_by}), None)


def day_of(figure: Figure) -> int | None:
    """The day for which a number is given, where it is known within days."""
    interval = days(figure.as_of) if isinstance(figure.as_of, Moment) else None
    if interval is None:
        return None
    first, last = (date.fromisoformat(day).toordinal() for day in interval)
    return last if last - first <= SHARP_DAYS else None
