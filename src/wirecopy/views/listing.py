"""Lists of entries and reports as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import TextIO

from wirecopy.account.describe import moment_text
from wirecopy.model import Entry
from wirecopy.run.account import ReportLine
from wirecopy.views.sentences import history, sentence, sources, when


def listing(entries: Iterable[Entry], paths: Mapping[str, str], out: TextIO) -> None:
    """A line an entry: id, day, sentence, sources; `paths` by report id, for the members of a family."""
    for entry in entries:
        past = history(entry)
        day = when(entry)
        parts = [entry.id, *([day] if day else []), sentence(entry) + (f" ({past})" if past else ""), sources(entry)]
        if entry.kind == "family":
            parts[-1] = ", ".join(paths[report] for report in entry.reports)
        out.write("  ".join(parts) + "\n")


def report_line(report: ReportLine) -> str:
    """Id, path, date, outlet, headline, language where it is not English."""
    title = report.headline or textwrap.shorten(report.text, 70, placeholder=" …")
    published = moment_text(report.published) or "no date"
    language = f"({report.language}, not analysed)" if report.language != "en" else None
    return "  ".join(filter(None, [report.id, report.path, published, report.outlet, title, language]))
