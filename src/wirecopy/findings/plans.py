"""What somebody is to do on a day, or where he is due: visits, votes, announcements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.diary_words import listed
from wirecopy.findings.frames import conjuncts, is_passive, subject
from wirecopy.findings.lexicon import grammar
from wirecopy.findings.meetings import Found, Spans, sides_of
from wirecopy.findings.mood import negated
from wirecopy.findings.sides import actors_at, speaker_at
from wirecopy.findings.standins import body
from wirecopy.findings.status import status
from wirecopy.findings.stops import days_of, place_at, stops_of
from wirecopy.findings.timing import is_future
from wirecopy.findings.wording import clause_words
from wirecopy.model import Actor, Event, Expression, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token


def visits(passage: Passage, due: Token) -> Iterator[Found]:
    """ "is due in Oslo on Monday and in Lima on Tuesday": a visit a place."""
    verb = due.head if due.pos_ == "ADJ" else due
    if due.lemma_ in listed("due") and due.pos_ == "VERB" and not is_passive(due):
        return
    doer = subject(verb)
    if doer is None or negated(verb) or any(child.dep_ in ("xcomp", "ccomp") for child in due.children):
        return
    who = _comers(passage, doer)
    for stop in stops_of(passage, verb, due) if who else ():
        where = place_at(passage, stop.place)
        if where and stop.place is not None and stop.when is not None:
            event = Event(
                act="CONSULT",
                mode="visit",
                who=who,
                where=where,
                when=stop.when,
                status="scheduled",
                said_by=speaker_at(passage, due.idx),
                what=clause_words(passage, verb),
            )
            spans: Spans = {"act": (passage.span(due),), "who": (passage.span(doer),), "when": (stop.when.span,)}
            yield event, spans | {"where": (passage.span(stop.place),)}


def deadlines(passage: Passage, have: Token) -> Iterator[Found]:
    """ "Its members have until 4 May to object": the last day of what somebody may do."""
    doer = subject(have)
    until = next((child for child in have.children if child.dep_ == "prep" and child.lower_ in ("until", "till")), None)
    free = any(child.dep_ in ("xcomp", "advcl", "acl") and child.tag_ == "VB" for child in have.subtree)
    if doer is None or until is None or not free or negated(have) or status(have) not in ("happened", "scheduled"):
        return
    inside = range(until.idx, until.right_edge.idx + 1)
    when = next((day for day in passage.expressions if day.kind == "date" and day.span.start in inside), None)
    who = sides_of(passage, conjuncts(doer)) or sides_of(passage, [c for c in doer.children if c.dep_ == "poss"])
    if who and when is not None and is_future(passage, when):
        event = Event(
            act=None,
            who=who,
            when=when,
            status="scheduled",
            said_by=speaker_at(passage, have.idx),
            what=clause_words(passage, have),
        )
        yield event, {"act": (passage.span(have),), "who": (passage.span(doer),), "when": (when.span,)}


def _comers(passage: Passage, doer: Token) -> tuple[Actor, ...]:
    """Who comes; of "a Chadian delegation would leave on Monday, and a Malian one would come on Friday" the state."""
    who = sides_of(passage, conjuncts(doer))
    nations = [child for child in doer.children if child.dep_ == "amod"] if doer.lower_ == "one" and not who else []
    return who or tuple(actor for child in nations if (actor := body(passage, child)) is not None)


def is_stay(passage: Passage, be: Token) -> bool:
    """Whether a verb says where a person will be: "who will be in Oslo on Monday and in Lima on Tuesday"."""
    ahead = any(child.lower_ in ("will", "would", "'ll", "’ll") and child.dep_ == "aux" for child in be.children)
    told = any(child.dep_ in ("attr", "acomp", "ccomp", "xcomp", "expl", "prt") for child in be.children)
    doer = subject(be) if be.lemma_ in ("be", "come", "arrive") and ahead and not told else None
    strayed = be.dep_ == "conj" and any(child.dep_ == "mark" and child.lower_ == "that" for child in be.children)
    if (
        doer is None
        or negated(be)
        or (status(be) != "scheduled" and not strayed)
        or (be.lemma_ == "be" and any(c.dep_ == "advcl" for c in be.children))
    ):
        return False
    return any(actor.kind == "person" or actor.country for actor in _comers(passage, doer))


def deeds(passage: Passage, verb: Token) -> Iterator[Found]:
    """ "Parliament is expected to vote on Friday", "she would widen her powers by May": no political act, but a day."""
    vague = listed("no_deeds") | listed("held") | grammar("says")
    if verb.lemma_ in vague or _in_headline(passage, verb) or not _is_ahead(verb):
        return
    doer = subject(verb)
    if doer is not None and doer.lower_ in ("it", "this", "that"):
        if verb.lemma_ not in listed("bodies"):
            return  # "it" may as well be a thing that ends on that day
        doer = doer if actors_at(passage, doer) else _body_before(passage, verb)
    when = next((day for day in days_of(passage, verb, verb) if not _is_named_by(passage, day)), None)
    who = sides_of(passage, conjuncts(doer)) if doer is not None and when is not None else ()
    if doer is not None and doer.lemma_ in listed("own") and not any(actor.country for actor in who):
        who = speaker_at(passage, verb.idx) or who
    if who and doer is not None and when is not None and is_future(passage, when):
        event = Event(
            act=None,
            who=who,
            when=when,
            status="scheduled",
            said_by=speaker_at(passage, verb.idx),
            what=clause_words(passage, verb),
        )
        spans: Spans = {"act": (passage.span(verb),), "who": (passage.span(doer),), "when": (when.span,)}
        yield event, spans


def _is_named_by(passage: Passage, day: Expression) -> bool:
    """Whether a day only names what it stands before: "they will work toward a Thursday hearing"."""
    span = passage.doc.char_span(day.span.start, day.span.end, alignment_mode="expand")
    return span is not None and span.root.dep_ in ("compound", "poss", "nmod", "amod") and span.root.head.pos_ == "NOUN"


def _body_before(passage: Passage, verb: Token) -> Token | None:
    """The body that the sentence before tells of: "The Assembly opened on Monday. It is expected to vote on Friday"."""
    before = verb.doc[verb.sent.start - 1].sent.root if verb.sent.start else None
    doer = subject(before) if before is not None else None
    known = actors_at(passage, doer) if doer is not None else ()
    return doer if known and all(actor.kind in ("organisation", "office", "state") for actor in known) else None


def _in_headline(passage: Passage, token: Token) -> bool:
    """Whether a word stands in a headline, which the first paragraph tells again."""
    return any(b.kind == "headline" and b.start <= token.idx < b.end for b in passage.report.blocks)


def _is_ahead(verb: Token) -> bool:
    """Whether somebody is to do it; what is only expected of somebody is, where the report does not say by whom."""
    bare = verb.tag_ in ("VBG", "VBN", "VBD") and not any(child.tag_ == "MD" for child in verb.children)
    if bare or (verb.tag_ == "VB" and verb.dep_ in ("acl", "advcl")):
        return False
    if {"would", "have"} <= {child.lower_ for child in verb.children if child.dep_ == "aux"}:
        return False  # "would have paid" is no plan
    found = status(verb)
    expected = (
        verb.dep_ == "xcomp" and verb.head.lemma_ == "expect" and is_passive(verb.head) and not negated(verb.head)
    )
    return found == "scheduled" or (found == "possible" and expected)
