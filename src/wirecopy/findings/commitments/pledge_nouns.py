"""Commitments made by a noun: a demand for, an assurance that, the insistence on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.addressees import targets
from wirecopy.findings.commitments.drafts import Draft, Party, Scene, whole
from wirecopy.findings.commitments.pledge_parties import makers
from wirecopy.findings.commitments.pledge_words import is_asserted
from wirecopy.findings.commitments.stretches import condition_for, stretch
from wirecopy.findings.counted import subject
from wirecopy.findings.voices import is_watcher, lists, voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = {"insistence": "on", "commitment": "to"}  # behind other nouns what is asked stands behind "for"


def received(scene: Scene, noun: Token) -> Iterator[Draft]:
    """was given an assurance by the king that …: a promise of who gave it, told by who got it."""
    verb = noun.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    got = verb.lemma_ == "give" if passive else verb.lemma_.lower() in lists("receiving")
    behind = (c for c in (*noun.children, *verb.children) if c.i > noun.i and c.dep_ in ("acl", "ccomp", "relcl"))
    clause = next((c for c in behind if _finite(c)), None)
    if noun.dep_ != "dobj" or not got or clause is None or not is_asserted(verb):
        return
    links = (c for up in (noun, verb) for c in up.children if c.lower_ in ("by", "from") and c.i < clause.i)
    giver = next((p for c in links for o in c.children if (p := scene.parties.named(o))), None)
    told, taker = voice(scene.parties, verb), subject(verb)
    party = scene.parties.named(taker) if taker is not None else None
    if party is None and taker is not None and taker.pos_ == "PRON" and told is not None and told.actor is not None:
        party = (told.actor, told.span) if told.span is not None else None
    if giver is None or (told is not None and is_watcher(told)):
        return
    end = told.end if told is not None and told.end > noun.idx else scene.sentence.end_char
    first = clause.left_edge.nbor() if clause.left_edge.lower_ == "that" else clause.left_edge
    to = (party,) if party is not None and party[0].id != giver[0].id else ()
    yield Draft("promise", stretch(scene, clause, end, first.idx), None, (giver,), to, clause, noun.text, told)


def _finite(verb: Token) -> bool:
    """Is it a clause with a modal, which tells what will be: "an assurance that there would be no attack"?"""
    return any(c.tag_ == "MD" for c in verb.children)


def by_noun(scene: Scene, noun: Token, kind: str) -> Iterator[Draft]:
    """presented Biden with a demand for guarantees; the Kremlin's demand that …; a set of demands, including …"""
    verb = next((up for up in noun.ancestors if up.pos_ == "VERB"), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or _maker(noun)
    handed = verb is not None and verb.lemma_ in lists("handing") and noun.dep_ in ("dobj", "pobj", "conj", "appos")
    if (
        handed
        and noun.dep_ == "pobj"
        and (noun.head.lower_ not in ("with", "to", "of") or noun.head.head.pos_ == "NOUN")
    ):
        handed = noun.head.head.lower_ in ("set", "list", "series", "number")
    if noun.dep_ in ("conj", "appos") and noun.head.head != verb:
        handed = False
    if verb is not None and any(t.text == ":" for t in noun.doc[verb.i : noun.i]):
        handed = False  # "… but not what it wants most: a promise that …"
    if owner is None and not (handed and verb is not None):
        return
    if noun.dep_ == "dobj" and noun.head.lemma_ in lists("revoking"):
        return  # "dropped its threat to": it is taken back, and not made
    told = voice(scene.parties, noun)
    if told is not None and is_watcher(told):
        return
    party = scene.parties.named(owner) if owner is not None else None
    by: tuple[Party, ...] = (party,) if party else (makers(scene, verb, told) if handed and verb is not None else ())
    if not by:
        return
    whom = (
        next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c != noun), None)
        if handed and verb is not None
        else None
    )
    whom = whom if whom is not None else _bound(noun, "to")
    other = scene.parties.named(whom) if whom is not None else None
    limit = told.end if told and told.end > noun.idx else scene.sentence.end_char
    if noun.dep_ in ("nsubj", "nsubjpass"):
        limit = min(limit, whole(noun)[1])
    for start, deed in _contents(scene, noun):
        action = stretch(scene, deed, limit, start)
        to = (other,) if other else targets(scene, None, by, None, action)
        condition = condition_for(scene, action, (noun.idx, limit))
        yield Draft(kind, action, condition.words if condition else None, by, to, deed, noun.text, told)


