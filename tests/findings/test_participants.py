"""Who did it, to whom and where, over a table of sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import wirecopy
from wirecopy.model import Event

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/participants.yml").read_text(encoding="utf8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_parties_of_an_act(case: dict[str, Any]) -> None:
    reading = wirecopy.read(case["text"], published="2021-11-10")
    events = [c.finding for c in reading.events if isinstance(c.finding, Event) and c.finding.act == case["act"]]
    assert events, case["act"]
    for role in ("who", "whom", "where"):
        if role in case:
            assert [actor.name for actor in getattr(events[-1], role)] == case[role], role


def test_a_story_told_in_other_words_has_the_same_parties() -> None:
    def parties(text: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
        reading = wirecopy.read(text, published="2021-11-10")
        found = (c.finding for c in reading.events if isinstance(c.finding, Event) and c.finding.act == "REQUEST")
        return {(tuple(a.name for a in event.who), tuple(a.name for a in event.whom)) for event in found}

    ways = ("Peru demanded that Chile leave.", "Peru urged Chile to leave.", "Chile must leave, Peru said.")
    assert len({frozenset(parties(text)) for text in ways}) == 1


def test_what_a_minister_announces_of_drills_is_his_states() -> None:
    text = "Tom Vela, Peru's defence minister, announced on Sunday that the exercises would be extended."
    found = (c.finding for c in wirecopy.read(text, published="2021-11-10").events if isinstance(c.finding, Event))
    assert ["Peru"] in [[actor.name for actor in event.who] for event in found if event.act == "MOBILIZE"]
