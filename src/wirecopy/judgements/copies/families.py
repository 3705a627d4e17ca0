"""Copies → families: an original (or the trace of one) and all its copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wirecopy.model import Comparison, Family

COPIES = ("verbatim", "rewrite", "excerpt")
CONTAINED = 0.9
"""The score from which the shorter of two copies says next to nothing that the longer does not."""
CUT = 0.8
"""The share of a text's length up to which another that is contained in it has been cut."""
Link = tuple[str, str, str, float]


class Groups:
    """Things that are joined to groups, two at a time (union-find). A group's root is its smallest member."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}

    def __contains__(self, member: str) -> bool:
        return member in self._parent

    def root(self, member: str) -> str:
        """The smallest member of the group. Raises KeyError."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def together(self, one: str, other: str) -> bool:
        """Are the two in one group?"""
        return self.root(one) == self.root(other)

    def join(self, one: str, other: str) -> None:
        """Make one group of those of the two."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parent[second] = first

    def members(self) -> list[list[str]]:
        """All groups, in the order of their first members; members sorted."""
        groups: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            groups.setdefault(self.root(member), []).append(member)
        return [groups[first] for first in sorted(groups)]


def by_cutting(one: str, other: str, copies: Mapping[str, Mapping[str, float]], sizes: Mapping[str, int]) -> bool:
    """Are two alike only because one was cut? So it is where the text that it was cut from is no copy of the other.

    A report that takes over three paragraphs of a long story is no copy of it. Of the story cut to half they are so large a
    part that it would seem one. `copies` are the scores of copies by both ids, `sizes` the lengths of the reports.
    """
    return any(
        score >= CONTAINED and sizes[cut] <= CUT * sizes[whole] and whole != rest and rest not in copies.get(whole, {})
        for cut, rest in ((one, other), (other, one))
        for whole, score in copies.get(cut, {}).items()
    )


def fold(sizes: Mapping[str, int], comparisons: Iterable[Comparison]) -> tuple[Family, ...]:
    """Fold comparisons into families; every report is in exactly one. `sizes` are the lengths of all reports by id.

    Only copies join: a shared passage or a shared story never does. The result depends on neither order: members and
    links are sorted, families stand in the order of their first member. A comparison of a report that is not among
    `sizes` is left out.
    """
    groups = Groups(sizes)
    links: list[Link] = sorted(
        {(min(c.left, c.right), max(c.left, c.right), c.kind, c.score) for c in comparisons if c.kind in COPIES}
    )
    copies: dict[str, dict[str, float]] = {}
    links = [link for link in links if link[0] in groups and link[1] in groups]
    for left, right, _, score in links:
        copies.setdefault(left, {})[right] = copies.setdefault(right, {})[left] = score
    links = [link for link in links if not by_cutting(link[0], link[1], copies, sizes)]
    for left, right, *_ in links:
        groups.join(left, right)
    inside: dict[str, list[Link]] = {}
    for link in links:
        inside.setdefault(groups.root(link[0]), []).append(link)
    return tuple(Family(tuple(members), tuple(inside.get(members[0], ()))) for members in groups.members())
