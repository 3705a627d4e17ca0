"""Contested series: figures of one thing that give different values stand side by side; nothing is averaged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from wirecopy.judgements.counted import thing, usual
from wirecopy.judgements.figures import one_series, relation
from wirecopy.model import Comparison, Entry, Figure, Finding, Relation, Report, Span

_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s|\n")


def with_rivals(
    entries: Sequence[Entry], comparisons: Sequence[Comparison], reports: Mapping[str, Report]
) -> list[Entry]:
    """The figures, each with its rivals: the entries that count the same and give another number."""
    copies = {frozenset((c.left, c.right)) for c in comparisons if c.kind in ("verbatim", "rewrite", "excerpt")}
    known = usual((_figure(entry), entry.origins) for entry in entries)
    relations: dict[str, list[Relation]] = {}
    for left, right in _pairs(entries):
        a, b = _figure(left), _figure(right)
        if not one_series(a, b, known) or _side_by_side(left, right, reports):
            continue
        copied = len(left.reports) == len(right.reports) == 1 and frozenset(left.reports + right.reports) in copies
        kind, because = relation(a, b, copied, (_told(left, reports), _told(right, reports)))
        relations.setdefault(left.id, []).append(Relation(right.id, kind, because))
        relations.setdefault(right.id, []).append(Relation(left.id, kind, because))
    return [
        replace(entry, rivals=tuple(r.id for r in found), relations=tuple(found))
        if (found := relations.get(entry.id))
        else entry
        for entry in entries
    ]


def _figure(entry: Entry) -> Figure:
    assert isinstance(entry.value, Figure)  # noqa: S101 -- the caller passes figures
    return entry.value


def _pairs(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """The pairs of figures that count something of the same noun, fate and unit, in the order of the entries."""
    blocks: dict[tuple[str | None, str, str | None], list[int]] = {}
    for number, entry in enumerate(entries):
        it = thing(_figure(entry))
        blocks.setdefault((_figure(entry).unit, it.noun, it.fate), []).append(number)
    pairs = {pair for numbers in blocks.values() for pair in combinations(numbers, 2)}
    return [(entries[left], entries[right]) for left, right in sorted(pairs)]


def _side_by_side(left: Entry, right: Entry, reports: Mapping[str, Report]) -> bool:
    """Does one sentence give both, for one time and from one source? Then it counts two things, or a part of one."""
    return any(
        _one_breath(x.finding, y.finding) and _one_sentence(x.spans["figure"][0], y.spans["figure"][0], reports)
        for x in left.claims
        for y in right.claims
        if x.spans["figure"][0].report_id == y.spans["figure"][0].report_id
    )


def _one_breath(a: Finding, b: Finding) -> bool:
    """Are two figures given by the same actors for the same time?"""
    assert isinstance(a, Figure) and isinstance(b, Figure)  # noqa: S101 -- the caller passes figures
    return {actor.id for actor in a.said_by} == {actor.id for actor in b.said_by} and a.as_of == b.as_of


def _one_sentence(x: Span, y: Span, reports: Mapping[str, Report]) -> bool:
    between = reports[x.report_id].text[min(x.end, y.end) : max(x.start, y.start)]
    return _SENTENCE_END.search(between) is None


def _told(entry: Entry, reports: Mapping[str, Report]) -> int | None:
    """The first day on which a report that gives the figure was printed."""
    printed = [p.latest[:10] for r in entry.reports if (p := reports[r].published) and p.latest]
    return date.fromisoformat(min(printed)).toordinal() if printed else None
