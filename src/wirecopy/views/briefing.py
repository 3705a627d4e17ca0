"""The briefing: what an analyst must know of an account, under the same headings every time, every sentence with its sources.

A part of a sentence that its citations do not carry (`views.supported`) is left out, or where it is the heart of it the
whole sentence; both stand in the issue log instead.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal, NamedTuple

from wirecopy.account.describe import counted, day_text, listed, moment_text
from wirecopy.model import Entry, Event, Figure, Note
from wirecopy.run.account import OpenAccount
from wirecopy.views.changed import Difference, changed
from wirecopy.views.desk import Desk, Line, Part, number_text, sentence
from wirecopy.views.graded import grader
from wirecopy.views.pared import pared
from wirecopy.views.sentences import cited
from wirecopy.views.stored import Held, held
from wirecopy.views.supported import unsupported
from wirecopy.views.times import span_text
from wirecopy.views.unknown import unknown
from wirecopy.views.weight import Scales, main_lines, scales, weightiest

FACTS = ("happened", "ongoing", "historical")
# Lines of a part that a short briefing shows, of the first one, and of what changed.
MOST, MOST_MAIN, MOST_CHANGED = 12, 8, 8
LEGEND = (
    "Numbers in brackets are the sources that carry a sentence by themselves, "
    "and behind “also” the others that tell it. The grade is the outlet's letter (F: nobody has "
    "judged it) with 1 for two origins or more, 3 for one, 6 for none."
)
SINCE = "`wirecopy brief --since DATE` tells what is new since a day."
NO_DAY = f"Not asked for: {SINCE}"


class Section(NamedTuple):
    """A heading with its lines; `none` is said where there are none; `show` is what lists them all."""

    title: str
    lines: tuple[Entry, ...]
    none: str
    show: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing, to be printed in any format: first `about`, then the parts, last the numbered sources."""

    about: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...]


def sections(account: OpenAccount) -> tuple[Section, ...]:
    """The lines of the account by what they are, in the order of a briefing."""
    events = account.events
    done = [e for e in events if _status(e) in FACTS]
    other = [e for e in events if _status(e) not in (*FACTS, "scheduled")]
    coming = [e for e in account.appointments if _status(e) == "scheduled"]
    met = {entry.id for entry in coming}
    coming += [e for e in events if _status(e) == "scheduled" and e.id not in met]  # no meeting, but foreseen
    return (
        Section("What happened", tuple(done), "No event is reported as having happened.", "events"),
        Section("What is scheduled", tuple(coming), "Nothing is scheduled.", "events --status scheduled"),
        Section(
            "What is only possible, conditional, denied or refused", tuple(other), "Nothing of the kind.", "events"
        ),
        Section("Figures", account.figures, "No figures are given.", "figures"),
        Section("Threats, promises, demands, red lines, refusals, offers", account.commitments, "None.", "commitments"),
        Section("Who said what", account.statements, "Nobody is quoted.", "statements"),
        Section("What copying changed", account.changes, "No copy changed anything.", "changes"),
    )


def _status(entry: Entry) -> str:
    assert isinstance(entry.value, Event)  # noqa: S101 -- only events are asked
    return entry.value.status


def period(account: OpenAccount) -> str:
    """The first and last day on which the reports were published, in words."""
    first, last = _days(account)
    undated = sum(not (r.published and r.published.earliest and r.published.latest) for r in account.reports)
    span = f"published {span_text(first, last)}" if first else "without dates"
    return span + (f", {undated} without a date" if undated and first else "")


def _days(account: OpenAccount) -> tuple[str, str]:
    """The first and the last day of the reports; "" where none is dated."""
    dates = [r.published for r in account.reports if r.published and r.published.earliest and r.published.latest]
    days = sorted((d.earliest or "")[:10] for d in dates) + sorted((d.latest or "")[:10] for d in dates)
    return (days[0], days[-1]) if days else ("", "")


