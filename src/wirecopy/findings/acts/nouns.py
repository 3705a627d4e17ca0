"""What a noun stands for, and what is joined to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar, nouns
from wirecopy.findings.acts.misjoined import is_next_subject

if TYPE_CHECKING:
    from spacy.tokens import Token


def conjuncts(token: Token) -> tuple[Token, ...]:
    """A token and what is joined to it by and, or: "Biden" and "Putin" of "Biden and Putin"."""
    joined = tuple(c for c in token.conjuncts if c.i > token.i and not is_next_subject(c) and not _is_excepted(c))
    if not joined or not any(child.dep_ == "cc" for one in (token, *joined) for child in one.children):
        return (token,)
    return (token, *joined)


def _is_excepted(noun: Token) -> bool:
    """ "Freed two nuns but not the priest": whom "not" parts from the others."""
    before = noun.left_edge
    return before.lower_ == "not" or (before.i > 0 and before.nbor(-1).lower_ == "not")


def core(noun: Token) -> Token:
    """What a measure measures: "troops" of "thousands of troops", else the noun itself."""
    for _ in range(3):
        if noun.lemma_.lower() not in grammar("measures") and noun.pos_ != "NUM":
            break
        inner = next((g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
        if inner is None:
            break
        noun = inner
    return noun


def joined(token: Token) -> str:
    """A word that the parser takes apart at its hyphen, written as one: "ceasefire" of "cease-fire"; else nothing."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-2).whitespace_ or token.nbor(-1).whitespace_:
        return ""
    return f"{token.nbor(-2).lower_}{token.lemma_.lower()}"


def named_by(noun: Token) -> str:
    """The lemma of a noun, in one with what a hyphen parts from it where that names an act: "airstrike" of "air-strike"."""
    whole = joined(noun)
    return whole if whole in nouns() else noun.lemma_.lower()
