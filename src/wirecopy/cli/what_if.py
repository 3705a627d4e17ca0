"""wirecopy what-if"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, AsOf, fail, opened, print_json

if TYPE_CHECKING:
    from wirecopy.account.what_if import Consequence
    from wirecopy.model import Entry

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
            others, near = wire.what_else(event, act=act, who=who, whom=whom)
        except ValueError as error:
            fail(str(error), 2)
    if json:
        print_json(map(_row, tree))
        return
    _print(tree, 0)
    _list("It would break:", others.broken)
    _list("It would keep:", others.kept)
    if not (tree or others.broken or others.kept):
        _list("Not this, but near it:", near)
        fail(f"no commitment in {account} has a condition that this would meet")


def _print(tree: Iterable[Consequence], depth: int) -> None:
    from wirecopy.views.sentences import sentence, sources

    for node in tree:
        typer.echo(f"{'  ' * depth}- {sentence(node.commitment)} — {sources(node.commitment)} `{node.commitment.id}`")
        for other in node.against:
            typer.echo(f"{'  ' * depth}  but: {sentence(other)} — {sources(other)} `{other.id}`")
        _print(node.then, depth + 1)


def _list(title: str, entries: Sequence[Entry]) -> None:
    from wirecopy.views.sentences import sentence, sources

    if entries:
        typer.echo(title)
    for entry in entries:
        typer.echo(f"- {sentence(entry)} — {sources(entry)} `{entry.id}`")


def _row(node: Consequence) -> dict[str, object]:
    return {
        "commitment": node.commitment.id,
        "against": [entry.id for entry in node.against],
        "then": [_row(one) for one in node.then],
    }
