"""Lengths of time that are counted from now: "will meet again in two weeks" names a week, "talked for two weeks" none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.status import status
from wirecopy.model import Expression, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

LENGTH = re.compile(r"P(\d+)[DWMY]")


def times_of(passage: Passage) -> Iterator[Expression]:
    """The expressions of a report; a length behind "in" is a day ahead where its verb tells of what is to come."""
    for one in passage.expressions:
        yield (_ahead(passage, one) or one) if one.kind == "duration" else one


def _ahead(passage: Passage, length: Expression) -> Expression | None:
    found = LENGTH.fullmatch(length.value or "")
    if found is None or not passage.report.text[: length.span.start].lower().endswith("in "):
        return None
    span = passage.doc.char_span(length.span.start, length.span.end, alignment_mode="expand")
    verb = _verb(span.root) if span is not None else None
    if verb is None or status(verb) != "scheduled":
        return None
    return replace(length, kind="date", form="offset", value=None, count=float(found[1]), direction="future")


def _verb(noun: Token) -> Token | None:
    """The verb over "in two weeks"."""
    over = noun.head.head
    return over if noun.dep_ == "pobj" and noun.head.lower_ == "in" and over.pos_ == "VERB" else None
