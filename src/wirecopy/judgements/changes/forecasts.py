"""What was foretold is so now: "they predict that he will have no choice", "he has no choice"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.certainty import certainty
from wirecopy.judgements.changes.grammar import entity, verb_group
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.roles import doer
from wirecopy.judgements.changes.sides import Side
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

COMING = ("will", "would", "'ll", "’ll", "shall", "could", "may", "might")


def found(rewording: Rewording) -> Iterator[Change]:
    """A deed that one side foretells and the other tells as done or so, with no word of foretelling left anywhere."""
    for one, other in (*rewording.verbs(), *_having(rewording)):
        for of_left in (True, False):
            told, fact = (one, other) if of_left else (other, one)
            plain = rewording.right if of_left else rewording.left
            if _foretold(told) and certainty(fact).kind in ("fact", "past") and not _foretells(plain):
                pieces = rewording.left.cut(_shown(one)), rewording.right.cut(_shown(other))
                yield change("modality", *pieces, "foretold on the one side, a fact on the other")


def _having(rewording: Rewording) -> Iterator[tuple[Token, Token]]:
    """Forms of "have" whose objects answer each other: "have" is no content word, so it has no partner of its own."""
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        if one.dep_ == "dobj" == other.dep_ and one.head.lemma_ == "have" == other.head.lemma_:
            yield one.head, other.head


def _foretold(verb: Token) -> bool:
    """Does it stand under a verb of foretelling, as what is to come?"""
    coming = any(child.dep_ == "aux" and child.lower_ in COMING for child in verb.children)
    return coming and verb.dep_ == "ccomp" and verb.head.lemma_ in load("drift")["forecasts"]


def _foretells(side: Side) -> bool:
    table = load("drift")
    stems = {*table["forecasts"], "forecast", "prediction", "expectation"}
    return any(token.lemma_.lower() in stems or token.lower_ in COMING for token in side.doc)


def _shown(verb: Token) -> list[Token]:
    """The verb with its subject and object, and the verb of foretelling."""
    subject = doer(verb)
    name = [verb.doc[i] for i in entity(subject)] if subject is not None and subject in verb.children else []
    things = [child for child in verb.children if child.dep_ == "dobj" and child.i - verb.i < 4]
    above = [verb.head] if _foretold(verb) else []
    return [*above, *name, *verb_group(verb), *things]
