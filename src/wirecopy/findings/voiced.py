"""Who can speak: people and bodies, by name or description; the phrase, the number and the headline cannot."""

from __future__ import annotations

import re

from wirecopy.model import Actor
from wirecopy.words import load


def is_thing(word: str) -> bool:
    """Is a noun one of those that cannot speak, by the list and by its ending?"""
    tables = load("cues")
    if word in tables["speaking"]:
        return False
    return word in tables["things"] or word.endswith(tuple(tables["thing endings"]))


def last_noun(name: str) -> str:
    """The noun that a group's name hangs on, in the singular where that is plain: "tweet" of "tweets of the president"."""
    return re.split(r" (?:of|for|in|on|from|to|by|with|that|who) ", name)[0].split()[-1].lower().removesuffix("s")


def can_speak(actor: Actor) -> bool:
    """Can somebody say something? Whoever is only described by the noun for a thing cannot: "the number of citizens"."""
    return not (actor.anonymous and actor.id.startswith("group:") and is_thing(last_noun(actor.name)))
