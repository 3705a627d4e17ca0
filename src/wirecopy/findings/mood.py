"""What a clause says by itself: tense, mood, negation, condition; and what the words that govern a clause say of it.

The words are listed in `words/status.yml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from wirecopy.findings.frames import SUBJECTS, is_headline
from wirecopy.findings.lexicon import nouns
from wirecopy.model import Status
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
MODALS: Mapping[str, Status] = {
    **dict.fromkeys(("could", "may", "might", "can", "must", "should", "ought", "ca"), "possible"),
    **dict.fromkeys(("will", "shall", "'ll", "’ll", "wo"), "scheduled"),
    **dict.fromkeys(("would", "'d", "’d"), "conditional"),
}


@cache
def words(name: str) -> frozenset[str]:
    """A list of `words/status.yml`."""
    return frozenset(load("status")[name])


@cache
def embedders() -> Mapping[str, Status]:
    """The status that a governing word gives to what it governs; the first list that has a word counts."""
    table: dict[str, Any] = {}
    for status, lemmas in load("status")["embed"].items():
        for lemma in lemmas:
            table.setdefault(lemma, status)
    return table


@cache
def negated_embedders() -> Mapping[str, Status]:
    """The same for governing words that are themselves negated."""
    table: dict[str, Any] = {}
    for status, lemmas in load("status")["negated"].items():
        for lemma in lemmas:
            table.setdefault(lemma, status)
    return table


def told_as_past(verb: Token, own: Status) -> bool:
    """A past tense tells a fact: an "if" that the parser hangs on it belongs to another clause."""
    return own == "happened" and verb.tag_ in ("VBD", "VBN")


def negated(token: Token) -> bool:
    """Whether a word is negated where it stands: not, never, no prisoners, neither, nobody, at no time."""
    denied = words("denied_words")
    for child in token.children:
        low = child.lower_
        if child.dep_ == "neg" or (
            low in denied and child.dep_ in ("advmod", "preconj", "cc", "det") and low != "without"
        ):
            if (
                low in ("no", "not")
                and child.i + 1 < len(child.doc)
                and child.nbor().lower_ in ("only", "until", "just")
            ):
                continue
            return not _contrasted(token, child)
        if (child.dep_ in SUBJECTS or child.dep_ == "dobj") and _is_none(child) and not _excepted(child):
            return True
        if (
            child.dep_ == "prep"
            and low in ("at", "under", "in")
            and any(g.lower_ == "no" for noun in child.children for g in noun.children)
        ):
            return True
    return False


def _is_none(noun: Token) -> bool:
    return noun.lower_ in words("denied_words") or any(child.lower_ in ("no", "neither") for child in noun.children)


def _contrasted(verb: Token, word: Token) -> bool:
    """ "lifted not because of … but": a "not" after the verb denies what follows it, not the act; "were not ready" does."""
    return word.i > verb.i and word.lower_ == "not" and verb.lemma_ != "be"


def _excepted(noun: Token) -> bool:
    """ "nobody but the Cubans" did it: the Cubans did."""
    return any(child.lower_ in ("but", "except", "besides") for child in noun.children) or (
        noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in ("but", "except")
    )


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; a bare verb joined to another shares those of the first ("will meet and discuss")."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if own or verb.dep_ != "conj" or verb.tag_ in ("VBD", "VBZ", "VBP") or verb.head.i == verb.i:
        return own
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return own
    return [child for child in verb.head.children if child.dep_ in ("aux", "auxpass")]


def own_status(verb: Token) -> Status | None:
    """What a verb's own form says; None for infinitives and participles, which say nothing by themselves."""
    helpers = auxiliaries(verb)
    low = [aux.lower_ for aux in helpers]
    no = negated(verb) or (verb.dep_ == "conj" and auxiliaries(verb.head) == helpers != [] and negated(verb.head))
    if helpers and helpers[0].lower_ in ("had", "were", "should") and _inverted(verb, helpers[0]):
        return "conditional"
    for aux in low:
        if aux in MODALS:
            return _modal(verb, aux, no)
    if "to" in low:
        return _infinitive(verb, no)
    if no:
        return "denied"
    if verb.tag_ == "VBG":
        if any(aux in ("is", "are", "'s", "’s", "'re", "am", "been", "being") for aux in low):
            return "ongoing"
        return "happened" if any(aux in ("was", "were") for aux in low) else None
    if "being" in low:
        return "ongoing" if any(aux in ("is", "are", "'s", "’s") for aux in low) else "happened"
    if helpers or verb.tag_ in FINITE:
        return "happened"
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "ROOT", "relcl"):
        return "happened"
    return "happened" if verb.dep_ == "ROOT" and verb.tag_ == "VB" and named_subject(verb) else None


