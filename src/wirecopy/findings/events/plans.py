"""What somebody is to do on a day, or where he is due: visits, votes, announcements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.acts.diary_words import deed_name, listed, things_of
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.mood import negated
from wirecopy.findings.acts.nouns import conjuncts
from wirecopy.findings.acts.subjects import is_passive, subject
from wirecopy.findings.acts.wording import clause_words
from wirecopy.findings.events.meetings import Found, Spans, sides_of
from wirecopy.findings.events.stops import days_of, place_at, stops_of
from wirecopy.findings.events.terms_ahead import those_before
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.sides.standins import body
from wirecopy.findings.status.status import FACTS, status
from wirecopy.findings.timing.past_or_ahead import is_ahead, is_future, is_next_week
from wirecopy.model import Actor, Event, Expression, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token


def visits(passage: Passage, due: Token, taken: bool) -> Iterator[Found]:
    """ "is due in Oslo on Monday and in Lima on Tuesday": a visit a place; the first may be told already."""
    verb = due.head if due.pos_ == "ADJ" else due
    if due.lemma_ in listed("due") and due.pos_ == "VERB" and not is_passive(due):
        return
    doer = subject(verb)
    if doer is None or negated(verb) or any(child.dep_ in ("xcomp", "ccomp") for child in due.children):
        return
    who = _comers(passage, doer)
    for stop in stops_of(passage, verb, due)[1 if taken else 0 :] if who else ():
        where = place_at(passage, stop.place)
        if where and stop.place is not None and stop.when is not None and _comes_then(passage, verb, stop.when):
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


def _comes_then(passage: Passage, verb: Token, when: Expression) -> bool:
    """Whether "arrives in Oslo on Monday" tells of a Monday to come; what is said with "will" or "due" does."""
    return verb.lemma_ not in listed("travel") or verb.tag_ == "VB" or _is_on_timetable(passage, verb, when)


def limit(verb: Token) -> Token | None:
    """The "until" of a verb of having or giving: "have until 4 May to object"."""
    below = [*verb.children, *(c for child in verb.children if child.dep_ == "dobj" for c in child.children)]
    return next((child for child in below if child.dep_ == "prep" and child.lower_ in ("until", "till")), None)


def deadlines(passage: Passage, verb: Token, until: Token) -> Iterator[Found]:
    """ "Its members have until 4 May to object", "gave them until Sunday": the last day of what somebody may do."""
    given = verb.lemma_ == "give"
    doer = _receiver(verb) if given else subject(verb)
    free = given or any(
        child.dep_ in ("xcomp", "advcl", "acl", "relcl") and child.tag_ == "VB" for child in verb.subtree
    )
    if doer is None or not free or negated(verb) or status(verb) not in ("happened", "scheduled"):
        return
    inside = range(until.idx, until.right_edge.idx + 1)
    days = (day for day in passage.expressions if day.kind in ("date", "time") and day.span.start in inside)
    when = next(days, None)
    who = sides_of(passage, conjuncts(doer)) or sides_of(passage, [c for c in doer.children if c.dep_ == "poss"])
    if who and when is not None and is_ahead(passage, when):
        yield _due(passage, verb, doer, who, when)


def _receiver(give: Token) -> Token | None:
    """To whom a time is given: "gave the rebels until Monday", "the rebels were given until Monday"."""
    if is_passive(give):
        return subject(give)
    return next((child for child in give.children if child.dep_ in ("dative", "dobj") and child.pos_ != "ADP"), None)


def _due(passage: Passage, verb: Token, doer: Token, who: tuple[Actor, ...], when: Expression) -> Found:
    """What a verb tells that somebody is to do on a day and that is no political act."""
    whom = tuple(actor for actor in sides_of(passage, _given(verb)) if actor not in who)
    event = Event(
        act=None,
        mode=deed_name(verb),
        who=who,
        whom=whom,
        when=when,
        status="scheduled",
        said_by=speaker_at(passage, verb.idx),
        what=clause_words(passage, verb),
    )
    return event, {"act": (passage.span(verb),), "who": (passage.span(doer),), "when": (when.span,)}


def _given(verb: Token) -> tuple[Token, ...]:
    """To whom a thing is to be given or told: "will give Chad an answer", "will send a draft to Chad"."""
    first = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    behind = (one for top in (verb, *things_of(verb)) for one in prepositions_of(top).get("to", ()))
    return (*first, *(one for one in behind if one.pos_ == "PROPN"))


def _comers(passage: Passage, doer: Token) -> tuple[Actor, ...]:
    """Who comes; of "a Chadian delegation would leave on Monday, and a Malian one would come on Friday" the state."""
    who = sides_of(passage, conjuncts(doer))
    nations = [child for child in doer.children if child.dep_ == "amod"] if doer.lower_ == "one" and not who else []
    return who or tuple(actor for child in nations if (actor := body(passage, child)) is not None)


def is_stay(passage: Passage, be: Token) -> bool:
    """Whether a verb says where a person will be: "who will be in Oslo on Monday and in Lima on Tuesday"."""
    if be.lemma_ != "be" and be.lemma_ not in listed("travel"):
        return False
    ahead = any(child.lower_ in ("will", "would", "'ll", "’ll") and child.dep_ == "aux" for child in be.children)
    if be.lemma_ in listed("travel") and be.tag_ in ("VBZ", "VBP"):
        return not negated(be) and any(actor.kind == "person" for actor in _comers(passage, subject(be) or be))
    told = any(child.dep_ in ("attr", "acomp", "ccomp", "xcomp", "expl", "prt") for child in be.children)
    doer = subject(be) if ahead and not told else None
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
    present = verb.tag_ in ("VBZ", "VBP")
    if verb.lemma_ in vague or _in_headline(passage, verb) or not (present or _is_to_do(verb)):
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
    if doer is not None and not who and verb.lemma_ in listed("meets") and is_ahead(passage, when):
        yield from _meeting_again(passage, verb, doer)
    if not who or doer is None or when is None or (when.value or "").isdigit() or _is_alleged(passage, verb, who):
        return  # what somebody will do in a year stands in no diary
    if _is_on_timetable(passage, verb, when) if present else is_ahead(passage, when):
        yield _due(passage, verb, doer, who, when)


def _is_alleged(passage: Passage, verb: Token, who: tuple[Actor, ...]) -> bool:
    """ "Chad intends to send 3,000 more by May, the Malian envoy said": another side's word for what somebody means to do."""
    mine, theirs = ({actor.country for actor in actors} for actors in (who, speaker_at(passage, verb.idx)))
    meant = verb.dep_ == "xcomp" and verb.head.lemma_ in listed("intends")
    return meant and bool(theirs) and None not in mine | theirs and mine.isdisjoint(theirs)


