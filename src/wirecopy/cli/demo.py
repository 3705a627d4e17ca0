"""wirecopy demo"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from wirecopy.cli.common import fail, opened

NAME = "demo"
HELP = "Read the sample corpus, print the briefing, and write the account and a copy of it for the browser."
EXAMPLES = "Examples: `wirecopy demo` · `wirecopy demo --corpus my/reports --folder build/mine`"


def run(
    corpus: Annotated[Path, typer.Option(help="A folder of reports.")] = Path("examples/winter-2021/reports"),
    folder: Annotated[Path, typer.Option(help="Where to write.")] = Path("build/demo"),
) -> None:
    """Run the whole of wirecopy once."""
    from wirecopy.views.briefing import compose
    from wirecopy.views.printed import markdown
    from wirecopy.web.copy import write_copy

    if not corpus.is_dir():
        fail(f"there is no folder {corpus}; run this in wirecopy's own folder, or name one with --corpus")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "account.db"
    with opened(file, must_exist=False) as wire:
        wire.read([str(corpus)])
        markdown(compose(wire), sys.stdout)
        page = write_copy(wire, folder / "account.html")
    typer.echo(
        f"\nThe account:       {file}\nA copy to look at: {page}\nLive pages:        wirecopy serve --account {file}"
    )
