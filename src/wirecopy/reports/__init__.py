"""Document → Report: cleaned, mended, dated, with the way back to every character of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wirecopy.model import NOTHING, Block, Document, Moment, Report, Stated, identify
from wirecopy.notes import Notes
from wirecopy.reports import dates, heading, tongue
from wirecopy.reports.clean import Piece, clean
from wirecopy.reports.draft import Draft, Edit, draft, edited
from wirecopy.reports.layout import lines
from wirecopy.reports.mend import mended
from wirecopy.reports.offsets import INSERTED, stretches
from wirecopy.reports.outlets import outlet_named

__all__ = ["report_of"]


def report_of(document: Document, text: str, notes: Notes, stated: Stated = NOTHING) -> Report:
    """The report that a document holds. `text` is the document decoded, its line ends untouched: positions count in it.

    What the document's markup states (`stated`) stands before what its text suggests, but for the day (`_published`).
    Every letter of `text` is either in the report's text or in one of its cuts. A document of nothing but residue gives
    a report without text, and a warning; one in another language than English is kept, with a note.
    """
    notes.stage = "reports"
    cleaned = clean(text, lines(text), stated.headline)
    clean_text, places, blocks, found = _put_together(text, cleaned.pieces)
    language = tongue.language_of(clean_text)
    _remark(notes, text, clean_text, language)
    head = cleaned.head
    if stated.headline:
        blocks = _headed(clean_text, blocks, stated.headline)
    headline = next((clean_text[b.start : b.end] for b in blocks if b.kind == "headline"), stated.headline)
    return Report(
        id=identify("r", document.id),
        document_id=document.id,
        path=document.source,
        text=clean_text,
        cuts=tuple(replace(cut, text=text[cut.start : cut.end]) for cut in cleaned.cuts),
        offsets=stretches(places),
        blocks=blocks,
        headline=headline,
        outlet=_full(stated.outlet) or head.outlet or cleaned.outlet or (found.outlet if found else None),
        byline=stated.byline or head.byline,
        dateline=found.place if found else None,
        credits=cleaned.credits,
        language=language,
        published=_published(head.published, dates.written(stated.published or ""), notes),
        media_type=document.media_type,
        replaced=_replaced(text, clean_text, places),
    )


def _replaced(text: str, clean_text: str, places: Sequence[int]) -> str:
    """The characters of a document that stand as others in the clean text, each once: „ where there is “ now."""
    pairs = zip(places, clean_text, strict=True)
    return "".join(sorted({text[place] for place, char in pairs if place >= 0 and text[place] != char})).strip()


def _headed(text: str, blocks: tuple[Block, ...], headline: str) -> tuple[Block, ...]:
    """The blocks with the one that is the stated headline as the only headline: a guess took another, or saw a sentence."""
    letters = _letters(headline)
    first = next(
        (i for i, block in enumerate(blocks[:3]) if _is_head(_letters(text[block.start : block.end]), letters)), None
    )
    kinds = {True: "headline", False: "subheading"}
    return tuple(
        replace(block, kind=kinds[i == first]) if i == first or block.kind == "headline" else block
        for i, block in enumerate(blocks)
    )


def _is_head(letters: str, headline: str) -> bool:
    """Whether a block has the letters of the headline, or most of them: the outlet's name behind it was cut."""
    return headline.startswith(letters) and len(letters) > len(headline) / 2


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _full(outlet: str | None) -> str | None:
    """The full name of an outlet ("AP"), or what is stated where no list of ours has it."""
    return outlet and (outlet_named(outlet) or outlet)


def _published(shown: Moment | None, stated: Moment | None, notes: Notes) -> Moment | None:
    """The day that the markup states, or the one shown where that is within a day of it.

    Markup often counts in UTC, while "on Thursday" is said by the newsroom's own day, which is the one shown. Further
    apart, the day shown is of an update, or of something else on the page.
    """
    if shown is None or stated is None:
        return shown or stated
    near = [date.fromisoformat(m.value) for m in (shown, stated) if m.earliest == m.latest]
    if len(near) == 2 and abs(near[0] - near[1]).days <= 1:
        return shown
    if stated.earliest == stated.latest and not (shown.earliest or "") <= stated.value <= (shown.latest or ""):
        notes.note("info", f"the text shows “{shown.said}”, the markup states {stated.value}, which was taken")
    return stated


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
