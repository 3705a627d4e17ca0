"""The day that each kind of finding is told for: a table of sentences, with the days that they must not be given."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import wirecopy
from wirecopy.model import Figure, Moment

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "days_of_acts.yml").read_text(encoding="utf8"))
ROLES = {"event": "act", "statement": "words", "figure": "figure"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['words']}: {case['text'][:50]}")
def test_the_day_of_a_finding(case: dict[str, Any]) -> None:
    reading = wirecopy.read(f"Crisis goes on\n\n{case['text']}", published=str(case["published"]))
    text, words = reading.report.text, str(case["words"])
    at = text.index(words)
    found = {
        finding.as_of if isinstance(finding := claim.finding, Figure) else getattr(finding, "when", None)
        for claim in reading.claims
        if claim.kind == case["kind"]
        and any(span.start < at + len(words) and at < span.end for span in claim.spans[ROLES[claim.kind]])
    }
    (when,) = found
    if "month" in case:
        assert isinstance(when, Moment)
        assert when.value == case["month"]
    elif "span" in case:
        assert isinstance(when, Moment)
        assert [str(when.earliest)[:10], str(when.latest)[:10]] == [day.isoformat() for day in case["span"]]
    elif case["day"] is None:
        assert when is None
    else:
        assert isinstance(when, Moment)
        assert isinstance(case["day"], date)
        assert {str(when.earliest)[:10], str(when.latest)[:10]} == {case["day"].isoformat()}
