"""The day that one place of a report gives to what another tells.

A headline's deed has that of the story below it; what is told later of talks has that of the talks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.diary_words import occasions
from wirecopy.findings.acts.status_words import words
from wirecopy.findings.status.status import FACTS
from wirecopy.language.clauses import tense
from wirecopy.language.cue_words import is_cue
from wirecopy.language.days.frames import frames
from wirecopy.language.days.told_days import is_day, plain
from wirecopy.model import Actor, Claim, Event, Expression, Passage, claim
from wirecopy.moments.resolve import known, resolve

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Characters behind the lead within which what "had been said" was said in the talks that it tells.
NEAR = 700
# Acts that are done in a day; what is told of others in the perfect ("has massed its troops") may have lasted.
AT_ONCE = frozenset({"AGREE", "CONCEDE", "REJECT", "SANCTION", "COERCE", "ASSAULT"})
# Days before its report of which a story in the perfect is told.
FRESH = 1
# What is said to somebody face to face, or by telephone.
SAID = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT", "AGREE"})


def headlines_dated(passage: Passage, told: Sequence[Claim], rule: str) -> list[Claim]:
    """The events, those that a headline tells without a day with that of the same deed in the text.

    Without it "Chad invades Mali" may be told as the deed of any day before.
    """
    heads = [block for block in passage.report.blocks if block.kind == "headline"]
    titles = {one.id for one in told for head in heads if head.start <= one.spans["act"][0].start < head.end}
    body = [one for one in told if one.id not in titles]
    return [_dated(passage, one, body, rule) if one.id in titles else one for one in told]


def _dated(passage: Passage, title: Claim, body: Sequence[Claim], rule: str) -> Claim:
    """The headline's event with the day of the first of the text's events that tells the same deed with a day.

    Talks that no event of the text tells again have that of the sentence that gives the story its day and names both.
    """
    event = _event(title)
    if event.when is not None or event.status not in FACTS:
        return title
    same = next((one for one in body if _event(one).when is not None and _is_same(event, _event(one))), None)
    if same is None:
        return _with_day(passage, title, _lead_of(passage, event) or _lead_by(passage, event), rule)
    spans = {**title.spans, "when": same.spans["when"]}
    return claim(replace(event, when=_event(same).when), spans, rule)


def _is_same(title: Event, told: Event) -> bool:
    """Whether both tell one act of the same parties as a fact; of a single party too many deeds are told."""
    sides = [{actor.id for actor in (*event.who, *event.whom)} for event in (title, told)]
    return title.act == told.act and title.status == told.status and sides[0] == sides[1] and len(sides[0]) > 1


def _lead_of(passage: Passage, event: Event) -> Expression | None:
    """The day of the story, where the sentence that names it also names each who takes part in talks of two."""
    lead = frames(None, passage).lead
    sentence = _sentence(passage, lead)
    if lead is None or sentence is None or event.act != "CONSULT" or len({*event.who, *event.whom}) < 2:
        return None
    start, end = sentence.start_char, sentence.end_char
    there = {m.actor.id for m in passage.mentions if m.actor is not None and start <= m.span.start < end}
    return lead if all(actor.id in there for actor in (*event.who, *event.whom)) else None


def _lead_by(passage: Passage, event: Event) -> Expression | None:
    """The day of the story, where who is told to have said it in the headline says something in the sentence that names it."""
    lead = frames(None, passage).lead
    sentence = _sentence(passage, lead)
    if (
        sentence is None
        or event.act not in SAID
        or not is_cue(sentence.root, "clause")
        or tense(sentence.root) != "past"
    ):
        return None
    doers = [child for child in sentence.root.children if child.dep_ == "nsubj"]
    spans = [(doer.left_edge.idx, doer.right_edge.idx + len(doer.right_edge)) for doer in doers]
    told = {
        m.actor.id
        for m in passage.mentions
        for start, end in spans
        if m.actor is not None and start <= m.span.start < end
    }
    return lead if any(actor.id in told for actor in event.who) else None


def _sentence(passage: Passage, lead: Expression | None) -> Tokens | None:
    """The sentence in which an expression stands."""
    at = passage.doc.char_span(lead.span.start, lead.span.end, alignment_mode="expand") if lead is not None else None
    return at.root.sent if at is not None else None


def leads_dated(passage: Passage, told: Sequence[Claim], rule: str) -> list[Claim]:
    """The events, what the first sentence tells as news with the day of the story: "Chad has banned the party"."""
    lead = frames(None, passage).lead
    body = next((block for block in passage.report.blocks if block.kind == "paragraph"), None)
    if lead is None or body is None or not _is_fresh(passage, lead):
        return list(told)
    first = passage.doc.char_span(body.start, body.end, alignment_mode="expand")
    if first is None:
        return list(told)
    sentence = passage.doc[first.start].sent
    news = {one.id for one in told if _is_in(one.spans["act"][0].start, sentence) and _is_news(passage, one)}
    return [_with_day(passage, one, lead, rule) if one.id in news else one for one in told]


def _is_in(position: int, sentence: Tokens) -> bool:
    return bool(sentence.start_char <= position < sentence.end_char)


def _is_fresh(passage: Passage, lead: Expression) -> bool:
    """Whether the day of a story is that of its report or one just before; of a report without a day it may be."""
    day, published = known(resolve(lead, passage.report.published)), known(passage.report.published)
    return published is None or (day is not None and 0 <= (published[1] - day[0]).days <= FRESH)


def _is_news(passage: Passage, one: Claim) -> bool:
    """Whether a deed without a day is told in the perfect, as news is, or is the press conference that a story is about."""
    event, act = _event(one), one.spans["act"][0]
    span = passage.doc.char_span(act.start, act.end, alignment_mode="expand")
    if event.when is not None or event.status != "happened" or event.duration or span is None:
        return False
    verb = _clause(span.root)
    days = (one.span for one in passage.expressions if one.kind == "date")
    near = (passage.doc.char_span(day.start, day.end, alignment_mode="expand") for day in days)
    if any(day is not None and _clause(day.root).i == verb.i for day in near):
        return False  # "has banned two parties this week"
    at_once = event.act in AT_ONCE and verb.dep_ in ("ROOT", "conj", "ccomp") and tense(verb) == "perfect"
    return at_once or (event.mode == "press" and bool(event.who))


def _clause(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    return next((one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX")), token)


def talks_dated(passage: Passage, told: Sequence[Claim], rule: str) -> list[Claim]:
    """The events, those without a day that belong to talks told before with the day of these.

    So does what a spokesman says that somebody "had urged" the other side to do, and whom he called "after the talks".
    """
    return [_with_day(passage, one, _day_of_talks(passage, one, told), rule) for one in told]


def _with_day(passage: Passage, one: Claim, day: Expression | None, rule: str) -> Claim:
    if day is None:
        return one
    return claim(replace(_event(one), when=day), {**one.spans, "when": (day.span,)}, rule)


def _day_of_talks(passage: Passage, one: Claim, told: Sequence[Claim]) -> Expression | None:
    """The one day of all the talks told so far in which the doer, and who is reached, took part; None of several."""
    event, act = _event(one), one.spans["act"][0]
    span = passage.doc.char_span(act.start, act.end, alignment_mode="expand")
    if event.when is not None or event.status != "happened" or not event.who or span is None:
        return None
    spoken = event.act in SAID and _is_reported(span.root)
    if not spoken and not (event.act == "CONSULT" and _is_afterwards(span.root)):
        return None
    there = (*event.who, *event.whom) if spoken else event.who[:1]
    talks = [
        _event(other)
        for other in told
        if other.spans["act"][0].start < act.start and _is_talk(_event(other)) and _attend(there, _event(other))
    ]
    days = {talk.when.value: plain(talk.when) for talk in talks if isinstance(talk.when, Expression)}
    if not days and spoken and event.whom:
        return _day_of_story(passage, act.start)
    return next(iter(days.values())) if len(days) == 1 else None


def _day_of_story(passage: Passage, position: int) -> Expression | None:
    """The day of the talks with which a story begins ("The call began at noon on Thursday"), a little behind it."""
    lead = frames(None, passage).lead
    sentence = _sentence(passage, lead)
    if lead is None or sentence is None or not 0 < position - lead.span.end < NEAR:
        return None
    talks = (token for token in sentence if token.dep_ in ("nsubj", "nsubjpass") and token.i < sentence.root.i + 1)
    return plain(lead) if any(token.lemma_.lower() in occasions("CONSULT") for token in talks) else None


def _is_reported(verb: Token) -> bool:
    """Whether somebody says that it was said: "the spokesman said that she had urged him"."""
    while (first := _joined_to(verb)) is not None and tense(verb) == tense(first) == "pluperfect":
        verb = first  # "said that she had urged him to yield and had warned him"
    over = next((one for one in verb.ancestors if one.pos_ == "VERB" and one.dep_ != "conj"), None)
    if tense(verb) == "past":  # "Khan, it said, told her counterpart that it was late and demanded an answer"
        around = (child for one in (verb, *verb.ancestors) for child in one.children if child.dep_ == "parataxis")
        return any(child.lemma_ in words("say") for child in around)
    return tense(verb) == "pluperfect" and over is not None and over.lemma_ in words("say")


def _joined_to(verb: Token) -> Token | None:
    """The verb that one is joined to; where the parse takes the infinitive below that one for it, the one above."""
    first = verb.head if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else None
    infinitive = first is not None and first.dep_ == "xcomp" and any(c.lower_ == "to" for c in first.lefts)
    return first.head if infinitive and first is not None else first


def _is_afterwards(verb: Token) -> bool:
    """Whether a clause says that it was after talks: "After the call she briefed the allies"."""
    after = [child for child in verb.children if child.dep_ == "prep" and child.lower_ == "after"]
    nouns = [child for one in after for child in one.children if child.dep_ == "pobj"]
    return tense(verb) == "past" and any(noun.lemma_.lower() in occasions("CONSULT") for noun in nouns)


def _is_talk(event: Event) -> bool:
    """Whether an event is a talk of two sides or more on a day that is told."""
    day = event.when
    return (
        event.act == "CONSULT"
        and event.status == "happened"
        and len({*event.who, *event.whom}) > 1
        and isinstance(day, Expression)
        and is_day(day)
    )


def _attend(actors: Sequence[Actor], talk: Event) -> bool:
    """Whether each of the actors, or somebody of his state, took part in a talk."""
    seats = {seat for actor in (*talk.who, *talk.whom) for seat in (actor.id, actor.country) if seat}
    return all(actor.id in seats or actor.country in seats for actor in actors)


def _event(one: Claim) -> Event:
    assert isinstance(one.finding, Event)  # noqa: S101 -- given events alone
    return one.finding
