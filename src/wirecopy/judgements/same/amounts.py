"""How much is promised, demanded or threatened: two numbers of one thing are two commitments, whatever else they share."""

from __future__ import annotations

import re
from typing import NamedTuple

from wirecopy.judgements.told import stems

# A number with the two words behind it, in which the thing stands: "3,000 fresh troops", "20 percent tariffs".
AMOUNT = re.compile(
    r"(?<![\w.,-])(\d[\d.,]*\d|\d)(?:-|\s+)(?:(million|billion)\s+)?([^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*)?)"
)
# What comes on top of what was said before replaces nothing.
ADDED = re.compile(r"\b(?:additional|further|another|more|extra|also|each|a (?:day|week|month|year))\b", re.I)
DAYS = re.compile(r"(?:hour|minute|day|week|month|year|a\.?m|p\.?m)s?\b", re.I)


class Amount(NamedTuple):
    """A number as it is written, with the stems of the words behind it."""

    number: str
    of: frozenset[str]


def amount(text: str) -> Amount | None:
    """The one number of things in a text; None where there is none, or several."""
    found = [one for one in AMOUNT.finditer(text) if not DAYS.match(one[3])]
    if len(found) != 1:
        return None
    number = " ".join(filter(None, (found[0][1], found[0][2])))
    return Amount(number, stems(found[0][3]))


def comes_on_top(text: str) -> bool:
    """Does a text promise more beside what was promised before?"""
    return bool(ADDED.search(text))


def other_amount(left: str, right: str) -> bool:
    """Do two texts give different numbers of one thing?"""
    a, b = amount(left), amount(right)
    return bool(a and b and a.of & b.of and a.number != b.number)
