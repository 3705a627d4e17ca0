"""What the rest of the account says of a line, in the words of lists and pages."""

from __future__ import annotations

from wirecopy.model import Check, Entry

# What a line is held against, by the kind of check.
AGAINST = {
    "source": "what it is taken from",
    "original": "what the original of the copy has",
    "number": "the talks that this account knows",
}
# The badge of a line that does not fit, by the kind of check.
DOUBTS = {"source": "not in its source", "original": "not in the original", "number": "counted otherwise"}


def doubts(entry: Entry) -> tuple[Check, ...]:
    """The checks that speak against a line, one of each kind."""
    return tuple({check.kind: check for check in entry.checks if check.verdict == "disagrees"}.values())
