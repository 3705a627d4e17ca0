"""wirecopy serve"""

from __future__ import annotations

from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, opened

NAME = "serve"
HELP = "Show the account in a browser; on this machine alone, correct who is who there."
EXAMPLES = "Examples: `wirecopy serve` · `wirecopy serve --account crisis.db --port 9000` · `wirecopy serve --by Kim`"


def run(
    account: AccountFile = DEFAULT,
    host: Annotated[
        str, typer.Option(help="The address to listen on; the default is this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port.")] = 8000,
    by: Annotated[str, typer.Option(envvar="WIRECOPY_ANALYST", help="Who corrects: stands in the forms already.")] = "",
) -> None:
    """Serve the pages until interrupted."""
    import uvicorn

    from wirecopy.web.app import make_app

    with opened(account) as wire:
        typer.echo(f"http://{host}:{port}/  (Ctrl+C ends it)")
        # Whoever else can reach the pages reads them and no more.
        here = host in ("localhost", "::1") or host.startswith("127.")
        uvicorn.run(make_app(wire, here, by), host=host, port=port, log_level="warning")
