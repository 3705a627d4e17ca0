"""Kinds of change, one a file. DETECTORS is the list of them all; where two find the same words, the earlier stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wirecopy.judgements.changes import certainty, clauses, meaning, names, negation, numbers, quotes, roles, times
from wirecopy.judgements.changes.sides import Rewording
from wirecopy.model import Change

DETECTORS: tuple[Callable[[Rewording], Iterable[Change]], ...] = (
    numbers.found,
    times.found,
    quotes.found,
    roles.found,
    negation.found,
    certainty.found,
    names.found,
    meaning.found,
    clauses.found,
)
