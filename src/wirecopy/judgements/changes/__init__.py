"""Kinds of change, one a file. DETECTORS is the list of them all; where two find the same words, the earlier stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wirecopy.judgements.changes import (
    appearances,
    causes,
    certainty,
    clauses,
    denials,
    forecasts,
    limits,
    meaning,
    names,
    negation,
    numbers,
    owners,
    quotes,
    roles,
    strength,
    times,
)
from wirecopy.judgements.changes.rewording import Rewording
from wirecopy.model import Change

DETECTORS: tuple[Callable[[Rewording], Iterable[Change]], ...] = (
    numbers.found,
    times.found,
    quotes.found,
    roles.found,
    owners.found,
    causes.found,
    negation.found,
    denials.found,
    limits.found,
    certainty.found,
    forecasts.found,
    appearances.found,
    strength.found,
    names.found,
    meaning.found,
    clauses.found,
)
