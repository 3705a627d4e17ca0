"""Words that say the opposite of each other (`words/drift.yml`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.sides import Rewording, Word
from wirecopy.judgements.weights import fold, stem
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def table() -> dict[str, frozenset[int]]:
    """Stem → the numbers of the pairs that it is in, negative for the second side of a pair."""
    found: dict[str, set[int]] = {}
    for number, pair in enumerate(load("drift")["opposites"], 1):
        for sign, members in zip((1, -1), pair, strict=True):
            for member in members:
                found.setdefault(stem(fold(str(member))), set()).add(sign * number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def opposed(one: Token, other: Token) -> bool:
    """Are two words each other's opposite?"""
    mine, theirs = (
        table().get(stem(fold(t.lemma_)), frozenset()) | table().get(stem(fold(t.text)), frozenset())
        for t in (one, other)
    )
    return any(-number in theirs for number in mine)


def pairs(rewording: Rewording) -> list[tuple[Word, Word]]:
    """Unanswered words of the two sides that are opposites and of one part of speech."""
    return [
        (one, other)
        for one in rewording.alone(True)
        for other in rewording.alone(False)
        if opposed(one.token, other.token) and _alike(one.token, other.token)
    ]


def _alike(one: Token, other: Token) -> bool:
    return one.pos_ == other.pos_ or {one.pos_, other.pos_} <= {"VERB", "AUX", "ADJ"}
