"""The ledger as a page: what was threatened, promised, demanded, refused and offered, by what became of it."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple

from wirecopy.model import Commitment, Entry
from wirecopy.views.filters import STATES, Filter, chosen
from wirecopy.views.ledger import notes
from wirecopy.web.choices import choices, names
from wirecopy.web.front import by_day
from wirecopy.web.links import Links
from wirecopy.web.paging import paged
from wirecopy.web.shown import Line, line
from wirecopy.web.snapshot import Snapshot


class Part(NamedTuple):
    """The lines of one state, by the day on which they were said."""

    state: str
    slug: str
    days: list[tuple[str, list[Line]]]


def ledger_page(snapshot: Snapshot, wanted: Filter, number: int, links: Links) -> dict[str, Any]:
    """A page of the ledger, counted from 0: open first, then what was met, kept, broken. Raises NotHere."""
    every = snapshot.commitments
    lines = sorted(chosen(every, wanted), key=lambda entry: STATES.index(state_of(entry)))
    page = paged(lines, number, links, lambda n: links.ledger(wanted, n))
    why = {one: " · ".join(told) for one, told in notes(snapshot, page.lines).items()}
    return {
        "parts_of_ledger": [
            Part(
                state,
                f"ledger-{state.replace(' ', '-')}",
                by_day(line(snapshot, one, links)._replace(note=why.get(one.id, "")) for one in group),
            )
            for state, group in groupby(page.lines, key=state_of)
        ],
        "part": page,
        "every": len(every),
        "wanted": wanted,
        "filtered": any(wanted),
        "kinds": choices((entry.value.kind for entry in every if isinstance(entry.value, Commitment)), wanted.act),
        "states": choices(map(state_of, every), wanted.status),
        "names": names(every),
    }


def state_of(entry: Entry) -> str:
    """What has become of a commitment."""
    return entry.state or "open"
