"""Indirect and mixed quotation: what the complement of a cue, or the sentence around it, reports."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from wirecopy.language.cue_words import thoughts
from wirecopy.language.quotes import paragraphs
from wirecopy.language.sheet import Piece, Sheet, Utterance
from wirecopy.language.speech.constructions import Cue, sentence
from wirecopy.language.speech.direct import speaker
from wirecopy.language.speech.endings import unbroken
from wirecopy.language.speech.speakers import subject

# "KYIV, Dec. 9 (Agency) — ": where and when it was written, which nobody says.
_DATELINE = re.compile(r"[A-Z][A-Z.’' ]{1,30}[A-Z](?:, [A-Za-z0-9. ]{2,25})?(?: \([A-Za-z ]{2,20}\))? ?[—–-]+ (?=\S)")
_TAIL = re.compile(r",? (?:however|though|too|either|and|but|or|nor)\Z")
_NAMED = re.compile(r"([A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20}){0,3}): (?=[\w‘'])")
_RETOLD = 0.5  # the share of a quotation that what it retells must fill
_MARKS = 2  # a comma and a mark that an utterance may have lost at its end
_FAR = 100  # tokens between a quotation and "according to"
_SPEAKING = frozenset({"person", "organisation", "office"})
_TRANSCRIPT = 3  # lines
_LEAST = 8  # characters: "he said so" tells nothing


def indirect(sheet: Sheet, shown: list[Cue], direct: list[Utterance]) -> list[Utterance]:
    """The utterances that the cues of the parse show, apart from those that stand in quotation marks."""
    taken = sorted(piece for utterance in direct for piece in utterance.pieces)
    used = {utterance.cue.i: utterance for utterance in direct if utterance.cue is not None}
    found = []
    for cue in shown:
        if cue.verb.i in used or (sheet.quoted(cue.verb.idx) and not _opens_quote(sheet, cue)):
            continue
        line = sheet.line(cue.verb.idx)
        pieces = tuple(piece for piece in _pieces(sheet, cue, line) if not _is_set_apart(sheet, cue, piece))
        if _is_too_short(sheet, pieces) or _is_taken(taken, used, cue, pieces):
            continue
        found.append(Utterance(pieces, cue.verb, speaker(sheet, cue.verb, line[0]), _phrase(sheet, cue), cue.frame))
    return found


def retold(sheet: Sheet, shown: list[Cue], direct: list[Utterance]) -> list[Utterance]:
    """Direct quotations, and in place of one that does no more than tell what others said, what they said.

    “Orlov answered that this would end relations,” said Petrenko: the words are Orlov's, as Petrenko tells them. Only named
    speakers count, and clauses that fill most of the quotation.
    """
    inner = [cue for cue in shown if cue.frame == "clause" and _names_another(sheet, cue)]
    found: list[Utterance] = []
    for said in direct:
        told = [
            Utterance(pieces, cue.verb, subject(cue.verb), _phrase(sheet, cue), cue.frame, said)
            for cue in inner
            for start, end in said.pieces
            if start <= cue.verb.idx < end and (pieces := _pieces(sheet, cue, (start, end)))
        ]
        size = sum(end - start for start, end in said.pieces)
        covered = sum(end - start for one in told for start, end in one.pieces)
        found.extend(told if covered >= _RETOLD * size else [said])
    return found


def spoken(sheet: Sheet) -> Iterator[Utterance]:
    """Lines that begin with a speaker's name and a colon, as headlines and transcripts do: "Haas: no troops will go".

    A state is what such a line is about ("Peru: a history"), not who speaks. In a transcript, where many lines begin with a
    name in capitals, that name need not be known.
    """
    lines = [(name, end) for start, end in paragraphs(sheet.text) if (name := _NAMED.match(sheet.text, start, end))]
    transcript = sum(name[1].isupper() for name, _ in lines) >= _TRANSCRIPT
    for name, end in lines:
        head = sheet.doc[sheet.token_at(name.end(1)) - 1]
        mention = sheet.mention_of(head)
        known = mention is not None and mention.actor is not None and mention.actor.kind in _SPEAKING
        if not known and not (transcript and name[1].isupper()):
            continue
        words = sheet.trimmed(name.end(), end)
        if words and words[1] - words[0] >= _LEAST:
            yield Utterance((words,), head.nbor(1), head, (name.start(), name.end()), "named")


def _opens_quote(sheet: Sheet, cue: Cue) -> bool:
    """Whether a quotation begins with a cue whose subject stands before it: He “regretted that they could not agree”."""
    doc, verb = sheet.doc, cue.verb
    if verb.i < 2 or doc[verb.i - 1].text != "“" or cue.frame not in ("clause", "action"):
        return False
    head = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return head is not None and head.right_edge.i == verb.i - 2


def _names_another(sheet: Sheet, cue: Cue) -> bool:
    """Whether a cue in a quotation names a speaker in the past tense."""
    if not sheet.quoted(cue.verb.idx) or cue.verb.tag_ not in ("VBD", "VBN") or cue.verb.lemma_ in thoughts():
        return False
    head = subject(cue.verb)
    return head is not None and head.pos_ == "PROPN"


def _pieces(sheet: Sheet, cue: Cue, line: Piece) -> tuple[Piece, ...]:
    """What was said, as characters, within the line of the cue."""
    clipped = []
    for first, behind in cue.words:
        piece = sheet.piece((first, unbroken(sheet.doc, behind) if behind > cue.verb.i else behind))
        if piece and (inside := sheet.trimmed(max(piece[0], line[0]), min(piece[1], line[1]))):
            start, end = sheet.balanced(*sheet.whole(inside))
            while start > line[0] and (sheet.text[start - 1] == "-" or sheet.text[start - 1].isalnum()):
                start -= 1  # the parser takes "de-escalate" for three words
            tail = _TAIL.search(sheet.text, max(start, end - 12), end)
            end = tail.start() if tail else end
            place = _DATELINE.match(sheet.text, start, end) if start == line[0] else None
            clipped.append((place.end() if place else start, end))
    return tuple(clipped)


def _is_set_apart(sheet: Sheet, cue: Cue, piece: Piece) -> bool:
    """Do words stand before a semicolon and the cue behind it: "Chad says that it won; Niger admits a loss"?"""
    return ";" in sheet.text[piece[1] - 1 : cue.verb.idx]


def _is_too_short(sheet: Sheet, pieces: tuple[Piece, ...]) -> bool:
    """Whether words tell nothing for being so few; a number tells: "spoke of 14 dead"."""
    numbered = any(character.isdigit() for start, end in pieces for character in sheet.text[start:end])
    return sum(end - start for start, end in pieces) < _LEAST and not numbered


def _phrase(sheet: Sheet, cue: Cue) -> Piece:
    first, last = sheet.doc[cue.phrase[0]], sheet.doc[cue.phrase[1] - 1]
    return first.idx, last.idx + len(last)


def _is_taken(taken: list[Piece], used: dict[int, Utterance], cue: Cue, pieces: tuple[Piece, ...]) -> bool:
    """Whether direct quotation has the words already; not where somebody tells the quotation with its own cue."""
    if not any(_overlaps(taken, piece) for piece in pieces):
        return False
    first, last = sentence(cue.verb)
    near = range(max(first, cue.verb.i - _FAR), min(last, cue.verb.i + _FAR))
    told = [(cue.verb.doc[i].idx, used[i].pieces) for i in near if i in used]
    return cue.frame != "aside" or not any(
        start <= at < words[0][0] and words[-1][1] <= end + _MARKS for start, end in pieces for at, words in told
    )


def _overlaps(taken: list[Piece], piece: Piece) -> bool:
    """Whether a stretch shares characters with one of the sorted, disjoint stretches."""
    at = bisect_left(taken, (piece[1], 0))
    return at > 0 and taken[at - 1][1] > piece[0]
