"""Offers of a way: the path to a treaty is open if …; accepted a meeting on condition that …; sets out a path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.drafts import Draft, Scene, negated, speaker_of, whole
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_TERMS = ("on ", "only if", "provid", "in return", "in exchange")
_STAYS = frozenset(("be", "remain", "stay", "stand"))


def openings(scene: Scene) -> Iterator[Draft]:
    """Every way that a sentence says is open, and every meeting that it says was accepted on a condition."""
    for token, word, lemma in scene.words:
        if word == "open" and token.dep_ in ("acomp", "oprd") and token.head.lemma_ in _STAYS:
            yield from _open(scene, token.head)
        elif lemma in ("accept", "agree") and token.pos_ == "VERB" and token.tag_ in ("VBD", "VBN"):
            yield from _accepted(scene, token)


def _open(scene: Scene, verb: Token) -> Iterator[Draft]:
    """The door to talks remains open: of whoever says so."""
    way, told = subject(verb), voice(scene.parties, verb)
    if way is None or way.lemma_.lower() not in lists("ways") or negated(verb) or told is None or is_watcher(told):
        return
    goals = (o for c in way.children if c.lower_ in ("to", "for", "of") for o in c.children)
    toward = any(o.lemma_.lower() in lists("goals") for o in goals)
    condition = condition_for(scene, (verb.idx, verb.idx + len(verb.text) + 1), (told.start, told.end))
    if not speaker_of(told) or not (toward or condition):
        return
    by, action = speaker_of(told), whole(way)
    to = targets(scene, told, by, condition, action)
    yield Draft("offer", action, condition.words if condition else None, by, to, verb, verb.text, told)


def _accepted(scene: Scene, verb: Token) -> Iterator[Draft]:
    """accepted the principle of a meeting, which could take place only if …; accepted in principle, on condition that …"""
    inside = [t for t in verb.subtree if t.i > verb.i]
    deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    meets = any(t.lemma_.lower() in lists("meetings") for t in inside)
    doer = subject(verb)
    firm = next((c for c in scene.conditions if c.start > verb.idx and c.marker.startswith(_TERMS)), None)
    if (
        doer is None
        or firm is None
        or negated(verb)
        or not (meets or deed is not None or any(t.lower_ == "principle" for t in inside))
    ):
        return
    told = voice(scene.parties, verb)
    told = None if told is not None and told.cue == verb else told
    if told is not None and is_watcher(told):
        return
    by = tuple(p for one in (doer, *doer.conjuncts) if (p := scene.parties.named(one)))
    if by:
        action = stretch(scene, deed, firm.start) if deed is not None else stretch(scene, verb, firm.start, verb.idx)
        yield Draft("promise", action, firm.words, by, (), verb, verb.text, told)
