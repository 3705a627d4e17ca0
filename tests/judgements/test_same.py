"""Which claims of several reports are one line of the account: a table of small sets of reports."""

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
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "same.yml").read_text(encoding="utf8"))


def line_of(account: OpenAccount, kind: str, number: int, words: str) -> Entry:
    """The entry with evidence at these words of the report of this number."""
    report = account.reports[number]
    start = report.text.index(words)
    for entry in getattr(account, f"{kind}s"):
        for piece in entry.evidence:
            inside = piece.role in ("act", "words", "figure", "action") and piece.span.report_id == report.id
            if inside and piece.span.start < start + len(words) and start < piece.span.end:
                return entry
    raise AssertionError(f"no {kind} at {words!r} in report {number}")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_same(case: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, (day, text) in enumerate(case["reports"]):
        (folder / f"{number}.txt").write_text(f"date {day}\n\n{text}\n\n{TAILS[number]}\n", encoding="utf8")
    with wirecopy.open(str(tmp_path / "a.db")) as account:
        account.read(str(folder))
        for left, right in case.get("one", []):
            assert line_of(account, case["kind"], 0, left).id == line_of(account, case["kind"], 1, right).id
        for left, right in case.get("two", []):
            assert line_of(account, case["kind"], 0, left).id != line_of(account, case["kind"], 1, right).id


def test_what_one_sentence_quotes_twice_is_said_twice(tmp_path: Path) -> None:
    text = (
        "Talks are called\n\nThe call came “at the request of the harbour board,” Ion Grosu said on Monday, adding: "
        "“I cannot explain why the harbour board requested this call.”\n\n" + TAILS[0]
    )
    (tmp_path / "a.txt").write_text(f"date 2022-01-11\n\n{text}\n")
    with wirecopy.open(str(tmp_path / "a.db")) as account:
        account.read(str(tmp_path / "a.txt"))
        first = line_of(account, "statement", 0, "at the request of")
        assert first.id != line_of(account, "statement", 0, "I cannot explain").id
