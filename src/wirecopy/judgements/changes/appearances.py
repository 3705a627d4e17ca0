"""What only seemed so is so now: "without being seen as giving in", "without giving in"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import verb_group
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def found(rewording: Rewording) -> Iterator[Change]:
    """A deed that only seems to be done on one side, and on the other, in the same place, is done.

    Where the other side has any word of seeming, it may be the same one, so nothing is said.
    """
    for of_left in (True, False):
        side, other = (rewording.left, rewording.right) if of_left else (rewording.right, rewording.left)
        if _seems(other):
            continue
        for chief, deed in _appearances(side):
            answer = _answer(rewording, chief, deed, of_left)
            if answer is not None:
                pieces = side.cut([*verb_group(chief), *verb_group(deed)]), other.cut(verb_group(answer))
                because = "the appearance on the one side, the deed on the other"
                yield change("modality", *(pieces if of_left else pieces[::-1]), because)


def _appearances(side: Side) -> Iterator[tuple[Token, Token]]:
    """Verbs of seeming, each with the verb of what seems to be done: "be seen as giving in", "appeared to give in"."""
    table = load("drift")
    for verb in side.doc:
        if verb.lemma_ in table["seen as"]:
            ends = [end for word in verb.children if word.lower_ == "as" for end in word.children]
        elif verb.lemma_ in table["seeming"]:
            ends = [child for child in verb.children if child.dep_ == "xcomp"]
        else:
            continue
        yield from ((verb, end) for end in ends if end.pos_ == "VERB")


def _seems(side: Side) -> bool:
    table = load("drift")
    words = {*table["seen as"], *table["seeming"], *table["seemingly"]}
    return any(token.lemma_.lower() in words or token.lower_ in words for token in side.doc)


def _answer(rewording: Rewording, chief: Token, deed: Token, of_left: bool) -> Token | None:
    """The verb that answers the deed; or that stands behind the same preposition of an answering verb ("put … without")."""
    answer = rewording.partner(deed, of_left)
    if answer is not None:
        return answer if answer.pos_ == "VERB" else None
    held = rewording.partner(chief.head.head, of_left) if chief.dep_ == "pcomp" else None
    ways = [word for word in held.children if word.lower_ == chief.head.lower_] if held is not None else []
    return next((end for way in ways for end in way.children if end.dep_ == "pcomp" and end.pos_ == "VERB"), None)
