"""The status that a line shows, and how it came to it along the reports."""

from __future__ import annotations

from collections.abc import Sequence

from wirecopy.judgements.told import Told
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Event, Figure

# A status that was told in one report beside others: what is sure comes before what is arranged or imagined.
STATUS_ORDER = ("happened", "ongoing", "historical", "refused", "denied", "scheduled", "possible", "conditional")


def latest_status(group: Sequence[Told]) -> str:
    """The status that the latest report tells; where one report tells several, the surest.

    A report without a date is the latest of none: its plan does not undo what a dated one tells as done.
    """
    group = [told for told in group if told.report.published] or group
    last = max(told.order[:2] for told in group)
    status = min((status_of(told) for told in group if told.order[:2] == last), key=STATUS_ORDER.index)
    # What one report calls history is history in the others too, though they may tell it as any past deed.
    return "historical" if status == "happened" and any(status_of(told) == "historical" for told in group) else status


def status_of(told: Told) -> str:
    """The status of a claim that has one."""
    finding = told.finding
    return finding.status if isinstance(finding, Event | Figure) else "happened"


def history(group: Sequence[Told]) -> tuple[tuple[str | None, str, str], ...]:
    """(publication day or None, status, report) of each change along the reports: arranged → done, but not may → would."""
    steps: list[tuple[str | None, str, str]] = []
    reports: dict[str, list[Told]] = {}
    for told in sorted(group, key=lambda t: t.order):
        reports.setdefault(told.report.id, []).append(told)
    for report_id, tellers in reports.items():
        published = tellers[0].report.published
        status = latest_status(tellers)
        if not steps or WORLDS[steps[-1][1]] != WORLDS[status]:
            steps.append((published.value if published else None, status, report_id))
    return tuple(steps) if len(steps) > 1 else ()
