"""Document → Report: cleaned, mended, dated, with the way back to every character of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wirecopy.model import Block, Document, Report, identify
from wirecopy.notes import Notes
from wirecopy.reports import heading, tongue
from wirecopy.reports.clean import Piece, clean
from wirecopy.reports.draft import Draft, Edit, draft, edited
from wirecopy.reports.layout import lines
from wirecopy.reports.mend import mended
from wirecopy.reports.offsets import INSERTED, stretches

__all__ = ["report_of"]


def report_of(document: Document, text: str, notes: Notes) -> Report:
    """The report that a document holds. `text` is the document decoded, its line ends untouched: positions count in it.

    Every letter of `text` is either in the report's text or in one of its cuts. A document of nothing but residue gives
    a report without text, and a warning; one in another language than English is kept, with a note.
    """
    notes.stage = "reports"
    cleaned = clean(text, lines(text))
    clean_text, places, blocks, found = _put_together(text, cleaned.pieces)
    language = tongue.language_of(clean_text)
    _remark(notes, text, clean_text, language)
    head = cleaned.head
    headline = next((clean_text[b.start : b.end] for b in blocks if b.kind == "headline"), None)
    return Report(
        id=identify("r", document.id),
        document_id=document.id,
        path=document.source,
        text=clean_text,
        cuts=tuple(replace(cut, text=text[cut.start : cut.end]) for cut in cleaned.cuts),
        offsets=stretches(places),
        blocks=blocks,
        headline=headline,
        outlet=head.outlet or cleaned.outlet or (found.outlet if found else None),
        byline=head.byline,
        dateline=found.place if found else None,
        credits=cleaned.credits,
        language=language,
        published=head.published,
    )


def _put_together(
    text: str, pieces: Sequence[Piece]
) -> tuple[str, list[int], tuple[Block, ...], heading.Dateline | None]:
    """The clean text, a blank line between its blocks; the place of each character; the blocks; the dateline."""
    parts: list[str] = []
    places: list[int] = []
    blocks: list[Block] = []
    found: heading.Dateline | None = None
    searched = 0
    for piece in pieces:
        part = mended(draft(text, piece.stretches))
        if piece.kind == "paragraph" and found is None and searched < 2:
            searched += 1
            if found := heading.dateline(part.text):
                part = _parted(part, found)
        if not part.text:
            continue
        if parts:
            parts.append("\n\n")
            places += [INSERTED, INSERTED]
        blocks.append(Block(len(places), len(places) + len(part.text), piece.kind))
        parts.append(part.text)
        places += part.places
    return "".join(parts), places, tuple(blocks), found


def _parted(part: Draft, found: heading.Dateline) -> Draft:
    """A dateline whose dash was lost gets one, since "WASHINGTON President Joe Biden" is no name."""
    return part if found.dash or found.end >= len(part.text) else edited(part, [Edit(found.end, found.end, " —")])


def _remark(notes: Notes, text: str, clean_text: str, language: str) -> None:
    if not clean_text:
        reason = "everything in it is residue of the page" if text.strip() else "it is empty"
        notes.warn(f"the report has no text: {reason}")
    elif language != "en":
        notes.note("info", f"kept, not analysed: the text looks like {language}, and wirecopy reads English")
