"""Appointments: which events stand in a diary, and what each is called."""

from __future__ import annotations

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
        return _is_called_off(event)
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


def _is_called_off(event: Event) -> bool:
    """Are they talks that are told to be off, and so had been arranged: "the summit of the two was called off"?"""
    told = f" {(event.what or '').lower()} "
    off = any(f" {sign}" in told for sign in load("appointments")["off"])
    return event.act == "CONSULT" and event.status == "refused" and off and bool(event.who or event.when)


def what(entry: Entry) -> str:
    """The word for it: talks, summit, vote, deadline … from its own words, else from its act."""
    event = entry.value
    assert isinstance(event, Event)  # noqa: S101 -- appointments are events
    words = (event.what or "").lower()
    kinds: dict[str, list[str]] = load("appointments")["kinds"]
    # "The call comes ahead of talks": what is called, is so by its mode.
    named = (kind for kind in kinds if kind != CALL or event.mode in REMOTE)
    found = next((kind for kind in named if any(sign in words for sign in kinds[kind])), None)
    if (found == EXERCISE or (found is None and event.mode == EXERCISE)) and any(
        f" {word}" in words for word in load("appointments")["ends"]
    ):
        return f"end of {EXERCISE}"
    return found or load("appointments")["acts"].get(event.act) or (event.act is None and event.mode) or "appointment"
