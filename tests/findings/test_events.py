"""Events: which act, by whom, to whom; and sentences that tell of none."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wirecopy
from wirecopy.findings.acts.lexicon import CONDITIONS, TESTS, classes, nouns, verbs
from wirecopy.model import Event
from wirecopy.words import load

FILES = [Path(__file__).parents[1] / "cases" / name for name in ("events.yml", "wire_events.yml")]
CASES: list[dict[str, Any]] = [case for file in FILES for case in yaml.safe_load(file.read_text(encoding="utf8"))]
ACTS = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"} | {
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}


def _events(text: str, published: str = "2011-06-01") -> list[tuple[Event, list[str]]]:
    reading = wirecopy.read(text, published=published)
    clean = reading.report.text
    return [
        (c.finding, [clean[s.start : s.end] for s in c.spans["act"]])
        for c in reading.events
        if isinstance(c.finding, Event) and c.finding.act
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_events_of_a_sentence(case: dict[str, Any]) -> None:
    found = _events(case["text"])
    assert [(event.act, event.status, words) for event, words in found] == [
        (gold["act"], gold["status"], gold["words"]) for gold in case["events"]
    ]
    for (event, _), gold in zip(found, case["events"], strict=True):
        for role in ("who", "whom", "where"):
            names = [actor.name for actor in getattr(event, role)]
            assert all(any(part in name for name in names) for part in gold.get(role, ())), (role, names)
        assert event.duration == gold.get("duration", event.duration)


def test_both_sides_of_a_talk_are_who_and_an_attack_has_sides() -> None:
    ((talk, _),) = _events("Norway held talks with Denmark.")
    assert ({actor.name for actor in talk.who}, talk.whom) == ({"Norway", "Denmark"}, ())
    ((attack, _),) = _events("Norway attacked Denmark.")
    assert ([a.name for a in attack.who], [a.name for a in attack.whom]) == (["Norway"], ["Denmark"])


def test_active_and_passive_have_the_same_sides() -> None:
    ((active, _),) = _events("Chad bombed Niger.")
    ((passive, _),) = _events("Niger was bombed by Chad.")
    assert (active.act, [a.name for a in active.who], [a.name for a in active.whom]) == (
        passive.act,
        [a.name for a in passive.who],
        [a.name for a in passive.whom],
    )


def test_a_talk_that_is_named_again_has_the_parties_told_before() -> None:
    found = _events(
        "Norway held talks with Denmark on Monday. The talks, which lasted two hours, came after a long winter."
    )
    assert [({a.name for a in event.who}, event.duration) for event, _ in found][-1] == ({"Norway", "Denmark"}, "PT2H")


def test_who_is_quoted_is_the_source() -> None:
    ((event, _),) = _events("“Niger bombed Chad,” French President Emmanuel Macron said.")
    assert [actor.name for actor in event.said_by] == ["Emmanuel Macron"]


def test_every_line_of_the_lexicon_names_an_act() -> None:
    for patterns in (*verbs().values(), *nouns().values()):
        assert {pattern.act for pattern in patterns} <= ACTS


def test_every_mark_of_a_line_is_known() -> None:
    known = TESTS | {"all", "back", "beside", "blow", "nowhom", "obj", "party", "received", "strong"}
    assert {mark for patterns in verbs().values() for pattern in patterns for mark in pattern.marks} <= known
    known = CONDITIONS | {"all", "weak", "whom"}
    assert {mark for patterns in nouns().values() for pattern in patterns for mark in pattern.marks} <= known


def test_every_class_that_a_line_names_exists() -> None:
    named = {
        word[1:] for lines in load("acts/verbs").values() for line in lines for word in line.split() if word[0] == "@"
    }
    assert named <= set(classes())


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for claim in wirecopy.read(text).events:
        assert isinstance(claim.finding, Event)
        assert claim.spans["act"]


def _only(text: str, published: str = "2011-06-01") -> Event:
    ((event, _),) = _events(text, published)
    return event


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Officials said that Norway had shelled a bridge near Bergen.", "Norway had shelled a bridge near Bergen"),
        (
            "As snow fell on the harbour, Norway shelled a bridge.",
            "As snow fell on the harbour, Norway shelled a bridge",
        ),
    ],
)
def test_what_is_quoted_is_the_clause_with_its_subject(text: str, what: str) -> None:
    assert _only(text).what == what


def test_a_verb_joined_to_what_was_declared_is_quoted_with_its_own_subject() -> None:
    text = "Norway and Sweden said that the ban on cod must be lifted without delay and agreed to meet again in Oslo in May"
    assert {event.what for event, _ in _events(f"{text}.", "2011-06-01")} == {text}


def test_long_words_are_cut_at_a_word() -> None:
    text = "Norway shelled a bridge near Bergen, " + "where the river is wide and the banks are high, " * 6
    event = _only(text.rstrip(", ") + ".")
    assert event.what is not None and event.what.endswith("…") and len(event.what) <= 140
    assert text.startswith(event.what[:-1]) and not text[len(event.what) - 1].isalpha()


@pytest.mark.parametrize(
    "text",
    [
        "Chad may ask Mali for help.",
        "Chad declined to comment.",
        "The envoy asked not to be named.",
        "Khan spoke to reporters.",
        "Khan spoke to NBC News' Jane Lane on Monday.",
        "The poet described the play as an attack on Mali.",
    ],
)
def test_what_says_nothing_is_no_line(text: str) -> None:
    assert _events(text) == []


def test_officials_of_two_states_stand_for_the_states() -> None:
    event = _only("Chadian and Malian negotiators will meet in Oslo on June 9.")
    assert {actor.name for actor in event.who} == {"Chad", "Mali"}


def test_a_group_that_is_given_a_name_is_that_group() -> None:
    event = _only("Khan consulted with the leaders of nine members, known as the Bucharest Nine, in Oslo.")
    assert "Bucharest Nine" in [actor.name for actor in event.who]


def test_talks_held_separately_are_several() -> None:
    found = _events("Chad will sit separately with envoys representing Mali, Niger and Togo on June 9.")
    assert [{actor.name for actor in event.who} for event, _ in found] in (
        [{"Chad", name} for name in names] for names in permutations(("Mali", "Niger", "Togo"))
    )


def test_one_act_told_by_two_words_of_a_sentence_is_one() -> None:
    found = _events("Norway stepped up its deliveries of arms to Chad by sending rifles.")
    assert [event.act for event, _ in found] == ["AID"]


def test_a_meeting_that_is_called_for_a_day_is_no_demand_too() -> None:
    found = _events("Norway's foreign minister called a meeting of the league's ambassadors for Monday.")
    assert [event.act for event, _ in found if event.act] == ["CONSULT"]


def test_the_subject_that_does_not_agree_is_not_taken() -> None:
    found = _events("Chad said that soldiers were massed at the border and has issued a warning to Mali.")
    warning = next(event for event, _ in found if event.act == "THREATEN")
    assert "soldiers" not in [actor.name for actor in warning.who]


def test_whom_a_verdict_reaches_is_whose_deed_it_is() -> None:
    assert [actor.name for actor in _only("Norway condemned Chad's decision.").whom] == ["Chad"]


def test_the_killed_of_a_killing_is_its_owner() -> None:
    ((event, _), *_rest) = _events("Omar Diallo's murder by soldiers shocked Chad.")
    assert [actor.name for actor in event.whom] == ["Omar Diallo"]


def test_a_group_that_is_described_has_a_name() -> None:
    text = "Two men died and hundreds more are wounded, the clinic said. Six rebels fled, and dozens more were wounded."
    named = [actor.name for claim in wirecopy.read(text).events for actor in claim.finding.who + claim.finding.whom]  # type: ignore[union-attr]
    assert named
    assert all(name.strip() for name in named)
