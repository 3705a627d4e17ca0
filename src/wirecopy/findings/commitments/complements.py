"""What is threatened, promised, demanded or refused: the complement of a verb that commits, by the frames it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.drafts import Scene
from wirecopy.findings.commitments.objects import Found, bidden, in_quotes, is_noun, is_sum, sought
from wirecopy.findings.voices import lists, table

if TYPE_CHECKING:
    from spacy.tokens import Token


def denied(verb: Token) -> bool:
    """Is the verb itself negated ("not to stage protests"), or is there none of the thing ("no retaliation")?"""
    none = (c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass"))
    nobody = any(c.lower_ in ("none", "nobody") for c in none)
    return nobody or any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for c in verb.children)


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
    return _of_passive(verb) or _called(verb) if {"object", "clause", "out", "deed", "put"} & set(frames) else None


def _called(verb: Token) -> Found | None:
    """rejected as unacceptable | a demand that …: the parse takes it for what "as" governs."""
    links = (c for c in verb.children if c.lower_ == "as" and c.i == verb.i + 1)
    goods = next((o for c in links for o in c.children if o.dep_ == "pobj" and is_noun(o)), None)
    first = next((t for t in goods.lefts if t.dep_ == "det"), None) if goods is not None else None
    verdict = first is not None and first.nbor(-1).pos_ == "ADJ" and first.i > verb.i + 2
    return (goods, first.idx, None) if goods is not None and first is not None and verdict else None


def _of_passive(verb: Token) -> Found | None:
    """A withdrawal was demanded by the bishops: the subject, where it is told by whom."""
    goods = next((c for c in verb.children if c.dep_ == "nsubjpass" and is_noun(c)), None)
    told = (
        goods is not None and any(c.dep_ == "agent" for c in verb.children) and verb.dep_ in ("ROOT", "ccomp", "conj")
    )
    plain = told and goods is not None and goods.lemma_.lower() not in lists("hands") | lists("claims")
    return (goods, goods.left_edge.idx, None) if plain and goods is not None else None


def _framed(scene: Scene, verb: Token, frame: str, comps: list[Token], infinitive: Token | None) -> Found | None:
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    if frame == "infinitive" and infinitive is not None and not objects:
        return infinitive, _from(infinitive), None
    if frame == "infinitive" and infinitive is not None and objects[0].lower_.endswith(("self", "selves")):
        return infinitive, _from(infinitive), None
    if frame == "doom":
        return _doom(scene, verb, objects)
    if frame == "against":
        return _against(scene, verb, objects)
    if frame in ("other", "other_not"):
        return _asked(scene, verb, frame, comps, infinitive, objects)
    if frame == "clause":
        return _clause(scene, verb, comps)
    if frame in ("object", *_GOODS):
        found = _object(scene, objects)
        return (
            found
            if found and (frame == "object" or {found[0].lower_, found[0].lemma_.lower()} & _GOODS[frame]())
            else None
        )
    return _prepositional(scene, verb, frame, objects)


def _asked(
    scene: Scene, verb: Token, frame: str, comps: list[Token], infinitive: Token | None, objects: list[Token]
) -> Found | None:
    """urged Quito to leave; wants the hostages freed; warned them not to come."""
    done = (
        c
        for c in comps
        if c.tag_ == "VBN" and c.dep_ == "ccomp" and not any(a.dep_ in ("aux", "auxpass") for a in c.children)
    )
    deed = infinitive or next(done, None)
    if deed is None:
        return None
    own = next((c for c in deed.children if c.dep_ in ("nsubj", "nsubjpass") and verb.i < c.i < deed.i), None)
    bidden = (c for c in verb.lefts if c.dep_ == "nsubjpass" and any(a.dep_ == "agent" for a in verb.children))
    whom = own if own is not None else next((o for o in (*objects, *bidden) if o.i < deed.i), None)
    if whom is None or (frame == "other_not" and not denied(deed)):
        return None
    if whom.lower_ in ("most", "some", "many", "all", "half", "part", "several", "majority"):  # most of its staff
        whom = next((o for c in whom.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), whom)
    if verb.lemma_ == "call" and deed.i > 1 and deed.nbor(-2).tag_ in ("JJ", "JJR", "RBR"):
        return None  # calls them harder to deal with
    if deed.tag_ == "VBN" and not any(c.dep_ == "auxpass" for c in deed.children):
        return deed, whom.left_edge.idx, None
    return deed, _from(deed), scene.parties.party(whom)


def _against(scene: Scene, verb: Token, objects: list[Token]) -> Found | None:
    """warned Hanoi against a test: whoever is named is not to do it."""
    link = next((c for c in verb.children if c.lower_ == "against" and c.dep_ == "prep" and c.i > verb.i), None)
    whom = next((o for o in objects if link is not None and o.i < link.i), None)
    inner = next((o for o in link.children if o.dep_ in ("pobj", "pcomp")), None) if link is not None else None
    party = scene.parties.named(whom) if whom is not None else None
    return (inner, link.idx, party) if link is not None and inner is not None and party else None


def _doom(scene: Scene, verb: Token, objects: list[Token]) -> Found | None:
    """warned Beijing of serious consequences."""
    links = [c for c in verb.children if c.lower_ in ("of", "about") and c.dep_ == "prep" and c.i > verb.i]
    links += [c for o in objects for c in o.children if c.lower_ == "of" and c.dep_ == "prep"]
    nouns = lists("answering") | lists("penalties") | {"price", "cost", "costs"}
    goods = next(
        (o for c in links for o in c.children if o.dep_ == "pobj" and {o.lemma_.lower(), o.lower_} & nouns), None
    )
    if goods is None:
        return None
    return goods, goods.left_edge.idx, scene.parties.party(objects[0]) if objects else None


def _clause(scene: Scene, verb: Token, comps: list[Token]) -> Found | None:
    """demanded that Bangkok pull out: the action without its doer, where the doer is the one asked."""
    deed = next((c for c in comps if c.dep_ == "ccomp"), None)
    if deed is None or deed.i < verb.i:
        return None
    if deed.left_edge.tag_ == "WP":
        return None if verb.lemma_ == "ask" else (deed, deed.left_edge.idx, None)  # asked what it cost
    kind = table("verbs")[verb.lemma_.lower()]
    doer = next((c for c in deed.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > verb.i), None)
    modal = next((c for c in deed.lefts if c.tag_ == "MD" and c.i > verb.i + 1), None)
    own = modal.nbor(-1) if modal is not None else None
    if doer is None and own is not None and own.pos_ == "NOUN" and own.head == verb:
        return deed, own.left_edge.idx, None  # promised women would be allowed
    words = {c.lower_ for c in deed.children}
    asks = (
        (deed.tag_ == "VB" and not _has_modal(deed))
        or (deed.tag_ == "VBP" and doer is not None and doer.tag_ in ("NN", "NNP"))  # a subjunctive: that Oslo reform
        or (deed.tag_ == "VBP" and verb.tag_ == "VBD" and doer is not None and doer.tag_ == "NNS")  # no backshift
        or bool(words & {"must", "should", "to"})
        or ("be" in words and not _has_modal(deed))
    )
    if kind == "demand" and verb.lemma_ in ("insist", "ask", "urge", "request", "require", "order") and not asks:
        return None
    if doer is not None and doer.lower_ in ("nothing", "nobody", "none", "those", "whoever", "anyone", "everyone"):
        return deed, doer.idx, None  # without it the words say the contrary, or not who will suffer
    if kind == "demand" and doer is not None and doer.dep_ == "nsubjpass" and doer.lower_ in ("it", "they"):
        return deed, doer.idx, None  # asked that | it be put off
    if any(c.dep_ == "expl" for c in deed.children) and (
        what := next((c for c in deed.rights if c.dep_ == "attr"), None)
    ):
        return deed, what.left_edge.idx, None  # that there would be | no amnesty
    party = scene.parties.party(doer) if doer is not None and doer.pos_ != "PRON" else None
    if doer is not None and (doer.dep_ == "nsubjpass" or party is None or party[0].anonymous) and doer.pos_ != "PRON":
        return deed, doer.left_edge.idx, party if kind == "demand" and doer.dep_ == "nsubj" else None
    return deed, _from(deed), party if kind == "demand" else None


_PARTICLES = frozenset(("out", "down", "aside", "off"))


def _put_forward() -> frozenset[str]:
    """The nouns of what somebody else has put forward, and may be turned down."""
    return lists("asked") | lists("asked plural") | lists("meddling")


# What the object must be for a verb that has other objects too: wants a pledge, threatened measures, excluded the use.
_GOODS: Mapping[str, Callable[[], frozenset[str]]] = {
    "assurance": lambda: lists("assurances"),
    "harm": lambda: lists("doom") | lists("harm"),
    "deed": lambda: lists("excluded"),
    "meddling": lambda: lists("meddling"),
    "put": _put_forward,
    "declined": lambda: _put_forward() | lists("declinable"),
    "tabled": lambda: lists("tabled"),
}


def _is_person(scene: Scene, goods: Token) -> bool:
    """Is the object somebody ("what the king promised the duke"), so that it tells no deed?"""
    found = scene.parties.at(goods)
    return bool(
        found
        and found.actor
        and found.actor.kind in ("person", "organisation", "state")
        and found.span.end == goods.idx + len(goods.text)
    )


def is_put_forward(goods: Token) -> bool:
    """Is somebody or some country offered as a thing: "offered Oman as a venue", "offered his envoy as a mediator"?"""
    return goods.head.lemma_ == "offer" and any(c.lower_ == "as" for c in (*goods.children, *goods.head.children))


def _object(scene: Scene, objects: list[Token]) -> Found | None:
    """rejects any autonomy; guaranteed safe passage to the families."""
    nouns = [o for o in objects if o.dep_ == "dobj" and (o.pos_ in ("NOUN", "PROPN") or is_sum(o))]
    goods = nouns[0] if nouns else None
    if goods is not None and len(nouns) > 1 and in_quotes(goods, nouns[-1]):
        return nouns[-1], nouns[-1].left_edge.idx, scene.parties.party(goods)
    quoted = (
        next((c for c in goods.children if c.dep_ == "appos" and c.pos_ == "NOUN"), None) if goods is not None else None
    )
    if goods is not None and quoted is not None and in_quotes(goods, quoted):
        return quoted, quoted.left_edge.idx, scene.parties.party(goods)  # promised the king “full support”
    if goods is None or (_is_person(scene, goods) and not is_put_forward(goods)):
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
        return sought(scene, verb, objects)
    if frame == "meeting":
        return bidden(scene, verb, objects)
    blames = any(c.dep_ in ("prt", "dobj") or (c.lower_ == "on" and not _dates(scene, c)) for c in verb.children)
    if verb.lemma_ == "call" and frame == "for" and blames:
        return None  # called out Peking for dumping
    link = next(
        (
            c
            for c in verb.children
            if c.lower_ == frame and c.i > verb.i and c.dep_ in ("prep", "prt", "dative") and not _dates(scene, c)
        ),
        None,
    )
    if link is None:
        return None
    if frame in _PARTICLES:
        after = link.i if frame == "out" else verb.i  # "turned the offer down"
        deed = next(
            (c for c in verb.children if c.i > after and c.dep_ in ("dobj", "xcomp", "ccomp", "pcomp", "advcl")), None
        )
        if deed is None or (frame != "out" and not {deed.lemma_.lower(), deed.lower_} & _put_forward()):
            return None
        return deed, deed.left_edge.idx, None
    inner = next((o for o in link.children if o.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        return None
    whom = objects[0] if objects and objects[0].i < link.i else None
    if frame == "for" and verb.lemma_ == "appeal" and whom is None:
        heard = (o for c in verb.children if c.lower_ == "to" and c.i < link.i for o in c.children)
        whom = next((o for o in heard if o.dep_ == "pobj"), None)
    if (
        frame in ("on", "to", "for", "with")
        and inner.pos_ in ("NOUN", "PROPN", "PRON")
        and verb.lemma_ in ("call", "appeal", "press", "push", "plead")
    ):
        deed = _infinitive_after(scene, inner)
        if deed is not None:
            return deed, _from(deed), scene.parties.party(inner)
        if frame in ("on", "to") or verb.lemma_ == "plead":
            return None
    return inner, inner.left_edge.idx, scene.parties.party(whom) if whom is not None else None


def _has_modal(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in verb.children)


def _dates(scene: Scene, link: Token) -> bool:
    """Does a preposition only date the verb: insisted *on Monday* that …?"""
    times = [e.span for e in scene.parties.passage.expressions]
    near = [o for o in link.children if o.dep_ == "pobj"]
    return any(o.ent_type_ in ("DATE", "TIME") or any(t.start <= o.idx < t.end for t in times) for o in near)


def _infinitive_after(scene: Scene, noun: Token) -> Token | None:
    """The verb of the next "to …" behind a noun phrase, within a few words; "to de-escalate" is parsed in three pieces."""
    edge = min(noun.i + 9, scene.sentence.end)
    for token in noun.doc[noun.i + 1 : edge]:
        if token.tag_ == "TO" and token.head.tag_ == "VB" and token.head.i > token.i:
            return token.head
        if token.lower_ == "to" and token.i + 2 < edge and token.nbor(2).text == "-":
            return token.nbor(1)
    return None


def _from(deed: Token) -> int:
    """Where a deed's words start: behind "to", with its negation."""
    first = deed
    for child in deed.lefts:
        if child.dep_ in ("neg", "auxpass") or (child.lower_ == "be" and child.dep_ == "aux"):
            first = child if child.i < first.i else first
    return first.idx
