"""The calendar: what was or is to take place, and the deadlines of threats, promises and demands, by month and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TextIO

from wirecopy.account.appointment import what
from wirecopy.account.describe import day_text, moment_text
from wirecopy.account.lines import when_of
from wirecopy.model import Commitment, Entry, Event, Moment
from wirecopy.views.filters import actors_of
from wirecopy.views.lineage import Lineage, copying
from wirecopy.views.sentences import became, history, led_in, sentence, sources, state_text
from wirecopy.views.times import bounds
from wirecopy.views.unread import unread

DEADLINE = "deadline"
# Names that stand in a small field.
MOST_NAMES = 2


class Item(NamedTuple):
    """Something in the calendar; `kind` is the word for it, `fate` what has become of it, `days` None where no day is known."""

    entry: Entry
    kind: str
    fate: str
    moment: Moment | None
    days: tuple[date, date] | None

    @property
    def day(self) -> str:
        """The day or interval in words, the report's own where it could not be placed, "" where none is told."""
        return moment_text(self.moment) or (self.moment.said if self.moment else "")

    @property
    def short(self) -> str:
        """A few words for a small field: "call: Biden, Putin"."""
        names = (actor.name.split()[-1] if actor.kind == "person" else actor.name for actor in actors_of(self.entry))
        first = list(dict.fromkeys(names))[:MOST_NAMES]
        return f"{self.kind}: {', '.join(first)}" if first else self.kind

    @property
    def exact(self) -> date | None:
        """The day, where it is known as one."""
        return self.days[0] if self.days and self.days[0] == self.days[1] else None


class Month(NamedTuple):
    """A month with what is in it: on a day, and at some time within it, the latter first by its last possible day."""

    first: date
    items: tuple[Item, ...]

    @property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """The weeks of the month, Monday first, with the days of its neighbours that fill them."""
        start = self.first - timedelta(self.first.weekday())
        after = _next(self.first)
        count = ((after - start).days + 6) // 7
        return tuple(tuple(start + timedelta(7 * week + n) for n in range(7)) for week in range(count))


class Calendar(NamedTuple):
    """The months that have something, and what has no day that could be placed."""

    months: tuple[Month, ...]
    undated: tuple[Item, ...]


def calendar(appointments: Iterable[Entry], commitments: Iterable[Entry] = ()) -> Calendar:
    """Appointments and deadlines by month; what may lie in several months stands in that of its last possible day."""
    items = [*map(_appointment, appointments), *(d for entry in commitments if (d := _deadline(entry)))]
    months: defaultdict[date, list[Item]] = defaultdict(list)
    for item in items:
        if item.days:
            months[item.days[1].replace(day=1)].append(item)
    ordered = (Month(first, tuple(sorted(months[first], key=_place))) for first in sorted(months))
    return Calendar(tuple(ordered), tuple(item for item in items if not item.days))


def _place(item: Item) -> tuple[date, date, str]:
    assert item.days  # noqa: S101 -- only what has a day stands in a month
    return item.days[1], item.days[0], item.entry.id


def _appointment(entry: Entry) -> Item:
    moment = when_of(entry)
    return Item(entry, what(entry), state_text(entry) or "open", moment, bounds(moment))


def _deadline(entry: Entry) -> Item | None:
    value = entry.value
    if not isinstance(value, Commitment) or not isinstance(value.deadline, Moment):
        return None
    return Item(entry, DEADLINE, state_text(entry) or "open", value.deadline, bounds(value.deadline))


def _next(first: date) -> date:
    return (first.replace(day=28) + timedelta(4)).replace(day=1)


def write_calendar(found: Calendar, known: Lineage, out: TextIO) -> None:
    """A heading a month, a line an item: id, day, what it is, what has become of it, the sentence, its sources."""
    parts = [(day_text(month.first.isoformat()[:7]), month.items) for month in found.months]
    parts += [("no date", found.undated)] if found.undated else []
    out.write("\n".join(_part(title, items, known) for title, items in parts))


def _part(title: str, items: Sequence[Item], known: Lineage) -> str:
    rows = [
        (item.day, item.kind, item.fate, _told(item, known), _sources(item, known), item.entry.id) for item in items
    ]
    wide = [max(len(row[n]) for row in rows) for n in range(3)]
    lines = [
        f"  {entry_id}  {moment:<{wide[0]}}  {kind:<{wide[1]}}  {fate:<{wide[2]}}  {told}  {behind}\n"
        + (f"    {led_in(item.entry)}\n" if item.entry.lead_in else "")
        for item, (moment, kind, fate, told, behind, entry_id) in zip(items, rows, strict=True)
    ]
    return "".join([f"{title}\n", *lines])


def _told(item: Item, known: Lineage) -> str:
    past = history(item.entry) if isinstance(item.entry.value, Event) else ""
    behind = (past, *became(item.entry), unread(item.entry, known))
    return sentence(item.entry) + "".join(f" ({words})" for words in behind if words)


def _sources(item: Item, known: Lineage) -> str:
    return sources(item.entry, copying(item.entry, known))
