"""wirecopy export"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsOf, fail, opened

NAME = "export"
HELP = (
    "Write the account in another program's format; `export judgements FILE` writes what analysts decided, to travel."
)
EXAMPLES = (
    "Examples: `wirecopy export wirecopy.db --to jsonl out/` · `wirecopy export wirecopy.db --as-of 2021-12-31 out/` · "
    "`wirecopy export judgements decisions.jsonl --account crisis.db`"
)


class Format(StrEnum):
    """What can be written."""

    jsonl = "jsonl"


# In the place of the account: what is written then is not the account but what was decided in it.
JUDGEMENTS = "judgements"


def run(
    what: Annotated[Path, typer.Argument(metavar="ACCOUNT|judgements", help="The account: one SQLite file.")],
    folder: Annotated[
        Path, typer.Argument(help="The folder to write to, made where there is none; of judgements the file.")
    ],
    to: Annotated[Format, typer.Option(help="The format.")] = Format.jsonl,
    as_of: AsOf = None,
    account: AccountFile = DEFAULT,
) -> None:
    """Export."""
    try:
        told = _judgements(account, folder) if str(what) == JUDGEMENTS else _account(what, folder, to, as_of)
    except OSError as error:
        fail(f"can't write to {folder}: {error.strerror}")
    typer.echo(told)


def _account(account: Path, folder: Path, to: Format, as_of: str | None) -> str:
    from wirecopy.views.exports.jsonl import export
    from wirecopy.views.unknown import unplaced

    with opened(account, as_of=as_of) as wire:
        written = export(wire, folder)
        if wire.unplaced:
            typer.echo(f"wirecopy: {unplaced(wire.unplaced)}", err=True)
    return f"{to.value}: wrote {len(written)} files to {folder}"


def _judgements(account: Path, file: Path) -> str:
    from wirecopy.account.describe import counted
    from wirecopy.run.travelling import decision_rows

    with opened(account) as wire:
        rows = [json.dumps(row, ensure_ascii=False) + "\n" for row in decision_rows(wire)]
    file.write_text("".join(rows), encoding="utf8", newline="\n")
    return f"wrote {counted(len(rows), 'decision')} to {file}"
