"""wirecopy doctor"""

from __future__ import annotations

import typer

from wirecopy.cli.common import DEFAULT, AccountFile, AsJson, opened, print_json

NAME = "doctor"
HELP = "What was not understood, failed or was skipped, and what no briefing prints: errors first, then warnings."
EXAMPLES = "Examples: `wirecopy doctor` · `wirecopy doctor --account crisis.db --json`"
LEVELS = ("error", "warning", "info")


def run(account: AccountFile = DEFAULT, json: AsJson = False) -> None:
    """Print the issue log."""
    from wirecopy.views.briefing import refused

    with opened(account) as wire:
        notes = sorted((*wire.notes, *refused(wire)), key=lambda note: (LEVELS.index(note.level), note.source))
    if json:
        print_json({"level": n.level, "stage": n.stage, "source": n.source, "message": n.message} for n in notes)
        return
    for note in notes:
        typer.echo(f"{note.level:8}{note.source}: {note.message} ({note.stage})")
    if not notes:
        typer.echo("nothing to report: everything was read and understood")
