"""What an account does not know, and where its reports contradict each other: told, never guessed away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from wirecopy.account.describe import counted, listed
from wirecopy.account.lines import when_of
from wirecopy.model import Commitment, Entry, Event, Figure
from wirecopy.run.account import OpenAccount
from wirecopy.views.ledger import fates
from wirecopy.views.sentences import cited

REAL = ("happened", "ongoing", "historical")
# Paths that a sentence names before it says how many more there are.
MOST_NAMED = 4
# Lines that a sentence gives of many.
MOST_GIVEN = 2
# What is asked of commitments in a state.
WAITING = (
    ("condition met", "Their condition came about, and no report tells whether they were kept"),
    ("open", "No report tells yet what became of"),
)
# Commitments that come to no end by which they could be judged.
STANDING = ("refusal", "red line")


class Open(NamedTuple):
    """Something that is open: in words, with the lines that it rests on, none where it is about the reports themselves."""

    text: str
    lines: tuple[Entry, ...] = ()


def unknown(account: OpenAccount) -> tuple[Open, ...]:
    """Everything that is open, contradictions first."""
    return (*_unplaced(account), *_disagreeing(account.figures), *_denied(account), *_doubted(account),
            *_single(account), *_waiting(account), *_overdue(account), *_undated(account), *_unread(account))  # fmt: skip


def _unplaced(account: OpenAccount) -> Iterator[Open]:
    """Reports that an account of an earlier day can't count: first, for all the rest may hang on them."""
    if account.unplaced:
        yield Open(f"What is told by {unplaced(account.unplaced)}.")


def unplaced(number: int) -> str:
    """How many reports stay out of an account of an earlier day, and why."""
    return f"{counted(number, 'report')} left out, for nobody knows whether published by then"


def _disagreeing(figures: Iterable[Entry]) -> Iterator[Open]:
    """Figures of one thing that do not all agree, one line for all that contradict each other directly or by others."""
    by_id = {entry.id: entry for entry in figures}
    rivals = {
        entry.id: [one.id for one in entry.relations if one.relation == "disagrees" and one.id in by_id]
        for entry in by_id.values()
    }
    told: set[str] = set()
    for entry in sorted(by_id.values(), key=lambda one: (-one.origins, -len(one.relations), one.id)):
        if not rivals[entry.id] or entry.id in told:
            continue
        together = _reached(entry.id, rivals)
        told |= together
        others = [one for one in by_id.values() if one.id in together and one.id != entry.id]
        lines = (entry, *sorted(others, key=lambda one: (-one.origins, one.id))[: MOST_NAMED - 1])
        left = len(together) - len(lines)
        more = f"; and {counted(left, 'other value')}" if left else ""
        yield Open(f"Not all of these agree: {'; '.join(map(cited, lines))}{more}", lines)


def _reached(start: str, links: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything that is reached from a start, either way."""
    found, ahead = {start}, [start]
    while ahead:
        at = ahead.pop()
        beside = {*links[at], *(other for other, ends in links.items() if at in ends)} - found
        found |= beside
        ahead.extend(sorted(beside))
    return found


def _denied(account: OpenAccount) -> Iterator[Open]:
    """Deeds that are told as done and denied: by and against the same, in the same manner, not before they were done."""
    told: dict[object, list[Entry]] = {}
    days = {report.id: report.published.latest for report in account.reports if report.published}
    for entry in account.events:
        if isinstance(entry.value, Event) and entry.value.act and entry.value.who:
            told.setdefault(_deed(entry.value), []).append(entry)
    for same in told.values():
        done = [entry for entry in same if _status(entry) in REAL]
        denied = [entry for entry in same if _status(entry) == "denied"]
        pairs = ((one, other) for one in done for other in denied if _is_after(other, one, days))
        for one, other in islice(pairs, 1):
            yield Open(f"{cited(one)}, but {cited(other)}", (one, other))


def _is_after(denied: Entry, done: Entry, days: Mapping[str, str | None]) -> bool:
    """Can a denial be meant for a deed? What was denied on another day, or only before the deed, was another plan.

    One sentence that tells both tells of two things: "he assured Kyiv of support but promised no weapons".
    """
    if _words(denied) == _words(done):
        return False
    own, other = when_of(denied), when_of(done)
    if other is None or not other.earliest or not other.latest:
        return own is None
    if own is not None and own.earliest and own.latest:
        return own.earliest <= other.latest and other.earliest <= own.latest
    return any((days.get(report) or "") >= other.earliest for report in denied.reports)


def _deed(event: Event) -> object:
    return event.act, event.mode, *(frozenset(actor.id for actor in side) for side in (event.who, event.whom))


def _words(entry: Entry) -> str | None:
    return entry.value.what if isinstance(entry.value, Event) else None


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
        number = counted(len(found), "appointment")
        why = "the day has passed, and no report that could be analysed tells"
        yield Open(f"Whether {number} took place: {why}{_such(found)}", _first(found))


def _single(account: OpenAccount) -> Iterator[Open]:
    """What is told as done by one origin alone: how much of all, and the attacks by name."""
    done = [entry for entry in account.events if _status(entry) == "happened"]
    alone = [entry for entry in done if entry.origins == 1]
    attacks = [entry for entry in alone if isinstance(entry.value, Event) and entry.value.act == "ASSAULT"]
    if alone:
        yield Open(f"No second origin confirms {len(alone)} of {counted(len(done), 'event')} told as done{_such(attacks)}",
                   _first(attacks))  # fmt: skip


def _waiting(account: OpenAccount) -> Iterator[Open]:
    """Commitments of which no report tells yet what became of them; first those whose condition came about.

    A refusal and a red line wait for nothing, and of a demand that somebody refused it is known what came of it.
    """
    waiting = [entry for entry in account.commitments if _kind(entry) not in STANDING]
    known = fates(account, waiting)
    for state, question in WAITING:
        found = [entry for entry in waiting if entry.state == state and not (state == "open" and entry.id in known)]
        if found:
            kinds = Counter(map(_kind, found))
            told = listed(
                counted(number, kind) for kind, number in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
            )
            yield Open(
                f"{question}: {told}{_such(found) if state != 'open' else '.'}",
                _first(found) if state != "open" else (),
            )


def _kind(entry: Entry) -> str:
    return entry.value.kind if isinstance(entry.value, Commitment) else ""


def _first(lines: Sequence[Entry]) -> tuple[Entry, ...]:
    """Those of many lines that a sentence gives: the ones with the most origins, of these the latest."""
    latest = sorted(sorted(lines, key=lambda entry: entry.id), key=_day, reverse=True)
    return tuple(sorted(latest, key=lambda entry: -entry.origins)[:MOST_GIVEN])


def _day(entry: Entry) -> str:
    when = when_of(entry)
    return (when.latest or "") if when is not None else ""


def _such(lines: Sequence[Entry]) -> str:
    """Some of many lines, to be set behind their number."""
    return f", among them {'; '.join(map(cited, _first(lines)))}" if lines else "."


def _unread(account: OpenAccount) -> Iterator[Open]:
    """Documents that failed, and reports in a language that is not analysed: what they tell is missing everywhere."""
    foreign = [f"{report.path} ({report.language})" for report in account.reports if report.language != "en"]
    if foreign:
        more = f" and {len(foreign) - MOST_NAMED} more" if len(foreign) > MOST_NAMED else ""
        yield Open(f"What is told by reports in other languages than English: {', '.join(foreign[:MOST_NAMED])}{more}.")
    failed = sum(note.level == "error" for note in account.notes)
    if failed:
        yield Open(f"What stands in {counted(failed, 'document')} that could not be read (`wirecopy doctor`).")
