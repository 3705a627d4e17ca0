"""What somebody says he does not do, in the present tense: sees no need to talk, is not looking at a price cap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.dire import is_bystander
from wirecopy.findings.commitments.drafts import Draft, Scene, negated
from wirecopy.findings.commitments.stretches import stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEMING = frozenset(("deem", "consider", "find", "think", "see", "regard"))
_NEEDED = frozenset(("necessary", "needed", "appropriate", "useful", "possible", "need", "reason", "point", "sense"))
_WEIGHING = frozenset(("look", "consider", "contemplate", "weigh", "plan", "discuss", "seek"))


def unneeded(scene: Scene) -> Iterator[Draft]:
    """Every such refusal of a sentence, by one who speaks for a side of his own."""
    for token, _, lemma in scene.words:
        if token.pos_ != "VERB" or token.dep_ in ("relcl", "acl", "advcl"):
            continue
        deed = _deemed(token) if lemma in _DEEMING else None
        deed = deed if deed is not None else _weighed(token) if lemma in _WEIGHING else None
        if deed is not None:
            yield from _refused(scene, token, deed)


def _deemed(verb: Token) -> Token | None:
    """What is not deemed necessary, or for which no need is seen."""
    near = (t for t in verb.subtree if t.i > verb.i and t.lower_ in _NEEDED)
    need = next(near, None)
    none = need is not None and (negated(verb) or any(c.lower_ == "no" for c in need.children))
    deed = next((t for t in verb.subtree if need is not None and t.i > need.i and t.tag_ == "VB"), None)
    return deed if none and deed is not None and deed.nbor(-1).lower_ == "to" else None


def _weighed(verb: Token) -> Token | None:
    """What is not being weighed: is not looking at a price cap, is not considering talks."""
    if verb.tag_ != "VBG" or not negated(verb) or not any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children):
        return None
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "xcomp", "prep")]
    links = (o for c in behind if c.lower_ in ("at", "on") for o in c.children if o.dep_ in ("pobj", "pcomp"))
    own = (c for c in behind if c.dep_ in ("dobj", "xcomp") and verb.lemma_ != "look")
    return next(links if verb.lemma_ == "look" else own, None)


def _refused(scene: Scene, verb: Token, deed: Token) -> Iterator[Draft]:
    told, doer = voice(scene.parties, verb), subject(verb)
    if told is None or told.actor is None or doer is None or is_watcher(told) or is_bystander(told):
        return
    if told.actor.anonymous and not told.actor.country:
        return  # "traders see no reason to sell"
    denying = told.cue is not None and told.cue.lemma_ in lists("denying")
    hostile = deed.lemma_.lower() in lists("bad") | lists("attacking")  # "is not planning an attack" only denies
    by = side(scene, doer, told) if not denying and not hostile else None
    if by:
        start = deed.left_edge.idx if deed.pos_ in ("NOUN", "PROPN") else None
        action = stretch(scene, deed, told.end, start)
        yield Draft("refusal", action, None, by, targets(scene, told, by, None, action), deed, verb.text, told)
