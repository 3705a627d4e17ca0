"""Small sets of made-up reports as accounts, for tests of what is one line and what is two."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import wirecopy
from wirecopy.model import Entry
from wirecopy.run.account import OpenAccount

# Something of its own for each report, so that no two are copies of each other.
TAILS = (
    "The harbour was calm. Fishermen mended their nets on the quay, and the ferry left an hour late. A school choir sang.",
    "Snow fell on the hills all night. Ploughs kept the pass open; two lorries slid into a ditch near the old toll house.",
    "The museum opened a new wing with clay pots. Visitors queued in the rain until noon, and the cafe ran out of soup.",
)
ROLES = ("act", "words", "figure", "action")


def told(folder: Path, reports: Sequence[tuple[str, str]]) -> OpenAccount:
    """An account of reports, each with its day (none where it is "") and its text; the caller closes it."""
    for number, (day, text) in enumerate(reports):
        head = f"date {day}\n\n" if day else ""
        (folder / f"{number}.txt").write_text(f"{head}{text}\n\n{TAILS[number]}\n", encoding="utf8")
    account = wirecopy.open(str(folder / "a.db"))
    account.read([str(folder / f"{number}.txt") for number in range(len(reports))])
    return account


def line_of(account: OpenAccount, kind: str, number: int, words: str) -> Entry:
    """The entry of a kind with evidence at these words of the report of this number."""
    report = account.reports[number]
    start = report.text.index(words)
    for entry in getattr(account, f"{kind}s"):
        for piece in entry.evidence:
            inside = piece.role in ROLES and piece.span.report_id == report.id
            if inside and piece.span.start < start + len(words) and start < piece.span.end:
                return entry
    raise AssertionError(f"no {kind} at {words!r} in report {number}")
