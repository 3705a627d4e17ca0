"""A long list in pages. A page of many thousands of lines is slow to open and is read by nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from wirecopy.web.links import Links
from wirecopy.web.shown import Link
from wirecopy.web.snapshot import NotHere

PAGE = 300


class Paged(NamedTuple):
    """The lines of one page; `others` leads to all pages, where there are several."""

    lines: Sequence[Any]
    total: int
    others: tuple[Link, ...]


def paged(lines: Sequence[Any], number: int, links: Links, address: Callable[[int], str]) -> Paged:
    """One page, counted from 0. The one-file copy has no further pages, so there the first has all. Raises NotHere."""
    total = len(lines)
    size = PAGE if links.live else max(1, total)
    if not 0 <= number <= max(0, total - 1) // size:
        raise NotHere(f"page {number}")
    numbers = range((total + size - 1) // size) if total > size else ()
    others = tuple(
        Link(f"{n * size + 1} to {min((n + 1) * size, total)}", address(n), "here" if n == number else "")
        for n in numbers
    )
    return Paged(lines[number * size : (number + 1) * size], total, others)
