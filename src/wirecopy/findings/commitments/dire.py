"""What brings consequences: "an invasion would have a terrible price", "this could lead to a rupture"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.drafts import (
    Draft,
    Party,
    Scene,
    Stretch,
    is_hand,
    negated,
    solid,
    speaker_of,
    whole,
)
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import Voice, lists

if TYPE_CHECKING:
    from spacy.tokens import Token

SOFT = frozenset(["may", "might", "could", "can", "ca"])
_POINTING = frozenset(("this", "that", "it", "which", "these", "those"))
_WHOLESALE = frozenset(("any", "every", "each", "another"))
_OPEN = frozenset(("whoever", "anyone", "anybody", "everyone", "whatever"))
_PRICES = frozenset(("price", "cost", "costs", "force"))


def dire(verb: Token) -> Token | None:
    """The noun of doom that a verb brings: its object, its attribute, or what it ends in, comes at or is met with."""
    if verb.lemma_.lower() not in lists("dire"):
        return None
    near = [c for c in verb.children if c.dep_ in ("dobj", "attr") or (c.dep_ == "nsubj" and verb.lemma_ == "follow")]
    near += [
        o
        for c in verb.children
        if c.dep_ in ("prep", "agent") and c.lower_ in ("to", "in", "at", "with")
        for o in c.children
        if o.dep_ == "pobj"
    ]
    near += [
        o
        for c in verb.children
        if c.lower_ in lists("equal")
        for link in c.children
        if link.dep_ == "prep"
        for o in link.children
        if o.dep_ == "pobj"
    ]
    near += [
        c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in lists("answering") and _is_graded(verb)
    ]
    nouns = lists("doom") | _PRICES
    return next((c for c in near if c.lemma_.lower() in nouns or c.lower_ in nouns or _is_act_of_war(c)), None)


def _is_act_of_war(noun: Token) -> bool:
    """Is it "an act of war", "a declaration of war"?"""
    kinds = (o.lemma_.lower() for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    return noun.lemma_ in ("act", "declaration") and bool({*kinds} & {"war", "aggression"})


def wrecked(verb: Token, doer: Token | None, told: Voice) -> Token | None:
    """What a deed would put an end to, in words of warning: "doing so would end the talks", "kill the treaty"."""
    warned = told.cue is not None and told.cue.lemma_ in ("warn", "caution", "threaten")
    if doer is None or not warned or not is_deed(doer) or verb.lemma_ not in lists("wrecking") or negated(verb):
        return None
    goods = lists("meetings") | lists("goals") | lists("papers") | lists("wrecked")
    return next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in goods), None)


def _is_graded(verb: Token) -> bool:
    """Is it told how the answer will be: immediate, swift and severe?"""
    return verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in lists("harsh") for c in verb.children)


def bringer(verb: Token) -> Token | None:
    """What brings it: the subject; of "a mistake that would have consequences" what is called the mistake."""
    doer = subject(verb)
    if doer is not None and verb.dep_ == "relcl" and doer.dep_ == "attr":
        return subject(doer.head)
    return doer


def is_deed(doer: Token) -> bool:
    """Is it something that one may do or leave: an invasion, any action, whoever shelters them, this?"""
    if doer.dep_ in ("csubj", "csubjpass") or doer.lower_ in _OPEN:
        return True
    if doer.pos_ == "NOUN" and any(c.lower_ in _WHOLESALE or c.lower_ == "such" for c in doer.children):
        return True
    return _is_doing(doer) or doer.lemma_.lower() in lists("deeds") or doer.lower_ in _POINTING


def _is_doing(doer: Token) -> bool:
    """Is it a deed by its verb: "Doing so", or "Sending troops", which may be parsed as troops that send?"""
    first = doer.left_edge
    return doer.tag_ == "VBG" or (first.tag_ == "VBG" and first.head == doer and first.dep_ == "amod")


def trigger(scene: Scene, doer: Token, by: tuple[Party, ...]) -> Stretch | None:
    """The deed as the condition; where a pronoun points at it, what the sentence before tells of.

    That is another's threat, which this one answers, the condition of the speaker's own, or what was only supposed ("If they
    land, that is war. It will be met with force.").
    """
    if doer.lower_ not in _POINTING:
        first, last = whole(doer)
        so = doer.nbor(1) if doer.lower_ == "doing" else doer
        return _penalty(scene, doer) or (first, max(last, so.idx + len(so.text)))
    asked = scene.asked
    if asked is None or asked.kind != "threat" or not asked.by:
        return scene.supposed
    return _deed_of(asked) if is_others(asked, by) else asked.condition


def is_others(asked: Draft, by: tuple[Party, ...]) -> bool:
    """Is it another's threat?"""
    return not {actor.id for actor, _ in asked.by} & {actor.id for actor, _ in by}


def _deed_of(asked: Draft) -> Stretch | None:
    """What another threatened, with its doer: "the West will take sanctions"."""
    doer = subject(asked.anchor)
    if asked.action is None or doer is None or doer.pos_ == "PRON" or doer.sent != asked.anchor.sent:
        return asked.action
    return min(doer.left_edge.idx, asked.action[0]), asked.action[1]


def _penalty(scene: Scene, doer: Token) -> Stretch | None:
    """What "such a step" points at, where it is told in full: "sanctions on the governor himself"."""
    if doer.lemma_.lower() not in ("step", "move", "measure") or not any(c.lower_ == "such" for c in doer.children):
        return None
    first = scene.before.start if scene.before is not None else scene.sentence.start
    nouns = (
        t for t in reversed(doer.doc[first : doer.i]) if t.pos_ == "NOUN" and t.lemma_.lower() in lists("penalties")
    )
    noun = next(nouns, None)
    aim = next((c for c in noun.children if c.lower_ in ("on", "against")), None) if noun is not None else None
    return (noun.left_edge.idx, whole(aim)[1]) if noun is not None and aim is not None else None


def _whoever(core: Token) -> Stretch | None:
    """The subject of the clause above, where it leaves open who: "Whoever enters must know that the answer will be swift"."""
    for up in core.ancestors:
        found = next((c for c in up.lefts if c.dep_ in ("csubj", "nsubj") and c.left_edge.lower_ in _OPEN), None)
        if found is not None:
            return whole(found)
    return None


def culprit(scene: Scene, doer: Token) -> tuple[Party, ...]:
    """Whose deed it would be: an incursion by Russia, a Russian attack; not whom it would be against."""
    agents = [
        o
        for c in doer.children
        if c.lower_ == "by" and c.dep_ in ("prep", "agent")
        for o in c.children
        if o.dep_ == "pobj"
    ]
    found = next((party for agent in agents if (party := scene.parties.named(agent))), None)
    found = found or (None if doer.lower_ in _POINTING or _is_doing(doer) else scene.parties.named(doer))
    return (found,) if found else ()


def is_bystander(told: Voice) -> bool:
    """Is the teller one who can only guess what others will do: a senator of what the sanctions would bring?"""
    roles = told.actor.roles if told.actor is not None else ()
    words = {word for role in roles for word in f"{role.role} {role.organisation or ''}".lower().split()}
    if told.noun is not None:
        words |= {t.lemma_.lower() for t in told.noun.subtree if t.dep_ in ("amod", "compound", "appos")}
        words.add(told.noun.lemma_.lower())
    return bool(words & lists("bystanders"))


def stands(told: Voice) -> bool:
    """Does the teller speak for a state, a body or an office, and not for himself alone?"""
    actor = told.actor
    return actor is not None and (actor.country is not None or bool(actor.roles) or actor.kind != "person")


def impersonal(scene: Scene, doer: Token | None) -> bool:
    """Does nobody act: there would be, it would have, an invasion would bring?"""
    if doer is None or doer.lower_ in ("there", "it", "this", "that", "which"):
        return True
    if doer.lemma_.lower() in lists("answering"):
        return True
    party = scene.parties.at(doer)
    return is_deed(doer) and not (party is not None and party.actor is not None and solid(party.actor))


def carries(verb: Token) -> bool:
    """Does a clause behind a noun tell what is in store: in no doubt that …, a mistake that would have consequences?"""
    return (verb.dep_ == "acl" and verb.head.lemma_ in ("doubt", "warning", "message", "threat")) or (
        verb.dep_ == "relcl" and verb.head.dep_ == "attr" and (dire(verb) is not None or _is_punished(verb))
    )


def _is_punished(verb: Token) -> bool:
    """Is it what the deed before it will cost: an invasion for which Moscow will pay a heavy price?"""
    return is_deed(verb.head) and verb.lemma_.lower() in lists("faced")


def consequence(scene: Scene, modal: Token, core: Token, noun: Token, told: Voice) -> Draft | None:
    """There will be serious consequences if …; any incursion would have a price: a threat of the speaker's side."""
    if is_bystander(told):
        return None
    doer, by = bringer(core), speaker_of(told)
    follows = noun.dep_ == "nsubj" and core.lemma_ != "be"  # consequences would follow
    like = noun.head.head if noun.head.head.lower_ in lists("like") else None  # “comparable to a rupture” is no rupture
    first = (
        core
        if follows or noun == wrecked(core, doer, told)
        else like
        if like is not None and like.i > core.i
        else noun.left_edge
    )
    action = stretch(scene, noun if noun.i > core.i else core, told.end, first.idx)
    condition = condition_for(scene, (min(core.idx, action[0]), action[1]), reach(scene, told))
    words = condition.words if condition else None
    if words is None and doer is not None and is_deed(doer):
        words = trigger(scene, doer, by)
        to = (tuple(p for p in told.addressee if solid(p[0])) or culprit(scene, doer)) if words else ()
        asked = scene.asked
        if (
            not to
            and doer.lower_ in _POINTING
            and asked is not None
            and asked.kind == "threat"
            and is_others(asked, by)
        ):
            to = speaker_of(asked.voice) or asked.by
    else:
        words = words or _whoever(core) or (scene.supposed if noun == doer else None)
        to = targets(scene, told, by, condition, None)
    if words is None and modal.lower_ in SOFT:
        return None
    mine = {actor.id for actor, _ in by}
    to = tuple(party for party in to or _first_of(scene, words) if party[0].id not in mine)
    pointer = whole(doer) if doer is not None and _penalty(scene, doer) == words is not None else None
    return Draft("threat", action, words, by, to, core, firmness(modal, core), told, pointer=pointer)


def _first_of(scene: Scene, words: Stretch | None) -> tuple[Party, ...]:
    """Whose forces a condition begins with: "any Russian forces that cross"."""
    near = scene.parties.within(words[0], words[0] + 5) if words else ()
    return tuple((m.actor, m.span) for m in near if m.actor and is_hand(m.actor) and m.actor.country)[:1]


def reach(scene: Scene, told: Voice) -> Stretch:
    """Where a condition may stand: in the words told, behind a few quoted ones (“strong measures” in the event of …), or,

    where it opens the sentence, before its teller (If …, he warned, “…”).
    """
    first = next(
        (c.start for c in scene.conditions if not scene.text[scene.sentence.start_char : c.start].strip('“"« ')), None
    )
    return min(told.start, told.start if first is None else first), max(told.end, scene.sentence.end_char)


def firmness(modal: Token, core: Token) -> str:
    """The words that tell how firm it is, from the modal to the verb."""
    words = modal.doc[modal.i : core.i].text if modal.i < core.i <= modal.i + 5 else modal.text
    return words or modal.text
