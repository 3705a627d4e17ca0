"""Whose side a commitment's subject is on, and to whom it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.commitments.conditions import Condition
from wirecopy.findings.commitments.drafts import Party, Scene, Stretch, foreign, is_hand, solid, whole
from wirecopy.findings.voices import Voice, lists
from wirecopy.language.actors import gazetteer
from wirecopy.model import Actor, Span
from wirecopy.reports.outlets import outlet_named

if TYPE_CHECKING:
    from spacy.tokens import Token

_OURS = frozenset(["our", "my", "we", "us", "i", "ours"])
_THEIRS = frozenset(["his", "her", "their", "its", "he", "she", "it", "they"])


def side(scene: Scene, subject: Token | None, told: Voice | None) -> tuple[Party, ...] | None:
    """Whose deed it is, seen from the speaker: the subject's actor, or the speaker for "we", "our guns", "the frozen billions".

    None where it is another's: Washington speaks of what Moscow will do.
    """
    speaker: tuple[Party, ...] = ((told.actor, told.span),) if told and told.actor else ()
    if subject is None or subject.lower_ in _OURS or any(c.lower_ in _OURS for c in subject.children):
        return speaker or None
    several = (told.noun, *told.noun.conjuncts) if told and told.noun is not None and not told.direct else ()
    if subject.lower_ == "they" and len(several) > 1:
        return tuple(p for one in several if (p := scene.parties.named(one))) or speaker or None
    found = scene.parties.at(subject)
    if found is not None and found.actor is not None and subject.lower_ == "it" and not _listens(found.actor):
        found = None  # "told the Commons that it would send rifles"
    owner = next((c for c in subject.children if c.dep_ == "poss" and c.lower_ in _THEIRS), None)
    undergoes = subject.dep_ == "nsubjpass"  # what is done to it is the speaker's deed
    if (owner is not None or undergoes) and speaker and not (found and found.actor and solid(found.actor)):
        return speaker
    if found and found.actor:
        if told and told.actor and foreign(found.actor, told.actor):
            return None
        if speaker and is_hand(found.actor):
            return speaker
        others = (scene.parties.at(one) for one in subject.conjuncts)
        return tuple((m.actor, m.span) for m in (found, *others) if m and m.actor)
    if subject.lower_ in ("he", "she", "they") and told and told.direct and _in_quotes(scene, subject, told):
        return None  # who speaks says "I" and "we" of himself
    if subject.lower_ in _THEIRS or any(c.lower_ in _THEIRS and c.dep_ == "poss" for c in subject.children):
        return speaker or None
    if subject.pos_ in ("NOUN", "PROPN", "DET", "PRON", "NUM"):
        named = scene.parties.named(subject)
        if named and told and told.actor and foreign(named[0], told.actor):
            return None
        return speaker or None
    return speaker or None


def _in_quotes(scene: Scene, word: Token, told: Voice) -> bool:
    """Does a word stand between quotation marks?"""
    first = min(told.start, scene.sentence.start_char)
    before = scene.text[max(0, first - 1) : word.idx]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def targets(
    scene: Scene, told: Voice | None, by: tuple[Party, ...], condition: Condition | None, action: Stretch | None
) -> tuple[Party, ...]:
    """To whom: the addressee, else who would have to act for the condition, else whom the action names."""
    mine = {actor.id for actor, _ in by} | {told.actor.id if told and told.actor else ""}
    own = {actor.country for actor, _ in by if actor.kind == "person"}  # a state's id is its country
    mine |= {role.organisation for actor, _ in by for role in actor.roles if role.organisation}  # his own state
    if told:
        heard = (_state_of_counterpart(p) for p in told.addressee)
        addressed = tuple(p for p in heard if p[0].id not in mine and _listens(p[0]))
        if addressed:
            return addressed
    if condition is not None and condition.root is not None:
        doing = ("nsubj", "nsubjpass", "poss", *(("compound",) if condition.root.dep_ == "advcl" else ()))
        subjects = [c for c in condition.root.children if c.dep_ in doing]
        parties = [p for s in subjects if (p := scene.parties.named(s)) and p[0].id not in mine | own]
        suffers = any(s.dep_ == "nsubjpass" for s in subjects)
        if _is_failing(condition.root):
            return ()  # "if the council fails to bring progress" threatens no council
        if parties and not parties[0][0].anonymous and not suffers:
            return (parties[0],)
        open_subject = any(s.pos_ == "PRON" for s in subjects)
    else:
        parties, open_subject, suffers = [], False, False
    places = (condition.words if condition and not open_subject else None, action)
    for part in reversed(places) if suffers else places:
        inside = scene.parties.within(*part) if part else ()
        if condition is not None and part == condition.words:
            inside = tuple(m for m in inside if not _is_victim(condition, m.span) and not _is_place(scene, m.span))
        others = [m for m in inside if m.actor and _answerable(m.actor) and not {m.actor.id, m.actor.name} & mine]
        others = [m for m in others if scene.text[m.span.start : m.span.end].lower() not in _THEIRS]
        others = [m for m in others if m.actor and m.actor.id not in own]
        others.sort(key=lambda m: bool(_OWNER.search(scene.text[max(0, m.span.start - 12) : m.span.start])))
        named = next((m for m in others if _is_opposed(scene, m.span)), others[0] if others else None)
        if named and named.actor:
            joined = (m for m in others if scene.text[named.span.end : m.span.start] == " and ")
            return tuple((m.actor, m.span) for m in (named, *joined) if m.actor)[:2]
    if condition is not None and condition.root is not None and not parties:
        doers = (c for c in condition.root.children if c.dep_ == "nsubj" and c.pos_ == "NOUN")
        return tuple(p for c in doers if _is_heard(c, by) and (p := scene.parties.party(c)))[:1]
    return tuple(p for p in parties[:1] if _is_people(p[0]))


def crossers(scene: Scene, told: Voice | None, by: tuple[Party, ...], words: Stretch) -> tuple[Party, ...]:
    """For whom a red line is drawn: who is addressed, else who would cross it; not the country where it would happen.

    "Any delivery of Chadian guns to Mali" warns Chad.
    """
    found = targets(scene, told, by, None, words)
    if any(span is None or not words[0] <= span.start < words[1] for _, span in found):
        return found
    mine = {one for actor, _ in by for one in (actor.id, actor.country)}
    inside = ((m.actor, m.span) for m in scene.parties.within(*words) if m.actor and _answerable(m.actor))
    named = (*found, *inside, *_of_adjective(scene, words))
    others = (party for party in named if not {party[0].id, party[0].country} & mine)
    return tuple(dict.fromkeys(party for party in others if not _is_goal(scene, party)))[:1]


def _of_adjective(scene: Scene, words: Stretch) -> Iterator[Party]:
    """The states that the adjectives in some words tell: of "Chadian guns" Chad."""
    tokens = scene.sentence.doc.char_span(*words, alignment_mode="expand")
    codes = {adjective: code for code, adjective in gazetteer.adjectives().items()}
    for token in tokens if tokens is not None else ():
        state = gazetteer.load().actors.get(codes.get(token.text, ""))
        if state is not None:
            yield state, None


_GOAL = re.compile(r"\b(?:to|into|onto|in|inside|within|on|over|against|for|near|around)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_goal(scene: Scene, party: Party) -> bool:
    """Is it the country where something would happen, or to which it would be done? A body that is joined answers for it."""
    actor, span = party
    country = actor.kind in ("state", "place", "person")
    return country and span is not None and bool(_GOAL.search(scene.text, max(0, span.start - 16), span.start))


def _is_heard(doer: Token, by: tuple[Party, ...]) -> bool:
    """Can those without a name be spoken to: the mining company, or, by who is no state, the government?"""
    ruled = all(actor.kind in ("group", "organisation") and actor.country is not None for actor, _ in by)
    return doer.lower_ in lists("heard") or (ruled and doer.lower_ in lists("cabinets"))


def _state_of_counterpart(party: Party) -> Party:
    """The state, where only somebody's counterpart is told: "told his Ethiopian counterpart"."""
    actor, span = party
    state = gazetteer.load().actors.get(actor.country) if actor.country and actor.anonymous else None
    return (state, span) if state is not None and actor.name.lower().endswith("counterpart") else party


