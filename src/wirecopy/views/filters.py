"""Which lines of the account a reader asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, get_args, get_type_hints

from wirecopy.account.lines import when_of
from wirecopy.account.speakers import speaks_for
from wirecopy.judgements.same.same_actor import worth_a_line
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.model import Actor, Commitment, Entry, Event, Family, Figure, Statement, Status
from wirecopy.views.sentences import sentence
from wirecopy.views.topics import Topic, named, tells_of
from wirecopy.words import load

# Indirect speech that begins so tells little away from its place: "They discussed the peaceful resolution".
POINTING = re.compile(r"(?:they|this|these|those)\b", re.I)

# The states of commitments (docs/export.md).
STATES = (
    "open", "condition met", "kept", "partly kept", "broken", "lapsed", "withdrawn", "superseded", "untestable",
)  # fmt: skip


class Filter(NamedTuple):
    """What a line must have; None asks nothing. Dates are ISO; a line without a day fits no date.

    `actor` takes part in any role, `by` is who says so; `about` is what the words tell of.
    """

    actor: str | None = None
    act: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    by: str | None = None
    about: Topic | None = None


def chosen(entries: Iterable[Entry], wanted: Filter) -> list[Entry]:
    """The entries that fit, in their order."""
    return [entry for entry in entries if fits(entry, wanted)]


def fits(entry: Entry, wanted: Filter) -> bool:
    """Does an entry have everything that is asked?"""
    value, when = entry.value, when_of(entry)
    act = value.act if isinstance(value, Event) else getattr(value, "kind", None)
    statuses = (str(entry.state).lower(), str(getattr(value, "status", None)).lower())
    return (
        (not wanted.actor or any(named(actor, wanted.actor) for actor in actors_of(entry)) or owns(entry, wanted.actor))
        and (not wanted.by or any(_is_voice(actor, wanted.by) for actor in voices_of(entry)))
        and (not wanted.about or tells_of(entry, wanted.about))
        and (not wanted.act or wanted.act.lower() in (str(act).lower(), shown_acts().get(str(act), "")))
        and (not wanted.status or wanted.status.lower() in statuses)
        and (not wanted.since or bool(when and (when.latest or "9999") >= wanted.since))
        and (not wanted.until or bool(when and (when.earliest or "9999")[:10] <= wanted.until))
        and (not wanted.text or wanted.text.lower() in sentence(entry).lower())
    )


def _is_voice(actor: Actor, wanted: str) -> bool:
    """Is it he who is asked for, or does he speak for the state of that name?"""
    return named(actor, wanted) or any(speaks_for(actor, state) for state in states_called(wanted))


@cache
def states_called(wanted: str) -> tuple[Actor, ...]:
    """The states of a name, whoever speaks for which is found by it too."""
    states = (actor for actor in gazetteer().actors.values() if actor.kind == "state")
    return tuple(state for state in states if named(state, wanted))


def speakers_for(entries: Iterable[Entry], wanted: str) -> tuple[str, ...]:
    """Who, among the voices of some lines, is listed only since he speaks for the state that is asked for: their names."""
    voices = (actor for entry in entries for actor in voices_of(entry))
    return tuple(dict.fromkeys(actor.name for actor in voices if not named(actor, wanted) and _is_voice(actor, wanted)))


def owns(entry: Entry, wanted: str) -> bool:
    """Is a figure counted of them? The owner of a count is told in the report's words alone ("Russian")."""
    of = entry.value.of if isinstance(entry.value, Figure) else None
    return bool(of) and wanted.lower() in str(of).lower()


def shown_acts() -> dict[str, str]:
    """The words by which lists show each PLOVER type ("attack" for ASSAULT), in lower case."""
    return {act: shown.lower() for act, shown in load("phrases")["acts"].items()}


def known_acts() -> list[str]:
    """Everything by which `act` may ask: PLOVER types, the words that show them, and kinds of commitments."""
    return [*map(str.lower, shown_acts()), *shown_acts().values(), *get_args(get_type_hints(Commitment)["kind"])]


def known_statuses() -> tuple[str, ...]:
    """Everything by which `status` may ask: of events and figures, and the states of commitments."""
    return (*get_args(Status), *STATES)


def actors_of(entry: Entry) -> tuple[Actor, ...]:
    """Everyone who takes part in an entry."""
    value = entry.value
    if isinstance(value, Event):
        return value.who + value.whom + value.said_by
    if isinstance(value, Statement):
        return (*((value.speaker,) if value.speaker else ()), *value.said_by, *value.addressee)
    if isinstance(value, Commitment):
        return value.by + value.to + value.said_by
    if isinstance(value, Figure):
        return value.said_by
    return (value,) if isinstance(value, Actor) else ()


def voices_of(entry: Entry) -> tuple[Actor, ...]:
    """Who says what an entry tells, with the chain behind them: the speaker, the maker of a threat, who counts."""
    value = entry.value
    if isinstance(value, Statement):
        return (*((value.speaker,) if value.speaker else ()), *value.said_by)
    if isinstance(value, Commitment):
        return value.by + value.said_by
    return value.said_by if isinstance(value, Event | Figure) else ()


def says_something(entry: Entry) -> bool:
    """Is an entry worth a line of a list: not a report without copies, a mere place, or a group of nobody in particular?"""
    value = entry.value
    if isinstance(value, Family):
        return len(value.members) > 1
    if isinstance(value, Statement) and value.form != "direct":
        return not POINTING.match(value.words)
    return not isinstance(value, Actor) or (value.kind != "place" and worth_a_line(value))
