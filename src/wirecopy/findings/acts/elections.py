"""Whether what is begun or ended is somebody's campaign for an office: no war, and no talks that one stays away from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.frames import Frame
from wirecopy.findings.acts.lexicon import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def is_of_election(verb: Token, found: Frame) -> bool:
    """Whether a verb's object, or what it is "out of", is a race for an office: "suspended her campaign", "out of the race"."""
    if found.object is not None and found.object.lemma_.lower() in grammar("candidacies"):
        return _is_for_office(found.object)
    return any(noun.lemma_.lower() in grammar("races") for noun in _out_of(verb))


def _is_for_office(noun: Token) -> bool:
    own = any(child.dep_ == "poss" and child.lower_ in ("his", "her", "my") for child in noun.children)
    before = {child.lemma_.lower() for child in noun.children if child.dep_ in ("amod", "compound", "nmod")}
    at = {child.lower_: list(child.children) for child in noun.children if child.dep_ == "prep"}
    offices = any(one.lemma_.lower() in grammar("offices sought") for one in at.get("for", ()))
    return offices or bool(before & grammar("electoral")) or (own and not before and "against" not in at)


def _out_of(verb: Token) -> Iterator[Token]:
    """The nouns behind a verb's "of" or "from", also that of its "out"."""
    for child in verb.children:
        if child.lower_ in ("of", "from"):
            yield from child.children
        elif child.lower_ == "out":
            yield from (noun for of in child.children if of.lower_ in ("of", "from") for noun in of.children)
