"""What was said would follow: the commitments that an event would trigger. It forecasts nothing; it reads out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wirecopy.judgements.told import overlap, stems
from wirecopy.model import Commitment, Entry

# Of the words of the event, the share that a condition must have to be met by it.
MET = 0.6


@dataclass(frozen=True, slots=True)
class Consequence:
    """A commitment that would be triggered, and those that its own action would trigger in turn."""

    commitment: Entry
    then: tuple[Consequence, ...] = ()


def what_if(event: str, commitments: Sequence[Entry], seen: frozenset[str] = frozenset()) -> tuple[Consequence, ...]:
    """The tree of commitments whose condition the event meets. Stops at cycles: no commitment stands twice on a path."""
    words = stems(event)
    found = []
    for entry in commitments:
        value = entry.value
        assert isinstance(value, Commitment)  # noqa: S101 -- the caller passes commitments
        if entry.id in seen or not value.condition or overlap(stems(value.condition), words) < MET:
            continue
        follows = what_if(value.action, commitments, seen | {entry.id}) if value.action else ()
        found.append(Consequence(entry, follows))
    return tuple(found)
