"""Hold the trees of `what_if` against those that a careful reader expects.

    python bench/what_if.py examples/winter-2021 [--verbose]

Each question of `expected/what-if.yaml` is put to an account of the reports that were out by its day. A node of the answer
stands for an expected one where they lie at the same place of the tree, it cites one of the reports, and its condition and
action are in the words that the expectation gives. `found` counts expected nodes (those marked optional, and what hangs on
them, are left out), `stray` the nodes of the answer that nothing expected fits.
"""

import argparse
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import wirecopy
from wirecopy.account.what_if import Consequence
from wirecopy.model import Commitment, Span
from wirecopy.run.account import ReportLine

Row = dict[str, Any]
MARKS = str.maketrans("’‘“”«»\u00a0", '\'\'"""" ')


class Score(NamedTuple):
    """Expected nodes that were found, expected nodes, and answered nodes that nothing expected fits."""

    found: int
    expected: int
    stray: int


def flat(text: str) -> str:
    """One shape of quotation mark and space."""
    return text.translate(MARKS)


def has(expression: str, text: str) -> bool:
    """Is it in the text? A space stands for any stretch of white space."""
    return bool(re.search(re.sub(r" +", r"\\s+", expression), flat(text), re.IGNORECASE))


def fits(row: Row, node: Consequence, reports: dict[str, ReportLine]) -> bool:
    """Does a node of the answer stand for an expected one?

    The action is looked for in the node's own words, the condition in the paragraphs that it rests on: "if" itself, or who
    "he" is, may stand beside the words that were taken for it.
    """
    cited = {reports[report].path[:2] for report in node.commitment.reports}
    value = node.commitment.value
    if not cited & set(row["in"]) or not isinstance(value, Commitment):
        return False
    paragraphs = " ".join(around(reports[one.span.report_id].text, one.span) for one in node.commitment.evidence)
    told = {"then": f"{value.action or ''} {value.condition or ''}", "if": f"{value.condition or ''} {paragraphs}"}
    return all(has(row[key], text) for key, text in told.items() if key in row)


def around(text: str, span: Span) -> str:
    """The line in which a span stands."""
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]


def compared(
    expected: Sequence[Row], answer: Sequence[Consequence], reports: dict[str, ReportLine], depth: int = 0
) -> Iterator[tuple[Score, str]]:
    """The score of every node with a line that says what became of it."""
    used: set[int] = set()
    groups: dict[str, bool] = {}
    rows = []
    for row in expected:
        found = [number for number, node in enumerate(answer) if fits(row, node, reports)]
        used.update(found)
        groups[row.get("together", "")] = groups.get(row.get("together", ""), False) or bool(found)
        rows.append((row, found))
    for row, found in rows:
        hit = bool(found) or (bool(row.get("together")) and groups[row["together"]])
        asked = not row.get("optional")
        mark = "found" if hit else "missing"
        yield Score(int(hit and asked), int(asked), 0), f"{'  ' * depth}{mark:8} {row['kind']}: {row.get('then')}"
        below = [then for number in found for then in answer[number].then]
        if asked and found:
            yield from compared(row.get("leads_to", ()), below, reports, depth + 1)
    for number, node in enumerate(answer):
        if number not in used:
            yield Score(0, 0, 1), f"{'  ' * depth}stray    {getattr(node.commitment.value, 'action', '')}"


def asked(corpus: Path, question: Row, published: dict[str, Any]) -> Iterator[tuple[Score, str]]:
    """One question, put to an account of what was out by its day."""
    day = str(question["as_of"])
    out = [name for name, days in published.items() if min(map(str, days)) <= day]
    files = [str(path) for path in sorted((corpus / "reports").iterdir()) if path.name[:2] in out]
    with tempfile.TemporaryDirectory() as folder, wirecopy.open(f"{folder}/account.db") as account:
        account.read(files)
        reports = {report.id: report for report in account.reports}
        yield from compared(question["tree"], account.what_if(question["event"]), reports)


def main() -> None:
    """Put every question and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path, help="a folder with reports/ and expected/")
    arguments.add_argument("--verbose", action="store_true", help="every node")
    given = arguments.parse_args()
    published = yaml.safe_load((given.corpus / "expected" / "account.yaml").read_text(encoding="utf8"))["published"]
    questions = yaml.safe_load((given.corpus / "expected" / "what-if.yaml").read_text(encoding="utf8"))
    for question in questions:
        lines = list(asked(given.corpus, question, published))
        total = Score(*(sum(figures) for figures in zip(*(score for score, _ in lines), strict=True)))
        print(f"{question['event']} ({question['as_of']}): {total.found}/{total.expected} nodes, {total.stray} stray")
        if given.verbose:
            print("\n".join(f"  {line}" for _, line in lines))


if __name__ == "__main__":
    main()
