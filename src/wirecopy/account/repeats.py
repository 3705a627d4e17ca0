"""Talks that are said to be the second or third in a span, held against the talks of the same parties that the account knows.

No account knows everything: fewer talks than said contradict nothing, more of them do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from wirecopy.account.describe import counted, day_text, listed, moment_text
from wirecopy.judgements.parties import fit, parties
from wirecopy.judgements.told import days
from wirecopy.model import Check, Entry, Event, Moment
from wirecopy.moments.calendar import moved
from wirecopy.words import load

REAL = {"happened", "ongoing", "historical"}
REMOTE = {"phone", "virtual"}
# "Just over three weeks" is told of 23 days: so many days more a week may be meant, and are neither asked for nor denied.
SLACK = 7
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def number_check(entry: Entry, events: Sequence[Entry]) -> Check | None:
    """Does the account know as many talks as the entry is said to be in its span? None where nothing is said of it."""
    event = entry.value
    if not isinstance(event, Event) or event.number is None or event.status not in REAL:
        return None
    last, span = _day(event), event.number_in
    first = _first(last, span) if last and isinstance(span, Moment) else None
    if first is None or last is None or not isinstance(span, Moment):
        return None
    loose = first - timedelta((last - first).days // SLACK) if span.value.startswith("P") else first
    known = sorted({day for other in events if (day := _of_those(event, other)) and loose <= day <= last})
    surely = sum(day >= first for day in known)
    report = next((c.report_id for c in entry.claims if getattr(c.finding, "number", None)), entry.reports[0])
    said = f"the {_nth(event.number)} in “{span.said or moment_text(span)}”"
    if surely > event.number:
        because = f"said to be {said}, but the account knows {surely} by then: {_on(known[-surely:])}"
        return Check("number", "disagrees", report, because)
    if len(known) < event.number:
        because = f"said to be {said}; the account knows only {counted(len(known), 'talk')} of them: {_on(known)}"
        return Check("number", "open", report, because)
    return Check(
        "number", "agrees", report, f"said to be {said}; the account knows those of {_on(known[-event.number :])}"
    )


def _day(event: Event) -> date | None:
    """The day of a talk, where just one is possible."""
    interval = days(event.when)
    return date.fromisoformat(interval[0]) if interval and interval[0] == interval[1] else None


def _first(last: date, span: Moment) -> date | None:
    """The first day of the span that ends with a talk: three weeks before it, the first of this month."""
    found = re.fullmatch(r"P(\d+)([DWMY])", span.value)
    if found:
        return moved(last, UNITS[found[2]], -int(found[1]))
    first = date.fromisoformat(span.earliest[:10]) if span.earliest else None
    return first if first and first <= last else None


def _of_those(event: Event, other: Entry) -> date | None:
    """The day of another talk of the same parties, held in the same way as far as both tell."""
    talk = other.value
    if not isinstance(talk, Event) or talk.act != event.act or talk.status not in REAL or not _day(talk):
        return None
    if fit(parties(event), parties(talk)) < 1.0:
        return None
    modes = [talk.mode in REMOTE for talk in (event, talk) if talk.mode]
    return _day(talk) if len(set(modes)) < 2 else None


def _nth(number: int) -> str:
    words: dict[int, str] = {value: word for word, value in load("figures")["ordinals"].items()}
    return words.get(number, f"{number}th")


def _on(known: Sequence[date]) -> str:
    """7 and 30 December 2021: a month or a year that the next day shares is told once."""
    shown = []
    for day, following in zip(known, [*known[1:], None], strict=True):
        words = day_text(day.isoformat())
        if following and (day.year, day.month) == (following.year, following.month):
            words = str(day.day)
        elif following and day.year == following.year:
            words = words.removesuffix(f" {day.year}")
        shown.append(words)
    return listed(shown) or "none"
