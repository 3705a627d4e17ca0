"""For whom the speakers of one commitment speak: a state's threat is not that of the minister who repeats it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wirecopy.judgements.deeds import sides_of
from wirecopy.language.gazetteer import load as gazetteer
from wirecopy.model import Actor


def spoken_for(makers: Iterable[Collection[Actor]]) -> Actor | None:
    """The state, or organisation, for which several speakers made a commitment; None where one did, or not for one side.

    `makers` are those whom each claim names. A speaker is a person, or somebody without a name who stands alone ("a senior
    official", but not "Washington and its allies"); the state itself is none.
    """
    told = {actor.id: actor for one in makers for actor in one if _speaks(actor, len(one) == 1)}
    sides = {sides_of([actor]) for actor in told.values()}
    if len(told) < 2 or len(sides) != 1:
        return None
    side = sides.pop()
    return actor_of(*side) if side else None


def _speaks(actor: Actor, is_alone: bool) -> bool:
    return actor.kind == "person" or (actor.anonymous and is_alone)


def actor_of(side: str) -> Actor | None:
    """The state of a country, or the actor of an id, that a side is in `judgements.deeds`."""
    actors = gazetteer().actors
    if side in actors:
        return actors[side]
    return next((actor for actor in actors.values() if actor.kind == "state" and actor.country == side), None)
