"""The day of what is told without a day of its own: a table of small reports, and what must hold for any text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wirecopy.language import parser
from wirecopy.language.days import tense
from wirecopy.language.days.frames import frame_of
from wirecopy.model import Block, Passage, Report, Span
from wirecopy.moments import grammar

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent.parent / "cases" / "frames.yml").read_text("utf8"))
PIECES = st.sampled_from(
    ["On Friday", "he said", "in 2014", "will go", "“", "”", ".", "\n\n", "The army", "left", "yesterday", ","]
)


def read(text: str) -> Passage:
    """A passage of paragraphs, without mentions."""
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    report = Report("r", "d", "t", text, (), (), blocks)
    doc = parser.load()(text)
    return Passage(report, doc, (), tense.directed(doc, grammar.expressions(report)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_day_of_a_verb(case: dict[str, Any]) -> None:
    found = frame_of(read(case["text"]), case["text"].index(case["at"]))
    assert (found.said if found else None) == case["day"]


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_any_text_has_a_day_of_its_own_or_none(pieces: list[str]) -> None:
    """Whatever the text: a frame is one of its expressions, and asking again gives the same."""
    text = " ".join(pieces)
    passage = read(text)
    for at in range(0, len(text), 7):
        found = frame_of(passage, at)
        assert found is None or found in passage.expressions
        assert found is None or isinstance(found.span, Span)
        assert frame_of(passage, at) == found
