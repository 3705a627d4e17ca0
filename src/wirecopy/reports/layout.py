"""The lines of a document, and the paragraphs that they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_FULL_STOP = re.compile(r"[.?!…][\"'”’»)\]]*\Z")
_MARK_AT_END = re.compile(r"[\"”»:;,]\Z")
WIDEST_WRAP = 110
"""Longest line, in characters, of text that a mail program or terminal broke (customary widths are 65 to 100)."""


class Line(NamedTuple):
    """A line of the document without its margins; `gap` is the number of line ends between it and the line before."""

    start: int
    end: int
    text: str
    gap: int = 2

    @property
    def words(self) -> int:
        """How many words it has, counted at spaces."""
        return len(self.text.split())


def lines(text: str) -> list[Line]:
    """The lines of a document that have anything printed on them, in order."""
    found: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        start, end = _trimmed(text, match.start(), match.end())
        if start < end:
            between = text[before:start]
            gap = between.count("\n") or between.count("\r") or 1
            found.append(Line(start, end, text[start:end], gap if found else 2))
            before = end
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_margin(text[start]):
        start += 1
    while start < end and _is_margin(text[end - 1]):
        end -= 1
    return start, end


def _is_margin(char: str) -> bool:
    return char.isspace() or char in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad" or (char < " ") or char == "\x7f"


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does: with a full stop, question or exclamation mark, or a mark after one."""
    return bool(_FULL_STOP.search(text[-6:]))


def is_sentence(text: str) -> bool:
    """Whether a line reads as running text: it ends as a sentence does, or is too long for a title or a label."""
    count = len(text.split())
    if count > 25:
        return True
    if ends_sentence(text):
        return count >= 3
    return count >= 9 and bool(_MARK_AT_END.search(text))


def paragraphs(found: Sequence[Line], apart: Sequence[bool]) -> list[list[int]]:
    """Indices of lines grouped into paragraphs: lines that were only broken at the margin belong together.

    `apart` marks lines that stand alone whatever their neighbours (residue). Two neighbours without a blank line between
    are one paragraph where the whole document is wrapped at one width, or where the second goes on in lower case.
    """
    wrapped = _is_wrapped(found)
    groups: list[list[int]] = []
    for index, line in enumerate(found):
        joined = index and line.gap == 1 and not apart[index] and not apart[index - 1]
        if joined and (wrapped or _goes_on(found[index - 1], line)):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _goes_on(before: Line, line: Line) -> bool:
    return line.text[0].islower() and not ends_sentence(before.text) and before.words >= 5


def _is_wrapped(found: Sequence[Line]) -> bool:
    """Whether lines were broken because the next word did not fit: then each line and the word after it pass the width."""
    pairs = [(before, line) for before, line in pairwise(found) if line.gap == 1]
    width = max((len(line.text) for line in found), default=0)
    if len(pairs) < 2 or not 40 <= width <= WIDEST_WRAP:
        return False
    full = sum(len(before.text) + 1 + len(line.text.split(None, 1)[0]) > width - 3 for before, line in pairs)
    return full >= 0.7 * len(pairs)
