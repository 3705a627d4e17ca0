"""Which lines an account has where no states meet: in one country's politics, or the news of a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wirecopy.judgements.telling.at_home import (
    counts_at_home,
    is_at_home,
    is_contested_at_home,
    sameness,
    tells_at_home,
)
from wirecopy.judgements.telling.strands import is_of_politics, is_of_war
from wirecopy.judgements.telling.unguessed import without_guesses
from wirecopy.judgements.told import Told
from wirecopy.model import Actor, Claim, Commitment, Event, Figure, Finding, Moment, Report, Span, claim

CHAD = Actor("TCD", "Chad", "state", "TCD")
MALI = Actor("MLI", "Mali", "state", "MLI")
PAZ = Actor("person:ana-paz", "Ana Paz", "person", "TCD")
BERG = Actor("person:liv-berg", "Liv Berg", "person")
COURT = Actor("organisation:high-court", "High Court", "organisation", "TCD")
PEOPLE = Actor("group:marchers", "marchers", "group", anonymous=True)
CITY = Actor("place:gao", "Gao", "place")
DAY = Moment("2021-05-05", "2021-05-05", "2021-05-05", "stated", "Wednesday")
YEAR = Moment("2021", "2021-01-01", "2021-12-31", "stated", "2021")
LATER = Moment("2021-11", "2021-11-01", "2021-11-30", "stated", "November")
TEXT = "A bill was tabled on Wednesday, said Sen. Paz in parliament. Berg was killed by police."
REPORT = Report(
    "r", "d", "r.txt", TEXT, (), (), (), published=Moment("2021-05-06", "2021-05-06", "2021-05-06", "stated", "")
)
WEDNESDAY, TABLED, KILLED = (
    Span("r", TEXT.index(w), TEXT.index(w) + len(w)) for w in ("Wednesday", "tabled", "killed")
)


def told(finding: Finding, act: Span = TABLED, when: Span = WEDNESDAY) -> Told:
    made: Claim = claim(finding, {"act": (act,), "when": (when,)}, "test@1")
    return Told(made, finding, REPORT, frozenset(), 0)


def test_an_account_is_at_home_where_hardly_an_act_is_between_two_countries() -> None:
    own = Event("REQUEST", who=(COURT,), whom=(PAZ,))
    between = Event("CONSULT", who=(CHAD, MALI))
    assert is_at_home([told(own)] * 19 + [told(between)])
    assert not is_at_home([told(own)] * 9 + [told(between)])
    assert not is_at_home([told(Event(None, "sport", who=(PAZ,), word="win"))] * 5)  # no politics at all


def test_two_states_at_odds_are_nobodys_home_though_each_acts_by_itself() -> None:
    one, other = told(Event("MOBILIZE", who=(CHAD,))), told(Event("COERCE", who=(MALI,), whom=(PEOPLE,)))
    assert not is_at_home([one] * 6 + [other] * 4)
    assert not is_at_home([one, other])
    assert is_at_home([one] * 18 + [other] * 2)  # what neighbours do is told at home too


def test_a_strand_of_states_in_a_folder_of_other_news_makes_no_crisis() -> None:
    """Four of ten reports tell of a dispute of two states: their share, not that of the acts, says what the folder is."""
    home = [
        replace(told(Event("REQUEST", who=(COURT,), whom=(PAZ,))), report=replace(REPORT, id=f"a{n}")) for n in range(6)
    ]
    dispute = [replace(told(Event("CONSULT", who=(CHAD, MALI))), report=replace(REPORT, id=f"b{n}")) for n in range(4)]
    assert is_at_home([*home, *dispute * 3])
    assert not is_at_home([*home[:2], *dispute * 3])


def test_one_states_hunt_in_many_reports_is_no_politics_unless_much_is_demanded() -> None:
    """A navy takes pirates, three reports in ten name its deed beside another state's: nothing is asked of anybody."""
    hunt = [
        replace(told(Event("COERCE", "arrest", (CHAD,), (PEOPLE,))), report=replace(REPORT, id=f"c{n}"))
        for n in range(10)
    ]
    demands = [
        replace(told(Commitment("demand", by=(CHAD,), to=(MALI,))), report=replace(REPORT, id=f"c{n}"))
        for n in range(8)
    ]
    between = [replace(one, finding=Event("REQUEST", who=(CHAD,), whom=(MALI,))) for one in hunt]
    assert not is_of_politics(hunt * 3)
    assert is_of_politics([*hunt * 3, *demands])
    assert is_of_politics([*hunt * 2, *between])
    assert is_of_politics(hunt[:5] * 3)  # of so few reports it says nothing


def test_a_folder_of_many_stories_is_at_home_too() -> None:
    """Eight fixtures of one cup are one story; eight strands of a week are none that its account is about."""
    fixtures = [told_in(f"{number:x}" * 16, strand) for number, strand in enumerate([0, 0, 0, 1, 2, 3, 4, 5, 6])]
    assert is_at_home(fixtures)
    assert not is_at_home(fixtures[2:])  # too few reports to tell
    assert not is_at_home([replace(one, strand=0) for one in fixtures])


