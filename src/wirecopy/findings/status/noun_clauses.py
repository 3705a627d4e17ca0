"""Clauses of a noun: "plans to meet", "reports that it armed", "troops stationed there", and what becomes of plan or report.

The status of the clause around it is asked of `clause`, as in `noun_status`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.mood import governor, named_subject, negated, phrase
from wirecopy.findings.acts.status_words import embedders, words
from wirecopy.findings.status.governing import (
    FACTS,
    bound_not_to,
    combine,
    in_vain,
    is_carried_out,
    is_infinitive,
    predicate,
)
from wirecopy.findings.status.known import presupposed
from wirecopy.findings.status.noun_status import noun_status
from wirecopy.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from wirecopy.findings.status.noun_status import Clause


def of_noun(verb: Token, own: Status | None, depth: int, clause: Clause) -> Status:
    """Clauses of a noun: "plans to meet", "reports that it armed", "troops stationed there"."""
    noun = verb.head
    given = governor(noun)
    infinitive = is_infinitive(verb)
    if not infinitive and noun.dep_ == "dobj" and noun.head.lemma_ == "have" and negated(noun.head):
        return "denied"  # "has no troops based there"
    if own is None and not infinitive and noun.lemma_ in words("drafts"):
        return "possible"
    if own is None and not infinitive:
        above = noun_status(noun, depth - 1, clause) if verb.tag_ == "VBG" else "happened"
        if above in ("denied", "refused") and given is None:
            return "possible"  # "will not deal with Russia invading": it is the dealing that is refused
        return above if above not in FACTS else "ongoing"
    if verb.tag_ == "VBN" and own == "happened" and not infinitive and not named_subject(verb):
        to_come = noun.dep_ == "dobj" and noun.head.lemma_ in grammar("suffers")  # "will face sanctions backed by Mali"
        return clause(noun.head, depth - 1) if to_come else "happened"
    if own is None and noun.lemma_ in words("uses") and presupposed(noun):
        return "happened"
    over = above_noun(noun, depth, clause)
    if given == "possible" and in_vain(noun):
        return "denied"
    if own is None and infinitive and not negated(verb) and is_carried_out(noun):
        return "happened"
    if own is None and negated(verb):
        return bound_not_to(given, over or "happened")
    if own is None:
        return combine(given or "possible", over) if given != "happened" else combine("happened", over)
    if over in ("denied", "refused"):
        return "refused" if given == "refused" else over  # "the idea that we send troops is not on the table"
    return combine(own, given if given != "scheduled" else None)


def above_noun(noun: Token, depth: int, clause: Clause) -> Status | None:
    """What the verb around a plan or report says of it: "denied plans to", "has no plans to", "abandoned the idea of"."""
    head = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and head.lemma_ in words("grounds") and negated(head):
        return "denied"  # "there is no truth in reports that"
    if noun.dep_ in ("dobj", "pobj", "nsubjpass") and depth and (left := _left_undone(head)):
        return left if clause(head, depth - 1) in FACTS else "possible"
    if noun.dep_ in ("dobj", "attr", "nsubjpass", "nsubj") and head.pos_ in ("VERB", "AUX") and depth:
        if noun.dep_ == "nsubj" and (be := _be_of(head)) is not None:
            return predicate(be)
        if phrase(head) in words("gives_up") and not negated(head):
            return "denied"
        if embedders().get(phrase(head)) in ("denied", "refused"):
            given = governor(head)
            if given == "refused" and clause(head, depth - 1) in ("conditional", "possible"):
                return "conditional"  # "any attempt to seize it would be resisted"
            return "denied" if given == "refused" and noun.lemma_ in words("assertions") else given
        above = clause(head, depth - 1)
        return above if above not in FACTS else None
    return None


def _be_of(verb: Token) -> Token | None:
    """The "be" that says what a report is: it "is false", "turned out to be false"."""
    if verb.lemma_ == "be":
        return verb
    turned = verb.lemma_ in ("turn", "prove", "appear", "seem")
    inner = (child for child in verb.children if child.dep_ == "xcomp" and child.lemma_ == "be")
    return next(inner, None) if turned else None


def _left_undone(verb: Token) -> Status | None:
    """What taking back a plan says of the deed: "reneged on a pledge to withdraw", "reversed a decision to attack"."""
    taken = not negated(verb) and {phrase(verb), verb.lemma_} & words("takes_back")
    return "denied" if taken else None
