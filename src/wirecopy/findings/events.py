from __future__ import annotations

from collections.abc import Iterable

from wirecopy.findings.finder import Finder
from wirecopy.model import Claim, Passage
from wirecopy.notes import Notes


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    return ()


FINDER = Finder("events", 1, find)
