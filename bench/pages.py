"""How well articles are found in web pages: `python bench/pages.py [FOLDER]` prints precision, recall, F1 and seconds a page.

The folder has ground-truth.json and html/*.html.gz of the article extraction benchmark of Zyte (Scrapinghub), whose figure this
is: runs of four words that the text and the truth share, summed as shares of each page. Default: under WIRECOPY_EVALUATION.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
import time
from collections import Counter
from pathlib import Path

from wirecopy.documents import NotText, document_of, html
from wirecopy.notes import Notes
from wirecopy.reports import report_of

DATA = Path(os.environ.get("WIRECOPY_EVALUATION", Path(__file__).resolve().parent.parent.parent / "shared"))
Shares = tuple[float, float, float]


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words (of fewer, where the text has no more)."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def shares(found: str, truth: str) -> Shares:
    """Of all runs: those that both have, those found and not true, those true and not found."""
    left, right = runs(found), runs(truth)
    both = (left & right).total()
    counts = both, left.total() - both, right.total() - both
    return tuple(count / sum(counts) for count in counts)  # type: ignore[return-value]


def show(name: str, rows: list[Shares]) -> None:
    """Print precision, recall and F1."""
    both, false, missed = map(sum, zip(*rows, strict=True))
    precision, recall = both / (both + false), both / (both + missed)
    print(f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {2 * both / (2 * both + false + missed):.3f}")


def main() -> None:
    """Score the article as it is taken from the page, and the report's text after cleaning."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "gold" / "html" / "zyte"
    truths = json.loads((folder / "ground-truth.json").read_text(encoding="utf8"))
    taken, cleaned, lost = [], [], 0
    spent = 0.0
    for name, truth in truths.items():
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        begun = time.perf_counter()
        try:
            decoded = html.decode(raw)
        except NotText as error:
            lost += 1
            print(f"{name}: {error}")
            continue
        finally:
            spent += time.perf_counter() - begun
        report = report_of(document_of(name, raw, "text/html"), decoded.text, Notes(name), decoded.stated)
        # The truth has no headlines.
        taken.append(shares(decoded.text.removeprefix(decoded.stated.headline or ""), truth["articleBody"]))
        cleaned.append(shares(report.text.removeprefix(report.headline or ""), truth["articleBody"]))
    html.close()
    lost_shares = [(0.0, 0.0, 1.0)] * lost
    show("taken from the page", taken + lost_shares)
    show("after cleaning", cleaned + lost_shares)
    print(f"{len(truths)} pages, {lost} without text, {spent / len(truths):.3f} seconds a page")


if __name__ == "__main__":
    main()
