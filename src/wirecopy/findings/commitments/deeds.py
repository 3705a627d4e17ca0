"""The deed under a modal: its verb, where its words begin, and who suffers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.drafts import (
    Party,
    Scene,
    Stretch,
    is_hand,
    lemmas,
    negated,
    solid,
    whole,
)
from wirecopy.findings.commitments.given import gives, settles
from wirecopy.findings.voices import Voice, lists

if TYPE_CHECKING:
    from spacy.tokens import Token


def core_of(verb: Token) -> tuple[Token, bool]:
    """The verb that tells the deed, and whether it is denied: "will not hesitate to resume" → resume, not denied."""
    denied = negated(verb) or _of_none(verb)
    inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i), None)
    if verb.lower_ in ("hesitate", "going") and inner is not None:
        return inner, denied and verb.lower_ == "going"
    forced = verb if verb.lemma_ in lists("forcing") else next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if forced is not None and forced.lemma_ in lists("forcing") and (forced == verb or verb.lemma_ in ("see", "find")):
        deed = next((c for c in forced.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if deed is not None:
            return deed, denied
    if verb.lemma_ in ("continue", "seek", "try", "begin", "have") and inner is not None and inner.tag_ == "VB":
        return inner, denied
    undergone = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ in lists("undergone")), None)
    if verb.lemma_ == "be" and undergone is not None:
        return undergone, denied
    choice = next((c for c in verb.children if c.lower_ == "choice"), None)
    if choice is not None:
        deed = next((t for t in choice.subtree if t.tag_ == "VB"), None) or next(
            (t for t in verb.subtree if t.tag_ == "VB" and t.i > choice.i), None
        )
        if deed is not None:
            return deed, False
    return verb, denied


def _of_none(verb: Token) -> bool:
    """Is there "no" before its object, so that the deed is refused: will allow no soldier, will hold no further talks?"""
    let = [c for c in verb.children if c.dep_ == "ccomp" and verb.lemma_ in ("allow", "let", "permit")]
    near = (c for up in (verb, *let) for c in up.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i)
    goods = (c for c in near if c.lemma_ not in lists("vain"))
    plain = verb.lemma_ not in lists("unwilled") | lists("sparing") | lists("giving")
    return plain and any(c.lower_ == "no" for noun in goods for c in noun.children)


def action_start(scene: Scene, modal: Token, core: Token, doer: Token | None, told: Voice, faced: bool) -> int:
    """Where the action's words begin: at its verb, or at a subject that is no actor ("our guns will stay in their sheds")."""
    sufferer = faced and (doer is None or scene.parties.named(doer) is not None or triggering(doer, faced) is not None)
    if (
        doer is not None
        and doer.lower_ == "there"
        and (what := next((c for c in core.rights if c.dep_ == "attr"), None))
    ):
        return what.left_edge.idx
    if doer is None or sufferer or doer.i > core.i or doer.lower_ in ("there", "it", "that", "this"):
        aux = [c.idx for c in core.children if c.dep_ in ("auxpass", "neg") and c.i > modal.i]
        return min([core.idx, *aux]) if core.i > modal.i else core.idx
    passive = doer.dep_ == "nsubjpass" and doer.head == core
    actor = scene.parties.at(doer)
    if (
        doer.pos_ == "NOUN"
        and actor is not None
        and actor.actor is not None
        and is_hand(actor.actor)
        and doer.left_edge.idx >= told.start
    ):
        return doer.left_edge.idx  # "the soldiers will return": told by whoever answers for them
    empty = doer.lower_ in ("nothing", "nobody", "none")
    personal = (
        doer.lower_ in lists("cabinets")
        or (doer.pos_ == "PRON" and not empty)
        or (not passive and actor is not None and actor.actor is not None)
    )
    named = (scene.parties.at(c) for c in doer.children if c.dep_ == "appos")
    personal = personal or (not passive and any(m and m.actor and m.actor.kind == "person" for m in named))
    hands = doer.lower_ in lists("hands") and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children)
    if personal or (not passive and (doer.pos_ == "PROPN" or hands)):
        done = (c.idx for c in core.children if c.dep_ == "auxpass" and c.i > modal.i)  # they will | be released
        return min([core.idx, *done])
    start = doer.left_edge.idx
    return core.idx if any(c.start <= start < c.end for c in scene.conditions) or start < told.start else start


def undone_start(core: Token, verb: Token, doer: Token | None) -> int:
    """Where the words begin of what will no longer be: at the thing (the pipeline will not open), else at its negation."""
    if doer is not None and (doer.pos_ in ("NOUN", "PROPN") or doer.lower_ in ("there", "it")):
        return doer.left_edge.idx
    lefts = (*core.lefts, *(verb.lefts if verb != core else ()))
    nots = [t for t in lefts if t.dep_ == "neg" or t.lower_ in ("never", "longer")]
    nots = [t.nbor(-1) if t.i and t.lower_ in ("n't", "n’t") else t.left_edge for t in nots]  # won't
    return int(min([core.idx, *(t.idx for t in nots)]))


