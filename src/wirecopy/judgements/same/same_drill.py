"""Do two mentions of an exercise tell of one? By who holds it, where, and within how many days."""

from __future__ import annotations

from wirecopy.judgements.parties import fit, sides
from wirecopy.judgements.same.stretches import within
from wirecopy.judgements.same.triggers import triggers
from wirecopy.judgements.told import Told, days, stem
from wirecopy.model import Event
from wirecopy.words import load

DAYS = 31
"""Days between two reports of one exercise, at most, where one names no day."""


def is_drill(told: Told) -> bool:
    """Is a claim one of an exercise?"""
    words: dict[str, list[str]] = load("appointments")["occasions"]
    event = told.finding
    assert isinstance(event, Event)  # noqa: S101
    return event.act == "MOBILIZE" and bool(triggers(told) & {stem(word) for word in words["MOBILIZE"]})


def likeness(left: Told, right: Told, a: Event, b: Event) -> float:
    """Two mentions of an exercise in one place or by one side are one; its beginning and its end are two dates of a diary."""
    if (a.where and b.where and not sides(a.where) & sides(b.where)) or _ends(left) != _ends(right):
        return -1.0
    mine, yours = days(a.when) or days(left.report.published), days(b.when) or days(right.report.published)
    known = days(a.when) and days(b.when)
    if mine and yours and not within(mine, yours, 0 if known else DAYS):
        return -1.0
    return 0.7 if fit(a.who, b.who) or (a.where and b.where) else 0.0


def _ends(told: Told) -> bool:
    """Does a claim tell the last day, or that it is put off?"""
    ends = tuple(stem(word) for word in load("appointments")["ends"])
    return any(word.startswith(ends) for word in triggers(told))
