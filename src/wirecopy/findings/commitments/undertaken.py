"""What a side undertakes by announcing it: will speak to Lima, would open a corridor, will study the letter.

A forecast has a thing for its subject or a verb that nobody wills; what is left is somebody's own decision, told by himself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.drafts import Scene, outside, solid
from wirecopy.findings.commitments.given import objects
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, lists

if TYPE_CHECKING:
    from spacy.tokens import Token


def undertakes(scene: Scene, verb: Token, told: Voice) -> bool:
    """Is it a deed that a state, a body or somebody in office says is his own: would receive the envoys?"""
    doer = outside(scene, subject(verb), verb, told)
    if doer is None or doer.dep_ != "nsubj" or told.actor is None or (told.actor.anonymous and not told.actor.country):
        return False
    acts = verb.tag_ == "VB" and not any(c.dep_ == "auxpass" for c in verb.children)
    own = doer.pos_ == "PRON" or scene.parties.named(doer) is not None
    if not acts or not own or doer.lower_ in ("you", "there", "that", "this", "which") or _meets(verb):
        return False
    return _addresses(scene, verb) or verb.lemma_.lower() in lists("undertaken")


def _meets(verb: Token) -> bool:
    """Is it a meeting that is held, which is an appointment and no commitment?"""
    return verb.lemma_ in ("hold", "have", "meet") or bool(
        {t.lemma_.lower() for t in objects(verb)} & lists("meetings") and verb.lemma_ not in lists("opened")
    )


def _addresses(scene: Scene, verb: Token) -> bool:
    """Is another spoken to: would talk to Oslo, will speak with the envoys?"""
    links = (c for c in verb.children if c.lower_ in ("to", "with") and c.i > verb.i)
    whom = (party for c in links for o in c.children if o.dep_ == "pobj" and (party := scene.parties.named(o)))
    return verb.lemma_ in ("talk", "speak") and any(solid(party[0]) for party in whom)


def hunts(scene: Scene, verb: Token) -> bool:
    """Are people pursued, and no aim: would pursue the smugglers, will hunt down the rebels?"""
    people = lists("heard") | lists("own")
    goods = (c for c in verb.children if c.dep_ == "dobj")
    return verb.lemma_ in ("pursue", "chase", "hunt") and any(
        {o.lemma_.lower(), o.lower_} & people or scene.parties.named(o) is not None for o in goods
    )


def lifts(verb: Token) -> bool:
    """Is it a harm that would end of itself: "the siege will end", "the blockade would stop"?"""
    doer = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    ends = verb.lemma_ in ("end", "stop", "cease", "halt") or (
        verb.lemma_ in ("lift", "suspend") and verb.tag_ == "VBN"
    )
    bare = not any(c.dep_ in ("dobj", "xcomp") for c in verb.children)
    return ends and bare and doer is not None and doer.lemma_.lower() in lists("kept up against") | lists("bad")
