"""Of two wordings that copies have of one thing, which is likely the original one?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from wirecopy.judgements.weights import WORD, fold
from wirecopy.model import Change, Comparison, Direction, Family, Report, Span

Side = Literal["left", "right"]
# Members of a family that are asked which wording they have; in a family of hundreds more would tell no more.
ASKED = 12


@dataclass(frozen=True, slots=True)
class Copies:
    """The comparisons of copies by their two reports, and the texts."""

    compared: Mapping[frozenset[str], Comparison]
    texts: Mapping[str, str]


def marked(
    comparisons: Iterable[Comparison], families: Iterable[Family], reports: Mapping[str, Report]
) -> list[Comparison]:
    """The comparisons, their changes with the side whose wording is likely the original."""
    comparisons = list(comparisons)
    copies = Copies(
        {frozenset((c.left, c.right)): c for c in comparisons},
        {report_id: report.text for report_id, report in reports.items()},
    )
    found = {
        frozenset((direction.left, direction.right)): (family, direction)
        for family in families
        for direction in family.directions
    }
    return [
        replace(made, changes=tuple(_marked(change, *where, copies) for change in made.changes))
        if made.changes and (where := found.get(frozenset((made.left, made.right))))
        else made
        for made in comparisons
    ]


def by_direction(comparison: Comparison, direction: Direction | None) -> Comparison:
    """A comparison of two reports alone, its changes with the side of the original where that is known."""
    if direction is None or direction.original == "unknown":
        return comparison
    return replace(comparison, changes=tuple(replace(c, original=direction.original) for c in comparison.changes))


def _marked(change: Change, family: Family, direction: Direction, copies: Copies) -> Change:
    return replace(change, original=original_side(change, family, direction, copies))


def original_side(change: Change, family: Family, direction: Direction, copies: Copies) -> Side | None:
    """The wording of the family's original; else that of the one of the two that is; else the one that most members share.

    A copy of a copy that merely repeats one of the two in the same words has no voice.
    """
    sides = {direction.left: "left", direction.right: "right"}
    if family.original and family.original not in sides and (side := _voice(change, family.original, copies)):
        return side
    if direction.original != "unknown":
        return direction.original
    others = [member for member in family.members if member not in sides and not _repeats(member, sides, copies)]
    voices = [_voice(change, member, copies) for member in others[:ASKED]]
    left, right = voices.count("left"), voices.count("right")
    return None if left == right else "left" if left > right else "right"


def _repeats(member: str, sides: Iterable[str], copies: Copies) -> bool:
    found = (copies.compared.get(frozenset((member, one))) for one in sides)
    return any(made.kind == "verbatim" for made in found if made)


def _voice(change: Change, member: str, copies: Copies) -> Side | None:
    """Which of the two wordings a third report has, in the sentences that answer those of the change; None for both or none."""
    if not (change.left_span and change.right_span and change.left and change.right):
        return None
    told = said(" ".join(copies.texts[member][s.start : s.end] for s in _answers(change, member, copies)))
    left, right = said(change.left) in told, said(change.right) in told
    # "175,000" stands in "as many as 175,000" too: where one wording holds the other, the fuller one tells.
    if left and right and said(change.right) in said(change.left):
        return "left"
    if left and right and said(change.left) in said(change.right):
        return "right"
    return None if left == right else "left" if left else "right"


def _answers(change: Change, member: str, copies: Copies) -> Iterator[Span]:
    """The sentences of a third report that are aligned with the one or the other sentence of a change."""
    for span in filter(None, (change.left_span, change.right_span)):
        made = copies.compared.get(frozenset((member, span.report_id)))
        for pair in made.sentences if made else ():
            mine, theirs = (pair.left, pair.right) if pair.left.report_id == span.report_id else (pair.right, pair.left)
            if mine.start < span.end and span.start < mine.end:
                yield theirs


def said(text: str) -> str:
    """A text as its words alone, between spaces, so that one can be looked for in another."""
    return f" {' '.join(fold(word) for word in WORD.findall(text))} "
