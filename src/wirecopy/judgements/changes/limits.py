"""A denial that holds for now alone: "not on the table", "not on the table at the moment"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.judgements.changes import negation
from wirecopy.judgements.changes.grammar import verb_group
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def found(rewording: Rewording) -> Iterator[Change]:
    """Of two negations that answer each other, only one is limited to the present.

    What is "not planned at the moment" may be planned tomorrow. Of what is so at the moment it says little, so only
    negations count; and only where the other side limits nothing.
    """
    for of_left in (True, False):
        side, other = (rewording.left, rewording.right) if of_left else (rewording.right, rewording.left)
        limit = _limit(side)
        if limit is None or _limit(other) is not None:
            continue
        verb = _verb(limit[0])
        here = next((scope for _, scope in negation.cues(side) if _verb(scope) == verb), None)
        there = next(
            (scope for _, scope in negation.cues(other) if _one_clause(rewording, verb, _verb(scope), of_left)), None
        )
        if here is None or there is None:
            continue
        shared = [word for word in verb.subtree if rewording.partner(word, of_left) in set(_verb(there).subtree)]
        pieces = (
            side.cut([*verb_group(verb), *shared, *limit]),
            other.cut(
                [*verb_group(_verb(there)), *(answer for w in shared if (answer := rewording.partner(w, of_left)))]
            ),
        )
        quoted = any(start <= limit[0].idx < end for start, end in side.quotes)
        because = f"{' '.join(token.text for token in limit)!r} is only on one side"
        yield change("quote" if quoted else "modality", *(pieces if of_left else pieces[::-1]), because)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('drift')['limits'])})\b", re.IGNORECASE)


def _limit(side: Side) -> list[Token] | None:
    """The words by which a side limits what it says to the present."""
    match = _pattern().search(side.doc.text)
    span = side.doc.char_span(*match.span(), alignment_mode="expand") if match else None
    return None if span is None else list(span)


def _verb(token: Token) -> Token:
    """The verb of a token's clause."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _one_clause(rewording: Rewording, verb: Token, other: Token, of_left: bool) -> bool:
    """Does a word of the verb's clause answer one of the other's?"""
    there = set(other.subtree)
    return any(rewording.partner(word, of_left) in there for word in verb.subtree)
