"""Bad input: each thing gets a clear line in `doctor`, never a traceback, and never stops the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from wirecopy.cli import app

GOOD = (
    "Port talks go on\n\nOSLO, Jan. 3, 2022 - Norway and Iceland held talks on Monday over 40 trawlers.\n\n"
    "“We will meet again on Thursday,” Norway's minister, Kari Vik, said.\n"
)
GERMAN = (
    "Die Gespräche über den Hafen wurden am Montag fortgesetzt, sagte die Ministerin vor Journalisten in Oslo. "
    "Die beiden Länder wollen sich am Donnerstag wieder treffen, um über die Fangquoten zu verhandeln und die Lage "
    "der Fischer zu besprechen, die seit Wochen nicht mehr auslaufen dürfen.\n"
)


@pytest.fixture
def mess(tmp_path: Path) -> Path:
    folder = tmp_path / "mess"
    (folder / "inner").mkdir(parents=True)
    (folder / "good.txt").write_text(GOOD, encoding="utf8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "latin.txt").write_bytes(GOOD.replace("Kari Vik", "Bjørn Ås").encode("cp1252"))
    (folder / "wide.txt").write_bytes(GOOD.encode("utf-16"))
    (folder / "huge.txt").write_bytes(b"word " * 10_000_000)
    (folder / "german.txt").write_text(GERMAN, encoding="utf8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "inner" / "loop").symlink_to(folder, target_is_directory=True)
    return folder


def test_each_gets_a_line_and_the_rest_is_read(mess: Path, tmp_path: Path) -> None:
    runner, database = CliRunner(), str(tmp_path / "a.db")
    result = runner.invoke(app, ["read", "--account", database, str(mess), str(tmp_path / "missing.txt")])
    assert result.exit_code == 3, result.output
    assert "Traceback" not in result.output
    assert "4 read, 0 known already" in result.output
    notes = runner.invoke(app, ["doctor", "--account", database]).output
    for name, word in [
        ("empty.txt", "empty"),
        ("junk.txt", "not read"),
        ("latin.txt", "1252"),
        ("wide.txt", "utf-16"),
        ("huge.txt", "over the limit"),
        ("german.txt", "not analysed"),
        ("picture.png", "skipped"),
        ("inner/loop", "link"),
        ("missing.txt", "no such file"),
    ]:
        assert any(name in line and word in line for line in notes.splitlines()), (name, notes)


def test_nothing_read_is_an_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["read", "--account", str(tmp_path / "a.db"), str(tmp_path / "missing")])
    assert result.exit_code == 1
    assert "0 read" in result.output


def test_a_wrong_date_is_refused_before_anything_is_stored(mess: Path, tmp_path: Path) -> None:
    words = ["read", "--account", str(tmp_path / "a.db"), "--published", "last Tuesday", str(mess / "good.txt")]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert "ISO date" in result.output


def test_a_foreign_file_is_no_account(mess: Path) -> None:
    result = CliRunner().invoke(app, ["show", "events", "--account", str(mess / "german.txt")])
    assert result.exit_code == 1
    assert "is not a wirecopy account" in result.output


def test_a_folder_is_no_account(mess: Path) -> None:
    result = CliRunner().invoke(app, ["show", "events", "--account", str(mess)])
    assert result.exit_code == 1
    assert "is a folder" in result.output


def test_two_outlets_with_the_same_bytes_are_two_reports_of_one_origin(tmp_path: Path) -> None:
    for outlet in ("first", "second"):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "story.txt").write_text(GOOD, encoding="utf8")
    words = ["read", "--account", str(tmp_path / "a.db"), str(tmp_path / "first"), str(tmp_path / "second")]
    result = CliRunner().invoke(app, words)
    assert "2 read, 0 known already, 0 not read; 2 reports, 1 origin" in result.output.replace("\n", " ")


def test_what_failed_before_is_told_again_and_a_date_for_what_is_known_is_not_lost_in_silence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "a.txt").write_text("Chad and Mali met in Gao on Monday.")
    words = ["read", "--account", str(tmp_path / "a.db"), str(tmp_path / "a.txt"), str(tmp_path / "empty.txt")]
    first, again = (CliRunner().invoke(app, words) for _ in range(2))
    assert (
        "empty.txt: not read: the file is empty" in first.output
        and "empty.txt: not read: the file is empty" in again.output
    )
    assert "see: wirecopy judge date" in CliRunner().invoke(app, [*words, "--published", "2021-12-09"]).output


def test_a_file_without_decisions_is_none(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("")
    result = CliRunner().invoke(
        app, ["import", "judgements", str(tmp_path / "none.jsonl"), "--account", _account(tmp_path)]
    )
    assert result.exit_code == 1 and "has no decisions" in result.output


def _account(folder: Path) -> str:
    (folder / "b.txt").write_text("Chad and Mali met in Gao on Monday.")
    CliRunner().invoke(app, ["read", "--account", str(folder / "b.db"), str(folder / "b.txt")])
    return str(folder / "b.db")
