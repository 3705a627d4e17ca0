"""Look-ups for finders: which actors a token of the parse stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirecopy.language.actors.scene import Scene
from wirecopy.language.layout import layout
from wirecopy.model import Actor, Mention, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_KEPT = "wirecopy.who"


@dataclass(frozen=True, slots=True)
class _Index:
    mentions: tuple[Mention, ...]
    headed: dict[int, tuple[Mention, ...]]
    covering: dict[int, Mention]


def mention_of(passage: Passage, token: Token) -> Mention | None:
    """The mention whose head a token is (the longest), else the shortest one that covers it."""
    index = _index(passage)
    headed = index.headed.get(token.i)
    return headed[0] if headed else index.covering.get(token.i)


def actors_of(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """The actors that the noun phrase headed by a token names, its conjuncts after it; who or which is its antecedent.

    A possessor is not the actor: "Biden's aides" is a group, and where it is not known the answer is empty.
    """
    found: list[Actor] = []
    for one in (token, *_conjuncts(token)):
        for actor in _own(passage, one):
            if actor not in found:
                found.append(actor)
    return tuple(found)


def _conjuncts(token: Token) -> list[Token]:
    found: list[Token] = []
    at = token
    while True:
        following = [
            child for child in at.children if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"}
        ]
        if not following:
            return found
        at = following[0]
        found.append(at)


def country_at(passage: Passage, token: Token) -> str | None:
    """The state (ISO 3166 alpha-3) whose adjective or people a word names: "American"."""
    scene = passage.doc.user_data.get("wirecopy.scene")
    return scene.countries.get(token.i) or None if isinstance(scene, Scene) else None


def _own(passage: Passage, token: Token) -> tuple[Actor, ...]:
    index = _index(passage)
    headed = index.headed.get(token.i, ())
    named = tuple(mention.actor for mention in headed if mention.actor is not None)
    if headed:
        same = tuple(dict.fromkeys(a for m, a in zip(headed, named, strict=False) if m.span == headed[0].span))
        known = tuple(actor for actor in same if not actor.anonymous)
        return known if len(known) > 1 else same  # "the two leaders" who speak are those two, and no third beside them
    if token.tag_ in {"WP", "WDT"}:
        return _antecedent(passage, token)
    covering = index.covering.get(token.i)
    if covering is not None and covering.actor is not None and token.dep_ not in {"det", "amod", "nummod", "poss"}:
        return (covering.actor,)
    for child in token.children:
        if child.dep_ == "appos":
            return _own(passage, child)
    return ()


def _antecedent(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """What a relative pronoun points at: the noun that its clause hangs on."""
    verb = token.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return _own(passage, verb.head) if verb.head.tag_ not in {"WP", "WDT"} else ()
        verb = verb.head
    return ()


def _index(passage: Passage) -> _Index:
    kept = passage.doc.user_data.get(_KEPT)
    if isinstance(kept, _Index) and kept.mentions is passage.mentions:
        return kept
    lay = layout(passage.doc)
    headed: dict[int, list[Mention]] = {}
    covering: dict[int, Mention] = {}
    by_length = sorted(passage.mentions, key=lambda m: m.span.start - m.span.end)
    for mention in by_length if lay.tokens else ():
        first, after = lay.span(mention.span.start, mention.span.end)
        headed.setdefault(lay.head(first, after).i, []).append(mention)
        covering.update(dict.fromkeys(range(first, after), mention))
    index = _Index(passage.mentions, {i: tuple(found) for i, found in headed.items()}, covering)
    passage.doc.user_data[_KEPT] = index
    return index
