"""Dates without a year and bare weekdays, as facts about the day of publication once something recent is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from wirecopy.model import Expression
from wirecopy.moments.calendar import RANGE, Days, period
from wirecopy.moments.evidence import BESIDE, WEEKDAY, Fact, around, between, filed, furniture, is_dateline, until
from wirecopy.moments.rules import weekday

# A feast without a tense is over as little as it is to come: "exchanged New Year greetings".
NUMBER = re.compile(r"\d")
# Days: a date this recent gives bare weekdays their week; a date to come this soon after what is over bounds publication.
FORTNIGHT = 14
SOON = 62


def from_dates(text: str, expressions: Sequence[Expression], first: date, last: date | None) -> list[Fact]:
    """Facts from dates without a year, given the interval that other facts leave (its end may be open)."""
    day_known = any(e.form == "absolute" and e.value == first.isoformat() for e in expressions)
    if not day_known and (last is None or (last - first).days > 366):
        return []
    told = [e for e in expressions if e.form == "partial" and not furniture(text, e)]
    return sorted((fact for e in told for fact in _partial(text, e, first, last)), key=lambda fact: fact.rank)


def from_weekdays(text: str, expressions: Sequence[Expression], first: date, last: date | None) -> list[Fact]:
    """Facts from weekdays, given the interval that other facts leave."""
    told = [e for e in expressions if not furniture(text, e)]
    return [*_today_is(text, told, first, last), *_weekdays(text, told, first, last)]


def _partial(text: str, e: Expression, first: date, last: date | None) -> Iterator[Fact]:
    """A date without its year: the year that fits its weekday and lies nearest to what is known."""
    template = (e.value or "").partition("/")[0].partition(RANGE)[0]
    if template.startswith("XXXX-XX-"):
        yield from _day_of_month(e, int(template[8:]), first)
        return
    if not template.startswith("XXXX-") or len(template) < 7:
        return
    years = range(first.year - 1, (last or first).year + 2)
    listed = [days for year in years[:5] if (days := period(f"{year}{template[4:]}")) and _agrees(e, days)]
    if e.unit == "year" and e.count == 0:
        inside = [days for days in listed if days[1] >= first and days[0] <= (last or days[0])]
        yield from (Fact(*days, f"“{e.said}”", 1) for days in inside[:1] if last)
        return
    if len(template) != 10 or not listed:
        return
    day = min(listed, key=lambda days: abs((days[0] - first).days))[0]
    if is_dateline(text, e):
        yield Fact(*filed(text, e, day), f"the dateline says “{e.said}”", 1)
    elif e.direction == "future":
        if (day - first).days <= SOON or last:
            yield Fact(None, until(text, day), f"“{e.said}” is still to come", 4)
    elif day <= (last or day) and (e.direction == "past" or NUMBER.search(e.said)):
        yield Fact(day, None, f"“{e.said}” is over", 3)


def before_ahead(text: str, expressions: Sequence[Expression], last: date) -> Iterator[Fact]:
    """Dates without a year that are over, where a day to come is told with its year: the last such day shortly before it.

    "The runoff will be held on 28 November 2010. The first round, on 31 October, …".
    """
    if not any(e.form == "absolute" and e.direction == "future" and e.value in _days(last) for e in expressions):
        return
    for e in expressions:
        template = (e.value or "").partition("/")[0]
        if e.form != "partial" or e.direction == "future" or len(template) != 10 or template.startswith("XXXX-XX"):
            continue
        days = (
            day for year in (last.year - 1, last.year) if (day := period(f"{year}{template[4:]}")) and _agrees(e, day)
        )
        over = [day[0] for day in days if 0 < (last - day[0]).days <= SOON]
        if over and NUMBER.search(e.said) and not furniture(text, e):
            yield Fact(over[-1], None, f"“{e.said}” is over", 3)


def _days(last: date) -> tuple[str, str]:
    """A day before which a report was published, and that day's eve."""
    return last.isoformat(), (last + timedelta(1)).isoformat()


