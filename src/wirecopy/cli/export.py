"""wirecopy export"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wirecopy.cli.common import fail, opened

NAME = "export"
HELP = "Write the account in another program's format."
EXAMPLES = "Examples: `wirecopy export wirecopy.db --to jsonl out/`"


class Format(StrEnum):
    """What can be written."""

    jsonl = "jsonl"


def run(
    account: Annotated[Path, typer.Argument(help="The account: one SQLite file.")],
    folder: Annotated[Path, typer.Argument(help="The folder to write to; made where there is none.")],
    to: Annotated[Format, typer.Option(help="The format.")] = Format.jsonl,
) -> None:
    """Export."""
    from wirecopy.views.exports.jsonl import export

    with opened(account) as wire:
        try:
            written = export(wire, folder)
        except OSError as error:
            fail(f"can't write to {folder}: {error.strerror}")
    typer.echo(f"{to.value}: wrote {len(written)} files to {folder}")
