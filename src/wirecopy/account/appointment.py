"""Appointments: which events stand in a diary, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wirecopy.model import Entry, Event
from wirecopy.words import load

CALL, REMOTE = "call", ("phone", "virtual")
EXERCISE = "exercise"


def appointments(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The events that are or were scheduled, of a kind that stands in a diary."""
    return tuple(entry for entry in entries if is_appointment(entry))


def is_appointment(entry: Entry) -> bool:
    """Was it ever told as scheduled, and may it stand in a diary?

    Troops, aid and measures may where a day is told; talks of two sides and signings even without; an attack never, whoever
    is sure of it, nor what is only to be said, nor a death or a quake, whatever report speaks of it as to come.
    """
    event = entry.value
    if not isinstance(event, Event):
        return False
    if not any(_is_scheduled(claim.finding) for claim in entry.claims):
        return _is_called_off(event) or any(_is_accepted(claim.finding) for claim in entry.claims)
    words = load("appointments")
    if event.act is None and event.mode in words["unplanned"]:
        return False
    if event.when is not None:
        return event.act not in words["forecasts"]
    told = (event.what or "").lower()
    signed = event.act == "SUPPORT" and any(word in told for word in words["signings"])
    return signed or (event.act == "CONSULT" and len({*event.who, *event.whom}) > 1)


def _is_scheduled(finding: object) -> bool:
    return isinstance(finding, Event) and finding.status == "scheduled"


def _is_accepted(event: object) -> bool:
    """Are they talks that both sides accept on a condition: "accepted a summit, which could be held only if they left"?"""
    if not isinstance(event, Event):
        return False
    told = (event.what or "").lower()
    yes = any(word in told for word in load("appointments")["accepted"])
    return event.act == "CONSULT" and event.status == "conditional" and yes and len(event.who) > 1


def _is_called_off(event: Event) -> bool:
    """Are they talks that are told to be off, and so had been arranged: "the summit of the two was called off"?"""
    told = f" {(event.what or '').lower()} "
    off = any(f" {sign}" in told for sign in load("appointments")["off"])
    return event.act == "CONSULT" and event.status == "refused" and off and bool(event.who or event.when)


def _tells_end(event: Event, words: str) -> bool:
    """Does a line tell of the end of an exercise? What has "opened and will last until Friday" is told as begun."""
    ends = "|".join(load("appointments")["ends"])
    opened = event.status in ("happened", "ongoing") and re.search(rf"\b(?:will|would|is to|are to) (?:{ends})", words)
    return not opened and re.search(rf"\b(?:{ends})", words) is not None


def what(entry: Entry) -> str:
    """The word for it: talks, summit, vote, deadline … from its own words, else from its act."""
    event = entry.value
    assert isinstance(event, Event)  # noqa: S101 -- appointments are events
    words = (event.what or "").lower()
    kinds: dict[str, list[str]] = load("appointments")["kinds"]
    # "The call comes ahead of talks": what is called, is so by its mode.
    named = (kind for kind in kinds if kind != CALL or event.mode in REMOTE)
    found = next((kind for kind in named if any(sign in words for sign in kinds[kind])), None)
    if (found == EXERCISE or (found is None and event.mode == EXERCISE)) and _tells_end(event, words):
        return f"end of {EXERCISE}"
    return found or load("appointments")["acts"].get(event.act) or (event.act is None and event.mode) or "appointment"
