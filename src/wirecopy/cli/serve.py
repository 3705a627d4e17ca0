"""wirecopy serve"""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, fail, opened

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

    with opened(account) as wire, _listening(host, port) as listener:
        name = f"[{host}]" if ":" in host else host
        typer.echo(f"http://{name}:{listener.getsockname()[1]}/  (Ctrl+C ends it)")
        # Whoever else can reach the pages reads them and no more.
        here = host in ("localhost", "::1") or host.startswith("127.")
        uvicorn.Server(uvicorn.Config(make_app(wire, here, by), log_level="warning")).run([listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that is bound before its address is printed: else a taken port shows somebody else's pages there."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        fail(f"can't listen on {host}, port {port}: {error.strerror or error}; choose another with --port or --host")
