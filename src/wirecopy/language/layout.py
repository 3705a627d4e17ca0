"""The parse of a report as plain lists, so that rules look up tokens by place without asking the parser twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Layout:
    """The tokens of a report, their lower-case words, and where each starts in the text."""

    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The tokens [first, after] that a stretch of the text touches."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        return first, max(bisect_left(self.starts, end), first + 1)

    def head(self, first: int, after: int) -> Token:
        """The token of a stretch that the others hang on: the first one whose head lies outside."""
        for token in self.tokens[first:after]:
            if not first <= token.head.i < after or token.head.i == token.i:
                return token
        return self.tokens[after - 1]

    def chars(self, first: int, after: int) -> tuple[int, int]:
        """Where tokens [first, after] stand in the text."""
        last = self.tokens[after - 1]
        return self.starts[first], self.starts[after - 1] + len(last.text)


def layout(doc: Doc) -> Layout:
    """The layout of a parse, made once and kept with it."""
    kept = doc.user_data.get("wirecopy.layout")
    if isinstance(kept, Layout):
        return kept
    tokens = tuple(doc)
    made = Layout(tokens, tuple(t.lower_ for t in tokens), tuple(t.idx for t in tokens))
    doc.user_data["wirecopy.layout"] = made
    return made
