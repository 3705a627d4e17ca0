"""For whom speakers speak: a state's threat is not that of the minister who repeats it, but what he says is the state's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from wirecopy.judgements.outcomes.deeds import sides_of
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.model import Actor, Role
from wirecopy.words import load


def spoken_for(makers: Iterable[Collection[Actor]]) -> Actor | None:
    """The state, or organisation, for which several speakers made a commitment; None where one did, or not for one side.

    `makers` are those whom each claim names. A speaker is a person, an office ("the Kremlin"), or somebody without a name who
    stands alone ("a senior official", but not "Washington and its allies"); the state itself is none.
    """
    told = {actor.id: actor for one in makers for actor in one if _speaks(actor, len(one) == 1)}
    sides = {side for actor in told.values() if (side := sides_of([actor]))}  # of some no country is told
    if len(told) < 2 or len(sides) != 1:
        return None
    side = sides.pop()
    return actor_of(*side) if side else None


def _speaks(actor: Actor, is_alone: bool) -> bool:
    return actor.kind in ("person", "office") or (actor.anonymous and is_alone)


def actor_of(side: str) -> Actor | None:
    """The state of a country, or the actor of an id, that a side is in `judgements.deeds`."""
    actors = gazetteer().actors
    if side in actors:
        return actors[side]
    return next((actor for actor in actors.values() if actor.kind == "state" and actor.country == side), None)


def speaks_for(actor: Actor, state: Actor) -> bool:
    """Does somebody speak for a state: an office of it, or a person by his title (`speaks_for` in `words/positions.yml`)?

    A mayor, a senator and a company's spokesman do not.
    """
    if state.kind != "state" or actor.country is None or actor.country != state.country:
        return False
    return actor.kind == "office" or (actor.kind == "person" and any(_is_of_state(role) for role in actor.roles))


def _is_of_state(role: Role) -> bool:
    title, body = _title("titles"), _title("bodies")
    known = role.organisation is None or _state_named(role.organisation) is not None or body.search(role.organisation)
    return bool(known and not role.end and title.search(role.role) and not _title("not").search(role.role))


@cache
def _title(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('positions')['speaks_for'][name])})\b", re.I)


@cache
def _state_named(name: str) -> Actor | None:
    """The state of a name, or of another spelling of it."""
    return next(
        (one for one in gazetteer().actors.values() if one.kind == "state" and name in (one.name, *one.aliases)), None
    )
