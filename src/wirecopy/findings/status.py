"""Has it happened? The status of an act from tense, mood, negation and from what its clause depends on.

`status` never gives happened to what a report only fears, plans, denies or makes conditional: where the words leave it
open, an act is `possible`. What a clause says by itself is in `mood`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.frames import is_passive
from wirecopy.findings.lexicon import grammar, light
from wirecopy.findings.mood import (
    auxiliaries,
    embedders,
    governor,
    has_condition,
    hearsay,
    in_case,
    is_condition,
    named_subject,
    negated,
    negated_above,
    own_status,
    told_as_past,
    words,
)
from wirecopy.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"happened", "ongoing", "historical"})
MAX_DEPTH = 12  # clauses deeper than this are the parser's mistakes


def status(token: Token) -> Status:
    """The status of the act that a verb or noun names."""
    found = noun_status(token) if token.pos_ in ("NOUN", "PROPN") else verb_status(token)
    if found in FACTS and (token.sent[-1].text == "?" or hearsay(token)):
        return "possible"
    return found


def verb_status(verb: Token, depth: int = MAX_DEPTH) -> Status:
    """The status of what a verb says, in its own clause and in those that it hangs on."""
    if in_case(verb):
        return "conditional"
    own = own_status(verb)
    if own is None:
        return _governed(verb, None, depth)
    if own not in ("denied", "refused") and not told_as_past(verb, own) and has_condition(verb):
        own = "conditional"
    return _governed(verb, own, depth)


def combine(inner: Status | None, over: Status | None) -> Status:
    """What a clause tells, given what it hangs on: denial and refusal win, then what is not certain."""
    if over in (None, "happened", "ongoing", "historical"):
        return inner or over or "happened"
    if over == "denied" or inner in ("denied", "refused", "conditional"):
        return "denied" if over == "denied" else inner or over
    if over == "scheduled":
        return inner if inner == "possible" else "scheduled"
    return over


def _governed(verb: Token, own: Status | None, depth: int) -> Status:
    """The status of a clause after all that it hangs on has had its say."""
    head, dep = verb.head, verb.dep_
    if not depth or head.i == verb.i or dep == "ROOT":
        return own or "happened"
    if dep == "conj":
        if head.pos_ in ("VERB", "AUX"):
            return verb_status(head, depth - 1) if own is None else _governed(head, own, depth - 1)
        return own if own and named_subject(verb) else "possible"
    if dep in ("xcomp", "ccomp", "csubj", "csubjpass", "acomp"):
        return _complement(verb, own, depth)
    if dep == "advcl":
        return _adverbial(verb, own, depth)
    if dep == "pcomp":
        return _after_preposition(verb, own, depth)
    if dep == "acl" or (dep == "relcl" and any(child.dep_ == "mark" for child in verb.children)):
        return _of_noun(verb, own, depth)
    if own is None:
        return "happened" if verb.tag_ in ("VBN", "VBG", "VBD") else "possible"
    return own


def _above(head: Token, depth: int) -> Status:
    """The status of the governing word's own clause."""
    if head.pos_ in ("VERB", "AUX"):
        return verb_status(head, depth - 1)
    if head.pos_ == "ADJ":
        over = head.head
        return verb_status(over, depth - 1) if over.pos_ in ("VERB", "AUX") and over.i != head.i else "happened"
    return noun_status(head, depth - 1)


def _complement(verb: Token, own: Status | None, depth: int) -> Status:
    """Clauses after a verb or adjective: "denied that it would", "plans to meet", "began shelling", "is due to"."""
    head = verb.head
    lemma = head.lemma_.lower()
    if lemma == "be" and own is not None:
        said = next((child for child in head.children if child.dep_ in ("acomp", "attr")), None)
        over = governor(said) if said is not None and said.lemma_ in embedders() else None
        return _governed(head, combine(own, over), depth - 1)
    if lemma == "go" and own is None and head.tag_ == "VBG":
        return _governed(head, "refused" if negated(head) else "scheduled", depth - 1)
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    given = governor(head)
    if own is not None:
        if lemma in ("see", "watch") and own == "happened":
            return _above(head, depth)
        if marks & {"whether", "if"}:
            return combine(own, "possible")
        if marks & {"why", "how", "when", "where"}:
            return own
        if lemma in words("say") and lemma not in words("doubt") and given not in ("denied", "refused"):
            given = "possible" if negated(head) else None
        if given in ("scheduled", "happened"):
            given = None
        return _governed(head, combine(own, given), depth - 1) if given else combine(own, _outer(head, depth))
    if has_condition(verb) and _above(head, depth) == "scheduled":  # "will be forced to close it if …"
        return "conditional"
    if lemma in ("have", "force", "oblige") and head.tag_ in ("VBD", "VBN") and not negated(head):
        return _above(head, depth)
    if given is None:
        given = "happened" if verb.tag_ in ("VBG", "VBN") and "to" not in marks else "possible"
    above = _above(head, depth)
    if (negated(head) or negated_above(head)) and above in ("denied", "refused"):
        return given
    return combine(given, above) if given != "happened" else above


