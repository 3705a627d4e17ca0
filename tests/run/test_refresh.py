"""Reading everything anew: nothing changes by itself, a user's actors reach what was read before, given dates stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import wirecopy
from wirecopy.findings import FINDERS
from wirecopy.findings.finder import Finder
from wirecopy.language.actors.own_actors import BadActors
from wirecopy.model import Claim, Passage
from wirecopy.notes import Notes
from wirecopy.run import versions
from wirecopy.run.account import OpenAccount

TEXT = (
    "Harbour talks open\n\nSelin met the Estonian foreign minister in Port Almeda on Tuesday. “The harbour stays open,” the"
    " OHG said."
)
OWN = """
people:
  Mara Selin: "*; Selin | EST f | harbour minister 2021-03/"
organisations:
  ohg: Odrin Harbour Guard | OHG | EST
"""


@pytest.fixture
def account(tmp_path: Path) -> Iterator[OpenAccount]:
    (tmp_path / "a.txt").write_text(TEXT)
    with wirecopy.open(str(tmp_path / "a.db")) as made:
        made.read(str(tmp_path / "a.txt"), published="2021-12-09")
        yield made


def test_the_same_rules_find_the_same(account: OpenAccount) -> None:
    before = account.entries
    done = account.refresh()
    assert (done.reports, done.new, done.retired, done.failed) == (1, 0, 0, 0)
    assert account.entries == before
    assert [report.published.value for report in account.reports if report.published] == ["2021-12-09"]


def test_own_actors_reach_what_was_read_before(account: OpenAccount, tmp_path: Path) -> None:
    assert "mara-selin" not in {entry.id for entry in account.actors}
    ids = {claim.id for entry in account.entries for claim in entry.claims}
    assert account.use_actors(OWN) is not None
    assert {"mara-selin", "ohg"} <= {entry.id for entry in account.actors}
    assert ids & {claim.id for entry in account.entries for claim in entry.claims}
    assert account.use_actors(OWN) is None
    (tmp_path / "b.txt").write_text("Selin resigns\n\nSelin said on Friday that she would leave.")
    account.read(str(tmp_path / "b.txt"))
    assert {line.value.speaker.id for line in account.statements if line.value.speaker} >= {"mara-selin"}  # type: ignore[union-attr]


def test_what_cannot_be_taken_changes_nothing(account: OpenAccount) -> None:
    before = account.entries
    with pytest.raises(BadActors, match="no section"):
        account.use_actors("persons:\n  A: b")
    assert account.entries == before
    account.refresh()
    assert account.entries == before


def test_what_is_no_longer_found_is_retired(account: OpenAccount) -> None:
    store = account.store
    store.connection.execute("UPDATE documents SET raw = ?", (b"Storm hits Odrin\n\nA storm hit Odrin on Tuesday.",))
    old = [claim.id for entry in account.entries for claim in entry.claims]
    done = account.refresh()
    assert done.retired >= len(old) > 0
    assert all(store.claim(claim).id == claim for claim in old)
    assert not set(old) & {claim.id for entry in account.entries for claim in entry.claims}
    assert [hit.path for hit in account.search("storm")] == ["a.txt"]
    assert not account.search("harbour")


def test_a_finder_of_a_new_version_runs_alone_and_ids_stay(
    account: OpenAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {claim.id: claim.rule for entry in account.entries for claim in entry.claims}
    assert account.refresh(outdated=True).reports == 0, "nothing is outdated"
    ran: list[str] = []

    def newer(finder: Finder) -> Finder:
        def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
            ran.append(finder.name)
            return [replace(claim, rule="statements@99") for claim in finder.find(passage, notes)]

        return Finder("statements", 99, find) if finder.name == "statements" else replace_find(finder, find)

    monkeypatch.setattr(versions, "FINDERS", tuple(newer(finder) for finder in FINDERS))
    done = account.refresh(outdated=True)
    assert (done.reports, done.new, done.retired) == (1, 0, 0) and ran == ["statements"]
    after = {claim.id: claim.rule for entry in account.entries for claim in entry.claims}
    assert after.keys() == before.keys()
    assert {rule for one, rule in after.items() if rule != before[one]} == {"statements@99"}
    assert account.refresh(outdated=True).reports == 0


def replace_find(finder: Finder, find: Callable[[Passage, Notes], Iterable[Claim]]) -> Finder:
    return Finder(finder.name, finder.version, find)


def test_what_a_new_version_no_longer_finds_is_retired(account: OpenAccount, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [claim.id for entry in account.events for claim in entry.claims]
    said = [entry.id for entry in account.statements]
    silent = tuple(Finder("events", 99, lambda passage, notes: ()) if f.name == "events" else f for f in FINDERS)
    monkeypatch.setattr(versions, "FINDERS", silent)
    done = account.refresh(outdated=True)
    assert events and done.retired == len(events) and account.events == ()
    assert [entry.id for entry in account.statements] == said
    assert [account.claim(one).id for one in events] == events, "retired, never deleted"
