"""The state of every commitment: what the account knows is turned into facts, and each commitment held against them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from wirecopy.account.lines import sort_key
from wirecopy.account.overtaken import Made, overtaken
from wirecopy.judgements import outcomes
from wirecopy.judgements.cases import Case, Fact, Outcome
from wirecopy.judgements.comparing_deeds import allied
from wirecopy.judgements.decided import STATE
from wirecopy.judgements.deed_kinds import NOBODY, Deed, contested, told_in, vague
from wirecopy.judgements.deed_traits import is_double, is_hostile, is_prompt, is_timed, points
from wirecopy.judgements.deeds import Named, deed_of_event, deed_of_words, parts_of, sides_of
from wirecopy.judgements.told import SENTENCE_END, days
from wirecopy.model import (
    Actor,
    Claim,
    Commitment,
    Entry,
    Event,
    Expression,
    Judgement,
    Moment,
    Read,
    Report,
    Span,
)
from wirecopy.moments.resolve import resolve
from wirecopy.words import load

DONE = ("happened", "ongoing")
# How far back the words that a condition points at are looked for, in characters.
BEFORE = 400
# By these acts a report tells from whom an attack is feared.
ARMED = ("ASSAULT", "MOBILIZE")
# A length of time within which something is to be done, as TIMEX3 writes it, in days or weeks.
LENGTH = re.compile(r"P(\d{1,3})([DW])")
# Days by which such a time may end later: the words are told a day after they were said, and the deed likewise.
SLACK = 2
# Days within which what was to be done at once is still done in time.
PROMPT = 7


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
    asked = asked_of(entries)
    made = {
        entry.id: Made(entry, _with_asked(case_of(entry, read_of, reports), asked), lead_of(entry))
        for entry in entries
        if isinstance(entry.value, Commitment)
    }
    for entry in entries:
        if entry.id in made:
            one = made[entry.id]
            others = [fact for fact in facts if not _told_with(fact, entry, read_of)]
            outcome = outcomes.outcome(one.case, others, today)
            if outcome.state == "open":
                outcome = overtaken(one, made.values(), read_of) or outcome
            judgement = _judged(entry, outcome, rejected)
            entry = replace(entry, state=judgement.named, value=_over_time(entry, reports))
            judgements.append(judgement)
        found.append(entry)
    again = iter(sorted((one for one in found if one.kind == "commitment"), key=sort_key))
    return Ledger(tuple(next(again) if one.kind == "commitment" else one for one in found), tuple(judgements))


def asked_of(entries: Iterable[Entry]) -> Mapping[str, frozenset[str]]:
    """Of whom each side demands something."""
    found: dict[str, frozenset[str]] = {}
    for value in (entry.value for entry in entries):
        if isinstance(value, Commitment) and value.kind == "demand":
            for side in sides_of(value.by):
                found[side] = found.get(side, frozenset()) | sides_of(value.to)
    return found


def _with_asked(case: Case, asked: Mapping[str, frozenset[str]]) -> Case:
    return replace(case, asked=frozenset(one for side in case.by for one in asked.get(side, ())))


def _over_time(entry: Entry, reports: Mapping[str, Report]) -> Commitment:
    """The commitment of an entry; where it was made again on other days, with the whole time instead of one of them."""
    value = entry.value
    assert isinstance(value, Commitment)  # noqa: S101 -- the caller passes commitments
    stated = (claim for claim in entry.claims if getattr(claim.finding, "when", None) is not None)
    told = {day for claim in stated if (day := said_on(claim, reports[claim.report_id]))}
    # A whole month that holds a day that another report tells is no time of its own.
    known = sorted(a for a in told if not any(b != a and a[0] <= b[0] and b[1] <= a[1] for b in told))
    first, last = (known[0][0], max(day[1] for day in known)) if known else ("", "")
    if entry.origins < 2 or not known or known[-1][0] <= known[0][1]:
        return value
    because = "the days on which its reports tell that it was said"
    return replace(value, when=Moment(f"{first}/{last}", first, last, "inferred", "", None, because))


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
            # Where an arranged deed was done, the words of the arrangement are no word of its happening.
            told = [one for one in entry.claims if getattr(one.finding, "status", None) == value.status]
            claim = min(told or entry.claims, key=lambda one: one.id)
            spans = claim.spans.get("act", ())
            deed = deed_of_event(value, _doers(spans, reads) if not value.who else ())
            first, last = _days(value.when, entry.reports, reports)
            against_itself = bool(deed.who) and deed.who == deed.whom and is_hostile(deed)
            if deed.kinds and last and not against_itself:
                tellers = _tellers(entry)
                found.append(
                    Fact(
                        deed, first, last, claim.id, value.what or "", spans, entry.origins,
                        is_planned=value.status == "scheduled",
                        is_disputed=bool(deed.kinds & contested() and tellers and not sides_of(tellers) & deed.who),
                        is_attributed=bool(tellers),
                        is_dated=days(value.when) is not None,
                    )
                )  # fmt: skip
        elif isinstance(value, Commitment) and value.kind in ("promise", "offer") and value.action:
            case = case_of(entry, reads, reports)
            if case.action and case.action.kinds and not case.action.is_negated and case.by and case.made:
                claim = min(entry.claims, key=lambda one: one.id)
                deed = replace(case.action, who=case.by)
                spans = claim.spans.get("action", ())
                found.append(Fact(deed, case.made, case.made, claim.id, value.action, spans, entry.origins, True))
    return found


def _tellers(entry: Entry) -> tuple[Actor, ...]:
    """By whose word alone an entry is told; nobody's where a report tells it in its own words."""
    said = [getattr(claim.finding, "said_by", ()) for claim in entry.claims]
    return tuple(actor for actors in said for actor in actors) if all(said) else ()


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
                sides, undergone = sides_of(doers), kind in load("deeds")["undergone"]
                deed = Deed(frozenset({kind}), *((NOBODY, sides) if undergone else (sides, NOBODY)))
                span = Span(read.report.id, first + start, first + end)
                if sides or (undergone and doers):
                    yield Fact(deed, *known, "", text[first:last].strip(), (span,), is_dated=False)


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
    by, made = _bound(value), made_on(entry, reports)
    action = deed_in(value.action, claim.spans.get("action", ()), read)
    condition = deed_in(value.condition, claim.spans.get("condition", ()), read, by)
    if condition and value.kind == "threat" and condition.who & by:
        # Nobody threatens with an answer to himself: others that the words name are to do it.
        spans = claim.spans.get("condition", ())
        named = sides_of(one.actor for one in _named(value.condition or "", spans, read))
        condition = replace(condition, who=(condition.who | named) - by)
    if condition and is_double(value.condition or ""):
        # Of "you attack and we do not answer" only the second part is denied.
        first = deed_of_words((value.condition or "").split(" and ")[0])
        condition = replace(condition, is_qualified=True, is_negated=condition.is_negated and first.is_negated)
    if condition and value.kind == "threat" and is_hostile(condition) and not (condition.who or value.to):
        condition = replace(condition, who=_feared(read, action, by | condition.whom))
    told = value.action or ""
    parts = parts_of(told) if action and not action.is_qualified else ()
    soon = (date.fromisoformat(made) + timedelta(days=PROMPT)).isoformat() if made else None
    prompt, ripe = soon if is_prompt(told) else None, soon if is_timed(value.condition or "") else None
    limit, slack = _deadline(value, made)
    return Case(
        value.kind, by, sides_of(value.to), made, condition, action, limit, parts, told, prompt, ripe=ripe, slack=slack
    )


