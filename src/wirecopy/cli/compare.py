"""wirecopy compare"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, fail, opened, print_json

NAME = "compare"
HELP = "Hold two reports against each other: is one a copy of the other, and what did the copying change?"
EXAMPLES = "Examples: `wirecopy compare a.txt b.txt` · `wirecopy compare --account crisis.db r-0a1b r-2c3d --json`"


def run(
    left: Annotated[str, typer.Argument(help="A text file, or the id or path of a report in the account.")],
    right: Annotated[str, typer.Argument(help="Another.")],
    account: AccountFile = DEFAULT,
    json: AsJson = False,
) -> None:
    """Compare two texts."""
    from wirecopy.judgements.copies import compare_texts
    from wirecopy.views.comparison import comparison_row, write_comparison

    texts = (_text(left, account), _text(right, account))
    comparison = compare_texts(*texts)
    if json:
        print_json([comparison_row(comparison)])
    else:
        write_comparison(comparison, sys.stdout)


def _text(name: str, account: Path) -> str:
    from wirecopy.documents import NotText, decode

    if Path(name).is_file():
        try:
            return decode(Path(name).read_bytes()).text
        except (NotText, OSError) as error:
            fail(f"{name} can't be read: {error}")
    if account.exists():
        with opened(account) as wire:
            for report in wire.reports:
                if name in (report.id, report.path):
                    return report.text
    fail(f"there is no file {name}, and no such report in {account}")
