"""What was said in a talk is of that talk's day, where the reports know the day and only one such talk fits.

"In a call with her earlier this month, in which Paz warned …": another report tells that the two spoke on the 7th.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements.grouping import Judge, groups
from wirecopy.judgements.parties import ids, parties, sides
from wirecopy.judgements.said_on import SPOKEN
from wirecopy.judgements.told import Told, days
from wirecopy.judgements.worlds import WORLDS
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Actor, Commitment, Event, Moment, Statement

# Before the word for a talk: what is said then is said in it, and not after it.
IN_IT = re.compile(r"\b(?:[Dd]uring|[Ii]n|[Aa]t|[Oo]n) (?:an? |the |their |his |her )?(?:[\w-]+ ){0,2}$")
BESIDE = re.compile(r"\b(?:[Aa]fter|[Bb]efore|[Ss]ince|[Ff]ollowing|[Aa]head of) (?:[\w-]+ ){0,4}$")
# Behind it: what follows is said in it.
OF_IT = re.compile(r"\b(?:(?:in|during|at) which|where) ")
# A participle that goes on from the talk: "a two-hour discussion with Paz, urging her to wait".
GOING_ON = re.compile(r"[^,;:]*,? (?P<act>\w+ing)\b")


def with_talk_days(told: Sequence[Told], judge: Judge) -> list[Told]:
    """All claims, those that one says in a talk of their sentence with the talk's day if they have none, or a vaguer one.

    `judge` says which talks are one.
    """
    known = _days_of_talks([one for one in told if _is_talk(one)], judge)
    talks: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if _is_talk(one):
            talks[one.report.id].append(one)
    return [_dated(one, talks[one.report.id], known) for one in told]


def _is_talk(told: Told) -> bool:
    event = told.finding
    if not isinstance(event, Event) or event.act != "CONSULT" or event.mode == "paper":
        return False
    return WORLDS[event.status] == "real" and "act" in told.claim.spans


def _days_of_talks(talks: Sequence[Told], judge: Judge) -> Mapping[str, str]:
    """Claim of a talk that has no day of its own → the one day that the other claims of that talk have."""
    known: dict[str, str] = {}
    for group in groups(talks, judge)[0]:
        found = {day for one in group if (day := _one_day(one)) is not None}
        if len(found) == 1:
            known |= {one.claim.id: next(iter(found)) for one in group if _one_day(one) is None}
    return known


def _one_day(told: Told) -> str | None:
    span = days(getattr(told.finding, "when", None))
    return span[0] if span and span[0] == span[1] else None


def _dated(one: Told, talks: Sequence[Told], known: Mapping[str, str]) -> Told:
    finding = one.finding
    if not isinstance(finding, Event | Statement | Commitment) or _one_day(one) is not None:
        return one
    if isinstance(finding, Event) and (finding.act not in SPOKEN or finding.status != "happened"):
        return one
    shared = (talk for talk in talks if _is_of_one_time(finding.when, talk) and not BESIDE.search(_before(talk)))
    said = (talk for talk in talks if _is_said_in(one, talk))
    nearest = next(shared, None) or max(said, key=_act, default=None)
    day = known.get(nearest.claim.id) if nearest else None
    span = days(finding.when)
    if day is None or (finding.when is not None and not (span and span[0] <= day <= span[1])):
        return one
    moment = Moment(day, day, day, "inferred", because="the day that other reports give for that talk")
    return replace(one, finding=replace(finding, when=moment))


def _is_of_one_time(when: object, talk: Told) -> bool:
    """Has it its time from the words that give the talk's: "in a call earlier this month she warned … She also asked …"?"""
    own = getattr(talk.finding, "when", None)
    return isinstance(when, Moment) and isinstance(own, Moment) and own.span is not None and when.span == own.span


def _is_said_in(one: Told, talk: Told) -> bool:
    """Does somebody who took part say it in the sentence of a talk, and in the talk by its words?"""
    start, end, text = _act(talk), _said(one), one.report.text
    assert isinstance(talk.finding, Event)  # noqa: S101 -- talks are events
    if not 0 <= start < end or ENDED.search(text, start, end) or not ids(_makers(one)) & ids(parties(talk.finding)):
        return False
    heard = (*getattr(one.finding, "whom", ()), *getattr(one.finding, "to", ()))
    if heard and not sides(heard) & sides(parties(talk.finding)):
        return False
    goes_on = GOING_ON.match(text, start)
    return (
        IN_IT.search(_before(talk)) is not None
        or OF_IT.search(text, start, end) is not None
        or (goes_on is not None and goes_on.start("act") == end)
    )


def _before(talk: Told) -> str:
    """What stands before the word for a talk in its sentence."""
    return ENDED.split(talk.report.text[: _act(talk)])[-1]


def _makers(told: Told) -> tuple[Actor, ...]:
    """Who says it."""
    finding = told.finding
    if isinstance(finding, Statement):
        return tuple(one for one in (finding.speaker, *finding.said_by) if one is not None)
    if isinstance(finding, Commitment):
        return (*finding.by, *finding.said_by)
    return finding.who if isinstance(finding, Event) else ()


def _act(talk: Told) -> int:
    return min(span.start for span in talk.claim.spans["act"])


def _said(told: Told) -> int:
    """Where the word for what is said stands, else what is said; −1 where neither is known."""
    spans = told.claim.spans
    found = next((spans[role] for role in ("act", "cue", "strength", "action", "words") if spans.get(role)), ())
    return min((span.start for span in found), default=-1)
