"""A commitment as a case: since when it stands, until when, and its condition and action read as deeds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from wirecopy.judgements.outcomes.cases import Case
from wirecopy.judgements.outcomes.comparing_deeds import allied
from wirecopy.judgements.outcomes.deed_kinds import Deed, vague
from wirecopy.judgements.outcomes.deed_traits import is_double, is_hostile, is_leaving, is_prompt, is_timed, points
from wirecopy.judgements.outcomes.deeds import Named, deed_of_words, parts_of, sides_of
from wirecopy.judgements.told import days
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Claim, Commitment, Entry, Event, Expression, Moment, Read, Report, Span
from wirecopy.moments.resolve import resolve

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


def case_of(entry: Entry, reads: Mapping[str, Read], reports: Mapping[str, Report]) -> Case:
    """A commitment as the rules see it, with its condition and action read as deeds."""
    value = entry.value
    assert isinstance(value, Commitment)  # noqa: S101 -- the caller passes commitments
    claim = lead_of(entry)
    read = reads[claim.report_id]
    by, made = _bound(value), made_on(entry, reports)
    action = _placed(deed_in(value.action, claim.spans.get("action", ()), read), entry, reads)
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


def _placed(action: Deed | None, entry: Entry, reads: Mapping[str, Read]) -> Deed | None:
    """The deed with the country that a force goes home from, where another wording names it: its ruler is bound too."""
    if action is None or action.whom or not is_leaving(action):
        return action
    spans = [(claim.spans.get("action", ()), reads[claim.report_id]) for claim in entry.claims]
    told = (claim.finding for claim in entry.claims)
    words = (one.action or "" for one in told if isinstance(one, Commitment))
    named = (_named(said, span, read) for said, (span, read) in zip(words, spans, strict=True))
    places = sides_of(one.actor for found in named for one in found)
    return replace(action, whom=places - _bound_by(entry))


def _bound_by(entry: Entry) -> frozenset[str]:
    assert isinstance(entry.value, Commitment)  # noqa: S101 -- the caller passes commitments
    return _bound(entry.value)


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
    shown = days_of(value.when, entry.reports, reports)[0]
    return (max(shown, found[-1][0]) if value.kind == "demand" else min(shown or "9", found[0][0])) if found else shown


def days_of(when: object, told_in: Iterable[str], reports: Mapping[str, Report]) -> tuple[str, str]:
    """First and last day of a time, else of the publication of the first report that tells it; empty where neither is known."""
    known = days(when)
    if known:
        return known
    published = sorted(found for one in told_in if (found := days(reports[one].published)))
    return published[0] if published else ("", "")


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
    ends = [start, *(start + end.end() for end in ENDED.finditer(before)), span.start]
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