def told_in(report: str, strand: int) -> Told:
    one = told(Event(None, "sport", who=(PAZ,), word="win"))
    return replace(one, report=replace(one.report, id=report), strand=strand)


def test_a_civil_war_is_known_by_who_fights() -> None:
    army = Actor("organisation:army", "Chadian army", "organisation", "TCD")
    blow, word = Event("ASSAULT", who=(army,), whom=(PEOPLE,)), Event("REQUEST", who=(PAZ,), whom=(COURT,))
    war = [told(blow)] * 6 + [told(word)] * 12
    assert is_of_war(war) and is_of_politics(war) and not is_at_home(war)
    assert not is_of_war([told(blow)] * 2 + [told(word)] * 12)
    assert not is_of_war([told(blow)] * 6)  # of so few a share says nothing


@pytest.mark.parametrize(
    ("event", "is_line"),
    [
        (Event("ACCUSE", "disapprove", (PAZ,), (BERG,)), True),
        (Event("ACCUSE", "disapprove", (PAZ,)), False),
        (Event("ACCUSE", "disapprove", (PAZ,), when=DAY), True),
        (Event("ACCUSE", "disapprove", (PAZ,), when=YEAR), False),
        (Event("ACCUSE", "investigate", (PAZ,), when=DAY), False),  # "two trials led by Paz"
        (Event("REQUEST", who=(PAZ,), whom=(BERG,), status="possible"), False),
        (Event("COERCE", "restrict", (PAZ,), (BERG,), status="denied"), False),
        (Event("SUPPORT", who=(PAZ,), whom=(BERG,), status="denied"), True),
        (Event("REJECT", who=(COURT,), when=DAY, status="historical"), False),
        (Event("COERCE", "arrest", whom=(PEOPLE,), when=DAY), True),
        (Event("ASSAULT", whom=(CITY,), when=DAY), False),  # "a raid in Gao"
        (Event("ASSAULT", who=(PAZ,), whom=(BERG,)), False),  # "pummeled him for the tax"
        (Event("ASSAULT", "firearms", (PAZ,), (BERG,)), True),
        (Event("COERCE", "seize", (PAZ,), (COURT,)), False),  # "took control of the House"
        (Event("AID", who=(COURT,), when=DAY), False),
        (Event("RETREAT", "resign", (PAZ,), when=DAY), True),
        (Event("RETREAT", "resign", (COURT,), when=DAY), False),
        (Event("CONSULT", "visit", (PAZ,), where=(CITY,), when=DAY), True),
        (Event("CONSULT", "visit", (PAZ,), when=DAY), False),
        (Event("CONSULT", who=(PAZ, BERG)), True),
        (Event("CONSULT", who=(PAZ, PEOPLE)), False),
        (Event("ACCUSE", "disapprove", (PAZ,), (BERG,), status="denied"), False),
        (
            Event("SANCTION", "discontinue", (PAZ,), (COURT,), status="scheduled"),
            False,
        ),  # "asked about the decision to quit"
        (Event(None, "death", (CHAD,), when=DAY, word="death"), False),  # a forecast's dead are its figure
        (Event(None, who=(PAZ,), whom=(BERG,), word="join"), False),
        (Event(None, who=(replace(PEOPLE, name="people"),), status="scheduled"), False),  # "people who stir things up"
        (Event("ACCUSE", "investigate", (CHAD,), (COURT,), when=DAY), False),  # "the state of Gao"
        (Event(None, "law", (PAZ,), when=DAY, word="introduce"), True),
        (Event(None, "choice", (PEOPLE,), when=DAY, word="elect"), False),
        (Event(None, "nature", (PEOPLE,), when=DAY, word="flood"), True),
        (Event(None, "death", (PAZ,), word="die"), False),
        (Event(None, who=(PEOPLE,), status="scheduled"), True),  # the diary
        (Event(None, "choice", (PAZ,), word="enter"), True),  # a candidate's race, whatever its day
        (Event(None, "choice", (PEOPLE,), word="enter"), False),
        (Event(None, who=(PAZ,), when=DAY, word="react"), False),
        # deeds that a reader misses whatever their day; the words must have the name
        (Event(None, "justice", whom=(PAZ,), what="Paz was charged with murder", word="charge"), True),
        (Event(None, "justice", whom=(PAZ,), what="a plot to accuse Paz", word="accuse"), False),
        (Event("ASSAULT", "firearms", whom=(BERG,), what="Berg was shot at her door"), True),
        (Event("ASSAULT", "firearms", whom=(BERG,), what="She was shot at her door"), False),
        (Event("MOBILIZE", "troops", (Actor("group:army-units", "army units", "group", anonymous=True),)), True),
        (Event("MOBILIZE", "troops", (PEOPLE,)), False),
        (Event("PROTEST", "vandalize", (PEOPLE,)), True),
        (Event("PROTEST", "vandalize", (PEOPLE,), status="possible"), False),
    ],
)
def test_what_an_event_must_tell_at_home(event: Event, is_line: bool) -> None:
    assert tells_at_home(event) is is_line


