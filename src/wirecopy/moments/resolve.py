"""Expression + the day of publication → Moment. Pure: today's clock is never asked.

Where the publication is known only as an interval, an expression is resolved from each of its days, and the answers are
put together: the value is as sharp as all of them allow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from wirecopy.model import Expression, Moment
from wirecopy.moments.calendar import AROUND, EITHER, RANGE, Days, common, day_of, moved, part_of, period, value_of
from wirecopy.moments.clock import without_offset
from wirecopy.moments.rules import weekday
from wirecopy.moments.twice import BOTH

# An interval of more days than this is resolved from its two ends alone.
DAYS_EACH = 35
# "Recent days" and "coming months" are read as at most so many of their units.
FEW = 7
# Days: a weekday that lies so far ahead is told as "next".
AHEAD = 6
# Days: a report may be dated so much too early, so that what it tells as past lies ahead of it.
SLIP = 1
# How many times farther than a day past a day to come may lie, where nothing shows the direction.
SOONER = 1.5
WORD = re.compile(r"[a-z]+")
# How the reason of a moment says that the calendar is against it.
NO_SUCH_DAY, OTHER_WEEKDAY = "the calendar has no", "though that day was a"
# A clock time, not a part of the day (TNI).
CLOCK = re.compile(r"T\d")
# A feast without a fixed day, whose rule is no TIMEX3 value (see `calendar.period`).
MOVABLE = re.compile(r"-M\d|-[EO]A")
# Days: see `_pointing`.
FAR, NEAR = 240, 65


class Answer(NamedTuple):
    """A value with its first and last day, and how sure its reading is (relative, inferred, published)."""

    value: str
    first: date | None
    last: date | None
    basis: str
    because: str


def resolve(expression: Expression, published: Moment | None) -> Moment | None:
    """The moment that an expression means in a report published then.

    Absolute dates, durations and sets need no `published`. Without one, a weekday or a partial date keeps its open value
    (XXXX-12-07) and has no bounds, and an expression that only counts from now ("yesterday") gives None. `earliest` and
    `latest` of the result are ISO dates; of a clock time they are one date-time, with the offset of its zone where that is
    told ("2021-12-09T15:35-05:00"), which the value leaves out as TIMEX3 does. A day that the calendar does not have keeps
    its value too, without bounds.
    """
    try:
        if expression.form in FIXED:
            return _moment(expression, FIXED[expression.form](expression))
        days = known(resolve(expression.since, published) if expression.since else published)
        if days is None:
            return _moment(expression, _undated(expression))
        return _moment(expression, _merged(expression, days, published))
    except (OverflowError, ValueError):  # the year 0 or 10000
        return _moment(expression, _beyond(expression))


def answer(expression: Expression, published: date) -> Answer | None:
    """What an expression means in a report of that day; None where nothing, or nothing that the calendar reaches."""
    try:
        fixed = FIXED.get(expression.form)
        return fixed(expression) if fixed else FORMS[expression.form](expression, published)
    except (OverflowError, ValueError):  # the year 0 or 10000
        return None


def known(published: Moment | None) -> Days | None:
    """The first and last day of a publication moment; None where a side is open."""
    if published is None:
        return None
    first, last = day_of(published.earliest), day_of(published.latest)
    if first is None and last is None:
        return period(published.value)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _moment(expression: Expression, answer: Answer | None) -> Moment | None:
    if answer is None:
        return None
    first, last = (day.isoformat() if day else None for day in (answer.first, answer.last))
    if first and first == last and CLOCK.match(expression.clock or ""):
        first = last = f"{first}{expression.clock}"
    return Moment(answer.value, first, last, answer.basis, expression.said, expression.span, answer.because)


def _absolute(e: Expression) -> Answer:
    value, _, modifier = (e.value or "").partition("/")
    days = period(value)
    if days is None:
        return _no_day(e)
    first, last = part_of(days, modifier)
    value = value_of(days[0], modifier.lower()) if modifier in AROUND else value
    because = f"“{e.said}” states it"
    if EITHER in value:
        because += ", with the day or the month first"
    return Answer(
        _shown(value, (first, last)) + without_offset(e.clock), first, last, "stated", because + _contradicted(e, days)
    )


def _shown(value: str, days: Days) -> str:
    """A value as TIMEX3 has it: of a range, and of two readings, what both have in common."""
    if RANGE not in value and EITHER not in value:
        return value
    shared = common(*days)
    decade = str(days[0].year)[:3]
    return decade if shared == "XXXX" and str(days[1].year).startswith(decade) else shared


def _contradicted(e: Expression, days: Days) -> str:
    """A remark where the weekday that is told with a day is another one."""
    told = next((number for word in WORD.findall(e.said.lower()) if (number := weekday(word))), None)
    if told is None or days[0] != days[1] or days[0].isoweekday() == told:
        return ""
    return f", {OTHER_WEEKDAY} {days[0]:%A}"


def _no_day(e: Expression) -> Answer:
    """A day that the calendar does not have, as it was said."""
    value = (e.value or "").partition("/")[0]
    return Answer(value, None, None, "stated", f"{NO_SUCH_DAY} “{e.said}”")


def _beyond(e: Expression) -> Answer | None:
    """What lies before the year 1 or after 9999."""
    way = {"past": "PAST_REF", "future": "FUTURE_REF"}.get(e.direction or "")
    return Answer(way, None, None, "relative", "farther off than the calendar reaches") if way else None


def _itself(e: Expression) -> Answer:
    return Answer(e.value or "", None, None, "stated", f"“{e.said}” is a {e.kind} and names no day")


FIXED: Mapping[str, Callable[[Expression], Answer | None]] = {
    "absolute": _absolute, "duration": _itself, "set": _itself,
}  # fmt: skip


def _undated(e: Expression) -> Answer | None:
    """What an expression tells without a day of publication: its open value."""
    value = (e.value or "").partition("/")[0]
    value = "XXXX" if MOVABLE.search(value) else value
    if e.form in ("weekday", "partial", "reference", "stretch"):
        return Answer(value + without_offset(e.clock), None, None, "stated", "the day of publication is not known")
    return (
        Answer("XXXX-XX-XX" + without_offset(e.clock), None, None, "stated", "the day is not told")
        if e.form == "clock" and e.clock
        else None
    )


def _merged(e: Expression, days: Days, published: Moment | None) -> Answer | None:
    first, last = days
    length = (last - first).days + 1
    steps = range(length) if length <= DAYS_EACH else (0, length - 1)
    read = FORMS[e.form]
    answers = [answer for step in steps if (answer := read(e, first + timedelta(step)))]
    if not answers:
        return None
    told = "" if published is None or published.basis != "inferred" else ", itself inferred"
    if len({(a.value, a.first, a.last) for a in answers}) == 1:
        because = answers[0].because if first == last else f"“{e.said}”, the same for every day from {first} to {last}"
        return answers[0]._replace(because=because + told)
    return _together(e, answers, days)


def _together(e: Expression, answers: list[Answer], days: Days) -> Answer:
    """One answer out of those from several days of publication: their outer bounds, their common value."""
    first, last = _least(a.first for a in answers), _most(a.last for a in answers)
    values = {a.value for a in answers}
    value = answers[0].value if len(values) == 1 else common(first, last) if first and last else answers[0].value
    because = f"“{e.said}”, told on a day between {days[0]} and {days[1]}"
    return Answer(value, first, last, "inferred", because)


def _least(days: Iterable[date | None]) -> date | None:
    listed = list(days)
    return None if None in listed else min(day for day in listed if day)


def _most(days: Iterable[date | None]) -> date | None:
    listed = list(days)
    return None if None in listed else max(day for day in listed if day)


def _weekday(e: Expression, day: date) -> Answer:
    """The nearest such day in the past, the day of publication included; in the future where the words point there.

    One that is told both ways is the nearer of the two (see `twice`), but what is over did not take place days ahead: of nine
    told as past whose nearer day lay ahead, those that did lay a day ahead. The weekday of yesterday is yesterday unless
    "next" says otherwise: of six that seemed to point ahead, all pointed back.
    """
    wanted = int((e.value or "").partition("/")[0][-1])
    back, ahead = (day.isoweekday() - wanted) % 7, (wanted - day.isoweekday()) % 7
    if e.count == 0 and e.direction is None:
        found = day + timedelta(wanted - day.isoweekday())
    elif e.unit == BOTH and not (e.direction == "past" and SLIP < ahead < back):
        found = day + timedelta(ahead) if ahead < back else day - timedelta(back)
    elif e.direction == "future" and (e.count or ahead < AHEAD):
        found = day + timedelta(ahead or 7 * (e.count == 1))
    else:
        found = day - timedelta(back or 7 * (e.count == -1))
    side = "the next" if found > day else "the last" if e.direction == "past" else "the nearest past"
    basis = "relative" if e.direction == ("future" if found > day else "past") else "inferred"
    return Answer(found.isoformat() + without_offset(e.clock), found, found, basis, f"{side} such day, told on {day}")


def _candidates(template: str, day: date) -> list[tuple[str, Days]]:
    """A partial value in the years (or the months) around a day."""
    if template.startswith("XXXX-XX-"):
        values = [moved(day.replace(day=1), "month", step).isoformat()[:8] + template[8:] for step in (-2, -1, 0, 1, 2)]
    else:
        values = [template.replace("XXXX", f"{day.year + step:04d}") for step in (-2, -1, 0, 1, 2)]
    return [(value, days) for value in values if (days := period(value))]


def _partial(e: Expression, day: date) -> Answer | None:
    """A date without its year: of the year that the words name, else the nearest in the direction that the tense shows."""
    template, _, modifier = (e.value or "").partition("/")
    found = _candidates(template, day)
    if not found:
        return _no_day(e)
    if e.unit == "before":
        return _before(e, min(found, key=lambda pair: _distance(pair[1], day))[0], day)
    if e.unit == "year":
        found = [pair for pair in found if pair[0][:4] == f"{day.year + int(e.count or 0):04d}"]
    elif e.count:
        past = e.count < 0
        found = [pair for pair in found if pair[1][1] < day][-1:] if past else [p for p in found if p[1][0] > day][:1]
    elif e.direction:
        found = _pointing(found, day, e.direction)
    if not found:
        return None
    value, days = min(found, key=lambda pair: _distance(pair[1], day) * (SOONER if pair[1][0] > day else 1))
    first, last = part_of(days, modifier)
    value = value_of(days[0], modifier.lower()) if modifier in AROUND else value
    basis = "relative" if e.direction or e.unit else "inferred"
    side = {"past": "the last", "future": "the next"}.get(e.direction or "", "the nearest")
    value = first.isoformat() if MOVABLE.search(value) else _shown(value, (first, last))
    because = f"{side} one, told on {day}{_contradicted(e, days)}"
    return Answer(value + without_offset(e.clock), first, last, basis, because)


def _before(e: Expression, nearest: str, day: date) -> Answer | None:
    """The same quarter or month of `count` years beside the nearest one."""
    value = f"{int(nearest[:4]) + int(e.count or 0):04d}{nearest[4:]}"
    days = period(value)
    return Answer(value, *days, "relative", f"a year before {nearest}, told on {day}") if days else None


def _pointing(found: list[tuple[str, Days]], day: date, direction: str) -> list[tuple[str, Days]]:
    """The one that a tense points at, unless it is most of a year away and the other is near: parses err."""
    back = [pair for pair in found if pair[1][0] <= day][-1:]
    ahead = [pair for pair in found if pair[1][1] >= day][:1]
    chosen, other = (back, ahead) if direction == "past" else (ahead, back)
    if chosen and other and _distance(chosen[0][1], day) > FAR and _distance(other[0][1], day) < NEAR:
        return other
    return chosen or other


def _distance(days: Days, day: date) -> int:
    first, last = days
    return 0 if first <= day <= last else min(abs((day - first).days), abs((day - last).days))


def _offset(e: Expression, day: date) -> Answer:
    """So many units from the day of publication; the value is as sharp as the unit."""
    unit, modifier, count = e.unit or "day", (e.value or "").lstrip("/"), e.count
    because = f"counted from {day}"
    if unit in ("hour", "minute", "second"):
        return Answer(day.isoformat(), day - timedelta(1), day, "inferred", because)
    if unit == "weekend" and count is None:
        count = 0 if day.isoweekday() > 5 or e.direction == "future" else -1
    found = moved(day, unit, int(count or 0))
    if modifier == "SAME":
        return Answer(found.isoformat(), found, found, "relative", because)
    value = value_of(found, unit)
    first, last = part_of(period(value) or (found, found), modifier)
    if not count and modifier == "BEFORE":
        last = max(first, day)
    if not count and modifier == "AFTER":
        first = min(last, day)
    return Answer(value + without_offset(e.clock), first, last, "relative", because)


def _stretch(e: Expression, day: date) -> Answer:
    """The past two months: from so long ago to the day of publication, or from it on."""
    unit = e.unit if e.unit in ("day", "week", "month", "quarter", "year") else "day"
    count = round(e.count or FEW) if e.unit == unit else 1
    first = moved(day, unit, -count) if e.direction == "past" else day
    last = day if e.direction == "past" else moved(day, unit, count)
    return Answer(e.value or "", first, last, "relative", f"counted from {day}")


def _reference(e: Expression, day: date) -> Answer:
    """Now is the day of publication; recently lies before it, soon after it."""
    first = None if e.value == "PAST_REF" else day
    last = None if e.value == "FUTURE_REF" else day
    return Answer(e.value or "", first, last, "published", f"told on {day}")


def _clock(e: Expression, day: date) -> Answer:
    return Answer(day.isoformat() + without_offset(e.clock), day, day, "published", f"a time of day, told on {day}")


FORMS: Mapping[str, Callable[[Expression, date], Answer | None]] = {
    "weekday": _weekday, "partial": _partial, "offset": _offset, "stretch": _stretch, "reference": _reference,
    "clock": _clock,
}  # fmt: skip
