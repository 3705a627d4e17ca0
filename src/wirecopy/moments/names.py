"""Names and turns of phrase that are made of words of time and tell no time: USA Today, Bloody Sunday, a matter of days."""

from __future__ import annotations

import re
from functools import cache

from wirecopy import words
from wirecopy.model import Span

# Letters that such a name may have before or behind its words of time.
REACH = 40


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names, which begin with a capital, a figure or a quotation mark, and idioms."""
    times = words.load("times")
    names, idioms = "|".join(times["names"]), "|".join(times["idioms"])
    return re.compile(rf"(?=[A-Z\d\"“‘`'])(?:{names})"), re.compile(idioms, re.IGNORECASE)


def is_named(text: str, span: Span) -> bool:
    """Whether an expression of time is, at least in part, such a name or phrase."""
    around = max(0, span.start - REACH), span.end + REACH
    found = (match.span() for pattern in _patterns() for match in pattern.finditer(text, *around))
    return any(span.start < end and start < span.end for start, end in found)
