"""Deeds that say nothing by themselves: a call that is asked for, declined to comment, "it", had asked for the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.commitments.complements import denied
from wirecopy.findings.commitments.drafts import Party, Scene, is_hand
from wirecopy.findings.voices import lists

if TYPE_CHECKING:
    from spacy.tokens import Token


_SPORTING = frozenset(("beat", "deny", "outdo", "defeat", "rattle", "daunt"))  # refused to be beaten


def convenes(scene: Scene, deed: Token) -> bool:
    """Is it the meeting of a body that is asked for, which somebody has to call?"""
    bodies = (o for c in deed.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    return any((m := scene.parties.at(o)) and m.actor and m.actor.kind == "organisation" for o in bodies)


def is_talk(deed: Token, kind: str) -> bool:
    """Is the object only talk: requested a call, rejected the claim? An idea with its content is more than that."""
    if kind == "demand":
        return deed.lemma_ in lists("talk")
    told = deed.lemma_ in ("idea", "notion", "suggestion") and any(
        (c.dep_ in ("acl", "ccomp") and not _is_past(c)) or c.lower_ == "of" for c in deed.children
    )
    told = told or (deed.lemma_ in ("call", "request", "appeal") and _asks(deed))
    return deed.lemma_ in lists("talk") | lists("claims") and not told


def _asks(deed: Token) -> bool:
    """Is told what is asked for, and no talk: a call for him to step down, a request to reopen the road?"""
    goods = [o for c in deed.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"]
    wanted = any(o.lemma_.lower() not in lists("talk") for o in goods)
    return wanted or any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" and c.lemma_ != "comment" for c in deed.children)


def _is_past(clause: Token) -> bool:
    """Is it told as done, so that to reject it only denies it: "the suggestion that Oslo had given way"?"""
    return clause.tag_ == "VBD" or any(c.lower_ in ("had", "was", "were") for c in clause.children if c.dep_ != "nsubj")


def is_empty(verb: Token, deed: Token, kind: str) -> bool:
    """Does the deed say nothing by itself: declined to comment, asked not to be named, refused to go that far?"""
    lemma = deed.lemma_.lower()
    if kind == "demand" and any(c.dep_ == "nsubjpass" and c.lemma_ in ("name", "identity") for c in deed.children):
        return True  # asked that his name not be used
    if kind == "demand" and (_is_unclear(deed) or _is_gesture(deed) or _is_cry(verb, deed)):
        return True
    if kind == "refusal" and lemma in lists("idle") | _SPORTING and any(c.dep_ == "auxpass" for c in deed.children):
        return True
    if kind == "offer" and deed.pos_ == "NOUN" and _is_served(deed):
        return True
    if kind == "demand" and (lemma in lists("heeding") or (_was_before(verb) and _is_bare(deed))):
        return True
    if kind in ("refusal", "demand") and lemma in lists("discreet") and (kind == "refusal" or denied(deed)):
        return True
    if kind == "demand" and verb.lemma_ in ("push", "press", "seek") and lemma in lists("ends"):
        return True
    if lemma == "do" and all(c.dep_ in ("prep", "npadvmod", "punct") for c in deed.children if c.i > deed.i):
        return True  # "a march, which he had threatened to do on Monday": the deed is told before
    if kind == "promise":
        able = next((c for a in deed.children if a.lower_ == "able" for c in a.children if c.dep_ == "xcomp"), deed)
        return able.lemma_ == "do" and points_back(able)
    return kind == "refusal" and points_back(deed)


def _is_served(goods: Token) -> bool:
    """Is it laid out for whoever wants it: a reform bill, a new approach, two forms of benefits?"""
    kinds = (o for c in goods.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    inner = (
        next(kinds, None) if goods.lemma_ in ("form", "kind", "type", "sort", "range", "number", "variety") else None
    )
    return (inner if inner is not None else goods).lemma_.lower() in lists("served")


def _is_gesture(deed: Token) -> bool:
    """Is it what people in a room are asked to do: to raise their hands, to stand, to hold a minute of silence?"""
    verb = next((c for c in deed.children if c.dep_ == "xcomp"), deed)
    goods = {o.lemma_.lower() for o in verb.children if o.dep_ == "dobj"}
    silent = any(t.lower_ == "silence" for t in verb.doc[verb.i : verb.i + 7])
    bare = not any(c.dep_ in ("dobj", "prep", "prt", "ccomp", "xcomp", "oprd", "acomp") for c in verb.children)
    return bool(goods & {"hand", "glass"}) or silent or (bare and verb.lemma_ in lists("gestures"))


def _is_cry(verb: Token, deed: Token) -> bool:
    """Is it a cry in need: called for help, cried for his mother?"""
    bare = not any(c.dep_ in ("prep", "acl", "amod", "compound", "relcl") for c in deed.children)
    return (
        verb.lemma_ in ("call", "cry", "scream", "beg", "plead") and bare and deed.lemma_ in ("help", "mother", "mercy")
    )


def is_order(verb: Token, by: tuple[Party, ...], other: Party | None) -> bool:
    """Is it only an order to one's own ministry or ship, which nobody else is to answer?"""
    if other is None or verb.lemma_ not in ("order", "instruct", "command", "tell", "ask"):
        return False
    own = {actor.country for actor, _ in by if actor.country}
    actor, words = other[0], other[0].name.lower().split()
    served = is_hand(actor) or bool({w.removesuffix("s") for w in words} & lists("own_services"))
    return served and (actor.country is None or not own or actor.country in own)


def _was_before(verb: Token) -> bool:
    """Is it told as the story so far: had asked? Behind "told reporters that" it is only what was said then."""
    told = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and verb.head.lemma_.lower() in lists("telling")
    return not told and any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def _is_unclear(deed: Token) -> bool:
    """Is what is asked told by a pronoun alone, so that a line could not be understood: "asked Oslo to hold it earlier"?"""
    verb = next((c for c in deed.children if c.dep_ == "xcomp"), deed)
    patient = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    bare = bool(patient) and all(c.lower_ in ("it", "this", "that", "them") for c in patient)
    told = deed.dep_ == "ccomp" and any(
        t.dep_ == "dobj" and t.pos_ == "NOUN" for t in verb.doc[verb.sent.start : deed.head.i]
    )
    named = any(t.pos_ in ("PROPN", "NUM") for t in verb.subtree)
    return bare and not named and not told  # "called the vote a farce and asked that it be put off"


def _is_bare(deed: Token) -> bool:
    """Does it only name again what was asked, "the session", "to take the step"?"""
    noun = deed if deed.pos_ == "NOUN" else next((c for c in deed.children if c.dep_ == "dobj"), None)
    if noun is None or noun.pos_ != "NOUN":
        return False
    definite = any(c.lower_ == "the" for c in noun.children)
    timed = ("npadvmod", "punct", "det")
    dated = {c.i for c in noun.children if any(o.ent_type_ == "DATE" for o in c.children)}
    return definite and not any(c.dep_ not in timed and c.i not in dated for c in noun.children)


def points_back(deed: Token) -> bool:
    """Does a deed only point at what was asked before: the idea, that far, do so?"""
    rights = [c for c in deed.children if c.i > deed.i and not c.is_punct]
    if deed.pos_ in ("NOUN", "PRON", "DET"):
        said = any(c.dep_ in ("acl", "relcl", "ccomp", "prep", "amod") for c in rights)
        return deed.lower_ in lists("pointing") and not said
    far = {"that", "so", "this", "far", "it"}
    return deed.lemma_ in lists("pointing_verbs") and all({t.lower_ for t in c.subtree} & far for c in rights)
