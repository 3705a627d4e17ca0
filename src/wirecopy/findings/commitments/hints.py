"""Commitments that "may" and "could" only hint at: a threat on a condition, what a deed could lead to, a veiled warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.dire import consequence, dire, is_deed, reach
from wirecopy.findings.commitments.drafts import Draft, Scene, negated, speaker_of
from wirecopy.findings.commitments.kinds import kind_of
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, lists

if TYPE_CHECKING:
    from spacy.tokens import Token

AT_STAKE = "may not"  # how firm a veiled threat is: its action is what would be lost
_HOPING = frozenset(("want", "wish", "hope", "like"))


def hinted(scene: Scene, modal: Token, verb: Token, told: Voice) -> Draft | None:
    """may, could: only a threat on a condition, or what a deed "could lead to"."""
    doer = subject(verb)
    if negated(verb) and (veiled := _veiled(scene, verb, told)):
        return veiled
    noun = dire(verb)
    if noun is not None and verb.lemma_ not in ("be", "have") and doer is not None and is_deed(doer):
        return consequence(scene, modal, verb, noun, told)
    if _is_forbidden(scene, modal, verb, told):
        party = scene.parties.named(doer) if doer is not None else None
        action = stretch(scene, verb, told.end, modal.idx)
        return Draft("demand", action, None, speaker_of(told), (party,) if party else (), verb, modal.text, told)
    by = side(scene, doer, told)
    none = next((c for c in verb.rights if c.dep_ == "attr" and any(d.lower_ == "no" for d in c.children)), None)
    if none is not None and none.lemma_.lower() in lists("vain"):
        return None  # "there can be no peace without justice"
    action = stretch(scene, verb, told.end, none.left_edge.idx if none is not None else None)
    condition = condition_for(scene, action, reach(scene, told))
    if (
        by
        and negated(verb)
        and modal.lower_ in ("can", "ca")
        and (verb.lemma_ in lists("barred") or verb.lemma_ == "be")
    ):
        to = targets(scene, told, by, condition, action)
        return Draft("refusal", action, condition.words if condition else None, by, to, verb, modal.text, told)
    if not by or condition is None or verb.lemma_ in lists("unwilled") or negated(verb):
        return None
    kind = kind_of(scene, verb, False, action, condition, told)
    return (
        Draft(kind, action, condition.words, by, targets(scene, told, by, condition, action), verb, modal.text, told)
        if kind == "threat"
        else None
    )


def _veiled(scene: Scene, verb: Token, told: Voice) -> Draft | None:
    """If you want to keep the port, you may not want to test us: what is at stake, and the deed that would cost it."""
    hope = next(
        (c.root for c in scene.conditions if c.root is not None and c.root.lemma_ in _HOPING and c.end <= verb.idx),
        None,
    )
    stake = next((c for c in hope.children if c.dep_ == "xcomp"), None) if hope is not None else None
    deed = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    if hope is None or stake is None or deed is None or verb.lemma_ not in _HOPING or not speaker_of(told):
        return None
    doer = subject(hope)
    party = scene.parties.named(doer) if doer is not None else None
    goods = next((c for c in stake.children if c.dep_ == "dobj"), stake)
    action = stretch(scene, goods, told.end, goods.left_edge.idx)
    words = stretch(scene, deed, told.end)
    return Draft("threat", action, words, speaker_of(told), (party,) if party else (), deed, AT_STAKE, told)


def _is_forbidden(scene: Scene, modal: Token, verb: Token, told: Voice) -> bool:
    """Is another told what he cannot do: "we made it clear that he cannot invade"?"""
    doer = subject(verb)
    if doer is None or modal.lower_ not in ("can", "ca", "may") or not negated(verb) or doer.lower_ in ("we", "i"):
        return False
    if verb.lemma_ not in lists("bad") or (told.actor and (m := scene.parties.at(doer)) and m.actor == told.actor):
        return False
    return any(
        up.lemma_ in ("warn", "tell") or (up.lemma_ == "make" and any(t.lower_ == "clear" for t in up.subtree))
        for up in verb.ancestors
    )
