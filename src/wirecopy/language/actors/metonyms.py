"""Capital or state? "Moscow denied it" is the state, "a fire in Moscow" the city."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy import words
from wirecopy.language.actors.tails import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

LOCATIVE = frozenset(
    {"in", "near", "outside", "around", "inside", "across", "through", "throughout", "via", "over", "within"}
)
GOING = frozenset({"to", "for", "toward", "towards", "into", "from", "of", "on", "off"})


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(str(words.load("metonyms")[name]).split())


def stands_for_state(token: Token) -> bool:
    """Does a capital, headed by this token, stand for its state?

    Governed by a preposition of place, or the object of a verb of going, it is the city; as the subject of a verb that
    a city can have (wake, see, host) too. Before a noun ("the Moscow subway") it is the city. Else it is the state.
    """
    head, dep = token.head, token.dep_
    if _adjectival(token):
        return True
    if dep == "conj" and (
        head.ent_type_ in {"GPE", "LOC", "NORP", "ORG"} or (head.pos_, head.dep_) == ("PROPN", "pobj")
    ):
        return stands_for_state(head)
    if dep == "pobj":
        return _after(head)
    if dep in {"nsubj", "nsubjpass"} and head.lemma_ == "be":
        return any(child.lower_ in _listed("minded") for child in head.children)
    if dep in {"nsubj", "nsubjpass"}:
        things = [child.lemma_ for child in head.children if child.dep_ == "dobj"]
        acts = bool(things) and head.lemma_.lower() in _listed("acts_on_a_thing")
        acts = acts or any(thing in _listed("of_borders") for thing in things)
        return acts or head.lemma_.lower() not in _listed("happens_in")
    if dep in {"dobj", "dative"}:
        return head.lemma_.lower() not in _listed("done_to_a_city") or _before_object(token)
    if dep == "poss":
        return head.lemma_.lower() not in _listed("of_a_city")
    if dep in {"compound", "nmod", "amod"}:
        return (
            head.lemma_.lower() in _listed("of_a_state")
            or head.i < token.i
            or (head.pos_ == "PROPN" and token.nbor().text in "-–/")
        )
    return dep not in {"npadvmod", "appos", "ROOT", "dep"}


def _before_object(token: Token) -> bool:
    """Is what is taken the noun in quotation marks behind a name ("not to take Oslo “firm steps”"), and not the city?"""
    objects = (child for child in token.head.children if child.dep_ == "dobj" and child.i > token.i + 1)
    return any(child.left_edge.i <= token.i + 2 and token.nbor().is_quote for child in objects)


def _adjectival(token: Token) -> bool:
    """Is it part of "Moscow-backed", which only a state can be behind?"""
    doc, at = token.doc, token.i
    return at + 2 < len(doc) and doc[at + 1].text == "-" and doc[at + 2].lower_ in listed("attached")


def _after(preposition: Token) -> bool:
    """A capital after a preposition: by the preposition, and for "to" and "from" by the word that it hangs on."""
    word = preposition.lower_
    if word in LOCATIVE:
        return False
    if word in GOING:
        governor = preposition.head.lemma_.lower()
        if word in {"to", "from"}:
            # The parser hangs "from Kyiv" on what was seized, not on "seized".
            over = preposition.head.head.lemma_.lower() if preposition.head.dep_ == "dobj" else governor
            return governor in _listed("dealing") or over in _listed("taking")
        if word == "for":
            return governor not in _listed("leaving")
        return word == "of" and governor in _listed("of_a_state")
    return True
