"""Certain on one side, possible, planned, conditional or alleged on the other (modality)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.grammar import verb_group
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

CERTAIN = ("fact", "past", "future")
SUBJECTS = {"nsubj", "nsubjpass"}
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
        "ahead": ("fact", "past"),
        "decided": ("past",),
        "must": ("fact",),
    }.items()
    for certain in others
}


@dataclass(frozen=True, slots=True)
class Certainty:
    """How certain a deed is, and the words that say so: the verb's own with those that govern it."""

    kind: str
    words: tuple[Token, ...]


def found(rewording: Rewording) -> Iterator[Change]:
    """Verbs that answer each other but are differently certain; and of two other verbs with one subject, those that say
    so themselves ("is considering", "has decided on").

    "Would" for "will" is reported speech, no change; where the certain side has a word of doubt elsewhere, it may be the
    same doubt, so nothing is said.
    """
    for one, other in rewording.verbs():
        mine, theirs = certainty(one), certainty(other)
        if frozenset((mine.kind, theirs.kind)) in OPPOSED and not _elsewhere(rewording, mine, theirs):
            pieces = rewording.left.cut(mine.words), rewording.right.cut(theirs.words)
            yield change("modality", *pieces, _because(mine.kind, theirs.kind))
    for word in rewording.alone(True):
        for answer in rewording.alone(False):
            kinds = governor(word.token), governor(answer.token)
            if frozenset(kinds) in OPPOSED:
                pieces = rewording.left.cut(verb_group(word.token)), rewording.right.cut(verb_group(answer.token))
                yield change("modality", *pieces, _because(*kinds))


def _because(left: str | None, right: str | None) -> str:
    told = load("drift")["told as"]
    return f"{told.get(left, left)} on the one side, {told.get(right, right)} on the other"


def governor(token: Token) -> str | None:
    """The certainty that a verb or adverb gives by what it means: planned, decided, hoped, expected, alleged, possible."""
    table = load("drift")["certainty"]
    return next((kind for kind, members in table.items() if token.lemma_.lower() in members), None)


def certainty(verb: Token) -> Certainty:
    """How certain a verb's deed is: possible, must, would, future, if, alleged, planned … or past, fact, or
    open where the words do not say (an infinitive).
    """
    own = _shown(verb)
    climbed = verb
    for _ in range(5):
        if kind := _own(climbed):
            return Certainty(kind, (*own, *_shown(climbed)))
        if _demanded(climbed):
            return Certainty("must", (*own, climbed.head))
        if climbed.dep_ not in CLIMB or climbed.head == climbed:
            break
        climbed = climbed.head
        if kind := governor(climbed):
            return Certainty(kind, (*own, *_shown(climbed)))
        if climbed.lemma_ in load("drift")["sayings"] and any(c.dep_ == "nsubjpass" for c in climbed.children):
            return Certainty("alleged", (*own, *_shown(climbed)))
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    given = verb.dep_ == "acl" and any(child.dep_ == "auxpass" for child in verb.children)
    if "to" in helpers and (given or (verb.dep_ == "ROOT" and any(c.dep_ in SUBJECTS for c in verb.children))):
        return Certainty("ahead", own)  # flights to be made by Chad; "Chad to fly drills"
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and not helpers:
        return Certainty("fact", own)  # flights made by Chad
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helpers and not {"is", "are", "be"} & set(helpers)):
        return Certainty("past", own)
    if any(child.lower_ in ("when", "whenever", "where") for child in verb.children):
        return Certainty("open", own)  # "when it rains" is "if it rains", while "when it rained" is not
    return Certainty("fact" if verb.tag_ in ("VBZ", "VBP") or {"is", "are"} & set(helpers) else "open", own)


def _own(verb: Token) -> str | None:
    """What the verb's own conjunction, adverbs and auxiliaries say; "would probably" is a doubt."""
    if _conditional(verb):
        return "if"
    adverbs = [kind for child in verb.children if child.dep_ == "advmod" and (kind := governor(child))]
    if doubt := next((kind for kind in adverbs if kind in ("alleged", "possible")), None):
        return doubt
    table = load("drift")["helpers"]
    for child in verb.children:
        word = child.lower_
        if child.dep_ in ("aux", "advmod") and word in table:
            if word in ("can", "could", "would") and any(
                c.lower_ in load("drift")["small negatives"] for c in verb.children
            ):
                continue
            turned = word in ("should", "had", "were") and verb.dep_ == "advcl" and child.i == verb.left_edge.i
            return "if" if turned else str(table[word])
    return None


def _conditional(verb: Token) -> bool:
    """Does a word or phrase of condition stand before the verb's clause: "if", "in case"?"""
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "should") for child in verb.children):
        return True
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    start = subject.left_edge.i
    before = " " + verb.doc[max(0, start - 4) : start].text.lower()
    return any(before.endswith(f" {phrase}") for phrase in load("drift")["conditions"])


def _demanded(verb: Token) -> bool:
    """Is the deed only demanded ("demanded that the troops leave")?"""
    bare = verb.tag_ in ("VB", "VBP") and verb.dep_ == "ccomp"
    return bare and verb.head.lemma_.lower() in load("drift")["demands"]


def _elsewhere(rewording: Rewording, mine: Certainty, theirs: Certainty) -> bool:
    """Does the certain side have a word of doubt that answers nothing on the other?"""
    certain_left = mine.kind in CERTAIN
    if not certain_left and theirs.kind not in CERTAIN:
        return False
    side, certain = (rewording.left, mine) if certain_left else (rewording.right, theirs)
    helpers = {word: kind for word, kind in load("drift")["helpers"].items() if kind not in CERTAIN}
    doubts = [t for t in side.doc if (t.dep_ == "aux" and t.lower_ in helpers) or governor(t)]
    return any(
        rewording.partner(t if governor(t) else t.head, certain_left) is None for t in doubts if t not in certain.words
    )


def _shown(verb: Token) -> tuple[Token, ...]:
    doubts = [child for child in verb.children if child.dep_ == "advmod" and governor(child)]
    clause = [c for c in verb.children if c.dep_ in ("mark", "nsubjpass", "nsubj") and verb.dep_ == "advcl"]
    return (*verb_group(verb), *doubts, *clause)
