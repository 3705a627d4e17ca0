"""What a report leaves open of who is who, as lines of the issue log: a mistaken identity is worse than none."""

from __future__ import annotations

from collections.abc import Iterable

from wirecopy.language.actors.cast import NOBODY, POINTING
from wirecopy.model import Mention, Report, Span
from wirecopy.notes import Notes

SHOWN = 5  # pronouns that a line quotes


def note(report: Report, mentions: Iterable[Mention], notes: Notes) -> None:
    """Write one line for each name or description that nobody answers to, and one for all pronouns of a report."""
    pronouns: list[str] = []
    described: dict[str, Span] = {}
    for mention in mentions:
        if mention.actor is not None or mention.because == NOBODY:
            continue
        said = report.text[mention.span.start : mention.span.end]
        if mention.because.startswith(POINTING):
            pronouns.append(said)
        else:
            described.setdefault(f"left open who “{said}” is: {mention.because}", mention.span)
    for message, span in described.items():
        notes.note("info", message, span)
    if pronouns:
        listed = ", ".join(f"“{said}”" for said in pronouns[:SHOWN]) + (", …" if len(pronouns) > SHOWN else "")
        notes.note("info", f"left open whom pronouns mean, {len(pronouns)} in all: {listed}")
