"""Appointments: what is to take place, and what has become of it."""

from __future__ import annotations

from wirecopy.model import Entry, Event
from wirecopy.words import load


def what(entry: Entry) -> str:
    """The word for it: talks, summit, vote, deadline … from its own words, else from its act."""
    event = entry.value
    assert isinstance(event, Event)  # noqa: S101 -- appointments are events
    words = (event.what or "").lower()
    kinds: dict[str, list[str]] = load("appointments")["kinds"]
    found = next((kind for kind, signs in kinds.items() if any(sign in words for sign in signs)), None)
    return found or load("appointments")["acts"].get(event.act, "appointment")


def outcome(entry: Entry) -> str:
    """open until a report tells of it: kept once it has happened, cancelled once it is denied or refused."""
    event = entry.value
    assert isinstance(event, Event)  # noqa: S101
    if event.status in ("happened", "ongoing", "historical"):
        return "kept"
    return "cancelled" if event.status in ("denied", "refused") else "open"
