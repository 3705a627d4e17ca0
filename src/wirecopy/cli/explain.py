"""wirecopy explain"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, AsOf, fail, opened, print_json, report_named

if TYPE_CHECKING:
    from wirecopy.model import Entry
    from wirecopy.run.account import OpenAccount

NAME = "explain"
HELP = (
    "Say why a line stands in the account: its claims, their words in context, the rules, the judgements, what else was "
    "weighed. So of a judgement, and of a report: its date, and each passage that was cut."
)
EXAMPLES = (
    "Examples: `wirecopy explain ev-0a1b2c3d4e5f607` · `wirecopy explain vladimir-putin` · "
    "`wirecopy explain j-0a1b2c3d4e5f607` · `wirecopy explain 05-gaceta.txt`"
)


def run(
    what: Annotated[
        str,
        typer.Argument(
            help="The id of a line, claim or judgement, as `show` prints it; a report's path, or number in the briefing."
        ),
    ],
    account: AccountFile = DEFAULT,
    as_of: AsOf = None,
    json: AsJson = False,
) -> None:
    """Explain one entry, judgement or report."""
    from wirecopy.views.explain import explain, explain_judgement, explain_report, explanation_row

    with opened(account, as_of=as_of) as wire:
        report = report_named(wire, what)
        judgement = next((one for one in wire.store.judgements() if one.id == what), None)
        if report and not json:
            explain_report(wire, report, sys.stdout)
        elif judgement and not json:
            explain_judgement(wire, judgement, sys.stdout)
        elif json:
            print_json([explanation_row(wire, _entry(wire, what, account))])
        else:
            explain(wire, _entry(wire, what, account), sys.stdout)


def _entry(wire: OpenAccount, what: str, account: Path) -> Entry:
    """The line with an id, or the line in which a claim stands; ends with a word where there is none."""
    of_claim = next((one for one in wire.entries if any(claim.id == what for claim in one.claims)), None)
    try:
        return of_claim or wire.entry(what)
    except KeyError:
        fail(f"there is no line {what} in {account}; `wirecopy show` prints ids, those of an earlier day need --as-of")
