"""What the commands share: the account's option, opening it, saying what went wrong, printing JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from wirecopy.model import Entry
    from wirecopy.run.account import OpenAccount, ReportLine

NOT_THERE = 1
PARTLY = 3

AccountFile = Annotated[
    Path, typer.Option("--account", "-a", envvar="WIRECOPY_ACCOUNT", help="The account: one SQLite file.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of text.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="The account as it could be known on this day (ISO date), and no later news."),
]
DEFAULT = Path("wirecopy.db")


def fail(message: str, code: int = NOT_THERE) -> NoReturn:
    """Say what is wrong and what to do, then end."""
    typer.echo(f"wirecopy: {message}", err=True)
    raise typer.Exit(code)


@contextmanager
def opened(path: Path, must_exist: bool = True, as_of: str | None = None) -> Iterator[OpenAccount]:
    """An open account, or what it was on a day; a clear line instead of a traceback where there is none or it is none."""
    import wirecopy

    if must_exist and not path.exists():
        fail(f"there is no account {path}; make one with: wirecopy read --account {path} FOLDER")
    try:
        account = wirecopy.open(str(path))
    except (ValueError, OSError) as error:
        fail(str(error))
    with account, ExitStack() as later:
        yield later.enter_context(_earlier(account, as_of)) if as_of else account


def report_named(account: OpenAccount, name: str) -> ReportLine | None:
    """The report of an id, of a path, or of its number among the sources of the briefing: 3 or [3]; None where none is."""
    number = name.removeprefix("[").removesuffix("]")
    for at, report in enumerate(account.reports, 1):
        if name in (report.id, report.path) or number == str(at):
            return report
    return None


def _earlier(account: OpenAccount, day: str) -> OpenAccount:
    try:
        return account.as_of(day)
    except ValueError as error:
        fail(f"--as-of {error}", 2)


def print_entries(account: OpenAccount, entries: Iterable[Entry], as_json: bool) -> None:
    """Entries as lines for readers, or as the rows of the export."""
    from wirecopy.views.exports.jsonl import entry_rows
    from wirecopy.views.graded import grader
    from wirecopy.views.ledger import notes
    from wirecopy.views.lineage import lineage
    from wirecopy.views.listing import listing

    if as_json:
        print_json(entry_rows(account, entries))
    else:
        entries = list(entries)
        listing(
            entries,
            lineage(account),
            sys.stdout,
            grader(account),
            {one: "\n    ".join(told) for one, told in notes(account, entries).items()},
        )


def print_json(rows: Iterable[Any]) -> None:
    """One JSON object a line."""
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))
