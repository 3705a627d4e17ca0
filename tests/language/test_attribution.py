"""Who is quoted as saying what: a table of sentences, and what must hold for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wirecopy.language import parser
from wirecopy.language.quotes import quotes
from wirecopy.language.speech import attribution
from wirecopy.model import Passage, Report
from wirecopy.notes import Notes

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent.parent / "cases" / "attribution.yml").read_text("utf8"))
PIECES = st.sampled_from(
    ["“", "”", '"', "''", ".", ",", ":", "—", "\n", "\n\n", " ", "He", "said", "that", "Roth", "according", "to", "we", "told",
     "called", "him", "a", "liar", "was", "quoted", "as", "saying", "the", "talks", "failed", "§", "😀", "\u200b"]
)  # fmt: skip


def read(text: str) -> Passage:
    """A passage without mentions and times."""
    report = Report("r", "d", "t", text, (), (), ())
    return attribution.attributed(Passage(report, parser.load()(text), (), ()), Notes())


@pytest.mark.parametrize("case", TABLE["quotes"], ids=lambda case: case["text"][:40])
def test_quoted_stretches(case: dict[str, Any]) -> None:
    assert [case["text"][q.start : q.end] for q in quotes(case["text"])] == case["found"]


@pytest.mark.parametrize("case", [c for c in TABLE["said"] if "said" in c], ids=lambda case: case["text"][:40])
def test_utterances(case: dict[str, Any]) -> None:
    passage = read(case["text"])
    assert len(passage.attributions) == len(case["said"])
    for found, wanted in zip(passage.attributions, case["said"], strict=True):
        got = {
            "speaker": passage.words(found.speaker_span) if found.speaker_span else None,
            "cue": passage.words(found.cue) if found.cue else None,
            "form": found.form,
            "words": [passage.words(span) for span in found.words],
        }
        assert {key: got[key] for key in wanted} == wanted


@pytest.mark.parametrize("case", [c for c in TABLE["said"] if "none" in c], ids=lambda case: case["text"][:40])
def test_no_utterance_of_that_cue(case: dict[str, Any]) -> None:
    passage = read(case["text"])
    assert case["none"] not in [passage.words(found.cue) for found in passage.attributions if found.cue]


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_text_is_read(pieces: list[str]) -> None:
    """Whatever the text: every span lies in it and has words, and no utterance is told twice."""
    text = " ".join(pieces)
    passage = read(text)
    for found in passage.attributions:
        assert found.words
        assert all(0 <= span.start < span.end <= len(text) for span in found.words)
    places = [found.words for found in passage.attributions]
    assert len(set(places)) == len(places)


@given(st.text(alphabet="“”\"' \n.,aB", max_size=60))
def test_quotes_are_ordered_and_apart(text: str) -> None:
    found = quotes(text)
    assert all(0 <= q.outer <= q.start <= q.end <= q.close <= len(text) for q in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
