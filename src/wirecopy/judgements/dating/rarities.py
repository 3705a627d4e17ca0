"""How near in time reports lie that share what hardly any other tells: a number, a name, a word.

Of the words that two reports of the sample corpus share and at most two others have, those of one week are several times as
many as those of months apart. What a report shares with the dated ones is held against what it would share if it were of a
day: each count is taken for Poisson's, with a rate that falls with the days between.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from wirecopy.judgements.dating.pace import Pace, gap_between
from wirecopy.judgements.weights import FULL, Worded
from wirecopy.moments.calendar import Days

# A word is rare that so many origins have at most; it counts from this weight on.
FEW, TELLS = 4, 2.0
# The classes of rare words by weight: the least weight, and how many times the usual number two reports share that are of
# one day, and that are far apart; counted in the corpus for words that two origins have. Numbers tell as names do.
CLASSES = ((4.0, 5.5, 0.6), (3.0, 3.2, 0.8), (TELLS, 2.3, 0.85))
# The excess falls by a factor e for so many days.
FADES = 5.0

Counts = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Rarities:
    """The words of reports that few origins have. `dated` holds, of each dated origin, the report that stands for it."""

    words: Mapping[str, Mapping[str, float]]
    origins: Mapping[str, str]
    holders: Mapping[str, int]
    dated: Mapping[str, Days]

    def weights(self, report_id: str, days: Iterable[date], pace: Pace) -> dict[date, float]:
        """For each day, the logarithm of how well it fits what a report shares with the dated ones.

        It is taken for less than it is, as the pace says: words come together, a name with its office.
        """
        found: dict[Days, list[Counts]] = defaultdict(list)
        for other, where in self.dated.items():
            if self.origins[other] != self.origins[report_id]:
                found[where].append(self._counts(report_id, other))
        number = max(1, sum(map(len, found.values())))
        totals = {where: tuple(map(sum, zip(*counts, strict=True))) for where, counts in found.items()}
        mean = [pace.usual * sum(total[c] for total in totals.values()) / number for c in range(len(CLASSES))]
        usual = {where: [len(counts) * value for value in mean] for where, counts in found.items()}
        return {
            day: pace.rare * sum(_fit(total, usual[where], gap_between(day, where)) for where, total in totals.items())
            for day in days
        }

    def _counts(self, one: str, other: str) -> Counts:
        counts = [0.0] * len(CLASSES)
        mine, yours = self.words[one], self.words[other]
        for term in sorted(mine.keys() & yours.keys()):
            counts[_class(min(mine[term], yours[term]))] += 1 / (self.holders[term] - 1)
        return tuple(counts)


def rarities(reports: Mapping[str, Worded], dated: Mapping[str, Days], origins: Mapping[str, str]) -> Rarities:
    """The rare words of reports; `origins` names the family of each, whose copies count as one."""
    families = {report: origins.get(report, report) for report in reports}
    holders: dict[str, set[str]] = defaultdict(set)
    for report, own in reports.items():
        for term, weight in own.terms.items():
            if weight > TELLS:
                holders[term].add(families[report])
    few = {term: len(found) for term, found in holders.items() if 1 < len(found) <= FEW}
    words = {
        report: {t: _weight(t, weight) for t, weight in own.terms.items() if t in few and weight > TELLS}
        for report, own in reports.items()
    }
    first: dict[str, str] = {}
    for report in sorted(dated, key=lambda one: (dated[one], one)):
        first.setdefault(families[report], report)
    return Rarities(words, families, few, {report: dated[report] for report in first.values()})


def _weight(term: str, weight: float) -> float:
    return FULL if term[0].isdigit() else weight


def _class(weight: float) -> int:
    return next(c for c, (least, _, _) in enumerate(CLASSES) if weight >= least)


@cache
def _rates(gap: int) -> tuple[tuple[float, float], ...]:
    """For each class how many times the usual number is shared over so many days, and its logarithm."""
    rates = (far + (near - far) * math.exp(-gap / FADES) for _, near, far in CLASSES)
    return tuple((rate, math.log(rate)) for rate in rates)


def _fit(counts: Iterable[float], usual: Iterable[float], gap: int) -> float:
    return sum(k * log - mean * rate for k, mean, (rate, log) in zip(counts, usual, _rates(gap), strict=True))
