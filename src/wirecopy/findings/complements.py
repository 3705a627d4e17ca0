"""What is threatened, promised, demanded or refused: the complement of a verb that commits, by the frames it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.drafts import Party, Scene
from wirecopy.findings.voices import table

if TYPE_CHECKING:
    from spacy.tokens import Token


def denied(verb: Token) -> bool:
    """Is the verb itself negated ("not to stage protests")?"""
    return any(c.dep_ == "neg" for c in verb.children)


Found = tuple["Token", "int | None", "Party | None"]


def complement(scene: Scene, verb: Token, frames: tuple[str, ...]) -> Found | None:
    """The deed (its verb or noun), where its words start, and the party that it is asked of."""
    comps = [
        c
        for c in verb.children
        if c.i > verb.i and c.dep_ in ("xcomp", "ccomp", "advcl", "dep", "conj") and c.i < scene.sentence.end
    ]
    infinitive = next(
        (c for c in comps if any(a.lower_ == "to" and a.dep_ == "aux" for a in c.children) and c.dep_ != "conj"), None
    )
    for frame in frames:
        found = _framed(scene, verb, frame, comps, infinitive)
        if found:
            return found
    return None


def _framed(scene: Scene, verb: Token, frame: str, comps: list[Token], infinitive: Token | None) -> Found | None:
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    if frame == "infinitive" and infinitive is not None and not objects:
        return infinitive, _from(infinitive), None
    if frame == "infinitive" and infinitive is not None and objects[0].lower_.endswith(("self", "selves")):
        return infinitive, _from(infinitive), None
    if frame in ("other", "other_not"):
        return _asked(scene, verb, frame, comps, infinitive, objects)
    if frame == "clause":
        return _clause(scene, verb, comps)
    if frame == "object":
        return _object(scene, objects)
    return _prepositional(scene, verb, frame, objects)


def _asked(
    scene: Scene, verb: Token, frame: str, comps: list[Token], infinitive: Token | None, objects: list[Token]
) -> Found | None:
    """urged Quito to leave; wants the hostages freed; warned them not to come."""
    deed = infinitive or next((c for c in comps if c.tag_ == "VBN" and c.dep_ == "ccomp"), None)
    if deed is None:
        return None
    own = next((c for c in deed.children if c.dep_ in ("nsubj", "nsubjpass") and verb.i < c.i < deed.i), None)
    whom = own if own is not None else next((o for o in objects if o.i < deed.i), None)
    if whom is None or (frame == "other_not" and not denied(deed)):
        return None
    if deed.tag_ == "VBN" and not any(c.dep_ == "auxpass" for c in deed.children):
        return deed, whom.left_edge.idx, None
    return deed, _from(deed), scene.parties.party(whom)


def _clause(scene: Scene, verb: Token, comps: list[Token]) -> Found | None:
    """demanded that Bangkok pull out: the action without its doer, where the doer is the one asked."""
    deed = next((c for c in comps if c.dep_ == "ccomp"), None)
    if deed is None or deed.i < verb.i:
        return None
    if deed.left_edge.tag_ == "WP":
        return deed, deed.left_edge.idx, None
    kind = table("verbs")[verb.lemma_.lower()]
    doer = next((c for c in deed.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > verb.i), None)
    asks = deed.tag_ == "VB" or any(c.lower_ in ("must", "should", "to") for c in deed.children)
    if kind == "demand" and verb.lemma_ in ("insist", "ask", "urge", "request", "require", "order") and not asks:
        return None
    party = scene.parties.party(doer) if doer is not None and doer.pos_ != "PRON" else None
    if doer is not None and (doer.dep_ == "nsubjpass" or party is None or party[0].anonymous) and doer.pos_ != "PRON":
        return deed, doer.left_edge.idx, party if kind == "demand" and doer.dep_ == "nsubj" else None
    return deed, _from(deed), party if kind == "demand" else None


def _object(scene: Scene, objects: list[Token]) -> Found | None:
    """rejects any autonomy; guaranteed safe passage to the families."""
    goods = next((o for o in objects if o.dep_ == "dobj" and o.pos_ in ("NOUN", "PROPN")), None)
    if goods is None:
        return None
    whom = next((o for o in objects if o.dep_ == "dative" and o.pos_ != "ADP"), None)
    if whom is None:
        ways = [c for c in (*goods.children, *goods.head.children) if c.dep_ in ("prep", "dative") and c.lower_ == "to"]
        whom = next((o for c in ways for o in c.children if o.dep_ == "pobj"), None)
    party = scene.parties.party(whom) if whom is not None else None
    return goods, goods.left_edge.idx, party


def _prepositional(scene: Scene, verb: Token, frame: str, objects: list[Token]) -> Found | None:
    """called on both armies to stop; asked Moscow for guarantees; ruled out sending soldiers; wants an apology from Manila."""
    if frame == "from":
        goods = next((o for o in objects if o.dep_ == "dobj"), None)
        source = next((c for c in goods.children if c.lower_ == "from") if goods is not None else iter(()), None)
        source = source or next((c for c in verb.children if c.lower_ == "from" and goods is not None), None)
        whom = next((o for o in source.children if o.dep_ == "pobj"), None) if source is not None else None
        return (
            (goods, goods.left_edge.idx, scene.parties.party(whom)) if goods is not None and whom is not None else None
        )
    link = next(
        (c for c in verb.children if c.lower_ == frame and c.i > verb.i and c.dep_ in ("prep", "prt", "dative")), None
    )
    if link is None:
        return None
    if frame == "out":
        deed = next(
            (c for c in verb.children if c.i > link.i and c.dep_ in ("dobj", "xcomp", "ccomp", "pcomp", "advcl")), None
        )
        return (deed, deed.left_edge.idx, None) if deed is not None else None
    inner = next((o for o in link.children if o.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        return None
    whom = objects[0] if objects and objects[0].i < link.i else None
    if (
        frame in ("on", "to", "for")
        and inner.pos_ in ("NOUN", "PROPN", "PRON")
        and verb.lemma_ in ("call", "appeal", "press", "push")
    ):
        deed = _infinitive_after(scene, inner)
        if deed is not None:
            return deed, _from(deed), scene.parties.party(inner)
        if frame in ("on", "to"):
            return None
    return inner, inner.left_edge.idx, scene.parties.party(whom) if whom is not None else None


def _infinitive_after(scene: Scene, noun: Token) -> Token | None:
    """The verb of the next "to …" behind a noun phrase, within a few words."""
    edge = min(noun.i + 9, scene.sentence.end)
    return next(
        (t.head for t in noun.doc[noun.i + 1 : edge] if t.tag_ == "TO" and t.head.tag_ == "VB" and t.head.i > t.i), None
    )


def _from(deed: Token) -> int:
    """Where a deed's words start: behind "to", with its negation."""
    first = deed
    for child in deed.lefts:
        if child.dep_ in ("neg", "auxpass") or (child.lower_ == "be" and child.dep_ == "aux"):
            first = child if child.i < first.i else first
    return first.idx
