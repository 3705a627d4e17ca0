"""Reports of sport, which attack, surrender and strike back without a war: their figures of speech are no events."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DISTINCT = 5
"""Fewest different sporting words of a report of sport: a report of an attack on a team has three or four of them."""
SHARE = 0.025
"""Fewest sporting words of all its words. In the sample corpus the match has .07, the other reports at most .003."""


def is_sport(doc: Doc) -> bool:
    """Whether a report tells of sport, by the words that pile up in it."""
    lemmas, alpha = doc.to_array(["LEMMA", "IS_ALPHA"]).T.tolist()  # to ask each token costs ten times as much
    told = [lemma for lemma, plain in zip(lemmas, alpha, strict=True) if plain and lemma in _terms()]
    return len(set(told)) >= DISTINCT and len(told) >= SHARE * sum(alpha)


def is_figurative(act: Token) -> bool:
    """Whether the word of an act is one that a match is told with."""
    return act.lemma_.lower() in _words("figurative")


@cache
def _terms() -> frozenset[int]:
    """The parser's numbers for the sporting words, small or with a capital."""
    from spacy.strings import get_string_id

    return frozenset(get_string_id(form) for word in _words("terms") for form in (word, word.capitalize()))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("sport")[name])
