"""What an undated report and a dated one both tell of one occasion, and which days of publication that leaves.

A meeting or deed by the same parties whose day the dated report has; talks that are only foreseen for a month here and have a
day there; a delivery that is on its way here and has arrived there. None of this is sure, so that several must agree before a
day stands out (`dating.from_story`). Days of the dated report are those by its own date; copies of one report say nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from wirecopy import plover
from wirecopy.judgements.dating.sentences import Line, actors_of, foresees, is_vague, quoted, stage
from wirecopy.judgements.parties import ids, parties, seated, sides
from wirecopy.model import Actor, Event, Expression, Read, Span
from wirecopy.moments.calendar import Days
from wirecopy.moments.one_day import day_meant, names_a_day

# How many times better a day fits on which two reports mean one day of what the same parties do; shared out where the dated
# reports tell the like of several days: of 13 such days in the corpus six were right, two of two that stood alone.
OCCASION = 8.0
# A report that foresees what another has fixed or done is so many times as often the earlier one: of 17 such pairs 15 were.
ORDER = 6.0
# What two sentences must share to be of one matter, and the share of origins that one of the words they share has at most.
SHARED, SELDOM = 2, 0.35
# A number or a designation ("F-16") that so many origins have names one matter.
NAMES = 3
# People who are to meet "soon" do so within these days.
SOON, PAIR = 7, 2
# Forms of which the day depends on that of publication.
COUNTED = ("weekday", "offset")
REAL, WORDS_ALONE = ("happened", "ongoing", "scheduled"), (0, 3)
# Characters between a place and its day: "in Lima on Friday".
BESIDE = 25


class Anchor(NamedTuple):
    """For days of publication the logarithm of how much better (or worse) they fit than others, and why."""

    weights: Mapping[date, float]
    because: str


class Deed(NamedTuple):
    """What a dated report tells, with its day."""

    event: Event
    day: date
    report_id: str
    path: str


class Plan(NamedTuple):
    """A sentence of a dated report that names a day to come; who or what stands right before that day, and the other people."""

    line: Line
    day: date
    told: date
    near: Actor | None
    people: frozenset[str]


class Past(NamedTuple):
    """A sentence of a dated report that names a day of the past, and where it does."""

    line: Line
    day: date
    at: int


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the reports of an account tell, for holding undated ones against dated ones.

    `holders` counts the origins that have a term; `deeds` are by act; `things` has the sentences of dated reports by what
    they name, `told` those that name a day of the past.
    """

    reads: Mapping[str, Read]
    lines: Mapping[str, tuple[Line, ...]]
    holders: Mapping[str, int]
    origins: Mapping[str, str]
    dated: Mapping[str, Days]
    deeds: Mapping[str | None, tuple[Deed, ...]]
    plans: tuple[Plan, ...]
    told: tuple[Past, ...]
    things: Mapping[str, tuple[Line, ...]]

    def of(self, report_id: str, days: Iterable[date]) -> list[Anchor]:
        """The anchors of a report, over the days on which it may have been published."""
        listed = list(days)
        ordered = [*self._fixed(report_id, listed), *self._stages(report_id, listed)]
        return [*self._occasions(report_id, listed), *self._soon(report_id, listed), *_tightest(ordered)]

    def foreign(self, report_id: str, other: str) -> bool:
        return self.origins[other] != self.origins[report_id]

    # ---- one occasion, of which the other has the day
    def _occasions(self, report_id: str, days: Sequence[date]) -> Iterator[Anchor]:
        for event, when, span in _timed_events(self.reads[report_id]):
            if when.form not in COUNTED:
                continue
            like = (deed for deed in self.deeds.get(event.act, ()) if _alike(event, deed.event))
            told = self._first_tellers(report_id, like)
            said = quoted(next(line.text for line in reversed(self.lines[report_id]) if line.start <= span.start))
            for day, path in told.items():
                weights = {one: math.log(1 + OCCASION / len(told)) for one in days if day_in(when, one) == day}
                yield Anchor(weights, f"{said} is told as of {when.said}, and {path} tells it of {day}")

    def _soon(self, report_id: str, days: Sequence[date]) -> Iterator[Anchor]:
        """Two people who are to meet or speak "in the coming days": the days before those on which they did."""
        people = {m.actor.id for m in self.reads[report_id].mentions if m.actor and m.actor.kind == "person"}
        for line in self.lines[report_id]:
            pair = line.terms & people
            if len(pair) != PAIR or not any(e.form == "stretch" and e.direction == "future" for e in line.times):
                continue
            held = (
                d for d in self.deeds.get("CONSULT", ()) if d.event.status == "happened" and pair <= _seats(d.event)
            )
            told = self._first_tellers(report_id, held)
            for day, path in told.items():
                weights = {one: math.log(1 + OCCASION / len(told)) for one in days if 0 <= (day - one).days <= SOON}
                yield Anchor(weights, f"{quoted(line.text)} is still to come, and {path} tells it of {day}")

    def _first_tellers(self, report_id: str, deeds: Iterable[Deed]) -> dict[date, str]:
        """The days of deeds, each with the first report that tells of it, by path; a report's own copies are left out."""
        found = [(deed.day, deed.path) for deed in deeds if self.foreign(report_id, deed.report_id)]
        return dict(sorted(found, reverse=True))

    # ---- foreseen here, fixed or done there
    def _fixed(self, report_id: str, days: Sequence[date]) -> Iterator[Order]:
        """A meeting that is foreseen for a month, or for the new year, of which the other report has the day."""
        own = {e.value for line in self.lines[report_id] for e in line.times}
        for line in self.lines[report_id]:
            for plan in self.plans if is_vague(line) else ():
                fits = foresees(line, plan.day) and f"{plan.day:XXXX-%m-%d}" not in own
                if fits and self.foreign(report_id, plan.line.report_id) and self.one_matter(line, plan.line):
                    because = (
                        f"{quoted(line.text)} knows no day yet, and {plan.line.path} of {plan.told} names {plan.day}"
                    )
                    yield _order(line, days, plan.told, True, because)

    def _stages(self, report_id: str, days: Sequence[date]) -> Iterator[Order]:
        """A matter, known by a number that few have, that is on its way in the one and over in the other report."""
        for line in self.lines[report_id]:
            for its in (its for thing in sorted(line.things) for its in self.things.get(thing, ())):
                if not self.foreign(report_id, its.report_id) or not line.terms & its.terms:
                    continue
                first, last = self.dated[its.report_id]
                stages = stage(line), stage(its)
                if stages == ("ahead", "over"):
                    day = min((day for e in its.times if (day := day_in(e, last))), default=last)
                    because = f"{quoted(line.text)} is still to come, and {its.path} tells it of {day}"
                    yield _order(line, days, day, True, because)
                elif stages == ("over", "ahead"):
                    because = f"{quoted(line.text)} is over, and {its.path} of {first} tells it as still to come"
                    yield _order(line, days, first, False, because)

    def one_matter(self, line: Line, other: Line) -> bool:
        """Do two sentences share words enough, and one that few reports have?"""
        shared = line.terms & other.terms
        most = max(2.0, SELDOM * len(set(self.origins.values())))
        return len(shared) >= SHARED and any(self.holders[term] <= most for term in shared)


