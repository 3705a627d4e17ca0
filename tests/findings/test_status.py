"""Status: what the words around an act say of whether it happened."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import wirecopy
from wirecopy.findings.acts.status_words import degrees, embedders, negated_embedders
from wirecopy.findings.status.governing import FACTS, combine
from wirecopy.findings.status.status import certainty, status
from wirecopy.language import parser
from wirecopy.words import load

FOLDER = Path(__file__).parents[1] / "cases"
CASES: list[list[str]] = yaml.safe_load((FOLDER / "status.yml").read_text(encoding="utf8"))
WORDS: list[list[str]] = yaml.safe_load((FOLDER / "status_words.yml").read_text(encoding="utf8"))
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
    told = [getattr(finding, "status", None) for finding in found if getattr(finding, "act", None)]
    assert told == [status]


@pytest.mark.parametrize(("text", "word", "expected"), WORDS, ids=[f"{case[1]}: {case[0]}" for case in WORDS])
def test_status_of_what_a_word_names(text: str, word: str, expected: str) -> None:
    token = next(token for token in parser.load()(text) if token.text == word)
    assert status(token) == expected


def test_every_word_of_a_text_has_a_status_and_a_certainty() -> None:
    doc = parser.load()("\n\n".join(case[0] for case in WORDS))
    assert {status(token) for token in doc} <= set(degrees())
    assert all(-3 <= certainty(token) <= 3 for token in doc)


@pytest.mark.parametrize(
    ("surer", "less", "word"),
    [
        ("Peru attacked Chile.", "Peru will attack Chile.", "attack"),
        ("Peru will attack Chile.", "Peru may attack Chile.", "attack"),
        ("Peru may attack Chile.", "Peru did not attack Chile.", "attack"),
    ],
)
def test_certainty_falls_from_told_to_denied(surer: str, less: str, word: str) -> None:
    first, second = (
        next(certainty(token) for token in parser.load()(text) if token.lemma_ == word) for text in (surer, less)
    )
    assert first > second


def test_every_listed_word_is_a_word() -> None:
    """YAML takes a bare false, true, no or on for something else than a word, and the rule is never met."""
    lists = load("status")
    tables = [
        *lists["embed"].values(),
        *lists["negated"].values(),
        *(one for one in lists.values() if isinstance(one, list)),
    ]
    assert all(isinstance(word, str) for listed in tables for word in listed)
    assert embedders()["false"] == negated_embedders()["true"] == "denied"


@pytest.mark.parametrize("opening", WEAK)
@pytest.mark.parametrize("deed", ["had bombed a bridge", "would bomb a bridge", "was bombing a bridge"])
def test_nothing_weak_is_given_as_a_fact(opening: str, deed: str) -> None:
    reading = wirecopy.read(f"{opening} the Peruvian army {deed}.", published="2011-06-01")
    told = [c.finding for c in reading.events if getattr(c.finding, "act", None) == "ASSAULT"]
    assert told
    assert not FACTS & {getattr(finding, "status", None) for finding in told}


OPENINGS = (
    *WEAK,
    "There is no evidence that",
    "Nobody believes that",
    "Officials could not confirm that",
    "Rumours spread that",
    "Critics allege that",
    "It was falsely reported that",
    "There were unconfirmed reports that",
    "The ministry rejected the suggestion that",
    "It is not true that",
    "There is a danger that",
    "In the unlikely event that",
    "Provided that",
    "As long as",
    "It seems that",
    "The minister dismissed reports that",
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_no_word_is_a_fact_behind_a_weak_opening(opening: str) -> None:
    deeds = (
        "the army had bombed a bridge",
        "the army bombed a bridge",
        "a bridge was bombed",
        "rebels were bombing it",
    )
    for doc in parser.load().pipe(f"{opening} {deed}, Chile will act." for deed in deeds):
        (deed,) = (token for token in doc if token.lemma_ == "bomb")
        assert status(deed) not in FACTS, doc.text


def test_a_year_is_historical_only_well_before_the_story() -> None:
    def told(published: str | None) -> str:
        (claim,) = wirecopy.read("Peru attacked Chile in 2014.", published=published).events
        return str(getattr(claim.finding, "status", None))

    assert (told("2021-12-09"), told("2014-12-09"), told(None)) == ("historical", "happened", "historical")


def test_denial_and_refusal_outweigh_what_hangs_on_them() -> None:
    assert combine("happened", "denied") == "denied"
    assert combine("refused", "possible") == "refused"
    assert combine("happened", "scheduled") == "scheduled"
    assert combine(None, None) == "happened"
