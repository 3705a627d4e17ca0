"""Words that say the opposite of each other, or stand far apart on one scale (`words/drift.yml`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.judgements.changes.synonyms import Stems, neighbours, stems
from wirecopy.judgements.weights import fold, stem
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from wirecopy.judgements.changes.rewording import Rewording
    from wirecopy.judgements.changes.sides import Word


class Pair(NamedTuple):
    """Two lists of words that are far from each other, and what a word of the one is to a word of the other."""

    words: tuple[list[str], list[str]]
    first: str = "the opposite of"
    second: str = "the opposite of"


@cache
def _listed() -> tuple[Pair, ...]:
    scales = (Pair(tuple(scale["words"]), scale["first"], scale["second"]) for scale in load("drift")["scales"])
    return (*(Pair(tuple(pair)) for pair in load("drift")["opposites"]), *scales)


@cache
def table() -> dict[Stems, frozenset[int]]:
    """Word or phrase → the numbers of the pairs that it is in, negative for the second side of a pair."""
    found: dict[Stems, set[int]] = {}
    for number, pair in enumerate(_listed(), 1):
        for sign, members in zip((1, -1), pair.words, strict=True):
            for member in members:
                found.setdefault(stems(str(member)), set()).add(sign * number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def opposed(one: Word, other: Word) -> bool:
    """Are two words or phrases each other's opposite?"""
    return told(one, other) is not None


def told(one: Word, other: Word) -> str | None:
    """What the second of two words is to the first, in words; None where they are not far from each other."""
    theirs = _numbers(other)
    number = next((number for number in sorted(_numbers(one)) if -number in theirs), None)
    if number is None:
        return None
    pair = _listed()[abs(number) - 1]
    return f"{str(other)!r} is {pair.second if number > 0 else pair.first} {str(one)!r}"


def akin(one: Word, other: Word) -> bool:
    """Does a synonym of the one stand on the other's side of some pair: "defuse" is "ease", and that with "remove"?"""
    poles = [frozenset(n for word in neighbours(w) for n in table().get(word, ())) for w in (one, other)]
    return bool(poles[0] & _numbers(other) or poles[1] & _numbers(one))


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
