"""A text being mended, with the place of each of its characters in the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from wirecopy.reports.offsets import INSERTED


class Edit(NamedTuple):
    """Replace `text[start:end]` by `new`: of the same length (character by character), or nothing, or put in at start."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and, for each character, where it stands in the document (INSERTED: nowhere)."""

    text: str
    places: list[int]


def draft(document: str, stretches: Iterable[tuple[int, int]]) -> Draft:
    """The draft of some stretches of a document, one space between them."""
    text, places = "", []
    for start, end in stretches:
        if text:
            text += " "
            places.append(INSERTED)
        text += document[start:end]
        places.extend(range(start, end))
    return Draft(text, places)


def edited(given: Draft, edits: Iterable[Edit]) -> Draft:
    """The draft after edits, which may come in any order; of two that overlap the earlier one in the text counts.

    A replacement must be as long as what it replaces, empty, or an insertion: so every character keeps its place.
    """
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for start, end, new in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if start < done:
            continue
        pieces += (given.text[done:start], new)
        places += given.places[done:start]
        if end == start:
            places += [INSERTED] * len(new)
        elif len(new) == end - start:
            places += given.places[start:end]
        elif new:
            raise ValueError(f"an edit of {end - start} characters cannot be {len(new)} long")
        done = end
    if not pieces:
        return given
    return Draft("".join(pieces) + given.text[done:], places + given.places[done:])
