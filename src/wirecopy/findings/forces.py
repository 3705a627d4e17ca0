"""Whose forces, aircraft and staff are: what they are sent to do is a deed of their state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts import Trigger
from wirecopy.findings.communiques import issued
from wirecopy.findings.frames import core
from wirecopy.findings.lexicon import classes
from wirecopy.findings.standins import listed
from wirecopy.language.gazetteer import is_own_master
from wirecopy.language.gazetteer import load as gazetteer
from wirecopy.model import Actor, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_owners(act: str | None, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The doers of an act, the forces and the embassy's staff of a state as that state: "two French frigates" as France.

    Only of what forces are ordered to do: who shoots is told as who shoots. "Russian-backed forces" are not Russia's.
    """
    if act not in listed("ordered"):
        return actors
    return tuple({one.id: one for actor in actors for one in (_owner(actor) or actor,)}.values())


def of_bulletin(passage: Passage, trigger: Trigger, doers: tuple[Token, ...]) -> tuple[Actor, ...]:
    """The state whose troops, named by their district or number alone, move in the words of its own ministry's bulletin."""
    troops = bool(doers) and all(core(one).lemma_.lower() in classes()["troops"] for one in doers)
    if not troops or trigger.pattern.act not in listed("ordered"):
        return ()
    voice = issued(passage, trigger.token.sent)
    return (voice.actor,) if voice is not None and voice.actor is not None else ()


def _owner(actor: Actor) -> Actor | None:
    words = actor.name.lower().split()
    if actor.kind != "group" or actor.country is None or words[-1] not in listed("forces") or is_own_master(actor):
        return None
    if any(word.endswith("-backed") or word.startswith("pro-") for word in words):
        return None
    return gazetteer().actors.get(actor.country)
