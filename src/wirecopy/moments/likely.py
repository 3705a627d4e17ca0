"""Which days of an interval fit a report's weekdays and dates best.

The weekday that a report names first in the past tense is most often the day of publication, or the day before it; those
that follow lie further back. The shares below were counted in 1,200 dated articles of 2012 to 2020 (1,650 weekdays), that of
Fridays told on Mondays together with TimeBank and AQUAINT (news of 1989 to 2000), then smoothed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from wirecopy import words
from wirecopy.model import Expression, Moment
from wirecopy.moments.calendar import RANGE, Days, day_of, period
from wirecopy.moments.resolve import resolve

# Share of weekdays told so many days after them: the first that a report names, in its first letters or further down, and
# the others; so many days ahead of them.
LEAD = (0.65, 0.24, 0.04, 0.03, 0.02, 0.01, 0.01)
LATER = (0.47, 0.27, 0.08, 0.08, 0.04, 0.03, 0.03)
LEAD_ENDS = 400
OTHERS = (0.14, 0.38, 0.22, 0.12, 0.08, 0.05, 0.01)
FUTURE = (0.20, 0.30, 0.14, 0.11, 0.09, 0.08, 0.08)
# On a Monday the last working day is Friday: the share that it has of the first weekdays named. Where it stands with words
# of the exchanges, eleven reports of fourteen were of the Monday.
MONDAY, FRIDAY = 1, 5
LAST_WORKED = {"lead": 0.05, "later": 0.22, "exchange": 1.3}
# Share of a day of the working week, and of the weekend, among the days of publication.
WORKING, WEEKEND = 0.18, 0.05
# The chance that what a report seems to tell of its weekdays is misread: a tense that a broken sentence hides, another
# report's words.
MISREAD = 0.05
# A report on the exchanges that says "yesterday" tells of a working day; the odds that it does not.
CLOSED = 0.05
EXCHANGE_NEAR = 200
# Reports that say "today" or "yesterday" seldom name that day's weekday as well.
NAMED_OTHERWISE = 0.5
# A day of the month that lies this near is seldom named by its number alone.
NEAR, NEARNESS = 4, 0.4
MISFIT = 0.02
# Of thirteen holidays named by their feast ("the New Year holiday", "Easter weekend") twelve lay within three days.
HOLIDAY = re.compile(r"(?:['’]s)? (?:holidays?|weekend|break|vacation)\b")
HOLIDAYS = 7
# Of nine reports that told of something "in the new year" eight were of December.
NEW_YEAR = re.compile(
    r"\b(?:in|into|until|till|by|(?:start|beginning) of) the (?:coming )?new year\b"
    r"(?!['’]s| (?:holiday|break|eve|day|weekend|celebrat|period|honou?rs))",
    re.I,
)
NEW_YEAR_NEARS, NOT_AHEAD = (11, 12), 0.15
# Dates without their year are told less often by a factor e for so many days that they lie off (counted in 500 such dates).
FURTHER = 35
# Months without their year, so many days (counted in 580 such months).
MONTHS_FURTHER, YEAR = 100, 365
MONTH_ALONE = re.compile(r"XXXX-\d\d(?:/|$)")
# How much of the likelihood the days hold that are given where they are FEW, and where they are more.
SURE, NEARLY_ALL, FEW = 0.82, 0.97, 4
LONGEST = 400


def each_day(days: Days) -> Iterator[date]:
    """The days of an interval, at most LONGEST of them."""
    first, last = days
    for step in range(min((last - first).days + 1, LONGEST)):
        yield first + timedelta(step)


def usual(days: Days, text: str = "", expressions: Sequence[Expression] = ()) -> dict[date, float]:
    """For each day, the logarithm of how likely it is before any day is named: most news is of working days."""
    worked = any(_on_exchange(text, e) for e in expressions)
    return {
        day: _usual(day) + (math.log(CLOSED) if worked and _weekend(day - timedelta(1)) else 0.0)
        for day in each_day(days)
    }


def _usual(day: date) -> float:
    return math.log(WEEKEND if _weekend(day) else WORKING)


def _weekend(day: date) -> bool:
    return day.isoweekday() > FRIDAY


@cache
def _exchange() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words.load("times")["exchanges"]) + r")\b", re.IGNORECASE)


def _on_exchange(text: str, e: Expression) -> bool:
    """Whether "yesterday" stands with words of the exchanges, which are closed on weekends."""
    return e.form == "offset" and e.unit == "day" and e.count == -1 and "yesterday" in e.said.lower() and _near(text, e)


def _near(text: str, e: Expression) -> bool:
    """Whether words of the exchanges stand near an expression."""
    return bool(_exchange().search(text[max(0, e.span.start - EXCHANGE_NEAR) : e.span.end + EXCHANGE_NEAR]))


def weights(expressions: Sequence[Expression], days: Days, text: str = "") -> dict[date, float]:
    """For each day, the logarithm of how well it fits what is named as the day of publication; all 0 where nothing tells."""
    told_weekdays = [e for e in expressions if e.form == "weekday" and not e.count]
    first = _first(told_weekdays, text)
    named = {((e.value or "").partition("/")[0], e.direction == "future") for e in told_weekdays}
    told = {int(e.count or 0) for e in expressions if e.form == "offset" and e.unit == "day" and e.kind == "date"}
    dated = list({(e.value, e.direction): e for e in expressions if _dated(e)}.values())
    months = list({(e.value, e.direction): e for e in expressions if _pointed_month(e)}.values())
    result: dict[date, float] = {}
    for day in each_day(days):
        result[day] = sum(_weekday(value, ahead, day, told, first) for value, ahead in named)
        result[day] += sum(_date(e, day) for e in dated) + sum(_month(e, day) for e in months)
    return result


def festive(expressions: Sequence[Expression], days: Days, text: str) -> dict[date, float]:
    """For each day, the logarithm of how well it fits the holidays that a text names by their feasts, and the new year."""
    feasts = [e for e in expressions if _is_holiday(e, text)]
    out_of_season = math.log(NOT_AHEAD) if new_year_ahead(text) else 0.0
    return {
        day: sum(_holiday(e, day) for e in feasts) + (0.0 if day.month in NEW_YEAR_NEARS else out_of_season)
        for day in each_day(days)
    }


def new_year_ahead(text: str) -> bool:
    """Whether a text tells of the new year as of the year to come: "talks in the new year"."""
    return NEW_YEAR.search(text) is not None


def _is_holiday(e: Expression, text: str) -> bool:
    return e.form == "partial" and _dated(e) and HOLIDAY.match(text, e.span.end) is not None


def _holiday(e: Expression, day: date) -> float:
    moment = resolve(e, Moment(day.isoformat(), day.isoformat(), day.isoformat(), "inferred"))
    feast = day_of(moment.earliest) if moment else None
    return 0.0 if feast is None or abs((feast[0] - day).days) <= HOLIDAYS else math.log(MISFIT)


def _first(told: Sequence[Expression], text: str) -> tuple[str, str]:
    """The weekday of the past that a report names first, and where: see LAST_WORKED."""
    e = next((e for e in told if e.direction != "future"), None)
    if e is None:
        return "", ""
    place = "exchange" if text and _near(text, e) else "lead" if e.span.start < LEAD_ENDS else "later"
    return (e.value or "").partition("/")[0], place


def _weekday(value: str, ahead: bool, day: date, told: set[int], first: tuple[str, str]) -> float:
    wanted = int(value[-1])
    distance = (wanted - day.isoweekday()) % 7 if ahead else (day.isoweekday() - wanted) % 7
    leads = not ahead and value == first[0]
    table = FUTURE if ahead else OTHERS if not leads else LEAD if first[1] == "lead" else LATER
    share = table[distance]
    if leads and wanted == FRIDAY and day.isoweekday() == MONDAY:
        share = LAST_WORKED[first[1]]
    return math.log(share * (NAMED_OTHERWISE if (distance if ahead else -distance) in told else 1))


def _dated(e: Expression) -> bool:
    """Whether an expression names a day, whole or without its year."""
    value = (e.value or "").partition(RANGE)[0]
    return e.form in ("partial", "absolute") and len(value) == 10 and value[-1].isdigit() and "M" not in value


def _date(e: Expression, day: date) -> float:
    """A date told in the past tense must not lie ahead, nor one of the future behind."""
    if e.form == "absolute":
        days = period((e.value or "").partition(RANGE)[0])
    else:
        moment = resolve(e, Moment(day.isoformat(), day.isoformat(), day.isoformat(), "inferred"))
        days = day_of(moment.earliest) if moment else None
    if days is None:
        return 0.0
    distance = (day - days[0]).days * (-1 if e.direction == "future" else 1)
    if distance < 0 and e.direction is not None:
        return math.log(MISFIT)
    if e.form == "absolute":
        return 0.0
    far = max(-abs(distance) / FURTHER, math.log(MISFIT))
    return far + (math.log(NEARNESS) if 0 <= distance <= NEAR and not _has_weekday(e) else 0.0)


def _pointed_month(e: Expression) -> bool:
    """Whether an expression names a month without its year that is told as past or as to come."""
    return e.form == "partial" and e.direction is not None and MONTH_ALONE.match(e.value or "") is not None


def _month(e: Expression, day: date) -> float:
    """A month named without its year is the one nearest before or ahead."""
    moment = resolve(e, Moment(day.isoformat(), day.isoformat(), day.isoformat(), "inferred"))
    if moment is None or not moment.earliest or not moment.latest:
        return 0.0
    first, last = date.fromisoformat(moment.earliest[:10]), date.fromisoformat(moment.latest[:10])
    away = (first - day).days if e.direction == "future" else (day - last).days
    is_behind = day > last if e.direction == "future" else day < first
    return -(YEAR + away if is_behind else max(0, away)) / MONTHS_FURTHER


def _has_weekday(e: Expression) -> bool:
    return "day" in e.said.lower()


def doubted(told: Mapping[date, float], before: Mapping[date, float]) -> dict[date, float]:
    """How well each day fits by what is told and by what was likely before, with the chance that what is told is misread."""
    fits, usual_ = _shares({day: told[day] + before[day] for day in before}), _shares(before)
    mixed = zip(before, fits, usual_, strict=True)
    return {day: math.log((1 - MISREAD) * fit + MISREAD * other + 1e-12) for day, fit, other in mixed}


def fitting(weighed: dict[date, float]) -> Days | None:
    """The shortest run of days that nearly surely holds the right one, a few that surely do so where it is longer.

    None where nothing tells. Days that are given wrongly make wrong facts, so that a single likely day seldom suffices.
    """
    best = likeliest(weighed, NEARLY_ALL)
    if best is None or (best[1] - best[0]).days < FEW:
        return best
    days, shares = list(weighed), _shares(weighed)
    runs = {
        (days[at], days[min(at + FEW, len(days)) - 1]): sum(shares[at : at + FEW]) for at in range(len(days) - FEW + 1)
    }
    heaviest = max(runs, key=lambda run: (runs[run], run[0]))
    return heaviest if runs[heaviest] >= SURE else best


def _shares(weighed: Mapping[date, float]) -> list[float]:
    top = max(weighed.values())
    shares = [math.exp(value - top) for value in weighed.values()]
    return [share / sum(shares) for share in shares]


def likeliest(weighed: dict[date, float], mass: float) -> Days | None:
    """The shortest run of days that holds most of the likelihood; None where all days fit alike or there are none."""
    if not weighed or max(weighed.values()) - min(weighed.values()) < 1e-9:
        return None
    shares, listed = _shares(weighed), list(weighed)
    start, held, best = 0, 0.0, (listed[0], listed[-1])
    for end, share in enumerate(shares):
        held += share
        while held - shares[start] >= mass:
            held -= shares[start]
            start += 1
        if held >= mass and listed[end] - listed[start] < best[1] - best[0]:
            best = (listed[start], listed[end])
    return best
