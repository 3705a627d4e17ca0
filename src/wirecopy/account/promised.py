"""Appointments that are promises too: what the ledger found of the promise holds of the date in the diary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wirecopy.model import Commitment, Entry, Event, Relation, Span

# What is known of an appointment of which no line tells that it was kept.
UNTOLD = ("open", "overdue")


def with_promises(entries: Sequence[Entry]) -> list[Entry]:
    """The entries; an appointment of which nothing is told is kept where the promise in the same words is."""
    kept = [entry for entry in entries if _is_promise(entry) and entry.state == "kept"]
    return [
        _judged(entry, kept) if entry.state in UNTOLD and isinstance(entry.value, Event) else entry for entry in entries
    ]


def _is_promise(entry: Entry) -> bool:
    return isinstance(entry.value, Commitment) and entry.value.kind == "promise"


def _judged(plan: Entry, kept: Iterable[Entry]) -> Entry:
    acts = _spans(plan, "act")
    promise = next((one for one in kept if any(_meet(a, b) for a in acts for b in _spans(one, "action"))), None)
    if promise is None:
        return plan
    return replace(plan, state="kept", relations=(*plan.relations, Relation(promise.id, "promised in", "kept there")))


def _spans(entry: Entry, role: str) -> list[Span]:
    return [piece.span for piece in entry.evidence if piece.role == role]


def _meet(left: Span, right: Span) -> bool:
    return left.report_id == right.report_id and left.start < right.end and right.start < left.end
