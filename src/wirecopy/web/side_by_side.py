"""Two reports side by side: aligned sentences in two columns, what was only reworded, what was changed, what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from wirecopy.judgements import copies
from wirecopy.judgements.copies.direction import direction
from wirecopy.judgements.copies.families import COPIES
from wirecopy.model import Change, Comparison, Pair, Report, Span
from wirecopy.run.account import ReportLine
from wirecopy.views.lineage import verdict
from wirecopy.views.sentences import original_wording
from wirecopy.web.links import Links
from wirecopy.web.marks import Label, Mark, Piece, pieces
from wirecopy.web.shown import source
from wirecopy.web.snapshot import Snapshot

TOKEN = re.compile(r"\w+|[^\w\s]")
# More words than this in a pair of sentences are shown without word marks: difflib's time grows with their product.
MOST_WORDS = 600


class Row(NamedTuple):
    """A line of the table: the pieces on either side (None: nothing there), and the changes told in it by number."""

    left: tuple[Piece, ...] | None
    right: tuple[Piece, ...] | None
    changes: tuple[int, ...]
    moved: bool = False


class Group(NamedTuple):
    """Sentences that belong together: usually one on either side, more where one was split."""

    left: tuple[tuple[int, int], ...]
    right: tuple[tuple[int, int], ...]


def compare_page(snapshot: Snapshot, left: str, right: str, links: Links) -> dict[str, Any]:
    """The values of the page. Raises NotHere for a report that is not there."""
    one, other = snapshot.report(left), snapshot.report(right)
    stored = stored_comparison(snapshot, left, right)
    comparison = stored or copies.compare(one.report, other.report, drift=False)
    found = direction(_dated(one), _dated(other), comparison) if comparison.kind in COPIES else None
    changes = [
        (number, change, _entry_link(snapshot, change, links)) for number, change in enumerate(comparison.changes, 1)
    ]
    table = rows(one.report, other.report, comparison)
    told = {number for row in table for number in row.changes}
    return {
        "left": source(snapshot, one, links),
        "right": source(snapshot, other, links),
        "comparison": comparison,
        "original_wording": original_wording,
        "direction": verdict(found, {left: one.path, right: other.path}) if found else "",
        "stored": stored is not None,
        "rows": table,
        "changes": changes,
        "untold": [number for number, *_ in changes if number not in told],
        "key": f"{left}-{right}",
    }


def _dated(line: ReportLine) -> Report:
    return replace(line.report, published=line.published)


def stored_comparison(snapshot: Snapshot, left: str, right: str) -> Comparison | None:
    """The comparison of two reports that the account has, turned so that `left` is left, its changes marked."""
    made = snapshot.comparison_of.get(frozenset((left, right)))
    if made:
        made = replace(made, changes=tuple(_in_account(snapshot, change) for change in made.changes))
    return turned(made) if made and made.left != left else made


def turned(comparison: Comparison) -> Comparison:
    """The same comparison with its sides exchanged. Added and dropped, seen from the other side, change places too."""
    names = {"added": "dropped", "dropped": "added"}
    sides: dict[str | None, Literal["left", "right"]] = {"left": "right", "right": "left"}
    pairs = tuple(sorted((Pair(p.right, p.left, p.score) for p in comparison.sentences), key=lambda p: p.left))
    changes = tuple(
        Change(
            names.get(c.kind, c.kind),
            c.right,
            c.left,
            c.right_span,
            c.left_span,
            c.because,
            sides.get(c.original),
            c.lacking,
        )
        for c in comparison.changes
    )
    left, right = comparison.right, comparison.left
    return replace(comparison, left=left, right=right, sentences=pairs, changes=changes)


def _entry(snapshot: Snapshot, change: Change) -> tuple[str, Change] | None:
    """The id and the change of the entry of a change, whichever way round the reports stand."""
    spans = {span for span in (change.left_span, change.right_span) if span}
    near = snapshot.by_report.get(next(iter(spans)).report_id, ()) if spans else ()
    for entry in near:
        if isinstance(entry.value, Change) and {piece.span for piece in entry.evidence} == spans:
            return entry.id, entry.value
    return None


def _in_account(snapshot: Snapshot, change: Change) -> Change:
    """A change of a stored comparison with what the account tells of its original wording."""
    found = _entry(snapshot, change)
    return found[1] if found else change


def _entry_link(snapshot: Snapshot, change: Change, links: Links) -> str:
    """Where the entry of a change stands."""
    found = _entry(snapshot, change)
    return links.entry(found[0]) if found else ""


def rows(left: Report, right: Report, comparison: Comparison) -> list[Row]:
    """The table in the order of the left report; what only the right one has follows the sentence that it follows there."""
    together = groups(comparison.sentences)
    left_gaps = gaps(left.text, [span for group in together for span in group.left])
    right_gaps = gaps(right.text, [span for group in together for span in group.right])
    order: list[tuple[tuple[int, int, int], Group]] = [((g.left[0][0], 0, 0), g) for g in together]
    order += [((start, 0, 0), Group(((start, end),), ())) for start, end in left_gaps]
    for start, end in right_gaps:
        before = [g for g in together if g.right[0][0] < start]
        anchor = max(before, key=lambda g: g.right[0][0]).left[0][0] if before else -1
        order.append(((anchor, 1, start), Group((), ((start, end),))))
    furthest, table = -1, []
    for _, group in sorted(order, key=lambda item: item[0]):
        moved = bool(group.left and group.right) and group.right[0][0] < furthest
        furthest = max([furthest, *(start for start, _ in group.right)]) if group.left else furthest
        table.append(_row(left.text, right.text, group, comparison.changes, moved))
    return table


def groups(pairs: Sequence[Pair]) -> list[Group]:
    """Aligned sentences, those with a common partner in one group."""
    found: list[tuple[set[Span], set[Span]]] = []
    owner: dict[Span, int] = {}
    for pair in sorted(pairs, key=lambda p: (p.left, p.right)):
        index = owner.get(pair.left, owner.get(pair.right, len(found)))
        if index == len(found):
            found.append((set(), set()))
        found[index][0].add(pair.left)
        found[index][1].add(pair.right)
        owner[pair.left] = owner[pair.right] = index
    return [Group(_places(one), _places(other)) for one, other in found]


def _places(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((span.start, span.end) for span in spans))


def gaps(text: str, taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that no sentence of the other report answers, one for each line of the text."""
    found, at = [], 0
    for start, end in [*sorted(taken), (len(text), len(text))]:
        for match in re.finditer(r"[^\n]+", text[at : max(at, start)]):
            if re.search(r"\w", match.group()):
                found.append((at + match.start(), at + match.end()))
        at = max(at, end)
    return found


