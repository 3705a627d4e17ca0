"""Copies → families: an original (or the trace of one) and all its copies."""

from __future__ import annotations

from collections.abc import Iterable

from wirecopy.model import Comparison, Family

COPIES = ("verbatim", "rewrite", "excerpt")


def fold(report_ids: Iterable[str], comparisons: Iterable[Comparison]) -> tuple[Family, ...]:
    """Fold comparisons into families; every report is in exactly one.

    Only copies join: a shared passage or a shared story never does. The result depends on neither order: members and
    links are sorted, families stand in the order of their first member. A comparison of a report that is not among
    `report_ids` is left out.
    """
    parent = {report: report for report in report_ids}
    links = sorted(
        {(min(c.left, c.right), max(c.left, c.right), c.kind, c.score) for c in comparisons if c.kind in COPIES}
    )

    def root(report: str) -> str:
        while parent[report] != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    links = [link for link in links if link[0] in parent and link[1] in parent]
    for left, right, *_ in links:
        first, second = sorted((root(left), root(right)))
        parent[second] = first
    members: dict[str, list[str]] = {}
    for report in sorted(parent):
        members.setdefault(root(report), []).append(report)
    inside: dict[str, list[tuple[str, str, str, float]]] = {first: [] for first in members}
    for left, right, kind, score in links:
        inside[root(left)].append((left, right, kind, score))
    return tuple(Family(tuple(members[first]), tuple(inside[first])) for first in sorted(members))
