"""Which claims of several reports are one line of the account: a table of small sets of reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from telling import line_of, told

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "same.yml").read_text(encoding="utf8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_same(case: dict[str, Any], tmp_path: Path) -> None:
    with told(tmp_path, case["reports"]) as account:
        for left, right in case.get("one", []):
            assert line_of(account, case["kind"], 0, left).id == line_of(account, case["kind"], 1, right).id
        for left, right in case.get("two", []):
            assert line_of(account, case["kind"], 0, left).id != line_of(account, case["kind"], 1, right).id


def test_what_one_sentence_quotes_twice_is_said_twice(tmp_path: Path) -> None:
    text = (
        "Talks are called\n\nThe call came “at the request of the harbour board,” Ion Grosu said on Monday, adding: "
        "“I cannot explain why the harbour board requested this call.”"
    )
    with told(tmp_path, [("2022-01-11", text)]) as account:
        first = line_of(account, "statement", 0, "at the request of")
        assert first.id != line_of(account, "statement", 0, "I cannot explain").id
