"""Demands made by "must" and "have to": what another is to do, by who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.deeds import atones
from wirecopy.findings.commitments.dire import is_bystander, stands
from wirecopy.findings.commitments.drafts import Draft, Scene, negated, outside, solid, speaker_of
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, is_watcher, lists, voice
from wirecopy.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


_DUTY = re.compile(
    r"\b(?:it|that|this)(?:\s+(?:is|was)|['’]s)\s+(?:now\s+|also\s+)?(?:up\s+to|for|incumbent\s+(?:up)?on)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def duties(scene: Scene) -> Iterator[Draft]:
    """What is somebody's to do, by the word of another who says so."""
    yield from _up_to(scene)
    yield from _told_to(scene)
    yield from _has_to(scene)


def _up_to(scene: Scene) -> Iterator[Draft]:
    """It is up to Oslo to make the first move: a demand of whoever says so of another; not what Oslo is to decide."""
    for hit in _DUTY.finditer(scene.text, scene.sentence.start_char, scene.sentence.end_char):
        near = scene.parties.within(hit.end(), hit.end() + 4)
        whom = next((m for m in near if m.actor and solid(m.actor) and m.span.start <= hit.end()), None)
        words = (
            scene.sentence.doc.char_span(whom.span.end, whom.span.end + 4, alignment_mode="expand") if whom else None
        )
        link = next((t for t in words or () if t.tag_ == "TO"), None)
        if whom is None or whom.actor is None or link is None or link.i + 1 >= scene.sentence.end:
            continue
        deed, told = link.nbor(1), voice(scene.parties, link)
        if told is None or is_watcher(told) or not another(whom.actor, told) or deed.lemma_ in lists("prerogative"):
            continue
        to = ((whom.actor, whom.span),)
        yield Draft("demand", stretch(scene, deed, told.end), None, speaker_of(told), to, deed, "is up to", told)


def _told_to(scene: Scene) -> Iterator[Draft]:
    """told Manama that its ships were to leave by nightfall: a demand on the one who is told."""
    for be, _, lemma in scene.words:
        deed = next((c for c in be.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None) if lemma == "be" else None
        link = next((c for c in deed.lefts if c.lower_ == "to"), None) if deed is not None else None
        if deed is None or link is None or be.tag_ not in ("VBD", "VBP", "VBZ") or link.i > be.i + 2:
            continue
        doer = subject(be)
        if any(c.dep_ in ("acomp", "attr") for c in be.children) or (
            doer is not None and doer.lemma_ in lists("purposes")
        ):
            continue  # "was impossible to do", "the aim was to win time"
        told = voice(scene.parties, be)
        ordered = told is not None and told.cue is not None and told.cue.lemma_ in _ORDERING
        if told is None or not ordered or not told.addressee or is_watcher(told) or not speaker_of(told):
            continue
        yield Draft("demand", stretch(scene, deed, told.end), None, speaker_of(told), told.addressee, deed, "to", told)


def _has_to(scene: Scene) -> Iterator[Draft]:
    """Oslo has to recognise the border first, the premier said: of another side, by one who speaks for his own."""
    for verb, _, lemma in scene.words:
        if lemma not in ("have", "need") or verb.tag_ not in ("VBZ", "VBP") or negated(verb) or verb.dep_ == "relcl":
            continue
        deeds = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ in ("VB", "VBN") and c.i > verb.i)
        deed = next(deeds, None)
        doer, told = subject(verb), voice(scene.parties, verb)
        party = scene.parties.named(doer) if doer is not None else None
        inside = any(c.start <= verb.idx < c.end for c in scene.conditions)
        if deed is None or told is None or doer is None or inside or is_watcher(told):
            continue
        done = any(c.dep_ == "auxpass" for c in deed.children) and deed.lemma_.lower() in lists("called for")
        if done and doer.pos_ == "NOUN" and stands(told) and not is_bystander(told):
            yield _undergone(scene, deed, doer, told)._replace(strength=f"{verb.text} to")
        if party is None or deed.tag_ != "VB":
            continue
        if verb.nbor().lower_ == "to" and doer.dep_ == "nsubj" and another(party[0], told) and deed.lemma_ != "be":
            yield from must(scene, deed, told, f"{verb.text} to")


_ORDERING = frozenset(("tell", "order", "instruct", "notify", "inform", "warn"))


def another(actor: Actor, told: Voice) -> bool:
    """Is it another side's deed: a state's or body's that the speaker does not belong to, by a speaker with an office?"""
    if told.actor is None or not solid(actor) or actor.kind == "person":
        return False
    own = {told.actor.id, told.actor.country, *(role.organisation for role in told.actor.roles)}
    stands = told.actor.country is not None or bool(told.actor.roles) or told.actor.kind == "organisation"
    return stands and not {actor.id, actor.country or actor.id} & own


