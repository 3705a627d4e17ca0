"""Do two numbers agree? Across units of one kind, within their bounds and hedges, and within rounding."""

from __future__ import annotations

import math
from typing import Protocol

from wirecopy.judgements.figures.rivals import REACH, ROUNDING
from wirecopy.words import load

# Digits that a rounded number keeps: 94,300 may be told as 94,000, not as 90,000.
DIGITS = 2


class Quantity(Protocol):
    """What has bounds and a unit: a `Figure` of a claim, a `Number` of a text."""

    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def hedge(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...


def agree(told: Quantity, given: Quantity) -> bool:
    """Can a number be told so by one who was given the other? Of "at least 31" one may tell "31" or "over 30", not "45"."""
    if base(told)[1] != base(given)[1]:
        return False
    converted = told.unit != given.unit
    low, high = _interval(told, converted, REACH)
    least, most = _interval(given, converted, 1.0)
    return (low <= most and least <= high) or _rounded(low, high, least, most)


def base(number: Quantity) -> tuple[float, str | None]:
    """The unit's factor to the one that its kind is compared by, and that one: 1000 and m for kilometres."""
    factor, unit = load("measures")["base"].get(number.unit, (1.0, number.unit))
    return factor, unit


def _interval(number: Quantity, converted: bool, reach: float) -> tuple[float, float]:
    """Lowest and highest number that the words may stand for, in the base unit; an open side goes so far."""
    factor, _ = base(number)
    low = number.low if number.low is not None else (number.high or 0.0) / reach
    high = number.high if number.high is not None else (number.low or 0.0) * reach
    about = number.hedge is not None and number.low == number.high
    slack = ROUNDING if about or converted else 0.0
    return low * factor * (1 - slack), high * factor * (1 + slack)


def _rounded(low: float, high: float, least: float, most: float) -> bool:
    """Is one of two exact numbers the other, rounded?"""
    if low != high or least != most:
        return False
    return any(math.isclose(_round(x, _digits(y)), y) for x, y in ((low, least), (least, low)))


def _digits(number: float) -> int:
    """The digits that say something, `DIGITS` at least: 352,000 has three."""
    shown = f"{number:.12g}".replace(".", "").split("e")[0].strip("0")
    return max(DIGITS, len(shown))


def _round(number: float, digits: int) -> float:
    return float(f"{number:.{digits - 1}e}")
