"""Words that say the opposite of each other, or stand far apart on one scale (`words/drift.yml`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.synonyms import Stems, stems
from wirecopy.judgements.weights import fold, stem
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from wirecopy.judgements.changes.rewording import Rewording
    from wirecopy.judgements.changes.sides import Word


@cache
def table() -> dict[Stems, frozenset[int]]:
    """Word or phrase → the numbers of the pairs that it is in, negative for the second side of a pair."""
    found: dict[Stems, set[int]] = {}
    for number, pair in enumerate(load("drift")["opposites"], 1):
        for sign, members in zip((1, -1), pair, strict=True):
            for member in members:
                found.setdefault(stems(str(member)), set()).add(sign * number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def opposed(one: Word, other: Word) -> bool:
    """Are two words or phrases each other's opposite?"""
    mine, theirs = _numbers(one), _numbers(other)
    return any(-number in theirs for number in mine)


def _numbers(word: Word) -> frozenset[int]:
    written = tuple(stem(fold(token.text)) for token in word.tokens)
    return table().get(word.stems, frozenset()) | table().get(written, frozenset())


def pairs(rewording: Rewording) -> list[tuple[Word, Word]]:
    """Unanswered words of the two sides that are opposites, of one part of speech and in places that answer each other."""
    return [
        (one, other)
        for one in rewording.alone(True)
        for other in rewording.alone(False)
        if opposed(one, other) and _alike(one.token, other.token) and rewording.same_place(one.token, other.token)
    ]


def _alike(one: Token, other: Token) -> bool:
    return one.pos_ == other.pos_ or {one.pos_, other.pos_} <= {"VERB", "AUX", "ADJ"}