def is_called_for(scene: Scene, verb: Token, told: Voice) -> bool:
    """Is it asked of both sides, of everybody, or that a thing be done to something: "the award should be respected"?"""
    doer = subject(verb)
    if doer is None or not stands(told) or is_bystander(told) or verb.dep_ in ("relcl", "advcl", "acl"):
        return False
    if doer.dep_ == "nsubjpass":
        return doer.pos_ in ("NOUN", "PROPN") and verb.lemma_.lower() in lists("called for")
    plain = verb.lemma_ not in lists("heeding") | lists("idle") | {"be", "have"}
    both = doer.lemma_.lower() in ("side", "party") and doer.tag_ == "NNS"
    return plain and (both or (is_nobody(doer) and verb.lemma_ in lists("bad") | lists("harm") | {"mess"}))


def is_nobody(doer: Token) -> bool:
    """Is it nobody, or "no one"?"""
    return doer.lower_ == "nobody" or (doer.lower_ == "one" and any(c.lower_ == "no" for c in doer.children))


def must(scene: Scene, verb: Token, told: Voice, strength: str = "must") -> Iterator[Draft]:
    """A demand: what another must do, by who says so."""
    doer = outside(scene, subject(verb), verb, told)
    if (
        doer is None
        or verb.lemma_ in lists("heeding")
        or (negated(verb) and doer.lower_ in ("we", "i"))
        or doer.lower_ in ("we", "i")
        or _is_message(verb)
        or (verb.lemma_ == "do" and any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in verb.children))
    ):
        return
    party = scene.parties.party(doer)
    if party is not None and told.actor is not None and party[0].id == told.actor.id:
        return  # nobody asks it of himself: the teller was misread
    undergone = doer.dep_ == "nsubjpass" and verb.lemma_.lower() in lists("called for")
    if doer.lower_ == "there" and (thing := _wanted(verb)) is not None and stands(told) and not is_bystander(told):
        action = stretch(scene, verb, told.end, thing.left_edge.idx)
        yield Draft("demand", action, None, speaker_of(told), (), verb, strength, told)
        return
    if party is None and doer.lower_ in ("it", "this", "that", "there") and not (doer.lower_ == "it" and undergone):
        return  # "It must stop": nobody knows what
    if doer.dep_ == "nsubjpass" or is_nobody(doer):
        yield _undergone(scene, verb, doer, told)._replace(strength=strength)
        return
    vague = party is None or not solid(party[0])
    lifeless = doer.pos_ == "NOUN" and {doer.lemma_.lower(), doer.lower_} & (
        lists("unheard") | lists("mute") | lists("penalties")
    )
    if vague and doer.pos_ != "PRON" and ((verb.lemma_ == "be" and doer.tag_ != "NNS") or lifeless):
        action, party = stretch(scene, verb, told.end, doer.left_edge.idx), None
    else:
        none = next((c.idx for c in verb.lefts if c.dep_ == "neg" and c.lower_ in ("not", "never")), None)
        action = stretch(scene, verb, told.end, none)  # should not give up: asked not to
    condition = condition_for(scene, action, (told.start, told.end))
    to = (party,) if party and told.actor and party[0].id != told.actor.id else ()
    kind = "threat" if atones(verb) else "demand"  # "must answer for the blood of our sons" asks for no deed
    joined = (scene.parties.named(c) for c in doer.conjuncts) if to else ()  # Oslo and Lima must talk
    to = (*to, *(p for p in joined if p is not None and solid(p[0]) and told.actor and p[0].id != told.actor.id))[:2]
    yield Draft(kind, action, condition.words if condition else None, speaker_of(told), to, verb, strength, told)


def _wanted(verb: Token) -> Token | None:
    """What there must be, or be no more: "there must be no return to the old tariff"."""
    return next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i and c.lemma_ not in lists("vain")), None)


def _undergone(scene: Scene, verb: Token, doer: Token, told: Voice) -> Draft:
    """What must be done to somebody or something, by whom it says: "The island must be left by all troops"."""
    action = stretch(scene, verb, told.end, doer.left_edge.idx)
    condition = condition_for(scene, action, (told.start, told.end))
    agents = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
    party = scene.parties.party(agents[0]) if agents else None
    to = (party,) if party and told.actor and party[0].id != told.actor.id else ()
    return Draft("demand", action, condition.words if condition else None, speaker_of(told), to, verb, "must", told)


def _is_message(verb: Token) -> bool:
    """Is it only the gist that somebody gives of the situation ("the message is that Paris must …")?"""
    return any(
        up.lemma_ == "be"
        and any(c.lemma_ in ("message", "point", "fact", "view", "problem", "question") for c in up.lefts)
        for up in verb.ancestors
    )
