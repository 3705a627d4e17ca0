"""Names and turns of phrase that are made of words of time and tell no time: USA Today, Bloody Sunday, a matter of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wirecopy import words


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    times = words.load("times")
    names, idioms = "|".join(times["names"]), [re.compile(idiom, re.IGNORECASE) for idiom in times["idioms"]]
    return re.compile(names), *idioms


def named(text: str) -> Iterator[tuple[int, int]]:
    """Where such names and phrases stand in a text, as (start, end) in no order."""
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield match.span()
