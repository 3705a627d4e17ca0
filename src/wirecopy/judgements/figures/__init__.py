"""Figures of several reports: which are worth a line, which are one figure told again, and what two values are known by."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from datetime import date
from functools import cache

from wirecopy.judgements.figures.counted import Thing, branches, is_common, places_apart, thing
from wirecopy.judgements.told import Told, days, overlap, stems
from wirecopy.model import Actor, Figure, Moment
from wirecopy.words import load

UPDATE_DAYS = 7
# Smaller tolls are those of one place: three dead in a town are not three dead whose place nobody says.
LOCAL = 1000.0
# An interval longer than this says nothing of the day for which a number is given.
SHARP_DAYS = 10
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
    if figure.unit in load("figures")["lengths"] and not set(words) & set(load("figures")["long things"]):
        return False
    if words and words[-1] in load("figures")["animals"]:
        return False
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
    """Are both counted, or both of what may come?

    What one counter expects in a place may be there when he counts it, and those whom a side sends there arrive.
    """
    if a.status in PROJECTED and b.status in PROJECTED:
        return not (a.said_by and b.said_by) or both(a, b) is not None  # what may come is as somebody expects it
    if (a.status in PROJECTED) == (b.status in PROJECTED):
        return True
    if places_apart(a.where, b.where):
        return False
    sent = bool(a.where and b.where) and a.of is not None and a.of == b.of and not (a.said_by or b.said_by)
    return sent or (bool(a.where or b.where) and both(a, b) is not None)


def _both_stand(x: Thing, y: Thing) -> bool:
    """Does the one report only leave out that they train?"""
    return {x.fate, y.fate} == {None, "exercising"}


def _akin(a: Figure, b: Figure) -> bool:
    """Are two things called by like words, or two sums both aid: "a further $90m in military aid", "the $90m package"?"""
    aid = set(load("figures")["aid"])
    both_aid = a.unit is not None and all(set(one.measure.lower().split()[-1:]) & aid for one in (a, b))
    return both_aid or overlap(stems(a.measure), stems(b.measure)) >= 0.5


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


def value(figure: Figure) -> float:
    """The bound that a figure is known by: the lower one where there are two."""
    return figure.low or figure.high or 0.0


def sharp(figure: Figure) -> Days | None:
    """The days for which the report itself gives a number, where they are few."""
    interval = days(figure.as_of) if isinstance(figure.as_of, Moment) else None
    if interval is None:
        return None
    first, last = (date.fromisoformat(day).toordinal() for day in interval)
    return (first, last) if last - first <= SHARP_DAYS else None


def is_toll(figure: Figure) -> bool:
    """Does it count what befell people, which only grows; not those who came back or train?"""
    return thing(figure).fate in load("figures")["tolls"]


def both(a: Figure, b: Figure) -> Actor | None:
    """Who is named as the source of both."""
    return next((actor for actor in a.said_by if actor.id in {other.id for other in b.said_by}), None)


def day_of(figure: Figure) -> int | None:
    """The day for which a number is given, where it is known within days."""
    found = sharp(figure)
    return found[1] if found else None