def is_faced(scene: Scene, verb: Token, doer: Token | None, told: Voice) -> bool:
    """Is it the subject that will suffer: Moscow would face sanctions, intruders will be shot down?"""
    if doer is None or doer.lower_ in ("we", "i") or negated(verb) or gives(verb):
        return False
    if atones(verb):
        return _is_anothers(scene, doer, told)
    if settles(verb):
        return False
    if verb.lemma_ == "accept" and verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and scene.conditions:
        return _is_anothers(scene, doer, told)  # "if it goes on it would have to accept more inspectors"
    passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.lower_ in lists("undergone")
    if passive and is_reply(verb, doer):
        return True
    if verb.lemma_ == "answer" and doer.pos_ == "PRON" and any(c.lower_ == "for" for c in verb.children):
        return True  # will have to answer for it
    if verb.lemma_.lower() not in (lists("faced") | lists("harm") if passive else lists("faced") - lists("done_to")):
        return False
    party = scene.parties.named(doer)
    if (
        party
        and told.actor
        and (party[0].id == told.actor.id or (solid(party[0]) and party[0].country == told.actor.country is not None))
    ):
        return False
    exposed = (
        (party is not None and party[0].kind != "group") or doer.pos_ == "PRON" or triggering(doer, True) is not None
    )
    if not passive and not exposed:
        return False
    words = lemmas(scene, (verb.idx, verb.right_edge.idx + len(verb.right_edge.text)))
    return passive or bool(words & (lists("doom") | lists("harm") - {"lose"})) or verb.lemma_ in ("regret", "lose")


def atones(verb: Token) -> bool:
    """Is it blood, lives or a crime that somebody is to answer or pay for: a threat, and no deed that could be asked of him?"""
    guilt = (o for c in verb.children if c.lower_ in ("for", "with") for o in c.children if o.dep_ == "pobj")
    return verb.lemma_ in lists("atoning") and any(o.lemma_.lower() in lists("guilt") for o in guilt)


def _is_anothers(scene: Scene, doer: Token, told: Voice) -> bool:
    """Is it not of himself that somebody says it?"""
    party = scene.parties.named(doer)
    return party is None or told.actor is None or party[0].id != told.actor.id


def is_reply(verb: Token, doer: Token) -> bool:
    """Is it the deed just told of that would be answered or met, whoever the pronoun was taken for?"""
    return verb.lemma_ in ("answer", "meet") and doer.lower_ in ("it", "this", "that")


def triggering(doer: Token | None, faced: bool) -> Stretch | None:
    """The subject as the condition: whoever shelters them, any aircraft that enters the zone, an invasion."""
    if not faced or doer is None:
        return None
    clause = doer.dep_ in ("csubj", "csubjpass") or doer.lower_ in ("whoever", "anyone", "anybody", "everyone")
    clause = clause or any(c.dep_ == "relcl" for c in doer.children)
    clause = clause or (
        any(c.dep_ == "acl" for c in doer.children)
        and any(c.lower_ in ("any", "every", "each", "all") for c in doer.children)
    )
    if clause or doer.lemma_.lower() in lists("deeds"):
        edge = doer.right_edge
        return doer.left_edge.idx, edge.idx + len(edge.text)
    return None


def faced_party(scene: Scene, doer: Token | None, by: tuple[Party, ...]) -> tuple[Party, ...]:
    party = scene.parties.named(doer) if doer is not None else None
    if party is None or party[0].id in {a.id for a, _ in by} or (party[0].kind == "place" and not party[0].country):
        return ()
    return (party,)


def with_hedge(verb: Token, core: Token, action: Stretch) -> Stretch:
    """The action with the word that makes it less sure: would | probably have to send."""
    hedges = (c for c in (*verb.children, *core.children) if c.lower_ in lists("unsure") and c.i < core.i)
    hedge = next(hedges, None)
    return (min(action[0], hedge.idx), action[1]) if hedge is not None else action


def is_acted_on(verb: Token) -> bool:
    """Does a clause hang on what it acts on ("the sanctions they would impose"), and not on a call in which it was said?"""
    return verb.head.pos_ == "NOUN" and verb.head.lemma_.lower() not in lists("occasions")


def defined(verb: Token) -> Stretch | None:
    """What is said to be the deed that costs so much: "any troops crossing it would be an attack for which Oslo will pay"."""
    noun = verb.head if verb.dep_ == "relcl" and verb.head.dep_ == "attr" else None
    doer = next((c for c in noun.head.lefts if c.dep_ == "nsubj"), None) if noun is not None else None
    return whole(doer) if doer is not None and doer.pos_ != "PRON" else None


def is_home_news(scene: Scene, doer: Token | None, told: Voice) -> bool:
    """Is it a thing without an owner that officials without a name will close or cut: "the schools would be closed"?"""
    thing = doer is not None and doer.pos_ == "NOUN" and scene.parties.named(doer) is None
    return thing and told.actor is not None and told.actor.anonymous and not told.addressee