def _listens(actor: Actor) -> bool:
    """Is it somebody of whom something is asked, and not the press, a parliament or one's own staff?"""
    deaf = actor.name.lower().split()[-1] in lists("crowd") | lists("own")
    return not deaf and outlet_named(actor.name) is None


_FAILING = frozenset(("fail", "collapse", "end", "stall", "break", "bring", "produce", "yield"))


def _is_failing(root: Token) -> bool:
    """Is it talks that would fail, and nobody's deed?"""
    return root.lemma_.lower() in _FAILING and any(
        c.lemma_.lower() in lists("meetings") | {"council", "meeting", "conference", "negotiation"}
        for s in root.children
        if s.dep_ in ("nsubj", "nsubjpass")
        for c in (s, *s.conjuncts)
    )


def _answerable(actor: Actor) -> bool:
    """Is it somebody with a name, or a state's force, for which that state answers ("any Russian forces")?"""
    return solid(actor) or (is_hand(actor) and actor.country is not None)


def _is_people(actor: Actor) -> bool:
    """Can it be spoken to at all: somebody with a name, or fighters, but not rockets or migrants?"""
    last = actor.name.lower().split()[-1]
    return not actor.anonymous or last in lists("hands") | lists("forces") | lists("heard")


# "Rifles from the stocks of the army to Chad" go to Chad.
_OWNER = re.compile(r"\b(?:of|from)\s+(?:the\s+)?$", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:to|in|at|near|on|over|from|into|around)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_place(scene: Scene, span: Span) -> bool:
    """Is it only where something would happen, or go to: "if the case is sent to the council"?"""
    return bool(_PLACED.search(scene.text[max(0, span.start - 14) : span.start]))


