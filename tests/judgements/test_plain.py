"""What a claim must tell in its report's own words where no states meet, and what in it is taken back as a guess."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from wirecopy.judgements.telling.plain import is_column, is_plain, plain
from wirecopy.judgements.telling.unguessed import without_guesses
from wirecopy.judgements.told import Told
from wirecopy.model import (
    Actor,
    Block,
    Claim,
    Commitment,
    Event,
    Figure,
    Finding,
    Moment,
    Report,
    Span,
    Statement,
    claim,
)

PAZ = Actor("person:ana-paz", "Ana Paz", "person", "TCD")
BERG = Actor("person:liv-berg", "Liv Berg", "person")
COURT = Actor("organisation:high-court", "High Court", "organisation", "TCD")
CREW = Actor("group:paz-crew", "Ana Paz's crew", "group", anonymous=True)
CHAD = Actor("TCD", "Chad", "state", "TCD")
MALI = Actor("MLI", "Mali", "state", "MLI")
DAY = Moment("2021-05-05", "2021-05-05", "2021-05-05", "stated", "Wednesday")
YEARS_AGO = Moment("2017", "2017-01-01", "2017-12-31", "stated", "2017")
AUTUMN = Moment("2021-10", "2021-10-01", "2021-10-31", "stated", "October")
OUT = Moment("2021-05-06", "2021-05-06", "2021-05-06", "stated", "")


def some(name: str) -> Actor:
    return Actor(f"group:{name.lower().replace(' ', '-')}", name, "group", anonymous=True)


def told(finding: Finding, text: str = "", **words: str) -> Told:
    """A claim of a report with the text; `words` are those of its spans by role."""
    report = Report("r", "d", "r.txt", text, (), (), (), published=OUT)
    spans = {role: (Span("r", text.index(said), text.index(said) + len(said)),) for role, said in words.items()}
    made: Claim = claim(finding, spans or {"all": (Span("r", 0, 1),)}, "test@1")
    place = min((span.start for (span,) in spans.values()), default=0)
    return Told(made, finding, report, frozenset(), place)


def said(words: str, cue: str = "said", speaker: Actor = PAZ, form: str = "indirect", **more: Moment) -> Statement:
    return Statement(speaker, words, form, cue=cue, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("statement", "text", "is_line"),
    [
        (said("the ferry would sail again on Friday"), "", True),
        (said("the ferry would sail again on Friday", "feared"), "", False),
        (said("the ferry would sail again on Friday", "would say"), "", False),
        (said("the ferry would sail again on Friday", "has already said"), "", False),
        (said("the ferry would sail again on Friday", when=YEARS_AGO), "", False),
        (said("the ferry would sail again on Friday", speaker=some("victims")), "", False),
        (said("the ferry would sail again on Friday", speaker=some("Surveys")), "the surveys", False),
        (said("the ferry would sail again on Friday", speaker=some("Ferrylines")), "the ferry", True),
        (said("I don't kid"), "", False),
        (said("he does not regret the timing of"), "", False),
        (said("would make the harbour safer for all", "say"), "", False),
        (said("in announcing that no charges would be brought"), "", False),
        (said("In announcing that, we kept our word", form="direct"), "", True),
        (said("the ferry would sail again on Friday", speaker=some("Monday's gales")), "", False),
        (said("the ferry would sail again on Friday", speaker=some("federal judge")), "", True),
        (said("the new pier and all its faults", "describing"), "", False),
        (said("Paz made no case but for what hurts the poor"), "", False),
        (said("the mayor's two old nominees", "confirmed"), "", False),
    ],
)
def test_what_makes_a_statement_at_home(statement: Statement, text: str, is_line: bool) -> None:
    assert is_plain(told(statement, text), False) is is_line


def test_a_name_in_a_phrase_is_no_speaker() -> None:
    text = "Delays in High Court add to the costs, Paz said."
    assert not is_plain(told(said("to the costs of all who wait", "add", COURT), text, speaker="High Court"), False)


@pytest.mark.parametrize(
    ("text", "cue", "is_line"),
    [
        ("Paz said the ferry would sail.", "said", True),
        ("Some posts claim that Paz said the ferry would sail.", "said", False),
        ("False claim: Paz says the ferry would sail.", "says", False),
        ("It rains since Paz said the ferry would sail.", "said", False),
        ("They used a film to suggest the ferry would sail.", "suggest", False),
        ("Paz went on to say the ferry would sail.", "say", True),
        ("Paz told a paper at the time the ferry would sail.", "told", False),
        ("A study co-written by Paz says the ferry would sail.", "written", False),
    ],
)
def test_words_that_somebody_else_claims_or_said_long_ago_are_no_line(text: str, cue: str, is_line: bool) -> None:
    assert is_plain(told(said("that the ferry would sail", cue), text, cue=cue), False) is is_line


def test_a_description_of_somebody_and_a_name_that_only_describes_are_no_speakers() -> None:
    text = "The state senator said it. U.S. and Malian growers say so."
    senator = Actor("person:state-senator", "state senator", "person", anonymous=True)
    assert not is_plain(
        told(said("the ferry would sail again on Friday", speaker=senator), text, speaker="state senator"), False
    )
    assert not is_plain(told(said("the ferry would sail again on Friday", speaker=CHAD), text, speaker="U.S"), False)


@pytest.mark.parametrize(
    ("commitment", "text", "is_line"),
    [
        (Commitment("promise", (PAZ,), action="reopen the ferry line this week"), "", True),
        (Commitment("promise", (PAZ,), action="reopen it"), "", False),
        (Commitment("refusal", (PAZ,), action="rest", condition="until all ferries sail"), "", False),
        (Commitment("refusal", (PAZ,), action="wouldn't stand up in court"), "", False),
        (Commitment("promise", (PAZ,), action="women who are known to be ill"), "", False),
        (Commitment("promise", (PAZ,), action="sell the ferry line now", condition="I were them"), "", False),
        (Commitment("promise", (PAZ,), action="bring it to a vote"), "", False),
        (Commitment("threat", (PAZ,), action="be fired in the middle of a slump"), "", False),
        (Commitment("promise", (PAZ,), action="Many ports will be opening their gates"), "", False),
        (Commitment("promise", (PAZ,), action="a much different scene at home"), "", False),
        (Commitment("threat", (PAZ,), action="veto a bill that would close the ferry line"), "", True),
        (Commitment("demand", (PAZ,), action="a second hearing of his case"), "", True),
        (Commitment("refusal", (PAZ,), condition="the ferry line is reopened at once"), "", False),
        (Commitment("offer", (PAZ,), action="reopen the ferry line this week"), "", False),
        (Commitment("promise", (PAZ,), action="reopen the ferry line this week", said_by=(BERG,)), "", False),
        (Commitment("promise", (CHAD,), action="reopen the ferry line this week"), "", False),
        (Commitment("threat", (CHAD,), (MALI,), action="close the border to all traders"), "", True),
        (Commitment("demand", (PAZ,), (some("voters"),), action="wear masks in every hall"), "", True),
        (Commitment("demand", (PAZ,), (some("masks"),), action="slow the spread of the fever"), "", False),
        (Commitment("promise", (some("ferry owners"),), action="reopen the ferry line this week"), "", False),
    ],
)
def test_what_makes_a_commitment_at_home(commitment: Commitment, text: str, is_line: bool) -> None:
    assert is_plain(told(commitment, text), False) is is_line


@pytest.mark.parametrize(
    ("before", "kind", "is_line"),
    [
        ("has already promised", "promise", False),
        ("had promised", "promise", False),
        ("has promised", "promise", True),
        ("has also threatened", "threat", True),
        ("has refused", "refusal", False),
    ],
)
def test_a_commitment_of_before_only_reminds(before: str, kind: Any, is_line: bool) -> None:
    made = Commitment(kind, (PAZ,), action="pick a sailor as her deputy")
    text = f"Paz {before} to pick a sailor as her deputy."
    assert is_plain(told(made, text, action="pick a sailor as her deputy"), False) is is_line


@pytest.mark.parametrize(
    ("quoted", "again"),
    [
        ("I don't think you can write one national rule for all harbours", True),
        ("The harbours are a matter for the towns", False),
    ],
)
def test_a_paraphrase_is_no_line_beside_the_quotation_that_says_it(quoted: str, again: bool) -> None:
    words = "she did not think that a nationwide rule could be written for harbours"
    text = f"Paz said {words}. “{quoted},” Paz said."
    one = told(said(words), text, words=words)
    other = told(said(quoted, form="direct"), text, words=quoted)
    assert plain([one, other]) == ([other] if again else [one, other])


def test_a_death_is_of_the_one_who_died_however_it_is_told() -> None:
    for death in (Event(None, "death", (), (PAZ,), word="die"), Event(None, "death", (PAZ,), (BERG,), word="death")):
        assert without_guesses(told(death), True).finding == Event(None, "death", (PAZ,), word=death.word)


@pytest.mark.parametrize(
    ("event", "text", "act", "is_line"),
    [
        (Event(None, who=(PAZ,), when=DAY, word="head"), "On Wednesday Paz headed to Gao.", "headed", True),
        (Event(None, who=(PAZ,), when=DAY, word="head"), "Paz, who headed to Gao, spoke.", "headed", False),
        (Event(None, who=(PAZ,), when=DAY, word="head"), "“As Berg says, Paz headed to Gao.”", "headed", False),
        (Event(None, who=(some("experts"),), when=DAY, word="frown"), "The experts frowned.", "frowned", False),
        (Event(None, "sport", (PAZ,), when=DAY, word="race"), "Paz spoke before the race.", "race", False),
        (Event(None, "death", (PAZ,), word="die"), "Berg, who said that Paz died, left.", "died", True),
        (Event("ACCUSE", "investigate", (COURT,), (PAZ,)), "at a High Court hearing", "hearing", False),
        (Event("SUPPORT", None, (COURT,), (PAZ,)), "The court backed Paz.", "backed", True),
        (Event("SUPPORT", None, (COURT,), (PAZ,)), "a court that backed Paz", "backed", False),
        (Event("SUPPORT", None, (COURT,), (PAZ,)), "Last year the court backed Paz.", "backed", False),
        (
            Event("SUPPORT", None, (COURT,), (PAZ,), what="9 % of the court backed Paz"),
            "it backed Paz",
            "backed",
            False,
        ),
        (Event("SUPPORT", None, (COURT,)), "The court backed her.", "backed", False),
        (
            Event("CONSULT", None, (COURT, PAZ), when=DAY, status="scheduled"),
            "It is likely they will meet.",
            "meet",
            False,
        ),
        (Event(None, "choice", (PAZ,), word="enter"), "Paz entered the race.", "entered", True),
        (Event(None, "choice", (PAZ,), word="enter"), "It rained before Paz entered the race.", "entered", False),
        (Event(None, who=(PAZ,), status="scheduled"), "“They fear Paz will win in May.”", "win", False),  # the diary
    ],
)
def test_what_makes_an_event_at_home(event: Event, text: str, act: str, is_line: bool) -> None:
    assert is_plain(told(event, text, act=act), False) is is_line


def test_a_column_tells_only_what_others_said_in_it() -> None:
    column = "I like the sea. Why do we fear it? “I was told nothing,” said Paz. My boat will sail to our port for you."
    news = "“I like the sea. Why do we fear it? My boat will sail to our port for you,” said Paz."
    assert is_column(told(said(""), column).report)
    assert not is_column(told(said(""), news).report)
    assert is_plain(told(said("I was told nothing at all", form="direct"), column), True)
    assert not is_plain(told(said("the ferry would sail again on Friday"), column), True)
    assert not is_plain(told(Figure("boats", 90.0, 90.0), column), True)


def test_one_claim_tells_what_others_tell_too() -> None:
    text = "Paz vowed to reopen the ferry line at once, and Berg warned that the pier was not safe."
    made = told(
        Commitment("promise", (PAZ,), action="reopen the ferry line at once"),
        text,
        action="reopen the ferry line at once",
    )
    same = told(
        said("to reopen the ferry line at once", "vowed"), text, cue="vowed", words="to reopen the ferry line at once"
    )
    other = told(
        said("the pier was not safe at all", "warned", BERG), text, cue="warned", words="the pier was not safe"
    )
    uttered = told(Event("THREATEN", who=(BERG,)), text, act="warned")
    blow = told(Event("ASSAULT", who=(BERG,), whom=(PAZ,)), text, act="reopen")
    again = told(Event(None, "crime", (BERG,), word="assault"), text, act="reopen")
    assert plain([made, same, other, uttered, blow, again]) == [made, other, blow]


def on(day: Moment, text: str, said: str) -> Moment:
    at = text.index(said)
    return Moment(day.value, day.earliest, day.latest, "relative", said, Span("r", at, at + len(said)))


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("On Wednesday the High Court ruled.\n\nPaz appealed.", True),
        ("On Wednesday the High Court ruled." + "\n\nIt rained all day." * 40 + "\n\nPaz appealed.", False),
        ("On Wednesday the High Court ruled.\n\nLiv Berg, who says that Paz appealed, left.", False),
        ("Paz appealed.\n\nOn Wednesday the High Court ruled.", False),
        ("After the fall of Gao on Wednesday Paz appealed.", False),
        ("After Paz appealed on Wednesday, the High Court ruled.", True),
        ("Paz appealed over the High Court's Wednesday ruling.", False),
        ("The clerk read the Wednesday appealed by Paz.", True),  # the act itself stands behind its day
    ],
)
def test_a_day_from_afar_is_the_storys(text: str, keeps: bool) -> None:
    event = Event("REQUEST", who=(PAZ,), whom=(COURT,), when=on(DAY, text, "Wednesday"))
    found = without_guesses(told(event, text, act="appealed"), True).finding
    assert isinstance(found, Event)
    assert (found.when is not None) is keeps


def test_who_only_names_a_group_or_a_deed_hears_nothing_and_since_is_no_day_of_a_deed() -> None:
    text = "Berg wants the anti-Paz film stopped."
    made = Commitment("demand", (BERG,), (PAZ,), action="stop the film")
    assert without_guesses(told(made, text, to="Paz"), True).finding == Commitment(
        "demand", (BERG,), action="stop the film"
    )
    vow = Commitment("promise", (BERG,), (PAZ,), action="fight Paz, her rival")
    assert without_guesses(told(vow), True).finding == Commitment("promise", (BERG,), action="fight Paz, her rival")
    text = "Since Wednesday Paz appealed."
    event = Event("REQUEST", who=(PAZ,), whom=(COURT,), when=on(DAY, text, "Wednesday"))
    assert without_guesses(told(event, text, act="appealed"), True).finding == Event(
        "REQUEST", who=(PAZ,), whom=(COURT,)
    )


def test_of_many_called_by_one_name_only_some_are_meant() -> None:
    text = "Judges like Berg backed Paz."
    assert not is_plain(told(Event("SUPPORT", who=(COURT,), whom=(PAZ,)), text, act="backed", who="Judges"), False)
    ended = Event(None, "choice", (PAZ,), (COURT,), word="end")
    assert without_guesses(told(ended), True).finding == Event(None, "choice", (PAZ,), word="end")


def test_what_stands_under_a_picture_is_no_line() -> None:
    text = "Paz visits Gao."
    one = told(Event("CONSULT", "visit", (PAZ,), (COURT,), when=DAY), text, act="visits")
    shown = replace(one, report=replace(one.report, blocks=(Block(0, len(text), "caption"),)))
    assert is_plain(one, False) and not is_plain(shown, False)


def test_nameless_doers_and_hearers_are_taken_back() -> None:
    blow = Event("COERCE", "arrest", (some("men"),), (PAZ,), when=DAY)
    assert without_guesses(told(blow), True).finding == Event("COERCE", "arrest", (), (PAZ,), when=DAY)
    assert without_guesses(told(blow), False).finding == blow
    own = Event("COERCE", "arrest", (PAZ,), (BERG, CREW), when=DAY)
    assert without_guesses(told(own), True).finding == Event("COERCE", "arrest", (PAZ,), (BERG,), when=DAY)
    made = Commitment("demand", (PAZ,), (some("masks"), COURT), action="slow the spread of the fever")
    assert without_guesses(told(made), True).finding == Commitment("demand", (PAZ,), (COURT,), action=made.action)


def test_a_figure_is_neither_its_tellers_nor_told_by_a_place_and_of_a_day_ahead_only_foreseen() -> None:
    figure = Figure("women", 200.0, 200.0, of="Ana Paz", said_by=(PAZ, CHAD), as_of=AUTUMN)
    found = without_guesses(told(figure), True).finding
    assert found == Figure("women", 200.0, 200.0, said_by=(PAZ,), as_of=AUTUMN, status="scheduled")
