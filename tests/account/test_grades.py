"""Grades: the letter is an analyst's alone, the digit is counted."""

from __future__ import annotations

import pytest

from wirecopy.account.grades import grade, letters
from wirecopy.model import Check, Entry, Event, Family, Judgement, Relation

OUTLETS = {"r1": "Bay Herald", "r2": "Coast Ledger", "r3": None}


def entry(reports: tuple[str, ...], origins: int, **more: object) -> Entry:
    return Entry("ev-1", "event", Event("CONSULT"), (), reports, origins, (), **more)  # type: ignore[arg-type]


def graded(source: str, letter: str) -> Judgement:
    return Judgement(source, source, "graded", "yes", "", "analyst:kim", at="2024-01-01", named=letter)


@pytest.mark.parametrize(
    ("line", "given", "shown", "because"),
    [
        (entry(("r1",), 1), (), "F3", "no analyst graded its sources; 3: one origin"),
        (entry(("r1", "r2"), 1), (), "F3", "one origin"),
        (entry(("r1", "r2"), 2), (), "F1", "1: 2 origins, independent of each other"),
        (entry(("r1", "r2"), 2), (("Coast Ledger", "B"),), "B1", "(Coast Ledger B)"),
        (
            entry(("r1", "r2"), 2),
            (("Coast Ledger", "D"), ("Bay Herald", "A")),
            "A1",
            "(Bay Herald A and Coast Ledger D)",
        ),
        (entry(("r3",), 1), (("r3", "E"),), "E3", "(r3 E)"),
        (entry((), 0), (), "F6", "6: no origin"),
        (entry(("r1",), 1, relations=(Relation("fi-2", "disagrees", ""),)), (), "F3!", "contradicted by fi-2"),
        (entry(("r1",), 1, relations=(Relation("fi-2", "update", ""),)), (), "F3", ""),
        (entry(("r1",), 1, checks=(Check("source", "disagrees", "r1", ""),)), (), "F3!", "contradicted by its source"),
    ],
)
def test_grades(line: Entry, given: tuple[tuple[str, str], ...], shown: str, because: str) -> None:
    found = grade(line, OUTLETS, letters([graded(source, letter) for source, letter in given]))
    assert found is not None and str(found) == shown and because in found.because


def test_what_nobody_tells_has_no_grade() -> None:
    assert grade(Entry("fa-1", "family", Family(("r1",)), (), ("r1",), 1, ()), OUTLETS, {}) is None
