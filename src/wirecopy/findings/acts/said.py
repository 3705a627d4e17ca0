"""Acts that lie in what is said: "Chad said that Mali must leave" asks, "said that Mali was behind it" accuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar, nouns
from wirecopy.findings.acts.subjects import SUBJECTS, subject
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMED = frozenset({"GPE", "ORG", "NORP", "PERSON"})
# "The port should be ready by May": so it is expected, and nobody is asked for it.
_EXPECTED = frozenset(
    ("able", "ready", "safe", "fine", "enough", "available", "possible", "complete", "visible", "better")
)


def asks(verb: Token) -> bool:
    """Whether a verb of saying says what somebody must do. "We must" and "the weather must improve" ask nobody."""
    return any(_is_bound(clause, doer) for clause, doer in _clauses(verb))


def asked(verb: Token) -> Token | None:
    """Who is to do what must be done. Of "the truce must be kept" nobody, and "Chad must not be rewarded" asks not Chad."""
    for clause, doer in _clauses(verb):
        if _is_bound(clause, doer) and doer.dep_ == "nsubj":
            return doer
    return None


def _is_bound(clause: Token, doer: Token) -> bool:
    """Whether a clause says what somebody must do, not what he "has yet to do", or what "no officer should be able to"."""
    if not _must(clause) or not _can_be_asked(doer) or any(c.lower_ in ("yet", "able") for c in clause.children):
        return False
    return not any(child.lower_ in ("any", "every", "each", "no") for child in doer.children)


def blamed(verb: Token) -> Token | None:
    """Of whom a verb of saying says that he is guilty, or behind a deed; None where it says no such thing."""
    for clause, doer in _clauses(verb):
        if clause.lemma_ != "be" or not _can_be_asked(doer) or any(c.dep_ == "neg" for c in clause.children):
            continue
        told = {c.lemma_.lower() for c in clause.children if c.dep_ in ("acomp", "attr", "prep", "advmod")}
        to_blame = any(c.dep_ == "xcomp" and c.lemma_ == "blame" for c in clause.children)
        if to_blame or told & grammar("guilt"):
            return doer
    return None


def _clauses(verb: Token) -> list[tuple[Token, Token]]:
    """What a verb says, each clause with its subject."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    found = []
    for clause in clauses:
        doer = next((c for c in clause.children if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN")), None)
        if doer is not None:
            found.append((clause, doer))
    return found


def _must(clause: Token) -> bool:
    """Whether a clause obliges: must, should, has to, needs to, is needed. "Must have" only guesses."""
    helpers = [child for child in clause.children if child.dep_ == "aux" and child.i < clause.i]
    who = subject(clause)
    if who is not None and any(helper.i < who.i for helper in helpers):
        return False  # "should Chad attack" is a condition
    if any(child.lower_ in ("must", "should") for child in helpers):
        hoped = any(child.dep_ == "acomp" and child.lower_ in _EXPECTED for child in clause.children)
        return not hoped and not any(child.lower_ == "have" for child in helpers)
    if clause.lemma_ in ("need", "require") and any(child.dep_ == "auxpass" for child in clause.children):
        return not helpers and not any(child.dep_ == "neg" for child in clause.children)
    bound = clause.lemma_ in ("have", "need") and clause.tag_ in ("VBP", "VBZ")
    return bound and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in clause.children)


def _can_be_asked(doer: Token) -> bool:
    """A party, or a deed that somebody is to do or to leave."""
    lemma = doer.lemma_.lower()
    return doer.ent_type_ in NAMED or lemma in load("acts/parties") or lemma in nouns()
