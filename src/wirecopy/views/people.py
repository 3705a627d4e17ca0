"""Actors for readers: the names by which they occur, their roles, and the lines in which each has a part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TextIO

from wirecopy.account.describe import counted
from wirecopy.language.actors.pronouns import PRONOUNS
from wirecopy.model import Actor, Commitment, Entry, Event, Figure, Span, Statement
from wirecopy.views.lineage import Lineage, copying
from wirecopy.views.sentences import role_text, sources
from wirecopy.views.topics import words

# Kinds of actors in the order in which they are listed, with their headings.
KINDS = {
    "person": "People", "state": "States", "organisation": "Organisations", "office": "Offices", "group": "Groups",
    "place": "Places",
}  # fmt: skip
# Names of one actor that a list prints before it says how many more there are.
MOST_NAMES = 6
Texts = Mapping[str, str]


class Name(NamedTuple):
    """A name as it occurs, how often, and its first place in each report."""

    said: str
    times: int
    first: tuple[Span, ...]


class Parts(NamedTuple):
    """The lines in which an actor has a part: what it says, is told, does, commits itself to, is promised, counts."""

    statements: tuple[Entry, ...] = ()
    told: tuple[Entry, ...] = ()
    commitments: tuple[Entry, ...] = ()
    received: tuple[Entry, ...] = ()
    events: tuple[Entry, ...] = ()
    figures: tuple[Entry, ...] = ()

    def counts(self) -> str:
        """3 statements, 1 commitment, 12 events."""
        several = (
            (len(self.statements), "statement"), (len(self.commitments), "commitment"), (len(self.events), "event"),
            (len(self.figures), "figure"),
        )  # fmt: skip
        return ", ".join(counted(number, noun) for number, noun in several if number)


def actor_of(entry: Entry) -> Actor:
    """The actor of an actor's line."""
    assert isinstance(entry.value, Actor)  # noqa: S101 -- only lines of actors are asked
    return entry.value


def ordered(actors: Iterable[Entry]) -> list[Entry]:
    """People, states and bodies before groups; those in the most origins first."""
    kinds = list(KINDS)
    return sorted(actors, key=lambda e: (kinds.index(actor_of(e).kind), -e.origins, -len(e.reports), e.id))


def names(entry: Entry, texts: Texts) -> tuple[Name, ...]:
    """The names and descriptions of an actor as the reports have them, the most frequent first; no pronouns.

    Names that differ in capitals alone are one, in the more frequent form.
    """
    places: dict[str, list[tuple[str, Span]]] = {}
    for piece in entry.evidence:
        said = words(piece.span, texts)
        if said.lower() not in PRONOUNS:
            places.setdefault(said.casefold(), []).append((said, piece.span))
    found = []
    for group in places.values():
        forms = Counter(said for said, _ in group)
        first = {span.report_id: span for _, span in sorted(group, key=lambda one: one[1], reverse=True)}
        found.append(Name(max(sorted(forms), key=forms.__getitem__), len(group), tuple(sorted(first.values()))))
    return tuple(sorted(found, key=lambda name: (-name.times, name.said)))


def pronouns(entry: Entry, texts: Texts) -> int:
    """How often an actor is meant by a pronoun."""
    return sum(words(piece.span, texts).lower() in PRONOUNS for piece in entry.evidence)


def parts(entries: Iterable[Entry]) -> dict[str, Parts]:
    """By the ids of actors the lines in which they have a part, in the order of `entries`; each line once in a part."""
    found: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        for part, actors in _roles(entry).items():
            for actor_id in dict.fromkeys(actor.id for actor in actors):
                found.setdefault(actor_id, {}).setdefault(part, []).append(entry)
    return {actor: Parts(**{part: tuple(lines) for part, lines in of.items()}) for actor, of in found.items()}


def _roles(entry: Entry) -> Mapping[str, tuple[Actor, ...]]:
    value = entry.value
    if isinstance(value, Statement):
        speaker = (value.speaker,) if value.speaker else ()
        return {"statements": speaker + value.said_by, "told": value.addressee}
    if isinstance(value, Commitment):
        return {"commitments": value.by + value.said_by, "received": value.to}
    if isinstance(value, Event):
        return {"events": value.who + value.whom + value.where + value.said_by}
    return {"figures": value.said_by} if isinstance(value, Figure) else {}


def nameless(entry: Entry) -> str:
    """Of somebody without a name what is known, and that nobody named is taken for it; "" for any other actor."""
    actor = actor_of(entry)
    if not actor.anonymous or actor.kind != "person":
        return ""
    office = "; ".join(role_text(role) for role in actor.roles) or actor.name
    words = f"{len(entry.reports)} reports speak of somebody in such words; whether they mean one person is not known."
    several = f" {words}" if entry.origins > 1 else ""
    return f"Somebody whom the reports do not name: {office}. Nobody who has a name is taken for this one.{several}"


def write_actors(actors: Sequence[Entry], of: Mapping[str, Parts], texts: Texts, known: Lineage, out: TextIO) -> None:
    """Three lines an actor: id, name, kind, country and roles; the names that occur; what it has a part in, and sources."""
    for entry in actors:
        actor = actor_of(entry)
        kind = f"{'unnamed ' * (actor.anonymous and actor.kind == 'person')}{actor.kind}"
        roles = [role_text(role) for role in actor.roles]
        head = f"{entry.id}  {actor.name} ({', '.join(filter(None, [kind, actor.country]))})"
        out.write(f"{head}{': ' * bool(roles)}{'; '.join(roles)}\n")
        if named := _named(entry, texts):
            out.write(f"    named {named}\n")
        had = of.get(entry.id, Parts()).counts()
        out.write(f"    {'; '.join(filter(None, [had, sources(entry, copying(entry, known))]))}\n")


def _named(entry: Entry, texts: Texts) -> str:
    """Biden (20), Mr Biden (18) and 3 other names; 42 times by a pronoun."""
    found, meant = names(entry, texts), pronouns(entry, texts)
    told = ", ".join(f"{name.said} ({name.times})" for name in found[:MOST_NAMES])
    more = f" and {counted(len(found) - MOST_NAMES, 'other name')}" if len(found) > MOST_NAMES else ""
    by = f"{counted(meant, 'time')} by a pronoun" if meant else ""
    return "; ".join(filter(None, [told + more, by]))


def actor_columns(entry: Entry, of: Mapping[str, Parts], texts: Texts) -> dict[str, Any]:
    """What a list in JSON has beside the keys of the export: the names that occur, and the number of lines of each kind."""
    had = of.get(entry.id, Parts())
    named = [{"said": name.said, "times": name.times} for name in names(entry, texts)]
    return {"names": named, "pronouns": pronouns(entry, texts)} | {
        kind: len(getattr(had, kind)) for kind in ("statements", "commitments", "events", "figures")
    }
