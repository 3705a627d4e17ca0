"""Times that are no day of what a clause tells: of a number compared, of a greeting, of what a speaker tells of himself."""

from __future__ import annotations

import re

from wirecopy.model import Expression

# "I asked for his letter of resignation," she wrote on Monday: what the speaker did before.
TOLD_BACK = re.compile(
    r"\b(?:I|we|We)(?: had)? (?:asked|demanded|promised|pledged|offered|threatened|warned|urged|vowed|agreed|refused)\b"
    r"[^.“”]{0,30}$"
)


def is_told_back(text: str, start: int) -> bool:
    """Whether what begins there is what a speaker says that he asked or promised before."""
    return TOLD_BACK.search(text, max(0, start - 60), start) is not None


# "New Year greetings" are sent on no day.
LABEL = re.compile(r" (?:greetings|wishes|cards?|presents?|gifts?|party|parties|tree|decorations|spirit|message)\b")


def is_label(text: str, e: Expression) -> bool:
    """Whether a feast only says what kind of thing is meant."""
    return e.form == "partial" and LABEL.match(text, e.span.end) is not None


# "Chad has 30,000 troops there, against 12,000 on 30 January": the day of the other number.
_NUMERAL = r"(?:\d|\b(?:half|third|quarter|fifth|tenth|(?:two|three|four|five|ten)(?= in)))"
COMPARED = re.compile(
    rf"\b(?:against|compared (?:with|to)|(?:up|down) from|versus)"
    rf" (?:[^,.;]|,(?=\d)){{0,30}}{_NUMERAL}(?:[^,.;]|,(?=\d)){{0,30}} (?:on|in) $",
    re.IGNORECASE,
)


def compared_at(text: str, e: Expression) -> int | None:
    """Where the words begin by which a number of another time is held against the clause's own; None for no such time."""
    found = COMPARED.search(text, max(0, e.span.start - 90), e.span.start)
    return found.start() if found is not None else None
