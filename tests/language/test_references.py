"""Whom pronouns and descriptions mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wirecopy.language import actors, parser, references
from wirecopy.language.titles import fits
from wirecopy.model import Report

CASES = Path(__file__).parent.parent / "cases" / "references.yml"


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text(encoding="utf8")), ids=lambda case: case["text"][:40])
def test_references(case: dict[str, Any]) -> None:
    text = case["text"]
    report = Report("r", "d", "", text, (), (), ())
    doc = parser.load()(text)
    mentions = references.resolve(report, doc, actors.mentions(report, doc))
    for words, wanted in case["mentions"].items():
        start = text.index(words)
        found = {
            m.actor.id
            for m in mentions
            if m.actor and abs(m.span.start - start) <= 4 and m.span.end == start + len(words)
        }
        assert found == set([wanted] if isinstance(wanted, str) else wanted or []), words


def test_a_description_fits_an_office() -> None:
    assert fits("leader", ["president"])
    assert fits("minister", ["foreign minister"])
    assert fits("premier", ["prime minister"])
    assert not fits("foreign minister", ["defence minister"])
    assert not fits("president", ["spokesman"])
