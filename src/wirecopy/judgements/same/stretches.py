"""How the times of two claims lie to each other: days between them, days that they last, days that can be meant."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wirecopy.judgements.told import Told, days
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Event, Moment

RECALLED = 14
"""Days within which a report tells of something without its day: more, and it would name a date or a month."""
SOON = 7
"""Days within which what is arranged without a day is done."""
BACKGROUND = 45
"""Days before its report from which on a deed is background to it, and no part of what other reports tell without a day."""


def interval(told: Told) -> tuple[str, str]:
    """First and last possible day: of the event's own time, else by the report's date, for what is told as done is past."""
    event, published = told.finding, told.report.published
    assert isinstance(event, Event)  # noqa: S101
    first, last = "", "9999"
    if isinstance(event.when, Moment):
        first, last = (event.when.earliest or first)[:10], (event.when.latest or last)[:10]
    if published is None:
        return first, last
    if WORLDS[event.status] == "real":
        return first, min(last, max(first, (published.latest or last)[:10]))
    if event.status == "scheduled" and event.when is None:
        first = (published.earliest or first)[:10]
    return first, last


def parted(left: Told, right: Told) -> bool:
    """Can no day be that of both?"""
    mine, yours = interval(left), interval(right)
    return mine[1] < yours[0] or yours[1] < mine[0] or _other_weekday(left, right)


def _other_weekday(left: Told, right: Told) -> bool:
    """Is each told of one day of the week, and not the same? Reports without a date say no more than "on Saturday"."""
    mine, yours = weekday(getattr(left.finding, "when", None)), weekday(getattr(right.finding, "when", None))
    return mine is not None and yours is not None and mine != yours


def weekday(moment: object) -> int | None:
    """The day of the week, 1 to 7, that a moment of one day falls on, its date known or not; else None."""
    known = days(moment)
    if known:
        return date.fromisoformat(known[0]).isoweekday() if known[0] == known[1] else None
    told = re.match(r"XXXX-WXX-(\d)", moment.value) if isinstance(moment, Moment) and moment.value else None
    return int(told[1]) if told else None


def meant(told: Told) -> tuple[str, str] | None:
    """First and last day that a claim can mean: its own, else the days about its report; None where neither is known.

    A report tells of a deed without its day within `RECALLED` days, of what may be as far ahead, of what is arranged `SOON`.
    """
    event, published = told.finding, days(told.report.published)
    assert isinstance(event, Event)  # noqa: S101
    own = days(event.when)
    if own or published is None:
        return own
    ahead = {"real": 0, "arranged": SOON}.get(WORLDS[event.status], RECALLED)
    first, last = (date.fromisoformat(day) for day in published)
    return (first - timedelta(RECALLED)).isoformat(), (last + timedelta(ahead)).isoformat()


def within(left: tuple[str, str], right: tuple[str, str], width: int) -> bool:
    """Do two stretches of days lie within so many days of each other?"""
    gap = date.fromisoformat(max(left[0], right[0])) - date.fromisoformat(min(left[1], right[1]))
    return gap.days <= width


def length(stretch: tuple[str, str]) -> int:
    """The days from the first to the last of a stretch."""
    return (date.fromisoformat(stretch[1]) - date.fromisoformat(stretch[0])).days


def minutes(event: Event) -> float:
    """The length of an event in minutes, 0 where none is told."""
    found = re.fullmatch(r"PT(?:([\d.]+)H)?(?:([\d.]+)M)?", event.duration or "")
    return float(found[1] or 0) * 60 + float(found[2] or 0) if found else 0.0


def is_background(told: Told) -> bool:
    """Does a report date what it tells so long before itself that it is background there?"""
    event, published = told.finding, days(told.report.published)
    own = days(event.when) if isinstance(event, Event) else None
    return bool(own and published) and not within(own, published, BACKGROUND)  # type: ignore[arg-type]
