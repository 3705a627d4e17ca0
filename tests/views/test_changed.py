"""What changed between two states of an account: by the claims of the lines, whatever their ids and wordings."""

from __future__ import annotations

from dataclasses import replace

from wirecopy.model import Actor, Claim, Entry, Event, Family, Figure, Moment, Span, Statement
from wirecopy.views.changed import changed

DAY = Moment("2021-12-07", "2021-12-07", "2021-12-07", "stated")
VIK = Actor("person:vik", "Kari Vik", "person")


def entry(value: Event | Figure | Statement, *claims: str, **more: object) -> Entry:
    kind = {Event: "event", Figure: "figure", Statement: "statement"}[type(value)]
    made = tuple(Claim(one, value, {"act": (Span("r", 0, 1),)}, "test@1") for one in claims)
    return Entry(f"{kind}-{claims[0]}", kind, value, made, ("r",), 1, (), **more)  # type: ignore[arg-type]


TALKS = entry(Event("CONSULT", who=(VIK,), status="scheduled"), "e1")
COUNT = entry(Figure("troops", 94000, 94000), "f1")
FAMILIES = [Entry(f"fa-{name}", "family", Family((name,)), (), (name,), 1, ()) for name in ("r", "s")]


def test_nothing_changes_where_nothing_did() -> None:
    state = [TALKS, COUNT, *FAMILIES]
    assert changed(state, state) == ()


def test_each_kind_of_difference() -> None:
    held = replace(TALKS.value, status="happened", when=DAY)  # type: ignore[arg-type]
    joined = Entry("fa-rs", "family", Family(("r", "s")), (), ("r", "s"), 1, ())
    later = replace(entry(held, "e0", "e1"), origins=2, state="kept")
    found = changed(
        [TALKS, COUNT, *FAMILIES],
        [later, entry(Figure("troops", 100000, 100000), "f1"), entry(Statement(VIK, "No", "direct"), "s1"), joined],
    )
    assert [(one.kind, one.entry.id, one.was, one.now) for one in found] == [
        ("joined", "fa-rs", "2 origins", "1 origin"),
        ("status", "event-e0", "scheduled", "happened"),
        ("state", "event-e0", "", "kept"),
        ("day", "event-e0", "no day", "7 December 2021"),
        ("origins", "event-e0", "1 origin", "2 origins"),
        ("value", "figure-f1", "94,000 troops", "100,000 troops"),
        ("new", "statement-s1", "", ""),
    ]


def test_what_is_no_longer_told_is_gone() -> None:
    assert [(one.kind, one.entry.id) for one in changed([TALKS, COUNT], [COUNT])] == [("gone", "event-e1")]
