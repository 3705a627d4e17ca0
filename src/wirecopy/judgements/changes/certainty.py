"""Certain on one side, possible, planned, conditional or alleged on the other (modality)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.sides import Rewording, change, verb_group
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = {"xcomp", "pcomp", "acomp", "attr", "acl", "prep", "pobj"}
OPPOSED = {
    frozenset((doubtful, certain))
    for doubtful, others in {
        "possible": ("fact", "past", "future", "decided", "confirmed", "must"),
        "alleged": ("fact", "past", "confirmed"),
        "planned": ("fact", "past", "future", "decided"),
        "hoped": ("past", "future", "expected"),
        "expected": ("fact", "past"),
        "would": ("fact", "past"),
        "if": ("fact", "past"),
        "future": ("past",),
        "decided": ("past",),
        "must": ("fact",),
    }.items()
    for certain in others
}


def found(rewording: Rewording) -> Iterator[Change]:
    """Verbs that answer each other but are differently certain; and of two other verbs with one subject, those that say
    so themselves ("is considering", "has decided on").

    "Would" for "will" is reported speech, no change; where the certain side has a word of doubt elsewhere, it may be the
    same doubt, so nothing is said.
    """
    for one, other in rewording.verbs():
        mine, theirs = certainty(one), certainty(other)
        if frozenset((mine, theirs)) in OPPOSED and not _elsewhere(rewording, one, other, mine, theirs):
            yield change(
                "modality", rewording.left.cut(_shown(one)), rewording.right.cut(_shown(other)), f"{mine}, not {theirs}"
            )
    for word in rewording.alone(True):
        for answer in rewording.alone(False):
            one, other = word.token, answer.token
            pair = frozenset((governor(one) or "", governor(other) or ""))
            if pair in OPPOSED:
                because = f"{governor(one)}, not {governor(other)}"
                yield change("modality", rewording.left.cut(_shown(one)), rewording.right.cut(_shown(other)), because)


def governor(token: Token) -> str | None:
    """The certainty that a verb or adverb gives by what it means: planned, decided, hoped, expected, alleged, possible."""
    table = load("drift")["certainty"]
    return next((kind for kind, members in table.items() if token.lemma_.lower() in members), None)


def certainty(verb: Token) -> str:
    """How certain a verb's deed is: possible, must, would, future, if, alleged, planned … or past, fact, or
    open where the words do not say (an infinitive).
    """
    climbed = verb
    for _ in range(5):
        own = _own(climbed)
        if own:
            return own
        if climbed.dep_ not in CLIMB or climbed.head == climbed:
            break
        climbed = climbed.head
        if kind := governor(climbed):
            return kind
        if climbed.lemma_ in load("drift")["sayings"] and any(c.dep_ == "nsubjpass" for c in climbed.children):
            return "alleged"
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helpers and not {"is", "are", "be"} & set(helpers)):
        return "past"
    return "fact" if verb.tag_ in ("VBZ", "VBP") or {"is", "are"} & set(helpers) else "open"


def _own(verb: Token) -> str | None:
    """What the verb's own auxiliaries, adverbs and conjunction say."""
    table = load("drift")["helpers"]
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "mark" and word in ("if", "unless", "should"):
            return "if"
        if child.dep_ in ("aux", "advmod") and word in table:
            if word in ("can", "could", "would") and any(c.dep_ == "neg" for c in verb.children):
                continue
            turned = word in ("should", "had", "were") and verb.dep_ == "advcl" and child.i == verb.left_edge.i
            return "if" if turned else str(table[word])
        if child.dep_ == "advmod" and (kind := governor(child)) in ("alleged", "possible"):
            return kind
    return None


def _elsewhere(rewording: Rewording, one: Token, other: Token, mine: str, theirs: str) -> bool:
    """Does the certain side have a word of doubt that answers nothing on the other?"""
    certain_left = mine in ("fact", "past")
    side = rewording.left if certain_left else rewording.right
    if mine not in ("fact", "past") and theirs not in ("fact", "past"):
        return False
    helpers = load("drift")["helpers"]
    doubts = [t for t in side.doc if (t.dep_ == "aux" and t.lower_ in helpers) or governor(t)]
    return any(rewording.partner(t if governor(t) else t.head, certain_left) is None for t in doubts)


def _shown(verb: Token) -> list[Token]:
    doubts = [child for child in verb.children if child.dep_ == "advmod" and governor(child)]
    conditional = [c for c in verb.children if c.dep_ in ("mark", "nsubjpass", "nsubj") and verb.dep_ == "advcl"]
    return [*verb_group(verb), *doubts, *conditional]
