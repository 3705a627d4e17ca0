"""Where what became of an appointment may stand: in reports of a language that is not analysed."""

from __future__ import annotations

from datetime import timedelta

from wirecopy.account.describe import listed
from wirecopy.account.lines import when_of
from wirecopy.model import Entry
from wirecopy.views.lineage import Lineage
from wirecopy.views.times import bounds

# After the last day of an appointment reports tell within so long what became of it.
SOON = timedelta(days=14)


def unread(entry: Entry, known: Lineage) -> str:
    """The reports of the days after an appointment that were not analysed: "not analysed: b.txt (de)"; "" where none is.

    Only of one of which no other report tells whether it took place.
    """
    planned = bounds(when_of(entry))
    if entry.state != "overdue" or planned is None:
        return ""
    printed = {report: bounds(known.published.get(report)) for report in known.foreign}
    later = (report for report, days in printed.items() if days and planned[1] <= days[1] <= planned[1] + SOON)
    names = sorted(f"{known.names[report]} ({known.foreign[report]})" for report in later)
    return f"not analysed: {listed(names)}" if names else ""
