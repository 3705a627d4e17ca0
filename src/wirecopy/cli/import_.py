"""wirecopy import"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, fail, opened

NAME = "import"
HELP = "Read what analysts decided in another account of the same reports, as `export judgements` wrote it."
EXAMPLES = (
    "Examples: `wirecopy import judgements decisions.jsonl` · `wirecopy import judgements theirs.jsonl -a mine.db`"
)


class What(StrEnum):
    """What can be read."""

    judgements = "judgements"


def run(
    what: Annotated[What, typer.Argument(help="What the file has.")],
    file: Annotated[Path, typer.Argument(help="One JSON object a line.", exists=True, dir_okay=False)],
    account: AccountFile = DEFAULT,
) -> None:
    """Import."""
    from wirecopy.account.describe import counted
    from wirecopy.run.travelling import BadDecision, take_decisions
    from wirecopy.views.decided import decision_text

    with opened(account) as wire:
        try:
            lines = [line for line in file.read_text(encoding="utf8").splitlines() if line.strip()]
            if not lines:
                fail(f"{file} has no decisions; `wirecopy export judgements FILE` writes them")
            done = take_decisions(wire, lines)
        except (BadDecision, UnicodeDecodeError, OSError) as error:
            fail(f"{file}: {error}")
    typer.echo(f"{account}: {counted(done.new, 'decision')} new, {done.known} known already")
    for one in done.waiting:
        typer.echo(f"not here yet, kept until it is: {one.id}  {decision_text(one)}")
