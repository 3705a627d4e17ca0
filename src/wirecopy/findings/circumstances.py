"""The circumstances of a figure: whose, where, as of when, how sure, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.counted import Counted, governor, listed, subject
from wirecopy.findings.numbers import Number
from wirecopy.findings.parties import Parties
from wirecopy.findings.voices import voice
from wirecopy.language import gazetteer
from wirecopy.model import Actor, Expression, Passage, Status

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_MODAL: dict[str, Status] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "conditional",
    "should": "possible", "will": "scheduled", "'ll": "scheduled", "shall": "scheduled", "must": "scheduled",
}  # fmt: skip


def whose(parties: Parties, number: Number, tokens: Tokens, measured: Counted) -> str | None:
    """Whose: a nationality or owner in the phrase, the "of" and "in" behind it, or who has or sends them."""
    words, head = measured
    span = parties.passage.span(words)
    inside = parties.within(min(span.start, number.start), span.end)
    state = next((name for m in inside if m.actor and (name := _state_or_name(m.actor))), None)
    if state:
        return state
    owners = [c for c in head.children if c.dep_ == "poss"]
    owners += [
        o
        for c in head.children
        if c.dep_ == "prep" and c.lower_ in ("of", "in")
        for o in c.children
        if o.dep_ == "pobj"
    ]
    owners += [
        o for a in owners for c in a.children if c.dep_ == "prep" and c.lower_ in ("of", "in") for o in c.children
    ]
    named = next((name for o in owners if (p := parties.named(o)) and (name := _state_or_name(p[0]))), None)
    if named:
        return named
    verb = governor(tokens.root)
    doer = subject(verb) if verb is not None and verb.lemma_ in listed("having") else None
    if (
        doer is None
        or doer.pos_ not in ("NOUN", "PROPN", "PRON")
        or doer in words
        or doer in tokens
        or head in doer.subtree
    ):
        return None
    actor = parties.named(doer)
    if actor and not number.start <= actor[1].start < number.end and not actor[1].start <= number.start < actor[1].end:
        return actor[0].name
    return doer.text if doer.pos_ != "PRON" and doer.lower_ not in listed("people") else None


def _state_or_name(actor: Actor) -> str | None:
    """The name of an actor; of an unnamed group ("Russian conscripts") its state's, if it has one."""
    if actor.kind != "group" and not actor.anonymous:
        return actor.name
    state = gazetteer.load().actors.get(actor.country) if actor.country else None
    return state.name if state else None


def places(parties: Parties, tokens: Tokens) -> tuple[Actor, ...]:
    """The places that prepositions of place name in the number's own clause."""
    passage = parties.passage
    clause = governor(tokens.root) or tokens.root
    span = passage.span(passage.doc[clause.left_edge.i : clause.right_edge.i + 1])
    places: dict[str, Actor] = {}
    for mention in parties.within(span.start, span.end):
        if mention.actor and mention.actor.kind in ("place", "state"):
            words = passage.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if words is not None and words.root.dep_ == "pobj" and words.root.head.lower_ in listed("places"):
                places.setdefault(mention.actor.id, mention.actor)
    return tuple(places.values())


def as_of(passage: Passage, tokens: Tokens, number: Number) -> Expression | None:
    """The nearest date of the number's own clause or of one above it; one inside another clause dates that."""
    sentence, verb = tokens.root.sent, governor(tokens.root)
    above = {verb.i, *(up.i for up in verb.ancestors)} if verb is not None else set()
    near = []
    for e in passage.expressions:
        if e.kind not in ("date", "time") or not sentence.start_char <= e.span.start < sentence.end_char:
            continue
        words = passage.doc.char_span(e.span.start, e.span.end, alignment_mode="expand")
        over = governor(words.root) if words is not None else None
        if (over is None or over.i in above or verb is None) and not (
            e.span.start < number.end and number.start < e.span.end
        ):
            near.append(e)
    return min(near, key=lambda e: abs(e.span.start - number.start), default=None)


def _complements(token: Token) -> bool:
    """Does a token stand inside what a verb of expecting expects, not beside it?"""
    return token.dep_ in ("dobj", "xcomp", "ccomp", "attr", "acomp", "pcomp", "acl", "nummod") or (
        token.dep_ == "prep" and token.lower_ in ("for", "to", "of", "that")
    )


def status(token: Token) -> Status:
    """How far what is counted has come about: the first verb above it with a modal, or one of expecting, decides."""
    below = token
    for up in token.ancestors:
        if up.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            below = up
            continue
        if up.pos_ in ("VERB", "AUX"):
            modal = next((c for c in up.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
            if modal is not None:
                return _MODAL.get(modal.lower_, "possible")
            if (
                any(c.lower_ == "to" and c.dep_ == "aux" for c in up.children)
                and up.head.lemma_ == "be"
                and up.dep_ == "xcomp"
            ):
                return "scheduled"
        if up.lemma_.lower() in listed("coming") and _complements(below):
            return (
                "scheduled"
                if up.lemma_ in ("plan", "agree", "prepare", "intend", "due", "set", "ready")
                else "possible"
            )
        if (
            up.pos_ in ("VERB", "AUX")
            and up.tag_ in ("VBD", "VBP", "VBZ")
            and up.dep_ not in ("xcomp", "ccomp")
            and up.lemma_ != "be"
        ):
            return "happened"
        if (
            up.pos_ in ("VERB", "AUX")
            and up.tag_ in ("VBD", "VBP", "VBZ")
            and up.dep_ == "ccomp"
            and up.head.lemma_ not in listed("coming")
        ):
            return "happened"
        below = up
    return "happened"


def sayers(parties: Parties, number: Number, tokens: Tokens, measured: Counted) -> tuple[Actor, ...]:
    """Who says so: the speaker of the words around it, "according to …", else whoever counts or estimates in its sentence."""
    told = voice(parties, tokens.root)
    if told and told.actor and told.start <= number.start < told.end:
        return (told.actor, *told.said_by)
    for word in tokens.root.sent:
        if word.lower_ == "according":
            noun = next((o for c in word.children if c.lower_ == "to" for o in c.children if o.dep_ == "pobj"), None)
            party = parties.party(noun) if noun is not None else None
            return (party[0],) if party else ()
    for up in tokens.root.ancestors:
        if (
            (up.pos_ == "VERB" or up.dep_ == "ROOT")
            and up.lemma_ in listed("counting")
            and (up.lemma_ != "put" or any(c.lower_ == "at" for c in up.children))
            and (up.lemma_ != "claim" or measured.head.head != up)  # the war has claimed lives
            and (up.lemma_ != "speak" or any(c.lower_ == "of" for c in up.children))
        ):
            who = next((c for c in up.children if c.dep_ in ("nsubj", "agent") and c != measured.head), None)
            party = parties.party(who) if who is not None and who not in tokens else None
            if party:
                return (party[0],)
    return ()
