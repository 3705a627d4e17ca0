"""wirecopy judge"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, fail, opened, print_json

if TYPE_CHECKING:
    from wirecopy.model import Judgement
    from wirecopy.run.account import OpenAccount

NAME = "judge"
HELP = "Correct the account: what you decide stands before what the machine judged, survives re-reading, and can be undone."
EXAMPLES = (
    'Examples: `wirecopy judge same "Igor Grosu" "Grosu" --because "only one of that name speaks"` · '
    '`wirecopy judge same george-w-bush george-h-w-bush --in 1991.txt --because "it is of 1991"` · '
    "`wirecopy judge same wendy-sherman USA --named American` · "
    '`wirecopy judge apart "Ion Grosu" "Igor Grosu" --because "brothers"` · '
    "`wirecopy judge merge ev-0a1b2c3d4e5f607 ev-1b2c3d4e5f60718` · "
    "`wirecopy judge split ev-0a1b2c3d4e5f607 e-2c3d4e5f6071829` · "
    '`wirecopy judge drop e-2c3d4e5f6071829 --because "a film"` · '
    '`wirecopy judge residue 05.txt "Sign up for our letter"` · `wirecopy judge date 05.txt 2021-12-31` · '
    "`wirecopy judge state co-0a1b2c3d4e5f607 kept` · `wirecopy judge grade Reuters B` · "
    "`wirecopy judge undo j-0a1b2c3d4e5f607`"
)
Because = Annotated[str, typer.Option(help="Why: it is kept with the decision and shown by explain.")]
By = Annotated[str, typer.Option(envvar="WIRECOPY_ANALYST", help="Who decides.")]
Within = Annotated[
    list[str] | None, typer.Option("--in", help="Only in this report (its path or id); may be given several times.")
]
Left = Annotated[str, typer.Argument(help="An actor: the id, or a name that one alone has.")]
Right = Annotated[str, typer.Argument(help="The other actor; with --in or --named also somebody whom no report names.")]
OneLine = Annotated[str, typer.Argument(help="The id of a line, or of one of its claims, as `explain` prints them.")]
Lines = Annotated[list[str], typer.Argument(help="The ids of lines, or of claims.")]
OneReport = Annotated[str, typer.Argument(help="A report: its path or id.")]

app = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")


def _decide(account: Path, decide: Callable[[OpenAccount], Sequence[Judgement]]) -> None:
    """Tell what was decided, or why it can't be."""
    from wirecopy.run.deciding import Undecidable
    from wirecopy.views.decided import decision_text

    with opened(account) as wire:
        try:
            made = decide(wire)
        except Undecidable as error:
            fail(str(error))
    for one in made:
        typer.echo(f"{one.id}  {decision_text(one)}")


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
    _decide(account, lambda wire: [wire.decide_actors(left, right, "yes", because, by, within or (), named)])


@app.command()
def apart(left: Left, right: Right, because: Because = "", by: By = "", account: AccountFile = DEFAULT) -> None:
    """Two names are two actors: no rule joins them."""
    _decide(account, lambda wire: [wire.decide_actors(left, right, "no", because, by)])


@app.command()
def merge(lines: Lines, because: Because = "", by: By = "", account: AccountFile = DEFAULT) -> None:
    """Lines, or claims, tell of one thing: events, statements, figures or commitments."""
    from wirecopy.run import correcting

    _decide(account, lambda wire: wire.decide(correcting.merged(wire, lines, because, by)))


@app.command()
def split(line: OneLine, leaving: Lines, because: Because = "", by: By = "", account: AccountFile = DEFAULT) -> None:
    """Claims of a line tell of another thing, or another line does: they are not the same, and no rule joins them."""
    from wirecopy.run import correcting

    _decide(account, lambda wire: wire.decide(correcting.split(wire, line, leaving, because, by)))


