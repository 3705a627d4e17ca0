"""The diary: meetings, exercises and visits with their places and days, and what is called off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import wirecopy
from wirecopy.model import Event, Moment

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/agenda.yml").read_text(encoding="utf8")
)


def _days(when: object) -> str | None:
    if not isinstance(when, Moment):
        return None
    first, last = (when.earliest or "")[:10], (when.latest or "")[:10]
    return first if first == last else f"{first}/{last}"


def _told(text: str) -> list[Event]:
    found = (claim.finding for claim in wirecopy.read(text, published="2011-06-01").events)
    events = [event for event in found if isinstance(event, Event) and event.act in ("CONSULT", "MOBILIZE", None)]
    return sorted((e for e in events if e.mode != "visit" or e.status == "scheduled"), key=lambda e: e.status)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_what_is_to_be_held(case: dict[str, Any]) -> None:
    told = _told(case["text"])
    for gold in case["events"]:
        fits = [
            event
            for event in told
            if (event.act, event.status, _days(event.when)) == (gold["act"], gold["status"], gold["day"])
            and gold.get("mode", event.mode) == event.mode
            and all(any(part in actor.name for actor in event.whom) for part in gold.get("whom", ()))
            and gold.get("where", "") in " ".join(place.name for place in event.where)
            and all(any(part in actor.name for actor in event.who) for part in gold.get("who", ()))
        ]
        assert fits, (gold, told)
    assert case["events"] or not any(event.status == "scheduled" or event.act for event in told), told


def test_the_call_that_was_planned_is_the_one_told_before() -> None:
    text = "Norway and Denmark held a call on Saturday. The call had been planned for Monday, a minister said."
    planned = [event for event in _told(text) if event.status == "scheduled"]
    assert [{actor.name for actor in event.who} for event in planned] == [{"Norway", "Denmark"}]
