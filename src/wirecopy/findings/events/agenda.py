"""The diary of a report: meetings, exercises and visits that are to be held at a place on a day, or are moved or called off.

`events` finds acts by their verbs and nouns. Here the act is in what is said of an occasion: "the first round will be held
in Oslo on Monday", "he is due in Lima on Monday and in Quito on Tuesday", "the drills would be prolonged".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.diary_words import acts, is_stage, listed, occasions
from wirecopy.findings.acts.mood import negated
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.events.meetings import Found, occasion, said_of
from wirecopy.findings.events.plans import deadlines, deeds, is_stay, limit, visits
from wirecopy.findings.events.recalled import recalled
from wirecopy.findings.events.terms_ahead import is_term, terms, those_before
from wirecopy.findings.events.worth import OF_TWO
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.status.status import FACTS
from wirecopy.model import Actor, Claim, Event, Passage, claim
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def diary(passage: Passage, told: Sequence[Claim], taken: frozenset[int], rule: str) -> Iterator[Claim]:
    """The claims of a report's diary; `told` are those of its other events, `taken` where their acts' words begin."""
    sure = frozenset(span.start for one in told if _event(one).status != "possible" for span in one.spans["act"])
    known = list(told)
    for token in passage.doc:
        for event, spans in _entries(passage, token, taken, sure):
            full = _known(passage, token, event, known)
            if full.act == "MOBILIZE" and is_stage(token) and not full.who:
                full = replace(full, act=None)  # of a deed of nobody the diary keeps the day alone
            if (
                full.who
                or (full.act is None and is_term(token))
                or (full.where and (full.when is not None or full.act == "MOBILIZE"))
            ):
                known.append(claim(full, spans, rule))
                yield known[-1]


def is_debate(passage: Passage, one: Claim) -> bool:
    """Whether what is told as talks is what one body will debate: "lawmakers would discuss the bill next week"."""
    event, span = _event(one), one.spans["act"][0]
    alone = [actor.kind for actor in (*event.who, *event.whom)] == ["organisation"]
    word = passage.report.text[span.start : span.end].lower()
    ahead = event.act == "CONSULT" and event.status == "scheduled" and event.when is not None
    return alone and ahead and word in load("appointments")["deeds"]["debate"]


def arranged_deeds(told: list[Claim], arranged: list[Claim], rule: str) -> tuple[list[Claim], list[Claim]]:
    """Deeds and words to another that the diary has a day for, as arranged among what is told, and the rest of the diary."""
    days = {one.spans["act"][0]: one for one in arranged if _event(one).act is None}
    open_ = [one for one in told if _event(one).act in OF_TWO and _event(one).status == "possible"]
    fixed = {one.id: day for one in open_ if (day := days.get(one.spans["act"][0])) is not None}
    named = {day.id for day in fixed.values()}
    deeds_ = [_on_day(one, fixed[one.id], rule) if one.id in fixed else one for one in told]
    return deeds_, [one for one in arranged if one.id not in named]


def _on_day(one: Claim, day: Claim, rule: str) -> Claim:
    event = replace(_event(one), status="scheduled", when=_event(one).when or _event(day).when)
    return claim(event, {**one.spans, "when": one.spans.get("when") or day.spans.get("when", ())}, rule)


def _entries(passage: Passage, token: Token, taken: frozenset[int], sure: frozenset[int]) -> Iterator[Found]:
    """What a word adds to the diary: an occasion, where somebody is due, or what he is to do on a day."""
    lemma = token.lemma_.lower()
    if lemma in acts() and token.pos_ in ("NOUN", "PROPN"):
        yield from occasion(passage, token, token.idx in taken)
    elif is_term(token):
        yield from terms(passage, token, token.idx in sure)
    elif lemma in listed("due") or is_stay(passage, token):
        yield from visits(passage, token, token.idx in taken)
    elif lemma in ("have", "give") and (until := limit(token)) is not None:
        yield from deadlines(passage, token, until)
    elif token.pos_ == "VERB" and (noun := recalled(token)) is not None:
        yield from said_of(passage, noun, token, False)
    elif token.pos_ == "VERB" and token.idx not in sure and not _leads_to(token, taken):
        yield from deeds(passage, token)


def _leads_to(verb: Token, taken: frozenset[int]) -> bool:
    """Whether the act is told by what a verb governs: "will hold talks", "will fly to Lima for talks"."""
    below = [*verb.children, *(c for child in verb.children if child.dep_ == "prep" for c in child.children)]
    return any(token.idx in taken for token in below)


def _known(passage: Passage, token: Token, event: Event, told: Sequence[Claim]) -> Event:
    """The event with what it leaves out of what the report told last before: whose "the call" is, where "the drills" are."""
    noun = recalled(token) or token
    if event.act == "CONSULT" and not event.who and _is_further(noun):
        return replace(event, who=_talked_last(passage, noun, told))
    if event.act not in ("CONSULT", "MOBILIZE") or not _is_known(noun):
        return event
    before = [one for one in told if one.spans["act"][0].start < token.idx and _event(one).act == event.act]
    if event.act == "MOBILIZE":
        drills = [_event(one) for one in before if _is_drill(passage, one) and _event(one).who]
        last = drills[-1] if drills else event
        own = last.who if is_stage(noun) else event.who  # the stage of an exercise is of those who hold it
        return replace(event, who=own or last.who or _joining(passage, token), where=event.where or last.where)
    talks = [_event(one) for one in before if len(_event(one).who) > 1]
    if event.who:
        return event
    return replace(event, who=talks[-1].who if talks else those_before(passage, token))


def _is_further(noun: Token) -> bool:
    """Whether an occasion goes with talks told before it: "a second meeting", "a joint news conference"."""
    words = [child.lower_ for child in noun.children if child.dep_ in ("amod", "det")]
    bare = not any(child.lower_ in ("of", "with", "between") for child in noun.children)
    return bare and any(word in listed("further") for word in words)


def _talked_last(passage: Passage, noun: Token, told: Sequence[Claim]) -> tuple[Actor, ...]:
    """Who sat together in the last talks that this paragraph or the one before tells, as a fact."""
    text = passage.report.text
    near = text.rfind("\n\n", 0, max(text.rfind("\n\n", 0, noun.idx), 0)) + 1
    talks = [one for one in told if _event(one).act == "CONSULT" and near <= one.spans["act"][0].start < noun.idx]
    held = [_event(one).who for one in talks if _event(one).status in FACTS and len(_event(one).who) > 1]
    return held[-1] if held else ()


def _joining(passage: Passage, token: Token) -> tuple[Actor, ...]:
    """Who takes part by the sentence behind it: "The drills begin on Monday. 300 Chadian soldiers will take part"."""
    after = token.doc[token.sent.end].sent if token.sent.end < len(token.doc) else None
    for verb in after or ():
        part = verb.lemma_ == "take" and any(child.lower_ == "part" for child in verb.children)
        alone = not any(
            child.dep_ in ("dobj", "prep") and child.lower_ != "part" and child.i < verb.i + 4
            for child in verb.children
        )
        doer = subject(verb) if part or verb.lemma_ in listed("joins") else None
        if doer is not None and alone and not negated(verb):
            return tuple(actor for actor in actors_at(passage, doer) if actor.country)
    return ()


def _is_drill(passage: Passage, one: Claim) -> bool:
    """Whether an event is an exercise by the words of its act."""
    words = (passage.report.text[span.start : span.end].lower() for span in one.spans["act"])
    return any(word.removesuffix("s") in occasions("MOBILIZE") for word in words)


def _is_known(noun: Token) -> bool:
    """Whether a noun points back: "the drills", not "the first round", which is yet to be told."""
    words = [child.lower_ for child in noun.children]
    back = any(word in ("the", "that", "this") for word in words) and not any(word in listed("new") for word in words)
    return back or is_stage(noun)


def _event(one: Claim) -> Event:
    assert isinstance(one.finding, Event)  # noqa: S101 -- given events alone
    return one.finding
