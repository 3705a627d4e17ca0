"""What if: the commitments that an event would trigger, as they were said, and what those would trigger in turn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from wirecopy.account.what_if import Consequence
from wirecopy.model import Entry
from wirecopy.web.links import Links
from wirecopy.web.shown import Line, line
from wirecopy.web.snapshot import Snapshot

# What a deed would do to commitments without a condition, in the order of `Settled`.
NAMES = ("It would break", "It would keep")


class Node(NamedTuple):
    """A commitment of the tree, what would follow from it in turn, and those of the same side that exclude it."""

    line: Line
    then: tuple[Node, ...]
    against: tuple[Line, ...]


def what_if_page(snapshot: Snapshot, event: str, links: Links) -> dict[str, Any]:
    """The tree for an event in words, with what it would keep or break, and where there is none of it what comes near.

    `error` says what is wrong with the words where no event can be read.
    """
    page: dict[str, Any] = {"event": event, "tree": (), "settled": (), "near": (), "error": ""}
    if not event:
        return page
    try:
        tree, (settled, near) = snapshot.what_if(event), snapshot.what_else(event)
    except ValueError as error:
        return page | {"error": str(error)}
    return page | {
        "tree": _nodes(snapshot, tree, links),
        "settled": [(name, _lines(snapshot, some, links)) for name, some in zip(NAMES, settled, strict=True) if some],
        "near": _lines(snapshot, near, links),
    }


def _lines(snapshot: Snapshot, entries: Iterable[Entry], links: Links) -> tuple[Line, ...]:
    return tuple(line(snapshot, entry, links) for entry in entries)


def _nodes(snapshot: Snapshot, tree: Iterable[Consequence], links: Links) -> tuple[Node, ...]:
    return tuple(
        Node(
            line(snapshot, one.commitment, links),
            _nodes(snapshot, one.then, links),
            tuple(line(snapshot, entry, links) for entry in one.against),
        )
        for one in tree
    )
