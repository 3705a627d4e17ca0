"""Corrections of lines, passages, dates, states and sources: each holds, survives re-reading, and is undone without a trace."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import wirecopy
from wirecopy.model import Entry, Judgement
from wirecopy.run import correcting
from wirecopy.run.account import OpenAccount
from wirecopy.run.deciding import Undecidable
from wirecopy.run.travelling import BadDecision, decision_rows, take_decisions, waiting

PASSAGE = "Sailors shelled the lighthouse of Odrin on Sunday."
FIRST = (
    "Harbour talks open in Odrin\n\n3 May 2021\n\nForeign Minister Ion Grosu met Prime Minister Mara Selin in Odrin on Monday. "
    "Grosu said the harbour would stay open. “If Selin closes the port, we will cut the gas,” Grosu said."
)
TEXTS = {
    "a.txt": f"Bay Herald\n\n{FIRST}",
    "b.txt": "Coast Ledger\n\nEnvoy warns of delay\n\n5 May 2021\n\nIon Grosu told reporters on Tuesday that the ferry would "
    f"not sail this week. Protesters attacked the port on Tuesday.\n\n{PASSAGE}",
    "c.txt": FIRST.replace("3 May 2021\n\n", ""),
}
Make = Callable[[OpenAccount], Sequence[Judgement]]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenAccount]:
    folder = tmp_path_factory.mktemp("port")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    with wirecopy.open(str(folder / "a.db")) as made:
        made.read([str(folder / name) for name in TEXTS])
        yield made


def copied(account: OpenAccount) -> list[Entry]:
    """The lines of meetings that two copies tell, with a claim in each."""
    met = [entry for entry in account.events if getattr(entry.value, "act", None) == "CONSULT"]
    return [entry for entry in met if len(entry.claims) == len(entry.reports) == 2]


def in_passage(account: OpenAccount) -> int:
    """The pieces of evidence that stand in the passage."""
    (report, start) = next((line.id, line.text.find(PASSAGE)) for line in account.reports if line.path == "b.txt")
    spans = (piece.span for entry in account.entries for piece in entry.evidence)
    return sum(span.report_id == report and start <= span.start < start + len(PASSAGE) for span in spans)


def merge(account: OpenAccount) -> Sequence[Judgement]:
    return correcting.merged(account, [entry.id for entry in account.events], "all of it one raid")


def split(account: OpenAccount) -> Sequence[Judgement]:
    return correcting.split(account, copied(account)[0].id, [copied(account)[0].claims[0].id], "another one")


def drop(account: OpenAccount) -> Sequence[Judgement]:
    return correcting.dropped(account, next(e.id for e in account.statements if "stay open" in str(e.value)), "a film")


def residue(account: OpenAccount) -> Sequence[Judgement]:
    return correcting.residue(account, "b.txt", PASSAGE, "a box")


def date(account: OpenAccount) -> Sequence[Judgement]:
    return correcting.dated(account, "c.txt", "2021-05-06", "the printer says so")


def state(account: OpenAccount) -> Sequence[Judgement]:
    return correcting.stated(account, account.commitments[0].id, "broken", "the gas flows")


def grade(account: OpenAccount) -> Sequence[Judgement]:
    return correcting.graded(account, "bay herald", "b", "often right")


CASES: list[tuple[Make, Callable[[OpenAccount], object], object]] = [
    (merge, lambda a: len(a.events) == 1, True),
    (split, lambda a: bool(copied(a)), False),
    (drop, lambda a: any("stay open" in str(entry.value) for entry in a.statements), False),
    (residue, lambda a: in_passage(a) > 0, False),
    (date, lambda a: [r.published.value for r in a.reports if r.path == "c.txt" and r.published], ["2021-05-06"]),
    (state, lambda a: a.commitments[0].state, "broken"),
    (grade, lambda a: [one.named for one in a.decisions], ["B"]),
]


@pytest.mark.parametrize(("make", "ask", "holds"), CASES, ids=[case[0].__name__ for case in CASES])  # type: ignore[attr-defined]
def test_it_holds_survives_rereading_and_is_undone(
    port: OpenAccount, make: Make, ask: Callable[[OpenAccount], object], holds: object
) -> None:
    before, was = port.entries, ask(port)
    assert was != holds
    try:
        made = port.decide(make(port))
        assert ask(port) == holds
        assert port.refresh().new == 0 and ask(port) == holds
        claims = {claim.id for read in port.store.readings() for claim in read.claims}
        assert {claim.id for entry in before for claim in entry.claims} <= claims, "what the machine found is kept"
    finally:
        for one in port.decisions:
            port.take_back(one.id, "for the next test")
    assert ask(port) == was and port.entries == before
    assert {one.id for one in made} <= {one.id for one in port.store.decisions()}, "the record shows both"


def test_what_is_held_apart_meets_through_no_third(port: OpenAccount) -> None:
    first, second = (claim.id for claim in copied(port)[0].claims)
    other = next(entry.id for entry in port.events if first not in {claim.id for claim in entry.claims})
    try:
        port.decide(correcting.split(port, copied(port)[0].id, [first], "two"))
        port.decide(correcting.merged(port, [first, other], "one"))
        port.decide(correcting.merged(port, [other, second], "one"))
        lines = {claim.id: entry.id for entry in port.events for claim in entry.claims}
        assert lines[first] != lines[second]
    finally:
        for one in port.decisions:
            port.take_back(one.id, "for the next test")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda a: correcting.merged(a, ["ev-none", "ev-no"], ""), "no line or claim ev-none"),
        (lambda a: correcting.merged(a, [a.events[0].id] * 2, ""), "two different lines"),
        (lambda a: correcting.merged(a, [a.events[0].id, a.statements[0].id], ""), "no line is of two kinds"),
        (lambda a: correcting.split(a, a.events[0].id, [a.events[0].id], ""), "not all of it"),
        (lambda a: correcting.dropped(a, a.events[0].id, " "), "say why"),
        (lambda a: correcting.dropped(a, a.actors[0].id, "x"), "rests on no claims"),
        (lambda a: correcting.residue(a, "a.txt", "words that stand nowhere", ""), "does not have these very words"),
        (lambda a: correcting.residue(a, "z.txt", "words", ""), "no report is 'z.txt'"),
        (lambda a: correcting.dated(a, "a.txt", "yesterday", ""), "no ISO date"),
        (lambda a: correcting.stated(a, a.commitments[0].id, "fulfilled", ""), "is one of: open"),
        (lambda a: correcting.stated(a, a.statements[0].id, "kept", ""), "for commitments and appointments alone"),
        (lambda a: correcting.graded(a, "The Moon", "A", ""), "there are: Bay Herald, Coast Ledger"),
        (lambda a: correcting.graded(a, "Bay Herald", "G", ""), "no grade"),
    ],
)
def test_what_is_not_clear_is_refused(port: OpenAccount, make: Make, told: str) -> None:
    with pytest.raises(Undecidable, match=told):
        make(port)
    assert port.decisions == ()


def test_the_later_state_stands_and_one_may_be_rejected(port: OpenAccount) -> None:
    line = port.commitments[0].id
    try:
        port.decide(correcting.stated(port, line, "kept", ""))
        port.decide(correcting.stated(port, line, "broken", ""))
        assert port.commitments[0].state == "broken"
        port.decide(correcting.stated(port, line, "broken", "", verdict="no"))
        assert port.commitments[0].state == "open"
    finally:
        for one in port.decisions:
            port.take_back(one.id, "for the next test")


def test_decisions_travel_and_wait_for_what_they_are_about(port: OpenAccount, tmp_path: Path) -> None:
    folder = Path(port.store.path).parent
    try:
        for make in (split, residue, date, state, grade, merge):
            port.decide(make(port))
        taken = port.decide(drop(port))
        port.take_back(taken[0].id, "no rehearsal")
        rows = [json.dumps(row) for row in decision_rows(port)]
        with wirecopy.open(str(tmp_path / "other.db")) as other:
            other.read([str(folder / name) for name in ("a.txt", "b.txt")])
            done = take_decisions(other, rows)
            assert (done.new, done.known) == (len(rows), 0)
            assert {"dated", "same line"} <= {one.relation for one in done.waiting}, "c.txt is not there"
            assert take_decisions(other, rows).known == len(rows)
            other.read(str(folder / "c.txt"))
            assert waiting(other) == () and other.entries == port.entries
    finally:
        for one in port.decisions:
            port.take_back(one.id, "for the next test")


@pytest.mark.parametrize("line", ["{", '{"id": "j-1"}', "[]"])
def test_what_is_no_decision_is_not_taken(port: OpenAccount, line: str) -> None:
    with pytest.raises(BadDecision, match="line 1"):
        take_decisions(port, [line])


def test_an_altered_decision_is_not_taken(port: OpenAccount) -> None:
    (row,) = grade(port)
    with wirecopy.open(":memory:") as other:
        other.store.add_decisions([row])
        (told,) = decision_rows(other)
    with pytest.raises(BadDecision, match="altered"):
        take_decisions(port, [json.dumps(told | {"named": "A"})])
    assert port.store.decisions() == tuple(one for one in port.store.decisions() if one.id != row.id)
