"""wirecopy show"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, AsOf, fail, opened, print_entries, print_json

NAME = "show"
HELP = (
    "List the lines of the account of one kind, with filters; figures as series, appointments as a calendar, events in "
    "time as the timeline, and as dyads: what one side did to another, week by week; commitments by issue and side as "
    "positions, with --since what moved since that day."
)
EXAMPLES = (
    "Examples: `wirecopy show events --actor Putin --status scheduled` · `wirecopy show figures --json` · "
    "`wirecopy show statements --by Psaki --about Russia` · "
    "`wirecopy show statements --text sanctions --since 2021-12-07` · `wirecopy show timeline --also statements` · "
    "`wirecopy show dyads --actor Russia` · `wirecopy show commitments --act threat --status kept` · "
    "`wirecopy show positions --as-of 2022-01-31 --since 2021-12-31`"
)


if TYPE_CHECKING:
    from wirecopy.model import Entry
    from wirecopy.run.account import OpenAccount
    from wirecopy.views.filters import Filter

# So many are named who speak for a state that is asked for.
SPEAKERS = 6
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Kind(StrEnum):
    """What can be listed."""

    reports = "reports"
    families = "families"
    events = "events"
    statements = "statements"
    figures = "figures"
    commitments = "commitments"
    appointments = "appointments"
    actors = "actors"
    changes = "changes"
    timeline = "timeline"
    dyads = "dyads"
    positions = "positions"


class Also(StrEnum):
    """What has a day beside events."""

    statements = "statements"
    figures = "figures"
    commitments = "commitments"


class Asked(NamedTuple):
    """What is to be listed, and how: `fits` has the filters that every kind of line knows, without the actor."""

    kind: Kind
    actor: str | None
    by: str | None
    since: str | None
    also: Sequence[Also]
    fits: Filter
    about: str | None
    every: bool
    limit: int | None
    json: bool


def run(
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    account: AccountFile = DEFAULT,
    actor: Annotated[str | None, typer.Option(help="Only lines in which this actor takes part.")] = None,
    by: Annotated[
        str | None,
        typer.Option(
            help="Only what this actor, or who speaks for this state, says, threatens, promises, counts or tells of another."
        ),
    ] = None,
    about: Annotated[
        str | None, typer.Option(help="Only lines whose words name this actor, or have these words in any form.")
    ] = None,
    act: Annotated[
        str | None,
        typer.Option(
            help="Only events of this PLOVER type (ASSAULT, or attack as lists show it), commitments of this kind."
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            help="Only this status (events, figures: happened, denied …) or state (commitments: open, kept, broken …)."
        ),
    ] = None,
    since: Annotated[str | None, typer.Option(help="Only lines of this day or later (ISO date).")] = None,
    until: Annotated[str | None, typer.Option(help="Only lines of this day or earlier (ISO date).")] = None,
    text: Annotated[str | None, typer.Option(help="Only lines in which these words stand.")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also what says little: reports without copies, nameless groups.")
    ] = False,
    also: Annotated[
        list[Also] | None, typer.Option(help="In the timeline also lines of this kind; may be given again.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many lines.")] = None,
    as_of: AsOf = None,
    json: AsJson = False,
) -> None:
    """List entries, or reports."""
    from wirecopy.views.filters import Filter, known_acts, known_statuses

    if also and kind is not Kind.timeline:
        fail("--also is for the timeline: wirecopy show timeline --also statements", 2)
    if act and act.lower() not in known_acts():
        fail(f"--act {act} is no type of event or commitment; there are: {', '.join(known_acts())}", 2)
    if status and status.lower() not in known_statuses():
        fail(
            f"--status {status} is none of events, figures or commitments; there are: {', '.join(known_statuses())}", 2
        )
    _check_days(since, until)
    asked = Asked(
        kind, actor, by, since, also or [], Filter(None, act, status, since, until, text, by), about, every, limit, json
    )
    with opened(account, as_of=as_of) as wire:
        LISTS.get(kind, _entries)(wire, asked)


def _check_names(wire: OpenAccount, *names: str | None) -> None:
    """End with a word on it where nothing was found because nobody is called so."""
    from wirecopy.model import Actor
    from wirecopy.views.topics import named

    known = [entry.value for entry in wire.actors if isinstance(entry.value, Actor)]
    called = {word for actor in known for word in (actor.name, *actor.aliases, *actor.name.split())}
    for name in filter(None, names):
        if not any(named(actor, name) for actor in known):
            like = get_close_matches(name, sorted(called), 1)
            meant = f" Did you mean {like[0]!r}?" if like else ""
            fail(f"nobody in the account is called {name!r}; `wirecopy show actors` lists the names.{meant}")


def _check_days(since: str | None, until: str | None) -> None:
    """End with a word on what is wrong, where a day is none of the calendar or the two are the wrong way round."""
    from wirecopy.moments.calendar import period

    for day in filter(None, (since, until)):
        if not DAY.fullmatch(day) or period(day) is None:
            fail(f"{day} is no ISO date; write it as 2021-12-09, 2021-12 or 2021", 2)
    if since and until and since > until and not since.startswith(until):
        fail(f"--since {since} lies after --until {until}", 2)


def _lines(wire: OpenAccount, kind: Kind, also: Sequence[Also]) -> Sequence[Entry]:
    """The lines of a kind; of the timeline in the order in which a limit cuts it."""
    from wirecopy.views.lineage import lineage
    from wirecopy.views.people import ordered
    from wirecopy.views.timeline import timeline

    if kind is not Kind.timeline:
        found = tuple(getattr(wire, kind.value))
        return ordered(found) if kind is Kind.actors else found
    entries = [entry for name in ("events", *dict.fromkeys(also)) for entry in getattr(wire, name)]
    return timeline(entries, lineage(wire).published).entries()


def _in_time(wire: OpenAccount, kind: Kind, entries: Sequence[Entry]) -> None:
    """Figures as series, appointments as a calendar, the timeline with its columns."""
    from wirecopy.views.calendar import calendar, write_calendar
    from wirecopy.views.lineage import lineage
    from wirecopy.views.series import write_series
    from wirecopy.views.timeline import timeline, write_timeline

    known = lineage(wire)
    if kind is Kind.figures:
        write_series(entries, wire.figures, known, sys.stdout)
    elif kind is Kind.appointments:
        write_calendar(calendar(entries), known, sys.stdout)
    else:
        write_timeline(timeline(entries, known.published), known, sys.stdout)


def _entries(wire: OpenAccount, asked: Asked) -> None:
    """The lines of a kind that fit, in the form in which the kind is read best."""
    from wirecopy.views.filters import chosen, says_something, speakers_for
    from wirecopy.views.topics import topic

    told = topic(wire, asked.about) if asked.about else None
    lines = chosen(_lines(wire, asked.kind, asked.also), asked.fits._replace(actor=asked.actor, about=told))
    entries = [entry for entry in lines if asked.every or says_something(entry)][: asked.limit]
    if asked.by and not asked.json and (names := speakers_for(entries, asked.by)):
        shown = ", ".join(names[:SPEAKERS]) + (f" and {len(names) - SPEAKERS} more" if len(names) > SPEAKERS else "")
        typer.echo(f"with those who speak for {asked.by}: {shown}", err=True)
    if not entries:
        _check_names(wire, asked.actor, asked.by)
    if not entries and not asked.json:
        typer.echo(f"no {'lines' if asked.kind is Kind.timeline else asked.kind.value} fit", err=True)
    elif asked.kind is Kind.actors:
        _actors(wire, entries, asked.json)
    elif asked.json or asked.kind not in (Kind.appointments, Kind.figures, Kind.timeline):
        print_entries(wire, entries, asked.json)
    else:
        _in_time(wire, asked.kind, entries)


def _dyads(wire: OpenAccount, asked: Asked) -> None:
    """What one side did to another; `actor` names a side, or somebody who acts for it."""
    from wirecopy.views.dyads import dyad_rows, dyads, with_side, write_dyads
    from wirecopy.views.filters import chosen

    found = dyads(chosen(wire.events, asked.fits))
    found = (with_side(found, asked.actor) if asked.actor else found)[: asked.limit]
    if not found:
        _check_names(wire, asked.actor)
    if asked.json:
        print_json(dyad_rows(found))
    elif found:
        write_dyads(found, sys.stdout)
    else:
        typer.echo("no deed of one side to another fits", err=True)


def _actors(wire: OpenAccount, entries: Sequence[Entry], as_json: bool) -> None:
    """Actors with the names by which they occur and the number of lines in which they have a part."""
    from wirecopy.views.exports.jsonl import entry_rows
    from wirecopy.views.lineage import lineage
    from wirecopy.views.people import actor_columns, parts, write_actors

    of, texts = parts(wire.entries), {report.id: report.text for report in wire.reports}
    if as_json:
        rows = zip(entry_rows(wire, entries), entries, strict=True)
        print_json(row | actor_columns(entry, of, texts) for row, entry in rows)
    else:
        write_actors(entries, of, texts, lineage(wire), sys.stdout)


def _positions(wire: OpenAccount, asked: Asked) -> None:
    """Who asks, refuses, offers and threatens what; with a day, what moved since."""
    from wirecopy.views.positions import move_rows, position_rows, write_moves, write_positions

    side = asked.actor or asked.by
    if asked.since is None:
        rows = position_rows(wire, side)
        print_json(rows) if asked.json else write_positions(rows, sys.stdout)
        return
    with wire.as_of(asked.since) as before:
        rows = move_rows(before, wire, side)
    print_json(rows) if asked.json else write_moves(rows, asked.since, sys.stdout)


def _reports(wire: OpenAccount, asked: Asked) -> None:
    from wirecopy.views.exports.jsonl import report_row
    from wirecopy.views.listing import report_line

    text = asked.fits.text
    reports = [r for r in wire.reports if not text or text.lower() in r.text.lower()][: asked.limit]
    if asked.json:
        print_json(map(report_row, reports))
    else:
        typer.echo("\n".join(map(report_line, reports)))


# Kinds that are listed in a way of their own; all others are lines of the account.
LISTS: Mapping[Kind, Callable[[OpenAccount, Asked], None]] = {
    Kind.reports: _reports,
    Kind.positions: _positions,
    Kind.dyads: _dyads,
}
