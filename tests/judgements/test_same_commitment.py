"""Which threats, promises and demands of two reports are one line of the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import wirecopy
from telling import line_of, told

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "same_commitment.yml").read_text(encoding="utf8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_same_commitment(case: dict[str, Any], tmp_path: Path) -> None:
    with told(tmp_path, case["reports"]) as account:
        for left, right in case.get("one", []):
            assert line_of(account, "commitment", 0, left).id == line_of(account, "commitment", 1, right).id
        for left, right in case.get("two", []):
            assert line_of(account, "commitment", 0, left).id != line_of(account, "commitment", 1, right).id


def test_a_communique_binds_the_state_that_issues_it() -> None:
    text = (
        "Ministry of Defence of Norway\nPress department\nOslo, 4 May 2003\n\nOn the end of the exercise\n\n"
        "The units of the northern brigade will return to their garrisons on Friday. Norway thanks the islanders.\n"
    )
    (promise,) = (claim.finding for claim in wirecopy.read(text).commitments)
    assert (promise.kind, [actor.name for actor in promise.by]) == ("promise", ["Norway"])


def test_what_a_bulletin_tells_of_the_other_side_stands_on_its_word() -> None:
    text = (
        "Ministry of Foreign Affairs of Norway\nPress department\nOslo, 4 May 2003\n\nOn a call to Kenya\n\n"
        "On 3 May the Prime Minister of Norway spoke with Kenyan President William Ruto by telephone.\n\n"
        "William Ruto said that Kenya would send 300 tents to Norway.\n"
    )
    (promise,) = (claim.finding for claim in wirecopy.read(text).commitments)
    assert [actor.name for actor in promise.by] == ["Kenya"]
    assert [actor.name for actor in promise.said_by] == ["William Ruto", "Norway"]
