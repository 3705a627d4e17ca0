"""Two reports held against each other, as text and as JSON."""

from __future__ import annotations

from typing import Any, TextIO

from wirecopy.model import Comparison
from wirecopy.views.sentences import change_sentence


def write_comparison(comparison: Comparison, out: TextIO) -> None:
    """The kind, why, and each change with its reason."""
    out.write(f"{comparison.kind} (score {comparison.score:.2f}): {comparison.because}\n")
    out.write(f"{len(comparison.sentences)} sentences aligned, {len(comparison.changes)} changes\n")
    for change in comparison.changes:
        out.write(f"- {change_sentence(change)}" + (f" ({change.because})" if change.because else "") + "\n")


def comparison_row(comparison: Comparison) -> dict[str, Any]:
    """The same as one JSON object; spans are those of the clean texts."""
    pairs = [
        {"left": [p.left.start, p.left.end], "right": [p.right.start, p.right.end], "score": p.score}
        for p in comparison.sentences
    ]
    changes = [{"kind": c.kind, "left": c.left, "right": c.right, "because": c.because} for c in comparison.changes]
    return {"kind": comparison.kind, "score": comparison.score, "because": comparison.because, "sentences": pairs,
            "changes": changes}  # fmt: skip
