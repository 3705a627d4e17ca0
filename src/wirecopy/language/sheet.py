"""A passage laid out for the search for quotations: where its tokens, its quotes and its mentions begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.language.quotes import Quote, quotes
from wirecopy.model import Expression, Mention, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

Piece = tuple[int, int]  # a stretch of characters
Run = tuple[int, int]  # a stretch of tokens

_EDGE = " \t\r\n\xa0,;:—–-―“”\"'`"
_ENDING = re.compile(r".[a-z\d”)%]|[A-Z]{2}", re.DOTALL)  # before a full stop that is no abbreviation's
_STOPS = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][”\"’)]?\s+(?=[A-Z“\"])|\n")


class Utterance(NamedTuple):
    """One thing said, before its actors are looked up.

    `pieces` are its words; `phrase` is the stretch of the attribution itself ("he said on Monday"); `frame` is the
    construction (see `words/cues.yml`), or "goes on" for a quote that has no cue of its own.
    """

    pieces: tuple[Piece, ...]
    cue: Token | None
    speaker: Token | None
    phrase: Piece
    frame: str
    teller: Utterance | None = None  # in whose direct quotation it stands


class Sheet:
    """A passage with its tokens and quotes indexed by position."""

    def __init__(self, passage: Passage) -> None:
        self.passage, self.doc, self.text = passage, passage.doc, passage.report.text
        self.starts: list[int] = passage.doc.to_array("IDX").tolist()
        self.quotes: tuple[Quote, ...] = quotes(self.text)
        self.opens = [quote.start for quote in self.quotes]

    @cached_property
    def mention_starts(self) -> list[int]:
        """Where the mentions begin, in order."""
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The passage's mentions in the order of the text."""
        return tuple(sorted(self.passage.mentions, key=lambda mention: mention.span))

    def token_at(self, position: int) -> int:
        """The index of the first token at or behind a position."""
        return bisect_left(self.starts, position)

    def quoted(self, position: int) -> bool:
        """Whether a position is inside a quote."""
        at = bisect_right(self.opens, position) - 1
        return at >= 0 and position < self.quotes[at].end

    def mention_of(self, token: Token) -> Mention | None:
        """The mention that a token belongs to."""
        at = bisect_right(self.mention_starts, token.idx)
        near = self.mentions[max(0, at - 3) : at]
        return next((mention for mention in reversed(near) if token.idx < mention.span.end), None)

    @cached_property
    def times(self) -> list[int]:
        """Where the expressions of time begin, in order."""
        return [expression.span.start for expression in self.passage.expressions]

    def expressions_in(self, start: int, end: int) -> tuple[Expression, ...]:
        """The expressions of time that begin between two positions."""
        return self.passage.expressions[bisect_left(self.times, start) : bisect_left(self.times, end)]

    def quoted_within(self, start: int, end: int) -> int:
        """How many characters of a stretch stand in quotation marks."""
        first = max(0, bisect_right(self.opens, start) - 1)
        near = self.quotes[first : bisect_left(self.opens, end)]
        return sum(max(0, min(end, quote.end) - max(start, quote.start)) for quote in near)

    def text_of(self, start: int, end: int) -> str:
        """The text of a run of tokens, with the white space behind each but the last."""
        return self.text[self.doc[start].idx : self.doc[end - 1].idx + len(self.doc[end - 1])] if start < end else ""

    def piece(self, run: Run) -> Piece | None:
        """A run of tokens as characters, without marks and white space at its ends; None where nothing is left."""
        start, end = run
        if start >= end:
            return None
        return self.trimmed(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1].text))

    def whole(self, piece: Piece) -> Piece:
        """A stretch that ends inside a quote, to the quote's end: the parse often breaks off at a mark or a dash."""
        start, end = piece
        at = bisect_right(self.opens, end - 1) - 1
        if at >= 0 and self.quotes[at].start < end < self.quotes[at].end and self.quotes[at].start >= start - 1:
            quote = self.quotes[at]
            stop = _STOPS.search(self.text, end, quote.end) if quote.close == quote.end else None
            return start, stop.start() if stop else quote.end
        return piece

    def trimmed(self, left: int, right: int) -> Piece | None:
        """A stretch without marks, white space and the full stop at its ends; None where nothing is left."""
        text = self.text
        while left < right and text[left] in _EDGE:
            left += 1
        while right > left and text[right - 1] in _EDGE:
            right -= 1
        if right > left + 2 and text[right - 1] == "." and _ENDING.match(text, right - 3, right - 1):
            right -= 1
        return (left, right) if right > left else None

    def balanced(self, left: int, right: int) -> Piece:
        """A stretch with both marks of a quote that it holds: … were “of no use at all.”"""
        within = self.text[left:right]
        if within.count("“") > within.count("”"):
            close = self.text.find("”", right, right + 3)
            return left, close + 1 if close >= 0 else right
        if within.count("”") > within.count("“") and self.text[max(0, left - 1) : left] == "“":
            return left - 1, right
        return left, right

    def stops(self, start: int, end: int) -> int:
        """How many sentences or lines end between two positions, by the shape of the text alone."""
        return sum(1 for _ in _STOPS.finditer(self.text, start, end))

    @cached_property
    def breaks(self) -> list[int]:
        """Where the text's line ends stand."""
        return [at for at, letter in enumerate(self.text) if letter == "\n"]

    def line(self, position: int) -> Piece:
        """The line of text around a position: no utterance runs over its end but a quote."""
        at = bisect_left(self.breaks, position)
        start = self.breaks[at - 1] + 1 if at else 0
        return start, self.breaks[at] if at < len(self.breaks) else len(self.text)

    def sentence_start(self, position: int) -> int:
        """Where the sentence around a position begins, by the shape of the text, at most 600 characters before."""
        start = max(0, position - 600)
        for stop in _STOPS.finditer(self.text, start, position):
            start = stop.end()
        return start
