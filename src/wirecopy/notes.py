"""The issue log of one reading: what was not understood, failed or was skipped. `wirecopy doctor` shows it."""

from __future__ import annotations

from typing import Literal

from wirecopy.model import Note, Span


class Notes:
    """Collects notes about one document. Stages call `warn`; nothing is dropped in silence."""

    def __init__(self, source: str = "") -> None:
        self.source = source
        self.stage = "documents"
        self.lines: list[Note] = []

    def note(self, level: Literal["info", "warning", "error"], message: str, span: Span | None = None) -> None:
        """Write one line at a level: info (was done), warning (was not understood), error (was not read)."""
        self.lines.append(Note(self.stage, self.source, level, message, span))

    def warn(self, message: str, span: Span | None = None) -> None:
        """Something was not understood; the rest goes on."""
        self.note("warning", message, span)
