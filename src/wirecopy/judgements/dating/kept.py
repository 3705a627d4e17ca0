"""What an undated report tells as done, and dated ones had fixed: more anchors of its day (see `anchors`).

A visitor is received on Tuesday whom another report has there on the 15th; two "last spoke on Saturday"; "eight days after the
bombing of Goma" counts from a day that others tell; what comes "next month" has its day elsewhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from functools import cache

from wirecopy import words
from wirecopy.judgements.dating.anchors import (
    COUNTED,
    OCCASION,
    PAIR,
    SHARED,
    Anchor,
    Anchors,
    Past,
    Plan,
    day_in,
)
from wirecopy.judgements.dating.sentences import Line, actors_of, quoted
from wirecopy.judgements.parties import sides
from wirecopy.judgements.weights import WORD, fold, stem
from wirecopy.model import Actor, Expression
from wirecopy.moments.calendar import moved
from wirecopy.moments.one_day import names_a_day

# How many times better a day fits on which somebody was received for whom another report had that day fixed, or that lies
# so many days behind a deed as the report says: the weekday must be right too, which of seven one is.
KEPT = 20.0
# Characters between a deed's words and its day.
CLOSE = 100
# Characters before "he" in which somebody is named.
BEFORE = 600
LAST_MET = re.compile(r"\blast (?:spoke|met|talked|saw)\b", re.I)
# "Eight days after the bombing fear is growing" counts to the day of the report itself; in the past tense it doesn't.
PAST_TENSE = re.compile(r"\b(?:was|were|had|said|told|did)\b")
SAME_MONTH = 2  # leading parts of a day: year and month


def kept(found: Anchors, report_id: str, days: Sequence[date]) -> list[Anchor]:
    """These anchors of a report, over the days on which it may have been published."""
    rules = (_received, _last_met, _days_after, _next_month)
    return [anchor for line in found.lines[report_id] for rule in rules for anchor in rule(found, line, days)]


def _received(found: Anchors, line: Line, days: Sequence[date]) -> Iterator[Anchor]:
    """Somebody was received on Tuesday: the Tuesday for which another report has him there, or with that host."""
    for when in _past_days(line) if _meeting().search(line.text) else ():
        met = [m.actor for m in actors_of(found.reads[line.report_id], line) if m.actor]
        plans = (p for p in found.plans if _is_of(p, met) and found.foreign(line.report_id, p.line.report_id))
        told = _fitting({plan.day: plan.line.path for plan in plans}, when, days)
        for day, path in told.items():
            weights = {one: math.log(1 + KEPT / len(told)) for one in days if day_in(when, one) == day}
            yield Anchor(weights, f"{quoted(line.text)} is told as of {when.said}, and {path} has it fixed for {day}")


def _is_of(plan: Plan, met: Sequence[Actor]) -> bool:
    """Is somebody whom a plan names, with the other or the place that stands nearest to its day, among those who met?"""
    if plan.near is None or plan.people.isdisjoint(actor.id for actor in met):
        return False
    return bool(sides((plan.near,)) & sides(actor for actor in met if actor.id not in plan.people))


def _last_met(found: Anchors, line: Line, days: Sequence[date]) -> Iterator[Anchor]:
    """Two people who "last spoke on Saturday": the Saturday on which dated reports have them speak.

    "With whom he last spoke": one of them may only be named a little before.
    """
    here = _people(found, line, line.start) if LAST_MET.search(line.text) else set()
    near = _people(found, line, line.start - BEFORE) if here else set()
    for when in _past_days(line) if here else ():
        talks = (
            one
            for one in found.told
            if found.foreign(line.report_id, one.line.report_id)
            and _meeting().search(one.line.text)
            and here & one.line.terms
            and len(near & one.line.terms) >= PAIR
        )
        told = _fitting({talk.day: talk.line.path for talk in talks}, when, days)
        for day, path in told.items():
            weights = {one: math.log(1 + OCCASION / len(told)) for one in days if day_in(when, one) == day}
            yield Anchor(weights, f"{quoted(line.text)} tells of {when.said}, and {path} has them speak on {day}")


def _people(found: Anchors, line: Line, start: int) -> set[str]:
    """The people who are named from a place to the end of a sentence."""
    end, mentions = line.start + len(line.text), found.reads[line.report_id].mentions
    return {m.actor.id for m in mentions if m.actor and m.actor.kind == "person" and start <= m.span.start < end}


def _days_after(found: Anchors, line: Line, days: Sequence[date]) -> Iterator[Anchor]:
    """ "Eight days after the bombing of Goma fear is growing": so many days behind the one that others give to it."""
    match = _counted().search(line.text)
    if match is None or PAST_TENSE.search(line.text):
        return
    count = _number(match["count"]) * (7 if match["unit"].lower().startswith("week") else 1)
    wanted = {stem(fold(word[0])) for word in WORD.finditer(match["what"])} & line.terms
    near = (
        one
        for one in (found.told if len(wanted) >= SHARED else ())
        if wanted <= one.line.terms and found.foreign(line.report_id, one.line.report_id) and _is_beside(one, wanted)
    )
    told = {one.day: one.line.path for one in near}
    for day, path in sorted(told.items()):
        weights = {one: math.log(1 + KEPT / len(told)) for one in days if one == day + timedelta(count)}
        yield Anchor(weights, f"{quoted(line.text)} counts from what {path} tells of {day}")


def _next_month(found: Anchors, line: Line, days: Sequence[date]) -> Iterator[Anchor]:
    """What is to come "on the 13th of next month", for which another report has its day: the month before that."""
    if not any(e.form == "offset" and e.unit == "month" and e.count == 1 for e in line.times):
        return
    like = [
        p for p in found.plans if found.foreign(line.report_id, p.line.report_id) and found.one_matter(line, p.line)
    ]
    months = {plan.day.timetuple()[:SAME_MONTH]: plan for plan in reversed(like)}
    for month, plan in sorted(months.items()):
        fits = (one for one in days if moved(one.replace(day=1), "month", 1).timetuple()[:SAME_MONTH] == month)
        because = f"{quoted(line.text)} is of next month, and {plan.line.path} names {plan.day}"
        yield Anchor(dict.fromkeys(fits, math.log(1 + OCCASION / len(months))), because)


def _past_days(line: Line) -> list[Expression]:
    """The days of the past that a sentence names, as far as they depend on that of publication."""
    return [e for e in line.times if e.form in COUNTED and names_a_day(e) and e.direction != "future"]


def _fitting(told: Mapping[date, str], when: Expression, days: Iterable[date]) -> dict[date, str]:
    """Of the days that others tell those that an expression can mean, in order."""
    meant = {day_in(when, one) for one in days}
    return {day: path for day, path in sorted(told.items()) if day in meant}


def _is_beside(one: Past, wanted: Set[str]) -> bool:
    """Do words stand close to the day of a sentence?"""
    places = [match.start() for match in WORD.finditer(one.line.text) if stem(fold(match[0])) in wanted]
    return bool(places) and all(abs(one.line.start + place - one.at) <= CLOSE for place in places)


@cache
def _meeting() -> re.Pattern[str]:
    """Words of people who meet or speak."""
    return re.compile(rf"\b(?:{'|'.join(words.load('times')['meeting'])})\b", re.I)


@cache
def _counted() -> re.Pattern[str]:
    """So many days after something that the words name."""
    numbers = "|".join(words.load("times")["cardinals"])
    return re.compile(
        rf"\b(?P<count>\d{{1,2}}|{numbers}) (?P<unit>days?|weeks?) after (?P<what>(?:the|an?) [^,.;:\n]{{4,60}})", re.I
    )


def _number(said: str) -> int:
    return int(said) if said.isdigit() else int(words.load("times")["cardinals"][said.lower()])
