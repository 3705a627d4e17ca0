"""How many are told of two times: of ten helicopters that were promised four that were sent are a part."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wirecopy.judgements.told import stem
from wirecopy.words import load

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_COUNT = re.compile(
    r"(?<![\w.,])[$€£]?(?P<count>\d[\d,]*(?:\.\d+)?|[a-z]+)(?:[ -](?P<scale>thousand|million|billion))?"
    r"(?P<what>(?: [a-z][\w-]+){0,3})",
    re.IGNORECASE,
)
_NO_THING = frozenset(
    map(stem, ("days", "weeks", "months", "years", "hours", "minutes", "miles", "kilometres", "percent"))
)
_LINKS = frozenset(
    ("of", "to", "in", "on", "for", "from", "by", "at", "with", "and", "or", "within", "after", "before")
)


def fewer(asked: str, told: str) -> bool:
    """Is of the same thing a smaller number told than was asked or promised?"""
    wanted, done = _counted(asked), _counted(told)
    return any(done[what] < count for what, count in wanted.items() if what in done)


def _counted(words: str) -> Mapping[str, float]:
    """How many there are of what, by its stem; of two numbers of one thing the larger."""
    found: dict[str, float] = {}
    for start in re.finditer(r"\S+", words):
        hit = _COUNT.match(words, start.start())
        count = _number(hit["count"]) if hit else None
        if hit is None or count is None:
            continue
        things: list[str] = []
        for word in hit["what"].split():
            if word.lower() in _LINKS:
                break
            things.append(stem(word))
        for what in things:
            if what not in _NO_THING:
                found[what] = max(found.get(what, 0), count * _SCALES.get((hit["scale"] or "").lower(), 1))
    return found


def _number(said: str) -> float | None:
    cardinals: Mapping[str, int] = load("times")["cardinals"]
    return float(said.replace(",", "")) if said[0].isdigit() else cardinals.get(said.lower())
