"""The words that an act hangs on."""

from __future__ import annotations

from wirecopy.judgements.told import Told, stems
from wirecopy.model import Span


def triggers(told: Told) -> frozenset[str]:
    """The stems of the words that a claim's act hangs on."""
    return stems(" ".join(whole_word(told.report.text, s) for s in told.claim.spans.get("act", ())))


def whole_word(text: str, span: Span) -> str:
    """The words of a span with what a hyphen joins to their front: the parser takes "build-up" apart, and its act is "up"."""
    start = span.start
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalpha():
        start = next((i + 1 for i in range(start - 2, -1, -1) if not text[i].isalpha()), 0)
    return text[start : span.end]
