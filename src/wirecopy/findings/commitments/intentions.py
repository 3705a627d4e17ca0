"""Deliveries told as under way or meant: is sending frigates, plans to send, has decided to, announced millions in aid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.dire import is_bystander
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, foreign, negated, solid
from wirecopy.findings.commitments.given import gives, is_gift
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token


def intentions(scene: Scene) -> Iterator[Draft]:
    """Every delivery of a sentence that its giver tells as under way, meant or granted; not what one side says of another."""
    if any(word == "?" for _, word, _ in scene.words[-2:]):
        return
    for token, word, lemma in scene.words:
        if any(c.start <= token.idx < c.end for c in scene.conditions):
            continue
        if token.tag_ == "VBG" and gives(token):
            yield from _under_way(scene, token)
        elif lemma in lists("intending") and token.pos_ == "VERB":
            yield from _meant(scene, token)
        elif lemma in lists("granting") and token.tag_ in ("VBD", "VBZ", "VBN"):
            yield from _granted(scene, token)
        elif word == "will" and token.tag_ == "MD" and gives(token.head):
            yield from _by_report(scene, token.head)


def _under_way(scene: Scene, verb: Token) -> Iterator[Draft]:
    """is sending two minehunters to Bahrain, said by a minister of the sender: it is how such a thing is announced."""
    told = voice(scene.parties, verb)
    going = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in ("is", "are", "was", "were")), None)
    if going is None or told is None or verb.dep_ in ("relcl", "advcl", "acl") or not _speaks_for(scene, verb, told):
        return
    yield from _drafted(scene, verb, verb, told)


def _meant(scene: Scene, verb: Token) -> Iterator[Draft]:
    """plans to send, has decided to send."""
    deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i > verb.i), None)
    told = voice(scene.parties, verb)
    open_ = any(c.tag_ in ("MD", "TO") for c in verb.children) or verb.dep_ in ("relcl", "advcl", "acl", "amod")
    if deed is None or open_ or not gives(deed) or (told is not None and told.cue == verb):
        return
    if told is None or _speaks_for(scene, verb, told):
        yield from _drafted(scene, verb, deed, told)


def _granted(scene: Scene, verb: Token) -> Iterator[Draft]:
    """announced 200 million dollars in aid for Fiji: only where it says for whom."""
    goods = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if goods is None or not any(is_gift(t) for t in goods.subtree):
        return
    links = (c for c in (*goods.subtree, *verb.children) if c.dep_ in ("prep", "dative") and c.lower_ in ("for", "to"))
    whom = (scene.parties.named(o) for c in links for o in c.children if o.dep_ == "pobj")
    other = next((party for party in whom if party is not None and party[0].kind == "state"), None)
    told = voice(scene.parties, verb)
    if other is None or (told is not None and not _speaks_for(scene, verb, told)):
        return
    for draft in _drafted(scene, verb, goods, told, goods.left_edge.idx):
        if all(actor.id != other[0].id and actor.country != other[0].country for actor, _ in draft.by):
            yield draft._replace(to=(other,))


def _by_report(scene: Scene, verb: Token) -> Iterator[Draft]:
    """Germany will send it helmets: told by the report itself, of a state or body that is named."""
    doer = subject(verb)
    if voice(scene.parties, verb) is None and doer is not None and doer.pos_ == "PROPN" and verb.dep_ != "relcl":
        yield from _drafted(scene, verb, verb, None)


def _speaks_for(scene: Scene, verb: Token, told: Voice) -> bool:
    """Does the teller speak for the giver, and not of another, or of what he only watches?"""
    if told.actor is None or is_watcher(told) or is_bystander(told):
        return False
    doer = subject(verb)
    named = scene.parties.named(doer) if doer is not None else None
    return named is None or not foreign(named[0], told.actor)


def _drafted(scene: Scene, verb: Token, deed: Token, told: Voice | None, start: int | None = None) -> Iterator[Draft]:
    doer = subject(verb)
    if doer is None or negated(verb) or negated(deed):
        return
    named = tuple(party for one in (doer, *doer.conjuncts) if (party := scene.parties.named(one)))
    by: tuple[Party, ...] = tuple(party for party in named if solid(party[0])) or (side(scene, doer, told) or ())
    if not by or (told is None and doer.pos_ == "PRON"):
        return
    limit = told.end if told is not None and told.end > deed.idx else scene.sentence.end_char
    action = stretch(scene, deed, limit, start)
    condition = condition_for(scene, action, (scene.sentence.start_char, scene.sentence.end_char))
    to = targets(scene, None, by, None, action)
    yield Draft("promise", action, condition.words if condition else None, by, to, deed, verb.text, told)
