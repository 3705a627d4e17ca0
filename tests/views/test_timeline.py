"""The timeline: the order is that of the events; the days of reporting stand beside it; what is long past stands apart."""

from __future__ import annotations

import io

from wirecopy.model import Actor, Entry, Event, Moment, Statement
from wirecopy.views.lineage import Lineage
from wirecopy.views.timeline import story_start, timeline, write_timeline

MALI, NIGER = Actor("MLI", "Mali", "state", "MLI"), Actor("NER", "Niger", "state", "NER")
PUBLISHED = {name: Moment(day, day, day, "stated") for name, day in (("a", "2015-05-04"), ("b", "2015-05-09"))}
KNOWN = Lineage({}, {name: f"{name}.txt" for name in "abc"}, {**PUBLISHED, "c": None})


def moment(first: str | None, last: str | None, said: str = "") -> Moment:
    return Moment(first if first and first == last else "", first, last, "stated", said)


def event(name: str, when: Moment | None, status: str = "happened", reports: str = "a") -> Entry:
    value = Event("ASSAULT", who=(MALI,), whom=(NIGER,), when=when, status=status)  # type: ignore[arg-type]
    return Entry(f"ev-{name}", "event", value, (), tuple(reports), len(reports), ())


def on(day: str) -> Moment:
    return moment(day, day)


LINES = [
    event("undated", None),
    event("monday", moment(None, None, "Monday")),
    event("coming", on("2015-06-01"), "scheduled", "ab"),
    event("first", on("2015-05-02"), reports="bc"),
    event("between", moment("2015-05-03", "2015-05-05")),
    event("year", moment("2015-01-01", "2015-12-31"), reports="c"),
    event("winter", moment("2014-12-01", "2015-01-20")),
    event("war", moment("2012-01-01", "2012-12-31"), "historical"),
    event("lately", on("2015-05-01"), "historical"),
]


def test_the_parts_and_their_order() -> None:
    found = timeline(LINES, KNOWN.published)
    assert [entry.id for entry in found.background] == ["ev-war", "ev-winter", "ev-lately"]
    assert [entry.id for entry in found.story] == ["ev-first", "ev-between", "ev-coming", "ev-year"]
    assert [entry.id for entry in found.undated] == ["ev-undated", "ev-monday"]
    assert found.entries() == found.background + found.story + found.undated


def test_without_a_dated_report_only_what_is_called_historical_is_background() -> None:
    assert story_start({"a": None}) is None
    assert [entry.id for entry in timeline(LINES, {}).background] == ["ev-war", "ev-lately"]


def test_both_days_stand_in_columns_of_their_own() -> None:
    out = io.StringIO()
    said = Entry("st-1", "statement", Statement(MALI, "no", "direct", when=on("2015-05-04")), (), ("b",), 1, ())
    write_timeline(timeline([*LINES[1:5], LINES[7], said], KNOWN.published), KNOWN, out)
    assert out.getvalue() == (
        "before the story\n"
        "  ev-war  between 1 January and 31 December 2012  reported 4 May 2015  historical: attack: Mali → Niger  "
        "1 report, 1 origin\n"
        "\n"
        "the story\n"
        "  ev-first  2 May 2015                reported 9 May 2015       happened: attack: Mali → Niger  2 reports, 2 origins\n"
        "  ev-between  between 3 and 5 May 2015  reported 4 May 2015       happened: attack: Mali → Niger  1 report, 1 origin\n"
        "  st-1  4 May 2015                reported 9 May 2015       Mali [said]: “no”  1 report, 1 origin\n"
        "  ev-coming  1 June 2015               reported 4 to 9 May 2015  scheduled: attack: Mali → Niger  "
        "2 reports, 2 origins\n"
        "\n"
        "no date\n"
        "  ev-monday  Monday  reported 4 May 2015  happened: attack: Mali → Niger  1 report, 1 origin\n"
    )
