"""wirecopy read"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, PARTLY, AccountFile, fail, opened

NAME = "read"
HELP = "Read reports (files, or folders of them) into the account. Reading the same again changes nothing."
SHOWN = 5  # failures that are told at once; doctor has them all
EXAMPLES = (
    "Examples: `wirecopy read reports/` · `wirecopy read --account crisis.db a.txt b.txt` · "
    "`wirecopy read --published 2021-12 undated/` · `wirecopy read --actors my.yml reports/`"
)


def run(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of them.")],
    account: AccountFile = DEFAULT,
    published: Annotated[
        str | None, typer.Option(help="A date for all of them (2021-12-09), or a hint (2021-12, 2021-W50).")
    ] = None,
    actors: Annotated[
        Path | None,
        typer.Option(help="Your own actors: YAML in the form of wirecopy's gazetteer, or a Phoenix file of actors."),
    ] = None,
) -> None:
    """Read, with a progress bar, and say what was done."""
    from rich.console import Console
    from rich.progress import Progress

    from wirecopy.account.describe import counted

    with opened(account, must_exist=False) as wire, Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        before, asked = set(wire.notes), {path.name for path in paths}
        try:
            if actors is not None:
                wire.use_actors(_text(actors), lambda n, of: bar.update(task, completed=n, total=of))
            done = wire.read([str(p) for p in paths], published, lambda n, of: bar.update(task, completed=n, total=of))
        except ValueError as error:
            fail(str(error), 2)
        reports, families = len(wire.reports), len(wire.families)
        failed = [
            note
            for note in wire.notes
            if note.stage == "documents" and note.level != "info" and (note not in before or note.source in asked)
        ]
    typer.echo(
        f"{account}: {done.read} read, {done.known} known already, {done.failed} not read; "
        f"{counted(reports, 'report')}, {counted(families, 'origin')}"
    )
    if published is not None and done.known:
        typer.echo(
            "wirecopy: --published changes no report that is known already; see: wirecopy judge date --help", err=True
        )
    for note in failed[:SHOWN]:
        typer.echo(f"wirecopy: {note.source}: {note.message}", err=True)
    if done.failed:
        typer.echo(f"wirecopy: some inputs were not read; see: wirecopy doctor --account {account}", err=True)
        raise typer.Exit(PARTLY if done.read or done.known else 1)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf8")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path} can't be read: {getattr(error, 'strerror', None) or error}; give a text file in UTF-8", 2)
