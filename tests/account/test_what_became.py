"""What became of commitments, from the reports' words to the state: small stories of what was said and what followed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from telling import told
from wirecopy.views.ledger import ledger_rows

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "outcomes.yml").read_text(encoding="utf8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_became_of_a_commitment(case: dict[str, Any], tmp_path: Path) -> None:
    with told(tmp_path, [(str(day), text) for day, text in case["reports"]]) as account:
        rows = [row for row in ledger_rows(account) if case["words"] in str(row["action"])]
        rows = [row for row in rows if row["kind"] == case.get("kind", row["kind"])]
        assert {row["state"] for row in rows} == {case["state"]}
        assert case.get("because", "") in rows[0]["because"]
