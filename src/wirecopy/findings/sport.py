"""Sport, which attacks, surrenders and strikes back without a war: its figures of speech are no events.

A report of sport is known by the words that pile up in it, a sentence of sport by one or two that are said of nothing else.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import classes, grammar
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

DISTINCT = 5
"""Fewest different sporting words of a report of sport: a report of an attack on a team has three or four of them."""
SHARE = 0.025
"""Fewest sporting words of all its words. In the sample corpus the match has .07, the other reports at most .003."""


def is_sport(doc: Doc) -> bool:
    """Whether a report tells of sport, by the words that pile up in it."""
    lemmas, alpha = doc.to_array(["LEMMA", "IS_ALPHA"]).T.tolist()  # to ask each token costs ten times as much
    told = [lemma for lemma, plain in zip(lemmas, alpha, strict=True) if plain and lemma in _terms()]
    return len(set(told)) >= DISTINCT and len(told) >= SHARE * sum(alpha)


def is_of_play(sentence: Tokens) -> bool:
    """Whether a sentence tells of a match, a race or a feast, and nobody in it bears arms: "retired hurt", "second leg"."""
    forms = {form.lower() for token in sentence for form in (token.lemma_, token.text)}
    lemmas = forms | {form.removesuffix("s") for form in forms}  # the model leaves a capitalised plural as it is
    if lemmas & (classes()["troops"] | classes()["arms"] | grammar("weapons") | _words("in_earnest")):
        return False
    text = f" {sentence.text.lower()}"
    phrased = any(f" {phrase}" in text for phrase in _words("phrases"))
    told = lemmas & _words("terms")
    return phrased or bool(lemmas & _words("unmistakable")) or (len(told) > 1 and not told <= _words("ambiguous"))


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
