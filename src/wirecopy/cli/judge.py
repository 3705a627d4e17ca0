"""wirecopy judge"""

from __future__ import annotations

from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, fail, opened, print_json

NAME = "judge"
HELP = "Correct the account: what you decide stands before what the machine judged, survives re-reading, and can be undone."
EXAMPLES = (
    'Examples: `wirecopy judge same "Igor Grosu" "Grosu" --because "only one of that name speaks"` · '
    '`wirecopy judge same george-w-bush george-h-w-bush --in 1991.txt --because "it is of 1991"` · '
    "`wirecopy judge same wendy-sherman USA --named American` · "
    '`wirecopy judge apart "Ion Grosu" "Igor Grosu" --because "brothers"` · `wirecopy judge undo j-0a1b2c3d4e5f607`'
)
Because = Annotated[str, typer.Option(help="Why: it is kept with the decision and shown by explain.")]
By = Annotated[str, typer.Option(envvar="WIRECOPY_ANALYST", help="Who decides.")]
Within = Annotated[
    list[str] | None, typer.Option("--in", help="Only in this report (its path or id); may be given several times.")
]
Left = Annotated[str, typer.Argument(help="An actor: the id, or a name that one alone has.")]
Right = Annotated[str, typer.Argument(help="The other actor; with --in or --named also somebody whom no report names.")]

app = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")


@app.command()
def same(
    left: Left,
    right: Right,
    because: Because = "",
    by: By = "",
    within: Within = None,
    named: Annotated[str | None, typer.Option(help="Only where it is named with these words.")] = None,
    account: AccountFile = DEFAULT,
) -> None:
    """Two names are one actor, the second; with --in or --named, only in those reports or by those words."""
    with opened(account) as wire:
        try:
            made = wire.decide_actors(left, right, "yes", because, by, within or (), named)
        except ValueError as error:
            fail(str(error))
    typer.echo(f"{made.id}  {made.left} is {made.right}")


@app.command()
def apart(left: Left, right: Right, because: Because = "", by: By = "", account: AccountFile = DEFAULT) -> None:
    """Two names are two actors: no rule joins them."""
    with opened(account) as wire:
        try:
            made = wire.decide_actors(left, right, "no", because, by)
        except ValueError as error:
            fail(str(error))
    typer.echo(f"{made.id}  {made.left} is not {made.right}")


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(help="The id of a decision, as `judge list` prints it.")],
    because: Because = "",
    by: By = "",
    account: AccountFile = DEFAULT,
) -> None:
    """Take a decision back; both stay on record."""
    with opened(account) as wire:
        try:
            wire.take_back(decision, because, by)
        except ValueError as error:
            fail(str(error))
    typer.echo(f"{decision} no longer stands")


@app.command("list")
def listed(account: AccountFile = DEFAULT, json: AsJson = False) -> None:
    """The decisions that stand, with who, when and why."""
    with opened(account) as wire:
        for made in wire.decisions:
            who = made.by.partition(":")[2]
            if json:
                row: dict[str, object] = {
                    "id": made.id,
                    "left": made.left,
                    "right": made.right,
                    "relation": made.relation,
                }
                row |= {"verdict": made.verdict, "because": made.because, "by": who, "at": made.at}
                print_json([row | {"within": made.within, "named": made.named}])
                continue
            verb = "is" if made.verdict == "yes" else "is not"
            where = (f" where named “{made.named}”" if made.named else "") + (
                f" in {', '.join(made.within)}" if made.within else ""
            )
            why = f": {made.because}" if made.because else ""
            typer.echo(f"{made.id}  {made.left} {verb} {made.right}{where}  ({who}, {(made.at or '')[:16]}){why}")
