"""What an undated report and a dated one both tell of one occasion, and which days of publication that leaves.

A meeting or deed by the same parties whose day the dated report has; talks that are only foreseen for a month here and have a
day there; a delivery that is on its way here and has arrived there. None of this is sure, so that several must agree before a
day stands out (`dating.from_story`). Days of the dated report are those by its own date; copies of one report say nothing.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from wirecopy import plover, words
from wirecopy.judgements.parties import ids, parties, seated, sides
from wirecopy.judgements.weights import TELLING, Worded
from wirecopy.model import Event, Expression, Moment, Read, Span
from wirecopy.moments.calendar import Days
from wirecopy.moments.likely import new_year_ahead
from wirecopy.moments.resolve import known, resolve

# How many times better a day fits on which two reports mean one day of what the same parties do; shared out where the dated
# reports tell the like of several days: of 13 such days in the corpus six were right, two of two that stood alone.
OCCASION = 8.0
# A report that foresees what another has fixed or done is so many times as often the earlier one: of 17 such pairs 15 were.
ORDER = 6.0
# What two sentences must share to be of one matter, and the share of origins that one of the words they share has at most.
SHARED, SELDOM = 2, 0.35
# A number or a designation ("F-16") that so many origins have names one matter.
NAMES = 3
# A meeting that is to come "early" in a month lies in its first half; people who are to meet "soon" do so within these days.
EARLY, SOON, PAIR = 15, 7, 2
FORMS = ("weekday", "partial", "absolute", "offset")
# Forms of which the day depends on that of publication.
COUNTED = ("weekday", "offset")
REAL, WORDS_ALONE = ("happened", "ongoing", "scheduled"), (0, 3)
MONTH = re.compile(r"XXXX-(\d\d)(?:/(\w+))?$")
DESIGNATION = re.compile(r"\b([A-Z]{1,4})-?(\d{1,4})s?\b")
AMOUNT = re.compile(r"(\d[\d.,]*\d|\d)[\s-]?(thousand|million|billion|m|bn)\b", re.I)
SCALES = {"m": "million", "bn": "billion"}
# Characters of a sentence that a reason quotes.
LONGEST = 70


class Anchor(NamedTuple):
    """For days of publication the logarithm of how much better (or worse) they fit than others, and why."""

    weights: Mapping[date, float]
    because: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, with the one before it, its telling stems and those it names, the things it names by number, its times."""

    report_id: str
    path: str
    start: int
    text: str
    before: str
    terms: frozenset[str]
    things: frozenset[str]
    times: tuple[Expression, ...]


class Deed(NamedTuple):
    """What a dated report tells, with its day."""

    event: Event
    day: date
    report_id: str
    path: str


