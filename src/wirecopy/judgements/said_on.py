"""The day of a commitment whose own words name none: that of the act of saying it, which an event of its sentence tells.

"In Monday's session she asked Russia to send its troops back": the demand is an event with the session's day. Without it
the line of the ledger had no day although that of the timeline had.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from wirecopy.judgements.told import SENTENCE_END, Told, days
from wirecopy.model import Actor, Commitment, Event

ACTS = {
    "demand": ("REQUEST",),
    "threat": ("THREATEN",),
    "red line": ("THREATEN",),
    "refusal": ("REJECT",),
    "promise": ("AGREE",),
    "offer": ("AGREE",),
}


def with_days(told: Sequence[Told]) -> list[Told]:
    """All claims, each commitment without a time with that of the event that tells how it was said, if it can be only one."""
    acts: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if isinstance(one.finding, Event) and one.finding.status == "happened" and days(one.finding.when):
            acts[one.report.id].append(one)
    return [_dated(one, acts[one.report.id]) for one in told]


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
    return first.end >= last.start or not SENTENCE_END.search(act.report.text, first.end, last.start)
