"""The state of every commitment: what the account knows is turned into facts, and each commitment held against them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from wirecopy.judgements import outcomes
from wirecopy.judgements.decided import STATE
from wirecopy.judgements.deeds import Deed, Named, deed_of_event, deed_of_words, points, sides_of, told_in, vague
from wirecopy.judgements.outcomes import Case, Fact, Outcome
from wirecopy.judgements.told import days
from wirecopy.model import Actor, Claim, Commitment, Entry, Event, Judgement, Moment, Read, Report, Span

DONE = ("happened", "ongoing")
# How far back the words that a condition points at are looked for, in characters.
BEFORE = 400
SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s|\n")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The commitments with their states, and the judgements that gave them."""

    entries: tuple[Entry, ...]
    judgements: tuple[Judgement, ...]


def judged(
    entries: Sequence[Entry], reads: Sequence[Read], reports: Mapping[str, Report], decisions: Iterable[Judgement]
) -> Ledger:
    """All entries, the commitments among them with the states that later deeds give them.

    `reports` are dated; of the `decisions` that stand, those count here that reject a state.
    """
    read_of = {read.report.id: read for read in reads}
    facts = [*facts_of(entries, read_of, reports), *told_facts(reads, reports)]
    today = max((known[1] for report in reports.values() if (known := days(report.published))), default="")
    rejected = {
        (one.left, one.named): one.because for one in decisions if one.relation == STATE and one.verdict == "no"
    }
    found, judgements = [], []
    for entry in entries:
        if isinstance(entry.value, Commitment):
            others = [fact for fact in facts if not _told_with(fact, entry, read_of)]
            judgement = _judged(entry, outcomes.outcome(case_of(entry, read_of, reports), others, today), rejected)
            entry = replace(entry, state=judgement.named)
            judgements.append(judgement)
        found.append(entry)
    return Ledger(tuple(found), tuple(judgements))


def _judged(entry: Entry, found: Outcome, rejected: Mapping[tuple[str, str | None], str]) -> Judgement:
    """The judgement that gives a commitment its state; where an analyst rejected that state, it stays open."""
    claims = sorted(claim.id for claim in entry.claims)
    no = next((because for claim in claims if (because := rejected.get((claim, found.state))) is not None), None)
    if no is not None:
        found = Outcome("open", "unsure", f"an analyst says that it is not {found.state}" + (f": {no}" if no else ""))
    right = found.facts[-1].claim if found.facts and found.facts[-1].claim else claims[0]
    spans = {"fact": tuple(span for fact in found.facts for span in fact.spans)} if found.facts else {}
    return Judgement(
        claims[0], right, STATE, found.verdict, found.because, outcomes.RULE, spans=spans, named=found.state
    )


def _told_with(fact: Fact, entry: Entry, reads: Mapping[str, Read]) -> bool:
    """Does a fact stand in a sentence of the commitment itself? It is then part of it, and no answer to it."""
    return any(
        one.report_id == two.span.report_id
        and not SENTENCE_END.search(
            reads[one.report_id].report.text, min(one.start, two.span.start), max(one.start, two.span.start)
        )
        for one in fact.spans
        for two in entry.evidence
    )


# ---- facts
def facts_of(entries: Iterable[Entry], reads: Mapping[str, Read], reports: Mapping[str, Report]) -> list[Fact]:
    """The deeds that the account tells as done, or as announced."""
    found = []
    for entry in entries:
        value = entry.value
        if isinstance(value, Event) and value.status in (*DONE, "scheduled"):
            claim = min(entry.claims, key=lambda one: one.id)
            spans = claim.spans.get("act", ())
            deed = deed_of_event(value, _doers(spans, reads) if not value.who else ())
            first, last = _days(value.when, entry.reports, reports)
            if deed.kinds and last:
                disputed = "attack" in deed.kinds and bool(value.said_by) and not (sides_of(value.said_by) & deed.who)
                planned = value.status == "scheduled"
                found.append(
                    Fact(deed, first, last, claim.id, value.what or "", spans, entry.origins, planned, disputed)
                )
        elif isinstance(value, Commitment) and value.kind in ("promise", "offer") and value.action:
            case = case_of(entry, reads, reports)
            if case.action and case.action.kinds and not case.action.is_negated and case.by and case.made:
                claim = min(entry.claims, key=lambda one: one.id)
                deed = replace(case.action, who=case.by)
                spans = claim.spans.get("action", ())
                found.append(Fact(deed, case.made, case.made, claim.id, value.action, spans, entry.origins, True))
    return found