def _outer(head: Token, depth: int) -> Status | None:
    """Words that nobody has said yet tell no fact ("unlikely to say that …", "would say …")."""
    return "possible" if _above(head, depth) in ("conditional", "possible", "denied", "refused") else None


def _adverbial(verb: Token, own: Status | None, depth: int) -> Status:
    """Clauses that go with another: conditions, purposes, "rather than storm", participles."""
    marks = [child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod", "cc", "prep")]
    if is_condition(verb):
        return own if own in ("denied",) and "had" in marks else "conditional"
    if set(marks) & words("instead"):
        return "denied"
    if own is not None:
        if "when" in marks and verb.tag_ in ("VBZ", "VBP") and verb.head.pos_ == "VERB":
            above = verb_status(verb.head, depth - 1)
            return above if above not in FACTS else own
        return own
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children):
        return "possible"
    above = _above(verb.head, depth)
    return above if above not in ("denied", "refused") else "possible"


def _after_preposition(verb: Token, own: Status | None, depth: int) -> Status:
    """Gerunds: "without firing", "instead of cutting", "accused of sending", "after speaking"."""
    preposition = verb.head
    head = preposition.head
    low = preposition.lower_
    before = preposition.doc[preposition.i - 1].lower_ if preposition.i else ""
    if (
        low == "without"
        or low in words("instead")
        or (low in ("of", "than") and before in words("instead") | {"short"})
    ):
        return "denied"
    if own in ("denied", "refused"):
        return own
    if low in ("after", "since", "upon"):
        return "happened" if _above(head, depth) in FACTS else "possible"
    given = governor(head)
    if low == "but" and given == "possible":  # "has no choice but to"
        return given
    above = _above(head, depth) if head.i != preposition.i else "happened"
    if given:
        return combine(given, above) if given != "happened" else above
    if named_subject(verb) and above in ("denied", "refused"):
        return "possible"  # "will not deal with Russia invading": it is the dealing that is refused
    return "possible" if low in ("for", "about", "against", "before", "from", "on", "to") else above


def _of_noun(verb: Token, own: Status | None, depth: int) -> Status:
    """Clauses of a noun: "plans to meet", "reports that it armed", "troops stationed there"."""
    noun = verb.head
    given = governor(noun)
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if own is None and not infinitive:
        above = noun_status(noun, depth - 1) if verb.tag_ == "VBG" else "happened"
        if above in ("denied", "refused") and given is None:
            return "possible"  # "will not deal with Russia invading": it is the dealing that is refused
        return above if above not in FACTS else "ongoing"
    if verb.tag_ == "VBN" and own == "happened" and not infinitive and not named_subject(verb):
        to_come = noun.dep_ == "dobj" and noun.head.lemma_ in grammar("suffers")  # "will face sanctions backed by Mali"
        return verb_status(noun.head, depth - 1) if to_come else "happened"
    over = verb_above_noun(noun, depth)
    if own is None:
        return combine(given or "possible", over) if given != "happened" else combine("happened", over)
    if over in ("denied", "refused"):
        return "refused" if given == "refused" else over  # "the idea that we send troops is not on the table"
    return combine(own, given if given != "scheduled" else None)


def verb_above_noun(noun: Token, depth: int) -> Status | None:
    """What the verb around a plan or report says of it: "denied plans to", "has no plans to", "abandoned the idea of"."""
    head = noun.head
    if noun.dep_ in ("dobj", "attr", "nsubjpass", "nsubj") and head.pos_ in ("VERB", "AUX") and depth:
        if head.lemma_ == "dismiss" or embedders().get(head.lemma_) in ("denied", "refused"):
            return governor(head)
        above = verb_status(head, depth - 1)
        return above if above not in FACTS else None
    return None


def noun_status(noun: Token, depth: int = MAX_DEPTH) -> Status:
    """The status of what an event noun names, from its adjectives and from what it hangs on."""
    own = _noun_own(noun)
    if own in ("denied", "scheduled") or not depth:
        return own or "possible"
    given = _noun_governed(noun, depth)
    return combine(own, given) if own else given


