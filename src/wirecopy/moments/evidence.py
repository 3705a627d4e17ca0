"""What a text tells about the day on which it was published: facts, each an interval of days with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from wirecopy import words
from wirecopy.model import Expression
from wirecopy.moments.calendar import Days, moved, part_of, period, value_of
from wirecopy.moments.rules import ordinal, weekday


class Fact(NamedTuple):
    """The first and last day on which the report can have been published; None = open. `rank`: the lower, the surer."""

    first: date | None
    last: date | None
    because: str
    rank: int


# What may stand between "today" and its date: "today, Tuesday 14 March 2017"; "a week ago to the day, on 7 January".
BESIDE = re.compile(
    r"[\s,(:–—-]*(?:(?:(?:to the day|is|was|’s|'s|(?:open|start|beginn)ing)\b)?[\s,(]*(?:on|the|in|of)?\b[\s,]*){0,2}"
)
POINTING = re.compile(r"['’]s\s+\w+[\s,]+(?:the one\s+)?(?:of|in|on)\s+")
END = re.compile(r"[.!?][”\"’')\]]*\s+[A-Z“\"]|\n\s*\n")
END_OF_SENTENCE = re.compile(r"[a-z][.!?][”\"’')\]]*\s")
FURNITURE = re.compile(
    r"page generated|last (?:modified|updated)|cookies|archived|retrieved|accessed|updated:|posted:", re.I
)
NOTICE = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,60}?\b((?:19|20)\d\d)\b(?:\s?[-–]\s?((?:19|20)\d\d))?", re.I)
AGE = re.compile(r"\b(?:is|aged|now)\s+([a-z]+(?:-[a-z]+)?|\d\d)(?:\s+years?\s+old)?\b", re.I)
THIS_YEAR = re.compile(
    r"\b(?:it is|it’s|it's|this is|the year is)\s+(?:now\s+)?(?:the year\s+)?((?:19|20)\d\d)\b", re.I
)
PLACE = re.compile(r"[^\Wa-z\d_][^a-z\d\n]{2,}$")
DASH = re.compile(r"[\s,]*(?:\([^)\n]{1,40}\)\s*)?[-–—_]")
NEIGHBOURS = 5
WEEKDAY = re.compile(r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.I)
TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.I)
WIRE = re.compile(r"[\s,]*\(")
EXACT = re.compile(r"exactly|precisely|to the day|\btoday\b", re.I)
SINCE = re.compile(r"\s+(?:to the day\s+)?(?:(?:have|has|had)\s+passed\s+)?(?:since|after)\b", re.I)
IT_IS = re.compile(r"\b(?:it is|it’s|it's|it has been)(?:\s+now)?\s+$|\bnow\s+$", re.I)
ANNIVERSARY = re.compile(r"\b([a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th)) anniversary of\b", re.I)
LEFT = re.compile(r"\s+(?:are\s+)?(?:left|to go|remain|remaining|away|until|before|till)\b", re.I)
DUE = re.compile(r"\b(?:due|matur\w+|payable|callable|expir\w+|until|effective)\b[\s,\w]{0,12}$", re.I)


def facts(text: str, expressions: Sequence[Expression]) -> Iterator[Fact]:
    """Every fact about a report's day of publication that its own text gives, in no order."""
    told = [e for e in expressions if not furniture(text, e)]
    for at, e in enumerate(told):
        days = days_of(e)
        if days is None:
            continue
        for other in around(told, at):
            yield from _beside(text, other, e, days)
        yield from _age(text, e, days)
        yield from _bound(text, e, days)
    yield from _years(text)


def around(told: Sequence[Expression], at: int) -> list[Expression]:
    """The expressions next to one, itself left out: so many on each side that a sentence has no more."""
    return [*told[max(0, at - NEIGHBOURS) : at], *told[at + 1 : at + 1 + NEIGHBOURS]]


def days_of(e: Expression) -> Days | None:
    """The days of an expression that stands for itself."""
    value, _, modifier = (e.value or "").partition("/")
    days = period(value) if e.form == "absolute" and len(value) >= 4 else None
    return part_of(days, modifier) if days else None


