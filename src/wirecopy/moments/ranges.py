"""Rules for stretches between two days or years, Dec. 9-12, from 9 to 12 December, 2014-15, and for pairs, Dec. 9 and 12.

Their value has both ends, as "2021-12-09..2021-12-12"; `resolve` gives the bounds, and a value that covers both.
"""

from __future__ import annotations

from itertools import takewhile

from wirecopy.moments.rules import Hit, Meaning, Rule, month, ordinal

DASH = r"(?P<joint>{hyphen|dash|to|and})"
MONTH = r"(?P<month>{month|month_doubtful}|{month_short}{dot}?)"
FIRST, LAST = r"(?P<first>{day|ordinal})", r"(?P<last>{day|ordinal})"
YEAR = r"(?:{comma}?(?P<year>{year}))?"

# A number of its own, not "Dec. 9 and 12 people"; and what stands before the second of two days.
ALONE = r"(?!{hyphen}?{on|counted|percent|unit|units|month|month_short|half_day|zone|hundred|digits}|{hyphen}?$)"
BEHIND = r"(?<={day|ordinal}{and|or})"
BETWEEN = r"(?<={day|ordinal}{comma})"
# Tokens that a list of days is made of, up to its month, and how many of them are looked at.
SHARING = ("day", "ordinal", "comma", "and", "or", "dot", "month", "month_short", "month_doubtful")
LISTED = 12


def _days(hit: Hit) -> Meaning | None:
    """Dec. 9-12, 9 to 12 December 2021, between December 9 and 12."""
    number, first, last = month(hit.text("month")), ordinal(hit.all("first")), ordinal(hit.all("last"))
    if number is None or first is None or last is None or not 0 < first < last <= 31:
        return None
    if hit.text("joint") == "and" and hit.near(-1).text != "between":
        return None
    year = hit.text("year") or "XXXX"
    value = f"{year}-{number:02d}-{first:02d}..{year}-{number:02d}-{last:02d}"
    return Meaning("date", "partial" if year == "XXXX" else "absolute", value)


def _one_of_two(hit: Hit) -> Meaning | None:
    """December 9 and 12; 3, 4 and 5 December 2021: days that share the name of a month, and the year."""
    before = (hit.near(-step) for step in range(1, LISTED))
    others = takewhile(lambda token: token.kind in SHARING, before)
    number = month(hit.text("month")) or next(filter(None, (month(token.text) for token in others)), None)
    day = ordinal(hit.all("first") or hit.all("last"))
    if number is None or day is None or day > 31 or (hit.near(1).kind == "" and hit.near(1).text.endswith("s")):
        return None
    year = hit.text("year")
    return Meaning("date", "absolute" if year else "partial", f"{year or 'XXXX'}-{number:02d}-{day:02d}")


def _years(hit: Hit) -> Meaning | None:
    """2014-15 and 2014/15, without spaces: the second year lacks its century; 2014/2015."""
    year, short = hit.text("slashed").split("/") if hit.text("slashed") else (hit.text("year"), hit.text("short"))
    short = short.removeprefix(year[:2]) if len(short) == 4 else short
    if not hit.tight() or len(short) != 2 or int(short) <= int(year[2:]):
        return None
    return Meaning("date", "absolute", f"{year}..{year[:2]}{short}")


RULES = (
    Rule("days", rf"{MONTH}{FIRST}{DASH}{LAST}{YEAR}", _days),
    Rule("days first", rf"{FIRST}{DASH}{LAST}{{of}}?{MONTH}{YEAR}", _days),
    Rule("first of two", rf"{MONTH}{FIRST}(?={{and|or}}{{day|ordinal}}{YEAR}{ALONE})", _one_of_two),
    Rule("second of two", rf"{BEHIND}(?P<last>{{day|ordinal}}){ALONE}{YEAR}", _one_of_two),
    Rule(
        "one between",
        rf"{BETWEEN}(?P<last>{{day|ordinal}})(?={{comma}}?(?:{{and|or}})?{{day|ordinal}}{ALONE}{YEAR})",
        _one_of_two,
    ),
    Rule(
        "first of two days",
        rf"{FIRST}(?=(?:{{comma}}{{day|ordinal}})*{{and|or}}{{day|ordinal}}{{of}}?{MONTH}{YEAR})",
        _one_of_two,
    ),
    Rule("years", r"(?P<year>{year}){hyphen}(?P<short>{day|number})|(?P<slashed>{slash_years})", _years),
)