def compose(account: OpenAccount, since: str | None = None, whole: bool = False) -> Briefing:
    """The briefing of an account; `since` an ISO day tells what changed after it, `whole` has every line of each section.

    Raises ValueError where `since` is no ISO date.
    """
    reports = account.reports
    numbers = {report.id: number for number, report in enumerate(reports, 1)}
    values = {entry.id: number_text(entry.value) for entry in account.figures if isinstance(entry.value, Figure)}
    desk = Desk(numbers, grader(account), held(account), values)
    by = _scales(account)
    carried = [section._replace(lines=_carried(_ordered(section), desk.known)) for section in sections(account)]
    choose = _all if whole else partial(weightiest, by=by)
    parts = [_part(section, desk, choose) for section in carried]
    main = Part("Main points", tuple(map(desk.line, main_points(account, desk.known))), "Nothing is reported.")
    return Briefing(
        about(account), (main, _changes(account, since, desk, by), *parts, _open(account, desk)), _sources(account)
    )


def main_points(account: OpenAccount, known: Held) -> tuple[Entry, ...]:
    """What one must know of an account: its weightiest events, figures and commitments, as their citations carry them."""
    candidates = (*account.events, *account.figures, *account.commitments)
    chosen = main_lines(candidates, MOST_MAIN, _scales(account), lambda entry: pared(entry, known) is not None)
    return _carried(chosen, known)


def _ordered(section: Section) -> Sequence[Entry]:
    """The lines of a section in the account's order, but figures by how many reports carry them."""
    if section.show != "figures":
        return section.lines
    return sorted(section.lines, key=lambda entry: (-len(entry.reports), -entry.origins))


def _carried(lines: Iterable[Entry], known: Held) -> tuple[Entry, ...]:
    """Lines as their citations carry them, without those that they do not carry at all."""
    return tuple(filter(None, (pared(entry, known) for entry in lines)))


def about(account: OpenAccount) -> str:
    """As of which day, how many reports of how many origins, from when, and how to read the sentences."""
    last = _days(account)[1]
    if not account.reports:
        return "No report of the account was published by then for certain."
    as_of = f"As of {day_text(last)}" if last else "As of an unknown day"
    reports, origins = counted(len(account.reports), "report"), counted(len(account.families), "origin")
    return f"{as_of}: {reports} of {origins}, {period(account)}. {LEGEND}"


def refused(account: OpenAccount) -> tuple[Note, ...]:
    """What no briefing prints, as notes of the issue log: lines, and parts of lines, that their citations do not carry."""
    known, paths = held(account), {report.id: report.path for report in account.reports}
    return tuple(
        Note("briefing", paths[entry.reports[0]], *_unprinted(entry, reasons[0], known))
        for entry in account.entries
        if (reasons := unsupported(entry, known))
    )


def _unprinted(entry: Entry, reason: str, known: Held) -> tuple[Literal["warning", "info"], str]:
    """How grave it is that a line is not printed as it is, and what is printed in its place."""
    told = pared(entry, known)
    if told is None:
        return "warning", f"not printed: {cited(entry)} ({entry.id}): {reason}"
    return "info", f"printed as: {cited(told)} ({entry.id}): {reason}"


def _all(lines: Sequence[Entry], most: int) -> tuple[Entry, ...]:
    return tuple(lines)


def _part(section: Section, desk: Desk, choose: Callable[[Sequence[Entry], int], tuple[Entry, ...]]) -> Part:
    lines = choose(section.lines, MOST)
    left = len(section.lines) - len(lines)
    more = f"… and {left} more: wirecopy show {section.show}" if left else ""
    return Part(section.title, tuple(desk.line(entry) for entry in lines), section.none, more)


# In which order differences are told: what turned before what was added.
_FIRST = ("joined", "status", "state", "value", "day", "origins", "new", "gone")