def _meeting_again(passage: Passage, verb: Token, doer: Token) -> Iterator[Found]:
    """ "They will meet again in Berlin in May", where the pronoun is left open: the place and the day, and who sat together."""
    if doer.lower_ not in ("they", "both", "two", "sides", "pair") or not _is_to_do(verb):
        return
    for stop in stops_of(passage, verb, verb)[:1]:
        event = Event(
            act="CONSULT",
            who=those_before(passage, verb),
            where=place_at(passage, stop.place),
            when=stop.when,
            status="scheduled",
            said_by=speaker_at(passage, verb.idx),
            what=clause_words(passage, verb),
        )
        spans: Spans = {"act": (passage.span(verb),), "who": (passage.span(doer),)}
        spans["when"] = (stop.when.span,) if stop.when is not None else ()
        yield event, spans | {"where": (passage.span(stop.place),) if stop.place is not None else ()}


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


def _is_to_do(verb: Token) -> bool:
    """Whether somebody is to do it, or plans to; what is expected of him is, where the report does not say by whom."""
    bare = verb.tag_ in ("VBG", "VBN", "VBD") and not any(child.tag_ == "MD" for child in verb.children)
    if bare or (verb.tag_ == "VB" and verb.dep_ in ("acl", "advcl")):
        return False
    if {"would", "have"} <= {child.lower_ for child in verb.children if child.dep_ == "aux"}:
        return False  # "would have paid" is no plan
    found, over = status(verb), verb.head
    expected = over.lemma_ == "expect" and is_passive(over)
    meant = over.lemma_ in listed("intends") and over.pos_ == "VERB" and status(over) in FACTS
    open_plan = verb.dep_ == "xcomp" and (expected or meant) and not negated(over)
    return found == "scheduled" or (found == "possible" and open_plan)


def _is_on_timetable(passage: Passage, verb: Token, when: Expression) -> bool:
    """Whether the present tells of a day to come, as a timetable does: "Poland hands over the chair on 1 July".

    A caption tells in it what is past: "Khan arrives in Lima on Monday", printed on that Monday or the day after.
    """
    plain = verb.tag_ in ("VBZ", "VBP") and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    before = passage.report.text[max(0, when.span.start - 20) : when.span.start].split()[-1:]
    if not plain or before in (["by"], ["until"]) or verb.lemma_ in listed("pictured"):
        return False
    return status(verb) in FACTS and is_future(passage, when) and not is_next_week(passage, when)
