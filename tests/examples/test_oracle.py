"""The export of a perfect reader cites the reports: every piece of evidence is where it says."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "examples" / "winter-2021"
ENTRIES = ("events", "statements", "figures", "commitments", "appointments", "changes")


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The rows of each file that the oracle writes for the sample corpus."""
    out = tmp_path_factory.mktemp("oracle")
    subprocess.run([sys.executable, str(ROOT / "bench" / "oracle.py"), str(CORPUS), str(out)], check=True)
    lines = {path.stem: path.read_text(encoding="utf8").splitlines() for path in out.glob("*.jsonl")}
    return {kind: [json.loads(line) for line in rows] for kind, rows in lines.items()}


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("kind", ENTRIES)
def test_evidence_is_the_text_of_the_report_and_of_the_document(
    export: dict[str, list[dict[str, Any]]], kind: str
) -> None:
    texts = {row["id"]: row["text"] for row in export["reports"]}
    pieces = [piece for row in export[kind] for piece in row["evidence"]]
    assert pieces
    for piece in pieces:
        assert texts[piece["report"]][piece["start"] : piece["end"]] == piece["text"]
        if piece["document_start"] is not None:  # of a page only the clean text is known
            document = (CORPUS / "reports" / piece["path"]).read_text(encoding="utf8")
            assert letters(piece["text"]) in letters(document[piece["document_start"] : piece["document_end"]])


def test_a_copy_adds_a_report_and_no_origin(export: dict[str, list[dict[str, Any]]]) -> None:
    counts = {row["id"]: (row["reports"], row["origins"]) for row in export["events"]}
    assert counts["eu-summit"] == (2, 1)
    assert counts["geneva"] == (9, 7)


def test_figures_that_disagree_are_rivals_of_each_other(export: dict[str, list[dict[str, Any]]]) -> None:
    rivals = {row["id"]: set(row["rivals"]) for row in export["figures"]}
    assert any(rivals.values())
    assert all(one in rivals[other] for one, others in rivals.items() for other in others)
