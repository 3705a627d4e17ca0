"""Commitments made by "will", "would", "must": what a speaker's side is going to do, on what condition, to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import side, targets
from wirecopy.findings.commitments.bound import binds_nobody, hearers, is_blind, makers
from wirecopy.findings.commitments.crossings import calls_war
from wirecopy.findings.commitments.deeds import (
    action_start,
    core_of,
    defined,
    is_acted_on,
    is_faced,
    triggering,
    undone_start,
    with_hedge,
)
from wirecopy.findings.commitments.dire import (
    SOFT,
    bringer,
    carries,
    consequence,
    dire,
    firmness,
    impersonal,
    is_bystander,
    reach,
    stands,
    wrecked,
)
from wirecopy.findings.commitments.drafts import (
    Draft,
    Scene,
    lemmas,
    outside,
    solid,
    weighs,
    whole,
)
from wirecopy.findings.commitments.given import penalises
from wirecopy.findings.commitments.hints import hinted
from wirecopy.findings.commitments.kinds import kind_of
from wirecopy.findings.commitments.musts import another, is_called_for, must
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.commitments.tellers import demanding, teller
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRM = frozenset(["will", "would", "shall", "'ll", "’ll", "wo", "'d"])
_POINTERS = frozenset(("it", "he", "she", "they", "this", "that"))
_MODALS = _FIRM | {"may", "might", "could", "can", "ca", "must", "should", "going"}


def futures(scene: Scene) -> Iterator[Draft]:
    """Every clause of a sentence with a modal that binds, threatens or demands."""
    if any(word == "?" for _, word, _ in scene.words[-2:]):
        return
    for token, word, _ in scene.words:
        if word in _MODALS and (token.tag_ == "MD" or any(c.dep_ == "xcomp" for c in token.children)):
            yield from _future(scene, token)


def _future(scene: Scene, modal: Token) -> Iterator[Draft]:
    if any(c.start <= modal.idx < c.end for c in scene.conditions):
        return
    verb = modal.head if modal.tag_ == "MD" else modal
    verb = verb.head if verb.dep_ in ("aux", "auxpass") and modal != verb else verb  # will be | determined
    if _is_felt(verb):
        return
    if modal.tag_ == "MD" and verb.tag_ == "VBD":
        return  # "responded, and always will": told of what was done
    if verb.tag_ == "VBN" and any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        return  # would have done: it was not done
    told = teller(scene, modal)
    if told is None or (is_watcher(told) and not _holds(modal, told)) or is_mused(verb, told):
        return
    told = demanding(scene, modal, told)
    if told.actor is None and not _answers_itself(scene, verb, told):
        return
    cue = told.cue
    if cue is not None and (cue.lemma_ in lists("denying") or any(c.dep_ == "neg" for c in cue.children)):
        return
    if modal.lower_ == "should":
        if _is_asked(scene, verb, told) or is_called_for(scene, verb, told):
            yield from must(scene, verb, told, "should")
        return
    if modal.lower_ == "must":
        if verb.dep_ != "relcl":
            yield from must(scene, verb, told)
        return
    duty = (
        next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if verb.lemma_ == "have"
        else None
    )
    if duty is not None and not is_faced(scene, duty, subject(verb), told):
        if side(scene, subject(verb), told) is None:
            yield from must(scene, verb, told)
            return
        harms = weighs(duty, lemmas(scene, whole(duty))) == "harm" or duty.lemma_ in lists("posted")
        if not scene.conditions or not harms:
            return  # what one has to do oneself to get somewhere is offered to nobody
    last = whole(verb)[1]  # a condition behind the relative clause is that of the main one
    near = any(c.start < last for c in scene.conditions)
    if verb.dep_ in ("relcl", "acl") and not near and not carries(verb):
        return  # "the chancellor, who will be in Oslo on Monday, threatened sanctions if …"
    if _is_received(verb) or any(c.lower_ == "whether" for c in verb.children):
        return
    if modal.lower_ in _FIRM or modal.lower_ == "going":
        draft = _bound(scene, modal, verb, told)
    elif modal.lower_ in SOFT:
        draft = hinted(scene, modal, verb, told)
    else:
        draft = None
    if draft:
        yield draft
        yield from _also(scene, draft, verb, told)


def _answers_itself(scene: Scene, verb: Token, told: Voice) -> bool:
    """Does a state answer for words on a condition whose teller is only "he", or a ministry of no named country?"""
    doer = outside(scene, subject(verb), verb, told)
    party = scene.parties.named(doer) if doer is not None and doer.pos_ == "PROPN" else None
    open_teller = told.noun is not None and (told.noun.pos_ == "PRON" or told.cue is None)
    return open_teller and party is not None and party[0].kind in ("state", "organisation") and solid(party[0])


def _is_felt(verb: Token) -> bool:
    """Is it only unlikely, or regrettable, that anybody would? What is told under it in other words stands."""
    for up in verb.ancestors:
        if up.lemma_.lower() in lists("telling") or up.lemma_ == "make":
            return False
        if up.lemma_ == "be" and any(c.lower_ in lists("felt") for c in up.children):
            return True
    return False


def _holds(modal: Token, told: Voice) -> bool:
    """Is it a belief of what should be done, by which a side asks for it: "Fiji believes the drills should be put off"?"""
    cue = told.cue
    return modal.lower_ in ("should", "must") and cue is not None and cue.lemma_ in _HOLDING and stands(told)


_HOLDING = frozenset(("believe", "think", "feel"))


def _is_asked(scene: Scene, verb: Token, told: Voice) -> bool:
    """Is "should" said of another state's or body's deed, by one who speaks for a side of his own?"""
    doer = subject(verb)
    party = scene.parties.named(doer) if doer is not None and doer.dep_ == "nsubj" else None
    passing = verb.dep_ in ("relcl", "advcl", "acl") or verb.lemma_ in ("be", "have", "expect", "worry", "feel")
    return party is not None and not passing and not is_bystander(told) and another(party[0], told)


def _is_received(verb: Token) -> bool:
    """Does it say what another has assured: "I secured an assurance that there would be no attack"? It binds nobody here."""
    for up in verb.ancestors:
        if up.pos_ == "NOUN" and up.lemma_.lower() in lists("assurances"):
            return up.dep_ == "dobj" and up.head.lemma_.lower() in lists("receiving")
    got = verb.head if verb.dep_ in ("ccomp", "advcl") and verb.head.lemma_.lower() in lists("receiving") else None
    goods = (c for c in got.children if c.dep_ == "dobj") if got is not None else ()
    return got is not None and (verb.dep_ == "ccomp" or any(c.lemma_.lower() in lists("assurances") for c in goods))


def _bound(scene: Scene, modal: Token, verb: Token, told: Voice) -> Draft | None:
    """will, would, shall, going to: the kind by what is done to whom on which condition."""
    core, denied = core_of(verb)
    doer = bringer(verb)
    noun = None if denied else dire(core) or wrecked(core, doer, told)
    if noun is not None and impersonal(scene, doer):
        return consequence(scene, modal, core, noun, told)
    doer = outside(scene, subject(verb), verb, told)
    faced = is_faced(scene, core, doer, told)
    if faced and is_bystander(told):
        return None
    by = makers(scene, core, doer, told, denied, faced)
    start = action_start(scene, modal, core, doer, told, faced)
    if verb.dep_ == "relcl" and is_acted_on(verb) and not any(c.dep_ in ("dobj", "prep") for c in core.children):
        start = verb.head.left_edge.idx  # "the sanctions they would impose"
    action = stretch(scene, core, told.end, start)
    condition = condition_for(scene, (min(verb.idx, action[0]), action[1]), reach(scene, told))
    if not by or (not denied and (is_blind(scene, core, doer) or calls_war(core))):
        return None
    if doer is not None and binds_nobody(scene, core, doer, told, by, faced, condition):
        return None
    kind = "threat" if faced else kind_of(scene, core, denied, action, condition, told)
    if kind is None:
        return None
    thing = kind == "threat" and doer is not None and scene.parties.named(doer) is None
    if denied and (kind == "threat" or (kind == "promise" and action[0] == core.idx)):
        action = stretch(scene, core, told.end, undone_start(core, verb, doer if thing else None))
    if kind == "promise" and core != verb and {verb.lemma_, core.head.lemma_} & lists("forcing"):
        kind = "threat"  # what one will be forced to do is no gift
    trigger = triggering(doer, faced)
    words = condition.words if condition else trigger or (defined(verb) if faced else None)
    if condition and trigger and kind == "threat" and doer is not None and doer.lower_ not in _POINTERS:
        action = trigger[0], action[1]  # "anyone who shelters them will be jailed, unless …": who it is belongs to it
    action = with_hedge(verb, core, action)
    punishes = kind == "promise" and penalises(core)  # a penalty that was decided is promised to nobody
    to = () if punishes else hearers(scene, core, doer, told, by, kind, condition, action, faced)
    return Draft(
        kind,
        None if kind == "red line" else action,
        action if kind == "red line" else words,
        by,
        to,
        core,
        firmness(modal, core),
        told,
    )


def is_mused(verb: Token, told: Voice) -> bool:
    """Is it only hoped, feared or thought inside the words told: "We hope that this will not happen"?"""
    below = verb
    for up in verb.ancestors:
        if up == told.cue or not told.start <= up.idx < told.end:
            return False
        musing = up.pos_ == "VERB" and up.lemma_.lower() in lists("musing") - {"suggest", "argue", "note"}
        if musing and below.dep_ != "conj":
            return up.i < verb.i
        below = up
    return False


def _also(scene: Scene, draft: Draft, verb: Token, told: Voice) -> Iterator[Draft]:
    """A second deed of another kind under the same modal: take measures *and* increase aid."""
    if draft.kind not in ("threat", "promise"):
        return
    for other in verb.conjuncts:
        if (
            other.i < verb.i
            or other.pos_ != "VERB"
            or other.tag_ != "VB"
            or not scene.sentence.start <= other.i < scene.sentence.end
        ):
            continue
        action = stretch(scene, other, told.end)
        condition = condition_for(scene, action, (told.start, told.end))
        weight = weighs(other, lemmas(scene, action))
        kind = {"harm": "threat", "aid": "promise"}.get(weight or "")
        if kind and kind != draft.kind:
            words = condition.words if condition else draft.condition
            yield Draft(
                kind, action, words, draft.by, targets(scene, None, draft.by, None, action), other, draft.strength, told
            )
