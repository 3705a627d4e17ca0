"""Numbers that are given in words: whether two tellings can give the same one, and within how many days."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from wirecopy.judgements.told import Told, days
from wirecopy.model import Statement
from wirecopy.words import load

DAYS = 7
"""Days between the day on which a number was given and a report that gives it without a day: later it is told anew."""
SMALL, YEARS = 31, (1900, 2100)  # days of a month and years are no estimates
NUMBER = re.compile(
    r"\b(?P<number>\d{1,3}(?:[,\u00a0 ]\d{3})+|\d+(?:\.\d+)?)(?: ?(?P<scale>%|per ?cent|million|billion))?"
)
BEFORE = 24  # characters before a number in which its bound stands


def differ(left: Told, right: Told) -> bool:
    """Do two tellings give numbers of which none can be the other's, or one number on days too far apart to be one?"""
    mine, yours = estimates(_words(left)), estimates(_words(right))
    if not mine or not yours:
        return False
    return not mine & yours or _is_anew(left, right) or _is_anew(right, left)


def _words(told: Told) -> str:
    assert isinstance(told.finding, Statement)  # noqa: S101 -- statements alone are held against each other here
    return told.finding.words


@lru_cache(maxsize=4096)
def estimates(words: str) -> frozenset[tuple[str, float, str]]:
    """The numbers of a text, each with its bound (over, under or none) and its scale: "more than 100,000"."""
    found = set()
    for match in NUMBER.finditer(words):
        number, scale = float(re.sub(r"[,\u00a0 ]", "", match["number"])), (match["scale"] or "").replace(" ", "")
        plain = not scale and (number <= SMALL or ("," not in match["number"] and YEARS[0] <= number <= YEARS[1]))
        if not plain:
            found.add((_bound(words[max(0, match.start() - BEFORE) : match.start()]), number, scale))
    return frozenset(found)


def _bound(before: str) -> str:
    for bound, said in load("comparing")["bounds"].items():
        if before.lower().rstrip().endswith(tuple(said)):
            return str(bound)
    return ""


def _is_anew(dated: Told, other: Told) -> bool:
    """Does the one have a day and the other none, and was the other printed more than a week from that day?"""
    when, printed = days(_when(dated)), days(other.report.published)
    if when is None or printed is None or _when(other) is not None:
        return False
    gap = (date.fromisoformat(printed[0]) - date.fromisoformat(when[1])).days
    return gap > DAYS


def _when(told: Told) -> object:
    return getattr(told.finding, "when", None)
