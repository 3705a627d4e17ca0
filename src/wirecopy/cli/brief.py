"""wirecopy brief"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsOf, fail, opened

NAME = "brief"
HELP = (
    "Print the briefing: what one must know, what changed, and what is not known, under the same headings every time, each "
    "sentence with its sources. Each is first checked against the words that it cites; what they do not carry is left out "
    "and listed by doctor."
)
EXAMPLES = (
    "Examples: `wirecopy brief` · `wirecopy brief --since 2022-02-21` · `wirecopy brief --account crisis.db --all` · "
    "`wirecopy brief --to html > briefing.html`"
)


class Format(StrEnum):
    """How it is written."""

    markdown = "markdown"
    text = "text"
    html = "html"


def run(
    account: AccountFile = DEFAULT,
    since: Annotated[str | None, typer.Option(help="Also what changed after this day (ISO date).")] = None,
    whole: Annotated[bool, typer.Option("--all", help="Every line of every section.")] = False,
    to: Annotated[Format, typer.Option(help="The format; html prints well, also to PDF.")] = Format.markdown,
    as_of: AsOf = None,
) -> None:
    """Print the briefing."""
    from wirecopy.views import printed
    from wirecopy.views.briefing import compose

    write = {Format.markdown: printed.markdown, Format.text: printed.plain, Format.html: printed.html}[to]
    with opened(account, as_of=as_of) as wire:
        if not wire.reports and not as_of:
            fail(f"{account} has no reports yet; read some with: wirecopy read --account {account} FOLDER")
        try:
            briefing = compose(wire, since, whole)
        except ValueError as error:
            fail(f"--since {error}", 2)
    write(briefing, sys.stdout)
