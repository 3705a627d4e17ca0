"""Where sentences end in a report's text, for whoever compares places in it and has no parse at hand."""

from __future__ import annotations

import re

ENDED = re.compile(r"[.!?][”\"’')\]]*\s|\n")
"""An end as far as comparing two places needs to know: "Mr. Paz" counts as one."""
ENDED_SURELY = re.compile(r"[a-z0-9%]{4}[.!?][”’\"')\]]*\s|\n")
"""An end behind a word of four letters: "Sen." ends none."""
FOLLOWED = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")
"""An end behind which another sentence begins."""
