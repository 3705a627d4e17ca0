"""How certain is it that it happened? The project's status code against readers' ratings of events in news sentences.

    python bench/factuality.py [FILE.jsonl …] [--json] [--table]

A FILE has one JSON object a line: `text`, tokenised, and `targets`, each with `span1` (the first word of an event, counted
in text.split(" ")) and `label`, the mean rating from -3 (certainly not) to 3 (certainly so). Without FILE the UW and the
MEANTIME development parts of the evaluation data are taken, which are found through WIRECOPY_EVALUATION (default ../shared).
For each event `findings.status.certainty` gives a figure of the same scale; what is printed is Pearson's r with the ratings
and the mean absolute error. --table shows the mean rating of each status.

The data are Lee et al. 2015 ("Event Detection and Factuality Assessment with Non-Expert Supervision") and Minard et al. 2016
("MEANTIME, the NewsReader Multilingual Event and Time Corpus"). What a status counts was taken from UW's training part alone.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from wirecopy.findings.status.status import certainty, status
from wirecopy.language import parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("WIRECOPY_EVALUATION", HERE.parent.parent / "shared"))
SETS = ("uw-dev", "meantime-dev")
MARKS = {
    "``": '"',
    "''": '"',
    "_": "—",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}
# Words that are written onto the word before them, and those onto which the next word is written.
ONTO = re.compile(r"""[.,;:?!%)\]}]+|\.\.\.|n't|'(s|re|ve|d|ll|m)?|n’t|’(s|re|ve|d|ll|m)?""", re.I)
OPENS = re.compile(r"""[$(\[{#£€]|US\$|[A-Z]{1,3}\$""")


class Rated(NamedTuple):
    """An event: its token, and how certain readers hold it to be."""

    token: Token
    label: float


def written(words: list[str]) -> tuple[str, list[int]]:
    """Tokenised words as they are written in a newspaper, and where each begins."""
    text, places, glued, quoted = "", list[int](), True, False
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        halved = word == "'" and "'" in (before, after)  # "' '" is one mark
        if halved and before == "'":
            places.append(len(text))
            continue
        word = '"' if halved else MARKS.get(word, word)
        joins = word in ("-", "/") and after[:1].isalnum() and before[-1:].isalnum()
        if not (glued or joins or ONTO.fullmatch(word) or (word == '"' and quoted)):
            text += " "
        places.append(len(text))
        text += word
        glued = joins or bool(OPENS.fullmatch(word)) or (word == '"' and not quoted)
        quoted ^= word == '"'
    return text, places


def read(path: Path) -> Iterator[tuple[str, list[tuple[int, float]]]]:
    """The sentences of a file as they are written, each with the places and ratings of its events."""
    for line in path.read_text(encoding="utf8").splitlines():
        row: dict[str, Any] = json.loads(line)
        text, places = written(row["text"].split(" "))
        yield text, [(places[target["span1"][0]], float(target["label"])) for target in row["targets"]]


def rated(rows: Iterable[tuple[str, list[tuple[int, float]]]]) -> Iterator[Rated]:
    """Each event as a token of the project's own parse."""
    docs: Iterator[tuple[Doc, list[tuple[int, float]]]] = parser.load().pipe(rows, as_tuples=True)
    for doc, events in docs:
        for place, label in events:
            token = next((t for t in doc if t.idx <= place < t.idx + len(t)), None)
            if token is not None:
                yield Rated(token, label)


def measure(events: list[Rated]) -> dict[str, float]:
    """Pearson's r, the mean absolute error, and how many events."""
    found, labels = [certainty(event.token) for event in events], [event.label for event in events]
    error = statistics.fmean(abs(a - b) for a, b in zip(found, labels, strict=True))
    return {"r": round(statistics.correlation(found, labels), 4), "mae": round(error, 4), "events": len(events)}


def table(events: list[Rated]) -> str:
    """The mean rating and the number of events of each status."""
    by: defaultdict[str, list[float]] = defaultdict(list)
    for event in events:
        by[status(event.token)].append(event.label)
    return "\n".join(f"  {name:12}{statistics.fmean(r):6.2f}{len(r):6}" for name, r in sorted(by.items()))


def main() -> int:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("files", nargs="*", type=Path)
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--table", action="store_true", help="the mean rating of each status")
    arguments = asked.parse_args()
    files = arguments.files or [DATA / "gold" / "factuality" / f"{name}.jsonl" for name in SETS]
    figures = {}
    for path in files:
        events = list(rated(read(path)))
        figures[path.stem] = measure(events)
        if arguments.table:
            print(table(events))
        if not arguments.json:
            print(path.stem, *(f"{key} {value:g}" for key, value in figures[path.stem].items()))
    if arguments.json:
        print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
