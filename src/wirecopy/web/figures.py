"""The figures as a page: the series with their charts and tables, then the values that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from wirecopy.account.describe import figure_number
from wirecopy.model import Entry
from wirecopy.views.checked import AGAINST
from wirecopy.views.sentences import quoted, when
from wirecopy.views.series import (
    PROJECTED,
    VERBS,
    Related,
    Series,
    extent,
    figure_of,
    heading,
    moment_of,
    related,
    series_of,
)
from wirecopy.views.times import has_day, sharp
from wirecopy.web.chart import Chart, Value, chart
from wirecopy.web.front import by_day
from wirecopy.web.links import Links
from wirecopy.web.paging import paged
from wirecopy.web.shown import Line, Link, line
from wirecopy.web.snapshot import Snapshot

# Relations that contradict: their marks have a sign of their own.
CONFLICTS = ("disagrees", "garbled")


class Told(NamedTuple):
    """How a value relates to others, in words with links."""

    relation: str
    verb: str
    others: tuple[Link, ...]
    more: int
    because: str


class Held(NamedTuple):
    """What a value was held against, with the verdict and why."""

    verdict: str
    against: str
    because: str


class Row(NamedTuple):
    """A value in the table under a chart."""

    line: Line
    number: str
    measure: str
    quote: str
    who: tuple[Link, ...]
    told: tuple[Told, ...]
    checks: tuple[Held, ...]


class Drawn(NamedTuple):
    """A series as it is shown; `chart` is None where fewer than two values have a day, `left_out` are those without one."""

    anchor: str
    heading: str
    extent: str
    chart: Chart | None
    left_out: int
    rows: tuple[Row, ...]


def figures_page(snapshot: Snapshot, number: int, links: Links) -> dict[str, Any]:
    """A page of series, counted from 0; on the last one the values that have no rival. Raises NotHere."""
    found = series_of(snapshot.figures, snapshot.lineage.published)
    several = [series for series in found if series.entries[1:]]
    single = [series.entries[0] for series in found if not series.entries[1:]]
    page = paged([*several, *single], number, links, lambda n: links.figures(n))
    return {
        "series": [draw(snapshot, one, links) for one in page.lines if isinstance(one, Series)],
        "days": by_day(_alone(snapshot, one, links) for one in page.lines if isinstance(one, Entry)),
        "several": len(several),
        "single": len(single),
        "part": page,
    }


def _alone(snapshot: Snapshot, entry: Entry, links: Links) -> Line:
    """A figure without a rival. Words for a day that nobody can place ("Monday") are no heading."""
    shown = line(snapshot, entry, links)
    return shown if has_day(figure_of(entry).as_of) else shown._replace(day="")


def draw(snapshot: Snapshot, series: Series, links: Links) -> Drawn:
    """A series with its chart and its table."""
    placed = [entry for entry in series.entries if moment_of(entry, snapshot.lineage.published)]
    found = chart([_value(snapshot, entry, placed, links) for entry in placed])
    rows = tuple(_row(snapshot, series, entry, links) for entry in series.entries)
    left_out = len(series.entries) - len(placed)
    return Drawn(f"series-{series.id}", heading(series), extent(series), found, left_out, rows)


def _value(snapshot: Snapshot, entry: Entry, placed: Sequence[Entry], links: Links) -> Value:
    """A figure as the chart takes it. It is in conflict if it contradicts a value that the chart shows too."""
    figure, moment = figure_of(entry), moment_of(entry, snapshot.lineage.published)
    days = sharp(moment)
    assert days  # noqa: S101 -- only what has a day is placed
    drawn = {other.id for other in placed}
    shown = line(snapshot, entry, links)
    # The title stands for the mark where it can't be seen: nothing is told by shape or colour alone.
    who = f", {shown.words}" if shown.words else ""
    title = f"{shown.lead}{who}; {when(entry) or 'no day given'}, {shown.reported}, {shown.counts}"
    return Value(
        first=days[0],
        last=days[1],
        low=figure.low,
        high=figure.high,
        hedged=bool(figure.hedge),
        printed=moment is not figure.as_of,
        projected=figure.status in PROJECTED,
        conflict=any(r.relation in CONFLICTS and r.id in drawn for r in entry.relations),
        label=figure_number(figure),
        title=title,
        href=links.entry(entry.id),
    )


def _row(snapshot: Snapshot, series: Series, entry: Entry, links: Links) -> Row:
    figure, ids = figure_of(entry), {other.id for other in series.entries}
    who = tuple(Link(a.name, links.entry(a.id) if a.id in snapshot.by_id else "") for a in figure.said_by)
    told = tuple(_told(one, links) for one in related(series, entry, ids))
    shown = line(snapshot, entry, links)
    if not has_day(figure.as_of):
        shown = shown._replace(day=f"“{shown.day}”" if shown.day else "")
    quote = quoted(figure.what) if figure.what else ""
    held = tuple(Held(check.verdict, AGAINST[check.kind], check.because) for check in entry.checks)
    return Row(shown, figure_number(figure), figure.measure, quote, who, told, held)


def _told(found: Related, links: Links) -> Told:
    others = tuple(Link(figure_number(figure_of(other)), links.entry(other.id)) for other in found.others)
    return Told(found.relation, VERBS[found.relation], others, found.more, found.because)
