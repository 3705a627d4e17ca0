"""The days for which a number is told that many reports give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from wirecopy.account.values import originals
from wirecopy.judgements.told import Told, days
from wirecopy.model import Figure, Moment

# Days further apart than these are no single time: a number that was told for them stands for the whole while.
SPAN_DAYS = 10


def told_for(group: Sequence[Told], family_of: Mapping[str, str]) -> Moment | None:
    """The days for which a number was told, where they are weeks apart: a force from December to February.

    Of a report that states no day its own is meant. None where one day or week holds them all, or none states a day.
    """
    original = originals(group, family_of)
    if not any(days(own_time(told)) for told in group):
        return None
    told_on = [
        days(told.report.published if own_time(told) is None else own_time(told))
        for told in group
        if told.report.id in original
    ]
    known = [(first, last) for first, last in filter(None, told_on) if width(first, last) <= SPAN_DAYS]
    if not known:
        return None
    first, last = min(day for day, _ in known), max(day for _, day in known)
    if width(first, last) <= SPAN_DAYS:
        return None
    return Moment(f"{first}/{last}", first, last, "inferred", "", None, "the days for which its reports tell it")


def own_time(told: Told) -> object:
    """The time that a claim of a number, or of a deed, states itself."""
    return getattr(told.finding, "as_of" if isinstance(told.finding, Figure) else "when", None)


def width(first: str, last: str) -> int:
    """Days from one to the other."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
