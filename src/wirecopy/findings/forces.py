"""Whose forces, aircraft and staff are: what they are sent to do is a deed of their state."""

from __future__ import annotations

from wirecopy.findings.standins import listed
from wirecopy.language.gazetteer import load as gazetteer
from wirecopy.model import Actor


def of_owners(act: str | None, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The doers of an act, the forces and the embassy's staff of a state as that state: "two French frigates" as France.

    Only of what forces are ordered to do: who shoots is told as who shoots. "Russian-backed forces" are not Russia's.
    """
    if act not in listed("ordered"):
        return actors
    return tuple({one.id: one for actor in actors for one in (_owner(actor) or actor,)}.values())


def _owner(actor: Actor) -> Actor | None:
    words = actor.name.lower().split()
    if actor.kind != "group" or actor.country is None or words[-1] not in listed("forces"):
        return None
    if any(word.endswith("-backed") or word.startswith("pro-") for word in words):
        return None
    return gazetteer().actors.get(actor.country)
