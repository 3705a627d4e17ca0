"""Who is named: names, seats of government, titles, spellings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import wirecopy
from wirecopy.language import parser
from wirecopy.language.actors import actors, gazetteer, references
from wirecopy.language.actors.people import one_edit
from wirecopy.language.actors.who import actors_of, mention_of
from wirecopy.model import Mention, Passage, Report

CASES = Path(__file__).parent.parent / "cases"


PIECES = ["The", "US", "-", ",", "’s", "Putin", "and", "Kyiv", "he", "of", ".", "“", "it\n", "Minister", "al"]


def passage(text: str) -> Passage:
    report = Report("r", "d", "", text, (), (), ())
    doc = parser.load()(text)
    return Passage(report, doc, references.resolve(report, doc, actors.mentions(report, doc)), ())


def place(text: str, words: str) -> tuple[int, int]:
    said, _, nth = words.partition("@")
    at = -1
    for _ in range(int(nth or 1)):
        at = text.index(said, at + 1)
    return at, at + len(said)


def standing(read: Passage, words: str) -> set[str]:
    """The ids of the actors, states and persons at the words; of nested mentions those that fill them best."""
    start, end = place(read.report.text, words)
    over = [m for m in read.mentions if m.span.start < end and start < m.span.end and m.actor is not None]

    def misfit(mention: Mention) -> int:
        return abs(mention.span.start - start) + abs(mention.span.end - end)

    best = min(map(misfit, over), default=0)
    return {m.actor.id for m in over if m.actor is not None and misfit(m) == best}


def cases(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf8")))


@pytest.mark.parametrize("case", cases("actors"), ids=lambda case: case["text"][:40])
def test_names(case: dict[str, Any]) -> None:
    read = passage(case["text"])
    for words, key in case["mentions"].items():
        assert standing(read, words) == ({key} if key else set()), words
    known = {m.actor.id: m.actor for m in read.mentions if m.actor}
    for key, role in case.get("roles", {}).items():
        assert role in [r.role for r in known[key].roles]
    for key, country in case.get("countries", {}).items():
        assert known[key].country == country


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES)).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_mentions_inside_it(text: str) -> None:
    read = passage(text)
    one: dict[str, object] = {}
    for mention in read.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        if mention.actor is not None:
            assert one.setdefault(mention.actor.id, mention.actor) is mention.actor
    for token in read.doc:
        actors_of(read, token)
        mention_of(read, token)


def test_aliases_are_other_words_and_no_pronouns() -> None:
    read = passage("Vladimir Putin met Russia's governors. He said that Putin was well. The Russian president smiled.")
    (putin,) = {m.actor.id: m.actor for m in read.mentions if m.actor and m.actor.id == "vladimir-putin"}.values()
    assert putin.name == "Vladimir Putin"
    assert set(putin.aliases) == {"Putin", "Russian president"}


def test_conjuncts_and_possessors() -> None:
    read = passage("Joe Biden and Vladimir Putin spoke. Biden's aides listened, who were tired.")
    tokens = {token.text: token for token in read.doc}
    assert [a.id for a in actors_of(read, tokens["Biden"].doc[1])] == ["joe-biden", "vladimir-putin"]
    assert [a.kind for a in actors_of(read, tokens["aides"])] == ["group"]


def test_one_edit() -> None:
    assert one_edit("zelenskyy", "zelenskyyk")
    assert one_edit("merkel", "merkl")
    assert one_edit("putin", "ptuin")
    assert not one_edit("putin", "rutin")
    assert not one_edit("putin", "putin")
    assert not one_edit("merkel", "mrkl")


def test_the_gazetteer_is_whole() -> None:
    known = gazetteer.load()
    kinds = [actor.kind for actor in known.actors.values()]
    assert kinds.count("state") >= 195
    assert kinds.count("person") >= 2500
    assert kinds.count("place") >= 300
    states = {actor.id for actor in known.actors.values() if actor.kind == "state"}
    apart = {"HKG", "MAC", "ESH", "FLK", "GIB", "GRL", "PRI"}  # territories: of a country code, but no states here
    assert {a.country for a in known.actors.values() if a.country} <= states | apart


@pytest.mark.parametrize(
    ("text", "day", "holder"),
    [
        ("Britain's foreign secretary spoke in Riga.", "2021-12-09", "liz-truss"),
        ("Britain's foreign secretary spoke in Riga.", "2020-12-09", "dominic-raab"),
        ("The Norwegian foreign minister spoke in Riga.", "2022-01-20", "anniken-huitfeldt"),
        ("The US secretary of state spoke in Riga.", "2015-03-01", "john-kerry"),
    ],
)
def test_an_office_is_whose_it_was_on_the_day(text: str, day: str, holder: str) -> None:
    reading = wirecopy.read(text, published=day)
    assert holder in {mention.actor.id for mention in reading.mentions if mention.actor}


def test_three_offices_of_many_states_are_known() -> None:
    """Heads of state or government, foreign and defence ministers: a description leads to a name only where one is listed."""
    listed: dict[str, set[str]] = {}
    for of, office in gazetteer.load().holders:
        listed.setdefault(of, set()).add(office)
    heads = {"president", "prime minister", "chancellor", "king", "queen", "supreme leader", "emir"}
    whole = [of for of, held in listed.items() if held & heads and {"foreign minister", "defence minister"} <= held]
    assert len(whole) >= 60


def test_terms_of_office_are_in_order_and_name_what_exists() -> None:
    for actor in gazetteer.load().actors.values():
        for role in actor.roles:
            assert role.organisation is not None or actor.country in {"HKG"}, actor.name
            assert not (role.start and role.end) or role.start[:4] <= role.end[:4], actor.name
