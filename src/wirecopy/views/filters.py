"""Which lines of the account a reader asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, get_args, get_type_hints

from wirecopy.account.lines import when_of
from wirecopy.judgements.same_actor import worth_a_line
from wirecopy.model import Actor, Commitment, Entry, Event, Family, Figure, Statement
from wirecopy.views.sentences import sentence
from wirecopy.words import load

# Indirect speech that begins so tells little away from its place: "They discussed the peaceful resolution".
POINTING = re.compile(r"(?:they|this|these|those)\b", re.I)


class Filter(NamedTuple):
    """What a line must have; None asks nothing. Dates are ISO; a line without a day fits no date."""

    actor: str | None = None
    act: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None


def chosen(entries: Iterable[Entry], wanted: Filter) -> list[Entry]:
    """The entries that fit, in their order."""
    return [entry for entry in entries if fits(entry, wanted)]


def fits(entry: Entry, wanted: Filter) -> bool:
    """Does an entry have everything that is asked?"""
    value, when = entry.value, when_of(entry)
    act = value.act if isinstance(value, Event) else getattr(value, "kind", None)
    status = entry.state or getattr(value, "status", None)
    return (
        (not wanted.actor or any(named(actor, wanted.actor) for actor in actors_of(entry)))
        and (not wanted.act or wanted.act.lower() in (str(act).lower(), shown_acts().get(str(act), "")))
        and (not wanted.status or str(status).lower() == wanted.status.lower())
        and (not wanted.since or bool(when and (when.latest or "9999") >= wanted.since))
        and (not wanted.until or bool(when and (when.earliest or "9999")[:10] <= wanted.until))
        and (not wanted.text or wanted.text.lower() in sentence(entry).lower())
    )


def shown_acts() -> dict[str, str]:
    """The words by which lists show each PLOVER type ("attack" for ASSAULT), in lower case."""
    return {act: shown.lower() for act, shown in load("phrases")["acts"].items()}


def known_acts() -> list[str]:
    """Everything by which `act` may ask: PLOVER types, the words that show them, and kinds of commitments."""
    return [*map(str.lower, shown_acts()), *shown_acts().values(), *get_args(get_type_hints(Commitment)["kind"])]


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


def named(actor: Actor, wanted: str) -> bool:
    """Is the actor called so: an id, a name, an alias, or the last word of its name?"""
    wanted = wanted.lower()
    names = {actor.id.lower(), *(name.lower() for name in (actor.name, *actor.aliases))}
    return wanted in names or actor.name.lower().split()[-1:] == [wanted]


def says_something(entry: Entry) -> bool:
    """Is an entry worth a line of a list: not a report without copies, a mere place, or a group of nobody in particular?"""
    value = entry.value
    if isinstance(value, Family):
        return len(value.members) > 1
    if isinstance(value, Statement) and value.form != "direct":
        return not POINTING.match(value.words)
    return not isinstance(value, Actor) or (value.kind != "place" and worth_a_line(value))
