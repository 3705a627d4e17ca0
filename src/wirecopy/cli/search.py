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
        hits = [(h.report_id, h.path, _marked(h.snippet)) for h in wire.search(" ".join(words), limit)]
    if json:
        print_json({"report": report, "path": path, "snippet": snippet} for report, path, snippet in hits)
    else:
        for hit in hits:
            typer.echo("  ".join(hit))
    if not hits:
        fail(f"no report has all of: {' '.join(words)}")


def _marked(snippet: str) -> str:
    """The snippet on one line, the words that were found between ⟦ and ⟧."""
    return snippet.replace("\x02", "⟦").replace("\x03", "⟧").replace("\n", " ")
