"""Who is quoted as saying what: direct, mixed and indirect quotation, found once for a report and read by all finders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from wirecopy.language import chains, circumstances, cues, speakers
from wirecopy.language.chains import Link
from wirecopy.language.direct import direct
from wirecopy.language.indirect import indirect, retold, spoken
from wirecopy.language.sheet import Piece, Sheet, Utterance
from wirecopy.model import Attribution, Expression, Passage, Span
from wirecopy.notes import Notes

if TYPE_CHECKING:
    from spacy.tokens import Token


def attributed(passage: Passage, notes: Notes) -> Passage:
    """The passage with its attributions: one for each utterance, in the order of the text."""
    sheet = Sheet(passage)
    shown = list(cues.cues(sheet.doc))
    quoted = direct(sheet)
    found = sorted([*retold(sheet, shown, quoted), *indirect(sheet, shown, quoted), *spoken(sheet)], key=_place)
    days: dict[str, tuple[Link, Expression]] = {}
    return replace(passage, attributions=tuple(_attribution(sheet, link, days) for link in chains.linked(sheet, found)))


def _place(said: Utterance) -> tuple[int, int]:
    """The order of the text; of two that begin together the longer first, as the outer one."""
    return said.pieces[0][0], -said.pieces[-1][1]


def _attribution(sheet: Sheet, link: Link, days: dict[str, tuple[Link, Expression]]) -> Attribution:
    said, report = link.said, sheet.passage.report.id
    told = said.teller or said
    where = circumstances.place(sheet, told)
    return Attribution(
        speaker=link.speaker,
        speaker_span=_name(sheet, said.speaker),
        cue=sheet.passage.span(said.cue) if said.cue is not None else None,
        words=tuple(Span(report, start, end) for start, end in said.pieces),
        form=_form(sheet, said.pieces),
        said_by=link.behind,
        addressee=tuple(a for a in circumstances.addressees(sheet, told, where) if a != link.speaker),
        medium=circumstances.medium(sheet, told, where),
        when=_when(sheet, link, circumstances.when(sheet, told, where), days),
    )


def _when(
    sheet: Sheet, link: Link, own: Expression | None, days: dict[str, tuple[Link, Expression]]
) -> Expression | None:
    """The day that the attribution names, else (and for "that day") the one that the speaker spoke on a little before."""
    if link.speaker is None:
        return own
    last = days.get(link.speaker.id)
    if (own is None or own.form == "same") and last is not None and circumstances.goes_on(last[0].said, link.said):
        own = last[1]
    if own is not None:
        days[link.speaker.id] = link, own
    return own


def _name(sheet: Sheet, head: Token | None) -> Span | None:
    """The speaker's noun phrase, where it runs into a quote or another line only up to there."""
    if head is None:
        return None
    start, end = speakers.phrase(head)
    while start < head.i and (sheet.quoted(sheet.doc[start].idx) or "\n" in sheet.text_of(start, head.i)):
        start += 1
    while end - 1 > head.i and (sheet.quoted(sheet.doc[end - 1].idx) or "\n" in sheet.text_of(head.i, end)):
        end -= 1
    piece = sheet.piece((start, end))
    return Span(sheet.passage.report.id, *piece) if piece else None


def _form(sheet: Sheet, pieces: tuple[Piece, ...]) -> Literal["direct", "mixed", "indirect"]:
    """Direct where all words stand in quotation marks, mixed where some do."""
    inside = sum(sheet.quoted_within(start, end) for start, end in pieces)
    if inside == 0:
        return "indirect"
    return "direct" if inside >= sum(end - start for start, end in pieces) else "mixed"
