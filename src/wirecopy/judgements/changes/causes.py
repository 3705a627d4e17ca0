"""What only brought about another's deed does it now: "prompted a warning from the union", "issued a warning"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import verb_group
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.roles import doer
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def found(rewording: Rewording) -> Iterator[Change]:
    """A deed that one side has from somebody else than the subject, who does it on the other side.

    The union whose warning was prompted may well issue it: so the other side must keep the giver beside its subject, or its
    subject must be what was the cause.
    """
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        for of_left in (True, False):
            caused, done = (one, other) if of_left else (other, one)
            if (
                _object_of(caused, "causing")
                and _object_of(done, "doing")
                and _another(rewording, caused, done, of_left)
            ):
                left, right = rewording.left.cut(_told(one)), rewording.right.cut(_told(other))
                yield change("role", left, right, "what only brought it about on the one side does it on the other")


def _object_of(noun: Token, kind: str) -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_ in load("drift")[kind]


def _another(rewording: Rewording, caused: Token, done: Token, of_left: bool) -> bool:
    """Is the giver of the deed that was caused somebody else than the one who does it?"""
    givers = {rewording.partner(giver, of_left) for giver in _givers(caused)} - {None}
    subject, cause = doer(done.head), doer(caused.head)
    if subject in givers:
        return False
    behind = None if subject is None else rewording.partner(subject, not of_left)
    same = behind is not None and cause is not None and behind in cause.subtree  # of the farmers' march, the farmers
    return bool(givers & set(_givers(done))) or (bool(_givers(caused)) and same)


def _givers(noun: Token) -> list[Token]:
    """Who does the deed of a noun: the union's warning, a series of warnings from the union."""
    nouns = [noun, *(end for of in noun.children if of.lower_ == "of" for end in of.children)]
    ways = [way for held in (*nouns, noun.head) for way in held.children if way.lower_ == "from" and way.i > noun.i]
    return [child for held in nouns for child in held.children if child.dep_ == "poss"] + [
        end for way in ways for end in way.children if end.dep_ == "pobj"
    ]


def _told(noun: Token) -> list[Token]:
    return [*verb_group(noun.head), noun, *(giver for giver in _givers(noun) if giver.i > noun.i)]
