"""When was a report published? What is stated stands; else the text's own evidence, and its copies and its story.

The text's facts (`moments.evidence`) are applied from the surest on, each narrowing the interval that the surer ones left;
one that contradicts them is passed over. Only an interval that evidence bounds on both sides is closed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from wirecopy.judgements.dating.anchors import Anchor
from wirecopy.judgements.dating.kept import kept
from wirecopy.judgements.dating.neighbours import Neighbours
from wirecopy.model import Expression, Moment, Report
from wirecopy.moments import completed, evidence, likely, nth
from wirecopy.moments.calendar import Days, common, day_of, period
from wirecopy.moments.evidence import Fact
from wirecopy.moments.resolve import known

HINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?$")
# Days of an interval within which weekdays can tell one day from another.
MONTH = 31
# A report is looked for so many days before and after the dated reports of its account.
AROUND = 45
# A report whose weekdays fit so many times better within so many days after its original's is no mere copy.
AGAINST, LATER = 10, 6
# The chance of a day that a report's own text rules out: of 380 bounds that texts of 2016 to 2020 gave, 80 were wrong,
# most of them by a notice or by a day to come that was told as past.
MISLED = 0.1
AGENCY = re.compile(r"[\s,]*\(([^)\n]{3,40})\)")
# How the reason of a moment begins that is a copy's, and of one that was given as a hint.
COPIED = "it has the words of a report of"
GIVEN = "given as "
# What else speaks for the days of a report that its account gives, and how many anchors a reason names.
STORY = "these days fit best with its weekdays and dates and with what the dated reports tell"
NAMED = 2
# Where so many anchors agree, a few days are given that hold this much of the likelihood; never one alone, for what is
# told of Thursday is as well printed on Friday.
WITNESSES, AGREED, FEW = 2, 0.65, 3


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
    first, last, reasons = _from_text(report, expressions, (days[0], days[1], [f"{GIVEN}{hint}"]))
    return _moment(first, last, reasons) or Moment(hint, days[0].isoformat(), days[1].isoformat(), "inferred")


def from_copies(report: Report, expressions: Sequence[Expression], originals: Sequence[Days]) -> Moment | None:
    """The date of an undated report by the dates of its copies: that of the first, whose words it has.

    What it tells of "Thursday" its original told; so its original's day is the one by which it is read, though it may have
    been put up on the next. That day is given where its own weekdays fit it far better, and none where they fit a later one:
    it is then no mere copy. None where no copy has a date.
    """
    if not originals:
        return None
    first, last = min(days[0] for days in originals), min(days[1] for days in originals)
    following = last + timedelta(1)
    fits = likely.weights(expressions, (first, last + timedelta(LATER)))
    as_told = max(fits[day] for day in likely.each_day((first, last)))
    if max(fits.values()) - max(as_told, fits[following]) > math.log(AGAINST):
        return None
    told = (following, following) if fits[following] - as_told > math.log(AGAINST) else (first, last)
    days = _given(report, told) or _given(report, (following, following))
    return days and _moment(*days, [f"{COPIED} {first}; when it was put up itself is not told"])


def from_story(report: Report, expressions: Sequence[Expression], around: Neighbours) -> Moment | None:
    """The date of an undated report by all the dated ones of its account; None where these leave it open.

    How well a day fits is the product of how well it fits the report's own weekdays, dates and holidays, the bounds that its
    text alone gives, its likeness to the others, and what both tell of the same days (`neighbours`). The bounds of a hint hold.
    """
    nearest = around.nearest(report.id)
    if nearest is None:
        return None
    day = around.dated[nearest][0]
    days = _possible(report, around.dated.values(), day)
    if days is None:
        return None
    own = likely.weights(expressions, days)
    feasts = likely.festive(expressions, days, report.text)
    others = around.weights(report.id, own)
    anchored = [*around.anchors.of(report.id, own), *kept(around.anchors, report.id, list(own))]
    weighed = {
        day: own[day] + feasts[day] + others[day] + _told(report, day) + sum(a.weights.get(day, 0.0) for a in anchored)
        for day in own
    }
    best = _chosen(weighed, anchored, around, report.id)
    return best and _moment(*best, [*speaking(anchored, best)[:NAMED], STORY])


def _chosen(weighed: dict[date, float], anchored: Sequence[Anchor], around: Neighbours, report_id: str) -> Days | None:
    """The days that stand out enough to be given: as the pace of the account asks, or as anchors agree on."""
    for most, widest in around.pace.runs:
        run = likely.likeliest(weighed, most)
        if run and (run[1] - run[0]).days < widest:
            said = len(speaking(anchored, run)) + around.retellings(report_id, likely.each_day(run))
            if said >= around.pace.witnesses:
                return run
    run = likely.likeliest(weighed, AGREED)
    if run and (run[1] - run[0]).days < FEW and len(speaking(anchored, run)) >= WITNESSES:
        return run[0], max(run[1], run[0] + timedelta(1))
    return None


def speaking(found: Sequence[Anchor], days: Days) -> list[str]:
    """The reasons of the anchors that speak for some days against others, the strongest first."""
    said = {a.because: _gain(a, days) for a in found}
    return sorted((because for because, gain in said.items() if gain > 0), key=lambda one: -said[one])


def _gain(anchor: Anchor, days: Days) -> float:
    """How much better an anchor's best day of these is than the worst day elsewhere; 0 where it is not its best of all."""
    here = max(anchor.weights.get(day, 0.0) for day in likely.each_day(days))
    told = (0.0, *anchor.weights.values())
    return max(told) - min(told) if here == max(told) else 0.0


