"""Two reports held against each other, as text and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from wirecopy.account.describe import counted
from wirecopy.model import Comparison, Direction
from wirecopy.views.lineage import missing, verdict
from wirecopy.views.sentences import change_sentence


def write_comparison(
    comparison: Comparison, direction: Direction | None, names: Mapping[str, str], out: TextIO
) -> None:
    """The kind, why, which is the original (of copies), and each change with its reason. `names` are those of the reports."""
    out.write(f"{comparison.kind} (score {comparison.score:.2f}): {comparison.because}\n")
    if direction:
        out.write(f"{verdict(direction, names)}\n")
    out.write(
        f"{counted(len(comparison.sentences), 'sentence')} aligned, {counted(len(comparison.changes), 'change')}\n"
    )
    for change in comparison.changes:
        where = missing(change, names)
        told = change_sentence(change) + (f" — {where}" if where else "")
        out.write(f"- {told}" + (f" ({change.because})" if change.because else "") + "\n")


def comparison_row(comparison: Comparison, direction: Direction | None) -> dict[str, Any]:
    """The same as one JSON object; spans are those of the clean texts, `original` is left, right, unknown or null."""
    pairs = [
        {"left": [p.left.start, p.left.end], "right": [p.right.start, p.right.end], "score": p.score}
        for p in comparison.sentences
    ]
    changes = [
        {"kind": c.kind, "left": c.left, "right": c.right, "because": c.because, "original": c.original}
        for c in comparison.changes
    ]
    return {
        "kind": comparison.kind, "score": comparison.score, "because": comparison.because,
        "original": direction.original if direction else None, "original_because": list(direction.because if direction else ()),
        "sentences": pairs, "changes": changes,
    }  # fmt: skip
