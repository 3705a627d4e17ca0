"""What a rule of the grammar is, and the small readers of numbers and names that rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from wirecopy import words
from wirecopy.moments.tokens import Token, Tokens


class Meaning(NamedTuple):
    """What an expression means, unresolved: the fields of `model.Expression` without its span (`steps` is its `count`)."""

    kind: str
    form: str
    value: str | None = None
    unit: str | None = None
    steps: float | None = None
    direction: str | None = None
    clock: str | None = None


class Hit(NamedTuple):
    """A place where a rule's pattern matches a run of letters; `run` is the token that the run begins with."""

    tokens: Tokens
    run: int
    match: re.Match[str]

    def place(self, group: str | int = 0) -> tuple[int, int]:
        """The tokens that the match or a group of it covers, from and up to; negative for a group that matched nothing."""
        start, end = self.match.span(group)
        return (self.run + start, self.run + end) if start >= 0 else (-1, -1)

    def all(self, group: str) -> list[str]:
        """The tokens that a group of the pattern matched, in small letters; none where the pattern did without it."""
        if group not in self.match.re.groupindex:
            return []
        return [token.text for token in self.tokens.between(*self.place(group))]

    def text(self, group: str) -> str:
        """The first token of a group, or ""."""
        return next(iter(self.all(group)), "")

    def near(self, step: int) -> Token:
        """The token before (-1) or after (1) the match, further ones by number; an empty one beyond the text."""
        start, end = self.place()
        index = start + step if step < 0 else end + step - 1
        return self.tokens[index] if 0 <= index < len(self.tokens) else Token(-1, -1, "", "gap")

    def tight(self) -> bool:
        """Whether nothing, not even a space, stands between the tokens."""
        return all(a.end == b.start for a, b in pairwise(self.tokens.between(*self.place())))


class Rule(NamedTuple):
    """A pattern over classes of words (see `moments.tokens`) and the reading of what it matches; None: no time at all."""

    name: str
    pattern: str
    read: Callable[[Hit], Meaning | None]


def number(texts: Sequence[str]) -> float | None:
    """The number that tokens write: ["ninety", "-", "six"], ["1,200"], ["2.5"], ["a", "hundred"]; None for none."""
    table = words.load("times")["cardinals"]
    total, seen = 0.0, False
    for text in texts:
        if text in table:
            value = float(table[text])
            total = max(total, 1) * value if value >= 100 else total + value
        elif re.fullmatch(r"\d{1,3}(?:,?\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?", text):
            total += float(text.replace(",", ""))
        elif fraction := re.fullmatch(r"(\d)/([1-9])", text):
            total += int(fraction[1]) / int(fraction[2])
        else:
            continue
        seen = True
    return total if seen else None


def ordinal(texts: Sequence[str]) -> int | None:
    """The number of an ordinal or of a day's digits: ["9"], ["9th"], ["thirteenth"], ["twenty", "-", "first"]."""
    times = words.load("times")
    total = 0
    for text in texts:
        digits = re.match(r"\d{1,3}", text)
        total += int(digits[0]) if digits else times["ordinals"].get(text, 2 if text == "second" else 0)
        total += times["cardinals"].get(text, 0)
    return total or None


def year_of(texts: Sequence[str]) -> str:
    """The year that figures or words write: ["1996"], ["nineteen", "ninety", "-", "six"]; "" for none."""
    if not texts or texts[0].isdigit():
        return next(iter(texts), "")
    cardinals = words.load("times")["cardinals"]
    values = [cardinals.get(text, 0) for text in texts]
    return str(values[0] * 1000) if values[-1] == 1000 else str(1900 + sum(values[1:]))


def month(text: str) -> int | None:
    """The number of a month's name or abbreviation."""
    names = words.load("calendar")
    found: int | None = names["months"].get(text) or names["months_short"].get(text)
    return found


def weekday(text: str) -> int | None:
    """The ISO number of a weekday's name or abbreviation: Monday 1, Sunday 7."""
    names = words.load("calendar")
    found: int | None = names["weekdays"].get(text) or names["weekdays_short"].get(text)
    return found or names["weekdays_plural"].get(text)


def part(texts: Sequence[str]) -> str | None:
    """The TIMEX3 code of a part of the day (TMO, TAF, TEV, TNI)."""
    parts = words.load("calendar")["parts"]
    return next((parts[text] for text in texts if text in parts), None)


def modifier(texts: Sequence[str]) -> str:
    """The part of a period that "early", "mid", "the end of" … name, as a suffix of a value: "/START"."""
    times = words.load("times")["classes"]
    codes = {"early": "/START", "mid": "/MID", "late": "/END", "earlier": "/BEFORE", "later": "/AFTER"}
    return next((code for text in texts for name, code in codes.items() if text in times[name]), "")


def count_of(texts: Sequence[str]) -> int | None:
    """How many periods from now "last" (-1), "this" (0), "next" and "this coming" (1) lie; None for other words."""
    times = words.load("times")["classes"]
    steps = {"last": -1, "next": 1, "latest": -1, "this": 0, "current": 0}
    return next((step for name, step in steps.items() for text in texts if text in times[name]), None)


def direction_of(count: float | None) -> str | None:
    """past, future or None for a count of periods."""
    return None if not count else "past" if count < 0 else "future"