@pytest.mark.parametrize(
    ("figure", "is_line"),
    [
        (Figure("homes", 900.0, 900.0), True),
        (Figure("justices", 8.0, 8.0), False),
        (Figure("people killed", 8.0, 8.0), True),
        (Figure("homes", 900.0, 900.0, status="possible"), False),
        (Figure("homes lost", 900.0, 900.0, status="scheduled", as_of=LATER), True),
        (Figure("homes", 900.0, 900.0, what="a model with a range of 900 homes"), False),
        (Figure("people", 9e6, 9e6, what="Chad is home to nine million people"), False),
        (Figure("tests", 9e6, 9e6, what="Chad is home to nine million people. It has made 9 million tests"), True),
        (Figure("gave", 9e8, 9e8, unit="USD"), False),
        (Figure("ethanol", 15.0, 15.0, unit="%"), False),
        (Figure("homes", 900.0, 900.0, what="900 homes are lost each year"), False),
        (Figure("people", 20000.0, 99999.0), False),  # "tens of thousands of people"
        (Figure("highest rates", 26.9, 26.9), False),
        (Figure("lowest level", 38.0, 38.0, unit="%"), False),
        (Figure("Congress", 1.4e9, 1.4e9, unit="USD"), False),
        (Figure("fines", 1000.0, 1000.0, unit="USD"), True),
        (Figure("Chadians", 31.0, 31.0, unit="%"), True),
        (Figure("robberies", 60.0, 60.0, unit="%", what="they commit 60 percent of robberies"), False),
        (Figure("states", 32.0, 32.0, as_of=Moment("19XX", "1900-01-01", "1999-12-31", "stated", "")), False),
    ],
)
def test_what_a_figure_must_tell_at_home(figure: Figure, is_line: bool) -> None:
    assert counts_at_home(figure) is is_line


def test_only_tolls_of_one_place_are_contested_at_home() -> None:
    assert is_contested_at_home(Figure("people killed", 8.0, 8.0, where=(CITY,)))
    assert not is_contested_at_home(Figure("people killed", 8.0, 8.0))
    assert not is_contested_at_home(Figure("states", 32.0, 32.0, where=(CITY,)))


def test_lines_are_the_same_by_act_parties_and_day() -> None:
    denied = Event("REJECT", who=(PAZ,), whom=(BERG,))
    assert sameness(denied) == sameness(Event("REJECT", who=(PAZ,), whom=(BERG,), when=YEAR))
    assert sameness(denied) != sameness(Event("REJECT", who=(PAZ,), whom=(BERG,), when=DAY))
    assert sameness(Event(None, "law", (PAZ,), word="table")) is None
    left = Event(None, "choice", (PAZ,), word="drop")
    assert sameness(left) == sameness(replace(left, word="suspend", when=DAY)) != sameness(replace(left, word="enter"))
    nameless = Event("COERCE", "arrest", whom=(PEOPLE,), when=DAY)
    assert sameness(nameless) == sameness(replace(nameless, who=(COURT,)))
    assert sameness(nameless) != sameness(replace(nameless, whom=(PAZ,)))
    assert sameness(nameless) != sameness(replace(nameless, where=(CITY,)))


def test_a_day_of_something_else_is_no_day() -> None:
    bill = Event(None, "law", (PAZ,), when=DAY, word="table")
    assert without_guesses(told(bill), True).finding == bill  # "Sen." ends no sentence
    killed = Event("ASSAULT", whom=(BERG,), when=DAY)
    assert without_guesses(told(killed, KILLED), True).finding == Event("ASSAULT", whom=(BERG,))
    assert without_guesses(told(killed, KILLED), False).finding == killed
    refused = Event("REJECT", who=(COURT,), when=DAY, what="The court had refused two bids")
    assert without_guesses(told(refused, KILLED), True).finding == Event("REJECT", who=(COURT,), what=refused.what)
    charged = Event("ACCUSE", who=(PAZ,), whom=(BERG,), when=LATER)
    assert without_guesses(told(charged), False).finding == Event("ACCUSE", who=(PAZ,), whom=(BERG,))


def test_a_thing_owns_nothing_at_home() -> None:
    raised = Figure("homes", 900.0, 900.0, of="response")
    assert without_guesses(told(raised), True).finding == Figure("homes", 900.0, 900.0)
    assert without_guesses(told(Figure("homes", 900.0, 900.0, of="Chad")), True).finding == Figure(
        "homes", 900.0, 900.0
    )
    assert without_guesses(told(raised), False).finding == raised
