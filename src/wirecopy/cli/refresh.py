"""wirecopy refresh"""

from __future__ import annotations

import typer

from wirecopy.cli.common import DEFAULT, PARTLY, AccountFile, opened

NAME = "refresh"
HELP = (
    "Read every document of the account anew, by the rules of this version. Claims that are found again keep their ids."
)
EXAMPLES = "Examples: `wirecopy refresh` · `wirecopy refresh --account crisis.db`"


def run(account: AccountFile = DEFAULT) -> None:
    """Refresh, and say what changed."""
    from rich.console import Console
    from rich.progress import Progress

    from wirecopy.account.describe import counted

    with opened(account) as wire, Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading anew", total=None)
        done = wire.refresh(lambda n, of: bar.update(task, completed=n, total=of))
    typer.echo(
        f"{account}: {counted(done.reports, 'report')} read anew, {counted(done.new, 'claim')} new, "
        f"{done.retired} no longer found, {done.failed} not read"
    )
    if done.failed:
        typer.echo(
            f"wirecopy: some documents kept what was read before; see: wirecopy doctor --account {account}", err=True
        )
        raise typer.Exit(PARTLY)
