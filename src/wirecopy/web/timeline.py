"""The timeline as a page: what happened in the order of when it happened, beside each line when it was reported."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any, NamedTuple

from wirecopy.model import Entry, Event
from wirecopy.views.filters import Filter, actors_of, chosen, shown_acts
from wirecopy.views.timeline import timeline
from wirecopy.web.front import by_day
from wirecopy.web.links import Links
from wirecopy.web.paging import paged
from wirecopy.web.shown import Line, line
from wirecopy.web.snapshot import Snapshot

# Names that the field for an actor offers; any other can be written.
MOST_NAMES = 60


class Part(NamedTuple):
    """A part of the timeline with its lines by their days."""

    title: str
    slug: str
    note: str
    days: list[tuple[str, list[Line]]]


class Choice(NamedTuple):
    """An option of a filter."""

    value: str
    label: str
    chosen: bool


PARTS = {
    "story": ("The story", ""),
    "undated": ("No date", "Of these the reports say no day, or none that could be worked out."),
    # It comes last, so that no page opens with the year 2014.
    "background": ("Before the story", "What happened long before the first report, and what it is told against."),
}


def timeline_page(snapshot: Snapshot, wanted: Filter, number: int, links: Links) -> dict[str, Any]:
    """A page of the timeline, counted from 0: the story, what has no date, the background. Raises NotHere."""
    events = snapshot.events
    found = timeline(chosen(events, wanted), snapshot.lineage.published)
    lines = [(part, entry) for part in PARTS for entry in getattr(found, part)]
    page = paged(lines, number, links, lambda n: links.timeline(wanted, n))
    return {
        "parts_of_time": [
            _part(snapshot, name, [entry for _, entry in group], links)
            for name, group in groupby(page.lines, key=lambda one: one[0])
        ],
        "part": page,
        "every": len(events),
        "wanted": wanted,
        "filtered": any(wanted),
        "acts": _acts(events, wanted.act),
        "statuses": _statuses(events, wanted.status),
        "names": _names(events),
    }


def _part(snapshot: Snapshot, name: str, entries: list[Entry], links: Links) -> Part:
    title, note = PARTS[name]
    shown = [line(snapshot, entry, links) for entry in entries]
    if name == "undated":  # words for a day that nobody can place ("Monday") are no heading
        shown = [one._replace(day="") for one in shown]
    return Part(title, f"time-{name}", note, by_day(shown))


def _acts(events: tuple[Entry, ...], wanted: str | None) -> list[Choice]:
    present = {e.value.act for e in events if isinstance(e.value, Event)}
    acts = [(act.lower(), shown) for act, shown in shown_acts().items() if act in present]
    return [
        Choice(act, shown, (wanted or "").lower() in (act, shown)) for act, shown in sorted(acts, key=lambda a: a[1])
    ]


def _statuses(events: tuple[Entry, ...], wanted: str | None) -> list[Choice]:
    present = dict.fromkeys(e.value.status for e in events if isinstance(e.value, Event))
    return [Choice(status, status, (wanted or "").lower() == status) for status in sorted(present)]


def _names(events: tuple[Entry, ...]) -> list[str]:
    """Those who take part in the most events."""
    counts = Counter(name for entry in events for name in {actor.name for actor in actors_of(entry)})
    return [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMES]]
