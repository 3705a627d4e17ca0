"""Which reports of a crisis' folder are of something else."""

from __future__ import annotations

from wirecopy.judgements.telling.off_story import LEAST, off_story, without
from wirecopy.judgements.told import Told
from wirecopy.model import Actor, Event, Finding, Report, Span, Statement, claim

CHAD = Actor("TCD", "Chad", "state", "TCD")
MALI = Actor("MLI", "Mali", "state", "MLI")
PERU = Actor("PER", "Peru", "state", "PER")
PAZ = Actor("person:ana-paz", "Ana Paz", "person", "TCD")
COACH = Actor("person:jo-berg", "Jo Berg", "person", "PER")
MAYOR = Actor("person:liv-holm", "Liv Holm", "person")
FANS = Actor("group:fans", "fans", "group", anonymous=True)


def told(number: int, finding: Finding) -> Told:
    name = f"r{number:02}"
    made = claim(finding, {"act": (Span(name, 0, 3),)}, "test@1")
    return Told(made, finding, Report(name, "d", f"{name}.txt", "Said so.", (), (), ()), frozenset(), 0)


def folder(*beside: Finding, reports: int = LEAST) -> list[Told]:
    """A crisis of Chad and Mali in so many reports, and behind them one report for each finding that is given."""
    crisis = [told(n, Event("THREATEN", who=(CHAD,), whom=(MALI,))) for n in range(reports)]
    crisis += [told(n, Event("MOBILIZE", who=(CHAD,))) for n in range(reports)]
    crisis += [told(n, Event("ACCUSE", who=(MALI,), whom=(CHAD,))) for n in range(reports)]
    return crisis + [told(reports + n, one) for n, one in enumerate(beside)]


def said(*speakers: Actor) -> Statement:
    return Statement(speakers[0], "it is over", "indirect", said_by=speakers[1:])


def off(claims: list[Told]) -> list[str]:
    return [one.left for one in off_story(claims)]


def test_a_report_that_shares_nobody_is_beside_the_story() -> None:
    claims = folder(said(MAYOR), said(FANS), said(COACH))
    assert off(claims) == ["r10", "r11", "r12"]
    left = without(claims, off_story(claims))
    assert {one.report.id for one in left} == {f"r{n:02}" for n in range(LEAST)}


def test_two_reports_of_one_match_are_both_beside_it() -> None:
    assert off(folder(said(MAYOR), said(MAYOR, FANS))) == ["r10", "r11"]


def test_whoever_is_of_a_country_that_the_story_is_about_belongs_to_it() -> None:
    assert off(folder(said(PAZ))) == []


def test_whoever_shares_somebody_with_a_report_of_the_story_belongs_to_it() -> None:
    assert off([*folder(said(MAYOR)), told(0, said(MAYOR))]) == []


def test_a_state_that_meets_another_once_belongs_to_it_and_its_coach_does_not() -> None:
    crisis = [*folder(said(COACH), said(PERU)), told(3, Event("CONSULT", who=(PERU, CHAD)))]
    crisis += [told(n, Event("THREATEN", who=(MALI,), whom=(CHAD,))) for n in range(LEAST)]
    assert off(crisis) == ["r10"]


def test_of_few_reports_and_of_many_stories_none_is_beside() -> None:
    assert off(folder(said(MAYOR), reports=LEAST - 2)) == []
    many = [said(Actor(f"person:{n}", f"Ann {n}", "person")) for n in range(LEAST)]
    assert off(folder(*many)) == []


def test_where_no_two_countries_meet_none_is_beside() -> None:
    own = [told(n, Event("MOBILIZE", who=(CHAD,))) for n in range(LEAST)]
    assert off([*own, *own, told(99, said(MAYOR))]) == []
