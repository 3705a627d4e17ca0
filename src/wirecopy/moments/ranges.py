"""Rules for stretches between two days or years: Dec. 9-12, from 9 to 12 December, 2014-15.

Their value has both ends, as "2021-12-09..2021-12-12"; `resolve` gives the bounds, and a value that covers both.
"""

from __future__ import annotations

from wirecopy.moments.rules import Hit, Meaning, Rule, month, ordinal

DASH = r"{hyphen|dash|to|and}"
MONTH = r"(?P<month>{month|month_doubtful}|{month_short}{dot}?)"
FIRST, LAST = r"(?P<first>{day|ordinal})", r"(?P<last>{day|ordinal})"
YEAR = r"(?:{comma}?(?P<year>{year}))?"


def _days(hit: Hit) -> Meaning | None:
    """Dec. 9-12, 9 to 12 December 2021, December 9 and 10."""
    number, first, last = month(hit.text("month")), ordinal(hit.all("first")), ordinal(hit.all("last"))
    if number is None or first is None or last is None or not 0 < first < last <= 31:
        return None
    year = hit.text("year") or "XXXX"
    value = f"{year}-{number:02d}-{first:02d}..{year}-{number:02d}-{last:02d}"
    return Meaning("date", "partial" if year == "XXXX" else "absolute", value)


def _years(hit: Hit) -> Meaning | None:
    """2014-15, without spaces: the second year lacks its century."""
    year, short = hit.text("year"), hit.text("short")
    if not hit.tight() or len(short) != 2 or int(short) <= int(year[2:]):
        return None
    return Meaning("date", "absolute", f"{year}..{year[:2]}{short}")


RULES = (
    Rule("days", rf"{MONTH}{FIRST}{DASH}{LAST}{YEAR}", _days),
    Rule("days first", rf"{FIRST}{DASH}{LAST}{{of}}?{MONTH}{YEAR}", _days),
    Rule("years", r"(?P<year>{year}){hyphen}(?P<short>{day|number})", _years),
)
