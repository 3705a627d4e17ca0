"""Which threats, promises and demands of two reports are one line of the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import wirecopy
from wirecopy.model import Entry
from wirecopy.run.account import OpenAccount

# Something of its own for each report, so that no two are copies of each other.
TAILS = (
    "The harbour was calm. Fishermen mended their nets on the quay, and the ferry left an hour late. A school choir sang.",
    "Snow fell on the hills all night. Ploughs kept the pass open; two lorries slid into a ditch near the old toll house.",
)
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "same_commitment.yml").read_text(encoding="utf8"))


def line_of(account: OpenAccount, number: int, words: str) -> Entry:
    """The entry whose action, in the report of this number, has these words."""
    report = account.reports[number]
    start = report.text.index(words)
    for entry in account.commitments:
        for piece in entry.evidence:
            here = piece.role == "action" and piece.span.report_id == report.id
            if here and piece.span.start < start + len(words) and start < piece.span.end:
                return entry
    raise AssertionError(f"no commitment at {words!r} in report {number}")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_same_commitment(case: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, (day, text) in enumerate(case["reports"]):
        (folder / f"{number}.txt").write_text(f"date {day}\n\n{text}\n\n{TAILS[number]}\n", encoding="utf8")
    with wirecopy.open(str(tmp_path / "a.db")) as account:
        account.read(str(folder))
        for left, right in case.get("one", []):
            assert line_of(account, 0, left).id == line_of(account, 1, right).id
        for left, right in case.get("two", []):
            assert line_of(account, 0, left).id != line_of(account, 1, right).id


def test_a_communique_binds_the_state_that_issues_it() -> None:
    text = (
        "Ministry of Defence of Norway\nPress department\nOslo, 4 May 2003\n\nOn the end of the exercise\n\n"
        "The units of the northern brigade will return to their garrisons on Friday. Norway thanks the islanders.\n"
    )
    (promise,) = (claim.finding for claim in wirecopy.read(text).commitments)
    assert (promise.kind, [actor.name for actor in promise.by]) == ("promise", ["Norway"])
