"""Who speaks in a communiqué's own words, or behind a label: the state whose ministry or president's office puts it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.findings.parties import Parties
from wirecopy.findings.voices import Voice
from wirecopy.language.days.frames import frames
from wirecopy.language.days.taken_up import is_own_day
from wirecopy.model import Actor, Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_OFFICIAL = re.compile(
    r"\b(?:ministry|press\s+(?:service|office)|office\s+of|government|chancellery|general\s+staff)\b", re.IGNORECASE
)


def issued(passage: Passage, sentence: Tokens) -> Voice | None:
    """The state as the voice of a sentence in its own bulletin ("the units will return"); None in a newsroom's report.

    It speaks on the day of the bulletin, where its text names that day.
    """
    state = issuer(passage)
    day = frames(None, passage).lead
    when = day if day is not None and is_own_day(passage.report.published, day) else None
    return Voice(sentence.start_char, sentence.end_char, state, None, None, None, when=when) if state else None


def issuer(passage: Passage) -> Actor | None:
    """The state whose ministry or president's office puts a report out; None of a newsroom's report."""
    outlet = passage.report.outlet or ""
    if not _OFFICIAL.search(outlet):
        return None
    states = (m.actor for m in passage.mentions if m.actor and m.actor.kind == "state")
    return next((actor for actor in states if actor.name.lower() in outlet.lower()), None)


_LABEL = re.compile(r"\s*(?P<label>[A-Z][^\n:“\"]{2,70}?)\s?:\s+(?=[“\"A-Z])")


def labelled(parties: Parties, sentence: Tokens) -> Voice | None:
    """A ministry before a colon as the voice of what follows: "Oslo's defence ministry: the army will enter the port".

    Of a bare "Defence ministry" nobody knows whose it is; whoever is told to act then answers for the words.
    """
    text = parties.passage.report.text
    hit = _LABEL.match(text, _behind_dateline(text, sentence), sentence.end_char)
    if hit is None or not _OFFICIAL.search(hit["label"]):
        return None
    inside = sentence.doc.char_span(*hit.span("label"), alignment_mode="expand")
    if inside is None or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in inside):
        return None
    found = next((m for m in parties.within(*hit.span("label")) if m.actor and not m.actor.anonymous), None)
    actor, span = (found.actor, found.span) if found is not None else (None, None)
    return Voice(hit.end(), sentence.end_char, actor, span, inside.root, None)


def _behind_dateline(text: str, sentence: Tokens) -> int:
    """Where a sentence's own words begin: behind "KYIV, May 4 (Reuters) - "."""
    dash = re.compile(r"[^\n:]{0,60}\)\s[-–—]\s").match(text, sentence.start_char, sentence.end_char)
    return dash.end() if dash else sentence.start_char
