"""The calendar: appointments and deadlines by month, each with what has become of it."""

from __future__ import annotations

import io
from dataclasses import replace

from wirecopy.model import Actor, Commitment, Entry, Event, Moment, Relation
from wirecopy.views.calendar import calendar, write_calendar
from wirecopy.views.lineage import Lineage

MALI, ENVOY = Actor("MLI", "Mali", "state", "MLI"), Actor("envoy", "Awa Keita", "person", "MLI")
KNOWN = Lineage({}, {"a": "a.txt"}, {"a": Moment("2015-05-04", "2015-05-04", "2015-05-04", "stated")})


def moment(first: str | None, last: str | None, said: str = "") -> Moment:
    return Moment(first if first and first == last else "", first, last, "stated", said)


def meeting(name: str, when: Moment | None, state: str, words: str = "talks") -> Entry:
    value = Event("CONSULT", who=(ENVOY, MALI), when=when, status="scheduled", what=words)
    return Entry(f"ev-{name}", "event", value, (), ("a",), 1, (), state=state)


def demand(name: str, deadline: Moment | None) -> Entry:
    value = Commitment("demand", by=(MALI,), action="free them", deadline=deadline)
    return Entry(f"co-{name}", "commitment", value, (), ("a",), 1, (), state="lapsed")


FOUND = calendar(
    [
        meeting("summit", moment("2015-06-09", "2015-06-09"), "kept", "the summit"),
        meeting("week", moment("2015-05-28", "2015-06-03"), "overdue"),
        meeting("monday", moment(None, None, "Monday"), "open"),
    ],
    [demand("due", moment("2015-06-01", "2015-06-01")), demand("some-day", None)],
)


def test_months_hold_what_must_have_come_by_then() -> None:
    assert [(m.first.isoformat(), [i.entry.id for i in m.items]) for m in FOUND.months] == [
        ("2015-06-01", ["co-due", "ev-week", "ev-summit"])
    ]
    assert [item.entry.id for item in FOUND.undated] == ["ev-monday"]


def test_only_what_has_one_day_stands_in_the_grid() -> None:
    june = FOUND.months[0]
    assert [item.exact and item.exact.day for item in june.items] == [1, None, 9]
    assert (len(june.weeks), june.weeks[0][0].isoformat(), june.weeks[-1][-1].isoformat()) == (
        5, "2015-06-01", "2015-07-05",
    )  # fmt: skip
    assert june.items[2].short == "summit: Keita, Mali"


def test_as_text() -> None:
    out = io.StringIO()
    write_calendar(FOUND, KNOWN, out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "June 2015"
    assert lines[1].startswith("  co-due  1 June 2015")
    assert " deadline  lapsed         demand: Mali — “free them”" in lines[1]
    assert " summit    kept           scheduled: talks: Awa Keita and Mali" in lines[3]
    assert lines[-2:-1] == ["no date"]
    assert lines[-1].startswith("  ev-monday  Monday  talks  open  scheduled: talks")


def test_a_line_tells_which_other_line_tells_what_became_of_it() -> None:
    held = replace(
        meeting("visit", moment("2015-06-09", "2015-06-09"), "kept"),
        relations=(Relation("ev-received", "kept by", "told as done for 9 June 2015"),),
    )
    out = io.StringIO()
    write_calendar(calendar([held]), KNOWN, out)
    assert "(kept by ev-received, told as done for 9 June 2015)" in out.getvalue()


def test_silence_is_no_lateness_and_reports_that_nobody_read_are_named() -> None:
    printed = {name: moment(day, day) for name, day in (("b", "2015-06-05"), ("c", "2015-08-01"))}
    known = replace(
        KNOWN, names={**KNOWN.names, "b": "b.txt", "c": "c.txt"}, published={**KNOWN.published, **printed},
        foreign={"b": "de", "c": "fr"},
    )  # fmt: skip
    out = io.StringIO()
    write_calendar(FOUND, known, out)
    (week,) = (line for line in out.getvalue().splitlines() if "ev-week" in line)
    assert "no later word" in week
    assert "(not analysed: b.txt (de))" in week
    assert out.getvalue().count("not analysed") == 1
