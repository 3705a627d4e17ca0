"""The name beside what somebody is: "the chief of staff, Ana Paz", "Ana Paz, a Chadian who quit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.described import entity
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.named import named_at
from wirecopy.findings.sides.standins import listed
from wirecopy.model import Actor, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICES = frozenset({"President", "Premier", "Minister", "Chancellor", "King", "Emir", "Secretary", "Chairman"})


def is_office(noun: Token, found: tuple[Actor, ...]) -> bool:
    """Whether a noun tells no more than what somebody is: "the chief of staff, Ana Paz", "Ana Paz, a Chadian who quit"."""
    vague = not found or found[0].anonymous or found[0].kind in ("group", "state")
    described = noun.dep_ == "appos" and noun.ent_type_ in ("NORP", "")
    return (noun.pos_ == "NOUN" and noun.ent_type_ == "") or (vague and noun.text in OFFICES) or (vague and described)


def name_behind(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """The name beside the noun for a person in the singular: "his counterpart, Ana Paz", "Ana Paz, an envoy who"."""
    if noun.tag_ not in ("NN", "NNP"):
        return ()
    beside = [child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > noun.i]
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        beside.append(noun.head)
    if noun.lemma_.lower() in listed("offices") or noun.text in OFFICES:  # "the president of Chad, Ana Paz"
        states = prepositions_of(noun).get("of", ())
        beside += [c for one in states for c in one.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"]
    beside += _name_in_commas(noun)
    held = noun.lemma_.lower() in listed("offices") | {"chief", "head"}
    found = next((named_at(passage, one) or (entity(passage, one) if held else ()) for one in beside), ())
    return found if len(found) == 1 and found[0].kind == "person" and not found[0].anonymous else ()


def _name_in_commas(noun: Token) -> list[Token]:
    """The person's name between commas behind an office, that the parser hangs elsewhere: "the chief of staff, Ana Paz, on"."""
    doc, at = noun.doc, noun.right_edge.i + 1
    if at + 1 >= len(doc) or doc[at].text != "," or doc[at + 1].ent_type_ != "PERSON":
        return []
    end = at + 1
    while end + 1 < len(doc) and doc[end + 1].ent_type_ == "PERSON":
        end += 1
    closed = end + 1 < len(doc) and doc[end + 1].text == "," and doc[end].dep_ == "npadvmod"
    return [doc[end]] if closed else []
