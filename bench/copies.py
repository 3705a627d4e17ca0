"""How fast reports are compared: `python bench/copies.py FOLDER` reads every .txt below it and prints three figures.

Split and weighed (reports a second), candidate pairs (pairs of all possible ones), compared without changes (pairs a second).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from wirecopy.judgements import candidates, copies
from wirecopy.judgements.weights import worded
from wirecopy.model import Block, Report, Stretch


def plain(path: Path) -> Report:
    """A report of a text as it stands, one block."""
    text = path.read_text(encoding="utf8", errors="replace")
    blocks = (Block(0, len(text), "paragraph"),)
    return Report(str(path), str(path), str(path), text, (), (Stretch(0, 0, len(text)),), blocks)


def main(folder: Path) -> None:
    """Measure once and print."""
    reports = [plain(path) for path in sorted(folder.rglob("*.txt"))]
    start = time.perf_counter()
    words = [worded(report) for report in reports]
    split = time.perf_counter()
    pairs = candidates.pairs_of(words)
    netted = time.perf_counter()
    for i, j in pairs:
        copies.compare(reports[i], reports[j], drift=False)
    compared = time.perf_counter()
    print(f"{len(reports)} reports split and weighed: {len(reports) / (split - start):.0f} a second")
    print(f"{len(pairs)} candidates of {len(reports) * (len(reports) - 1) // 2} pairs in {netted - split:.2f} s")
    print(f"compared: {len(pairs) / max(1e-9, compared - netted):.0f} pairs a second")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
