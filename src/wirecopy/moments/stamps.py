"""The stamps of a live blog: the time at the head of an entry, "11.05", "20:10 GMT", which is no part of its sentence."""

from __future__ import annotations

import re

_STAMP = re.compile(
    r"(?:(?<=\n)|\A)(?:(?i:updated?|posted)(?: at)?:? )?"
    r"(?:(?:[01]?\d|2[0-4])[.:][0-5]\d|(?:1[0-2]|[1-9])(?=\s?(?i:[ap]\.?m)))(?![\d.:]\d)"
    r"(?P<sure>(?:\s?(?i:[ap]\.?m\b\.?|h(?:rs)?\b))?"
    r"(?:\s?\(?(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|CES?T|IST|MSK|EEST|EET|local time)\b\)?)?)"
    r"(?: ?[:|–—-](?=\s))?(?=[ \t]*(?:\n|\Z)|[ \t]+[^\Wa-z\d_]|[ \t]+[“\"‘'(])"
)
LEAST = 2  # entries that a text must have for a bare "11.05" before a capital to be a time, no number


def stamps(text: str) -> tuple[tuple[int, int], ...]:
    """Where the stamps of a text's entries stand; none where a single paragraph opens with digits that may be a number."""
    found = list(_STAMP.finditer(text))
    blog = len(found) >= LEAST
    return tuple(m.span() for m in found if blog or m["sure"].strip())
