"""The briefing: the account on a few pages, the same headings every time, every line with its sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO

from wirecopy.account.describe import counted, moment_text
from wirecopy.model import Change, Entry, Event
from wirecopy.run.account import OpenAccount
from wirecopy.views.lineage import missing
from wirecopy.views.sentences import history, sentence, sources, when
from wirecopy.views.times import span_text

FACTS = ("happened", "ongoing", "historical")


# Lines of a section that a short briefing shows.
MOST = 15


class Section(NamedTuple):
    """A heading with its lines; `none` is said where there are none; `show` is what lists them all."""

    title: str
    lines: tuple[Entry, ...]
    none: str
    show: str


def sections(account: OpenAccount) -> tuple[Section, ...]:
    """The parts of the briefing, in order."""
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
    dates = [r.published for r in account.reports if r.published and r.published.earliest and r.published.latest]
    days = sorted((d.earliest or "")[:10] for d in dates) + sorted((d.latest or "")[:10] for d in dates)
    undated = len(account.reports) - len(dates)
    span = f"published {span_text(days[0], days[-1])}" if days else "without dates"
    return span + (f", {undated} without a date" if undated and days else "")


def numbers(entries: Iterable[Entry], paths: dict[str, int]) -> str:
    """The sources of a line as numbers of the list at the end: [1, 3]."""
    found = sorted({paths[report] for entry in entries for report in entry.reports})
    return f"[{', '.join(map(str, found))}]"


def weightiest(lines: Sequence[Entry], most: int) -> tuple[Entry, ...]:
    """The lines with the most origins and reports, then the contested ones, at most so many, in the account's order."""
    ranked = sorted(lines, key=lambda entry: (-entry.origins, -len(entry.reports), -len(entry.rivals), not when(entry)))
    kept = {entry.id for entry in ranked[:most]}
    return tuple(entry for entry in lines if entry.id in kept)


def brief(account: OpenAccount, out: TextIO, whole: bool = False) -> None:
    """Write the briefing as plain text (Markdown headings and lists); `whole` with every line of each section."""
    reports = account.reports
    paths = {report.id: number for number, report in enumerate(reports, 1)}
    origins = len(account.families)
    out.write("# Briefing\n\n")
    out.write(f"{counted(len(reports), 'report')} of {counted(origins, 'origin')}, {period(account)}.\n")
    for section in sections(account):
        lines = section.lines if whole else weightiest(section.lines, MOST)
        out.write(f"\n## {section.title}\n\n")
        out.writelines(_line(entry, paths) for entry in lines)
        if not section.lines:
            out.write(f"{section.none}\n")
        if len(lines) < len(section.lines):
            out.write(f"- … and {len(section.lines) - len(lines)} more: wirecopy show {section.show}\n")
    out.write("\n## Sources\n\n")
    for report in reports:
        published = moment_text(report.published) or "no date"
        title = report.headline or textwrap.shorten(report.text, 70, placeholder=" …")
        out.write(
            f"[{paths[report.id]}] {report.path}: {title} ({', '.join(filter(None, [report.outlet, published]))})\n"
        )


def _line(entry: Entry, paths: dict[str, int]) -> str:
    day, past = when(entry), history(entry)
    names = {report: f"[{number}]" for report, number in paths.items()}
    where = missing(entry.value, names) if isinstance(entry.value, Change) else ""
    told = [sentence(entry), f" ({past})" if past else "", f" — {where}" if where else ""]
    parts = [f"{day}: " if day else "", *told, _rivals(entry)]
    return f"- {''.join(parts)} — {sources(entry)} {numbers([entry], paths)} `{entry.id}`\n"


def _rivals(entry: Entry) -> str:
    kinds: Sequence[str] = [relation.relation for relation in entry.relations]
    return f" — other figures: {', '.join(dict.fromkeys(kinds))}" if kinds else ""
