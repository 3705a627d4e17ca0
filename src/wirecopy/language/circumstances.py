"""The circumstances of an utterance: to whom, through what and when, as its attribution tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language import speakers
from wirecopy.language.media import medium as medium_of
from wirecopy.language.sheet import Piece, Sheet, Utterance
from wirecopy.model import Actor, Expression

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENT = frozenset({"send", "letter", "address", "message", "note", "reply", "appeal", "write"})
_LONGEST = 600  # characters of an attribution: a garbled sentence may run over pages
_CLOSE = 1500  # characters within which a speaker who goes on still speaks on the day that was named


def place(sheet: Sheet, said: Utterance) -> Piece:
    """The stretch that belongs to the attribution: from the first word that hangs on the cue up to what was said."""
    start, end = said.phrase
    if said.cue is not None and said.frame not in ("quote", "aside", "goes on"):
        first = sheet.doc[said.cue.left_edge.i].idx
        if said.cue.dep_ == "relcl":  # "a call on Monday in which she said": the call and its day
            first = min(first, sheet.doc[said.cue.head.left_edge.i].idx)
        elif said.cue.dep_ == "pcomp":  # "on Thursday, CNN quoted X as saying"
            first = min(first, sheet.doc[said.cue.head.head.left_edge.i].idx)
        start, end = min(start, first), max(end, min(said.cue.idx + len(said.cue), said.pieces[0][0]))
    return max(start, end - _LONGEST), end


def when(sheet: Sheet, said: Utterance, where: Piece) -> Expression | None:
    """The date or time that stands in the attribution, the nearest to the cue."""
    if said.cue is None:
        return None
    aside = _described(sheet, said.speaker)
    found = [
        expression
        for expression in sheet.expressions_in(*where)
        if expression.kind in ("date", "time") and not _inside((*said.pieces, *aside), expression.span.start)
    ]
    cue = said.cue.idx
    return min(found, key=lambda expression: (abs(expression.span.start - cue), expression.span.start), default=None)


def _described(sheet: Sheet, speaker: Token | None) -> tuple[Piece, ...]:
    """Clauses that describe the speaker, whose times are none of the utterance: "the envoy, who came in May, said"."""
    if speaker is None:
        return ()
    clauses = [child for child in speaker.children if child.dep_ in ("relcl", "acl", "appos")]
    runs = [(child.left_edge.i, child.right_edge.i + 1) for child in clauses]
    places = [child for child in speaker.children if child.dep_ == "prep" and child.lower_ in ("from", "of", "in")]
    runs += [(child.left_edge.i, child.right_edge.i + 1) for child in places]
    return tuple(piece for run in runs if (piece := sheet.piece(run)))


def addressees(sheet: Sheet, said: Utterance, where: Piece) -> tuple[Actor, ...]:
    """Those who are told: "told X", "said to X", "in a letter sent to X", as far as they are known."""
    if said.cue is None:
        return ()
    heads = speakers.addressees(said.cue)
    for i in range(sheet.token_at(where[0]), sheet.token_at(where[1])):
        token = sheet.doc[i]
        if token.lower_ == "to" and token.dep_ in ("prep", "dative") and token.head.lemma_.lower() in _SENT:
            heads.extend(child for child in token.children if child.dep_ == "pobj")
    actors = (_actor(sheet, head) for head in heads if not _inside(said.pieces, head.idx))
    return tuple(dict.fromkeys(actor for actor in actors if actor is not None))


def medium(sheet: Sheet, said: Utterance, where: Piece) -> str | None:
    """The medium that the attribution names."""
    return medium_of(sheet.text[where[0] : where[1]]) if said.cue is not None else None


def goes_on(before: Utterance, said: Utterance) -> bool:
    """Whether an utterance stands near enough behind another one that the day of that one holds for it too."""
    return 0 <= said.pieces[0][0] - before.pieces[-1][1] <= _CLOSE


def _actor(sheet: Sheet, head: Token) -> Actor | None:
    mention = sheet.mention_of(head)
    return mention.actor if mention is not None else None


def _inside(pieces: tuple[Piece, ...], position: int) -> bool:
    return any(start <= position < end for start, end in pieces)
