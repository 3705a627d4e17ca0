"""What an account does not know, and where its reports contradict each other: told, never guessed away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wirecopy.account.describe import counted, listed
from wirecopy.model import Entry, Event, Figure
from wirecopy.run.account import OpenAccount
from wirecopy.views.sentences import cited

REAL = ("happened", "ongoing", "historical")
# Paths that a sentence names before it says how many more there are.
MOST_NAMED = 4


class Open(NamedTuple):
    """Something that is open: in words, with the lines that it rests on, none where it is about the reports themselves."""

    text: str
    lines: tuple[Entry, ...] = ()


def unknown(account: OpenAccount) -> tuple[Open, ...]:
    """Everything that is open, contradictions first."""
    return (*_unplaced(account), *_disagreeing(account.figures), *_denied(account.events), *_doubted(account),
            *_undated(account), *_overdue(account), *_unread(account))  # fmt: skip


def _unplaced(account: OpenAccount) -> Iterator[Open]:
    """Reports that an account of an earlier day can't count: first, for all the rest may hang on them."""
    if account.unplaced:
        yield Open(f"What is told by {unplaced(account.unplaced)}.")


def unplaced(number: int) -> str:
    """How many reports stay out of an account of an earlier day, and why."""
    return f"{counted(number, 'report')} left out, for nobody knows whether published by then"


def _disagreeing(figures: Iterable[Entry]) -> Iterator[Open]:
    """Figures that are given for one thing at one time: the one with the most origins against its rivals, each pair once."""
    by_id = {entry.id: entry for entry in figures}
    told: set[frozenset[str]] = set()
    for entry in sorted(by_id.values(), key=lambda one: (-one.origins, -len(one.relations), one.id)):
        disagreeing = (relation.id for relation in entry.relations if relation.relation == "disagrees")
        rivals = [by_id[one] for one in disagreeing if one in by_id and frozenset((one, entry.id)) not in told]
        told |= {frozenset((rival.id, entry.id)) for rival in rivals}
        if rivals:
            yield Open(f"{cited(entry)}, against {listed(map(cited, rivals))}", (entry, *rivals))


def _denied(events: Iterable[Entry]) -> Iterator[Open]:
    """Deeds that are told as done and denied: by the same, against the same."""
    told: dict[object, list[Entry]] = {}
    for entry in events:
        if isinstance(entry.value, Event) and entry.value.act and entry.value.who:
            told.setdefault(_deed(entry.value), []).append(entry)
    for same in told.values():
        done = [entry for entry in same if _status(entry) in REAL]
        denied = [entry for entry in same if _status(entry) == "denied"]
        for one, other in zip(done[:1], denied[:1], strict=False):
            yield Open(f"{cited(one)}, but {cited(other)}", (one, other))


def _deed(event: Event) -> object:
    return event.act, *(frozenset(actor.id for actor in side) for side in (event.who, event.whom))


def _status(entry: Entry) -> str:
    return entry.value.status if isinstance(entry.value, Event) else ""


def _doubted(account: OpenAccount) -> Iterator[Open]:
    """Lines that what they are taken from does not bear out."""
    for entry in (*account.figures, *account.events):
        for check in entry.checks:
            if check.verdict == "disagrees" and isinstance(entry.value, Figure | Event):
                yield Open(f"{cited(entry)}, though {check.because}", (entry,))


def _undated(account: OpenAccount) -> Iterator[Open]:
    """Reports of which nobody knows when they were published."""
    paths = [r.path for r in account.reports if not (r.published and r.published.earliest and r.published.latest)]
    if paths:
        shown = [*paths[:MOST_NAMED], *([f"{len(paths) - MOST_NAMED} more"] if len(paths) > MOST_NAMED else [])]
        yield Open(f"When {counted(len(paths), 'report')} appeared: {listed(shown)}.")


def _overdue(account: OpenAccount) -> Iterator[Open]:
    """What should have taken place by now, of which no report tells."""
    found = [entry for entry in account.appointments if entry.state == "overdue"]
    if found:
        yield Open(f"Whether {counted(len(found), 'appointment')} took place: the day has passed, and no report tells.")


def _unread(account: OpenAccount) -> Iterator[Open]:
    failed = sum(note.level == "error" for note in account.notes)
    if failed:
        yield Open(f"What stands in {counted(failed, 'document')} that could not be read (`wirecopy doctor`).")
