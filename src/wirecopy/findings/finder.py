"""What a finder is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from wirecopy.model import Claim, Passage
from wirecopy.notes import Notes


class Finder(NamedTuple):
    """A pure function from a passage to claims. Bumping `version` reruns this finder alone."""

    name: str
    version: int
    find: Callable[[Passage, Notes], Iterable[Claim]]

    @property
    def rule(self) -> str:
        """How claims name it: name@version."""
        return f"{self.name}@{self.version}"
