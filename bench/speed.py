"""Speed: the whole reading of reports against the bare spaCy pipeline with the same components, in one process and one run.

    python bench/speed.py [FOLDER] [--repeat N]

FOLDER defaults to the sample corpus. The two are timed in turns on the same texts, and the ratio of their medians is what
counts: reports/s depend on the machine, the ratio hardly does.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
# What finding and resolving expressions of time and finding figures may cost together, in per cent of the parse.
RULES = 8


def main() -> int:
    """Time both, print the ratio; fails where it is below the floor in `floors.json`."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=HERE.parent / "examples" / "winter-2021" / "reports")
    arguments.add_argument("--repeat", type=int, default=7)
    asked = arguments.parse_args()

    from wirecopy.documents import document_of, documents_in
    from wirecopy.findings import figures
    from wirecopy.language import analyse_all, parser
    from wirecopy.model import Moment
    from wirecopy.moments.grammar import expressions
    from wirecopy.moments.resolve import resolve
    from wirecopy.notes import Notes
    from wirecopy.reports import report_of
    from wirecopy.run.reading import read_reports

    texts = [decoded.text for _, decoded in documents_in([str(asked.folder)], Notes())] * 3
    nlp = parser.load()

    def bare() -> None:
        for _ in nlp.pipe(texts):
            pass

    def whole() -> None:
        reports = [(report_of(document_of(f"{n}.txt", t.encode()), t, Notes()), Notes()) for n, t in enumerate(texts)]
        for reading in read_reports(reports):
            assert reading.claims is not None

    cleaned = [report_of(document_of(f"{n}.txt", t.encode()), t, Notes()) for n, t in enumerate(texts)]
    day = Moment("2021-12-09", "2021-12-09", "2021-12-09", "stated")

    def moments() -> None:
        for report in cleaned:
            for expression in expressions(report):
                resolve(expression, day)

    passages = list(analyse_all((report, Notes()) for report in cleaned))

    def numbers() -> None:
        for passage in passages:
            for claim in figures.find(passage, Notes()):
                assert claim.spans

    times: dict[str, list[float]] = {"bare": [], "whole": [], "moments": [], "figures": []}
    for n in range(asked.repeat + 1):
        for name, job in (("bare", bare), ("whole", whole), ("moments", moments), ("figures", numbers)):
            start = time.perf_counter()
            job()
            if n:  # the first round warms up
                times[name].append(time.perf_counter() - start)
    rates = {name: len(texts) / statistics.median(found) for name, found in times.items()}
    ratio = rates["whole"] / rates["bare"]
    floor = json.loads((HERE / "floors.json").read_text(encoding="utf8")).get("speed", {}).get("ratio", 0.0)
    print(
        f"bare {rates['bare']:.1f} reports/s, whole {rates['whole']:.1f} reports/s, ratio {ratio:.2f} (floor {floor:.2f})"
    )
    shares = {name: 100 * rates["bare"] / rates[name] for name in ("moments", "figures")}
    share = sum(shares.values())
    print(
        f"expressions of time {shares['moments']:.1f} %, figures {shares['figures']:.1f} %: together {share:.1f} % of the parse"
        f" (at most {RULES} %)"
    )
    return int(ratio < floor or share > RULES)


if __name__ == "__main__":
    sys.exit(main())