@app.command()
def drop(line: OneLine, because: Because = "", by: By = "", account: AccountFile = DEFAULT) -> None:
    """A claim, or every claim of a line, counts no more; it takes a reason."""
    from wirecopy.run import correcting

    _decide(account, lambda wire: wire.decide(correcting.dropped(wire, line, because, by)))


@app.command()
def residue(
    report: OneReport,
    words: Annotated[str, typer.Argument(help="The passage, in its very words.")],
    because: Because = "",
    by: By = "",
    account: AccountFile = DEFAULT,
) -> None:
    """A passage of a report is no part of the news: nothing rests on it."""
    from wirecopy.run import correcting

    _decide(account, lambda wire: wire.decide(correcting.residue(wire, report, words, because, by)))


@app.command()
def date(
    report: OneReport,
    day: Annotated[str, typer.Argument(help="An ISO day, month, year or week: 2021-12-31, 2021-12, 2021-W52.")],
    because: Because = "",
    by: By = "",
    account: AccountFile = DEFAULT,
) -> None:
    """A report was published then; what it tells of "Thursday" is read by that day."""
    from wirecopy.run import correcting

    _decide(account, lambda wire: wire.decide(correcting.dated(wire, report, day, because, by)))


@app.command()
def state(
    line: OneLine,
    state: Annotated[
        str, typer.Argument(help="What has become of it: kept, broken, lapsed …; of an appointment moved …")
    ],
    no: Annotated[bool, typer.Option("--not", help="It has not come to that, whatever the rules judged.")] = False,
    because: Because = "",
    by: By = "",
    account: AccountFile = DEFAULT,
) -> None:
    """A commitment was kept or broken, an appointment kept, moved or cancelled."""
    from wirecopy.run import correcting

    _decide(account, lambda wire: wire.decide(correcting.stated(wire, line, state, because, by, "no" if no else "yes")))


@app.command()
def grade(
    source: Annotated[str, typer.Argument(help="An outlet, as `show reports` prints it; or a report that names none.")],
    letter: Annotated[str, typer.Argument(help="A (reliable) to E (unreliable), F (cannot be judged).")],
    because: Because = "",
    by: By = "",
    account: AccountFile = DEFAULT,
) -> None:
    """How reliable an outlet is, after the Admiralty code. Nobody else grades one: all are F until you do."""
    from wirecopy.run import correcting

    _decide(account, lambda wire: wire.decide(correcting.graded(wire, source, letter, because, by)))


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(help="The id of a decision, as `judge list` prints it.")],
    because: Because = "",
    by: By = "",
    account: AccountFile = DEFAULT,
) -> None:
    """Take a decision back; both stay on record."""
    from wirecopy.run.deciding import Undecidable

    with opened(account) as wire:
        try:
            wire.take_back(decision, because, by)
        except Undecidable as error:
            fail(str(error))
    typer.echo(f"{decision} no longer stands")


@app.command("list")
def listed(
    account: AccountFile = DEFAULT,
    every: Annotated[bool, typer.Option("--all", help="Also what was taken back, or decided anew since.")] = False,
    json: AsJson = False,
) -> None:
    """The decisions that stand, with who, when and why."""
    from wirecopy.run.travelling import decision_row, waiting
    from wirecopy.views.decided import decision_text, shown, signed

    with opened(account) as wire:
        decisions, open_ones = shown(wire.store.decisions(), every), {one.id for one in waiting(wire)}
        paths = {report.id: report.path for report in wire.reports}
    if not decisions and not json:
        typer.echo("nothing was decided; see: wirecopy judge --help", err=True)
    for made, back in decisions:
        if json:
            print_json([decision_row(made) | {"taken_back": decision_row(back) if back else None}])
            continue
        notes = [f"; taken back by {signed(back)}"] if back else []
        notes += ["; what it is about is not in this account yet"] if made.id in open_ones else []
        typer.echo(f"{made.id}  {decision_text(made, paths)}  ({signed(made)}{''.join(notes)})")
