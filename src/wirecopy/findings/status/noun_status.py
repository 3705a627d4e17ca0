"""The status of what a noun names: from its adjectives, from what it hangs on, and from the verb of its clause.

The status of that clause is asked of `clause`, which `status` hands over, for the two ask each other in turn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wirecopy.findings.acts.if_clauses import has_condition
from wirecopy.findings.acts.lexicon import light
from wirecopy.findings.acts.mood import (
    auxiliaries,
    governor,
    negated,
    own_status,
    phrase,
)
from wirecopy.findings.acts.status_words import words
from wirecopy.findings.acts.subjects import SUBJECTS, deed_of, is_passive
from wirecopy.findings.status.governing import (
    FACTS,
    combine,
    governed_by,
    is_dated,
    is_indefinite,
    is_under_way,
    noun_own,
    outlook_of,
    predicate,
    weaken,
)
from wirecopy.findings.status.known import is_definite, presupposed
from wirecopy.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    Clause = Callable[[Token, int], Status]


def noun_status(noun: Token, depth: int, clause: Clause) -> Status:
    """The status of what an event noun names, from its adjectives and from what it hangs on."""
    if noun.left_edge.i > noun.sent.start and noun.left_edge.nbor(-1).lower_ in ("if", "unless"):
        return "conditional"
    if noun.dep_ == "advcl" and any(child.lower_ in ("if", "unless") for child in noun.children):
        return "conditional"  # "if Chad attacks Mali", read as a noun
    if (told := _of_topic(noun)) is not None and clause(told, depth - 1) in ("denied", "refused"):
        return "denied"  # "as for a summit, he said it was not planned"
    own = noun_own(noun)
    if own == "denied" or not depth:
        return own or "possible"
    given = _governed(noun, depth, clause)
    if own == "scheduled":
        return "denied" if given == "denied" else own
    return combine(own, given) if own else given


def _of_topic(noun: Token) -> Token | None:
    """The verb that tells what becomes of a topic: "as for a summit, the envoy said it was not planned"."""
    topic = noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lower_ == "as"
    over = noun.head.head.head
    verbs = (over, *(child for child in over.children if child.dep_ == "ccomp")) if topic else ()
    told = [verb for verb in verbs if any(c.lower_ in ("it", "that", "there") for c in verb.children if c.i < verb.i)]
    return told[-1] if told else None


def _governed(noun: Token, depth: int, clause: Clause) -> Status:
    head, dep = noun.head, noun.dep_
    if head.i == noun.i:
        return "happened"
    if presupposed(noun):
        return "happened"
    if dep == "conj":
        return noun_status(head, depth - 1, clause) if head.pos_ in ("NOUN", "PROPN") else clause(head, depth - 1)
    if dep == "pobj":
        return _after_preposition(noun, head, depth, clause)
    if head.pos_ in ("VERB", "AUX"):
        return _with_verb(noun, head, depth, clause)
    if dep in ("appos", "dep", "nmod"):
        return noun_status(head, depth - 1, clause) if head.pos_ in ("NOUN", "PROPN") else "happened"
    return above_it(head, depth, clause)


def _with_verb(noun: Token, verb: Token, depth: int, clause: Clause) -> Status:
    """Subjects and objects: "launched an attack", "an attack would", "feared an attack", "talks are expected"."""
    above = clause(verb, depth - 1)
    lemma = phrase(verb)
    if noun.dep_ in ("dobj", "dative") or is_passive(verb):
        if verb.lemma_ in ("put", "keep", "leave", "place") and (outlook := outlook_of(verb)) is not None:
            return combine(outlook, above) if above not in FACTS else outlook  # "was put on hold"
        if lemma in words("dates") and is_dated(verb):
            return combine("scheduled", above)
        if lemma in words("tells") and not is_passive(verb):
            return above
        if lemma in light()["prospect"]:
            return "conditional" if has_condition(verb) else combine("possible", above)
        if lemma in light()["carry"] and lemma not in ("prepare",):
            return above
        given = governor(verb)
        if lemma in words("contains") and _is_planned(verb):
            return "possible"
        if lemma in words("forestalls") and not negated(verb) and (lemma != "escape" or _is_bare(noun)):
            return "denied" if above in FACTS else "possible"  # who "escaped an ambush" came through one
        if given == "possible" and has_condition(verb):
            return "conditional"
        if given and negated(verb) and above in ("denied", "refused"):
            return given
        return weaken(given, above, verb) if given not in (None, "happened") else above
    if noun.dep_ not in SUBJECTS:
        return above
    if (outlook := _of_subject(verb, lemma)) is not None:
        return combine(outlook, above) if above not in FACTS else outlook
    if lemma == "be":
        deed = deed_of(verb)
        if deed.head.i == verb.i and deed.dep_ == "xcomp":  # "the withdrawal is to be completed"
            return clause(deed, depth - 1)
        return predicate(verb) or ("ongoing" if above == "happened" and is_under_way(verb) else above)
    present = above == "happened" and verb.tag_ in ("VBZ", "VBP") and not auxiliaries(verb)
    if present and lemma in words("goes_on"):
        return "ongoing"
    return "possible" if present and is_indefinite(noun) else above


def _is_turned_down(proposal: Token, preposition: str) -> bool:
    """ "rejected a proposal for talks": what was proposed is refused, once the refusal is told."""
    over = proposal.head
    asked = preposition in ("for", "of", "to") and proposal.dep_ in ("dobj", "nsubjpass") and over.pos_ == "VERB"
    return asked and governor(over) == "refused" and own_status(over) == "happened"


def _is_bare(noun: Token) -> bool:
    return not any(child.dep_ in ("det", "poss", "nummod") for child in noun.children)


def _is_planned(verb: Token) -> bool:
    """Whether a plan is what includes something: "its plans include an attack"."""
    who = (child for child in verb.children if child.dep_ in SUBJECTS)
    return any(governor(child) in ("possible", "scheduled") for child in who)


def _of_subject(verb: Token, lemma: str) -> Status | None:
    """What becomes of what a subject names: it "fell through", "failed to materialise", "looms", "remains an option"."""
    if lemma in words("may_come"):
        return "possible"
    if lemma in words("comes_to_nothing"):
        return "possible" if negated(verb) else "denied"
    deed = deed_of(verb) if verb.lemma_ == "be" else next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    if deed.i != verb.i and deed.lemma_ in words("takes_place") and governor(verb) in ("denied", "refused"):
        return "denied"
    return predicate(verb) if lemma in ("remain", "become", "hang", "seem", "appear", "look", "stay") else None


def _after_preposition(noun: Token, preposition: Token, depth: int, clause: Clause) -> Status:
    """ "fears of an attack", "after the call", "ahead of talks", "in the event of an invasion", "accused of attacks"."""
    low, head = preposition.lower_, governed_by(preposition)
    if low == "without":
        return "denied"
    shut = head.lower_ in ("nothing", "none") and head.head.lemma_ in ("hear", "have")
    if low == "of" and shut and any(c.tag_ == "MD" for c in head.head.children):
        return "refused"  # "would hear nothing of a truce"
    if head.lemma_ in ("event", "case") and low == "of" and head.head.lower_ in ("in", "in the"):
        return "conditional"
    if low == "against" and head.lemma_ in words("chooses"):
        return "refused" if above_it(head, depth, clause) in FACTS else "possible"
    if (low == "of" and head.lower_ in ("ahead", "in")) or low in ("before", "pending", "until"):
        over = head.head if low == "of" else head
        while over.pos_ == "ADP" and over.head.i != over.i:
            over = over.head
        return "happened" if low == "before" and over.pos_ == "VERB" and over.tag_ == "VBD" else "scheduled"
    if head.pos_ in ("NOUN", "PROPN", "ADJ"):
        if low in ("in", "after") and _is_stretch(noun) and head.dep_ == "dobj" and head.head.tag_ == "VBD":
            return "happened"  # the same, hung on the agreement
        given = governor(head)
        if given == "possible" and _is_turned_down(head, low):
            return "refused"
        if given not in (None, "happened"):
            return given
        above = above_it(head, depth, clause)
        if above == "ongoing" and low in ("to", "over", "after") and is_definite(noun):
            return "happened"  # "ongoing protests in response to the killing"
        beside = above in ("denied", "refused") and low != "of"  # "gave no reason for the raid" denies no raid
        return "possible" if beside or (low == "for" and above == "scheduled") else above
    if head.pos_ in ("VERB", "AUX"):
        above = clause(head, depth - 1)
        past = "VBD" in (head.tag_, head.head.tag_)
        if low in ("in", "after", "at", "during") and above == "denied" and past and _is_stretch(noun):
            return "happened"  # "failed to agree in two weeks of talks"
        if low == "of" and head.lemma_ == "hear" and above in ("denied", "refused"):
            return "refused"  # "would not hear of a truce"
        if low == "over" and above in ("denied", "refused") and is_definite(noun):
            return "happened"  # "failed to censure it over the shelling of the port"
        if low in ("after", "since") and above == "ongoing":
            return "happened"  # "days after the raid, tempers are rising"
        if preposition.dep_ == "agent" or low in words("after"):
            given = governor(head) if low in ("of", "with", "from", "on") else None
            return combine(given, above) if given not in (None, "happened") else above
        if low in ("for", "against", "about") and above in ("denied", "refused"):
            return "possible"  # "would not let its bases be used for an attack"
        given = governor(head) or ("possible" if low in ("for", "against", "to", "about") else None)
        return combine(given, above) if given != "happened" else above
    return "possible"


def _is_stretch(noun: Token) -> bool:
    """Whether it is a time of something that is told beside a deed: "two weeks of talks", "a day of fighting"."""
    of = any(child.lower_ == "of" for child in noun.children)
    return of and noun.lemma_ in words("times") | {"hour"}


def above_it(head: Token, depth: int, clause: Clause) -> Status:
    """The status of the governing word's own clause."""
    if head.pos_ in ("VERB", "AUX"):
        return clause(head, depth - 1)
    if head.pos_ == "ADJ":
        over = head.head
        return clause(over, depth - 1) if over.pos_ in ("VERB", "AUX") and over.i != head.i else "happened"
    return noun_status(head, depth - 1, clause)