def _day_of_month(e: Expression, number: int, first: date) -> Iterator[Fact]:
    """On the 18th, to come: the next such day after what is over."""
    days = [day for step in range(31) if (day := first + timedelta(step)).day == number]
    if e.direction == "future" and days:
        yield Fact(None, days[0], f"“{e.said}” is still to come", 3)


def _agrees(e: Expression, days: Days) -> bool:
    """Whether a day is of the weekday that is told with it."""
    found = WEEKDAY.search(e.said)
    return not found or days[0].isoweekday() == weekday(found[1].lower())


def _weekdays(text: str, told: Sequence[Expression], lower: date, last: date | None) -> Iterator[Fact]:
    """The latest bare weekday of the past, counted from a recent date: one with its weekday, or within a fortnight."""
    known = any((e.value or "")[5:] == lower.isoformat()[5:] for e in told if e.form in ("absolute", "partial"))
    recent = known and last is not None and (last - lower).days <= FORTNIGHT
    if not recent and not any(_named_day(text, e, around(told, at), lower) for at, e in enumerate(told)):
        return
    past = [e for e in told if e.form == "weekday" and e.direction != "future" and not e.count]
    days = [lower + timedelta((int((e.value or "")[9]) - lower.isoweekday()) % 7) for e in past]
    latest = max([lower, *(day for day in days if last is None or day <= last)])
    today = not recent and not past and any(e.form == "offset" and e.unit == "day" and e.count == 0 for e in told)
    if today and not any(e.form == "offset" and e.count == -1 for e in told):
        yield Fact(latest, latest, f"“today” beside {latest}", 2)
    yield Fact(latest, None if recent else latest + timedelta(6), f"the latest weekday told is {latest}", 2)
    ahead = [e for e in told if e.form == "weekday" and e.direction == "future" and not e.count]
    if past and ahead:  # "slept in the open on Friday … will fly in on Saturday"
        nearest = min((int((e.value or "")[9]) - latest.isoweekday()) % 7 or 7 for e in ahead)
        yield Fact(None, latest + timedelta(nearest), f"the next weekday told is {latest + timedelta(nearest)}", 2)


def _named_day(text: str, e: Expression, others: Sequence[Expression], lower: date) -> bool:
    """Whether an expression is this day and its weekday is told with it: "Sunday's result, of 4 March"."""
    if (
        len(e.value or "") != 10
        or e.form not in ("absolute", "partial")
        or (e.value or "")[5:] != lower.isoformat()[5:]
    ):
        return False
    beside = (o for o in others if o.form == "weekday" and abs(o.span.start - e.span.start) < 60)
    return bool(WEEKDAY.search(e.said)) or any(
        int((o.value or "")[9]) == lower.isoweekday() and between(text, o, e) is not None for o in beside
    )


def _today_is(text: str, told: Sequence[Expression], first: date, last: date | None) -> Iterator[Fact]:
    """From today, Monday: the one such day of the interval that the other facts leave."""
    if last is None or (last - first).days > 366:
        return
    for at, now in enumerate(told):
        if now.form != "offset" or now.unit != "day":
            continue
        for e in around(told, at):
            if (
                e.form not in ("weekday", "partial")
                or (gap := _near(text, now, e)) is None
                or not BESIDE.fullmatch(gap)
            ):
                continue
            days = [day for day in _span(first, last) if _is(e, day + timedelta(int(now.count or 0)))]
            if len(days) == 1:
                yield Fact(days[0], days[0], f"“{now.said}” stands with “{e.said}”", 0)


def _near(text: str, now: Expression, e: Expression) -> str | None:
    return between(text, now, e) if abs(now.span.start - e.span.start) < 60 else None


def _span(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(step) for step in range((last - first).days + 1))


def _is(e: Expression, day: date) -> bool:
    """Whether a weekday or a day of the month can mean this day."""
    if e.form == "weekday":
        return int((e.value or "")[9]) == day.isoweekday()
    return (e.value or "")[5:] == day.isoformat()[5:] and _agrees(e, (day, day))
