"""Who speaks in a communiqué's own words: the state whose ministry or president's office puts it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.findings.voices import Voice
from wirecopy.model import Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_OFFICIAL = re.compile(
    r"\b(?:ministry|press\s+(?:service|office)|office\s+of|government|chancellery|general\s+staff)\b", re.IGNORECASE
)


def issued(passage: Passage, sentence: Tokens) -> Voice | None:
    """The state as the voice of a sentence in its own bulletin ("the units will return"); None in a newsroom's report."""
    outlet = passage.report.outlet or ""
    if not _OFFICIAL.search(outlet):
        return None
    states = (m.actor for m in passage.mentions if m.actor and m.actor.kind == "state")
    state = next((actor for actor in states if actor.name.lower() in outlet.lower()), None)
    return Voice(sentence.start_char, sentence.end_char, state, None, None, None) if state else None
