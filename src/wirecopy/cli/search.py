"""wirecopy search"""

from __future__ import annotations

from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, fail, opened, print_json

NAME = "search"
HELP = "Find reports that have all the words, best first."
EXAMPLES = "Examples: `wirecopy search security guarantees` · `wirecopy search --json Javelin`"


def run(
    words: Annotated[list[str], typer.Argument(help="Words; all of them must occur.")],
    account: AccountFile = DEFAULT,
    limit: Annotated[int, typer.Option(min=1, help="At most so many reports.")] = 20,
    json: AsJson = False,
) -> None:
    """Search the texts of the reports."""
    with opened(account) as wire:
        hits = wire.search(" ".join(words), limit)
    if json:
        print_json({"report": h.report_id, "path": h.path, "snippet": h.snippet} for h in hits)
    else:
        for hit in hits:
            typer.echo(
                f"{hit.report_id}  {hit.path}  {hit.snippet}".replace("\x02", "⟦")
                .replace("\x03", "⟧")
                .replace("\n", " ")
            )
    if not hits:
        fail(f"no report has all of: {' '.join(words)}")
