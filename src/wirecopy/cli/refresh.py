"""wirecopy refresh"""

from __future__ import annotations

from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, PARTLY, AccountFile, opened

NAME = "refresh"
HELP = (
    "Read every document of the account anew, by the rules of this version, and say which lines changed. Claims that are "
    "found again keep their ids; what analysts decided stands."
)
EXAMPLES = "Examples: `wirecopy refresh` · `wirecopy refresh --outdated` · `wirecopy refresh --account crisis.db`"
# Lines that changed which are printed; of the rest their number is told.
MOST = 20


def run(
    account: AccountFile = DEFAULT,
    outdated: Annotated[
        bool, typer.Option("--outdated", help="Only let the finders run again whose version is new: quicker.")
    ] = False,
) -> None:
    """Refresh, and say what changed."""
    from rich.console import Console
    from rich.progress import Progress

    from wirecopy.account.describe import counted
    from wirecopy.views.changed import changed, difference_text

    with opened(account) as wire, Progress(console=Console(stderr=True), transient=True) as bar:
        before = wire.entries
        task = bar.add_task("reading anew", total=None)
        done = wire.refresh(lambda n, of: bar.update(task, completed=n, total=of), outdated)
        found = changed(before, wire.entries)
    typer.echo(
        f"{account}: {counted(done.reports, 'report')} read anew, {counted(done.new, 'claim')} new, "
        f"{done.retired} no longer found, {done.failed} not read"
    )
    typer.echo("\n".join(map(difference_text, found[:MOST])) if found else "no line changed")
    if len(found) > MOST:
        typer.echo(f"… and {counted(len(found) - MOST, 'difference')} more")
    if done.failed:
        typer.echo(
            f"wirecopy: some documents kept what was read before; see: wirecopy doctor --account {account}", err=True
        )
        raise typer.Exit(PARTLY)
