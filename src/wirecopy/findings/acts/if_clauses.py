"""Conditions: which clauses are one ("if it invaded", "should it attack"), and on which others one hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.status_words import words
from wirecopy.findings.acts.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def has_condition(verb: Token) -> bool:
    """Whether a condition hangs on the clause: if, unless, should it, in the event of."""
    near = [*verb.children, *(child for child in verb.head.children if verb.dep_ == "ccomp" and child.i > verb.i)]
    tellers = (child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i)
    near += [c for told in tellers if told.lemma_ in words("say") for c in told.children if c.i < told.i]
    for child in near:
        if child.dep_ in ("advcl", "ccomp") and child.i != verb.i and is_condition(child):
            return child.dep_ == "advcl" or any(inverted(child, aux) for aux in child.children if aux.dep_ == "aux")
        if (
            child.dep_ == "prep"
            and child.lower_ in ("in", "under")
            and any(noun.lemma_ in ("event", "case") for noun in child.children)
        ):
            return verb.tag_ not in FINITE
    marked = any(c.dep_ == "mark" and c.lower_ in ("if", "unless") and c.i == verb.sent.start for c in verb.children)
    if marked and verb.dep_ == "ROOT" and sum(c.dep_ in SUBJECTS for c in verb.children) > 1:
        return True  # "If Chad attacks Mali, Oslo will react", where the parser takes "attacks" for a noun
    first = verb.head if verb.dep_ == "conj" and verb.tag_ == "VB" else None  # "if they come, he will march and fight"
    opens = first is not None and any(c.dep_ in ("advcl", "ccomp", "mark") and c.i < first.i for c in first.children)
    return opens and first is not None and not any(c.dep_ in SUBJECTS for c in verb.children) and has_condition(first)


def is_condition(verb: Token) -> bool:
    """Whether a clause is the condition of another: "if it invaded", "unless they leave", "should it attack"."""
    strayed = (
        c for c in verb.head.children if c.dep_ == "mark" and verb.dep_ == "advcl" and c.i < verb.i < verb.head.i
    )
    for child in (*verb.children, *strayed):  # the parser hangs some an "if" on the main clause behind it
        low = child.lower_
        if child.dep_ in ("mark", "advmod", "prep") and low in words("condition") and not _even_so(child):
            return True
        if child.dep_ == "aux" and low in ("should", "had", "were") and inverted(verb, child):
            return True
        if child.dep_ in ("mark", "advmod") and low == "once" and verb.tag_ in ("VBZ", "VBP"):
            return True
    if verb.dep_ == "advcl" and verb.head.lower_ in ("long", "soon") and verb.tag_ in ("VBZ", "VBP"):
        return True  # "as long as they stay"
    return verb.lower_ in ("provided", "providing", "assuming", "should") or in_case(verb)


def in_case(verb: Token) -> bool:
    """ "in case Moscow invaded", "provided that it leaves": conditions that the parser hangs on what stands before them.

    The clause is left bare.
    """
    if _were_to(verb) or (
        verb.dep_ == "ccomp" and verb.head.lower_ in ("provided", "providing", "assuming", "supposing")
    ):
        return True
    before = [token.lower_ for token in verb.doc[max(0, verb.left_edge.i - 3) : verb.left_edge.i]]
    return before[-2:] == ["in", "case"] or before == ["in", "the", "event"]


def inverted(verb: Token, aux: Token) -> bool:
    """ "Had Kyiv signed, …", "were it to attack": the auxiliary stands before its subject, and no question follows."""
    return any(child.dep_ in SUBJECTS and child.i > aux.i for child in verb.children) and verb.sent[-1].text != "?"


def _were_to(verb: Token) -> bool:
    """ "Were the rebels to attack": the parser takes the clause for one of the noun behind "were"."""
    over = verb.head.head
    return (
        verb.dep_ in ("relcl", "acl")
        and verb.tag_ == "VB"
        and over.lower_ == "were"
        and over.i < verb.head.i < verb.i
        and verb.head.dep_ in SUBJECTS
    )


def _even_so(mark: Token) -> bool:
    """ "until" with a past tense tells a fact ("until they left", "until they had left")."""
    past = mark.head.tag_ == "VBD" or any(child.lower_ == "had" for child in mark.head.children)
    return mark.lower_ in ("until", "till") and past
