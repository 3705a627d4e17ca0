"""Expressions that name one day ("Thursday", "7 December", "yesterday"), and the day that they mean in a report of a day."""

from __future__ import annotations

from datetime import date

from wirecopy.model import Expression
from wirecopy.moments.resolve import answer

NAMING = ("weekday", "partial", "absolute", "offset")


def names_a_day(expression: Expression) -> bool:
    """Is it of a form that can mean one day? Whether it does shows once a report's day is known."""
    return expression.form in NAMING and (expression.form != "offset" or expression.unit == "day")


def day_meant(expression: Expression, published: date) -> date | None:
    """The one day that an expression means in a report of that day; None for none or several.

    As `resolve` does it, without the moment that it makes for readers: undated reports are asked this of each day on
    which they may have been published.
    """
    found = answer(expression, published)
    return found.first if found and found.first == found.last else None
