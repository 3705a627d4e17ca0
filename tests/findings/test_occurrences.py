"""What happened beside politics: which words of a report tell of an occurrence, and what a report of politics leaves out."""

from __future__ import annotations

import pytest

import wirecopy
from wirecopy.model import Event
from wirecopy.words import load

POLITICS = (
    "Norway imposed sanctions on Chad on Monday. Chad condemned the sanctions and expelled the Norwegian ambassador. "
    "Norway warned Chad that it would close its embassy. {}"
)


def occurrences(text: str) -> list[tuple[str, str | None, str]]:
    """(words of the trigger, class of news, status) of each event without an act."""
    reading = wirecopy.read(text, published="2011-06-01")
    found = [(c, c.finding) for c in reading.events if isinstance(c.finding, Event) and c.finding.act is None]
    found.sort(key=lambda pair: pair[0].spans["act"])
    return [(reading.report.text[c.spans["act"][0].start : c.spans["act"][0].end], e.mode, e.status) for c, e in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thieves robbed a jeweller in Bergen.", [("robbed", "crime", "happened")]),
        (
            "The trial of the baker will open in March.",
            [("trial", "justice", "scheduled"), ("open", None, "scheduled")],
        ),
        ("A quake damaged the old bridge.", [("quake", "nature", "happened"), ("damaged", None, "happened")]),
        ("A candle may have burned the barn.", [("burned", "accident", "possible")]),
        ("No bakery burned.", [("burned", "accident", "denied")]),
        ("The baker appeared in court in Bergen.", [("appeared", "justice", "happened")]),
        ("Ana Paz introduced a bill on Monday.", [("introduced", "law", "happened")]),
        ("A helicopter disappeared near Bergen.", [("disappeared", "accident", "happened")]),
        ("Rescuers reached the wreck.", [("reached", "rescue", "happened")]),
        ("The firm found large deposits in the north.", [("found", "resources", "happened")]),
        ("The island declared independence.", [("declared", "independence", "happened")]),
        ("Ana Paz entered the mayoral race on Monday.", [("entered", "choice", "happened")]),
        ("Ana Paz dropped out of the mayoral race on Monday.", [("dropped", "choice", "happened")]),
        ("Ana Paz suspended her campaign on Monday.", [("suspended", "choice", "happened")]),
        ("The plumber executed the plan.", []),
        ("The mayor said that the bridge is old.", []),
        ("The baker may repaint his shop.", []),
    ],
    ids=lambda case: case[:30] if isinstance(case, str) else "",
)
def test_occurrences_of_a_sentence(text: str, told: list[tuple[str, str | None, str]]) -> None:
    assert occurrences(text) == told


def test_a_report_of_politics_tells_only_news_of_somebody() -> None:
    told = occurrences(POLITICS.format("Ola Berg, a fisherman, drowned near Bodo. The ambassador packed his bags."))
    assert told == [("drowned", "death", "happened")]


def test_the_same_words_are_told_elsewhere() -> None:
    told = occurrences("Ola Berg, a fisherman, drowned near Bodo. The ambassador packed his bags.")
    assert ("packed", None, "happened") in told


def test_what_is_quoted_in_politics_is_told_by_the_statement() -> None:
    assert occurrences(POLITICS.format("“Ola Berg died in our embassy,” the minister of Chad said.")) == []


def test_a_noun_and_its_verb_have_one_word() -> None:
    events = wirecopy.read("Thieves robbed a jeweller. The robbery took an hour.").events
    assert {e.finding.word for e in events if isinstance(e.finding, Event)} == {"rob"}


def test_an_act_has_a_word_too() -> None:
    (event,) = wirecopy.read("Police arrested two farmers.").events
    assert isinstance(event.finding, Event)
    assert (event.finding.act, event.finding.word) == ("COERCE", "arrest")


def test_no_word_is_both_told_and_silent() -> None:
    words = load("newsworthy")
    told = {lemma for group in words["classes"].values() for lemma in group["verbs"]}
    assert not told & set(words["silent"])


def test_a_word_is_alike_once() -> None:
    listed = [word for group in load("newsworthy")["alike"] for word in group]
    assert len(listed) == len(set(listed))
