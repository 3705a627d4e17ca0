"""Lengths of time that are counted from now: "will meet again in two weeks" names a week, "within two weeks" all days up to
then, "talked for two weeks" none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.status.status import status
from wirecopy.language.clauses import is_told, tense
from wirecopy.language.days.frames import frame_of
from wirecopy.model import Expression, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

LENGTH = re.compile(r"P(\d+)[DWMY]")


def times_of(passage: Passage) -> Iterator[Expression]:
    """The expressions of a report; a length behind "in" is a day ahead where its verb tells of what is to come, one behind
    "within" a stretch of days."""
    for one in passage.expressions:
        yield (_ahead(passage, one) or one) if one.kind == "duration" else one


def _ahead(passage: Passage, length: Expression) -> Expression | None:
    found = LENGTH.fullmatch(length.value or "")
    start = length.span.start
    before = passage.report.text[max(0, start - 20) : start].split()[-1:]
    if found is None or before not in (["in"], ["within"], ["In"], ["Within"]):
        return None
    span = passage.doc.char_span(length.span.start, length.span.end, alignment_mode="expand")
    verb = _verb(span.root) if span is not None else None
    if verb is None or status(verb) != "scheduled":
        return None
    within = before[0].lower() == "within"
    ahead = replace(length, kind="date", value=None, count=float(found[1]), direction="future")
    return replace(ahead, form="stretch", since=_day_told(passage, verb)) if within else replace(ahead, form="offset")


def _day_told(passage: Passage, verb: Token) -> Expression | None:
    """The time at which it was told, from which it counts: "he pledged on Monday to pay within a week"."""
    told = next((one for one in (verb, *verb.ancestors) if tense(one) == "past" and is_told(one)), None)
    return frame_of(passage, told.idx) if told is not None else None


def _verb(noun: Token) -> Token | None:
    """The verb over "in two weeks", "in Oslo within two weeks"."""
    over = noun.head.head
    while over.pos_ in ("PROPN", "ADP") and over.dep_ in ("pobj", "prep"):  # the parser hangs it on the place
        over = over.head
    return over if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "within") and over.pos_ == "VERB" else None
