"""Passage → claims. One file a kind; FINDERS is the list of them all, in the order in which they run.

Occurrences come last: they are what none of them tells.
"""

from __future__ import annotations

from wirecopy.findings import commitments, events, figures, statements
from wirecopy.findings.events.occurrences import with_occurrences
from wirecopy.findings.finder import Finder
from wirecopy.model import Claim, Passage
from wirecopy.notes import Notes

FINDERS: tuple[Finder, ...] = (events.FINDER, statements.FINDER, figures.FINDER, commitments.FINDER)


def find(passage: Passage, notes: Notes) -> tuple[Claim, ...]:
    """Every claim of a report, in the order of the text. A report in another language has none."""
    if passage.report.language != "en":
        return ()
    notes.stage = "findings"
    claims = {claim.id: claim for finder in FINDERS for claim in finder.find(passage, notes)}
    return tuple(sorted(with_occurrences(passage, tuple(claims.values())), key=_place))


def _place(claim: Claim) -> tuple[int, str]:
    return min(span.start for spans in claim.spans.values() for span in spans), claim.id
