"""What a clause says by itself: tense, mood, negation, condition; and what the words that govern a clause say of it.

The words are listed in `words/status.yml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wirecopy.findings.acts.if_clauses import FINITE, has_condition, inverted
from wirecopy.findings.acts.lexicon import nouns
from wirecopy.findings.acts.status_words import embedders, negated_embedders, phrasal, words
from wirecopy.findings.acts.subjects import SUBJECTS, is_headline
from wirecopy.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTES = frozenset("\"”“'’‘")
MODALS: Mapping[str, Status] = {
    **dict.fromkeys(("could", "may", "might", "can", "must", "should", "ought", "ca", "need"), "possible"),
    **dict.fromkeys(("will", "shall", "'ll", "’ll", "wo"), "scheduled"),
    **dict.fromkeys(("would", "'d", "’d"), "conditional"),
}


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
    if token.dep_ in ("relcl", "acl") and token.head.lower_ in ("nothing", "nobody", "none"):
        return True  # "there is nothing to suggest that"
    return _either(token)


def _either(token: Token) -> bool:
    """ "neither confirmed nor denied", "had not admitted or implied": the second verb shares the "not" of the first."""
    joined = token.dep_ == "conj" and token.pos_ == token.head.pos_ == "VERB" and not named_subject(token)
    joined = joined and any(child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in token.head.children)
    return joined and negated(token.head)


def _is_none(noun: Token) -> bool:
    if noun.lower_ in words("denied_words") or any(child.lower_ in ("no", "neither") for child in noun.children):
        return True
    edge = noun.left_edge
    return edge.lower_ == "not" and edge.i < noun.i and edge.nbor().lower_ in ("one", "a", "any")


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
    no = negated(verb) or _nor(verb, helpers)
    if helpers and helpers[0].lower_ in ("had", "were", "should") and inverted(verb, helpers[0]):
        before = {one.lower_ for one in verb.doc[verb.left_edge.i : helpers[0].i]}
        return "denied" if before & words("denied_words") else "conditional"  # "never had he met them"
    if low and low[0] == "having":
        return "denied" if no else None
    for aux in low:
        if aux in MODALS:
            return _modal(verb, aux, no)
    if "to" in low:
        return _infinitive(verb, no)
    if no or _almost(verb):
        return "denied"
    if verb.tag_ == "VBG":
        if any(aux in ("is", "are", "'s", "’s", "'re", "am", "been", "being") for aux in low):
            return "ongoing"
        return "happened" if any(aux in ("was", "were") for aux in low) else None
    if "being" in low:
        return "ongoing" if any(aux in ("is", "are", "'s", "’s") for aux in low) else "happened"
    if low == ["be"] and verb.tag_ == "VBN":
        return None  # "insisted that they be withdrawn"
    if helpers or verb.tag_ in FINITE:
        return "happened"
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "ROOT", "relcl"):
        return "happened"
    return "happened" if verb.dep_ == "ROOT" and verb.tag_ == "VB" and named_subject(verb) else None


def _nor(verb: Token, helpers: list[Token]) -> bool:
    """ "did not meet and discuss": the second verb shares the auxiliary of the first, and its "not"."""
    if verb.dep_ != "conj" or not negated(verb.head):
        return False
    return auxiliaries(verb.head) == helpers != []


def _almost(verb: Token) -> bool:
    """ "nearly sank", "all but sank": what almost took place did not."""
    start = min((child.i for child in verb.children if child.dep_ in ("aux", "auxpass")), default=verb.i)
    if [token.lower_ for token in verb.doc[max(start - 2, 0) : start]] == ["all", "but"]:
        return True
    return any(
        child.lower_ in words("almost") and child.dep_ == "advmod" and child.i < verb.i for child in verb.children
    )


def named_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _modal(verb: Token, aux: str, no: bool) -> Status:
    kind = MODALS[aux]
    if kind == "possible":
        return "denied" if no and aux in ("could", "can", "ca", "need") else "possible"
    if no and kind == "conditional" and verb.tag_ == "VBN" and any(c.lower_ == "have" for c in verb.children):
        return kind  # "had it been asked, it would not have come"
    if no:
        return "refused"
    if kind == "conditional":
        return _backshifted(verb) or kind
    return kind


def _backshifted(verb: Token) -> Status | None:
    """ "said that it would send" is the past of "will send", "feared that it would" no more than a possibility.

    What is warned of, or has a condition, is conditional.
    """
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):  # "said that it had met and would meet again"
        first = first.head
    head = first.head
    if _told_beside(first) and not _of_deed(verb):
        return "scheduled"
    if first.dep_ not in ("ccomp", "acl") or head.lemma_ == "warn":
        return None
    if verb.i < head.i and any(t.text in QUOTES for t in verb.doc[verb.i : head.i]):
        return None  # his own words
    if (head.lemma_ in words("doubt") and not negated(head)) or (
        head.pos_ == "NOUN" and embedders().get(head.lemma_) == "possible"
    ):
        return None if has_condition(verb) else "possible"
    if first.dep_ == "acl" or head.lemma_ not in words("say") or head.tag_ not in ("VBD", "VBN"):
        return None
    return None if _of_deed(verb) else "scheduled"


def _told_beside(verb: Token) -> bool:
    """ "For the first time, she said, the Union would pay": who says so stands beside the clause."""
    tellers = (child for child in verb.children if child.dep_ == "parataxis")
    return any(one.lemma_ in words("say") and one.tag_ == "VBD" and named_subject(one) for one in tellers)


def _of_deed(verb: Token) -> bool:
    """Whether a deed is the subject: "an invasion would cost lives" plans none. Aid that would arrive is on its way."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    timed = verb.lemma_ in words("takes_its_time") and not any(child.dep_ == "dobj" for child in verb.children)
    if timed or verb.lemma_ in words("dates"):
        return False
    if verb.lemma_ in words("ensues") and any(child.pos_ == "NOUN" for child in subjects):
        return True
    deeds = (nouns().get(child.lemma_.lower(), ()) for child in subjects)
    ensues = any(child.lemma_ in words("follows") for child in subjects)  # "the price of an attack would be war"
    return ensues or any(line.act != "AID" for lines in deeds for line in lines)


