"""Bytes in: encodings, and files that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from wirecopy.documents import NotText, decode, documents_in
from wirecopy.notes import Notes

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "decoding.yml").read_text(encoding="utf8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["raw"][:20]))
def test_decoding(case: dict[str, Any]) -> None:
    raw = case["raw"].encode("latin-1")
    if "text" not in case:
        with pytest.raises(NotText):
            decode(raw)
        return
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding) == (case["text"], case["encoding"])
    assert bool(decoded.remarks) == (case["encoding"] != "utf-8" or raw.startswith(b"\xef\xbb\xbf"))


def test_a_directory_is_read_by_name_and_all_else_is_noted(tmp_path: Path) -> None:
    (tmp_path / "day1").mkdir()
    (tmp_path / "day1" / "b.txt").write_text("Two.")
    (tmp_path / "a.md").write_text("One.")
    (tmp_path / "c").write_text("Three.")
    (tmp_path / "d.pdf").write_text("%PDF")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "blank.txt").write_text(" \n")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "nowhere.txt").symlink_to("gone")
    (tmp_path / "day1" / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    os.truncate(os.open(tmp_path / "huge.txt", os.O_CREAT | os.O_WRONLY), 50_000_000)
    notes = Notes()
    found = list(documents_in([tmp_path], notes))
    assert [(document.source, decoded.text) for document, decoded in found] == [
        ("a.md", "One."),
        ("c", "Three."),
        ("day1/b.txt", "Two."),
    ]
    assert {(line.source, line.level) for line in notes.lines} == {
        ("d.pdf", "info"), ("empty.txt", "warning"), ("blank.txt", "warning"), ("junk.txt", "error"),
        ("nowhere.txt", "error"), ("day1/loop", "info"), ("pipe.txt", "error"), ("huge.txt", "error"),
    }  # fmt: skip


def test_a_missing_file_is_noted_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    notes = Notes()
    found = list(documents_in([tmp_path / "gone.txt", tmp_path / "a.txt", tmp_path / "a.txt"], notes))
    assert [document.source for document, _ in found] == ["a.txt"]
    assert [(line.source, line.level) for line in notes.lines] == [(str(tmp_path / "gone.txt"), "error")]


def test_ids_come_from_name_and_content(tmp_path: Path) -> None:
    for name, text in (("a.txt", "One."), ("b.txt", "One.")):
        (tmp_path / name).write_text(text)
    (first, _), (second, _) = documents_in([tmp_path], Notes())
    (again, _), *_ = documents_in([tmp_path / "a.txt"], Notes())
    assert first.id == again.id != second.id
