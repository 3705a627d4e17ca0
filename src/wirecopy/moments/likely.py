"""Which days of an interval fit a report's weekdays and dates best.

A weekday in the past tense is most often the day of publication or the day before it. The shares below were counted in
270 weekdays of the past and 30 of the future in TimeBank 1.2 and AQUAINT (news of 1989 to 2000), then smoothed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from wirecopy.model import Expression, Moment
from wirecopy.moments.calendar import Days, day_of, period
from wirecopy.moments.resolve import resolve

# Share of weekdays told so many days after them, and so many days ahead of them.
PAST = (0.46, 0.22, 0.11, 0.13, 0.05, 0.02, 0.01)
FUTURE = (0.12, 0.42, 0.14, 0.12, 0.08, 0.06, 0.06)
# Reports that say "today" or "yesterday" seldom name that day's weekday as well.
NAMED_OTHERWISE = 0.5
# A day of the month that lies this near is seldom named by its number alone.
NEAR, NEARNESS = 4, 0.4
MISFIT = 0.02
# A date without its year is seldom told further off than this, in days.
HALF_YEAR = 183
# How much of the likelihood the days that are given hold.
MASS = 0.8
LONGEST = 400


def each_day(days: Days) -> Iterator[date]:
    """The days of an interval, at most LONGEST of them."""
    first, last = days
    for step in range(min((last - first).days + 1, LONGEST)):
        yield first + timedelta(step)


def weights(expressions: Sequence[Expression], days: Days) -> dict[date, float]:
    """For each day, the logarithm of how well it fits as the day of publication; all 0 where nothing tells."""
    named = {(e.value or "", e.direction) for e in expressions if e.form == "weekday" and not e.count}
    told = {int(e.count or 0) for e in expressions if e.form == "offset" and e.unit == "day" and e.kind == "date"}
    dated = list({(e.value, e.direction): e for e in expressions if _dated(e)}.values())
    result: dict[date, float] = {}
    for day in each_day(days):
        result[day] = sum(_weekday(value, way, day, told) for value, way in named) + sum(_date(e, day) for e in dated)
    return result


def _weekday(value: str, direction: str | None, day: date, told: set[int]) -> float:
    wanted = int(value.partition("/")[0][-1])
    ahead = direction == "future"
    distance = (wanted - day.isoweekday()) % 7 if ahead else (day.isoweekday() - wanted) % 7
    share = (FUTURE if ahead else PAST)[distance]
    return math.log(share * (NAMED_OTHERWISE if (distance if ahead else -distance) in told else 1))


def _dated(e: Expression) -> bool:
    """Whether an expression names a day, whole or without its year."""
    value = e.value or ""
    return e.form in ("partial", "absolute") and len(value) == 10 and value[-1].isdigit() and "M" not in value


def _date(e: Expression, day: date) -> float:
    """A date told in the past tense must not lie ahead, nor one of the future behind."""
    if e.form == "absolute":
        days = period(e.value or "")
    else:
        moment = resolve(e, Moment(day.isoformat(), day.isoformat(), day.isoformat(), "inferred"))
        days = day_of(moment.earliest) if moment else None
    if days is None:
        return 0.0
    distance = (day - days[0]).days * (-1 if e.direction == "future" else 1)
    if distance < 0:
        if e.direction is None:
            return 0.0
        return math.log(MISFIT)
    if e.form == "partial" and distance > HALF_YEAR:
        return math.log(MISFIT)
    named = str(e.value)[:4] != "XXXX" or _has_weekday(e)
    return math.log(NEARNESS) if 0 <= distance <= NEAR and not named else 0.0


def _has_weekday(e: Expression) -> bool:
    return "day" in e.said.lower()


def likeliest(weighed: dict[date, float], mass: float = MASS) -> Days | None:
    """The shortest run of days that holds most of the likelihood; None where all days fit alike or there are none."""
    if not weighed or max(weighed.values()) - min(weighed.values()) < 1e-9:
        return None
    top = max(weighed.values())
    shares = [math.exp(value - top) for value in weighed.values()]
    total, listed = sum(shares), list(weighed)
    start, held, best = 0, 0.0, (listed[0], listed[-1])
    for end, share in enumerate(shares):
        held += share
        while held - shares[start] >= mass * total:
            held -= shares[start]
            start += 1
        if held >= mass * total and listed[end] - listed[start] < best[1] - best[0]:
            best = (listed[start], listed[end])
    return best


def near(weighed: dict[date, float], centres: Iterable[date], scale: float) -> dict[date, float]:
    """The same weights, days far from all of these days weighing less: by a factor e for every `scale` days."""
    listed = list(centres)
    return {
        day: value - min((abs((day - c).days) for c in listed), default=0) / scale for day, value in weighed.items()
    }
