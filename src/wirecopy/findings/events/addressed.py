"""To whom an act is done by the words around its verb: who is told of it, who is not let do something, whose "it" is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


def assured(trigger: Trigger) -> tuple[Token, ...]:
    """Who is told what will be granted or not: "has told Chad that it will not let its ships in"."""
    verb = trigger.token
    over = verb.head
    told = trigger.pattern.act in ("CONCEDE", "AGREE", "REJECT") and verb.dep_ == "ccomp" and over.i < verb.i
    if not told or over.lemma_ not in ("tell", "inform", "assure", "notify"):
        return ()
    return tuple(child for child in over.children if child.dep_ in ("dobj", "dative") and child.i < verb.i)


def of_thing_before(verb: Token) -> list[Token]:
    """Whose what "it" means is: "called the Chadian exercise reckless and demanded that it end"."""
    over = verb.head
    things = [child for child in over.children if child.dep_ == "dobj"] if verb.dep_ == "conj" else []
    things += [
        c for one in over.children if verb.dep_ == "conj" and one.dep_ in ("ccomp", "oprd") for c in one.children
    ]
    return [c for one in things for c in one.children if c.ent_type_ in ("NORP", "GPE") and c.dep_ in ("amod", "poss")]


def barred(verb: Token) -> Iterator[Token]:
    """Who is not let do something: "refused to let the bishop cross"."""
    for clause in (child for child in verb.children if child.dep_ == "xcomp"):
        if clause.lemma_ in ("let", "allow", "permit", "admit", "receive", "meet", "see", "release"):
            yield from (child for child in clause.children if child.dep_ in ("dobj", "nsubj"))
            yield from (
                one
                for inner in clause.children
                if inner.dep_ in ("ccomp", "xcomp")
                for one in inner.children
                if one.dep_ == "nsubj" and one.i > clause.i
            )