def _row(left: str, right: str, group: Group, changes: Sequence[Change], moved: bool) -> Row:
    numbered = list(enumerate(changes, 1))
    told = [n for n, c in numbered if _inside(c.left_span, group.left) or _inside(c.right_span, group.right)]
    reworded = word_marks(left, right, group) if group.left and group.right else ([], [])
    loud = [(n, c) for n, c in numbered if n in told]
    left_marks = reworded[0] + [_loud(n, c, c.left_span) for n, c in loud if c.left_span]
    right_marks = reworded[1] + [_loud(n, c, c.right_span) for n, c in loud if c.right_span]
    return Row(_side(left, group.left, left_marks), _side(right, group.right, right_marks), tuple(told), moved)


def _inside(span: Span | None, places: Iterable[tuple[int, int]]) -> bool:
    return span is not None and any(start < span.end and span.start < end for start, end in places)


def _loud(number: int, change: Change, span: Span) -> Mark:
    why = f"{change.kind}: {change.because}" if change.because else change.kind
    return Mark(span.start, span.end, Label("change", why, key=str(number)))


def _side(text: str, places: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> tuple[Piece, ...] | None:
    """The sentences of one side with their marks, a space between two."""
    if not places:
        return None
    found: list[Piece] = []
    for start, end in places:
        found += [Piece(" ")] if found else []
        found += [piece for _, piece in pieces(text, start, end, marks)]
    return tuple(found)


def word_marks(left: str, right: str, group: Group) -> tuple[list[Mark], list[Mark]]:
    """The words of either side that the other has not at that place."""
    ours, theirs = _tokens(left, group.left), _tokens(right, group.right)
    if len(ours) + len(theirs) > MOST_WORDS:
        return [], []
    matcher = SequenceMatcher(None, [t[2] for t in ours], [t[2] for t in theirs], autojunk=False)
    label = Label("reworded", "in other words")
    left_marks, right_marks = [], []
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            continue
        left_marks += [Mark(ours[i][0], ours[j - 1][1], label)] if j > i else []
        right_marks += [Mark(theirs[k][0], theirs[m - 1][1], label)] if m > k else []
    return left_marks, right_marks


def _tokens(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int, str]]:
    return [
        (m.start(), m.end(), m.group().casefold()) for start, end in places for m in TOKEN.finditer(text, start, end)
    ]
