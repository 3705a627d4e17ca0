"""wirecopy what-if"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from wirecopy.account.what_if import Consequence
from wirecopy.cli.common import DEFAULT, AccountFile, fail, opened

NAME = "what-if"
HELP = "Read out what was said would follow from an event: the commitments that it would trigger, and those after them."
EXAMPLES = 'Examples: `wirecopy what-if "Russia invades Ukraine"`'


def run(event: Annotated[str, typer.Argument(help="The event, in words.")], account: AccountFile = DEFAULT) -> None:
    """Print the tree."""
    with opened(account) as wire:
        tree = wire.what_if(event)
    if not tree:
        fail(f"no commitment in {account} has a condition that this would meet")
    _print(tree, 0)


def _print(tree: Iterable[Consequence], depth: int) -> None:
    from wirecopy.views.sentences import sentence, sources

    for consequence in tree:
        entry = consequence.commitment
        typer.echo(f"{'  ' * depth}- {sentence(entry)} — {sources(entry)} `{entry.id}`")
        _print(consequence.then, depth + 1)
