"""Acts in plain wire sentences and headlines, of every kind; and sentences that tell none."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import wirecopy

CASES: list[list[str | None]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "plain_acts.yml").read_text(encoding="utf8")
)


@pytest.mark.parametrize(("text", "act", "status"), CASES, ids=[str(case[0])[:40] for case in CASES])
def test_what_a_plain_sentence_tells(text: str, act: str | None, status: str | None) -> None:
    findings = [claim.finding for claim in wirecopy.read(text, published="1996-03-14").events]
    told = {(getattr(one, "act", None), getattr(one, "status", None)) for one in findings}
    acts = {one for one in told if one[0] is not None}
    assert (act, status) in acts if act else not acts
