"""The timeline as a page: what happened in the order of when it happened, beside each line when it was reported."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple

from wirecopy.model import Entry, Event
from wirecopy.views.filters import Filter, chosen, shown_acts
from wirecopy.views.timeline import timeline
from wirecopy.web.choices import Choice, choices, names
from wirecopy.web.front import by_day
from wirecopy.web.links import Links
from wirecopy.web.paging import paged
from wirecopy.web.shown import Line, line
from wirecopy.web.snapshot import Snapshot


class Part(NamedTuple):
    """A part of the timeline with its lines by their days."""

    title: str
    slug: str
    note: str
    days: list[tuple[str, list[Line]]]


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
        "statuses": choices((e.value.status for e in events if isinstance(e.value, Event)), wanted.status),
        "names": names(events),
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
