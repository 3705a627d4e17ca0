"""wirecopy brief"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, opened

NAME = "brief"
HELP = "Print the briefing: the weightiest lines under the same headings every time, each with its sources."
EXAMPLES = "Examples: `wirecopy brief` · `wirecopy brief --account crisis.db --all > briefing.md`"


def run(
    account: AccountFile = DEFAULT,
    whole: Annotated[bool, typer.Option("--all", help="Every line of every section.")] = False,
) -> None:
    """Print the briefing."""
    from wirecopy.views.briefing import brief

    with opened(account) as wire:
        brief(wire, sys.stdout, whole)
