"""Positions of a report's clean text in its document, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from wirecopy.model import Report, Span, Stretch

INSERTED = -2
"""The place of a character that mending put in: it stands nowhere in the document."""


def stretches(places: Sequence[int]) -> tuple[Stretch, ...]:
    """The aligned stretches of a text whose characters stand at `places` in the document (INSERTED: nowhere)."""
    breaks = [0, *(i for i, (a, b) in enumerate(pairwise(places), 1) if b != a + 1), len(places)]
    pairs = pairwise(breaks)
    return tuple(Stretch(i, places[i], j - i) for i, j in pairs if i < j and places[i] != INSERTED)


def original(report: Report, span: Span) -> tuple[int, int]:
    """Where a span of the clean text stands in the decoded document: (start, end), end exclusive.

    A bound that falls on an inserted character moves inwards to the next one that the document has; a span of nothing
    but inserted characters is an empty stretch at the place where they were put in.
    """
    starts = [stretch.start for stretch in report.offsets]
    start = _forward(report.offsets, starts, span.start)
    end = _backward(report.offsets, starts, span.end)
    return start, max(start, end)


def _forward(offsets: Sequence[Stretch], starts: Sequence[int], position: int) -> int:
    """The document position of the first character at or after `position`."""
    index = bisect_right(starts, position) - 1
    if index >= 0 and position < offsets[index].start + offsets[index].length:
        return offsets[index].document_start + position - offsets[index].start
    if index + 1 < len(offsets):
        return offsets[index + 1].document_start
    return offsets[-1].document_start + offsets[-1].length if offsets else 0


def _backward(offsets: Sequence[Stretch], starts: Sequence[int], position: int) -> int:
    """The document position after the last character before `position`."""
    index = bisect_right(starts, position - 1) - 1
    if index < 0:
        return offsets[0].document_start if offsets else 0
    stretch = offsets[index]
    return stretch.document_start + min(position - stretch.start, stretch.length)
