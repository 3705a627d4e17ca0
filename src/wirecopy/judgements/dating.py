"""When was a report published? What is stated stands; else the text's own evidence, and its copies and its story.

The text's facts (`moments.evidence`) are applied from the surest on, each narrowing the interval that the surer ones left;
one that contradicts them is passed over. Only an interval that evidence bounds on both sides is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from wirecopy.model import Expression, Moment, Report
from wirecopy.moments import completed, evidence, likely
from wirecopy.moments.calendar import common, period
from wirecopy.moments.evidence import Fact
from wirecopy.moments.resolve import known

HINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?$")
# Days of an interval within which weekdays can tell one day from another.
MONTH = 31
# A report of a story is looked for so many days around the others of the story, with this scale of nearness (days).
AROUND, SCALE = 14, 2.5
# How much of the likelihood the days that are given to a report of a story hold.
MOST = 0.7


def published(report: Report, expressions: Sequence[Expression], hint: str | None = None) -> Moment | None:
    """The day or days on which a report was published, as far as a hint, a stated date or the text tells.

    A `hint` that is an ISO date stands; a month, year or week ("2021-12", "2021", "2021-W52") is narrowed by the text's
    own evidence. Without a hint `Report.published` stands, and where there is none the text is asked. `latest` is None
    where only the past is known; the result is None where nothing is. Raises ValueError for any other hint.
    """
    if hint is not None:
        return _hinted(report, expressions, hint)
    if report.published is not None:
        return report.published
    first, last, reasons = _from_text(report, expressions, (None, None, []))
    return _moment(first, last, reasons)


def check(hint: str) -> tuple[date, date]:
    """The first and last day of a hint. Raises ValueError for what is no ISO date, month, year or week."""
    days = period(hint) if HINT.fullmatch(hint) else None
    if days is None:
        raise ValueError(
            f"published must be an ISO date, month, year or week (2021-12-09, 2021-12, 2021-W49), not {hint!r}"
        )
    return days


def _hinted(report: Report, expressions: Sequence[Expression], hint: str) -> Moment:
    days = check(hint)
    if days[0] == days[1]:
        return Moment(hint, hint, hint, "stated", hint, None, "the date was given with the report")
    stated = known(report.published)
    if report.published and stated and days[0] <= stated[0] and stated[1] <= days[1]:
        return report.published
    first, last, reasons = _from_text(report, expressions, (days[0], days[1], [f"given as {hint}"]))
    return _moment(first, last, reasons) or Moment(hint, days[0].isoformat(), days[1].isoformat(), "inferred")


def from_account(
    report: Report, expressions: Sequence[Expression], hints: Sequence[tuple[Report, str]]
) -> Moment | None:
    """The date of an undated report by its dated copies and its story; None where these tell nothing.

    `hints` pairs other reports with their relation, "copy" or "story". A copy is published on its original's day or the
    day after; a report of the same story on a day near the others that its weekdays and dates fit.
    """
    copies = [days for other, relation in hints if relation == "copy" and (days := known(other.published))]
    if copies:
        original, following = min(d[0] for d in copies), min(d[1] for d in copies) + timedelta(1)
        return _moment(original, following, [f"a copy of it was published on {copies[0][0]}"])
    others = sorted(days for other, relation in hints if relation == "story" and (days := known(other.published)))
    if not others:
        return None
    window = (others[0][0] - timedelta(AROUND), others[-1][1] + timedelta(AROUND))
    told_by_dateline = _dateline_day(report, expressions, others[0][0])
    if told_by_dateline:
        return told_by_dateline
    first, last, reasons = _from_text(report, expressions, (*window, ["other reports of the story"]), alone=False)
    weighed = likely.weights(expressions, (first or window[0], last or window[1]))
    best = likely.likeliest(likely.near(weighed, (day for days in others for day in days), SCALE), MOST)
    if best is None or not any(e.form in ("weekday", "partial") for e in expressions):
        return None
    told = f"its weekdays and dates fit best near {others[0][0]}"
    return _moment(*best, [*reasons, told])


def _dateline_day(report: Report, expressions: Sequence[Expression], other: date) -> Moment | None:
    """The day of a dateline without its year: the one that is nearest to another report of the story."""
    line = next((e for e in expressions if e.form == "partial" and evidence.is_dateline(report.text, e)), None)
    if line is None:
        return None
    years = (other.year - 1, other.year, other.year + 1)
    days = [found[0] for year in years if (found := period(f"{year}{(line.value or '')[4:]}")) and found[0] == found[1]]
    if not days:
        return None
    day = min(days, key=lambda day: abs((day - other).days))
    last = day if completed.same_weekday(report.text, day) else day + timedelta(1)
    return _moment(day, last, [f"the dateline says “{line.said}”, and the story is of that year"])


Known = tuple[date | None, date | None, list[str]]


def _moment(first: date | None, last: date | None, reasons: Iterable[str]) -> Moment | None:
    if first is None and last is None:
        return None
    value = common(first, last) if first and last else "XXXX"
    earliest, latest = (day.isoformat() if day else None for day in (first, last))
    return Moment(value, earliest, latest, "inferred", because="; ".join(dict.fromkeys(reasons)))


def _from_text(report: Report, expressions: Sequence[Expression], start: Known, alone: bool = True) -> Known:
    """The interval that the text leaves of a first one; `alone`: with the dates and weekdays that only fit it."""
    text = "\n".join((report.text, *report.credits))
    found = start
    for fact in sorted(evidence.facts(text, expressions), key=_order):
        found = _narrowed(found, fact)
    for further in (completed.from_dates, completed.from_weekdays) if alone else ():
        for fact in further(text, expressions, found[0], found[1]) if found[0] else ():
            found = _narrowed(found, fact)
    first, last, reasons = found
    if alone and first and last and 0 < (last - first).days <= MONTH:
        best = likely.likeliest(likely.weights(expressions, (first, last)))
        if best and best != (first, last):
            return (*best, [*reasons, "its weekdays and dates fit these days best"])
    return found


def _order(fact: Fact) -> tuple[int, int]:
    """The surest first; of the bounds of the past, the latest."""
    return fact.rank, -(fact.first or date.max).toordinal()


def _narrowed(found: Known, fact: Fact) -> Known:
    first, last, reasons = found
    new_first = max(filter(None, (first, fact.first)), default=None)
    new_last = min(filter(None, (last, fact.last)), default=None)
    if (new_first and new_last and new_first > new_last) or (new_first, new_last) == (first, last):
        return found
    return new_first, new_last, [*reasons, fact.because]
