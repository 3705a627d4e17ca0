"""Whom pronouns and descriptions mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import wirecopy
from wirecopy.language import parser
from wirecopy.language.actors import actors, references
from wirecopy.language.actors.cast import Named, settle
from wirecopy.language.actors.titles import fits
from wirecopy.model import Actor, Report

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


@pytest.mark.parametrize(
    ("description", "role", "does"),
    [
        ("leader", "president", True),
        ("minister", "foreign minister", True),
        ("premier", "prime minister", True),
        ("deputy minister", "deputy foreign minister", True),
        ("diplomat", "deputy foreign minister", True),
        ("foreign minister", "defence minister", False),
        ("foreign minister", "deputy foreign minister", False),
        ("president", "vice president", False),
        ("president", "spokesman", False),
        ("foreign deputy minister", "deputy foreign minister", False),
    ],
)
def test_a_description_fits_an_office(description: str, role: str, does: bool) -> None:
    assert fits(description, [role]) is does


def test_of_those_whom_one_phrase_means_the_first_stays_first() -> None:
    """A set of names would turn them with the seed of Python's hashes, and the account with them."""
    keys = ["f", "b", "e", "a", "d", "c", "g"]
    actors_ = {key: Actor(key, key.upper(), "person") for key in keys}
    report = Report("r", "d", "", "All seven left.", (), (), ())
    found = settle(report, [Named(0, 9, key, "both of them named before") for key in keys], actors_)
    assert [mention.actor.id for mention in found if mention.actor] == keys


def test_a_partys_name_within_a_societys_is_not_the_party() -> None:
    text = "Bor votes\n\nAna Paz was backed by Harbour Democrats, a society. On Monday Democrats kept quiet."
    found = [m.span.start for m in wirecopy.read(text).mentions if m.actor and m.actor.id == "democratic-party"]
    assert found == [text.index("Democrats kept")]
