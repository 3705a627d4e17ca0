"""wirecopy compare"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, fail, opened, print_json, report_named

if TYPE_CHECKING:
    from wirecopy.model import Report

NAME = "compare"
HELP = "Hold two reports against each other: is one a copy, which is the original, and what did the copying change?"
EXAMPLES = "Examples: `wirecopy compare a.txt b.txt` · `wirecopy compare --account crisis.db r-0a1b r-2c3d --json`"


def run(
    left: Annotated[
        str,
        typer.Argument(
            help="A text file or web page, or a report of the account: its path, id, or number in the briefing."
        ),
    ],
    right: Annotated[str, typer.Argument(help="Another.")],
    account: AccountFile = DEFAULT,
    json: AsJson = False,
) -> None:
    """Compare two texts."""
    from wirecopy.judgements.copies import compare
    from wirecopy.judgements.copies.direction import direction
    from wirecopy.judgements.copies.families import COPIES
    from wirecopy.judgements.copies.wordings import by_direction
    from wirecopy.views.comparison import comparison_row, write_comparison

    # A report may be held against itself, so each gets an id of its own.
    one, other = (replace(_report(name, account), id=side) for side, name in (("left", left), ("right", right)))
    comparison = compare(one, other)
    found = direction(one, other, comparison) if comparison.kind in COPIES else None
    comparison = by_direction(comparison, found)
    if json:
        print_json([comparison_row(comparison, found)])
    else:
        write_comparison(comparison, found, {"left": one.path, "right": other.path}, sys.stdout)


def _report(name: str, account: Path) -> Report:
    from wirecopy.documents import documents_in
    from wirecopy.notes import Notes
    from wirecopy.reports import report_of

    if Path(name).is_file():
        notes = Notes()
        for document, decoded in documents_in([name], notes):
            return report_of(document, decoded.text, notes, decoded.stated)
        fail(f"{name}: {notes.lines[-1].message}")
    if account.exists():
        with opened(account) as wire:
            if line := report_named(wire, name):
                return replace(line.report, published=line.published)
    fail(f"there is no file {name}, and no such report in {account}; `wirecopy show reports` prints paths and ids")
