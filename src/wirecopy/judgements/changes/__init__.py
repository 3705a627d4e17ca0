"""Kinds of change, one a file. DETECTORS is the list of them all; where two find the same words, the earlier stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wirecopy.judgements.changes import (
    certainty,
    clauses,
    limits,
    meaning,
    names,
    negation,
    numbers,
    quotes,
    roles,
    times,
)
from wirecopy.judgements.changes.rewording import Rewording
from wirecopy.model import Change

DETECTORS: tuple[Callable[[Rewording], Iterable[Change]], ...] = (
    numbers.found,
    times.found,
    quotes.found,
    roles.found,
    negation.found,
    limits.found,
    certainty.found,
    names.found,
    meaning.found,
    clauses.found,
)
