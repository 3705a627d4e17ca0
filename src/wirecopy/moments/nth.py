"""Days counted from a beginning: the fiftieth day of a siege, the first winter of a strike, the last evening of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from wirecopy import words
from wirecopy.model import Expression
from wirecopy.moments.calendar import Days, period
from wirecopy.moments.evidence import END, Fact, days_of
from wirecopy.moments.rules import ordinal

NUMBER = r"([a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th))"
DAY = re.compile(rf"\b(?:(?:the|their|its|his|her|a) {NUMBER} day\b|day (\d{{1,3}})\b)", re.I)
SEASON = re.compile(r"\b(?P<now>this )?(?:(?P<number>first|second|third) )?(?P<season>[a-z]+)\b", re.I)
BEGAN = re.compile(r"\b(?:began|begun|start\w*|broke out|since|counting from|counted from)\b", re.I)
SINCE = re.compile(r"\b(?:since|after)\b", re.I)
ONLY = re.compile(r"^[\s,]*the first\b", re.I)
EVE = re.compile(
    r"\b(?:tonight|today|this evening)\b[\s,\w’']{0,40}?\b(?P<edge>last|final|first) (?:day|evening|night|hours|morning) of"
    r" (?P<year>(?:19|20)\d\d)\b",
    re.I,
)
REACH = 300  # characters between a count and the date that it counts from: a long sentence, or the next
NEAR = 30  # characters before the date in which its "began" stands
NUMBERS = {"first": 1, "second": 2, "third": 3}


def facts(text: str, expressions: Sequence[Expression]) -> Iterator[Fact]:
    """What a text's own counts tell of the day on which it was published, in no order."""
    for then in expressions:
        days = days_of(then)
        if days:
            yield from _nth_day(text, then, days)
            yield from _nth_season(text, then, days)
    yield from _edge_of_year(text)


def _nth_day(text: str, then: Expression, days: Days) -> Iterator[Fact]:
    """The fortieth day of a siege that began on a date: that day, or the next where the first is not counted."""
    sentence = _sentence(text, then)
    for match in DAY.finditer(sentence):
        number = int(match[2]) if match[2] else ordinal(match[1].lower().replace("-", " - ").split())
        if number and days[0] == days[1] and BEGAN.search(sentence[match.end() :]):
            day = days[0] + timedelta(number - 1)
            yield Fact(day, day + timedelta(1), f"“{match[0]} …”, from “{then.said}” on", 0)


def _nth_season(text: str, then: Expression, days: Days) -> Iterator[Fact]:
    """The first winter of a strike that began in March 1984; this spring, the first since November 2022.

    A winter is told until spring comes by the calendar of the sky, in the northern half.
    """
    start, codes = max(0, then.span.start - REACH), words.load("calendar")["seasons"]
    before, after = text[start : then.span.start], END.split(text[then.span.end : then.span.end + REACH], maxsplit=1)[0]
    told = [(match, before[match.end() :]) for match in SEASON.finditer(before)]
    if BEGAN.search(before[-NEAR:]):
        told += [(match, before[-NEAR:]) for match in SEASON.finditer(after)]
    for match, between in told:
        code = codes.get(match["season"].lower())
        only = match["now"] and ONLY.match(between)
        number = NUMBERS.get((match["number"] or ("first" if only else "")).lower())
        if not code or not number or not (SINCE if only else BEGAN).search(between):
            continue
        seasons = (period(f"{year}-{code}") for year in range(days[0].year - 1, days[1].year + number + 1))
        later = [found for found in seasons if found and found[0] > days[1]]
        if len(later) >= number:
            first, last = later[number - 1]
            yield Fact(first, last + timedelta(20), f"“{match[0].strip()}”, counted from “{then.said}”", 1)


def _edge_of_year(text: str) -> Iterator[Fact]:
    """Tonight, the final evening of 1992; today, the first day of 1993."""
    for match in EVE.finditer(text):
        year = int(match["year"])
        day = date(year, 1, 1) if match["edge"].lower() == "first" else date(year, 12, 31)
        yield Fact(day, day, f"“{match[0]}”", 0)


def _sentence(text: str, then: Expression) -> str:
    """The text of a date's sentence before it."""
    start = max(0, then.span.start - REACH)
    ends = (match.end() - 1 for match in END.finditer(text, start, then.span.start))
    return text[max(ends, default=start) : then.span.start]
