"""The positions as a page: on each issue what every side asks, refuses, offers and threatens, and how that moved."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple

from wirecopy.account.positions import Move, Position, moves, positions
from wirecopy.model import Entry
from wirecopy.web.links import Links
from wirecopy.web.shown import Line, line
from wirecopy.web.snapshot import Snapshot
from wirecopy.words import load


class Row(NamedTuple):
    """A side on an issue: the lines of each stance, in the order of the page's columns."""

    side: str
    stances: tuple[tuple[Line, ...], ...]


class Issue(NamedTuple):
    """An issue with its sides."""

    name: str
    slug: str
    rows: tuple[Row, ...]


class Moved(NamedTuple):
    """A line that is new, gone, or in another state than before."""

    issue: str
    side: str
    stance: str
    change: str
    line: Line | None
    words: str


def positions_page(snapshot: Snapshot, since: str, links: Links) -> dict[str, Any]:
    """Where every side stands; with an ISO day `since` also what moved after it. `error` says what is wrong with the day."""
    stances, now = tuple(load("positions")["stances"]), positions(snapshot.commitments)
    page: dict[str, Any] = {
        "columns": stances,
        "issues": [_issue(snapshot, name, list(group), links) for name, group in groupby(now, lambda one: one.issue)],
        "since": since,
        "error": "",
        "moved": None,
    }
    if since:
        try:
            before = snapshot.as_of(since)
        except ValueError as error:
            return page | {"error": str(error)}
        with before:
            page["moved"] = [_moved(snapshot, one, links) for one in moves(positions(before.commitments), now)]
    return page


def _issue(snapshot: Snapshot, name: str, sides: list[Position], links: Links) -> Issue:
    rows = tuple(
        Row(
            one.side,
            tuple(_lines(snapshot, one.stances.get(stance, ()), links) for stance in load("positions")["stances"]),
        )
        for one in sides
    )
    return Issue(name, f"issue-{name.replace(' ', '-')}", rows)


def _lines(snapshot: Snapshot, entries: tuple[Entry, ...], links: Links) -> tuple[Line, ...]:
    return tuple(line(snapshot, entry, links) for entry in entries)


def _moved(snapshot: Snapshot, move: Move, links: Links) -> Moved:
    known = snapshot.by_id.get(move.entry.id)
    change = f"{move.before or 'new'} → {move.after or 'part of another line'}" if move.before else "new"
    words = getattr(move.entry.value, "action", "") or ""
    return Moved(move.issue, move.side, move.stance, change, line(snapshot, known, links) if known else None, words)
