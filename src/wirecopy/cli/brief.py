"""wirecopy brief"""

from __future__ import annotations

import sys

from wirecopy.cli.common import DEFAULT, AccountFile, opened

NAME = "brief"
HELP = "Print the briefing: the whole account, the same headings every time, every line with its sources."
EXAMPLES = "Examples: `wirecopy brief` · `wirecopy brief --account crisis.db > briefing.md`"


def run(account: AccountFile = DEFAULT) -> None:
    """Print the briefing."""
    from wirecopy.views.briefing import brief

    with opened(account) as wire:
        brief(wire, sys.stdout)
