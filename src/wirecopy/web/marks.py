"""A stretch of text cut into pieces at the borders of everything that is marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

# The roles whose words are shaded; those of who, whom, when and where are underlined.
SHADING = ("act", "words", "figure", "measure", "action", "condition", "left", "right")


class Label(NamedTuple):
    """What a mark says: `kind` and `role` are its look, `title` its explanation, `href` where it leads, `key` whose it is."""

    kind: str
    title: str
    href: str = ""
    key: str = ""
    role: str = ""


class Mark(NamedTuple):
    """A stretch of the text with its label; end exclusive."""

    start: int
    end: int
    label: Label


class Piece(NamedTuple):
    """A run of text under the same marks, the narrowest first. With a `rule` it is a cut: text that cleaning took out."""

    text: str
    labels: tuple[Label, ...] = ()
    rule: str = ""

    @property
    def title(self) -> str:
        """All that the marks say."""
        return " · ".join(dict.fromkeys(label.title for label in self.labels))

    @property
    def look(self) -> str:
        """The classes of the piece: the narrowest mark, and the kind of the one that shades it, where it only underlines."""
        first, shading = self.labels[0], [label.kind for label in self.labels if label.role in SHADING]
        return f"k-{first.kind} r-{first.role}" + (f" in-{shading[0]}" if shading else "")

    @property
    def keys(self) -> str:
        """Whose marks they are."""
        return " ".join(dict.fromkeys(label.key for label in self.labels if label.key))


def pieces(
    text: str, start: int, end: int, marks: Iterable[Mark], breaks: Sequence[int] = ()
) -> list[tuple[int, Piece]]:
    """The pieces of `text[start:end]` with the place where each starts; joined they give that stretch again.

    Marks may nest and overlap: a piece ends wherever one starts or ends, and at each of the `breaks`. One sweep over the
    borders, so that a thousand marks cost a thousand steps and not a million.
    """
    inside = [Mark(max(m.start, start), min(m.end, end), m.label) for m in marks if m.start < end and m.end > start]
    inside = sorted((m for m in inside if m.start < m.end), key=lambda m: (m.start, m.end))
    borders = {start, end, *(b for b in breaks if start < b < end)}
    borders.update(border for mark in inside for border in (mark.start, mark.end))
    ordered = sorted(borders)
    found: list[tuple[int, Piece]] = []
    active: list[Mark] = []
    waiting = iter([*inside, None])
    ahead = next(waiting)
    for left, right in pairwise(ordered):
        active = [mark for mark in active if mark.end > left]
        while ahead is not None and ahead.start <= left:
            active.append(ahead)
            ahead = next(waiting)
        narrowest = sorted(active, key=lambda m: (m.end - m.start, m.start))
        found.append((left, Piece(text[left:right], tuple(mark.label for mark in narrowest))))
    return found
