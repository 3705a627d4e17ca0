"""What has become of an appointment, by its own reports and by other lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wirecopy.account.appointment import is_appointment, what
from wirecopy.account.became import with_outcomes
from wirecopy.model import Actor, Claim, Entry, Event, Evidence, Moment, Report, Span, Status

NORWAY, PERU = Actor("NOR", "Norway", "state", "NOR"), Actor("PER", "Peru", "state", "PER")
MOEN = Actor("person:ada-moen", "Ada Moen", "person", "NOR")
LIMA = Actor("place:lima", "Lima", "place", "PER")
TEXT = "The talks were postponed. It put the vote off. They meet."


def day(iso: str) -> Moment:
    return Moment(iso, iso, iso, "stated", iso)


def line(name: str, event: Event, earlier: Status | None = None, act: str = "They meet") -> Entry:
    statuses = [status for status in (earlier, event.status) if status]
    claims = tuple(Claim(f"{name}{n}", replace(event, status=s), {}, "events@1") for n, s in enumerate(statuses))
    start = TEXT.index(act)
    evidence = tuple(
        Evidence(Span("r", start + at, start + at + len(word)), "act", claims[-1].id)
        for word in act.split()
        for at in (act.index(word),)
    )
    return Entry(f"ev-{name}", "event", event, claims, ("r",), 1, evidence)


def became(*lines: Entry) -> list[Entry]:
    return with_outcomes(lines, [Report("r", "d", "r.txt", TEXT, (), (), (), published=day("2015-06-20"))])


TALKS = Event("CONSULT", who=(NORWAY, PERU), when=day("2015-06-09"), status="scheduled", what="talks")


@pytest.mark.parametrize(
    ("event", "earlier", "act", "fate"),
    [
        (TALKS, None, "They meet", "overdue"),
        (replace(TALKS, when=day("2015-06-29")), None, "They meet", "open"),
        (replace(TALKS, status="happened"), "scheduled", "They meet", "kept"),
        (TALKS, "happened", "They meet", "kept"),
        (replace(TALKS, status="refused"), "scheduled", "They meet", "cancelled"),
        (TALKS, None, "postponed", "moved"),
        (TALKS, None, "put the vote off", "moved"),
    ],
)
def test_by_its_own_reports(event: Event, earlier: Status | None, act: str, fate: str) -> None:
    assert became(line("a", event, earlier, act))[0].state == fate


def test_the_new_day_of_what_was_put_off_is_open() -> None:
    old = line("a", replace(TALKS, when=day("2015-06-19")), act="postponed")
    new = line("b", replace(TALKS, when=day("2015-06-29")), act="postponed")
    assert [entry.state for entry in became(old, new)] == ["moved", "open"]


@pytest.mark.parametrize(("words", "told"), [("the summit is off", True), ("they will not meet", False)])
def test_what_is_called_off_had_been_arranged(words: str, told: bool) -> None:
    assert is_appointment(line("a", replace(TALKS, status="refused", what=words))) is told


VISIT = Event(
    "CONSULT", "visit", who=(MOEN,), where=(LIMA,), when=day("2015-06-09"), status="scheduled", what="due in Lima"
)
RECEIVED = Event(
    "CONSULT", who=(PERU, NORWAY), where=(LIMA,), when=day("2015-06-09"), status="happened", what="received"
)


@pytest.mark.parametrize(
    ("deed", "fate"),
    [
        (RECEIVED, "kept"),
        (replace(RECEIVED, when=day("2015-06-12")), "overdue"),
        (replace(RECEIVED, who=(PERU,)), "overdue"),
        (replace(RECEIVED, status="possible"), "overdue"),
    ],
)
def test_by_another_line(deed: Event, fate: str) -> None:
    assert became(line("plan", VISIT), line("deed", deed))[0].state == fate


def test_whatever_a_guest_does_there_on_the_day_keeps_the_visit() -> None:
    given = Event("AID", who=(PERU,), whom=(MOEN,), where=(LIMA,), when=day("2015-06-09"), status="happened")
    assert became(line("plan", VISIT), line("deed", given))[0].state == "kept"
    assert became(line("plan", VISIT), line("deed", replace(given, where=())))[0].state == "overdue"


PANEL = Actor("organisation:harbour-panel", "Harbour Panel", "organisation", "NOR")
MEMBERS = Actor("actor-1", "six of the Panel’s nine members", "group", anonymous=True)
SITTING = Event(None, who=(PANEL,), when=day("2015-06-19"), status="scheduled", what="will hold a hearing on Friday")
TOLD = Event(
    None, whom=(PANEL,), status="happened", what="he walked into a hearing of the Harbour Panel", word="hearing"
)
MEETING = replace(SITTING, act="CONSULT", what="asked for a meeting of the Harbour Panel")
VOTED = Event(
    "SUPPORT", who=(MEMBERS,), when=day("2015-06-19"), status="happened", what="voted to go on with the meeting"
)


@pytest.mark.parametrize(
    ("plan", "deed", "fate"),
    [
        (SITTING, TOLD, "kept"),
        (replace(SITTING, when=day("2015-06-11")), TOLD, "overdue"),
        (SITTING, replace(TOLD, what="he praised the Harbour Panel"), "overdue"),
        (MEETING, VOTED, "kept"),
        (MEETING, replace(VOTED, when=day("2015-06-18")), "overdue"),
        (MEETING, replace(VOTED, what="voted for the budget"), "overdue"),
    ],
)
def test_a_sitting_is_kept_by_what_is_told_of_it(plan: Event, deed: Event, fate: str) -> None:
    assert became(line("plan", plan), line("deed", deed))[0].state == fate


def test_what_is_put_off_is_told_with_its_new_day() -> None:
    off, later = replace(TALKS, status="denied"), replace(TALKS, when=day("2015-06-18"))
    found = became(line("off", off, "scheduled"), line("later", later))
    assert (found[0].state, found[0].relations[0].id, found[0].relations[0].relation) == (
        "moved",
        "ev-later",
        "moved to",
    )


@pytest.mark.parametrize(
    ("words", "held", "fate"),
    [
        ("the talks had been planned for Tuesday", day("2015-06-06"), "moved"),
        ("the talks had been planned for Tuesday", None, "moved"),
        ("the talks had been planned for Tuesday", day("2015-02-06"), "overdue"),
        ("they will talk again on Tuesday", day("2015-06-06"), "overdue"),
    ],
)
def test_what_had_been_planned_was_held_on_another_day(words: str, held: Moment | None, fate: str) -> None:
    plan, talk = replace(TALKS, what=words), replace(TALKS, status="happened", when=held)
    assert became(line("plan", plan), line("talk", talk))[0].state == fate


@pytest.mark.parametrize(
    ("event", "stands"),
    [
        (TALKS, True),
        (replace(TALKS, when=None), True),
        (replace(TALKS, who=(NORWAY,), when=None), False),
        (replace(TALKS, act="SUPPORT", when=None, what="will sign the pact"), True),
        (replace(TALKS, act="SUPPORT", when=None, what="will stand by it"), False),
        (replace(TALKS, act="REQUEST"), False),
        (replace(TALKS, act="ASSAULT"), False),
        (replace(TALKS, act=None, mode="death", word="death", what="his death"), False),
    ],
)
def test_what_stands_in_a_diary(event: Event, stands: bool) -> None:
    assert is_appointment(line("a", event)) is stands


def test_what_is_accepted_on_a_condition_is_an_appointment() -> None:
    accepted = replace(TALKS, status="conditional", when=None, what="Norway and Peru accepted a summit, if he left")
    assert is_appointment(line("a", accepted))
    assert not is_appointment(line("a", replace(accepted, what="Norway and Peru could meet, if he left")))


@pytest.mark.parametrize(
    ("words", "status", "called"),
    [
        ("The drill opened on 9 June and will last until 12 June", "happened", "exercise"),
        ("The drill will last until 9 June", "scheduled", "end of exercise"),
        ("The drill ended on 9 June", "happened", "end of exercise"),
    ],
)
def test_the_opening_of_an_exercise_is_not_its_end(words: str, status: Status, called: str) -> None:
    drill = Event("MOBILIZE", "exercise", who=(PERU,), when=day("2015-06-09"), status=status, what=words)
    assert what(line("a", drill)) == called
