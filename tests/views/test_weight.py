"""What an analyst must know first: what many tell, what is new or still to come, what threatens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from wirecopy.model import Actor, Change, Commitment, Entry, Event, Figure, Moment, Statement
from wirecopy.views.weight import Scales, main_lines, weightiest

MALI, NIGER = Actor("MLI", "Mali", "state", "MLI"), Actor("NER", "Niger", "state", "NER")
VIK, AIDE = Actor("person:kari-vik", "Kari Vik", "person"), Actor("group:aide", "aide", "group", anonymous=True)
PRINTED = {"a": "2021-05-01", "b": "2021-05-03", "c": "2021-05-09", "d": "2021-05-09"}
BY = Scales(date(2021, 5, 9), frozenset(), PRINTED, {VIK.id: 4, AIDE.id: 1})


def day(first: str, last: str = "") -> Moment:
    return Moment("", first, last or first, "stated")


def line(value: Event | Statement | Figure | Commitment | Change, reports: str = "c", name: str = "x") -> Entry:
    return Entry(name, "line", value, (), tuple(reports), len(reports), ())


FLIGHT = Event("MOBILIZE", who=(NIGER,), when=day("2021-05-08"), what="a plane flew over the river")
MASSED = Event("MOBILIZE", who=(MALI,), what="Mali has massed troops")
TALKS = Event("CONSULT", who=(MALI, NIGER), when=day("2021-05-20"), status="scheduled", what="they are to meet")
THREAT = Commitment("threat", (MALI,), (NIGER,), "close the border")
OFFER = Commitment("offer", (MALI,), (NIGER,), "open the border")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (line(MASSED, "abcd"), line(FLIGHT)),  # what all tell, though without a day, before what one alone does
        (line(TALKS, "c"), line(replace(TALKS, when=day("2021-05-02")), "c")),  # ahead, and not only overdue
        (line(THREAT), line(OFFER)),
        (line(replace(FLIGHT, act="CONSULT")), line(replace(FLIGHT, act="REQUEST"))),  # told among the demands too
        (line(FLIGHT), line(replace(FLIGHT, when=day("2021-01-01", "2021-12-31")))),  # nothing new in "this year"
        (line(Statement(VIK, "we will not pay", "direct")), line(Statement(AIDE, "we will not pay", "direct"))),
        (
            line(Change("role", "Mali's attack", "an attack on Mali", None, None)),
            line(Change("dropped", "old", None, None, None)),
        ),
    ],
)
def test_what_comes_first(first: Entry, second: Entry) -> None:
    first, second = replace(first, id="first"), replace(second, id="second")
    assert [entry.id for entry in weightiest((second, first), 1, BY)] == ["first"]


def test_two_events_in_one_quotation_are_one_line() -> None:
    both = (line(FLIGHT, "c", "one"), line(replace(FLIGHT, act="AID"), "cd", "two"), line(MASSED, "a", "three"))
    assert [entry.id for entry in weightiest(both, 9, BY)] == ["two", "three"]
    assert sorted(entry.id for entry in main_lines(both, 9, BY)) == ["three", "two"]


def test_one_report_fills_a_list_only_where_the_others_have_too_little() -> None:
    many = tuple(line(replace(FLIGHT, what=f"plane {n}"), "c", f"c{n}") for n in range(6))
    few = tuple(line(replace(MASSED, what=f"march {n}"), "a", f"a{n}") for n in range(2))
    assert len(weightiest(many, 6, BY)) == 6
    assert {"a0", "a1"} < {entry.id for entry in weightiest((*many, *few), 6, BY)}
