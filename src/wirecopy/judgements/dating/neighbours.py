"""How well each day fits as a report's day of publication, by what the dated reports of the same account tell.

Three kinds of evidence, all of words that are rare in this account, for those that every report of a crisis has tell
nothing of the day. Reports of one day are like each other as a whole, the faster it changes the more so (`pace`); they share
what hardly any other has (`rarities`); and a sentence that tells of "Saturday" is like those in which others tell of that very
Saturday. Beside them stands the chance that a report has nothing to do with the
others, so that where they tell little no day stands out.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wirecopy.judgements.dating.anchors import Anchors, anchors
from wirecopy.judgements.dating.pace import POWER, Pace, fades, gap_between, nearness, pace_of
from wirecopy.judgements.dating.rarities import Rarities, rarities
from wirecopy.judgements.dating.sentences import Line, lines_of
from wirecopy.judgements.weights import HEAD, LEAD, TELLING, TERMS, WORD, Worded, cosine, fold, stem, worded
from wirecopy.model import Expression, Read
from wirecopy.moments.calendar import Days
from wirecopy.moments.one_day import day_meant, names_a_day

# Reports that are added to an account's own number when rarity is counted: a handful can't tell which words are rare.
UNSEEN = 10
# A report that is dated to more days than this is no neighbour.
NARROW = 4
# What a sentence that no other tells still weighs, and how much of its say a sentence has beside the report's others.
UNTOLD, SAY = 0.02, 0.6
# A term of a sentence is held against others only where at most this share of the reports has it.
COMMON = 0.25
# Likeness from which a sentence tells what another tells, and not only of the same persons: .65 and more against .55 at most.
RETOLD = 0.6
# Likeness from which a report as a whole tells what another tells: .8 and more against .4 at most.
ALIKE = 0.6

Terms = dict[str, float]


class Timed(NamedTuple):
    """A sentence that tells of a day: the expression that names it, and the sentence's rare terms (of length 1)."""

    when: Expression
    terms: Terms


@dataclass(frozen=True, slots=True)
class Texts:
    """What the reports of an account tell, whatever their days: their words, vectors, sentences with a day, and lines."""

    reads: Sequence[Read]
    listed: Mapping[str, Worded]
    vectors: Mapping[str, Terms]
    timed: Mapping[str, tuple[Timed, ...]]
    lines: Mapping[str, tuple[Line, ...]]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The reports of an account as they date each other. `told` has, by day, what dated reports tell of it.

    `rare` is what few reports have, `pace` how fast likeness fades, and `anchors` are the occasions that two of them tell.
    """

    vectors: Mapping[str, Terms]
    timed: Mapping[str, tuple[Timed, ...]]
    dated: Mapping[str, Days]
    told: Mapping[date, tuple[Terms, ...]]
    rare: Rarities
    pace: Pace
    anchors: Anchors

    def weights(self, report_id: str, days: Iterable[date]) -> dict[date, float]:
        """For each day, the logarithm of how well it fits the report's likeness to the others and what they tell."""
        mine = self.vectors[report_id]
        near = [(cosine(mine, self.vectors[other]) ** POWER, where) for other, where in self.dated.items()]
        retold = [(sentence.when, self._retold(sentence.terms)) for sentence in self.timed[report_id]]
        days = list(days)
        rare = self.rare.weights(report_id, days, self.pace)
        close = nearness(near, fades(self.dated.values(), days, self.pace), self.pace)
        return {
            day: math.log(value) + SAY * _agreement(retold, day) + rare[day]
            for day, value in zip(days, close, strict=True)
        }

    def nearest(self, report_id: str) -> str | None:
        """The dated report whose words are nearest to a report's."""
        mine = self.vectors[report_id]
        return max(self.dated, key=lambda other: (cosine(mine, self.vectors[other]), other), default=None)

    def retellings(self, report_id: str, days: Iterable[date]) -> int:
        """How much a report, published on one of some days, tells of what others do: its sentences on the very day of which
        another tells the same, and one more where it is as a whole like another of those days or of a day beside them.
        """
        days = list(days)
        mine = self.vectors[report_id]
        whole = any(
            cosine(mine, self.vectors[other]) >= ALIKE and min(gap_between(day, where) for day in days) <= 1
            for other, where in self.dated.items()
        )
        retold = ((sentence.when, self._retold(sentence.terms)) for sentence in self.timed[report_id])
        return whole + sum(
            any(likeness.get(told, 0.0) >= RETOLD for day in days if (told := day_meant(when, day)))
            for when, likeness in retold
            if likeness
        )

    def _retold(self, terms: Terms) -> dict[date, float]:
        """The days of which others tell the like of a sentence, with the greatest likeness."""
        likeness = {day: max(cosine(terms, other) for other in told) for day, told in self.told.items()}
        return {day: value for day, value in likeness.items() if value}


