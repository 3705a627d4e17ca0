"""Statements: one for each utterance that the text attributes to somebody."""

from __future__ import annotations

from collections.abc import Iterable

from wirecopy.findings.finder import Finder
from wirecopy.model import Attribution, Claim, Passage, Span, Statement, claim
from wirecopy.notes import Notes


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """One claim for each attribution, with the spans of its speaker, its cue and its words."""
    return (_claim(passage, attribution) for attribution in passage.attributions)


def _claim(passage: Passage, said: Attribution) -> Claim:
    statement = Statement(
        speaker=said.speaker,
        words=" ".join(passage.words(span) for span in said.words),
        form=said.form,
        said_by=said.said_by,
        addressee=said.addressee,
        medium=said.medium,
        when=said.when,
        cue=passage.words(said.cue) if said.cue else None,
    )
    spans = {"speaker": _one(said.speaker_span), "cue": _one(said.cue), "words": said.words}
    return claim(statement, spans, FINDER.rule)


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span is not None else ()


FINDER = Finder("statements", 1, find)
