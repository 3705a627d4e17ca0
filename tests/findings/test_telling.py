"""The day that one place of a report gives to what another tells."""

from __future__ import annotations

import pytest

import wirecopy
from wirecopy.model import Event, Moment

STORY = "{title}\n\nBy Ada Moen\n\nLAGOS, Feb 24 (Wire) - Kenya invaded Mali by land and air on Thursday, the government said."
TALKS = "Ada Moen of Norway and Juan Soto of Peru spoke by telephone on Tuesday. "


def _days(text: str, act: str) -> list[str | None]:
    """The days of the events of an act, in text order; None for those without."""
    found = (claim.finding for claim in wirecopy.read(text, published="2022-02-25").events)
    times = [one.when for one in found if isinstance(one, Event) and one.act == act]
    return [time.earliest if isinstance(time, Moment) else None for time in times]


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Kenya invades Mali from three sides", ["2022-02-24", "2022-02-24"]),
        ("Kenya invades Niger from three sides", [None, "2022-02-24"]),
    ],
)
def test_a_headline_has_the_day_of_the_same_deed_below_it(title: str, days: list[str | None]) -> None:
    assert _days(STORY.format(title=title), "ASSAULT") == days


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("A spokesman said that Moen had urged Soto to withdraw.", "2022-02-22"),
        ("A spokesman said that Moen had called it late and had urged Soto to withdraw.", "2022-02-22"),
        ("A spokesman said that Moen had urged Mali to withdraw.", None),
        ("Moen and Soto met on Wednesday. A spokesman said that Moen had urged Soto to withdraw.", None),
    ],
)
def test_what_was_said_in_talks_has_their_day(told: str, day: str | None) -> None:
    assert _days(TALKS + told, "REQUEST") == [day]


def test_what_is_joined_below_an_infinitive_is_said_in_the_talks_as_well() -> None:
    told = "A spokesman said that Moen had urged Soto to lower tensions and had told him that Peru would pay a heavy price."
    assert _days(f"{TALKS}\n\n{told}", "THREATEN") == ["2022-02-22"]


def test_who_is_called_after_the_talks_is_called_that_day() -> None:
    told = f"{TALKS}\n\nOn Thursday the markets fell.\n\nAfter the call Ms Moen briefed the leaders of Chad and Mali."
    assert _days(told, "CONSULT")[-1] == "2022-02-22"


STORY_OF_TALKS = (
    "{title}\n\nBy Ada Lund\n\nFor two hours on Tuesday the envoys of Norway and of Peru argued over the islands."
)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Norway and Peru hold talks", "2022-02-22"),
        ("Norway and Mali hold talks", None),
    ],
)
def test_talks_of_a_headline_have_the_day_of_the_sentence_that_names_both(title: str, day: str | None) -> None:
    assert _days(STORY_OF_TALKS.format(title=title), "CONSULT")[0] == day


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("The call came at his request, and it began at noon on Tuesday. ", "2022-02-22"),
        ("The storm came from the north, and it began at noon on Tuesday. ", None),
    ],
)
def test_what_had_been_said_belongs_to_the_talks_of_the_lead(lead: str, day: str | None) -> None:
    told = f"{lead}\n\nA spokesman of Norway said that Ada Moen had urged Juan Soto to withdraw."
    assert _days(told, "REQUEST")[-1] == day


SAID = "\n\nThe minister said on Thursday that the matter was closed."


@pytest.mark.parametrize(
    ("first", "act", "day"),
    [
        ("Norway has banned the party, which was founded in May.", "COERCE", "2022-02-24"),
        ("Norway has banned two parties this year.", "COERCE", "2022-01-01"),
        ("Norway has massed 3,000 troops on the border of Peru.", "MOBILIZE", None),
        ("Islands were the question at Norwegian President Ada Moen's press conference.", "CONSULT", "2022-02-24"),
    ],
)
def test_what_the_first_sentence_tells_as_news_has_the_day_of_the_story(first: str, act: str, day: str | None) -> None:
    assert _days(first + SAID, act)[:1] == [day]


def test_an_old_story_gives_its_day_to_no_news() -> None:
    told = "Norway has banned the party.\n\nThe minister said on Monday that the matter was closed."
    assert _days(told, "COERCE") == [None]


def test_what_is_said_in_between_to_be_told_has_the_day_of_the_talks() -> None:
    told = f"{TALKS}\n\nMr Soto, it said, urged Ms Moen to withdraw."
    assert _days(told, "REQUEST") == ["2022-02-22"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("President Ada Moen said on Thursday that Peru had lied.", "2022-02-24"),
        ("President Juan Soto said on Thursday that Norway had lied.", None),  # another one's words
    ],
)
def test_a_headlines_speaker_has_the_day_on_which_the_story_has_him_speak(said: str, day: str | None) -> None:
    assert _days(f"Ada Moen urges Peru to withdraw its troops\n\n{said}", "REQUEST")[0] == day
