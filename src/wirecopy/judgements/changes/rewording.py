"""Two wordings of one sentence, with the words that answer each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirecopy.judgements.changes import opposites
from wirecopy.judgements.changes.grammar import beside
from wirecopy.judgements.changes.sides import Side, Word
from wirecopy.judgements.changes.synonyms import kindred
from wirecopy.model import Change, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Rewording:
    """Two wordings and, by number of word, which words of them answer each other."""

    left: Side
    right: Side
    forth: dict[int, int]
    back: dict[int, int]

    def partner(self, token: Token, of_left: bool) -> Token | None:
        """The head of the word on the other side that answers a token's word."""
        mine, other, table = (self.left, self.right, self.forth) if of_left else (self.right, self.left, self.back)
        number = mine.at.get(token.i)
        answer = None if number is None else table.get(number)
        return None if answer is None else other.words[answer].token

    def alone(self, of_left: bool) -> list[Word]:
        """The words of a side that nothing answers."""
        side, table = (self.left, self.forth) if of_left else (self.right, self.back)
        return [word for number, word in enumerate(side.words) if number not in table]

    def verbs(self) -> Iterator[tuple[Token, Token]]:
        """Verbs that answer each other."""
        for i, j in sorted(self.forth.items()):
            one, other = self.left.words[i].token, self.right.words[j].token
            if one.pos_ in ("VERB", "AUX") and other.pos_ in ("VERB", "AUX"):
                yield one, other

    def same_place(self, one: Token, other: Token) -> bool:
        """Does a word beside the one answer a word beside the other? The chief words of two sentences are in one place too."""
        there = beside(other)
        chief = one.dep_ == "ROOT" == other.dep_
        return chief or any(self.partner(word, True) in there for word in beside(one))


def reword(left: Side, right: Side) -> Rewording:
    """Find the words that answer each other: likest surroundings first, then nearest place.

    Words that only the thesaurus holds for synonyms answer each other where nothing else does, and never opposites.
    """
    forth: dict[int, int] = {}
    back: dict[int, int] = {}
    for keys in (lambda word: word.keys, kindred):
        for i, j in _options(left, right, keys):
            if i not in forth and j not in back and not opposites.opposed(left.words[i], right.words[j]):
                forth[i], back[j] = j, i
    return Rewording(left, right, forth, back)


def _options(left: Side, right: Side, keys: Callable[[Word], frozenset[str]]) -> list[tuple[int, int]]:
    """The pairs of words that share a key, the likest surroundings first."""
    by_key: dict[str, list[int]] = {}
    for j, word in enumerate(right.words):
        for key in keys(word):
            by_key.setdefault(key, []).append(j)
    around = [_neighbours(side) for side in (left, right)]
    options = {(i, j) for i, word in enumerate(left.words) for key in keys(word) for j in by_key.get(key, ())}
    return sorted(
        options,
        key=lambda pair: (
            -min(2, len(around[0][pair[0]] & around[1][pair[1]])),
            abs(pair[0] / len(left.words) - pair[1] / len(right.words)),
            pair,
        ),
    )


def _neighbours(side: Side) -> list[frozenset[str]]:
    """For each word the keys of the word that it hangs on and of those that hang on it."""
    found: list[set[str]] = [set() for _ in side.words]
    for number, word in enumerate(side.words):
        head = word.token.head.head if word.token.dep_ == "pobj" else word.token.head
        above = side.at.get(head.i)
        if above is not None and above != number:
            found[number] |= side.words[above].keys
            found[above] |= word.keys
    return [frozenset(keys) for keys in found]


def change(kind: str, left: tuple[str, Span] | None, right: tuple[str, Span] | None, because: str) -> Change:
    """A change from the two wordings with their places; None where it is missing on that side."""
    return Change(
        kind,
        left[0] if left else None,
        right[0] if right else None,
        left[1] if left else None,
        right[1] if right else None,
        because,
    )