def named_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _modal(verb: Token, aux: str, no: bool) -> Status:
    kind = MODALS[aux]
    if kind == "possible":
        return "denied" if no and aux in ("could", "can", "ca") else "possible"
    if no:
        return "refused"
    if kind == "conditional" and _reported_future(verb):
        return "scheduled"
    return kind


def _reported_future(verb: Token) -> bool:
    """ "said that it would send": the past of "will send", unless a condition goes with it; what is warned of is none."""
    head = verb.head
    if (
        verb.dep_ != "ccomp"
        or head.lemma_ == "warn"
        or head.lemma_ not in words("say")
        or head.tag_ not in ("VBD", "VBN")
    ):
        return False
    return not any(child.dep_ in SUBJECTS and child.lemma_.lower() in nouns() for child in verb.children)


def _infinitive(verb: Token, no: bool) -> Status | None:
    """ "Putin, Biden to speak" and "is to meet" are appointments; another infinitive says nothing by itself."""
    if (
        verb.dep_ == "ROOT"
        or is_headline(verb)
        or (verb.dep_ == "ccomp" and named_subject(verb) and verb.head.lemma_ in words("say"))
    ):
        return "refused" if no else "scheduled"
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        return "refused" if no or negated(verb.head) else "scheduled"
    return "denied" if no and verb.dep_ != "xcomp" else None


def _inverted(verb: Token, aux: Token) -> bool:
    """ "Had Kyiv signed, …", "were it to attack": the auxiliary stands before its subject, and no question follows."""
    return any(child.dep_ in SUBJECTS and child.i > aux.i for child in verb.children) and verb.sent[-1].text != "?"


def has_condition(verb: Token) -> bool:
    """Whether a condition hangs on the clause: if, unless, should it, in the event of."""
    near = [*verb.children, *(child for child in verb.head.children if verb.dep_ == "ccomp" and child.i > verb.i)]
    for child in near:
        if child.dep_ in ("advcl", "ccomp") and child.i != verb.i and is_condition(child):
            return child.dep_ == "advcl" or any(_inverted(child, aux) for aux in child.children if aux.dep_ == "aux")
        if (
            child.dep_ == "prep"
            and child.lower_ in ("in", "under")
            and any(noun.lemma_ in ("event", "case") for noun in child.children)
        ):
            return verb.tag_ not in FINITE
    return False


def is_condition(verb: Token) -> bool:
    """Whether a clause is the condition of another: "if it invaded", "unless they leave", "should it attack"."""
    strayed = (
        c for c in verb.head.children if c.dep_ == "mark" and verb.dep_ == "advcl" and c.i < verb.i < verb.head.i
    )
    for child in (*verb.children, *strayed):  # the parser hangs some an "if" on the main clause behind it
        low = child.lower_
        if child.dep_ in ("mark", "advmod", "prep") and low in words("condition") and not _even_so(child):
            return True
        if child.dep_ == "aux" and low in ("should", "had", "were") and _inverted(verb, child):
            return True
        if child.dep_ in ("mark", "advmod") and low == "once" and verb.tag_ in ("VBZ", "VBP"):
            return True
    return verb.lower_ in ("provided", "providing", "assuming", "should") or in_case(verb)


def in_case(verb: Token) -> bool:
    """ "in case Moscow invaded": the parser hangs "in case" on whatever stands before it, and the clause is left bare."""
    before = [token.lower_ for token in verb.doc[max(0, verb.left_edge.i - 3) : verb.left_edge.i]]
    return before[-2:] == ["in", "case"] or before == ["in", "the", "event"]


def _even_so(mark: Token) -> bool:
    """ "until" with a past tense tells a fact ("until they left")."""
    return mark.lower_ in ("until", "till") and mark.head.tag_ == "VBD"


def hearsay(token: Token) -> bool:
    """ "reportedly", "according to a rumour": the clause is no more than that."""
    for child in token.children:
        if child.lower_ in words("hearsay") and child.dep_ == "advmod":
            return True
        if child.lower_ == "according":
            sources = [noun for to in child.children for noun in to.children]
            return any(noun.lemma_ in words("hearsay_sources") - {"report"} for noun in sources)
    return False


def governor(head: Token) -> Status | None:
    """What a governing word says about what it governs, its own negation included; None where it says nothing."""
    lemma = head.lemma_.lower()
    given = embedders().get(lemma)
    if negated(head) or negated_above(head):
        opposite = negated_embedders().get(lemma)
        if opposite:
            return opposite
        if given == "denied":
            return "possible"
        if given or lemma in words("say"):
            return "denied" if given in ("happened", "scheduled") else "possible"
        return "denied"
    return given


def negated_above(head: Token) -> bool:
    """ "has not been able to": the "not" stands with the verb that carries an adjective or a noun."""
    return (
        head.pos_ in ("ADJ", "NOUN")
        and head.dep_ in ("acomp", "attr", "dobj", "nsubj", "nsubjpass")
        and negated(head.head)
    )
