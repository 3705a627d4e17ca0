"""Utterances without a cue of their own: told by a sentence that points back, or going on in a quotation right behind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.language.cue_words import listed
from wirecopy.language.sheet import Piece, Sheet, Utterance
from wirecopy.language.speech.speakers import subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_THIS = re.compile(r"\b[Tt]his\b")
_LEAST = 20  # characters of a sentence that another one tells
_WORDS = 2  # of a quotation that goes on: a single word may be a name or mere doubt
_SHIFTED = frozenset(
    {"would", "could", "should", "might", "had", "did", "was", "were"}
)  # verbs as reported speech has them
_GAP = 3  # characters between a sentence's end and the next


def pointed_at(sheet: Sheet, found: list[Utterance]) -> Iterator[Utterance]:
    """A sentence that the next one attributes: "The port is open. This was announced by the mayor"; "The mayor said this"."""
    for word in _THIS.finditer(sheet.text):
        this = sheet.doc[min(sheet.token_at(word.start()), len(sheet.doc) - 1)]
        verb = this.head
        if verb.lemma_.lower() not in listed("announcing") or sheet.quoted(this.idx):
            continue
        passive = this.dep_ == "nsubjpass" and any(child.dep_ == "agent" for child in verb.children)
        active = this.dep_ == "dobj" and verb.tag_ in ("VBD", "VBZ") and this.i == verb.i + 1
        before = _sentence_before(sheet, this) if passive or active else None
        if before is None or any(_overlap(before, piece) for said in found for piece in said.pieces):
            continue
        start, end = sheet.sentence_start(this.idx + 1), this.sent.end_char
        yield Utterance((before,), verb, subject(verb), (start, max(start, end)), "before")


def _sentence_before(sheet: Sheet, token: Token) -> Piece | None:
    """The sentence before a token's own, in its line or at the end of the one before."""
    end = len(sheet.text[: sheet.sentence_start(token.idx + 1)].rstrip())
    piece = sheet.trimmed(sheet.sentence_start(max(0, end - 1)), end)
    return piece if piece is not None and piece[1] - piece[0] >= _LEAST else None


def going_on(sheet: Sheet, found: list[Utterance]) -> Iterator[Utterance]:
    """A sentence with a quotation, and without a cue, right behind reported speech: it is by the same speaker.

    "The port would stay shut, the mayor said. It would be opened again “on the day of the vote”." Its verb must stand as
    reported speech has it, so that what the report itself tells with a quoted word is not taken for somebody's.
    """
    taken = sorted(piece for said in found for piece in said.pieces)
    for quote in sheet.quotes:
        if len(sheet.text[quote.start : quote.end].split()) < _WORDS or _is_in(taken, (quote.start, quote.end)):
            continue
        start = sheet.sentence_start(quote.outer + 1)
        last = _reported_before(sheet, found, start)
        first = sheet.token_at(start)
        sentence = sheet.doc[first].sent if last is not None and first < len(sheet.doc) else None
        if last is None or sentence is None or quote.end > sentence.end_char:
            continue
        piece = sheet.trimmed(start, sentence.end_char)
        if piece is None or _is_in(taken, piece) or not _shifted(sheet, sentence.root):
            continue
        yield Utterance((sheet.balanced(*piece),), None, last.speaker, piece, "goes on")
        taken = sorted((*taken, piece))


def _reported_before(sheet: Sheet, found: list[Utterance], start: int) -> Utterance | None:
    """The reported speech that ends with the sentence before, in the same line."""
    line = sheet.line(start)[0]
    end = len(sheet.text[:start].rstrip())
    near = [said for said in found if line <= said.pieces[0][0] and said.frame in ("aside", "clause")]
    fitting = (said for said in near if 0 <= end - max(said.pieces[-1][1], said.phrase[1]) <= _GAP)
    return next(fitting, None)


def _shifted(sheet: Sheet, verb: Token) -> bool:
    if any(child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("i", "we", "you") for child in verb.children):
        return False
    return verb.lower_ in _SHIFTED or any(c.dep_ in ("aux", "auxpass") and c.lower_ in _SHIFTED for c in verb.children)


def _overlap(left: Piece, right: Piece) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _is_in(taken: list[Piece], piece: Piece) -> bool:
    at = bisect_left(taken, (piece[1], 0))
    return at > 0 and taken[at - 1][1] > piece[0]
