"""Corrections, the briefing and explanations on the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import wirecopy
from wirecopy.cli import app

TEXTS = {
    "a.txt": "Bay Herald\n\nPort closes\n\n3 May 2021\n\nHarbour minister Mara Selin said on Monday that the port would close. "
    "“If the strike goes on, we will cut the gas,” Selin said.\n\nSupport us now",
    "b.txt": "Coast Ledger\n\nPort is safe\n\n5 May 2021\n\nOlev Kask told reporters on Tuesday that the port was safe. "
    "About 400 soldiers guard it, Kask said.",
}
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trust")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    with wirecopy.open(str(folder / "a.db")) as account:
        account.read([str(folder / name) for name in TEXTS])
    return folder


@pytest.fixture
def run(made: Path, tmp_path: Path) -> Run:
    shutil.copy(made / "a.db", tmp_path / "a.db")
    env = {"WIRECOPY_ACCOUNT": str(tmp_path / "a.db"), "WIRECOPY_ANALYST": "kim", "COLUMNS": "200"}
    return lambda *words: CliRunner().invoke(app, list(words), env=env)


def ids(run: Run, kind: str) -> list[str]:
    return [json.loads(line)["id"] for line in run("show", kind, "--json").output.splitlines()]


def test_each_correction_is_made_listed_and_undone(run: Run) -> None:
    first, second = ids(run, "statements")[:2]
    (threat,) = ids(run, "commitments")
    corrections = [
        ("merge", first, second), ("state", threat, "broken"), ("date", "b.txt", "2021-05-04"),
        ("grade", "coast ledger", "B"), ("residue", "b.txt", "About 400 soldiers guard it, Kask said."),
        ("state", threat, "lapsed", "--not"),
    ]  # fmt: skip
    for words in corrections:
        result = run("judge", *words, "--because", "it is so")
        assert result.exit_code == 0, result.output
    assert ids(run, "figures") == [] and "broken" in run("show", "commitments", "--json").output
    listed = run("judge", "list").output.splitlines()
    assert len(listed) == len(corrections) and all("kim, 20" in line and "it is so" in line for line in listed)
    for line in listed:
        assert run("judge", "undo", line.split()[0], "--because", "no").exit_code == 0
    assert "nothing was decided" in run("judge", "list").output and len(ids(run, "figures")) == 1
    every = run("judge", "list", "--all").output.splitlines()
    assert len(every) == len(corrections) and all("taken back by kim" in line for line in every)
    rows = [json.loads(line) for line in run("judge", "list", "--all", "--json").output.splitlines()]
    assert all(row["taken_back"]["because"] == "no" for row in rows)


def test_what_is_wrong_is_told_without_a_traceback(run: Run) -> None:
    for words in (["drop", "ev-none"], ["split", "ev-none", "e-none"], ["grade", "The Moon", "A"], ["undo", "j-none"]):
        result = run("judge", *words, "--because", "x")
        assert result.exit_code == 1 and result.output.startswith("wirecopy: "), result.output


def test_decisions_travel(run: Run, tmp_path: Path, made: Path) -> None:
    (threat,) = ids(run, "commitments")
    run("judge", "state", threat, "broken")
    run("judge", "date", "b.txt", "2021-05-04")
    file = str(tmp_path / "decisions.jsonl")
    assert "wrote 2 decisions" in run("export", "judgements", file).output
    with wirecopy.open(str(tmp_path / "other.db")) as other:
        other.read(str(made / "a.txt"))
    told = run("import", "judgements", file, "--account", str(tmp_path / "other.db")).output
    assert "2 decisions new, 0 known already" in told and "not here yet" in told and "was published 2021-05-04" in told
    listed = run("judge", "list", "--account", str(tmp_path / "other.db")).output
    assert "is broken" in listed and "what it is about is not in this account yet" in listed
    (tmp_path / "bad.jsonl").write_text("{}\n")
    refused = run("import", "judgements", str(tmp_path / "bad.jsonl"))
    assert refused.exit_code == 1 and "line 1 is no decision" in refused.output


def test_the_briefing_tells_what_changed_and_the_grades(run: Run) -> None:
    run("judge", "grade", "Coast Ledger", "C")
    output = run("brief", "--since", "2021-05-03").output
    assert "## What changed since 3 May 2021" in output and "- new: " in output and ", C3 [2]" in output
    assert run("brief", "--since", "may").exit_code == 2
    assert "WHAT HAPPENED" in run("brief", "--to", "text").output
    assert run("brief", "--to", "html").output.startswith("<!doctype html>")
    assert run("show", "statements").output.count("  C3") >= 1


def test_explain_of_reports_judgements_and_claims(run: Run) -> None:
    run("judge", "grade", "Coast Ledger", "C", "--because", "a tabloid")
    assert "cut “Support us now”" in run("explain", "a.txt").output
    assert (
        run("explain", "[1]").output == run("explain", "1").output == run("explain", "a.txt").output
    )  # as a briefing cites
    assert run("explain", "99").exit_code == 1
    made = run("judge", "list").output.split()[0]
    assert "Coast Ledger is graded C (kim" in run("explain", made).output
    (row,) = (json.loads(line) for line in run("show", "commitments", "--json").output.splitlines())
    claim = row["evidence"][0]["claim"]
    assert row["id"] in run("explain", claim).output
    assert run("explain", "ev-none").exit_code == 1


def test_refresh_says_what_changed(run: Run) -> None:
    assert "no line changed" in run("refresh").output
    assert "0 reports read anew" in run("refresh", "--outdated").output


def test_doctor_lists_what_matters_most_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"\x00\x01\x02")
    run("read", "--account", str(tmp_path / "a.db"), str(tmp_path / "empty.pdf"))
    levels = [line.split()[0] for line in run("doctor").output.splitlines()]
    assert levels == sorted(levels, key=["error", "warning", "info"].index) and levels[0] == "error"
