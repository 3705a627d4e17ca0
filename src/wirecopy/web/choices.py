"""The fields of a page's form: what may be chosen from, and the names that are offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from wirecopy.model import Entry
from wirecopy.views.filters import actors_of

# Names that the field for an actor offers; any other can be written.
MOST_NAMES = 60


class Choice(NamedTuple):
    """An option of a filter."""

    value: str
    label: str
    chosen: bool


def choices(present: Iterable[str], wanted: str | None) -> list[Choice]:
    """The words that occur, in the order of the alphabet."""
    return [Choice(word, word, (wanted or "").lower() == word) for word in sorted(set(present))]


def names(entries: Iterable[Entry]) -> list[str]:
    """Those who take part in the most lines."""
    counts = Counter(name for entry in entries for name in {actor.name for actor in actors_of(entry)})
    return [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMES]]