def _changes(account: OpenAccount, since: str | None, desk: Desk, by: Scales) -> Part:
    """What is new, and what changed, since a day; of the many the weightiest."""
    if since is None:
        return _newest(account, desk, by)
    found: dict[str, list[Difference]] = {}
    for one in changed(account.as_of(since).entries, account.entries):
        if carried := pared(one.entry, desk.known):
            found.setdefault(one.entry.id, []).append(one._replace(entry=carried))
    lines = {entry_id: differences[0].entry for entry_id, differences in found.items()}
    new = [entry for entry in lines.values() if found[entry.id][0].kind == "new"]
    turned = [entry for entry in lines.values() if found[entry.id][0].kind != "new"]
    kept = [*weightiest(turned, MOST_CHANGED, by), *main_lines(new, MOST_CHANGED, by)]
    kept.sort(key=lambda entry: min(_FIRST.index(one.kind) for one in found[entry.id]))
    left = len(found) - len(kept)
    more = f"… and {counted(left, 'line')} more" if left else ""
    told = tuple(_difference(found[entry.id], desk) for entry in kept)
    return Part(f"What changed since {day_text(since)}", told, "No change.", more)


def _newest(account: OpenAccount, desk: Desk, by: Scales) -> Part:
    """Where no day was asked for: the weightiest of what the reports of the last day alone tell, if there are earlier ones."""
    last = _days(account)[1]
    late = {r.id for r in account.reports if r.published and (r.published.earliest or "")[:10] == last}
    candidates = (*account.events, *account.figures, *account.commitments)
    fresh = (
        [entry for entry in candidates if late.issuperset(entry.reports)] if len(late) < len(account.reports) else []
    )
    chosen = main_lines(_carried(fresh, desk.known), MOST_CHANGED, by)
    told = tuple(desk.line(entry, f"new: {sentence(entry, desk)}") for entry in chosen)
    more = f"New is what only reports of {day_text(last)} tell; {SINCE}" if told else ""
    return Part("What changed", told, NO_DAY, more)


def _difference(differences: Sequence[Difference], desk: Desk) -> Line:
    """A line with all that changed of it."""
    entry = differences[0].entry
    turned = listed(
        one.kind
        if one.kind in ("new", "gone")
        else f"{_CALLED.get(one.kind, one.kind)} {one.was or 'not known'} → {one.now or 'not known'}"
        for one in sorted(differences, key=lambda one: _FIRST.index(one.kind))
    )
    return desk.line(entry, f"{turned}: {sentence(entry, desk)}")


_CALLED = {"origins": "counted as", "joined": "counted as"}


def _scales(account: OpenAccount) -> Scales:
    last = _days(account)[1]
    return scales(account, date.fromisoformat(last) if last else None)


def _open(account: OpenAccount, desk: Desk) -> Part:
    """What is not known, and where reports contradict each other."""
    told = [one for one in unknown(account) if all(map(desk.carries, one.lines))]
    lines = tuple(Line(one.text, desk.cites(one.lines)) for one in told[:MOST])
    more = f"… and {len(told) - MOST} more" if len(told) > MOST else ""
    return Part("What is not known, and where reports contradict each other", lines, "Nothing is open.", more)


def _sources(account: OpenAccount) -> tuple[str, ...]:
    """The reports by number: path, title, outlet, day, and with which others they are one origin."""
    numbers = {report.id: number for number, report in enumerate(account.reports, 1)}
    families = {member: entry.reports for entry in account.families for member in entry.reports}
    told = []
    for report in account.reports:
        title = report.headline or textwrap.shorten(report.text, 70, placeholder=" …")
        details = ", ".join(filter(None, [report.outlet, moment_text(report.published) or "no date"]))
        others = [str(numbers[one]) for one in families[report.id] if one != report.id]
        copies = f"; one origin with [{', '.join(others)}]" if others else ""
        told.append(f"{report.path}: {title} ({details}{copies})")
    return tuple(told)