def _bound(noun: Token, *links: str) -> Token | None:
    """The noun behind a preposition of another: an ultimatum | to Seoul, a threat | by Riyadh."""
    inner = (o for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in links for o in c.children)
    return next((o for o in inner if o.dep_ == "pobj"), None)


def _maker(noun: Token) -> Token | None:
    """Who makes it, behind it: a threat by Riyadh; an ultimatum was issued by the army."""
    verb = noun.head
    issued = noun.dep_ == "nsubjpass" and verb.lemma_ in lists("handing")
    return _bound(noun, "by", "from") or (_bound(verb, "by") if issued else None)


def _is_bound(deed: Token) -> bool:
    """Is one committed to doing something or to defending somebody, and not to peace, a treaty or a principle?"""
    return deed.tag_ == "VBG" or deed.lemma_.lower() in ("defence", "defense", "protection", "withdrawal")


def _is_named(scene: Scene, noun: Token) -> bool:
    """Is it a person by name, whom one calls, and does not ask for?"""
    party = scene.parties.named(noun)
    return party is not None and party[0].kind == "person" and not any(c.tag_ == "TO" for c in noun.children)


def _is_state(deed: Token) -> bool:
    """Is it how things are, which nobody can promise: "gave assurances that the dam is safe"?"""
    modal = any(c.tag_ in ("MD", "TO") or c.dep_ == "xcomp" for c in deed.children)
    return deed.lemma_ == "be" and deed.tag_ in ("VBZ", "VBP", "VBD") and not modal


def _given(noun: Token) -> Token | None:
    """What a promise or an offer is of: 1,500 doctors; the parse may hang it on who makes it."""
    if noun.lemma_ not in ("promise", "pledge", "offer"):
        return None
    maker = _bound(noun, "by", "from")
    return _bound(noun, "of") or (_bound(maker, "of") if maker is not None else None)


def _contents(scene: Scene, noun: Token) -> Iterator[tuple[int, Token]]:
    """What a demand is for: its "for …", "that …" or "to …", or what stands behind "including"; what an offer is of."""
    given = _given(noun)
    if given is not None:
        yield given.left_edge.idx, given
        return
    for child in noun.rights:
        if child.lower_ == _LINKS.get(noun.lemma_.lower(), "for") and child.dep_ == "prep":
            inner = next((o for o in child.children if o.dep_ in ("pobj", "pcomp")), None)
            if noun.lemma_ == "call" and inner is not None and _is_named(scene, inner):
                return  # "the palace's call for the premier": a talk
            if inner is not None and not (noun.lemma_ == "commitment" and not _is_bound(inner)):
                yield inner.left_edge.idx, inner
                return
        if noun.lemma_ in ("guarantee", "assurance") and child.lower_ in ("on", "of", "about", "over"):
            yield noun.left_edge.idx, noun
            return
        if (
            child.dep_ in ("acl", "relcl", "ccomp")
            and noun.lemma_ != "call"
            and child.pos_ in ("VERB", "AUX")
            and any(c.lower_ in ("that", "to") for c in child.children)
        ):
            marks = [c for c in child.children if c.lower_ in ("that", "to")]
            if child.dep_ != "relcl" and not _is_state(child):
                yield (marks[0].i + 1 < len(noun.doc) and noun.doc[marks[0].i + 1].idx) or child.idx, child
                return
    if noun.lemma_ == "call":
        return  # "Oslo's call with Lima, to hear …"
    after = noun.doc[noun.i + 1 : min(noun.i + 14, scene.sentence.end)]
    listing = next((t for t in after if t.lower_ == "including"), None)
    if listing is not None:
        first = next((o for o in listing.children if o.dep_ == "pobj"), None)
        for item in (first, *first.conjuncts) if first is not None else ():
            if item.i > listing.i:
                yield item.left_edge.idx, item
