"""A line as its citations carry it: whole, or without the parts that a reader does not find there.

Whom a threat is for is often told a paragraph away, and how long a call was by another report than the one that is cited. The
briefing leaves such a part out rather than the call; who did it, what was done and which day it was are never left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wirecopy.model import Commitment, Entry, Event
from wirecopy.views.stored import Held
from wirecopy.views.supported import unsupported


def pared(entry: Entry, known: Held) -> Entry | None:
    """The fullest form of a line that its citations carry; None where they carry none."""
    return next((one for one in (entry, *_lesser(entry)) if not unsupported(one, known)), None)


def _lesser(entry: Entry) -> Iterator[Entry]:
    """A line without the other side, without its place, without its length, and without all of them, where it has them.

    Where an event has no other party nothing would be left to tell.
    """
    value = entry.value
    if isinstance(value, Commitment) and value.to:
        yield replace(entry, value=replace(value, to=()))
    if not isinstance(value, Event):
        return
    less = [
        *([replace(value, duration=None)] if value.duration else []),
        *([replace(value, where=())] if value.where else []),
        *([replace(value, whom=())] if value.who and value.whom else []),
    ]
    if len(less) > 1:
        whom = () if value.who else value.whom
        less.append(replace(value, duration=None, where=(), whom=whom))
    yield from (replace(entry, value=one) for one in less)
