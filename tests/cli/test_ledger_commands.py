"""Accounts of earlier days, the ledger's filters, what-if and positions on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wirecopy.cli import app
from wirecopy.run.account import OpenAccount

Run = Callable[..., Result]


@pytest.fixture
def run(account: OpenAccount) -> Run:
    """Run a command on the account of the sample corpus."""
    return lambda *words: CliRunner().invoke(
        app, list(words), env={"WIRECOPY_ACCOUNT": account.store.path, "COLUMNS": "200"}
    )


def test_the_export_of_an_earlier_day_has_what_was_out_by_then(run: Run, account: OpenAccount, tmp_path: Path) -> None:
    done = run("export", account.store.path, "--as-of", "2021-12-14", str(tmp_path))
    assert done.exit_code == 0 and "reports left out" in done.stderr
    paths = {json.loads(line)["path"] for line in (tmp_path / "reports.jsonl").read_text().splitlines()}
    assert "01-two-screens.txt" in paths and "38-invasion.txt" not in paths
    for file in tmp_path.glob("*.jsonl"):
        assert "38-invasion" not in file.read_text() and "Swift" not in file.read_text()


@pytest.mark.parametrize("words", [("show", "reports"), ("brief",), ("show", "positions"), ("what-if", "x attacks y")])
def test_as_of_wants_a_day(run: Run, words: tuple[str, ...]) -> None:
    found = run(*words, "--as-of", "last week")
    assert found.exit_code == 2 and "--as-of last week is no ISO date" in found.output


def test_commitments_are_filtered_by_side_kind_state_and_day(run: Run) -> None:
    rows = [json.loads(line) for line in run("show", "commitments", "--status", "broken", "--json").output.splitlines()]
    assert rows and {row["state"] for row in rows} == {"broken"}
    some = run("show", "commitments", "--status", "broken", "--by", "Russia", "--act", "promise", "--json").output
    chosen = [json.loads(line)["id"] for line in some.splitlines()]
    assert 0 < len(chosen) < len(rows) and set(chosen) <= {row["id"] for row in rows}


def test_what_if_in_words_and_by_fields_is_one_tree(run: Run) -> None:
    in_words = run("what-if", "Russia invades Ukraine", "--as-of", "2021-12-31", "--json").output
    fields = ("--act", "assault", "--who", "Russia", "--whom", "Ukraine", "--as-of", "2021-12-31", "--json")
    assert in_words and run("what-if", *fields).output == in_words
    assert run("what-if").exit_code == run("what-if", "It rains", "--act", "ASSAULT").exit_code == 2
    assert run("what-if", "--act", "DANCE").exit_code == 2


def test_a_condition_is_met_by_its_own_words_with_fewer_names(run: Run) -> None:
    assert "- threat: Kremlin" in run("what-if", "sanctions on Putin").output


def test_positions_as_text_and_as_rows(run: Run) -> None:
    rows = [json.loads(line) for line in run("show", "positions", "--json").output.splitlines()]
    assert {"issue", "side", "stances"} <= rows[0].keys()
    text = run("show", "positions").output
    assert all(line["id"] in text for row in rows for lines in row["stances"].values() for line in lines)
    moved = run("show", "positions", "--since", "2021-12-31", "--as-of", "2022-01-31", "--actor", "Germany").output
    assert moved.startswith("Moved since 2021-12-31\n") and "new → open" in moved


def test_a_state_is_found_by_who_speaks_for_it(run: Run) -> None:
    found = run("show", "commitments", "--by", "Russia")
    assert "demand: Vladimir Putin" in found.stdout and "Joe Biden →" not in found.stdout
    assert "with those who speak for Russia: " in found.stderr and "Putin" in found.stderr
    assert "speak for" not in run("show", "commitments", "--by", "Putin").stderr
