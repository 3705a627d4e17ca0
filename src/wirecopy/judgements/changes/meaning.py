"""Another deed or the opposite, in the same place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes import negation, opposites
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.roles import doer, target
from wirecopy.judgements.changes.sides import Word
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def found(rewording: Rewording) -> Iterator[Change]:
    """Unanswered words that are opposites; unanswered verbs of other meaning with the same subject or object.

    Opposites of which one is negated ("survived", "none died") say the same. A verb that `words/synonyms.yml` does not know
    may well be a synonym, and verbs that a third one joins are not far apart, so nothing is said of them.
    """
    yield from _stances(rewording)
    opposed = [] if negation.turned(rewording) else opposites.pairs(rewording)
    for one, other in (pair for pair in opposed if _evenly(rewording, *pair)):
        yield change(
            "meaning",
            rewording.left.cut(one.tokens),
            rewording.right.cut(other.tokens),
            opposites.told(one, other) or "",
        )
    for one in rewording.alone(True):
        for other in rewording.alone(False):
            if (
                _other_deed(rewording, one, other)
                and _evenly(rewording, one, other)
                and not opposites.opposed(one, other)
                and not opposites.akin(one, other)
            ):
                because = "another deed with the same subject and object"
                yield change("meaning", rewording.left.cut(one.tokens), rewording.right.cut(other.tokens), because)


def _evenly(rewording: Rewording, one: Word, other: Word) -> bool:
    """Are both words negated, or neither? "Not allowed" is "refused"."""
    return negation.negated(rewording.left, one.token) == negation.negated(rewording.right, other.token)


def _other_deed(rewording: Rewording, one: Word, other: Word) -> bool:
    """Two verbs of known and different meaning whose subjects answer each other and whose objects do so too."""
    known = [
        any(key[0] == "#" for key in word.keys) and word.token.lemma_ not in load("drift")["light"]
        for word in (one, other)
    ]
    asides = [word.token.dep_ in ("acl", "relcl") for word in (one, other)]
    if one.token.pos_ != "VERB" or other.token.pos_ != "VERB" or not all(known) or asides[0] != asides[1]:
        return False
    subjects, objects = (doer(one.token), doer(other.token)), (target(one.token), target(other.token))
    answers = [a is not None and b is not None and rewording.partner(a, True) == b for a, b in (subjects, objects)]
    return all(answers) or (answers[1] and None in subjects)


def _stances(rewording: Rewording) -> Iterator[Change]:
    """ "For the rebels" that became "against the rebels", "into the camp" that became "out of the camp"."""
    for i, j in sorted(rewording.forth.items()):
        one, other = rewording.left.words[i].token, rewording.right.words[j].token
        mine, theirs = _preposition(one), _preposition(other)
        if mine is None or theirs is None:
            continue
        stances = {mine.lower_, theirs.lower_}
        known = any(stances == set(pair) for pair in load("drift")["stances"])
        ways = stances == {"from", "to"} and rewording.partner(mine.head, True) == theirs.head
        if known or ways:
            left, right = rewording.left.cut([mine, one]), rewording.right.cut([theirs, other])
            yield change("meaning", left, right, f"{mine.text}, not {theirs.text}")
            return


def _preposition(noun: Token) -> Token | None:
    """The preposition before a noun; of "out of" the first part."""
    if noun.dep_ != "pobj":
        return None
    return noun.head.head if noun.head.lower_ == "of" and noun.head.head.lower_ in ("out", "outside") else noun.head
