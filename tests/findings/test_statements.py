"""Statements: chains of speakers, addressees, media and days."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml

import wirecopy
from wirecopy.findings import statements
from wirecopy.language import parser
from wirecopy.language.speech import attribution
from wirecopy.model import Actor, Claim, Expression, Mention, Passage, Report, Span, Statement
from wirecopy.notes import Notes

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "statements.yml").read_text("utf8")
)
DAYS = re.compile(r"\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b")


def found(case: dict[str, Any]) -> tuple[Claim, ...]:
    """The statements of a case, its names taken for actors and its weekdays for expressions of time."""
    text = case["text"]
    actors = {name: Actor(name.lower(), name, case.get("kind", "person")) for name in case["names"]}
    mentions = tuple(
        Mention(Span("r", m.start(), m.end()), actors[m[0]]) for m in re.finditer("|".join(case["names"]), text)
    )
    times = tuple(
        Expression(Span("r", m.start(), m.end()), m[0], "date", "weekday", value="XXXX-WXX-1")
        for m in DAYS.finditer(text)
    )
    passage = Passage(Report("r", "d", "t", text, (), (), ()), parser.load()(text), mentions, times)
    return tuple(statements.FINDER.find(attribution.attributed(passage, Notes()), Notes()))


@pytest.mark.parametrize(("third", "speaker"), [("", "Juan Paz and Rosa Quispe"), ("Ana Berg took notes. ", "parties")])
def test_the_parties_are_the_only_two_who_are_named(third: str, speaker: str) -> None:
    text = (
        "On Sunday President Rosa Quispe of Peru met President Juan Paz of Chile. The two presidents last spoke in May. "
        f"{third}The parties agreed to reopen the tunnel."
    )
    said = [claim.finding for claim in wirecopy.read(text).statements]
    assert [one.speaker.name for one in said if "tunnel" in one.words] == [speaker]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_statements(case: dict[str, Any]) -> None:
    claims = found(case)
    assert len(claims) == len(case["statements"])
    for claim, wanted in zip(claims, case["statements"], strict=True):
        said = claim.finding
        assert isinstance(said, Statement)
        got = {
            "speaker": said.speaker.name if said.speaker else None,
            "said_by": [actor.name for actor in said.said_by],
            "addressee": [actor.name for actor in said.addressee],
            "medium": said.medium,
            "when": said.when.said if said.when else None,
            "words": said.words,
        }
        assert {key: got[key] for key in wanted} == wanted


def test_a_claim_points_at_speaker_cue_and_words() -> None:
    (claim,) = found({"text": "The road is open, Haas said.", "names": ["Haas"]})
    assert claim.spans == {"speaker": (Span("r", 18, 22),), "cue": (Span("r", 23, 27),), "words": (Span("r", 0, 16),)}
    assert claim.rule == statements.FINDER.rule


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Haas has repeatedly denied that the bridge was mined.", "has repeatedly denied"),
        ("Haas told reporters that the bridge was mined.", "told reporters"),
        ("According to Haas, the bridge was mined at night.", "According to"),
        ("The bridge was mined at night, said Haas.", "said"),
        ("Haas warned of a dead end at the bridge.", "warned of"),
        ("Haas spoke on the wireless on Friday of a dead end at the bridge.", "spoke of"),
        ("Haas put it on Friday at 300 boats within sight of the bridge.", "put it at"),
        ("It was stated by Haas that the bridge would stay shut for good.", "stated"),
        ("Haas speaking quietly put the number of mines at 300.", "put"),
        ("“The bridge is mined,” Haas went on.", "went on"),
        ("Haas called for stronger walls at the bridge.", "called for"),
        ("Haas falsely claimed that the bridge was mined.", "falsely claimed"),
        ("Haas claimed wrongly that the bridge was mined.", "wrongly claimed"),
        ("Haas claimed, without evidence, that the bridge was mined.", "claimed without evidence"),
        ("Haas gave as his reasons the “hostile winter” and the state of the bridge.", "gave as his reasons"),
    ],
)
def test_a_cue_is_shown_with_its_helpers(text: str, cue: str) -> None:
    (claim,) = found({"text": text, "names": ["Haas"]})
    assert isinstance(claim.finding, Statement)
    assert claim.finding.cue == cue


def test_pieces_of_a_split_quote_are_one_statement() -> None:
    (claim,) = found({"text": "“If they march,” Haas said, “we march.”", "names": ["Haas"]})
    assert isinstance(claim.finding, Statement)
    assert claim.finding.words == "If they march, we march."
    assert len(claim.spans["words"]) == 2


@pytest.mark.parametrize(("kind", "speaks"), [("organisation", True), ("office", True), ("state", False)])
def test_a_body_speaks_in_a_headline_and_a_state_is_what_it_is_about(
    kind: Literal["organisation", "office", "state"], speaks: bool
) -> None:
    text = "Norrland: no plans to close the harbour"
    mentions = (Mention(Span("r", 0, 8), Actor("n", "Norrland", kind)),)
    passage = Passage(Report("r", "d", "t", text, (), (), ()), parser.load()(text), mentions, ())
    assert len(attribution.attributed(passage, Notes()).attributions) == speaks


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Governor Jan Haas spoke in the town hall. His campaign said that helpers would stay at home.",
         ["Jan Haas's campaign"]),
        ("Former Vice President Ola Brun met President Jan Haas. “This was a mistake,” the former vice president said.",
         ["Ola Brun"]),
        ("President Ana Paz of Peru rang President Jan Haas of Mali. The presidents said that the ferry would sail.",
         ["Ana Paz and Jan Haas"]),
        ("Envoy Jan Haas said the mill must close. Envoy Ana Paz met farmers and left. A third meeting was cancelled, "
         "two European envoys said.", ["Jan Haas", "European envoys"]),
        ("Peru will send 300 tents to Chad, the government said on Saturday.", ["Peru"]),
        ("The ferry sank, the Peruvian navy said. Nine drowned, according to its account.", ["Peruvian navy"] * 2),
        ("“The mill is closed,” said spokesman Tomas Theurer. “We wait,” Theurer said.",
         ["Tomas Theurer"] * 2),
        ("The widow’s lawyer Deke Lisbon said the mill was safe.\n\n“She is glad that it is over,” Lisbon said.",
         ["Deke Lisbon"] * 2),
        ("“We are tired of all the dust,” said Nadir Islam, a miners' rights organizer for Valleys Rising Up & Marching.",
         ["Nadir Islam"]),
        ("The letter to Channel Nine President Karl Vogel, signed by union adviser Tess Horn, alleged that he had lied.",
         ["Tess Horn"]),
        ("“It was a bad year,” wrote John Dorn, the chief.\n\nDorn & Associates said that the mill was safe.",
         ["John Dorn", "Dorn & Associates"]),
        ("“We wait,” Theurer said in the hall, responding to questions about the fact that miners are paid less.",
         ["Theurer"]),
        ("Owners like Theurer will have to promise the mill is safe.", []),
        ("Mayor Ada Horn had to admit the mill was unsafe.", ["Ada Horn"]),
        ("Coal board settles with Theurer for a large fine: report", []),
        ("Two aides in Gao said the minister was due on Tuesday. One of them, who asked not to be named, said he had a plan.",
         ["aides", "one of the aides"]),
    ],
)  # fmt: skip
def test_speakers_of_a_whole_report(text: str, speakers: list[str]) -> None:
    said = [claim.finding for claim in wirecopy.read(text).statements]
    assert [one.speaker.name for one in said if isinstance(one, Statement) and one.speaker] == speakers


def test_what_is_also_said_is_of_the_time_of_what_was_said_before() -> None:
    text = "In a call earlier this month, Ines Haas said the harbour would stay open. She also warned that tolls would rise."
    said = wirecopy.read(text, published="2011-06-21").statements
    days = [one.finding.when and one.finding.when.value for one in said]  # type: ignore[union-attr]
    assert days == ["2011-06", "2011-06"]


BULLETIN = """Office of the President of Peru
Press service
Lima, 3 May 2011

On the telephone conversation with the President of Chad

On 2 May President Ana Paz of Peru held a telephone conversation with President Omar Diallo of Chad.

Omar Diallo stressed that the canal would stay open. Ana Paz said that the tolls would fall.
"""


def test_a_bulletin_tells_what_the_other_side_said() -> None:
    said = [claim.finding for claim in wirecopy.read(BULLETIN, published="2011-05-03").statements]
    told = {
        one.speaker.name: [a.name for a in one.said_by] for one in said if isinstance(one, Statement) and one.speaker
    }
    assert told == {"Omar Diallo": ["Peru"], "Ana Paz": []}


def test_a_year_in_which_somebody_spoke_is_no_day_on_which_he_goes_on() -> None:
    text = "Ines Haas kept silent, telling the Post last year: “I do not discuss mayors.” She said that the harbour was shut."
    said = wirecopy.read(text, published="2011-06-01").statements
    days = [one.finding.when and one.finding.when.value for one in said]  # type: ignore[union-attr]
    assert days == ["2010", None]
