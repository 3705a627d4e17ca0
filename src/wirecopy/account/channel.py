"""How two who are not in one place talked: by telephone or by video, in the words of most reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements.same.same_talks import channels
from wirecopy.judgements.told import Told
from wirecopy.model import Event

# Behind these another talk may be named: "spoke on Thursday, two days after the video conference with Chad".
OTHER = re.compile(
    r"\b(?:after|following|since|before|ahead of|unlike|in (?:addition|continuation)|continuing)\b", re.IGNORECASE
)
MODES = {"phone": "phone", "video": "virtual"}


def channel(group: Sequence[Told], family_of: Mapping[str, str]) -> str | None:
    """The mode of talks that their clauses name, by the most origins; None where none is named.

    A bare "call" names none: one report's "call between the two" is the video call of the next.
    """
    told: dict[str, set[str]] = {}
    for one in group:
        for name in _named(one):
            told.setdefault(MODES[name], set()).add(family_of[one.report.id])
    return max(sorted(told, reverse=True), key=lambda mode: len(told[mode])) if told else None


def _named(told: Told) -> frozenset[str]:
    """The channel that a claim of talks names before it goes on to others."""
    event = told.finding
    if not isinstance(event, Event) or event.act != "CONSULT" or event.mode not in (None, *MODES.values()):
        return frozenset()
    clause = OTHER.split(event.what or "")[0]
    return channels(replace(told, finding=replace(event, what=clause)))
