"""Through what somebody said it: a tweet, a letter, a press conference."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from wirecopy.words import load


@cache
def media() -> Mapping[str, str]:
    """The medium that a word names."""
    return {word: medium for medium, words in load("media")["media"].items() for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(media(), key=len, reverse=True))
    before = "|".join(load("media")["before"])
    verbs = "|".join(load("media")["verbs"])
    return re.compile(rf"\b(?:{before})\b[^.;:“”]{{0,60}}?\b({words})\b|\b({verbs})\b", re.IGNORECASE)


def medium(attribution: str) -> str | None:
    """The medium that the words of an attribution name ("he wrote on Twitter", "in a letter to the council"), or None."""
    found = _pattern().search(attribution)
    if found is None:
        return None
    if found[2]:
        return str(load("media")["verbs"][found[2].lower()])
    return media()[found[1].lower()]
