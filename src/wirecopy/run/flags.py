"""What does not fit the rest of the account, as lines of the issue log: made from the account as it stands, never kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wirecopy.account.describe import figure_text, listed
from wirecopy.model import Entry, Event, Figure, Note


def flags(entries: Iterable[Entry], paths: Mapping[str, str]) -> Iterator[Note]:
    """A warning for each check that disagrees, under the report whose words it is about; `paths` are those of reports."""
    for entry in entries:
        for check in entry.checks:
            if check.verdict == "disagrees":
                span = next(
                    (
                        e.span
                        for e in entry.evidence
                        if e.span.report_id == check.report and e.role in ("figure", "act")
                    ),
                    None,
                )
                yield Note("account", paths[check.report], "warning", f"{_subject(entry)}: {check.because}", span)


def _subject(entry: Entry) -> str:
    """What is doubted: the figure, or who talked."""
    value = entry.value
    if isinstance(value, Figure):
        return figure_text(value)
    return f"the talk of {listed(a.name for a in (*value.who, *value.whom))}" if isinstance(value, Event) else entry.id