def texts_of(reads: Sequence[Read]) -> Texts:
    """The reports of an account as they are compared; made once, for dates are asked of them twice."""
    listed = {read.report.id: worded(read.report) for read in reads}
    rarity = _rarity(listed.values())
    return Texts(
        reads,
        listed,
        {report: _vector(own, rarity) for report, own in listed.items()},
        {read.report.id: tuple(_timed(read, listed[read.report.id], rarity)) for read in reads},
        {read.report.id: tuple(lines_of(read, listed[read.report.id])) for read in reads},
    )


def neighbours(texts: Texts, dated: Mapping[str, Days], origins: Mapping[str, str]) -> Neighbours:
    """The reports of an account, of which those in `dated` have a day of publication or a few.

    `origins` names the family of those that have one; copies tell nothing of each other's day.
    """
    narrow = {report: days for report, days in dated.items() if (days[1] - days[0]).days < NARROW}
    told: dict[date, tuple[Terms, ...]] = {}
    for report, days in narrow.items():
        for sentence in texts.timed[report] if days[0] == days[1] else ():
            if meant := day_meant(sentence.when, days[0]):
                told[meant] = (*told.get(meant, ()), sentence.terms)
    return Neighbours(
        texts.vectors,
        texts.timed,
        narrow,
        told,
        rarities(texts.listed, narrow, origins),
        pace_of(texts.vectors, narrow, origins),
        anchors(texts.reads, texts.lines, narrow, origins),
    )


def _agreement(retold: Sequence[tuple[Expression, Mapping[date, float]]], day: date) -> float:
    """How far a report's sentences, had it been published on a day, mean the days of which others tell the like."""
    meant = ((likeness, day_meant(when, day)) for when, likeness in retold if likeness)
    return sum(math.log(1 + likeness.get(told, 0) ** 2 / UNTOLD) for likeness, told in meant if told)


def _rarity(reports: Iterable[Worded]) -> dict[str, float]:
    """How rare each term is in the account, from nearly 0 upwards; 0 for what is common English."""
    listed = list(reports)
    found = Counter(term for report in listed for term, weight in report.terms.items() if weight > TELLING)
    return {term: math.log((len(listed) + UNSEEN) / count) for term, count in found.items()}


def _vector(report: Worded, rarity: Terms) -> Terms:
    """A report's heaviest terms by weight, rarity and logarithm of their count, of length 1."""
    counts: Counter[str] = Counter()
    for number, sentence in enumerate(report.sentences):
        for term in sentence.stems:
            counts[term] += HEAD if number == 0 else LEAD if number < 5 else 1
    weighed = {term: (1 + math.log(count)) * _weight(report, term, rarity) for term, count in counts.items()}
    heaviest = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    return _unit({term: value for term, value in heaviest if value > 0})


def _weight(report: Worded, term: str, rarity: Terms) -> float:
    return max(0.0, report.terms[term] - TELLING) * rarity.get(term, 0.0)


def _timed(read: Read, report: Worded, rarity: Terms) -> Iterator[Timed]:
    """Each expression that names a day, with its sentence; the words of the expressions themselves are left aside."""
    starts = [sentence.start for sentence in report.sentences]
    least = math.log(1 / COMMON)
    days = {stem(fold(word[0])) for e in read.expressions for word in WORD.finditer(e.said)}
    for e in read.expressions:
        at = bisect_right(starts, e.span.start) - 1
        if at < 0 or e.span.end > report.sentences[at].end or not names_a_day(e):
            continue
        own = {t: _weight(report, t, rarity) for t in dict.fromkeys(report.sentences[at].stems) if t not in days}
        terms = _unit({t: weight for t, weight in own.items() if weight and rarity.get(t, 0) >= least})
        if terms:
            yield Timed(e, terms)


def _unit(terms: Terms) -> Terms:
    length = math.sqrt(sum(value * value for value in terms.values()))
    return {term: value / length for term, value in terms.items()} if length else {}
