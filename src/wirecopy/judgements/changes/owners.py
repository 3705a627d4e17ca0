"""A name that stands with another word: "Malta's plan", "Malta's partners"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import CALENDAR
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side, Word
from wirecopy.model import Change

if TYPE_CHECKING:
    from spacy.tokens import Token

OWNER = {"poss", "compound", "nmod", "amod"}


def found(rewording: Rewording) -> Iterator[Change]:
    """A name that moved from one noun to another, and two names that have exchanged their places."""
    yield from _owners(rewording)
    yield from _crossed(rewording)


def _owners(rewording: Rewording) -> Iterator[Change]:
    """A name that each side tells once, whose noun has changed to another that the other side gives to somebody else."""
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        if not (
            one.pos_ == other.pos_ == "PROPN" and {one.dep_, other.dep_} <= OWNER and "poss" in (one.dep_, other.dep_)
        ):
            continue
        if any(sum(bool(w.keys & word.keys) for w in s.words) > 1 for s, word in _sides(rewording, i, j)):
            continue
        answer, kept = rewording.partner(other.head, False), rewording.partner(one.head, True)
        if answer is None or other.dep_ != "poss":
            answer, kept = kept, answer
            one, other = other, one
        if answer in (one.head, None) or kept == other.head:
            continue
        if kept is None or not _near(answer, one):
            pieces = _held(rewording, i, j, True), _held(rewording, j, i, False)
            owner = next((child for child in answer.children if child.dep_ == "poss"), None)
            if owner is not None:  # "his call" became "the union's call": the name's own noun tells nothing more
                pieces = [owner, answer], [other, other.head]
                pieces = pieces if answer.doc is rewording.left.doc else pieces[::-1]
            because = f"{other.text} stands with another word"
            yield change("role", rewording.left.cut(pieces[0]), rewording.right.cut(pieces[1]), because)


def _sides(rewording: Rewording, i: int, j: int) -> Iterator[tuple[Side, Word]]:
    yield rewording.left, rewording.left.words[i]
    yield rewording.right, rewording.right.words[j]


def _near(answer: Token, name: Token) -> bool:
    """Does the noun hang on the name's own noun, or hold it: then only the nesting changed."""
    return answer in name.head.subtree or name in answer.subtree


def _held(rewording: Rewording, mine: int, theirs: int, of_left: bool) -> list[Token]:
    """The name with its noun, and the noun that the other side gives it where that stands close by."""
    side, other = (rewording.left, rewording.right) if of_left else (rewording.right, rewording.left)
    name, answer = side.words[mine].token, rewording.partner(other.words[theirs].token.head, not of_left)
    close = [answer] if answer is not None and abs(answer.i - name.i) < 10 else []
    return [name, name.head, *close]


def _crossed(rewording: Rewording) -> Iterator[Change]:
    """Two names or adjectives of peoples that have exchanged their places: "Turkish jets bombed Kurdish positions"."""
    held = []
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        names = one.text[0].isupper() and other.text[0].isupper() and one.ent_type_ not in CALENDAR
        if names and None not in (_holder(one), _holder(other)):
            held.append((one, other))
    for number, (one, other) in enumerate(held):
        for second, answer in held[number + 1 :]:
            mine, theirs = (rewording.partner(_holder(t) or t, True) for t in (one, second))
            if None not in (mine, theirs) and mine == _holder(answer) != _holder(other) == theirs:
                left, right = rewording.left.cut([one, one.head]), rewording.right.cut([other, other.head])
                yield change("role", left, right, f"{one.text} and {second.text} have changed places")


def _holder(name: Token) -> Token | None:
    """The word that a name belongs to: its noun, its verb, or the one before its preposition."""
    if name.dep_ in OWNER or name.dep_ in ("dobj", "nsubj", "nsubjpass"):
        return name.head
    return name.head.head if name.dep_ == "pobj" else None
