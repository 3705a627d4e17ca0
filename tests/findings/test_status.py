"""Status: what the words around an act say of whether it happened."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import wirecopy
from wirecopy.findings.status import FACTS, combine

CASES: list[list[str]] = yaml.safe_load((Path(__file__).parents[1] / "cases/status.yml").read_text(encoding="utf8"))
WEAK = (
    "Peru denied that",
    "Bolivia fears that",
    "It is unclear whether",
    "Bolivia warned that if",
    "Bolivia doubts that",
)


@pytest.mark.parametrize(("text", "word", "status"), CASES, ids=[case[0] for case in CASES])
def test_status_of_an_act(text: str, word: str, status: str) -> None:
    reading = wirecopy.read(text, published="2011-06-01")
    clean = reading.report.text
    found = [c.finding for c in reading.events if any(word in clean[s.start : s.end] for s in c.spans["act"])]
    assert [getattr(finding, "status", None) for finding in found] == [status]


@pytest.mark.parametrize("opening", WEAK)
@pytest.mark.parametrize("deed", ["had bombed a bridge", "would bomb a bridge", "was bombing a bridge"])
def test_nothing_weak_is_given_as_a_fact(opening: str, deed: str) -> None:
    reading = wirecopy.read(f"{opening} the Peruvian army {deed}.", published="2011-06-01")
    told = [c.finding for c in reading.events if getattr(c.finding, "act", None) == "ASSAULT"]
    assert told
    assert not FACTS & {getattr(finding, "status", None) for finding in told}


def test_a_year_is_historical_only_well_before_the_story() -> None:
    def status(published: str | None) -> str:
        (claim,) = wirecopy.read("Peru attacked Chile in 2014.", published=published).events
        return str(getattr(claim.finding, "status", None))

    assert (status("2021-12-09"), status("2014-12-09"), status(None)) == ("historical", "happened", "historical")


def test_denial_and_refusal_outweigh_what_hangs_on_them() -> None:
    assert combine("happened", "denied") == "denied"
    assert combine("refused", "possible") == "refused"
    assert combine("happened", "scheduled") == "scheduled"
    assert combine(None, None) == "happened"
