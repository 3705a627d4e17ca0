"""Dates of a report that contradict each other stand in its issue log; those that agree do not."""

from __future__ import annotations

import pytest

import wirecopy

TOLD = [
    (
        " date 2021-12-09\n\nOSLO, Dec. 14 (Wire) - The envoys met.",
        "dated “2021-12-09”, but its dateline says “Dec. 14”",
    ),
    (
        "Published: 9 December 2021\n\nTalks open\n\nThe envoys met.\n\nPublished: 14 December 2021",
        "another date line says",
    ),
    (" date 2021-12-09\n\nTalks open\n\nThe envoys met.\n\n© 2019 Harbour Wire", "the notice says 2019"),
    (" date 2021-12-09\n\nThe envoys met today, 3 December 2021.", "“today” stands with “3 December 2021”"),
    ("The envoys met on Friday, 9 December 2021.", "it says “Friday, 9 December 2021”, though that day was a Thursday"),
    ("The bridge is to open on 31 February 2022.", "the calendar has no “31 February 2022”"),
]
AGREED = [
    " date 2021-12-09\n\nOSLO, Dec. 8 (Wire) - The envoys met on Wednesday.",
    " date 2022-01-01\n\nOSLO, Dec. 31 (Wire) - The envoys met on Friday.",
    "Published: 9 December 2021\nUpdated: 14 December 2021\n\nTalks open\n\nThe envoys met.",
    " date 2021-12-09\n\nTalks open\n\nThe envoys met on Thursday, 9 December 2021.\n\n© 2021 Harbour Wire",
    "OSLO, Dec. 14 (Wire) - The envoys met on Tuesday.",
]


def warnings(text: str) -> list[str]:
    return [note.message for note in wirecopy.read(text).notes.lines if note.level == "warning"]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[told for _, told in TOLD])
def test_a_contradiction_is_told_once(text: str, told: str) -> None:
    (found,) = warnings(text)
    assert told in found


@pytest.mark.parametrize("text", AGREED)
def test_what_agrees_is_no_contradiction(text: str) -> None:
    assert warnings(text) == []
