"""The calendar as a page: a grid a month for what has a day, and under it the lines with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from wirecopy.account.describe import day_text
from wirecopy.views.calendar import Calendar, Item, Month, calendar
from wirecopy.web.front import by_day
from wirecopy.web.links import Links
from wirecopy.web.shown import Line, Link, line
from wirecopy.web.snapshot import Snapshot

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Cell(NamedTuple):
    """A day of the grid; `inside` its month, or of a neighbour, then empty. The note of an item is what has become of it."""

    day: int
    inside: bool
    items: tuple[Link, ...]


class Drawn(NamedTuple):
    """A month: its grid, none where nothing in it has an exact day, and all its lines by day."""

    title: str
    slug: str
    weeks: tuple[tuple[Cell, ...], ...]
    days: list[tuple[str, list[Line]]]


def calendar_page(snapshot: Snapshot, links: Links) -> dict[str, Any]:
    """Every month in which something was or is to take place."""
    found = calendar(snapshot.appointments, snapshot.commitments)
    return {
        "months": [_month(snapshot, month, links) for month in found.months],
        "undated": by_day(_lines(snapshot, found.undated, links)),
        "weekdays": WEEKDAYS,
        "total": _total(found),
    }


def _total(found: Calendar) -> int:
    return sum(len(month.items) for month in found.months) + len(found.undated)


def _month(snapshot: Snapshot, month: Month, links: Links) -> Drawn:
    exact = any(item.exact for item in month.items)
    weeks = tuple(tuple(_cell(day, month, links) for day in week) for week in month.weeks) if exact else ()
    iso = month.first.isoformat()[:7]
    return Drawn(day_text(iso), f"month-{iso}", weeks, by_day(_lines(snapshot, month.items, links)))


def _cell(day: date, month: Month, links: Links) -> Cell:
    inside = day.month == month.first.month
    items = [item for item in month.items if item.exact == day] if inside else []
    return Cell(day.day, inside, tuple(Link(item.short, links.entry(item.entry.id), item.fate) for item in items))


def _lines(snapshot: Snapshot, items: Sequence[Item], links: Links) -> list[Line]:
    """The lines with what has become of each as their first badge, under the day for which they are arranged or due."""
    shown = []
    for item in items:
        told = line(snapshot, item.entry, links)
        badges = tuple(dict.fromkeys((item.fate, item.kind, *told.badges)))
        shown.append(told._replace(badges=badges, day=item.day if item.days else ""))
    return shown
