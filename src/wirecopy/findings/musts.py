"""Demands made by "must" and "have to": what another is to do, by who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.counted import subject
from wirecopy.findings.drafts import Draft, Scene, condition_for, negated, solid, speaker_of, stretch
from wirecopy.findings.voices import Voice, lists

if TYPE_CHECKING:
    from spacy.tokens import Token


def must(scene: Scene, verb: Token, told: Voice) -> Iterator[Draft]:
    """A demand: what another must do, by who says so."""
    doer = subject(verb)
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
    if party is None and doer.lower_ in ("it", "this", "that", "there"):
        return  # "It must stop": nobody knows what
    if doer.dep_ == "nsubjpass":
        yield _undergone(scene, verb, doer, told)
        return
    vague = party is None or not solid(party[0])
    if vague and doer.pos_ != "PRON" and verb.lemma_ == "be" and doer.tag_ != "NNS":
        action, party = stretch(scene, verb, told.end, doer.left_edge.idx), None
    else:
        action = stretch(scene, verb, told.end)
    condition = condition_for(scene, action, (told.start, told.end))
    to = (party,) if party and told.actor and party[0].id != told.actor.id else ()
    yield Draft("demand", action, condition.words if condition else None, speaker_of(told), to, verb, "must", told)


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
