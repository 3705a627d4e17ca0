"""What analysts decide in an account, on real texts: names looked up, ambiguity refused, re-reading survived."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import wirecopy
from wirecopy.run.account import OpenAccount

TEXTS = {
    "a.txt": "Harbour talks open in Odrin\n\nForeign Minister Ion Grosu met Prime Minister Mara Selin in Odrin on Tuesday. "
    "Grosu said the harbour would stay open.",
    "b.txt": "Envoy warns of delay\n\nRadu Grosu, the envoy, told reporters that the ferry would not sail this week. "
    "Grosu added that the port was closed. The envoy spoke for an hour.",
}


@pytest.fixture
def account(tmp_path: Path) -> Iterator[OpenAccount]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    with wirecopy.open(str(tmp_path / "a.db")) as made:
        made.read([str(tmp_path / name) for name in TEXTS])
        yield made


def names(account: OpenAccount) -> set[str]:
    return {entry.value.name for entry in account.actors if "Grosu" in entry.value.name}  # type: ignore[union-attr]


def test_a_decision_survives_rereading_and_is_taken_back(account: OpenAccount, tmp_path: Path) -> None:
    assert names(account) == {"Ion Grosu", "Radu Grosu"}
    before = [entry.id for entry in account.entries]
    made = account.decide_actors("radu grosu", "Ion Grosu", "yes", "one man, misnamed", "kim")
    assert names(account) == {"Ion Grosu"}
    account.read([str(tmp_path / "b.txt")])
    account.refold()
    assert names(account) == {"Ion Grosu"}
    assert [one.because for one in account.decisions] == ["one man, misnamed"]
    account.take_back(made.id, "they are two", "lee")
    assert names(account) == {"Ion Grosu", "Radu Grosu"}
    assert [entry.id for entry in account.entries] == before
    assert account.decisions == ()


def test_somebody_new_may_be_meant_in_some_reports(account: OpenAccount) -> None:
    account.decide_actors("Radu Grosu", "Petru Grosu", "yes", "misprint", within=["b.txt"])
    assert names(account) == {"Ion Grosu", "Petru Grosu"}
    said = [line for line in account.statements if "b.txt" in {r.path for r in account.reports if r.id in line.reports}]
    assert {line.value.speaker.name for line in said} == {"Petru Grosu"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("left", "right", "within", "told"),
    [
        ("Grosu", "Mara Selin", (), "give the id"),
        ("Nobody", "Mara Selin", (), "no report names 'Nobody'"),
        ("Mara Selin", "Somebody New", (), "no report names 'Somebody New'"),
        ("Mara Selin", "mara selin", (), "one actor"),
        ("the envoy", "Radu Grosu", (), "names of one actor"),
        ("Mara Selin", "Ion Grosu", ("c.txt",), "no report is 'c.txt'"),
    ],
)
def test_what_is_not_clear_is_refused(
    account: OpenAccount, left: str, right: str, within: tuple[str, ...], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        account.decide_actors(left, right, "yes", "", within=within)
    assert account.decisions == ()


def test_what_does_not_stand_cannot_be_taken_back(account: OpenAccount) -> None:
    with pytest.raises(ValueError, match="no decision j-none stands"):
        account.take_back("j-none", "")
