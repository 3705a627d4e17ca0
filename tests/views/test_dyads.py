"""Dyads: who did what to whom by week, scores summed, words of what did not happen left out."""

from __future__ import annotations

import io

import pytest

from wirecopy.model import Actor, Entry, Event, Moment
from wirecopy.views.dyads import Dyad, dyad_rows, dyads, with_side, write_dyads

PERU, CHILE = Actor("PER", "Peru", "state", "PER"), Actor("CHL", "Chile", "state", "CHL")
ENVOY = Actor("envoy", "Rosa Vidal", "person", "PER")
UNION = Actor("union", "Andean Union", "organisation")
LIMA = Actor("lima", "Lima", "place", "PER")


def event(name: str, act: str | None, who: tuple[Actor, ...], whom: tuple[Actor, ...], day: str, status: str) -> Entry:
    first, _, last = day.partition("/")
    when = Moment(first, first, last or first, "stated") if day else None
    value = Event(act, who=who, whom=whom, when=when, status=status)  # type: ignore[arg-type]
    return Entry(f"ev-{name}", "event", value, (), ("a",), 1, ())


LINES = [
    event("tariff", "SANCTION", (PERU,), (CHILE,), "2015-05-06", "happened"),
    event("envoy-accuses", "ACCUSE", (ENVOY,), (CHILE,), "2015-05-10", "happened"),
    event("talks", "CONSULT", (ENVOY, CHILE), (), "2015-05-11", "ongoing"),
    event("within-a-month", "AID", (PERU,), (CHILE,), "2015-05-01/2015-05-31", "happened"),
    event("no-day", "ACCUSE", (PERU,), (CHILE,), "", "happened"),
    event("threatened", "ASSAULT", (PERU,), (CHILE,), "2015-05-06", "possible"),
    event("denied", "ASSAULT", (PERU,), (CHILE,), "2015-05-06", "denied"),
    event("actless", None, (PERU,), (CHILE,), "2015-05-06", "happened"),
    event("own-house", "COERCE", (PERU,), (ENVOY,), "2015-05-06", "happened"),
    event("seat", "ASSAULT", (CHILE,), (LIMA,), "2015-05-06", "happened"),
    event("union", "ACCUSE", (UNION,), (PERU, CHILE), "2015-05-06", "happened"),
]


def found(who: str, whom: str) -> Dyad:
    return next(one for one in dyads(LINES) if (one.who.name, one.whom.name) == (who, whom))


@pytest.mark.parametrize(
    ("who", "whom", "weeks", "undated"),
    [
        # Sunday 10 May is of the week that began on Monday 4 May, the talks of the next; a month is no week.
        (
            "Peru", "Chile",
            [("2015-05-04", 0, -9, ["ev-tariff", "ev-envoy-accuses"]), ("2015-05-11", 2.5, 0, ["ev-talks"])],
            ["ev-within-a-month", "ev-no-day"],
        ),
        ("Chile", "Peru", [("2015-05-11", 2.5, 0, ["ev-talks"])], []),
        ("Chile", "Lima", [("2015-05-04", 0, -9, ["ev-seat"])], []),
        ("Andean Union", "Chile", [("2015-05-04", 0, -3, ["ev-union"])], []),
    ],
)  # fmt: skip
def test_weeks(who: str, whom: str, weeks: list[object], undated: list[str]) -> None:
    dyad = found(who, whom)
    told = [(w.monday.isoformat(), w.cooperation, w.conflict, [e.id for e in w.entries]) for w in dyad.weeks]
    assert told == weeks
    assert [entry.id for entry in dyad.undated] == undated


def test_nobody_does_anything_to_the_own_side() -> None:
    assert all(one.who != one.whom for one in dyads(LINES))
    assert not any("ev-own-house" in [e.id for e in one.entries] for one in dyads(LINES))


def test_a_person_may_stand_apart_from_the_state() -> None:
    names = {(one.who.name, one.whom.name) for one in dyads(LINES, {"envoy"})}
    assert {("Rosa Vidal", "Chile"), ("Chile", "Rosa Vidal"), ("Peru", "Rosa Vidal")} <= names


def test_the_side_of_whom_is_named() -> None:
    by_envoy = with_side(dyads(LINES), "Vidal")
    assert {side.name for one in by_envoy for side in one[:2]} == {"Peru", "Chile", "Andean Union"}
    assert with_side(dyads(LINES), "Nobody") == ()


def test_as_text_and_rows() -> None:
    out = io.StringIO()
    write_dyads([found("Peru", "Chile")], out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "Peru → Chile: 5 deeds, cooperation +12.5, conflict −12"
    assert lines[1].startswith("  week of 4 May 2015        ████████████████│")
    assert lines[-1].endswith("aid 1, accusation 1")
    rows = list(dyad_rows([found("Peru", "Chile")]))
    assert [row["week"] for row in rows] == ["2015-05-04", "2015-05-11", None]
    assert rows[2]["events"] == ["ev-within-a-month", "ev-no-day"]
