"""What if: the commitments that an event would trigger, as they were said, and what those would trigger in turn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from wirecopy.account.what_if import Consequence
from wirecopy.web.links import Links
from wirecopy.web.shown import Line, line
from wirecopy.web.snapshot import Snapshot


class Node(NamedTuple):
    """A commitment of the tree, what would follow from it in turn, and those of the same side that exclude it."""

    line: Line
    then: tuple[Node, ...]
    against: tuple[Line, ...]


def what_if_page(snapshot: Snapshot, event: str, links: Links) -> dict[str, Any]:
    """The tree for an event in words; `error` says what is wrong with them where none can be read."""
    try:
        tree = snapshot.what_if(event) if event else ()
    except ValueError as error:
        return {"event": event, "tree": (), "error": str(error)}
    return {"event": event, "tree": _nodes(snapshot, tree, links), "error": ""}


def _nodes(snapshot: Snapshot, tree: Iterable[Consequence], links: Links) -> tuple[Node, ...]:
    return tuple(
        Node(
            line(snapshot, one.commitment, links),
            _nodes(snapshot, one.then, links),
            tuple(line(snapshot, entry, links) for entry in one.against),
        )
        for one in tree
    )
