"""To whom a demand or warning is addressed by what is asked: a body told to meet, or to be joined; whose deed is feared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.sides.standins import listed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def next_warned(sentence: Tokens) -> list[Token]:
    """Whose deed the next sentence warns of, in the words of a warning: "If any Chadian troops cross the line, …"."""
    if sentence.end >= len(sentence.doc):
        return []
    root = sentence.doc[sentence.end].sent.root
    clauses = (one for verb in (root, *root.children) for one in verb.children if one.dep_ == "advcl")
    asked = (one for one in clauses if any(c.lower_ in ("if", "should") and c.i < one.i for c in one.children))
    who = next((who for one in asked if (who := subject(one)) is not None), None)
    if who is None or who.pos_ == "PROPN":
        return [who] if who is not None else []
    return [child for child in who.children if child.dep_ in ("amod", "poss") and child.pos_ in ("ADJ", "PROPN")]


def convened(verb: Token) -> list[Token]:
    """The body that is told to meet in the sentence before, of whom a meeting is asked: "The Council met. Chad had asked …"."""
    goods = [child for child in verb.children if child.dep_ == "dobj"]
    goods += [one for child in verb.children if child.lower_ == "for" for one in child.children if one.dep_ == "pobj"]
    start = verb.sent.start
    if not start or not any(one.lemma_.lower() in listed("convoking") for one in goods):
        return []
    before = verb.doc[start - 1].sent
    meets = (one for one in before if one.lemma_ in ("meet", "convene", "gather", "sit", "assemble"))
    who = next((who for one in meets if (who := subject(one)) is not None), None)
    return [who] if who is not None and who.pos_ == "PROPN" else []


def joined(verb: Token) -> list[Token]:
    """Which body an application is to join: "signed its application to join the League"."""
    goods = (child for child in verb.children if child.dep_ == "dobj")
    deeds = (one for noun in goods for one in noun.children if one.dep_ == "acl" and one.lemma_ in listed("entering"))
    return [child for one in deeds for child in one.children if child.dep_ == "dobj"]