class Order(NamedTuple):
    """An anchor that says that a report is no later (or no earlier) than a day, with the sentence that it rests on."""

    line: Line
    before: bool
    anchor: Anchor


def anchors(
    reads: Sequence[Read], lines: Mapping[str, tuple[Line, ...]], dated: Mapping[str, Days], origins: Mapping[str, str]
) -> Anchors:
    """The anchors that an account's reports can give, with their `lines_of`; copies of one of the `origins` count as one."""
    families = {read.report.id: origins.get(read.report.id, read.report.id) for read in reads}
    by_id = {read.report.id: read for read in reads}
    terms: dict[str, set[str]] = defaultdict(set)
    things: dict[str, list[Line]] = defaultdict(list)
    for one, own in lines.items():
        terms[families[one]].update(*(line.terms | line.things for line in own))
        for line in own if one in dated else ():
            for thing in line.things:
                things[thing].append(line)
    holders = Counter(chain.from_iterable(terms.values()))
    deeds: dict[str | None, list[Deed]] = defaultdict(list)
    for one, (first, last) in sorted(dated.items()):
        for event, when, _ in _timed_events(by_id[one]) if first == last else ():
            if day := day_in(when, first):
                deeds[event.act].append(Deed(event, day, one, by_id[one].report.path))
    return Anchors(
        by_id,
        lines,
        holders,
        families,
        dated,
        {act: tuple(found) for act, found in deeds.items()},
        tuple(_plans(by_id, lines, dated)),
        tuple(_told(lines, dated)),
        {thing: tuple(found) for thing, found in things.items() if holders[thing] <= NAMES},
    )


