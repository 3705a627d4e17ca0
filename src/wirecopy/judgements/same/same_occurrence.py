"""Do two claims without an act tell of one occurrence? By its word, in one strand of the account, and by its day.

In one story a word hardly ever names two occurrences: of pairs of mentions of one word in reports of one story five in
six were one event in the evaluation data, whoever was named beside them. What tells two of them apart is the strand.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache

from wirecopy.judgements.parties import fit, ids
from wirecopy.judgements.told import Told, days
from wirecopy.model import Event, Moment
from wirecopy.words import load

LIKE = 0.8
"""Likeness of two claims that nothing holds apart."""
UNTRUE = frozenset({"denied", "refused"})


def keys(told: Told, event: Event) -> Iterable[Hashable]:
    """The strand, the word, and whether it is said to have been so or not; none of an event without a word.

    What is told as possible in one report ("charged with the murder") is told as a fact in the next, so these meet. A noun
    names what is known ("he did not survive the quake"), so that nothing told of it makes it another.
    """
    if event.word is not None:
        known = event.act is None and event.word in _known()
        yield "occurrence", told.strand, named(event), event.status in UNTRUE and not known


def likeness(left: Told, right: Told, a: Event, b: Event) -> float:
    """`LIKE` where both share their key, 0 where they do not, −1 where each has a day or a country of its own."""
    if set(keys(left, a)).isdisjoint(keys(right, b)):
        return 0.0
    other = _other_day(left, right, a, b) or _other_country(a, b) or _other_bill(a, b) or _other_choice(a, b)
    return -1.0 if other else LIKE


def _other_day(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Are both told for one known day, and not the same? "Monday" of two reports is too often counted from a wrong date."""
    mine, yours = days(a.when), days(b.when)
    if not mine or not yours or mine == yours or mine[0] != mine[1] or yours[0] != yours[1]:
        return False
    stated = all(isinstance(when, Moment) and when.basis == "stated" for when in (a.when, b.when))
    return stated or left.report.id == right.report.id


def _other_country(a: Event, b: Event) -> bool:
    """Is each told for places whose countries are known, and not the same?"""
    mine, yours = ({place.country for place in event.where} for event in (a, b))
    return bool(mine and yours) and None not in mine | yours and mine.isdisjoint(yours)


def _other_bill(a: Event, b: Event) -> bool:
    """Are both bills, each of somebody else? One session has many of them, and each its sponsors."""
    return a.mode == b.mode == "law" and bool(a.who and b.who) and ids(a.who).isdisjoint(ids(b.who))


def _other_choice(a: Event, b: Event) -> bool:
    """Was somebody hired, fired or elected by another, or was it another who was?"""
    sides = ((a.who, b.who), (a.whom, b.whom))
    return a.mode == b.mode == "choice" and any(x and y and not fit(x, y) for x, y in sides)


def named(event: Event) -> str:
    """The word that an occurrence is known by: the first of those that mean the same (`words/newsworthy.yml`)."""
    word = event.word or ""
    return _alike().get(word, word)


@cache
def _known() -> frozenset[str]:
    """The nouns for occurrences that are no verbs as well."""
    classes = load("newsworthy")["classes"].values()
    nouns, verbs = ({word for of in classes for word in of.get(part, ())} for part in ("nouns", "verbs"))
    return frozenset(nouns - verbs)


@cache
def _alike() -> Mapping[str, str]:
    return {word: group[0] for group in load("newsworthy")["alike"] for word in group}
