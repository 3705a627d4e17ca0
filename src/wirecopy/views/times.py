"""When a line of the account happened and, a different thing, when it was reported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wirecopy.account.describe import day_text, moment_text
from wirecopy.model import Entry, Moment

Published = Mapping[str, Moment | None]
"""The day of publication of each report, by its id."""

# A longer interval ("2021") says nothing of a day: no line opens a story with the first day of such a one.
SHARP_DAYS = 31


def bounds(moment: object) -> tuple[date, date] | None:
    """The first and last day that a moment may mean, both included; None where one is open."""
    if not isinstance(moment, Moment) or not moment.earliest or not moment.latest:
        return None
    return date.fromisoformat(moment.earliest[:10]), date.fromisoformat(moment.latest[:10])


def sharp(moment: object) -> tuple[date, date] | None:
    """The same where the two lie within SHARP_DAYS."""
    found = bounds(moment)
    return found if found and (found[1] - found[0]).days < SHARP_DAYS else None


def has_day(moment: object) -> bool:
    """Is anything known of the day, be it one bound alone?"""
    return isinstance(moment, Moment) and bool(moment.earliest or moment.latest)


def place(moment: object) -> tuple[str, str]:
    """Where a moment stands in an order of time: by its first day, a long interval by its last; what has no day stands last."""
    if not isinstance(moment, Moment) or not has_day(moment):
        return "9999", ""
    first, last = moment.earliest or moment.latest or "", moment.latest or moment.earliest or ""
    return (first if sharp(moment) else last), last


def printed(entry: Entry, published: Published) -> list[Moment]:
    """When the reports of an entry were published, oldest first: those known sharply, where there are none the vaguer ones."""
    known = [moment for report in entry.reports if has_day(moment := published.get(report)) and moment]
    return sorted([m for m in known if sharp(m)] or known, key=lambda m: (m.earliest or "", m.latest or ""))


def reported(entry: Entry, published: Published) -> str:
    """The days on which a line was reported: "reported 9 December 2021", "reported 9 to 31 December 2021".

    A day that is known as an interval alone stays one: "reported between 9 and 10 December 2021". Reports without a date are
    left out; where none has one, that is said.
    """
    known = printed(entry, published)
    if not known:
        return "reported without a date"
    first, last = known[0], max(known, key=lambda m: (m.latest or "", m.earliest or ""))
    days = [(m.earliest or "")[:10] for m in (first, last) if (m.earliest or "")[:10] == (m.latest or "")[:10]]
    if len(days) == 2:
        return f"reported {span_text(*days)}"
    # Of two intervals that overlap nobody knows which came later.
    later = bool(first.latest and last.earliest and last.earliest[:10] > first.latest[:10])
    return f"reported {moment_text(first)}" + (f", last {moment_text(last)}" if later else "")


def span_text(first: str, last: str) -> str:
    """Two ISO days as a span: "9 December 2021", "9 to 31 December 2021", "9 December 2021 to 3 January 2022"."""
    if first == last:
        return day_text(first)
    return moment_text(Moment("", first, last, "stated")).removeprefix("between ").replace(" and ", " to ")
