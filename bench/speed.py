"""Speed: the whole reading of reports against the bare spaCy pipeline with the same components, in one process and one run.

    python bench/speed.py [FOLDER] [--repeat N]

FOLDER defaults to the sample corpus. The jobs are timed in turns on the same texts, and the ratios of their medians are what
counts: reports/s depend on the machine, the ratios hardly do.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
Jobs = Mapping[str, Callable[[], None]]


class Bar(NamedTuple):
    """What some jobs may cost together, in per cent of the parse."""

    jobs: tuple[str, ...]
    most: float


BARS = (
    Bar(("expressions of time", "figures"), 8),
    Bar(("who is who", "references", "attribution", "statements"), 25),
)


def main() -> int:
    """Time all jobs, print the ratios; fails where one is beyond its floor in `floors.json` or its bar."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=HERE.parent / "examples" / "winter-2021" / "reports")
    arguments.add_argument("--repeat", type=int, default=7)
    asked = arguments.parse_args()

    from wirecopy.documents import documents_in
    from wirecopy.notes import Notes

    texts = [decoded.text for _, decoded in documents_in([str(asked.folder)], Notes())] * 3
    rates = {name: len(texts) / seconds for name, seconds in timed(jobs(texts), asked.repeat).items()}
    ratio = rates["whole"] / rates["bare"]
    floor = json.loads((HERE / "floors.json").read_text(encoding="utf8")).get("speed", {}).get("ratio", 0.0)
    print(
        f"bare {rates['bare']:.1f} reports/s, whole {rates['whole']:.1f} reports/s, ratio {ratio:.2f} (floor {floor:.2f})"
    )
    shares = {name: 100 * rates["bare"] / rate for name, rate in rates.items()}
    for bar in BARS:
        parts = ", ".join(f"{name} {shares[name]:.1f} %" for name in bar.jobs)
        print(f"{parts}: together {_together(bar, shares):.1f} % of the parse (at most {bar.most:g} %)")
    return int(ratio < floor or any(_together(bar, shares) > bar.most for bar in BARS))


def _together(bar: Bar, shares: Mapping[str, float]) -> float:
    return sum(shares[name] for name in bar.jobs)


def timed(wanted: Jobs, repeat: int) -> dict[str, float]:
    """The median seconds of each job; they take turns, so that a noisy minute falls on all of them. The first turn warms up."""
    times: dict[str, list[float]] = {name: [] for name in wanted}
    for turn in range(repeat + 1):
        for name, job in wanted.items():
            start = time.perf_counter()
            job()
            if turn:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def jobs(texts: Sequence[str]) -> Jobs:
    """The parse alone, the whole reading, and the stages that have a bar, each on what the stages before it made.

    They must run in this order: a stage leaves notes for later ones beside the parse, and the first of them wipes these off.
    """
    from wirecopy.documents import document_of
    from wirecopy.findings import figures, statements
    from wirecopy.language import parser
    from wirecopy.language.actors import actors, references, unresolved
    from wirecopy.language.days import tense
    from wirecopy.language.speech import attribution
    from wirecopy.model import Moment, Passage
    from wirecopy.moments.grammar import expressions
    from wirecopy.moments.resolve import resolve
    from wirecopy.notes import Notes
    from wirecopy.reports import report_of
    from wirecopy.run.reading import read_reports

    nlp = parser.load()
    reports = [report_of(document_of(f"{n}.txt", t.encode()), t, Notes()) for n, t in enumerate(texts)]
    docs = list(nlp.pipe(report.text for report in reports))
    named = [actors.mentions(report, doc) for report, doc in zip(reports, docs, strict=True)]
    passages = [
        Passage(report, doc, references.resolve(report, doc, found), tense.directed(doc, expressions(report)))
        for report, doc, found in zip(reports, docs, named, strict=True)
    ]
    attributed = [attribution.attributed(passage, Notes()) for passage in passages]
    day = Moment("2021-12-09", "2021-12-09", "2021-12-09", "stated")

    def bare() -> None:
        for _ in nlp.pipe(texts):
            pass

    def whole() -> None:
        fresh = [(report_of(document_of(f"{n}.txt", t.encode()), t, Notes()), Notes()) for n, t in enumerate(texts)]
        for reading in read_reports(fresh):
            assert reading.claims is not None

    def times() -> None:
        for report in reports:
            for expression in expressions(report):
                resolve(expression, day)

    def numbers() -> None:
        for passage in attributed:
            for claim in figures.find(passage, Notes()):
                assert claim.spans

    def who() -> None:
        for report, doc in zip(reports, docs, strict=True):
            doc.user_data.clear()
            actors.mentions(report, doc)

    def pointed() -> None:
        for report, doc, found in zip(reports, docs, named, strict=True):
            unresolved.note(report, references.resolve(report, doc, found), Notes())

    def quoted() -> None:
        for passage in passages:
            attribution.attributed(passage, Notes())

    def told() -> None:
        for passage in attributed:
            for claim in statements.find(passage, Notes()):
                assert claim.spans

    return {
        "bare": bare, "whole": whole, "expressions of time": times, "who is who": who, "references": pointed,
        "attribution": quoted, "statements": told, "figures": numbers,
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
