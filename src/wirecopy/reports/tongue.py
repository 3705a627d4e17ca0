"""The language of a report, as far as wirecopy needs it: English, or something that it keeps and does not analyse."""

from __future__ import annotations

import re
from functools import cache

from wirecopy.words import load

ENOUGH = 0.20
"""Share of English function words above which a text is English. In English news it lies near 0.4, in French, German,
Spanish or Indonesian below 0.1."""
FEWEST = 12
"""Fewest words by which another language can be told; below it a text in Latin letters counts as English."""
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2000


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load("function_words"))


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language, by its first 2,000 characters; "en" where it is too short to tell.

    The slow identifier (py3langid, some 97 languages) is only asked where the English function words are few.
    """
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    if len(words) < FEWEST and sum(map(str.isascii, words)) >= len(words) / 2:
        return "en"
    if len(list(filter(_function_words().__contains__, words))) >= ENOUGH * len(words):
        return "en"
    return _identified(sample)


def _identified(text: str) -> str:
    import py3langid

    language, _ = py3langid.classify(text)
    return str(language)
