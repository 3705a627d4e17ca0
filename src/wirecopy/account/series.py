"""Contested series: figures of one thing that give different values stand side by side; nothing is averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from wirecopy.judgements.figures import relation, same_thing
from wirecopy.judgements.told import stems
from wirecopy.model import Comparison, Entry, Figure, Relation


def with_rivals(entries: Sequence[Entry], comparisons: Sequence[Comparison]) -> list[Entry]:
    """The figures, each with its rivals: the entries that count the same and give another number."""
    copies = {frozenset((c.left, c.right)) for c in comparisons if c.kind in ("verbatim", "rewrite", "excerpt")}
    relations: dict[str, list[Relation]] = {}
    for left, right in _pairs(entries):
        a, b = left.value, right.value
        assert isinstance(a, Figure) and isinstance(b, Figure)  # noqa: S101 -- the caller passes figures
        if same_thing(a, b) and (a.low, a.high) != (b.low, b.high):
            copied = len(left.reports) == len(right.reports) == 1 and frozenset(left.reports + right.reports) in copies
            kind, because = relation(a, b, copied)
            relations.setdefault(left.id, []).append(Relation(right.id, kind, because))
            relations.setdefault(right.id, []).append(Relation(left.id, kind, because))
    return [
        replace(entry, rivals=tuple(r.id for r in found), relations=tuple(found))
        if (found := relations.get(entry.id))
        else entry
        for entry in entries
    ]


def _pairs(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """The pairs of figures that count something of the same word and unit, in the order of the entries."""
    blocks: dict[tuple[str | None, str], list[int]] = {}
    for number, entry in enumerate(entries):
        assert isinstance(entry.value, Figure)  # noqa: S101 -- the caller passes figures
        for word in stems(entry.value.measure):
            blocks.setdefault((entry.value.unit, word), []).append(number)
    pairs = {pair for numbers in blocks.values() for pair in combinations(numbers, 2)}
    return [(entries[left], entries[right]) for left, right in sorted(pairs)]
