"""Lists of entries and reports as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TextIO

from wirecopy.account.describe import moment_text
from wirecopy.model import Entry, Family
from wirecopy.run.account import ReportLine
from wirecopy.views.graded import Grader
from wirecopy.views.lineage import Lineage, aside, copies, copying, members
from wirecopy.views.sentences import became, history, led_in, sentence, sources, when
from wirecopy.views.times import reported

# What happens or is said on some day, told or not.
DATED = ("event", "statement", "commitment")


def listing(
    entries: Iterable[Entry],
    known: Lineage,
    out: TextIO,
    graded: Grader = lambda entry: None,
    reasons: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """A line an entry: id, day, sentence, sources, grade. Where no day is known stands when it was reported.

    Under a line that cannot be understood alone stands what leads into it, under a family a line for each of its copies,
    under a commitment what became of it and why, by `reasons`.
    """
    for entry in entries:
        past, behind = history(entry), aside(entry, known)
        told = sentence(entry) + "".join(
            f" ({words})" for words in (past, *(became(entry) if entry.kind == "event" else ())) if words
        )
        told += f" — {behind}" if behind else ""
        if isinstance(entry.value, Family):
            last = ", ".join(known.names[member] for member in members(entry.value, known))
        else:
            last = sources(entry, copying(entry, known))
        day = when(entry) or (reported(entry, known.published) if entry.kind in DATED else "")
        out.write("  ".join(filter(None, [entry.id, day, told, last, str(graded(entry) or "")])) + "\n")
        if entry.lead_in:
            out.write(f"    {led_in(entry)}\n")
        if isinstance(entry.value, Family):
            out.writelines(f"    {line}\n" for line, _ in copies(entry.value, known))
        elif entry.id in reasons:
            out.write(f"    {reasons[entry.id]}\n")


def report_line(report: ReportLine) -> str:
    """Id, path, date, outlet, headline, language where it is not English."""
    title = report.headline or textwrap.shorten(report.text, 70, placeholder=" …")
    published = moment_text(report.published) or "no date"
    language = f"({report.language}, not analysed)" if report.language != "en" else None
    return "  ".join(filter(None, [report.id, report.path, published, report.outlet, title, language]))
