"""Which day "the same day" means, where the sentence before names two: that of its deed, not that of a clause aside.

"He handed it over on Wednesday, keeping a promise made last Friday. Chad sent a reply the same day": on Wednesday.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.language import clauses
from wirecopy.language.days.told_days import is_day
from wirecopy.model import Expression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SAME = re.compile(r"(?:that|the) same day|that day", re.IGNORECASE)


def settled(doc: Doc, expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions of a report, "the same day" with the day of the deed that the sentence before tells."""
    if not any(SAME.fullmatch(e.said) for e in expressions):
        return tuple(expressions)
    starts = [token.idx for token in doc]
    return tuple(_settled(doc, starts, expressions))


def _settled(doc: Doc, starts: Sequence[int], expressions: Sequence[Expression]) -> Iterator[Expression]:
    for e in expressions:
        if SAME.fullmatch(e.said):
            sentence = _token(doc, starts, e).sent
            before = doc[sentence.start - 1].sent if sentence.start else sentence
            days = [o for o in expressions if before.start_char <= o.span.start < e.span.start and is_day(o)]
            days = [] if days and days[-1].span.start >= sentence.start_char else days  # its own sentence tells
            told = [o for o in days if _is_told(doc, starts, o)]
            if len(told) == 1 and len(days) > 1:
                e = replace(told[0], span=e.span, said=e.said, kind="date", clock=None)
        yield e


def _is_told(doc: Doc, starts: Sequence[int], e: Expression) -> bool:
    verb, noun = clauses.governor(_token(doc, starts, e), e.span)
    return verb is not None and not noun and clauses.is_told(verb)


def _token(doc: Doc, starts: Sequence[int], e: Expression) -> Token:
    return doc[max(0, bisect_right(starts, e.span.start) - 1)]
