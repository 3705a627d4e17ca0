"""Money in a currency that several states call the same: the pounds of London or Cairo, the dinars of Amman or Tunis."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from wirecopy.findings.numbers import Number
from wirecopy.findings.numerals import any_of
from wirecopy.findings.parties import Parties
from wirecopy.words import load

_REACH = 300  # characters around a sum in which the state is named whose currency it is


def in_currency(parties: Parties, number: Number) -> Number:
    """The number as a sum where a currency stands behind it that one of the states named near by has; else unchanged."""
    found = _behind().match(parties.passage.report.text, number.end) if number.form == "count" else None
    if found is None:
        return number
    codes: dict[str, str] = _shared()[found[1].lower().rstrip("s")]
    near = parties.within(number.start - _REACH, number.end + _REACH)
    states = [(abs(m.span.start - number.start), m.actor.country) for m in near if m.actor and m.actor.country in codes]
    code = codes[str(min(states)[1])] if states else None
    return replace(number, end=found.end(), unit=code, form="money") if code else number


@cache
def _shared() -> dict[str, Any]:
    currencies: dict[str, Any] = load("measures")["shared"]
    return currencies


@cache
def _behind() -> re.Pattern[str]:
    """A currency's name behind a number; pounds of something are a weight."""
    return re.compile(rf"\s+({any_of(_shared())})s?\b(?!\s+of\b)", re.IGNORECASE)