def _is_opposed(scene: Scene, span: Span) -> bool:
    """Does "against" stand before a name?"""
    return scene.text[max(0, span.start - 8) : span.start].lower() == "against "


def _is_victim(condition: Condition, span: Span) -> bool:
    """Is it whom the feared deed would strike ("if tanks cross Ukraine's border"), and so not the one who is threatened?"""
    root = condition.root
    if root is None or root.lemma_.lower() not in lists("bad"):
        return False
    struck = [c for c in root.children if c.dep_ in ("dobj", "prep") and c.i > root.i and c.lower_ != "by"]
    return any(part.left_edge.idx <= span.start < whole(part)[1] for part in struck)


def attacked(condition: Condition | None) -> Condition | None:
    """The condition, where its subject is the one helped ("if Kuwait is attacked"), not the one who attacks."""
    root = condition.root if condition is not None else None
    return condition if root is not None and any(c.dep_ == "nsubjpass" for c in root.children) else None


def is_spared(scene: Scene, told: Voice, condition: Condition | None) -> bool:
    """Is he told of a blow to another, who would bring it on himself: "assured Kenya that it will answer if Chad attacks"?"""
    plain = told.cue is not None and told.cue.lemma_ not in ("warn", "threaten", "caution")
    doers = (
        [c for c in condition.root.children if c.dep_ == "nsubj"] if condition and condition.root is not None else []
    )
    other = next((p for one in doers if (p := scene.parties.named(one)) and solid(p[0])), None)
    heard = {actor.country or actor.id for actor, _ in told.addressee}
    return plain and bool(heard) and other is not None and (other[0].country or other[0].id) not in heard