class Plan(NamedTuple):
    """A sentence of a dated report that names a day to come."""

    line: Line
    day: date
    told: date


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the reports of an account tell, for holding undated ones against dated ones.

    `holders` has the origins that have a term; `deeds` are by act, `things` the sentences of dated reports by what they name.
    """

    reads: Mapping[str, Read]
    lines: Mapping[str, tuple[Line, ...]]
    holders: Mapping[str, frozenset[str]]
    origins: Mapping[str, str]
    dated: Mapping[str, Days]
    deeds: Mapping[str | None, tuple[Deed, ...]]
    plans: tuple[Plan, ...]
    things: Mapping[str, tuple[Line, ...]]

    def of(self, report_id: str, days: Iterable[date]) -> list[Anchor]:
        """The anchors of a report, over the days on which it may have been published."""
        listed = list(days)
        ordered = [*self._fixed(report_id, listed), *self._stages(report_id, listed)]
        return [*self._occasions(report_id, listed), *self._soon(report_id, listed), *_tightest(ordered)]

    def _foreign(self, report_id: str, other: str) -> bool:
        return self.origins[other] != self.origins[report_id]

    # ---- one occasion, of which the other has the day
    def _occasions(self, report_id: str, days: Sequence[date]) -> Iterator[Anchor]:
        for event, when, span in _timed_events(self.reads[report_id]):
            if when.form not in COUNTED:
                continue
            like = (deed for deed in self.deeds.get(event.act, ()) if _alike(event, deed.event))
            told = self._first_tellers(report_id, like)
            said = _quoted(next(line.text for line in reversed(self.lines[report_id]) if line.start <= span.start))
            for day, path in told.items():
                weights = {one: math.log(1 + OCCASION / len(told)) for one in days if _day(when, one) == day}
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
                yield Anchor(weights, f"{_quoted(line.text)} is still to come, and {path} tells it of {day}")

    def _first_tellers(self, report_id: str, deeds: Iterable[Deed]) -> dict[date, str]:
        """The days of deeds, each with the first report that tells of it, by path; a report's own copies are left out."""
        found = [(deed.day, deed.path) for deed in deeds if self._foreign(report_id, deed.report_id)]
        return dict(sorted(found, reverse=True))

    # ---- foreseen here, fixed or done there
    def _fixed(self, report_id: str, days: Sequence[date]) -> Iterator[Order]:
        """A meeting that is foreseen for a month, or for the new year, of which the other report has the day."""
        own = {e.value for line in self.lines[report_id] for e in line.times}
        for line in self.lines[report_id]:
            for plan in self.plans if _is_vague(line) else ():
                fits = _foresees(line, plan.day) and f"{plan.day:XXXX-%m-%d}" not in own
                if fits and self._foreign(report_id, plan.line.report_id) and self._one_matter(line, plan.line):
                    because = (
                        f"{_quoted(line.text)} knows no day yet, and {plan.line.path} of {plan.told} names {plan.day}"
                    )
                    yield _order(line, days, plan.told, True, because)

    def _stages(self, report_id: str, days: Sequence[date]) -> Iterator[Order]:
        """A matter, known by a number that few have, that is on its way in the one and over in the other report."""
        for line in self.lines[report_id]:
            for its in (its for thing in sorted(line.things) for its in self.things.get(thing, ())):
                if not self._foreign(report_id, its.report_id) or not line.terms & its.terms:
                    continue
                first, last = self.dated[its.report_id]
                stages = _stage(line), _stage(its)
                if stages == ("ahead", "over"):
                    day = min((day for e in its.times if (day := _day(e, last))), default=last)
                    because = f"{_quoted(line.text)} is still to come, and {its.path} tells it of {day}"
                    yield _order(line, days, day, True, because)
                elif stages == ("over", "ahead"):
                    because = f"{_quoted(line.text)} is over, and {its.path} of {first} tells it as still to come"
                    yield _order(line, days, first, False, because)

    def _one_matter(self, line: Line, other: Line) -> bool:
        """Do two sentences share words enough, and one that few reports have?"""
        shared = line.terms & other.terms
        most = max(2.0, SELDOM * len(set(self.origins.values())))
        return len(shared) >= SHARED and any(len(self.holders[term]) <= most for term in shared)


class Order(NamedTuple):
    """An anchor that says that a report is no later (or no earlier) than a day, with the sentence that it rests on."""

    line: Line
    before: bool
    anchor: Anchor


def anchors(
    reads: Sequence[Read], listed: Mapping[str, Worded], dated: Mapping[str, Days], origins: Mapping[str, str]
) -> Anchors:
    """The anchors that an account's reports can give; `origins` names the family of each, whose copies count as one."""
    families = {read.report.id: origins.get(read.report.id, read.report.id) for read in reads}
    by_id = {read.report.id: read for read in reads}
    lines = {one: tuple(_lines(read, listed[one])) for one, read in by_id.items()}
    holders: dict[str, set[str]] = defaultdict(set)
    things: dict[str, list[Line]] = defaultdict(list)
    for line in (line for own in lines.values() for line in own):
        for term in line.terms | line.things:
            holders[term].add(families[line.report_id])
        for thing in line.things if line.report_id in dated else ():
            things[thing].append(line)
    deeds: dict[str | None, list[Deed]] = defaultdict(list)
    for one, (first, last) in sorted(dated.items()):
        for event, when, _ in _timed_events(by_id[one]) if first == last else ():
            if day := _day(when, first):
                deeds[event.act].append(Deed(event, day, one, by_id[one].report.path))
    return Anchors(
        by_id,
        lines,
        {term: frozenset(found) for term, found in holders.items()},
        families,
        dated,
        {act: tuple(found) for act, found in deeds.items()},
        tuple(_plans(lines, dated)),
        {thing: tuple(found) for thing, found in things.items() if len(holders[thing]) <= NAMES},
    )


