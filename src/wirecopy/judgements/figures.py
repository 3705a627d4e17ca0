"""Figures of several reports: which are one figure told again, and how the values of one series relate."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from wirecopy.judgements.told import Told, days, overlap, stems
from wirecopy.model import Figure, Moment
from wirecopy.words import load

UPDATE_DAYS = 7
# "About 100,000" and 94,000 are compatible: hedged figures are rounded to their first digit or two.
ROUNDING = 0.1
LENGTHS = {"s", "min", "h", "d"}
PROJECTED = {"possible", "conditional", "scheduled"}


def keys(told: Told) -> Iterable[Hashable]:
    """Claims that share no key are not compared: value and unit."""
    figure = told.finding
    assert isinstance(figure, Figure)  # noqa: S101 -- the caller groups claims by kind
    yield figure.unit, figure.low if figure.low is not None else figure.high
    yield figure.unit, figure.high if figure.high is not None else figure.low


def worth_a_line(figure: Figure) -> bool:
    """Is a figure a line of the account? The length of a meeting is told by the meeting."""
    last = figure.measure.lower().split()[-1:]
    return not (figure.unit in LENGTHS and last and last[0] in load("comparing")["meetings"])


def likeness(left: Told, right: Told) -> float:
    """From 0 to 1; .5 and more: one figure told again. The same number of the same thing, of now or of what may come."""
    a, b = left.finding, right.finding
    assert isinstance(a, Figure) and isinstance(b, Figure)  # noqa: S101
    if not {a.low, a.high} - {None} & {b.low, b.high} - {None}:
        return 0.0
    if left.sentence and left.sentence == right.sentence:
        return 0.9
    return 0.8 if same_thing(a, b) else 0.0


def same_thing(a: Figure, b: Figure) -> bool:
    """Do two figures count the same: one unit, one world, one noun, and no two different owners or places?"""
    if a.unit != b.unit or (a.status in PROJECTED) != (b.status in PROJECTED):
        return False
    if overlap(stems(a.measure), stems(b.measure)) < 0.5:
        return False
    return not (a.of and b.of and overlap(stems(a.of), stems(b.of)) == 0)


def relation(a: Figure, b: Figure, copies: bool) -> tuple[str, str]:
    """How two values of one series relate, and why: garbled, update, compatible or disagrees (EXPORT's words)."""
    if copies:
        return (
            "garbled",
            "the two reports are copies of one original, so that one of the numbers was changed in copying",
        )
    x, y = a.low or a.high or 0.0, b.low or b.high or 0.0
    if (a.hedge or b.hedge) and abs(x - y) <= ROUNDING * max(x, y):
        return "compatible", f"{x:g} and {y:g} agree within rounding, and one of them is hedged"
    first, second = _day(a.as_of), _day(b.as_of)
    if first and second and abs(second - first) > UPDATE_DAYS:
        return "update", f"given for days {abs(second - first)} days apart"
    return "disagrees", f"{x:g} and {y:g} for the same thing at about the same time"


def _day(moment: object) -> int | None:
    from datetime import date

    interval = days(moment) if isinstance(moment, Moment) else None
    return date.fromisoformat(interval[1]).toordinal() if interval else None
