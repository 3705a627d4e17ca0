"""wirecopy explain"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, fail, opened, print_json

NAME = "explain"
HELP = "Say why a line stands in the account: its claims, their words in context, the rules, the judgements."
EXAMPLES = "Examples: `wirecopy explain ev-0a1b2c3d4e5f607` · `wirecopy explain vladimir-putin`"


def run(
    entry_id: Annotated[str, typer.Argument(help="The id of a line, as `show` and `brief` print it.")],
    account: AccountFile = DEFAULT,
    json: AsJson = False,
) -> None:
    """Explain one entry."""
    from wirecopy.views.explain import explain, explanation_row

    with opened(account) as wire:
        try:
            entry = wire.entry(entry_id)
        except KeyError:
            fail(
                f"there is no line {entry_id} in {account}; ids are printed by: wirecopy show events --account {account}"
            )
        if json:
            print_json([explanation_row(wire, entry)])
        else:
            explain(wire, entry, sys.stdout)
