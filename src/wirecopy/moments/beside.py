"""Expressions that lie beside another: the day before Christmas, two weeks after Dec. 9; on Friday … at 3 p.m.

Their rule gives the form "beside", with `unit` and `count` as in `pointing`; `joined` makes one expression of the two.
`timed` gives a clock time the day that its sentence tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wirecopy.model import Expression
from wirecopy.moments.amounts import AMOUNT, SPAN, UNIT, amount, unit
from wirecopy.moments.pointing import size_of, stepped
from wirecopy.moments.rules import Hit, Meaning, Rule

DAYS = {"day": 1, "week": 7}
# Between a day and a clock time: the end of a sentence, and how many letters at most.
ENDED = re.compile(r"[.!?;][\"”’')]*\s+\S|\n\s*\n")
NEAR = 100
RIGHT_BEHIND = re.compile(r",? (?:at |from |around |about |shortly before |shortly after )?")
# Between a clock time and its day right behind it.
BEHIND = ("(", "on", ",")


def _beside(hit: Hit) -> Meaning | None:
    """The day before, three days after, two weeks before, in front of another date."""
    code, times = unit(hit)
    count = amount(hit) if hit.all("amount") else 1 if SPAN.get(code) == "day" else None
    if SPAN.get(code) not in DAYS or not count or count != int(count):
        return None
    way = 1 if hit.text("way") == "after" else -1
    return Meaning("date", "beside", None, "day", int(count * times) * way * DAYS[SPAN[code]])


RULES = (Rule("beside a day", rf"(?:{{the}}|{AMOUNT}){UNIT}(?P<way>{{before|after}})", _beside),)


def joined(found: Sequence[Expression], others: Sequence[Expression]) -> Iterator[Expression]:
    """The expressions of a text, those that lie beside a day made one with it; where none follows they read as others do."""
    before: Expression | None = None
    for expression in found:
        whole = _whole(before, expression) if before else None
        if before and not whole:
            yield from _plain(before, others)
        if whole or expression.form != "beside":
            yield whole or expression
        before = expression if not whole and expression.form == "beside" else None
    if before:
        yield from _plain(before, others)


def _whole(beside: Expression, day: Expression) -> Expression | None:
    """Both as one expression, where the second is a day and stands right behind the first."""
    gap = day.span.start - beside.span.end
    if gap != 1 or size_of(day) != "day" or day.clock:
        return None
    meant = stepped(day, "day", int(beside.count or 0))
    span = replace(beside.span, end=day.span.end)
    return replace(meant, span=span, said=f"{beside.said} {day.said}") if meant else None


def timed(found: Sequence[Expression], text: str) -> Iterator[Expression]:
    """The expressions of a text; a clock time alone is of the day right behind it, or of the one before it in its sentence."""
    day: Expression | None = None
    for at, e in enumerate(found):
        if e.form == "clock":
            after = found[at + 1] if at + 1 < len(found) else None
            behind = text[e.span.end : after.span.start].strip() if after and size_of(after) == "day" else None
            if after and behind in BEHIND:
                e = replace(after, span=e.span, said=e.said, kind="time", clock=e.clock)
            elif day and _goes_with(day, text[day.span.end : e.span.start]):
                e = replace(day, span=e.span, said=e.said, kind="time", clock=e.clock)
        day = e if size_of(e) == "day" else day
        yield e


def _goes_with(day: Expression, between: str) -> bool:
    """Is a clock time of the day before it? "Home for the New Year holiday, he said at 3 p.m.": a feast is no day of a deed."""
    feast = day.form == "partial" and not any(letter.isdigit() for letter in day.said)
    return RIGHT_BEHIND.fullmatch(between) is not None if feast else len(between) <= NEAR and not ENDED.search(between)


def _plain(beside: Expression, others: Sequence[Expression]) -> Iterator[Expression]:
    """What else the words say: two days before they left."""
    inside = [e for e in others if e.form != "beside" and beside.span.start <= e.span.start < beside.span.end]
    yield from inside[:1]
