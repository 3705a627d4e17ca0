"""What a report's dates say against each other: lines of the issue log. Nothing is changed because of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from wirecopy.model import Expression, Report
from wirecopy.moments import evidence
from wirecopy.moments.calendar import Days, period
from wirecopy.moments.resolve import NO_SUCH_DAY, OTHER_WEEKDAY, known, resolve
from wirecopy.reports.dates import date_line

# Of 130 bounds that dated texts of 1989 to 2000 give, none of these ranks contradicted the date but one; of the less sure
# ones five did, all misread.
SURE = 2
# A day of the newsroom may be the day before or after that of the page.
SLACK = timedelta(1)
# A dateline may be so many days older than the page that prints it.
PRINTED = timedelta(7)


def contradictions(report: Report, expressions: Sequence[Expression]) -> Iterator[str]:
    """Each contradiction in words: with the stated day of publication, between date lines, with the calendar."""
    stated = known(report.published) if report.published and report.published.basis == "stated" else None
    if stated and report.published:
        said = report.published.said or report.published.value
        for told in (
            *_date_lines(report, stated),
            *_told(report, expressions, stated),
            *_dateline(report, expressions, stated),
        ):
            yield f"dated “{said}”, but {told}"
    for moment in (resolve(e, report.published) for e in expressions):
        if moment and NO_SUCH_DAY in moment.because:
            yield moment.because
        elif moment and OTHER_WEEKDAY in moment.because:
            yield f"it says “{moment.said}”, {OTHER_WEEKDAY}{moment.because.partition(OTHER_WEEKDAY)[2]}"


def _date_lines(report: Report, stated: Days) -> Iterator[str]:
    """Other date lines of the page that are of no update."""
    for cut in report.cuts:
        line = date_line(cut.text) if cut.rule == "date header" else None
        days = known(line.moment) if line and not line.updated else None
        if days and _apart(days, stated, SLACK):
            yield f"another date line says “{cut.text.strip()}”"


def _told(report: Report, expressions: Sequence[Expression], stated: Days) -> Iterator[str]:
    text = "\n".join((report.text, *report.credits))
    for fact in evidence.facts(text, expressions):
        first, last = fact.first or date.min, fact.last or date.max
        if fact.rank <= SURE and _apart((first, last), stated, SLACK):
            yield fact.because


def _dateline(report: Report, expressions: Sequence[Expression], stated: Days) -> Iterator[str]:
    """A dateline without its year that lies well off, whichever year it means."""
    line = next((e for e in expressions if e.form == "partial" and evidence.is_dateline(report.text, e)), None)
    years = range(stated[0].year - 1, stated[1].year + 2)
    days = [found for year in years if line and (found := period(f"{year}{(line.value or '')[4:]}"))]
    if line and days and all(stated[1] + SLACK < first or last < stated[0] - PRINTED for first, last in days):
        yield f"its dateline says “{line.said}”"


def _apart(days: Days, stated: Days, slack: timedelta) -> bool:
    early, late = (date.min, date.max)
    first = days[0] - slack if days[0] > early else early
    last = days[1] + slack if days[1] < late else late
    return stated[1] < first or last < stated[0]
