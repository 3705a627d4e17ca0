"""One report: its clean text with what was found in it marked, and what was cut struck through where it stood."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from wirecopy.account.describe import moment_text
from wirecopy.documents.decode import decode
from wirecopy.model import Cut, Report, Stretch
from wirecopy.run.account import ReportLine
from wirecopy.web.links import Links, passage_anchor
from wirecopy.web.marks import Label, Mark, Piece, pieces
from wirecopy.web.regions import regions
from wirecopy.web.shown import Link, beside, copies, evidence_title, line, source, title
from wirecopy.web.snapshot import Snapshot

MARKED = ("event", "statement", "figure", "commitment", "change")
HEADINGS = {
    "event": "Events", "statement": "Statements", "figure": "Figures", "commitment": "Commitments",
    "change": "What copying changed", "actor": "Who is named",
}  # fmt: skip


class Paragraph(NamedTuple):
    """A line of the page. `kind`: headline, subheading, paragraph, caption, or cut (a line that is no part of the text).

    `start` is where it stands in the clean text.
    """

    kind: str
    pieces: tuple[Piece, ...]
    start: int = 0


def report_page(snapshot: Snapshot, report: ReportLine, links: Links) -> dict[str, Any]:
    """The head, the text, what was found, and the copies of a report."""
    entries = snapshot.by_report.get(report.id, ())
    groups = [(HEADINGS[kind], [line(snapshot, e, links) for e in entries if e.kind == kind]) for kind in HEADINGS]
    published = report.published
    return {
        "report": report.report,
        "title": title(report),
        "source": source(snapshot, report, links),
        "published": moment_text(published) or "no date",
        "published_because": "; ".join(filter(None, [published.basis, published.because])) if published else "",
        "paragraphs": layout(
            report.report, evidence_marks(snapshot, report.id, links), cuts_of(snapshot, report.report)
        ),
        "anchor": passage_anchor,
        "cuts": len(report.report.cuts),
        "corrections": None,
        "groups": [(heading, lines) for heading, lines in groups if lines],
        "copies": [
            Link(title(other), beside(snapshot, report.id, other.id, links), other.path)
            for other in copies(snapshot, report)
        ],
    }


def evidence_marks(snapshot: Snapshot, report_id: str, links: Links) -> list[Mark]:
    """Everything in a report that a line of the account rests on."""
    found = []
    for entry in snapshot.by_report.get(report_id, ()):
        for piece in entry.evidence if entry.kind in MARKED else ():
            if piece.span.report_id == report_id:
                label = Label(
                    entry.kind, evidence_title(entry, piece.role), links.entry(entry.id), entry.id, piece.role
                )
                found.append(Mark(piece.span.start, piece.span.end, label))
    return found


def cuts_of(snapshot: Snapshot, report: Report) -> list[tuple[int, Cut, str]]:
    """The cuts of a report: the place in the clean text, the cut, its words."""
    document = snapshot.store.document(report.document_id)
    plain = decode(document.raw).text if document.media_type == "text/plain" else ""
    ordered = sorted(report.offsets, key=lambda stretch: stretch.document_start)
    starts = [stretch.document_start for stretch in ordered]
    found = [
        (clean_place(ordered, starts, cut.start), cut, cut.text or plain[cut.start : cut.end]) for cut in report.cuts
    ]
    return sorted(found, key=lambda found: (found[0], found[1].start))


def clean_place(ordered: Sequence[Stretch], starts: Sequence[int], place: int) -> int:
    """Where in the clean text a place of the document would stand: behind what was kept before it."""
    index = bisect_right(starts, place) - 1
    if index < 0:
        return 0
    stretch = ordered[index]
    return stretch.start + min(place - stretch.document_start, stretch.length)


def layout(report: Report, marks: Sequence[Mark], cuts: Sequence[tuple[int, Cut, str]]) -> list[Paragraph]:
    """The text, block by block. A cut inside a block stands in its line; one between blocks is a line of its own."""
    blocks = regions(report)
    edges = [edge for block in blocks for edge in (block.start, block.end)]
    found = pieces(report.text, 0, len(report.text), marks, [*edges, *(place for place, *_ in cuts)])
    lines: list[Paragraph] = []
    at = cut_at = 0
    for block in blocks:
        while cut_at < len(cuts) and cuts[cut_at][0] <= block.start:
            lines.append(Paragraph("cut", (_struck(cuts[cut_at]),)))
            cut_at += 1
        inside: list[Piece] = []
        while at < len(found) and found[at][0] < block.end:
            place, piece = found[at]
            at += 1
            if place < block.start:
                continue
            while cut_at < len(cuts) and cuts[cut_at][0] <= place:
                inside.append(_struck(cuts[cut_at]))
                cut_at += 1
            inside.append(piece)
        lines.append(Paragraph(block.kind, tuple(inside), block.start))
    return lines + [Paragraph("cut", (_struck(cut),)) for cut in cuts[cut_at:]]


def _struck(cut: tuple[int, Cut, str]) -> Piece:
    return Piece(cut[2], rule=cut[1].rule)
