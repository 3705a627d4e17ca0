"""wirecopy what-if"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from wirecopy.account.what_if import Consequence
from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, AsOf, fail, opened, print_json

NAME = "what-if"
HELP = (
    "Read out what was said would follow from an event: the commitments that it would trigger, and those after them. "
    "It forecasts nothing."
)
EXAMPLES = (
    'Examples: `wirecopy what-if "Russia invades Ukraine"` · `wirecopy what-if --act ASSAULT --who Russia --whom Ukraine` · '
    '`wirecopy what-if "The West imposes sanctions on Russia" --as-of 2022-01-31`'
)


def run(
    event: Annotated[str | None, typer.Argument(help="The event, in words.")] = None,
    act: Annotated[str | None, typer.Option(help="The event by its PLOVER act, with --who and --whom.")] = None,
    who: Annotated[str | None, typer.Option(help="Who does it.")] = None,
    whom: Annotated[str | None, typer.Option(help="To whom it is done.")] = None,
    account: AccountFile = DEFAULT,
    as_of: AsOf = None,
    json: AsJson = False,
) -> None:
    """Print the tree."""
    if (event is None) == (act is None):
        fail('give the event in words ("Russia invades Ukraine") or by --act, --who and --whom', 2)
    with opened(account, as_of=as_of) as wire:
        try:
            tree = wire.what_if(event, act=act, who=who, whom=whom)
        except ValueError as error:
            fail(str(error), 2)
    if json:
        print_json(map(_row, tree))
    elif not tree:
        fail(f"no commitment in {account} has a condition that this would meet")
    else:
        _print(tree, 0)


def _print(tree: Iterable[Consequence], depth: int) -> None:
    from wirecopy.views.sentences import sentence, sources

    for node in tree:
        typer.echo(f"{'  ' * depth}- {sentence(node.commitment)} — {sources(node.commitment)} `{node.commitment.id}`")
        for other in node.against:
            typer.echo(f"{'  ' * depth}  but: {sentence(other)} — {sources(other)} `{other.id}`")
        _print(node.then, depth + 1)


def _row(node: Consequence) -> dict[str, object]:
    return {
        "commitment": node.commitment.id,
        "against": [entry.id for entry in node.against],
        "then": [_row(one) for one in node.then],
    }
