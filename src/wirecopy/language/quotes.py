"""Where a text quotes: the stretches between quotation marks, also where a mark is missing, turned or misplaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Cleaning turns every pair into “ ”; the others are read too, so that a text that was not cleaned is no exception.
_MARK = re.compile(r"''|``|[“”„«»\"]")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*|\n")
_SENTENCE_END = re.compile(r"[.!?…][”\"’)]?\s+(?=[A-Z“\"])")
_SAID = re.compile(
    r"[,?!] *(?=(?:(?:he|she|they|the [a-z]+(?: [a-z]+)?|[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20}){0,3}) (?:also )?)?"
    r"(?:said|says|added|told|wrote|tweeted|continued|asked|explained|noted|warned)\b)"
)
_NEXT_CUE = re.compile(r"[.!?]\s+(?=(?!I |We )[A-Z][^.!?“”\n]{0,60} (?:said|says|told|added|wrote|warned)\b)")
_LEADS = {"“": 1.0, "„": 1.0, "``": 1.0, "«": 0.5, "”": -1.0, "»": -0.5}


class Quote(NamedTuple):
    """A stretch of quoted text. `start` and `end` leave the marks out, `outer` and `close` take them in.

    `runs_on` says that the mark opened in the paragraph before and was never closed: the same speaker goes on.
    `sure` is False where the opening mark had to be guessed.
    """

    start: int
    end: int
    outer: int
    close: int
    runs_on: bool = False
    sure: bool = True


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text that are not empty, as (start, end)."""
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def quotes(text: str) -> tuple[Quote, ...]:
    """Every quoted stretch of a text, in order; a quote that runs over paragraphs gives one stretch each."""
    found: list[Quote] = []
    unclosed = False
    for start, end in paragraphs(text):
        stretches = list(_in_paragraph(text, start, end))
        goes_on = bool(stretches) and stretches[0].outer == start
        if unclosed and goes_on:
            stretches[0] = stretches[0]._replace(runs_on=True)
        elif unclosed:
            found[-1] = _cut_short(text, found[-1])
        unclosed = bool(stretches) and stretches[-1].close == stretches[-1].end and stretches[-1].end == end
        found.extend(stretches)
    if unclosed:
        found[-1] = _cut_short(text, found[-1])
    return tuple(found)


def _cut_short(text: str, quote: Quote) -> Quote:
    """A quote that nothing closes and no paragraph continues, up to the sentence in which somebody else says something."""
    other = _NEXT_CUE.search(text, quote.start, quote.end)
    return quote._replace(end=other.start() + 1, close=other.start() + 1) if other else quote


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quote]:
    """The stretches of one paragraph: opening and closing marks paired, the missing one guessed."""
    opened: tuple[int, int] | None = None
    last = start
    for mark in _MARK.finditer(text, start, end):
        opens = _opens(text, mark.start(), mark.end(), opened is not None, start, end)
        if opens and opened is None:
            opened = mark.start(), mark.end()
        elif opens and opened is not None:  # the closing mark of the one before is missing
            yield _trimmed(text, opened[1], _guess_end(text, opened[1], mark.start()), opened[0], None)
            opened = mark.start(), mark.end()
        elif opened is not None:
            yield _trimmed(text, opened[1], mark.start(), opened[0], mark.end())
            opened, last = None, mark.end()
        else:  # a closing mark alone: the opening one is missing
            begin = _guess_start(text, last, mark.start())
            if mark.start() - begin > 1:
                yield _trimmed(text, begin, mark.start(), begin, mark.end(), sure=False)
            last = mark.end()
    if opened is not None and opened[1] < end:
        yield _trimmed(text, opened[1], _guess_end(text, opened[1], end), opened[0], None)


def _opens(text: str, start: int, end: int, inside: bool, first: int, last: int) -> bool:
    """Whether a mark opens a quote: its shape, the spaces beside it and whether one is open already, weighed.

    No single sign decides, because scraped text has marks turned round (“A ” said) and spaces on the wrong side.
    """
    score = _LEADS.get(text[start:end], 0.0) - (1.5 if inside else -1.0)
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    if before in " \t\xa0([—–-‘" and after not in " \t\xa0":
        score += 1.5
    elif after in " \t\xa0.,;:!?)]—–-’" and before not in " \t\xa0":
        score -= 1.5
    if start == first:
        score += 2
    elif end == last:
        score -= 2
    elif inside and text[max(first, start - 2) : start].rstrip()[-1:] in (",", ".", "!", "?", "…"):
        score -= 0.0 if _begins(text, start, end) else 1.0
    return score > 0


def _begins(text: str, start: int, end: int) -> bool:
    """Whether a mark has the shape of an opening one and stands right before a new sentence, behind the end of another."""
    ended = text[start - 2 : start] in (". ", "! ", "? ")
    return ended and _LEADS.get(text[start:end], 0.0) == 1.0 and text[end : end + 1].isupper()


def _guess_start(text: str, first: int, end: int) -> int:
    """Where a quote without an opening mark begins: after the sentence end before it, else where the text begins."""
    begin = first
    for stop in _SENTENCE_END.finditer(text, first, max(first, end - 1)):
        begin = stop.end()
    return begin


def _guess_end(text: str, begin: int, limit: int) -> int:
    """Where a quote without a closing mark ends: before “, he said”, else with its paragraph or the next quote."""
    cue = _SAID.search(text, begin, limit)
    return cue.start() + 1 if cue else limit


def _trimmed(text: str, start: int, end: int, outer: int, close: int | None, sure: bool = True) -> Quote:
    """A stretch without the spaces at its ends; without a closing mark it closes where it ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(start, end, outer, end if close is None else close, sure=sure)
