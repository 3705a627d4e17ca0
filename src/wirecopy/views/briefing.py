"""The briefing: what an analyst must know of an account, under the same headings every time, every sentence with its sources.

A sentence that its citations do not carry (`views.supported`) is left out and stands in the issue log instead.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import NamedTuple

from wirecopy.account.describe import counted, day_text, figure_text, listed, moment_text
from wirecopy.model import Change, Entry, Event, Figure, Note
from wirecopy.run.account import OpenAccount
from wirecopy.views.changed import Difference, changed
from wirecopy.views.graded import Grader, grader
from wirecopy.views.lineage import missing
from wirecopy.views.sentences import cited, history, led_in, sources, when
from wirecopy.views.stored import Held, held
from wirecopy.views.supported import carrying, unsupported
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
# How the other values of a series relate to one, and how many of them a line gives.
RELATED = {
    "disagrees": "contradicted by",
    "garbled": "in a copy",
    "update": "at other times",
    "compatible": "compatible with",
}
MOST_VALUES = 3
NO_DAY = "Not asked for: `wirecopy brief --since DATE` tells what is new since a day."


class Section(NamedTuple):
    """A heading with its lines; `none` is said where there are none; `show` is what lists them all."""

    title: str
    lines: tuple[Entry, ...]
    none: str
    show: str


class Line(NamedTuple):
    """A sentence with the numbers of its reports, how many reports and origins they are, its grade, and the line's id.

    `also`: the reports that are counted and do not carry the sentence by themselves, as a copy that altered it.
    """

    text: str
    cites: tuple[int, ...]
    counts: str = ""
    grade: str = ""
    id: str = ""
    also: tuple[int, ...] = ()


class Part(NamedTuple):
    """A heading with its sentences, or what is said where there are none; `more` says how many are left out and where."""

    title: str
    lines: tuple[Line, ...]
    none: str
    more: str = ""


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
    return (
        Section("What happened", tuple(done), "No event is reported as having happened.", "events"),
        Section("What is scheduled", tuple(coming), "Nothing is scheduled.", "appointments"),
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


class _Desk(NamedTuple):
    """What every sentence is made with: the numbers of the reports, the grades, the texts to check by."""

    numbers: Mapping[str, int]
    graded: Grader
    known: Held
    values: Mapping[str, str]

    def line(self, entry: Entry, text: str = "") -> Line:
        """A line of the account as a sentence of the briefing; `text` takes the place of its own words."""
        cites = self.cites([entry])
        also = sorted({self.numbers[report] for report in entry.reports} - set(cites))
        grade = str(self.graded(entry) or "")
        return Line(text or _text(entry, self), cites, sources(entry), grade, entry.id, tuple(also))

    def cites(self, entries: Iterable[Entry]) -> tuple[int, ...]:
        """The numbers of the reports that carry lines; a copy that altered one counts among its reports and is not cited."""
        return tuple(sorted({self.numbers[report] for entry in entries for report in carrying(entry, self.known)}))

    def carries(self, entry: Entry) -> bool:
        """Do its citations carry the sentence of a line?"""
        return not unsupported(entry, self.known)


def compose(account: OpenAccount, since: str | None = None, whole: bool = False) -> Briefing:
    """The briefing of an account; `since` an ISO day tells what changed after it, `whole` has every line of each section.

    Raises ValueError where `since` is no ISO date.
    """
    reports = account.reports
    numbers = {report.id: number for number, report in enumerate(reports, 1)}
    values = {entry.id: _value(entry.value) for entry in account.figures if isinstance(entry.value, Figure)}
    desk = _Desk(numbers, grader(account), held(account), values)
    by = _scales(account)
    carried = [section._replace(lines=tuple(filter(desk.carries, section.lines))) for section in sections(account)]
    choose = _all if whole else partial(weightiest, by=by)
    parts = [_part(section, desk, choose) for section in carried]
    main = Part("Main points", tuple(map(desk.line, main_points(account, desk.known))), "Nothing is reported.")
    return Briefing(
        about(account), (main, _changes(account, since, desk, by), *parts, _open(account, desk)), _sources(account)
    )


def main_points(account: OpenAccount, known: Held) -> tuple[Entry, ...]:
    """What one must know of an account: its weightiest events, figures and commitments that their citations carry."""
    candidates = (*account.events, *account.figures, *account.commitments)
    return main_lines(candidates, MOST_MAIN, _scales(account), lambda entry: not unsupported(entry, known))


def about(account: OpenAccount) -> str:
    """As of which day, how many reports of how many origins, from when, and how to read the sentences."""
    last = _days(account)[1]
    if not account.reports:
        return "No report of the account was published by then for certain."
    as_of = f"As of {day_text(last)}" if last else "As of an unknown day"
    reports, origins = counted(len(account.reports), "report"), counted(len(account.families), "origin")
    return f"{as_of}: {reports} of {origins}, {period(account)}. {LEGEND}"


def refused(account: OpenAccount) -> tuple[Note, ...]:
    """The lines that no briefing prints, as notes of the issue log: what their citations do not carry."""
    known, paths = held(account), {report.id: report.path for report in account.reports}
    return tuple(
        Note("briefing", paths[entry.reports[0]], "warning", f"not printed: {cited(entry)} ({entry.id}): {reason}")
        for entry in account.entries
        for reason in unsupported(entry, known)[:1]
    )


def _all(lines: Sequence[Entry], most: int) -> tuple[Entry, ...]:
    return tuple(lines)


def _part(section: Section, desk: _Desk, choose: Callable[[Sequence[Entry], int], tuple[Entry, ...]]) -> Part:
    lines = choose(section.lines, MOST)
    left = len(section.lines) - len(lines)
    more = f"… and {left} more: wirecopy show {section.show}" if left else ""
    return Part(section.title, tuple(desk.line(entry) for entry in lines), section.none, more)


def _value(figure: Figure) -> str:
    """The number alone, with its hedge and unit."""
    return figure_text(replace(figure, measure="")).strip()


def _text(entry: Entry, desk: _Desk) -> str:
    """Day, sentence, what leads into it where it needs that, and what is known besides.

    That is what became of it, how its status changed, where a change's words are missing, and other figures.

    An event's history says what became of it, and its state is not said again.
    """
    day, past = when(entry), history(entry)
    names = {report: f"[{number}]" for report, number in desk.numbers.items()}
    where = missing(entry.value, names) if isinstance(entry.value, Change) else ""
    told_by_history = past and isinstance(entry.value, Event) and entry.state == "kept"
    state = f" ({entry.state})" if entry.state not in (None, "open") and not told_by_history else ""
    before = f" ({led_in(entry)})" if entry.lead_in else ""
    told = [cited(entry), before, state, f" — {past}" if past else "", f" — {where}" if where else ""]
    return "".join([f"{day}: " if day else "", *told, _rivals(entry, desk)])


def _rivals(entry: Entry, desk: _Desk) -> str:
    """Which other values the series has, by how they relate to this one: " — contradicted by 94,000"."""
    told = []
    for relation, words in RELATED.items():
        values = dict.fromkeys(desk.values.get(one.id, "") for one in entry.relations if one.relation == relation)
        found = [value for value in values if value]
        left = [counted(len(found) - MOST_VALUES, "other")] if len(found) > MOST_VALUES else []
        if found:
            told.append(f"{words} {listed([*found[:MOST_VALUES], *left])}")
    return f" — {'; '.join(told)}" if told else ""


# In which order differences are told: what turned before what was added.
_FIRST = ("joined", "status", "state", "value", "day", "origins", "new", "gone")


def _changes(account: OpenAccount, since: str | None, desk: _Desk, by: Scales) -> Part:
    """What is new, and what changed, since a day; of the many the weightiest."""
    if since is None:
        return Part("What changed", (), NO_DAY)
    found: dict[str, list[Difference]] = {}
    for one in changed(account.as_of(since).entries, account.entries):
        if desk.carries(one.entry):
            found.setdefault(one.entry.id, []).append(one)
    lines = {entry_id: differences[0].entry for entry_id, differences in found.items()}
    new = [entry for entry in lines.values() if found[entry.id][0].kind == "new"]
    turned = [entry for entry in lines.values() if found[entry.id][0].kind != "new"]
    kept = [*weightiest(turned, MOST_CHANGED, by), *main_lines(new, MOST_CHANGED, by)]
    kept.sort(key=lambda entry: min(_FIRST.index(one.kind) for one in found[entry.id]))
    left = len(found) - len(kept)
    more = f"… and {counted(left, 'line')} more" if left else ""
    told = tuple(_difference(found[entry.id], desk) for entry in kept)
    return Part(f"What changed since {day_text(since)}", told, "No change.", more)


def _difference(differences: Sequence[Difference], desk: _Desk) -> Line:
    """A line with all that changed of it."""
    entry = differences[0].entry
    turned = listed(
        one.kind
        if one.kind in ("new", "gone")
        else f"{_CALLED.get(one.kind, one.kind)} {one.was or 'not known'} → {one.now or 'not known'}"
        for one in sorted(differences, key=lambda one: _FIRST.index(one.kind))
    )
    return desk.line(entry, f"{turned}: {_text(entry, desk)}")


_CALLED = {"origins": "counted as", "joined": "counted as"}


def _scales(account: OpenAccount) -> Scales:
    last = _days(account)[1]
    return scales(account, date.fromisoformat(last) if last else None)


def _open(account: OpenAccount, desk: _Desk) -> Part:
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
