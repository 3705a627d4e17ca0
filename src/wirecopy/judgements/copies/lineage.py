"""What a family descends from: the direction of each link, the original of all, the agency that members name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements.copies.credits import Credits, core, credits_of
from wirecopy.judgements.copies.direction import directed
from wirecopy.model import Comparison, Direction, Family, Report
from wirecopy.reports.outlets import outlet_named


def traced(
    families: Iterable[Family], reports: Mapping[str, Report], comparisons: Iterable[Comparison]
) -> tuple[Family, ...]:
    """The families with their directions, their originals and their agencies. `reports` are dated as far as can be.

    An agency is what a list of ours has, or what stands in brackets in the dateline of any report.
    """
    families = tuple(families)
    compared = {(min(c.left, c.right), max(c.left, c.right)): c for c in comparisons}
    credits = {member: credits_of(reports[member]) for family in families if family.links for member in family.members}
    agencies = {core(name) for one in credits.values() for name in one.agencies}
    return tuple(_traced(family, credits, compared, agencies) if family.links else family for family in families)


def _traced(
    family: Family,
    credits: Mapping[str, Credits],
    compared: Mapping[tuple[str, str], Comparison],
    agencies: set[tuple[str, ...]],
) -> Family:
    pairs = [compared[left, right] for left, right, *_ in family.links]
    directions = tuple(directed(credits[pair.left], credits[pair.right], pair) for pair in pairs)
    agency = _agency([credits[member] for member in family.members], agencies)
    return replace(family, directions=directions, original=original_of(family.members, directions), agency=agency)


def original_of(members: Sequence[str], directions: Iterable[Direction]) -> str | None:
    """The one member that is a copy of none and that all others come from, directly or through others; else None."""
    copies: dict[str, set[str]] = {}
    for copied in filter(None, (direction.copied for direction in directions)):
        copies.setdefault(copied[0], set()).add(copied[1])
    copied_ones = set().union(*copies.values())
    firsts = [member for member in members if member not in copied_ones]
    return firsts[0] if len(firsts) == 1 and _descendants(firsts[0], copies) >= set(members) else None


def _descendants(first: str, copies: Mapping[str, set[str]]) -> set[str]:
    found, waiting = {first}, [first]
    while waiting:
        new = copies.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _agency(credits: Iterable[Credits], agencies: set[tuple[str, ...]]) -> str | None:
    """The agency that most members name in a dateline or a line of credit."""
    named = Counter(
        name
        for one in credits
        for name in {core(source): source for source in one.sources}.values()
        if outlet_named(name) or core(name) in agencies
    )
    return min(named, key=lambda name: (-named[name], name), default=None)


def parents(family: Family) -> dict[str, tuple[str, str]]:
    """Of each member that is a copy, the member that it is closest to of those it comes from, and the kind of the link."""
    found: dict[str, tuple[bool, float, str, str]] = {}
    for (_, _, kind, score), direction in zip(family.links, family.directions, strict=False):
        if direction.copied:
            original, copy = direction.copied
            found[copy] = max(found.get(copy, (False, 0.0, "", "")), (kind == "verbatim", score, original, kind))
    return {copy: (original, kind) for copy, (*_, original, kind) in found.items()}


def handed_down(comparisons: Iterable[Comparison], families: Iterable[Family]) -> list[Comparison]:
    """The comparisons along which a story was handed down: each copy beside the one that it was made from.

    A copy of a copy lacks what the first copy dropped: told of both, it would stand twice. Where no direction is known,
    every link of a family counts. What two reports share that are no family is no copying.
    """
    found = {frozenset((c.left, c.right)): c for c in comparisons}
    kept = []
    for family in families:
        of = {copy: original for copy, (original, _) in parents(family).items()}
        for direction in family.directions:
            pair = frozenset((direction.left, direction.right))
            copied = direction.copied
            if pair in found and (copied is None or of[copied[1]] == copied[0]):
                kept.append(found[pair])
    return kept
