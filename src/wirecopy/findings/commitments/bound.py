"""Whom a modal binds, to whom, and when it binds nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import attacked, is_spared, side, targets
from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.commitments.deeds import faced_party, is_home_news, is_reply, triggering
from wirecopy.findings.commitments.drafts import Party, Scene, Stretch, is_hand, speaker_of
from wirecopy.findings.commitments.given import gives
from wirecopy.findings.voices import Voice, lists
from wirecopy.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUFFERED = frozenset(("lose", "suffer", "regret", "face", "incur"))  # nobody threatens others with what he will suffer
_GETTING = frozenset(("get", "receive", "obtain"))
_HAPPENING = frozenset(("that", "this", "which", "what"))


def makers(
    scene: Scene, core: Token, doer: Token | None, told: Voice, denied: bool, faced: bool
) -> tuple[Party, ...] | None:
    """Who is bound: whose deed it would be; the speaker where that one is faced with it, is given it, or is no actor."""
    if faced:
        return speaker_of(told)
    by = side(scene, doer, told)
    if by and by[0][0].anonymous and by[0][0].kind == "group" and core.lemma_ in _GETTING and told.actor is not None:
        return speaker_of(told)  # "the farmers will get their land back, the president promised"
    if denied and by and doer is not None and doer.lower_ == "it" and _is_another(by[0][0], told):
        return speaker_of(told)  # "it will not be opened": a thing
    return by


def binds_nobody(
    scene: Scene, core: Token, doer: Token, told: Voice, by: tuple[Party, ...], faced: bool, condition: Condition | None
) -> bool:
    """Is what will come no commitment: what a deed would bring, what befalls a thing, what "it" may be, home news?"""
    if not faced and (doer.dep_ == "csubj" or (doer.lower_ in _HAPPENING and doer.dep_ == "nsubj")):
        return True  # "walking out would help", "that would make it likelier"
    if doer.lower_ == "it" and _is_another(by[0][0], told):
        return True
    if faced:
        return condition is None and triggering(doer, faced) is None and is_home_news(scene, doer, told)
    suffers = core.lemma_ in _SUFFERED and doer.pos_ != "PRON"
    return suffers or (condition is None and _is_thing(scene, doer) and not _is_sent(core, doer))


def hearers(
    scene: Scene,
    core: Token,
    doer: Token | None,
    told: Voice,
    by: tuple[Party, ...],
    kind: str,
    condition: Condition | None,
    action: Stretch,
    faced: bool,
) -> tuple[Party, ...]:
    """To whom it is said: who would face it, else whom the deed concerns."""
    heard = told._replace(addressee=()) if kind == "threat" and is_spared(scene, told, condition) else told
    to = faced_party(scene, doer, by) if faced and not (doer is not None and is_reply(core, doer)) else ()
    aim = None if core.lemma_ in lists("leaving") else action  # what is left is not addressed
    to = to or targets(scene, heard, by, attacked(condition) if kind == "promise" else condition, aim)
    own = scene.parties.at(doer) if doer is not None else None
    if own is not None and own.actor is not None and is_hand(own.actor) and not faced:
        to = tuple(p for p in to if p[0].country != own.actor.country)  # "Rwandan troops will cross": not to Rwanda
    return to


def is_blind(scene: Scene, core: Token, doer: Token | None) -> bool:
    """Is it a thing that strikes of itself: the storm would hit the coast?"""
    if doer is None or doer.dep_ != "nsubj" or not _is_thing(scene, doer):
        return False
    armed = lists("hands") | lists("forces") | lists("gifts") | lists("answering") | lists("arms")
    return core.lemma_.lower() in lists("striking") and doer.lemma_.lower() not in armed


def _is_another(actor: Actor, told: Voice) -> bool:
    """Is an "it" taken for somebody who is neither the teller nor the teller's country? Then it may well be a thing."""
    if told.actor is None or actor.id == told.actor.id:
        return False
    return actor.country is None or actor.country != told.actor.country


def _is_sent(core: Token, doer: Token | None) -> bool:
    """Is it men or goods that are on their way, and not a delegation: the shipment will arrive, the soldiers will go home?"""
    return gives(core) and doer is not None and doer.lemma_.lower() not in lists("envoys")


def _is_thing(scene: Scene, doer: Token | None) -> bool:
    """Is the subject a thing that nobody here commands: "said the bill would not lower prices"?"""
    if (
        doer is None
        or doer.pos_ != "NOUN"
        or doer.dep_ != "nsubj"
        or doer.lower_ in lists("hands") | lists("forces") - lists("envoys")
    ):
        return False
    mine = any((c.dep_ == "poss" and c.pos_ == "PRON") or c.lower_ == "no" for c in doer.children)
    return scene.parties.at(doer) is None and not mine