def _plans(reads: Mapping[str, Read], lines: Mapping[str, Iterable[Line]], dated: Mapping[str, Days]) -> Iterator[Plan]:
    for one, (_, told) in sorted(dated.items()):
        for line in lines[one]:
            for e in line.times:
                day = day_in(e, told) if e.direction == "future" else None
                if day and day > told:
                    named = actors_of(reads[one], line)
                    before = [m for m in named if m.span.end <= e.span.start <= m.span.end + BESIDE]
                    near = max(before, key=lambda m: m.span.end).actor if before else None
                    people = frozenset(
                        m.actor.id for m in named if m.actor and m.actor.kind == "person" and m.actor != near
                    )
                    yield Plan(line, day, told, near, people)


def _told(lines: Mapping[str, Iterable[Line]], dated: Mapping[str, Days]) -> Iterator[Past]:
    for one, (first, last) in sorted(dated.items()):
        for line in lines[one] if first == last else ():
            for e in line.times:
                day = day_in(e, last) if e.direction != "future" else None
                if day and day <= last:
                    yield Past(line, day, e.span.start)


def _timed_events(read: Read) -> Iterator[tuple[Event, Expression, Span]]:
    """A report's meetings and material deeds that are told with a day and by name, and where."""
    for claim in read.claims:
        event = claim.finding
        if not isinstance(event, Event) or event.status not in REAL or plover.quad(event.act) in WORDS_ALONE:
            continue
        if isinstance(event.when, Expression) and names_a_day(event.when) and parties(event):
            yield event, event.when, claim.spans["act"][0]


def _seats(event: Event) -> frozenset[str]:
    return ids(parties(event))


def _alike(one: Event, other: Event) -> bool:
    """Are both, of one act, by the same parties, or by one of them at the same place?"""
    if one.where and other.where and not sides(one.where) & sides(other.where):
        return False
    if _seats(one) & _seats(other) and ids(one.where) & ids(other.where):
        return True
    mine, yours = parties(one), parties(other)
    if plover.mutual(one.act):
        return min(len(mine), len(yours)) > 1 and seated(mine, yours) and seated(yours, mine)
    return bool(one.whom) and ids(one.who) == ids(other.who) and ids(one.whom) == ids(other.whom)


def day_in(e: Expression, published: date) -> date | None:
    """The one day that an expression means in a report of that day."""
    return day_meant(e, published) if names_a_day(e) else None


def _order(line: Line, days: Iterable[date], limit: date, before: bool, because: str) -> Order:
    """Publication up to a day, or from it on."""
    wrong = (one for one in days if (one > limit if before else one < limit))
    return Order(line, before, Anchor(dict.fromkeys(wrong, -math.log(ORDER)), because))


def _tightest(found: Iterable[Order]) -> list[Anchor]:
    """Of each sentence's orders the one that leaves the fewest days, once for each side: a sentence is one witness."""
    best: dict[tuple[int, bool], Order] = {}
    for order in found:
        key = order.line.start, order.before
        if key not in best or len(order.anchor.weights) > len(best[key].anchor.weights):
            best[key] = order
    return [order.anchor for order in best.values()]
