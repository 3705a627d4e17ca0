"""How fast the reports of an account grow unlike: within days where it holds many stories, over weeks where it is one crisis.

Which of the two an account is shows in its dated reports: under the right pace each of them is found the more easily at its
own day by the others.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from wirecopy.judgements.weights import cosine
from wirecopy.moments.calendar import Days

# Nearness rises with this power of the likeness of two reports, and falls by a factor e for so many days between them.
POWER, SHORT = 3, 1.5
# Dated reports that are asked, evenly over time, and how many of the likest others each is held against; fewer tell nothing.
ASKED, LIKEST, LEAST = 40, 50, 8
# Days around the dated reports in which each of them is looked for.
AROUND = 10


class Pace(NamedTuple):
    """`chance` is the nearness of any day to a report that has nothing to do with the others; `lasting` the share of
    likeness that fades over `span` days rather than SHORT. `rare` and `usual` weigh what hardly any other report has
    (`rarities`): shared words, and those that a day would make one expect. `runs`: how much of the likelihood the days hold
    that are given, and how many they may be; three days need less, for what they lack is spread over other weeks. `witnesses`:
    how many anchors and retold sentences must speak for them.
    """

    chance: float
    lasting: float
    span: float
    rare: float
    usual: float
    runs: tuple[tuple[float, int], ...]
    witnesses: int = 0


# Chosen on 800 dated articles of many stories, and on the reports of the sample corpus.
# Where the dated reports are too few to tell, what they alone share is no sign: that one of them has it is then no wonder.
# Nor is a slight likeness: of four reports of one crisis one is the likest by chance, and a report of three weeks later was
# put on its very day.
HANDFUL = Pace(1e-3, 0.0, 14.0, 0.0, 0.0, ((0.9, 10), (0.8, 3)), 2)
BRISK = Pace(2e-5, 0.0, 14.0, 0.1, 0.3, ((0.95, 10), (0.9, 3)))
LASTING = Pace(1e-4, 0.7, 14.0, 0.5, 1.0, ((0.9, 10), (0.8, 3)))


Fades = Mapping[Days, Sequence[float]]


def fades(places: Iterable[Days], days: Sequence[date], pace: Pace) -> Fades:
    """For the days of each dated report what is left of likeness to it on each of some days."""
    fading = _fading(pace)
    return {place: [fading(gap_between(day, place)) for day in days] for place in set(places)}


def nearness(near: Iterable[tuple[float, Days]], faded: Fades, pace: Pace) -> list[float]:
    """How near each day is to the reports that are like one, given with their likeness to the power of POWER.

    The days are those of `faded`, which has the reports' own.
    """
    totals = [0.0] * len(next(iter(faded.values()), ()))
    for weight, place in near:
        totals = [total + weight * left for total, left in zip(totals, faded[place], strict=True)]
    return [pace.chance + total for total in totals]


def gap_between(day: date, days: Days) -> int:
    """The days from a day to the nearest of some; 0 within them."""
    first, last = days
    return (first - day).days if day < first else (day - last).days if day > last else 0


@cache
def _fading(pace: Pace) -> Callable[[int], float]:
    """What is left of likeness after so many days."""

    @cache
    def left(gap: int) -> float:
        lasting = pace.lasting * math.exp(-gap / pace.span) if pace.lasting else 0.0
        return (1 - pace.lasting) * math.exp(-gap / SHORT) + lasting

    return left


def pace_of(vectors: Mapping[str, dict[str, float]], dated: Mapping[str, Days], origins: Mapping[str, str]) -> Pace:
    """The pace under which the dated reports are found best at their own days."""
    order = sorted(dated, key=lambda one: (dated[one], one))
    if len(order) < LEAST:
        return HANDFUL
    first, last = dated[order[0]][0] - timedelta(AROUND), max(days[1] for days in dated.values()) + timedelta(AROUND)
    asked = order[:: max(1, len(order) // ASKED)][:ASKED]
    window = [first + timedelta(step) for step in range((last - first).days + 1)]
    lasting, brisk = (fades(dated.values(), window, pace) for pace in (LASTING, BRISK))
    gain = 0.0
    for one in asked:
        likest = sorted(
            (
                (cosine(vectors[one], vectors[other]) ** POWER, dated[other])
                for other in order
                if origins.get(other, other) != origins.get(one, one)
            ),
            reverse=True,
        )[:LIKEST]
        own = (dated[one][0] - first).days
        gain += _found(nearness(likest, lasting, LASTING), own) - _found(nearness(likest, brisk, BRISK), own)
    return LASTING if gain > 0 else BRISK


def _found(near: Sequence[float], own: int) -> float:
    """The logarithm of the share that the nearness of a report's own day has of all days'."""
    return math.log(near[own] / sum(near))