def _feared(read: Read, action: Deed | None, others: frozenset[str]) -> frozenset[str]:
    """From whom the attack is feared that a threat would answer: whom its answer hits, else who attacks or arms there."""
    if action and action.whom - others:
        return action.whom - others
    told = (claim.finding for claim in read.claims if isinstance(claim.finding, Event) and claim.finding.act in ARMED)
    armed = frozenset(side for event in told for side in sides_of(event.who))
    return frozenset(side for side in armed if not allied({side}, others))


def _bound(value: Commitment) -> frozenset[str]:
    """The sides that a commitment binds: its makers', else that of the speaker, whose coalition or ministers they are."""
    return sides_of(value.by) or sides_of(value.said_by)


def made_on(entry: Entry, reports: Mapping[str, Report]) -> str:
    """The day since which deeds answer a commitment that was made again and again; "" where none is known.

    A threat stands since it was first made, but what is still demanded has not been done.
    """
    value = entry.value
    assert isinstance(value, Commitment)  # noqa: S101 -- the caller passes commitments
    found = sorted(known for claim in entry.claims if (known := said_on(claim, reports[claim.report_id])))
    shown = _days(value.when, entry.reports, reports)[0]
    return (max(shown, found[-1][0]) if value.kind == "demand" else min(shown or "9", found[0][0])) if found else shown


def said_on(claim: Claim, report: Report) -> tuple[str, str] | None:
    """First and last day on which a claim's words were said, else that of its report's publication; None: not known."""
    when = getattr(claim.finding, "when", None)
    meant = resolve(when, report.published) if isinstance(when, Expression) else when
    return days(meant) or days(report.published)


def _deadline(value: Commitment, made: str) -> tuple[str | None, int]:
    """The last day of a commitment's time, as ISO date, and by how many days it may end later.

    That of a length of time counts from the day of the words.
    """
    moment = value.deadline
    if not isinstance(moment, Moment):
        return None, 0
    if moment.latest:
        return moment.latest[:10], 0
    length = LENGTH.fullmatch(moment.value)
    if not (length and made):
        return None, 0
    span = timedelta(days=int(length[1]) * (7 if length[2] == "W" else 1))
    return (date.fromisoformat(made) + span).isoformat(), SLACK


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
    if spans and points(words) and read.report.text[: spans[0].end].endswith(words):
        start = spans[0].end - len(words)  # without the "if"
        return _pointed_at(words, replace(spans[0], start=start), read, maker)
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
            denied = deed_of_words(words).is_negated
            return replace(
                told, kinds=kinds, who=who, words=frozenset(), whom=frozenset(), is_negated=told.is_negated ^ denied
            )
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
