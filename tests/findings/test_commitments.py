"""Commitments: who binds himself to what, on which condition; and sentences in which nobody does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import wirecopy

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/commitments.yml").read_text(encoding="utf8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_commitments_of_a_sentence(case: dict[str, Any]) -> None:
    reading = wirecopy.read(case["text"], published="2003-05-06")
    found = sorted((claim.finding for claim in reading.commitments), key=lambda f: f.kind)
    assert [f.kind for f in found] == [gold["kind"] for gold in case["commitments"]]
    for finding, gold in zip(found, case["commitments"], strict=True):
        assert (finding.action, finding.condition) == (gold.get("action"), gold.get("condition"))
        assert gold["by"] in [actor.name for actor in finding.by]
        if "to" in gold:
            assert [actor.name for actor in finding.to] == [gold["to"]]
        if "deadline" in gold and gold["deadline"] is None:
            assert finding.deadline is None
        elif "deadline" in gold:
            assert finding.deadline is not None
            assert gold["deadline"].endswith(finding.deadline.said)


def test_spans_are_the_words() -> None:
    reading = wirecopy.read("Peru threatened to close the strait if Chile moved its fleet.")
    (claim,) = reading.commitments
    text = reading.report.text
    words = {role: [text[span.start : span.end] for span in spans] for role, spans in claim.spans.items()}
    assert words == {
        "action": ["close the strait"],
        "condition": ["if Chile moved its fleet"],
        "by": ["Peru"],
        "to": ["Chile"],
    }


def test_who_tells_of_an_assurance_that_another_gave_is_named() -> None:
    (claim,) = wirecopy.read(
        "Chile's president Rosa Quispe spoke to reporters. According to her, Peru's president Juan Paz gave the assurance that "
        "Peru would not close the strait."
    ).commitments
    assert [actor.name for actor in claim.finding.by] == ["Juan Paz"]
    assert [actor.name for actor in claim.finding.said_by] == ["Rosa Quispe"]


def test_one_utterance_one_commitment() -> None:
    reading = wirecopy.read(
        "Peru demanded that Chile must leave the bay, and Peru demanded that Chile must leave the bay."
    )
    places = [claim.spans["action"][0] for claim in reading.commitments]
    assert len(places) == len(set(places)) == 2


def test_each_red_line_is_its_own() -> None:
    reading = wirecopy.read(
        "President Ana Duarte warned that foreign bases in the delta, as well as flights over the capital, are red lines."
    )
    lines = {claim.finding.condition for claim in reading.commitments if claim.finding.kind == "red line"}
    assert lines == {"foreign bases in the delta", "flights over the capital"}


@pytest.mark.parametrize(
    "text",
    [
        "if",
        "Unless.",
        "Should should should",
        "“Stop",
        "or else, if not",
        "red line",
        "No. Will.",
        "in case of in case of",
    ],
)
def test_odd_texts_are_read(text: str) -> None:
    assert wirecopy.read(text).commitments == ()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Norway will send 300 tents to Chad on Friday, the minister said on Tuesday.", "Tuesday"),
        ("Chad will withdraw from the town as soon as the river falls, a spokesman said, probably on Friday.", None),
    ],
)
def test_the_time_of_the_deed_is_not_that_of_the_words(text: str, when: str | None) -> None:
    (promise,) = (claim.finding for claim in wirecopy.read(text, published="2003-05-06").commitments)
    assert (promise.when.said if promise.when else None) == when
