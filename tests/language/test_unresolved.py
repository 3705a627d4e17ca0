"""What stays open of who is who stands in the issue log, each matter once."""

from __future__ import annotations

import pytest

import wirecopy

OPEN = [
    ("Smith spoke. John Smith and Adam Smith of Ohio disagreed. Smith left.", ["left open who “Smith” is"]),
    (
        "The ministry said on Monday that talks would go on.",
        ["left open who “The ministry” is: no ministry named before"],
    ),
    ("Rain fell on the plain all day. It was cold, and he was late.", ["left open whom pronouns mean, "]),
    ("Ion Grosu spoke on Monday. He said that people were tired.", []),
]


@pytest.mark.parametrize(("text", "begins"), OPEN)
def test_each_open_matter_is_noted_once(text: str, begins: list[str]) -> None:
    notes = [n.message for n in wirecopy.read(text, published="2022-01-10").notes.lines if n.stage == "language"]
    assert len(notes) == len(begins)
    assert all(note.startswith(begin) for note, begin in zip(notes, begins, strict=True))