def _noun_own(noun: Token) -> Status | None:
    for child in noun.children:
        low = child.lower_
        if child.dep_ in ("det", "neg") and low in ("no", "neither"):
            return "denied"
        if child.dep_ in ("acl", "relcl") and child.tag_ in ("VBN", "VBG") and child.lemma_ in words("planned"):
            return governor(child) or "possible"
        if child.dep_ in ("amod", "det", "compound", "nmod"):
            if low in words("scheduled_adjectives"):
                return "scheduled"
            if low in words("hypothetical_adjectives"):
                return "possible"
    return None


def _noun_governed(noun: Token, depth: int) -> Status:
    head, dep = noun.head, noun.dep_
    if head.i == noun.i:
        return "happened"
    if _presupposed(noun):
        return "happened"
    if dep == "conj":
        return noun_status(head, depth - 1) if head.pos_ in ("NOUN", "PROPN") else verb_status(head, depth - 1)
    if dep == "pobj":
        return _noun_after_preposition(noun, head, depth)
    if head.pos_ in ("VERB", "AUX"):
        return _noun_with_verb(noun, head, depth)
    if dep in ("appos", "dep", "nmod"):
        return noun_status(head, depth - 1) if head.pos_ in ("NOUN", "PROPN") else "happened"
    return _above(head, depth)


def _presupposed(noun: Token) -> bool:
    """An act that is named as known stays a fact where the clause around it is not one: "to tell them of his call",
    "in the face of Chad's build-up", "at the request of"."""
    head = noun.head
    if head.lower_ == "at" and noun.lemma_ == "request":
        return True
    if not any(child.dep_ == "poss" for child in noun.children):
        return False
    if head.lower_ in ("at", "during") and head.head.pos_ == "NOUN":
        return True
    over = head.head if noun.dep_ == "pobj" else head
    if (
        noun.dep_ not in ("pobj", "dobj")
        or head.lower_ in ("before", "for", "against", "pending")
        or over.lemma_ in embedders()
    ):
        return False
    return over.pos_ == "NOUN" or over.tag_ in ("VB", "VBG")


def _noun_with_verb(noun: Token, verb: Token, depth: int) -> Status:
    """Subjects and objects: "launched an attack", "an attack would", "feared an attack", "talks are expected"."""
    above = verb_status(verb, depth - 1)
    lemma = verb.lemma_.lower()
    if noun.dep_ in ("dobj", "dative") or is_passive(verb):
        if lemma in light()["prospect"]:
            return combine("possible", above)
        if lemma in light()["carry"] and lemma not in ("prepare",):
            return above
        given = governor(verb)
        if lemma in words("prevent") and above not in FACTS:
            return "possible"
        if given and negated(verb) and above in ("denied", "refused"):
            return given
        return combine(given, above) if given not in (None, "happened") else above
    if lemma == "be":
        for child in verb.children:
            if child.dep_ in ("acomp", "attr") and child.lemma_ in embedders():
                return governor(child) or above
    if above == "happened" and verb.tag_ in ("VBZ", "VBP") and _indefinite(noun) and not auxiliaries(verb):
        return "possible"
    return above


def _indefinite(noun: Token) -> bool:
    """ "An attack on any member is …": a general truth names no attack."""
    return any(child.dep_ == "det" and child.lower_ in ("a", "an", "any", "every", "each") for child in noun.children)


def _noun_after_preposition(noun: Token, preposition: Token, depth: int) -> Status:
    """ "fears of an attack", "after the call", "ahead of talks", "in the event of an invasion", "accused of attacks"."""
    low, head = preposition.lower_, preposition.head
    if low == "without":
        return "denied"
    if head.lemma_ in ("event", "case") and low == "of" and head.head.lower_ in ("in", "in the"):
        return "conditional"
    if (low == "of" and head.lower_ in ("ahead", "in")) or low in ("before", "pending", "until"):
        over = head.head if low == "of" else head
        while over.pos_ == "ADP" and over.head.i != over.i:
            over = over.head
        return "happened" if low == "before" and over.pos_ == "VERB" and over.tag_ == "VBD" else "scheduled"
    if head.pos_ in ("NOUN", "PROPN", "ADJ"):
        given = governor(head)
        return given if given not in (None, "happened") else _above(head, depth)
    if head.pos_ in ("VERB", "AUX"):
        above = verb_status(head, depth - 1)
        if preposition.dep_ == "agent" or low in words("after"):
            given = governor(head) if low in ("of", "with", "from", "on") else None
            return combine(given, above) if given not in (None, "happened") else above
        given = governor(head) or ("possible" if low in ("for", "against", "to", "about") else None)
        return combine(given, above) if given != "happened" else above
    return "possible"