def _lines(read: Read, own: Worded) -> Iterator[Line]:
    text, before = read.report.text, ""
    for sentence in own.sentences:
        start, end = sentence.start, sentence.end
        named = {m.actor.id for m in read.mentions if m.actor and start <= m.span.start < end}
        telling = {stem for stem in sentence.stems if own.terms[stem] > TELLING}
        times = tuple(e for e in read.expressions if start <= e.span.start < end)
        said = text[start:end]
        terms, things = frozenset(telling | named), frozenset(_things(said))
        yield Line(read.report.id, read.report.path, start, said, before, terms, things, times)
        before = said


def _things(text: str) -> Iterator[str]:
    """What a sentence names by number: designations ("F-16"), and amounts with their scale ("$200million")."""
    for match in DESIGNATION.finditer(text):
        yield f"{match[1]}{match[2]}".lower()
    for match in AMOUNT.finditer(text):
        scale = match[2].lower()
        yield f"{match[1].replace(',', '')} {SCALES.get(scale, scale)}"


def _plans(lines: Mapping[str, Iterable[Line]], dated: Mapping[str, Days]) -> Iterator[Plan]:
    for one, (_, told) in sorted(dated.items()):
        for line in lines[one]:
            for e in line.times:
                day = _day(e, told) if e.direction == "future" else None
                if day and day > told:
                    yield Plan(line, day, told)


@cache
def _stage_words() -> Mapping[str, re.Pattern[str]]:
    stages = words.load("times")["stages"]
    return {stage: re.compile(rf"\b(?:{'|'.join(told)})\b", re.I) for stage, told in stages.items()}


def _stage(line: Line) -> str | None:
    """Whether a sentence, else the one before it, tells of something on its way or of something done; None for both."""
    for text in (line.text, line.before):
        found = [stage for stage, pattern in _stage_words().items() if pattern.search(text)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _months(line: Line) -> list[re.Match[str]]:
    """The months to come that a sentence names without a day."""
    return [found for e in line.times if e.direction == "future" and (found := MONTH.match(e.value or ""))]


def _is_vague(line: Line) -> bool:
    return bool(_months(line)) or new_year_ahead(line.text)


def _foresees(line: Line, day: date) -> bool:
    """Does a sentence foresee something for the month of a day, or for the new year?"""
    if day.month == 1 and new_year_ahead(line.text):
        return True
    return any(int(m[1]) == day.month and (m[2] != "START" or day.day <= EARLY) for m in _months(line))


def _timed_events(read: Read) -> Iterator[tuple[Event, Expression, Span]]:
    """A report's meetings and material deeds that are told with a day and by name, and where."""
    for claim in read.claims:
        event = claim.finding
        if not isinstance(event, Event) or event.status not in REAL or plover.quad(event.act) in WORDS_ALONE:
            continue
        if isinstance(event.when, Expression) and _names_a_day(event.when) and parties(event):
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


def _names_a_day(e: Expression) -> bool:
    return e.form in FORMS and (e.form != "offset" or e.unit == "day")


def _day(e: Expression, published: date) -> date | None:
    """The one day that an expression means in a report of that day."""
    if not _names_a_day(e):
        return None
    day = published.isoformat()
    moment = resolve(e, Moment(day, day, day, "stated"))
    days = known(moment) if moment and moment.earliest and moment.latest else None
    return days[0] if days and days[0] == days[1] else None


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


def _quoted(text: str) -> str:
    """The beginning of a sentence in quotation marks, cut at a word."""
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(' ', 1)[0] + ' …'}”"