def furniture(text: str, e: Expression) -> bool:
    """Whether an expression stands in a line about the page rather than in the report."""
    start, end = text.rfind("\n", 0, e.span.start) + 1, text.find("\n", e.span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) < 200 and bool(FURNITURE.search(line) or NOTICE.search(line))


def between(text: str, a: Expression, b: Expression) -> str | None:
    """The text between two expressions; None where a sentence ends there."""
    first, second = (a, b) if a.span.start < b.span.start else (b, a)
    gap = text[first.span.end : second.span.start]
    return None if END.search(gap) else gap


def _beside(text: str, now: Expression, then: Expression, days: Days) -> Iterator[Fact]:
    """An expression that counts from now, beside a date: "today, Tuesday 14 March 2017", "last year's vote, of June 2016"."""
    gap = between(text, now, then)
    if gap is None:
        return
    tight = bool(BESIDE.fullmatch(gap))
    because = f"“{now.said}” stands with “{then.said}”"
    if now.form == "offset":
        yield from _offset(now, days, tight, gap, because)
        yield from _anniversary(now, days, gap)
    elif now.form == "duration" and now.unit and now.span.start < then.span.start:
        yield from _counted(text, now, days, gap, because)


def _offset(now: Expression, days: Days, tight: bool, gap: str, because: str) -> Iterator[Fact]:
    unit, count = now.unit or "day", int(now.count or 0)
    one = days[0] == days[1]
    if now.value == "/SAME" and one and tight:
        day = moved(days[0], unit, -count)
        yield Fact(day, day, because, 0)
    elif tight and unit == "day" and one:
        day = days[0] - timedelta(count)
        yield Fact(day, day, because, 0)
    elif tight and unit == "week" and one and "to the day" in gap:
        day = days[0] - timedelta(7 * count)
        yield Fact(day, day, because, 0)
    elif (
        now.value in (None, "/BEFORE", "/AFTER")
        and unit in ("week", "month", "year")
        and (tight or (unit == "year" and POINTING.fullmatch(gap)))
    ):
        whole = period(value_of(moved(days[0], unit, -count), unit))
        if whole and value_of(days[0], unit) == value_of(days[1], unit):
            yield Fact(whole[0], whole[1], because, 1)


def _counted(text: str, now: Expression, days: Days, gap: str, because: str) -> Iterator[Fact]:
    """In four days, on 18 September; exactly two weeks since 22 March; one hundred days left until 8 August."""
    found = re.match(r"P(\d+)([DWMY])$", now.value or "")
    if not found:
        return
    unit, count = {"D": "day", "W": "week", "M": "month", "Y": "year"}[found[2]], int(found[1])
    before = text[max(0, now.span.start - 20) : now.span.start].lower()
    exact = bool(EXACT.search(before + now.said.lower() + gap))
    left = bool(LEFT.match(gap)) and "-" not in now.said
    if left or (re.search(r"\bin\s+$", before) and BESIDE.fullmatch(gap)):
        count = -count
    elif not SINCE.match(gap) or not (exact or IT_IS.search(before) or "passed" in gap):
        return
    yield _moved(days, unit, count, exact or count < 0, because)


def _moved(days: Days, unit: str, count: int, exact: bool, because: str) -> Fact:
    """The days so many units later; unless they are exact, give or take three days, or the whole month or year."""
    first, last = (moved(day, unit, count) for day in days)
    if unit == "week" and not exact:
        first, last = first - timedelta(3), last + timedelta(3)
    elif unit in ("month", "year") and (not exact or first != last):
        first, last = (period(value_of(first, unit)) or days)[0], (period(value_of(last, unit)) or days)[1]
    return Fact(first, last, because, 0 if first == last else 1)


def _anniversary(now: Expression, days: Days, gap: str) -> Iterator[Fact]:
    """Today, on the tenth anniversary of 4 May 1996."""
    found = ANNIVERSARY.search(gap)
    number = ordinal(found[1].lower().replace("-", " - ").split()) if found else None
    if number and days[0] == days[1] and now.form == "offset" and now.unit == "day":
        day = moved(days[0], "year", number) - timedelta(int(now.count or 0))
        yield Fact(day, day, f"“{now.said}” is an anniversary of {days[0]}", 0)


