"""The day of a claim that another claim of its sentence has: what is said has the day of the act of saying it.

"In Monday's session she asked Russia to send its troops back": the demand is an event with the session's day. Without it
the lines of the ledger and of the statements had no day although that of the timeline had; nor had that of the timeline
where only the words were known to be Monday's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements.told import Told, days
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Actor, Commitment, Event, Statement

SPOKEN = ("REQUEST", "THREATEN", "REJECT", "AGREE", "ACCUSE", "SUPPORT")
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
    return [_as_told(_as_said(_dated(one, acts[one.report.id]), quoted[one.report.id]), words) for one in told]


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


def _as_said(one: Told, said: Sequence[Told]) -> Told:
    """A commitment with the day of the statement that it is made in by the same speaker."""
    finding, action = one.finding, one.claim.spans.get("action", ())
    if not isinstance(finding, Commitment) or finding.when is not None or not action:
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
