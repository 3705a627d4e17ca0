"""Sentences that take up again what the text told before, and so the day of it: by a thing, or by an occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language import clauses
from wirecopy.language.cue_words import listed
from wirecopy.language.sheet import Sheet
from wirecopy.model import Expression, Moment
from wirecopy.moments.resolve import known, resolve

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

INDEFINITE, DEFINITE = ("a", "an"), ("the", "this", "that", "these")


def is_own_day(published: Moment | None, day: Expression) -> bool:
    """Whether a day is the stated one of the report itself, behind which nothing lies that it can tell."""
    printed, meant = known(published), known(resolve(day, published))
    return published is not None and published.basis == "stated" and printed is not None and printed == meant


def takes_up(sheet: Sheet, sentence: Tokens, since: int) -> bool:
    """Whether a sentence tells more of a thing that came up behind a place: "A shell fell. … They had fired the shell"."""
    new = {token.lemma_ for token in _before(sheet, since, sentence.start) if _has(token, INDEFINITE)}
    return any(token.lemma_ in new and _has(token, DEFINITE) and not sheet.quoted(token.idx) for token in sentence)


def is_at_occasion(sheet: Sheet, sentence: Tokens, since: int) -> bool:
    """Whether a sentence goes back to an occasion told before a place, and not behind it: "During Roe's testimony, Poe asked".

    Known by its noun or by whose it was.
    """
    noun = next((c for t in sentence[:1] if t.lower_ in ("during", "at") for c in t.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in listed("occasions") or clauses.tense(sentence.root) != "past":
        return False
    whose = {t.text for c in noun.children if c.dep_ == "poss" for t in c.subtree if t.pos_ == "PROPN"}
    if not whose and not _has(noun, DEFINITE):
        return False
    first = sheet.doc[: sheet.token_at(since)]
    return _tells(first, noun.lemma_, whose) and not _tells(_before(sheet, since, sentence.start), noun.lemma_, whose)


def _tells(tokens: Tokens, lemma: str, names: set[str]) -> bool:
    return any(token.lemma_ == lemma or token.text in names for token in tokens)


def _before(sheet: Sheet, since: int, end: int) -> Tokens:
    return sheet.doc[sheet.token_at(since) : end]


def _has(noun: Token, articles: tuple[str, ...]) -> bool:
    return noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in articles for c in noun.children)
