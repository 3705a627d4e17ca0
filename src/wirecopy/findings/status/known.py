"""Acts that a noun names as known: they stand as facts where the clause around them tells none.

"Nobody claimed responsibility for the attack", "the talks did not end the war": what is denied is not the attack or the talks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.if_clauses import is_condition
from wirecopy.findings.acts.mood import negated, own_status
from wirecopy.findings.acts.status_words import embedders, words

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset({"the", "this", "these", "those", "that", "both", "its", "their", "his", "her", "our"})
UNSURE = frozenset({"would", "'d", "’d", "could", "might", "may"})


def presupposed(noun: Token) -> bool:
    """Whether the words around an event noun take it for granted that it took place."""
    return (
        _left_behind(noun)
        or _possessed(noun)
        or _of_others(noun)
        or _of_year(noun)
        or (_definite(noun) and not _imagined(noun) and _reacted_to(noun))
    )


def _of_others(noun: Token) -> bool:
    """Whether somebody only takes no part in it: "was not involved in talks between Chad and Mali"."""
    between = any(child.lower_ in ("between", "among") for child in noun.children)
    return between and noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ in words("partakes")


def _of_year(noun: Token) -> bool:
    """ "accused of planning the 2014 bombing": what bears the year of its day is known by it."""
    years = (c.text for c in noun.children if c.dep_ in ("compound", "nummod", "amod", "nmod") and c.i < noun.i)
    dated = any(len(year) == 4 and year.isdigit() and year < "2100" for year in years)
    return dated and any(child.lower_ == "the" or child.dep_ == "poss" for child in noun.children)


def is_definite(noun: Token) -> bool:
    """Whether a noun names an act as one that the reader knows: the, this, Friday's."""
    return any(child.lower_ in DEFINITE or child.dep_ == "poss" for child in noun.children)


def _definite(noun: Token) -> bool:
    """The same; an act of which a clause says what it would be, or was to be, is not known by it."""
    to_come = any(c.dep_ == "relcl" and own_status(c) not in (None, "happened", "ongoing") for c in noun.children)
    return is_definite(noun) and not to_come


def _left_behind(noun: Token) -> bool:
    """ "at the request of", "an end to the attacks", "victims of the blast": what has an end or victims took place."""
    if noun.dep_ != "pobj":
        return False
    low, over = noun.head.lower_, noun.head.head
    if low == "at" and noun.lemma_ == "request":
        return True
    return low in ("of", "to", "for", "in", "from", "into", "behind") and over.lemma_ in words("leftovers")


def _possessed(noun: Token) -> bool:
    """ "to tell them of his call", "in the face of Chad's build-up": an act that has an owner is named as known."""
    head = noun.head
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


def _reacted_to(noun: Token) -> bool:
    """Whether the clause only reacts to the act, or denies what came of it."""
    head, dep = noun.head, noun.dep_
    if dep == "nsubj":
        return own_status(head) == "denied" and not _takes_place(head)
    if dep in ("dobj", "nsubjpass"):
        return head.lemma_ in words("reacts")
    if dep != "pobj":
        return False
    if head.head.lemma_ in words("reacts_to"):
        return True
    if head.head.pos_ in ("NOUN", "PROPN"):
        return head.lower_ in words("afterwards") and head.head.lemma_ not in embedders()
    return own_status(head.head) == "denied" and head.lower_ in words("afterwards") - {"in", "by", "from"}


def _takes_place(verb: Token) -> bool:
    """Whether a verb says of its subject that it takes place: happen, begin, come; "was not imminent"."""
    if verb.lemma_ == "be":
        said = [child for child in verb.children if child.dep_ in ("acomp", "attr", "oprd")]
        return not said or any(child.lemma_ in embedders() for child in said)
    return verb.lemma_ in words("takes_place")


def _imagined(noun: Token) -> bool:
    """Whether a clause around the noun is one of would, could or if."""
    return any(
        is_condition(over)
        or (any(child.dep_ == "aux" and child.lower_ in UNSURE for child in over.children) and not negated(over))
        for over in noun.ancestors
        if over.pos_ in ("VERB", "AUX")
    )