def _age(text: str, born: Expression, days: Days) -> Iterator[Fact]:
    """Forty-seven years old and born in March 1958."""
    if not re.search(r"\bborn\b[\s\w,]{0,20}$", text[max(0, born.span.start - 40) : born.span.start]):
        return
    cardinals = words.load("times")["cardinals"]
    for match in AGE.finditer(text, max(0, born.span.start - 200), born.span.start + 200):
        pieces = match[1].lower().split("-")
        age = sum(int(p) if p.isdigit() else cardinals.get(p, 0) for p in pieces)
        if age >= 15:
            last = moved(days[1], "year", age + 1) - timedelta(1)
            yield Fact(moved(days[0], "year", age), last, f"“{match[0]}”, born “{born.said}”", 1)
            return


def is_dateline(text: str, e: Expression) -> bool:
    """Whether a date belongs to a dateline: behind a place in capitals at the head of a line, before a dash.

    "LUANDA, Nov 4 - ", "GENEVA, Jan. 5, 2022 (Northline) — ".
    """
    head = text[text.rfind("\n", 0, e.span.start) + 1 : e.span.start]
    return len(head) < 60 and bool(PLACE.match(head) and DASH.match(text, e.span.end))


def filed(text: str, e: Expression, day: date) -> Days:
    """The days of publication that a dateline leaves: its own or the next, for it is of the day of writing.

    Its own where the text tells of that weekday, unless it is a wire's ("LIMA, May 3 (Xinhua) --"): others print it later.
    """
    return day, day + timedelta(0 if same_weekday(text, day) and not WIRE.match(text, e.span.end) else 1)


def same_weekday(text: str, day: date) -> bool:
    """Whether the text names a day's weekday: agencies write it for the day of the dateline."""
    return any(weekday(match[1].lower()) == day.isoweekday() for match in WEEKDAY.finditer(text))


def until(text: str, day: date) -> date:
    """The last day on which a day by its date is still to come: on the day itself its weekday is told, or "today"."""
    return day if same_weekday(text, day) or TODAY.search(text) else day - timedelta(1)


def _heads(text: str, e: Expression) -> bool:
    """Whether a date, with its clock time, is a line of its own above the first sentence."""
    start, end = text.rfind("\n", 0, e.span.start) + 1, text.find("\n", e.span.end)
    line = text[start : end if end >= 0 else len(text)]
    return line.strip(" .|—–-") == e.said and not END_OF_SENTENCE.search(text, 0, start)


def _bound(text: str, e: Expression, days: Days) -> Iterator[Fact]:
    """What is told as past lies before publication; a day that is told as one to come does not; a dateline's is the day."""
    if days[0] == days[1] and is_dateline(text, e):
        yield Fact(*filed(text, e, days[0]), f"the dateline says “{e.said}”", 1)
        return
    if days[0] == days[1] and _heads(text, e):
        yield Fact(days[0], days[0], f"the line “{e.said}” stands at the head", 1)
        return
    due = DUE.search(text[max(0, e.span.start - 30) : e.span.start])
    if e.direction == "future" or due:
        if days[0] == days[1]:
            yield Fact(None, until(text, days[1]), f"“{e.said}” is still to come", 4)
        if e.count == 1:
            yield Fact(days[0] - timedelta(7), days[0] - timedelta(1), f"“{e.said}”", 1)
    elif len(e.value or "") > 4 or e.direction == "past":
        yield Fact(days[0], None, f"“{e.said}” is over", 3)


def _years(text: str) -> Iterator[Fact]:
    """The year of a copyright notice, unless it spans several; "It is 2013"."""
    notices = {(m[1], m[2]) for m in NOTICE.finditer(text)}
    if len(notices) == 1 and (year := notices.pop())[1] is None:
        yield Fact(date(int(year[0]), 1, 1), date(int(year[0]), 12, 31), f"the notice says {year[0]}", 2)
    for match in THIS_YEAR.finditer(text):
        yield Fact(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31), f"“{match[0]}”", 1)
