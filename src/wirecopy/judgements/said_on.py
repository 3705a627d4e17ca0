"""The day of a claim that another claim of its sentence has: what is said has the day of the act of saying it.

"In Monday's session she asked Russia to send its troops back": the demand is an event with the session's day. Without it
the lines of the ledger and of the statements had no day although that of the timeline had; nor had that of the timeline
where only the words were known to be Monday's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements.told import PAST, Told, days
from wirecopy.language.days.idle_days import is_told_back
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Actor, Commitment, Event, Figure, Span, Statement

SPOKEN = ("REQUEST", "THREATEN", "REJECT", "AGREE", "ACCUSE", "SUPPORT")
# The words by which a draft is put forward, how far behind them it is told of, and what stands before what it asks for.
ISSUED = ("published", "presented", "submitted", "issued", "proposed", "unveiled", "released", "circulated", "tabled")
NEAR = 900  # characters
OBLIGING = re.compile(
    r"\b(?:it|they|that|which|(?:draft|text|document|paper|agreement)s?|treat(?:y|ies))"
    r" would (?:also )?(?:[^.;:“”]{3,60} to )?$",
    re.I,
)
# Before a verb by which somebody does what he says: "We once again demand".
PERFORMED = re.compile(r"\b(?:I|we|We)(?: \w+ly| once| again| also| now| hereby| therefore| all| do){0,3} $")
# Before what is always so of one of whom a sentence tells more.
DESCRIBED = re.compile(r", (?:which|who) (?:(?:still|long|always) )?(?:\w+s (?:to )?(?:\w+ )?)?$")
ACTS = {
    "demand": ("REQUEST",),
    "threat": ("THREATEN",),
    "red line": ("THREATEN",),
    "refusal": ("REJECT",),
    "promise": ("AGREE",),
    "offer": ("AGREE",),
}


def with_days(told: Sequence[Told]) -> list[Told]:
    """All claims, those without a time with that of the claim that tells of the same saying, if it can be only one.

    A commitment has that of the event that tells how it was said; an event and a statement have that of each other, where
    one word tells both: "demanded".
    """
    acts: defaultdict[str, list[Told]] = defaultdict(list)
    words: defaultdict[tuple[str, int], list[Told]] = defaultdict(list)
    for one in told:
        if isinstance(one.finding, Event) and one.finding.status == "happened" and days(one.finding.when):
            acts[one.report.id].append(one)
        if (place := _word(one)) is not None and days(getattr(one.finding, "when", None)):
            words[one.report.id, place].append(one)
    said = [one for one in told if isinstance(one.finding, Statement) and days(one.finding.when)]
    quoted: defaultdict[str, list[Told]] = defaultdict(list)
    for one in said:
        quoted[one.report.id].append(one)
    dated = []
    for one in told:
        near, uttered = acts[one.report.id], quoted[one.report.id]
        spoken = _as_told(_in_words(_as_said(_on_paper(_dated(one, near), near), uttered), uttered), words)
        dated.append(_counted_in(spoken, near))
    return dated


def _word(one: Told) -> int | None:
    """Where the word stands by which an act of speech or an utterance is told."""
    finding, role = one.finding, "act" if isinstance(one.finding, Event) else "cue"
    spoken = isinstance(finding, Statement) or (
        isinstance(finding, Event) and finding.act in SPOKEN and finding.status == "happened"
    )
    spans = one.claim.spans.get(role, ())
    return spans[0].start if spoken and spans else None


def _as_told(one: Told, words: Mapping[tuple[str, int], Sequence[Told]]) -> Told:
    finding, place = one.finding, _word(one)
    if place is None or not isinstance(finding, Event | Statement) or finding.when is not None:
        return one
    others = [other.finding for other in words.get((one.report.id, place), ()) if other.claim.kind != one.claim.kind]
    found = {days(when): when for other in others if (when := getattr(other, "when", None))}
    return replace(one, finding=replace(finding, when=next(iter(found.values())))) if len(found) == 1 else one


def _dated(one: Told, acts: Sequence[Told]) -> Told:
    finding = one.finding
    if not isinstance(finding, Commitment) or finding.when is not None:
        return one
    found = {
        days(event.when): event.when
        for act in acts
        if isinstance(event := act.finding, Event)
        and event.act in ACTS[finding.kind]
        and _share_a_side(event.who, (*finding.by, *finding.said_by))
        and _in_one_sentence(act, one)
    }
    return replace(one, finding=replace(finding, when=next(iter(found.values())))) if len(found) == 1 else one


def _on_paper(one: Told, acts: Sequence[Told]) -> Told:
    """What a draft "would oblige" others to do, with the day on which the same side put it forward."""
    finding, action = one.finding, one.claim.spans.get("action", ())
    if not isinstance(finding, Commitment) or finding.kind != "demand" or finding.when is not None or not action:
        return one
    if finding.said_by or not OBLIGING.search(one.report.text, max(0, action[0].start - 120), action[0].start):
        return one
    found = {
        days(event.when): event.when
        for act in acts
        if isinstance(event := act.finding, Event)
        and event.act == "REQUEST"
        and event.who == finding.by
        and 0 < action[0].start - act.claim.spans["act"][0].start < NEAR
        and _word_of(act).lower() in ISSUED
    }
    return replace(one, finding=replace(finding, when=next(iter(found.values())))) if len(found) == 1 else one


def _word_of(act: Told) -> str:
    """The first word by which an act is told."""
    span = act.claim.spans["act"][0]
    return act.report.text[span.start : span.end].split(" ")[0]


def _as_said(one: Told, said: Sequence[Told]) -> Told:
    """A commitment with the day of the statement that it is made in by the same speaker."""
    finding, action = one.finding, one.claim.spans.get("action", ())
    if not isinstance(finding, Commitment) or finding.when is not None or not action:
        return one
    if is_told_back(one.report.text, action[0].start) or _is_described(one.report.text, action[0].start):
        return one
    makers = {actor.id for actor in (*finding.by, *finding.said_by)}
    found = {
        days(statement.when): statement.when
        for other in said
        if isinstance(statement := other.finding, Statement)
        and makers & {actor.id for actor in (statement.speaker, *statement.said_by) if actor is not None}
        and any(span.start <= action[0].start < span.end for span in other.claim.spans.get("words", ()))
    }
    return replace(one, finding=replace(finding, when=next(iter(found.values())))) if len(found) == 1 else one


def _in_words(one: Told, said: Sequence[Told]) -> Told:
    """An act that somebody does by the very words that are quoted ("We demand …", "we will not fight") with their day."""
    finding, act = one.finding, one.claim.spans.get("act", ())
    if not isinstance(finding, Event) or finding.when is not None or not act:
        return one
    before = one.report.text[max(0, act[0].start - 40) : act[0].start]
    by_words = finding.act in SPOKEN and finding.status == "happened" and PERFORMED.search(before) is not None
    refused = finding.status == "refused" and not _is_described(one.report.text, act[0].start)
    if not (by_words or refused):
        return one
    found = {
        days(statement.when): statement.when
        for other in said
        if isinstance(statement := other.finding, Statement)
        and statement.speaker is not None
        and _share_a_side(finding.who, (statement.speaker, *statement.said_by))
        and any(span.start <= act[0].start < span.end for span in other.claim.spans.get("words", ()))
    }
    return replace(one, finding=replace(finding, when=next(iter(found.values())))) if len(found) == 1 else one


def _is_described(text: str, start: int) -> bool:
    """Does it stand in a clause beside a name, on what is always so: "Oslo, which refuses to sell ships, will lend two"?"""
    return DESCRIBED.search(text, max(0, start - 60), start) is not None


def _counted_in(one: Told, acts: Sequence[Told]) -> Told:
    """A number that stands in the words of a deed with the deed's day: "on Monday Oslo put eight firms on its list"."""
    finding, number = one.finding, one.claim.spans.get("figure", ())
    if not isinstance(finding, Figure) or finding.as_of is not None or finding.status not in PAST or not number:
        return one
    found = {
        days(deed.when): deed.when for act in acts if isinstance(deed := act.finding, Event) and _holds(act, number[0])
    }
    return replace(one, finding=replace(finding, as_of=next(iter(found.values())))) if len(found) == 1 else one


def _holds(act: Told, number: Span) -> bool:
    """Does a number stand behind the word of a deed, in the words that tell it?"""
    word, what = act.claim.spans["act"][0], getattr(act.finding, "what", None) or ""
    start = act.report.text.rfind(what, max(0, word.start - len(what)), word.end + len(what)) if what else -1
    return start >= 0 and start <= word.start < number.start and number.end <= start + len(what)


def _share_a_side(who: Sequence[Actor], makers: Sequence[Actor]) -> bool:
    """Is a doer among the makers, or of the state that one of them is or speaks for?"""
    states = {actor.country for actor in makers if actor.country}
    return any(actor.id == maker.id for actor in who for maker in makers) or any(a.country in states for a in who)


def _in_one_sentence(act: Told, commitment: Told) -> bool:
    """Do an act's word and a commitment's action stand in one sentence of their report?"""
    words, action = act.claim.spans.get("act"), commitment.claim.spans.get("action")
    if not words or not action:
        return False
    first, last = sorted((words[0], action[0]), key=lambda span: span.start)
    return first.end >= last.start or not ENDED.search(act.report.text, first.end, last.start)