def told_facts(reads: Iterable[Read], reports: Mapping[str, Report]) -> Iterator[Fact]:
    """The deeds that sentences tell as done without being an event of PLOVER's, by whom the sentence names before them."""
    for read in reads:
        known = days(reports[read.report.id].published)
        if known is None or read.report.language != "en":
            continue
        text = read.report.text
        ends = [0, *(end.end() for end in SENTENCE_END.finditer(text)), len(text)]
        for first, last in pairwise(ends):
            for kind, start, end in told_in(text[first:last]):
                doers = [m.actor for m in read.mentions if m.actor and first <= m.span.start < first + start]
                deed = Deed(frozenset({kind}), sides_of(doers))
                span = Span(read.report.id, first + start, first + end)
                if deed.who:
                    yield Fact(deed, *known, "", text[first:last].strip(), (span,))


def _days(when: object, told_in: Iterable[str], reports: Mapping[str, Report]) -> tuple[str, str]:
    """First and last day of a time, else of the publication of the first report that tells it; empty where neither is known."""
    known = days(when)
    if known:
        return known
    published = sorted(found for one in told_in if (found := days(reports[one].published)))
    return published[0] if published else ("", "")


def _doers(spans: Sequence[Span], reads: Mapping[str, Read]) -> list[Actor]:
    """The actors that the sentence names before the act: its doers, where the finder left them open."""
    if not spans:
        return []
    read, act = reads[spans[0].report_id], spans[0]
    begin = max(read.report.text.rfind(mark, 0, act.start) for mark in (". ", "\n", "; "))
    return [one.actor for one in read.mentions if one.actor and begin < one.span.start < act.start]


# ---- cases
def case_of(entry: Entry, reads: Mapping[str, Read], reports: Mapping[str, Report]) -> Case:
    """A commitment as the rules see it, with its condition and action read as deeds."""
    value = entry.value
    assert isinstance(value, Commitment)  # noqa: S101 -- the caller passes commitments
    claim = lead_of(entry)
    read = reads[claim.report_id]
    made = _days(value.when, entry.reports, reports)[0]
    action = deed_in(value.action, claim.spans.get("action", ()), read)
    condition = deed_in(value.condition, claim.spans.get("condition", ()), read, sides_of(value.by))
    deadline = value.deadline.latest[:10] if isinstance(value.deadline, Moment) and value.deadline.latest else None
    return Case(value.kind, sides_of(value.by), sides_of(value.to), made, condition, action, deadline)


def lead_of(entry: Entry) -> Claim:
    """The claim whose words an entry shows; the one with the smallest id where none has them all."""
    shown = entry.value
    listed = sorted(entry.claims, key=lambda one: one.id)
    words = ("action", "condition")
    same = (one for one in listed if all(getattr(one.finding, w, 0) == getattr(shown, w, 1) for w in words))
    return next(same, listed[0])


def deed_in(words: str | None, spans: Sequence[Span], read: Read, maker: frozenset[str] = frozenset()) -> Deed | None:
    """The deed that a condition or an action tells of; where it only points ("such a step"), what stands before it tells.

    What `maker` points at is a deed of others: nobody threatens with an answer to himself.
    """
    if not words:
        return None
    if spans and points(words) and spans[0].end - spans[0].start == len(words):
        return _pointed_at(words, spans[0], read, maker)
    inside = [
        claim.finding
        for claim in read.claims
        if isinstance(claim.finding, Event) and any(_within(act, spans) for act in claim.spans.get("act", ()))
    ]
    return deed_of_words(words, inside, list(_named(words, spans, read)))


def _pointed_at(words: str, span: Span, read: Read, maker: frozenset[str]) -> Deed:
    """The deed of the nearest sentence before the words that tells of any, done by the nearest other side before them."""
    start = max(0, span.start - BEFORE)
    before = read.report.text[start : span.start]
    ends = [start, *(start + end.end() for end in SENTENCE_END.finditer(before)), span.start]
    pieces = [Span(span.report_id, a, b) for a, b in pairwise(ends)]
    for piece in reversed(pieces):
        told = deed_in(read.report.text[piece.start : piece.end], (piece,), read)
        if told and (kinds := told.kinds - vague()):
            earlier = [one.actor for one in read.mentions if one.actor and start <= one.span.start < span.start]
            who = told.who - maker or sides_of(earlier) - maker
            return replace(told, kinds=kinds, who=who, words=frozenset(), whom=frozenset())
    return deed_of_words(words)


def _within(span: Span, around: Iterable[Span]) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in around)


def _named(words: str, spans: Sequence[Span], read: Read) -> Iterator[Named]:
    """The actors whose names stand in some words, with their places in them; whom a pronoun means was named elsewhere."""
    text = read.report.text
    for mention in read.mentions:
        if mention.actor and _within(mention.span, spans) and sides_of([mention.actor]):
            name = text[mention.span.start : mention.span.end]
            start = words.find(name)
            if start >= 0 and not name.islower():
                yield Named(mention.actor, start)