def _possible(report: Report, dated: Iterable[Days], nearest: date) -> Days | None:
    """The days that a report is looked for: around the dated ones; None where its own text leaves none of them."""
    listed = list(dated)
    first, last = min(days[0] for days in listed), max(days[1] for days in listed)
    if (last - first).days + 2 * AROUND >= likely.LONGEST:
        first = last = nearest
    window = first - timedelta(AROUND), last + timedelta(AROUND)
    return _given(report, window) if _within(report, window) else None


def _within(report: Report, days: Days) -> Days | None:
    """The days of an interval that a report's own text, or the hint that came with it, leaves; None for none."""
    told = report.published
    earliest, latest = (day_of(told.earliest), day_of(told.latest)) if told else (None, None)
    first, last = max(days[0], earliest[0] if earliest else days[0]), min(days[1], latest[1] if latest else days[1])
    return (first, last) if first <= last else None


def _given(report: Report, days: Days) -> Days | None:
    """The days of an interval that the hint leaves that came with a report; all where there was none."""
    hinted = report.published and report.published.because.startswith(GIVEN)
    return _within(report, days) if hinted else days


def _told(report: Report, day: date) -> float:
    """The logarithm of how well a day fits what a report's own text bounds; texts mislead now and then."""
    return 0.0 if _within(report, (day, day)) else math.log(MISLED)


def from_dateline(report: Report, expressions: Sequence[Expression], around: Neighbours) -> Moment | None:
    """The day of a dateline without its year: the one that is nearest to another report of the story.

    An agency's own report is of that very day; who prints it may do so on the next.
    """
    nearest = around.nearest(report.id)
    line = next((e for e in expressions if e.form == "partial" and evidence.is_dateline(report.text, e)), None)
    if line is None or nearest is None:
        return None
    other = around.dated[nearest][0]
    years = (other.year - 1, other.year, other.year + 1)
    days = [found[0] for year in years if (found := period(f"{year}{(line.value or '')[4:]}")) and found[0] == found[1]]
    if not days:
        return None
    day = min(days, key=lambda day: abs((day - other).days))
    own = _is_agency(report, line) and not any(_is_later(e, day) for e in expressions)
    filed = (day, day) if own else evidence.filed(report.text, line, day)
    return _moment(*filed, [f"the dateline says “{line.said}”, and the story is of that year"])


def _is_agency(report: Report, line: Expression) -> bool:
    """Whether a dateline names the outlet itself: "Jan 27 (Kestrel) -" in a report of the Kestrel News Service."""
    found = AGENCY.match(report.text, line.span.end)
    return bool(found and report.outlet and found[1].lower() in report.outlet.lower())


def _is_later(e: Expression, day: date) -> bool:
    """Whether an expression tells of the next day's weekday as past."""
    weekday = (day + timedelta(1)).isoweekday()
    return e.form == "weekday" and not e.count and e.direction != "future" and (e.value or "")[9:10] == str(weekday)


Known = tuple[date | None, date | None, list[str]]


def _moment(first: date | None, last: date | None, reasons: Iterable[str]) -> Moment | None:
    if first is None and last is None:
        return None
    value = common(first, last) if first and last else "XXXX"
    earliest, latest = (day.isoformat() if day else None for day in (first, last))
    return Moment(value, earliest, latest, "inferred", because="; ".join(dict.fromkeys(reasons)))


def _from_text(report: Report, expressions: Sequence[Expression], start: Known) -> Known:
    """The interval that the text leaves of a first one."""
    text = "\n".join((report.text, *report.credits))
    found = start
    for fact in sorted([*evidence.facts(text, expressions), *nth.facts(text, expressions)], key=_order):
        found = _narrowed(found, fact)
    for fact in completed.before_ahead(text, expressions, found[1]) if found[1] else ():
        found = _narrowed(found, fact)
    for further in (completed.from_dates, completed.from_weekdays):
        for fact in further(text, expressions, found[0], found[1]) if found[0] else ():
            found = _narrowed(found, fact)
    first, last, reasons = found
    if first and last and 0 < (last - first).days <= MONTH:
        told = likely.weights(expressions, (first, last), report.text)
        before = likely.usual((first, last), report.text, expressions)
        best = likely.fitting(likely.doubted(told, before))
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
