"""Blows that are struck in words or at the polls: "attacked the senator on Twitter", "defeated him by 12 points"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import classes, grammar
from wirecopy.model import Actor, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token


def contest(verb: Token, event: Event) -> str | None:
    """The act that a blow is among those who bear no arms: words (ACCUSE), none at all (""), or None where it is a blow.

    A person or a party that "attacks" a person does it in words, and "defeats" him in an election.
    """
    word = verb.lemma_.lower()
    struck = word in grammar("contests") or (word in grammar("deadly") and not event.whom)
    if event.act != "ASSAULT" or not struck or not event.who:
        return None
    unarmed = all(map(_is_civil, event.who)) and all(map(_is_civil, event.whom)) and not event.where
    if not unarmed or _with_weapon(verb):
        return None
    return "ACCUSE" if word in grammar("verbal_blows") and event.whom else ""


def _is_civil(actor: Actor) -> bool:
    """A person by name or office, or a body that has no arms: a party, a parliament, a company."""
    words = {part for word in actor.name.lower().split() for part in (word, word.removesuffix("s"))}
    if actor.kind == "person" and not actor.anonymous:
        return True
    return actor.kind in ("organisation", "office", "group", "person") and bool(words & grammar("civil"))


def _with_weapon(verb: Token) -> bool:
    """Whether it is told with what: "attacked him with a knife", "by mortar"."""
    return bool(set(_lemmas(verb)) & (classes()["arms"] | grammar("weapons") | grammar("tools")))


def _lemmas(verb: Token) -> Iterable[str]:
    at = prepositions_of(verb)
    return (noun.lemma_.lower() for name in ("with", "by", "using") for noun in at.get(name, ()))