def _infinitive(verb: Token, no: bool) -> Status | None:
    """ "Putin, Biden to speak" and "is to meet" are appointments; another infinitive says nothing by itself."""
    if (
        verb.dep_ == "ROOT"
        or is_headline(verb)
        or (verb.dep_ == "ccomp" and named_subject(verb) and verb.head.lemma_ in words("say"))
    ):
        return "refused" if no else "scheduled"
    if verb.dep_ == "xcomp" and any(child.lower_ == "yet" for child in (*verb.children, *verb.head.children)):
        return "denied" if verb.head.lemma_ in ("have", "be") else None
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        if verb.tag_ == "VBN" and verb.head.tag_ == "VBD" and any(c.lower_ == "have" for c in verb.children):
            return "denied"  # "was to have met"
        return "refused" if no or negated(verb.head) else "scheduled"
    return "denied" if no and verb.dep_ != "xcomp" else None


def governor(head: Token) -> Status | None:
    """What a governing word says about what it governs, its own negation included; None where it says nothing."""
    lemma = phrase(head)
    given = embedders().get(lemma)
    if any(child.lower_ in words("falsely") for child in head.children):
        return "denied"
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


def phrase(head: Token) -> str:
    """The lemma of a governing word, with its particle where that says something else: call off, rule out."""
    lemma = head.lemma_.lower()
    near = head.doc[max(head.i - 1, 0) : head.i + 4].text.lower()
    if lemma in ("take", "grant") and "for granted" in near:
        return "assume"  # "takes it for granted that"
    small = (child.lower_ for child in head.children if child.dep_ in ("prt", "advmod", "prep"))
    return next((both for word in small if (both := f"{lemma} {word}") in phrasal()), lemma)


def negated_above(head: Token) -> bool:
    """ "has not been able to": the "not" stands with the verb that carries an adjective or a noun."""
    return (
        head.pos_ in ("ADJ", "NOUN")
        and head.dep_ in ("acomp", "attr", "dobj", "nsubj", "nsubjpass")
        and negated(head.head)
    )
