"""The command line: one command a file.

Exit codes: 0 done; 1 what was asked for is not there, or nothing could be read; 2 the words of the command are wrong;
3 read, but some inputs could not be (`wirecopy doctor` says which and why).
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from wirecopy.cli import (
    brief,
    compare,
    demo,
    doctor,
    explain,
    export,
    import_,
    judge,
    read,
    refresh,
    search,
    serve,
    show,
    what_if,
)

app = typer.Typer(
    name="wirecopy",
    help="Reads many reports of one crisis and writes one account of it, with a source for every line.",
    epilog="Exit codes: 0 done · 1 not there, or nothing read · 2 wrong usage · 3 read, but some inputs failed",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
for module in (read, refresh, show, brief, explain, compare, search, what_if, export, import_, serve, doctor, demo):
    app.command(module.NAME, help=module.HELP, epilog=module.EXAMPLES)(module.run)
app.add_typer(judge.app, name=judge.NAME, help=judge.HELP, epilog=judge.EXAMPLES)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"wirecopy {version('wirecopy')}")
        raise typer.Exit


@app.callback()
def options(
    shown: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Reads many reports of one crisis and writes one account of it, with a source for every line."""


def main() -> None:
    """The entry point of the command `wirecopy`."""
    app()
