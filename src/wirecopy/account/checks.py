"""Lines held against the rest of the account: figures against what they are taken from, numbers of talks against the talks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wirecopy.account.repeats import number_check
from wirecopy.account.sources import checks, sources_of
from wirecopy.model import Check, Comparison, Entry, Family, Report


def with_checks(
    entries: Sequence[Entry],
    reports: Mapping[str, Report],
    families: Iterable[Family],
    comparisons: Iterable[Comparison],
) -> list[Entry]:
    """The entries, each with what the rest of the account says of it; no value is altered."""
    figures = [entry for entry in entries if entry.kind == "figure"]
    events = [entry for entry in entries if entry.kind == "event"]
    known = sources_of(reports, (claim for entry in figures for claim in entry.claims), families, comparisons)
    found: dict[str, tuple[Check, ...]] = {}
    for entry in figures:
        found[entry.id] = tuple(dict.fromkeys(check for claim in entry.claims for check in checks(claim, known)))
    for entry in events:
        if check := number_check(entry, events):
            found[entry.id] = (check,)
    return [replace(entry, checks=found[entry.id]) if found.get(entry.id) else entry for entry in entries]
