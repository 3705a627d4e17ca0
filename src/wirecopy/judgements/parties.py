"""Who stands behind whom when claims are compared: Biden acts for the United States, the Kremlin for Russia."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.judgements.told import stem
from wirecopy.model import Actor, Event
from wirecopy.words import load

# "Its neighbour", "the peninsula": which one is told elsewhere.
POINTED = re.compile(
    r"(?:its|his|her|their|our|my|your) |"
    r"(?:the )?(?:peninsula|region|province|territory|island|enclave|country|city|town|area)$",
    re.I,
)


def parties(event: Event) -> tuple[Actor, ...]:
    """All who take part."""
    return event.who + tuple(actor for actor in event.whom if actor not in event.who)


def ids(actors: Iterable[Actor]) -> frozenset[str]:
    """The actors' ids."""
    return frozenset(actor.id for actor in actors)


def sides(actors: Iterable[Actor]) -> frozenset[str]:
    """The actors' countries, or their ids where they have none (NATO)."""
    return frozenset(actor.country or actor.id for actor in actors)


def seated(left: Iterable[Actor], right: Iterable[Actor]) -> bool:
    """Has everybody of the one list a seat in the other: himself, or somebody or something of his side?

    A state's envoys are that state ("Sherman and Ryabkov" are the United States and Russia); one envoy is not another.
    """
    right = tuple(right)
    return all(any(_same_seat(actor, other) for other in right) for actor in left)


def _same_seat(left: Actor, right: Actor) -> bool:
    if left.id == right.id:
        return True
    if left.kind == right.kind == "person":
        return False
    if bool(sides((left,)) & sides((right,))) or _of_one_body((left,), (right,)):
        return True
    return _is_within(left, right) or _is_within(right, left)


def _is_within(member: Actor, body: Actor) -> bool:
    """Does a body bear a member's name: NATO in the NATO-Russia Council?"""
    return body.kind == "organisation" and "-" in body.name and member.name in re.split(r"[-–\s]+", body.name)


def named(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors but those who are only pointed at."""
    return tuple(actor for actor in actors if not POINTED.match(actor.name))


def fit(left: tuple[Actor, ...], right: tuple[Actor, ...]) -> float:
    """How well two lists of participants agree.

    1 the same; .9 one within the other; .7 another actor of the same side, or a nameless one of the same description; .6 one
    list is empty; 0 nothing in common.
    Who is only pointed at is nobody here: it may be anybody.
    """
    left, right = named(left), named(right)
    if not left or not right:
        return 0.6
    a, b = ids(left), ids(right)
    if a == b:
        return 1.0
    if a & b:
        return 0.9 if a <= b or b <= a else 0.75
    x, y = sides(left), sides(right)
    persons = all(actor.kind == "person" and not actor.anonymous for actor in (*left, *right))
    if x & y and not persons:
        return 0.7
    return 0.7 if _one_description(left, right) or _of_one_body(left, right) else 0.0


def _of_one_body(left: Iterable[Actor], right: Iterable[Actor]) -> bool:
    """Is somebody a body in the one and, in the other, those of it: "the European Union", "European Union leaders"?"""
    pairs = [(x, y) for x in left for y in right]
    return any(_speaks_for(x, y) or _speaks_for(y, x) for x, y in pairs)


def _speaks_for(group: Actor, body: Actor) -> bool:
    if group.kind != "group" or body.kind != "organisation" or head(group.name) in load("comparing")["others"]:
        return False
    return any(group.name.startswith(f"{name} ") for name in (body.name, *body.aliases))


def _one_description(left: Iterable[Actor], right: Iterable[Actor]) -> bool:
    """Is somebody without a name or a country called by one noun in both: "two separatist regions", "the breakaway regions"?"""
    mine, yours = (
        {stem(head(one.name)) for one in side if one.anonymous and not one.country} for side in (left, right)
    )
    return bool(mine & yours)


def head(description: str) -> str:
    """The noun that a description hangs on: "regions" of "two separatist regions of eastern Ukraine"."""
    return (re.split(r" (?:of|in|from|at|on|for|with|who|that) ", description)[0].split() or [""])[-1].lower()


def is_named(actor: Actor) -> bool:
    """Has an actor a name, or somebody's ("Chadian officials"), an office or a side? A first word is great by its place."""
    words = actor.name.split() or [""]
    known = bool(actor.country) or words[0].endswith(("'s", "’s")) or sum(map(str.isupper, words[0])) > 1
    named = any(word[0].isupper() for word in words[1:]) or (known and words[0][:1].isupper())
    return not actor.anonymous or named or words[-1].lower().removesuffix("s") in grammar("standing")
