"""What one side did to another as charts and tables: a bar a week, cooperation above the line, conflict below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from wirecopy.account.describe import counted, day_text
from wirecopy.model import Actor, Entry, Event
from wirecopy.views.dyads import Dyad, Week, dyads, score_text, sides
from wirecopy.views.sentences import event_sentence
from wirecopy.web.chart import Tick, across, day_ticks
from wirecopy.web.links import Links
from wirecopy.web.shown import Link
from wirecopy.web.snapshot import Snapshot
from wirecopy.words import load

# Charts of an actor's page: more than this is told, not shown.
MOST = 8
HEIGHT, TOP, BOTTOM = 132, 8, 104
# Of the width of a week, the share that its bar takes.
SHARE = 0.8


class Bar(NamedTuple):
    """One bar: `left` and `width` in per cent, `top` and `height` in pixels; `look` is cooperation or conflict."""

    left: float
    width: float
    top: float
    height: float
    look: str
    title: str


class Row(NamedTuple):
    """A week in the table under a chart; `deeds` lead to their entries."""

    week: str
    cooperation: str
    conflict: str
    deeds: tuple[Link, ...]


class Drawn(NamedTuple):
    """A dyad as it is shown; no bars where no week of it is known."""

    anchor: str
    heading: str
    sums: str
    told: str
    bars: tuple[Bar, ...]
    days: tuple[Tick, ...]
    zero: float
    rows: tuple[Row, ...]
    height: int = HEIGHT
    base: int = BOTTOM


def of_actor(snapshot: Snapshot, actor: Actor, links: Links) -> tuple[list[Drawn], int]:
    """The charts of what an actor did to others and they to it, those with the most deeds first, and how many are left out.

    A state's are those of everybody who acts for it; a person's are its own. All charts have one scale.
    """
    apart = frozenset() if actor.kind == "state" else frozenset((actor.id,))
    mine = sides(apart)(actor)
    found = [one for one in dyads(snapshot.events, apart) if mine in (one.who, one.whom)]
    shown = found[:MOST]
    mondays = [week.monday for one in shown for week in one.weeks]
    if not mondays:
        return [_drawn(one, actor, (date.min, date.min), (0.0, 0.0), links) for one in shown], len(found) - len(shown)
    span = min(mondays), max(mondays) + timedelta(6)
    weeks = [week for one in shown for week in one.weeks]
    scale = max(week.cooperation for week in weeks), min(week.conflict for week in weeks)
    return [_drawn(one, actor, span, scale, links) for one in shown], len(found) - len(shown)


def _drawn(dyad: Dyad, actor: Actor, span: tuple[date, date], scale: tuple[float, float], links: Links) -> Drawn:
    high, low = scale
    unit = (BOTTOM - TOP) / ((high - low) or 1.0)
    zero = round(TOP + high * unit, 1)
    bars = tuple(bar for week in dyad.weeks for bar in _bars(week, span, zero, unit))
    days = tuple(Tick(across(day, *span), label) for day, label in day_ticks(*span)) if dyad.weeks else ()
    deeds = counted(len(dyad.entries), "deed")
    sums = f"{deeds}, cooperation {score_text(dyad.cooperation)}, conflict {score_text(dyad.conflict)}"
    return Drawn(
        f"dyad-{actor.id}-{dyad.who.id}-{dyad.whom.id}",
        f"{dyad.who.name} → {dyad.whom.name}",
        sums,
        "; ".join(bar.title for bar in bars),
        bars,
        days,
        zero,
        tuple(_rows(dyad, links)),
    )


def _bars(week: Week, span: tuple[date, date], zero: float, unit: float) -> Iterator[Bar]:
    left, right = across(week.monday, *span), across(week.monday + timedelta(6), *span)
    width = round((right - left) * SHARE, 2)
    for look, value in (("cooperation", week.cooperation), ("conflict", week.conflict)):
        if value:
            height = round(abs(value) * unit, 1)
            top = zero - height if value > 0 else zero
            yield Bar(left, width, round(top, 1), height, look, f"{_week(week)}: {look} {score_text(value)}")


def _week(week: Week) -> str:
    return f"week of {day_text(week.monday.isoformat())}"


def _rows(dyad: Dyad, links: Links) -> Iterator[Row]:
    for week in dyad.weeks:
        yield Row(
            _week(week), score_text(week.cooperation), score_text(week.conflict), tuple(_deeds(week.entries, links))
        )
    if dyad.undated:
        yield Row("no week known", "", "", tuple(_deeds(dyad.undated, links)))


def _deeds(entries: Sequence[Entry], links: Links) -> Iterator[Link]:
    acts = load("phrases")["acts"]
    for entry in entries:
        value = entry.value
        if isinstance(value, Event):
            yield Link(acts[str(value.act)], links.entry(entry.id), event_sentence(value))
