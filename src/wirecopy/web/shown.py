"""Entries, reports and excerpts as the templates show them."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten
from typing import NamedTuple

from wirecopy.account.describe import moment_text
from wirecopy.model import Change, Commitment, Entry, Event, Evidence, Figure
from wirecopy.run.account import ReportLine
from wirecopy.views.checked import DOUBTS, doubts
from wirecopy.views.lineage import copying, misquoted, missing
from wirecopy.views.sentences import history, quoted, sentence, sources, status_of, when
from wirecopy.views.times import reported
from wirecopy.views.unread import unread
from wirecopy.web.links import Links
from wirecopy.web.marks import Label, Mark, Piece, pieces
from wirecopy.web.regions import paragraph_at
from wirecopy.web.snapshot import Snapshot

# Characters of a paragraph that are shown on either side of the words of an excerpt.
AROUND = 160


class Link(NamedTuple):
    """Words that lead somewhere; `note` stands behind them."""

    text: str
    href: str
    note: str = ""


class Line(NamedTuple):
    """A line of the account. `lead` is its sentence up to the words of the reports, `words` is the rest of it.

    `after` is what leads into the words, where they cannot be understood alone.
    """

    id: str
    kind: str
    href: str
    lead: str
    words: str
    day: str
    badges: tuple[str, ...]
    counts: str
    copied: bool
    past: str
    numbers: tuple[Link, ...]
    rivals: tuple[Link, ...]
    note: str
    reported: str
    doubts: tuple[Link, ...]
    after: Link | None


class Source(NamedTuple):
    """A report in the list of sources."""

    id: str
    number: int
    href: str
    path: str
    title: str
    details: str
    copies: tuple[Link, ...]


def line(snapshot: Snapshot, entry: Entry, links: Links) -> Line:
    """One entry as a line with its sources and rivals."""
    lead, words = halves(entry)
    numbers = sorted((snapshot.numbers[report], report) for report in entry.reports)
    return Line(
        id=entry.id,
        kind=entry.kind,
        href=links.entry(entry.id),
        lead=lead,
        words=words,
        day=when(entry),
        badges=badges(entry),
        counts=sources(entry, copying(entry, snapshot.numbered)),
        copied=len(entry.reports) > entry.origins,
        past=history(entry),
        numbers=tuple(
            Link(str(n), links.report(report), title(snapshot.report_by_id[report])) for n, report in numbers
        ),
        rivals=tuple(Link(r.relation, links.entry(r.id), r.because) for r in entry.relations),
        note=_note(snapshot, entry),
        reported=reported(entry, snapshot.lineage.published),
        doubts=tuple(Link(DOUBTS[check.kind], links.entry(entry.id), check.because) for check in doubts(entry)),
        after=_after(snapshot, entry, links),
    )


def _after(snapshot: Snapshot, entry: Entry, links: Links) -> Link | None:
    """What leads into a line that cannot be understood alone, with its place in the report."""
    led = entry.lead_in
    if led is None:
        return None
    start = paragraph_at(snapshot.report_by_id[led.span.report_id].report, led.span.start)
    return Link(quoted(led.text), links.passage(led.span.report_id, start))


def _note(snapshot: Snapshot, entry: Entry) -> str:
    """What stands under a line: of a change where its words are missing, and why it counts; else by whom it is misquoted."""
    value = entry.value
    if isinstance(value, Change):
        return "; ".join(filter(None, [missing(value, snapshot.lineage.names), value.because]))
    return misquoted(entry, snapshot.numbered) or unread(entry, snapshot.lineage)


def halves(entry: Entry) -> tuple[str, str]:
    """The sentence of a line without what its badges say: up to the words of the reports, and the rest."""
    text = sentence(entry)
    for badge in badges(entry):
        text = text.removeprefix(f"{badge}: ")
    border = {"event": " — “", "commitment": " — “", "actor": " (", "figure": " (", "change": "\n"}.get(
        entry.kind, ": "
    )
    if entry.kind == "figure" and " (" not in text.partition(" — “")[0]:
        border = " — “"
    lead, found, words = text.partition(border)
    return (lead + found.rstrip(" (—“"), found.lstrip(" :—") + words) if found else (text, "")


def badges(entry: Entry) -> tuple[str, ...]:
    """The words that tell at a glance what kind of line it is: the status of an event, the kind of a commitment."""
    value = entry.value
    if isinstance(value, Commitment):
        return (value.kind, *((entry.state,) if entry.state not in (None, "open") else ()))
    if isinstance(value, Figure):
        return () if value.status == "happened" else (value.status,)
    if isinstance(value, Event):
        return (status_of(entry),)
    return (value.kind,) if isinstance(value, Change) else ()


def title(report: ReportLine) -> str:
    """The headline, else the first words of the text, else the file's name."""
    return report.headline or shorten(report.text.strip().partition("\n")[0], 70, placeholder=" …") or report.path


def source(snapshot: Snapshot, report: ReportLine, links: Links) -> Source:
    """One report of the list of sources, with the other members of its family."""
    details = filter(None, [report.outlet, moment_text(report.published) or "no date"])
    return Source(
        report.id, snapshot.numbers[report.id], links.report(report.id), report.path, title(report), ", ".join(details),
        tuple(Link(other.path, beside(snapshot, report.id, other.id, links)) for other in copies(snapshot, report)),
    )  # fmt: skip


def copies(snapshot: Snapshot, report: ReportLine) -> list[ReportLine]:
    """The other members of a report's family."""
    members = snapshot.by_id[report.family].reports
    return [snapshot.report_by_id[member] for member in members if member != report.id]


def pair(snapshot: Snapshot, left: str, right: str) -> tuple[str, str]:
    """Two reports in the order in which they were compared: the same page, whichever of them one comes from."""
    return (left, right) if snapshot.numbers[left] < snapshot.numbers[right] else (right, left)


def beside(snapshot: Snapshot, one: str, other: str, links: Links) -> str:
    """Where two copies stand side by side; the other report where only a third joins them and they were never compared."""
    compared = frozenset((one, other)) in snapshot.comparison_of
    return links.compare(*pair(snapshot, one, other)) if compared else links.report(other)


def evidence_title(entry: Entry, role: str) -> str:
    """What a mark says: the kind of line, the part that the words play in it, and the line."""
    text = sentence(entry)
    return f"{entry.kind} ({role}): {text if len(text) <= 160 else text[:159] + '…'}"


def excerpts(report: ReportLine, evidence: Iterable[Evidence]) -> list[tuple[Piece, ...]]:
    """The words of the evidence marked in their paragraphs, shortened to what stands around them; one for a paragraph."""
    spans = sorted(((piece.span.start, piece.span.end, piece.role) for piece in evidence), key=lambda s: s[:2])
    windows: list[list[int]] = []
    for start, end, _ in spans:
        first, last = window(report.text, start, end)
        if windows and first <= windows[-1][1]:
            windows[-1][1] = max(windows[-1][1], last)
        else:
            windows.append([first, last])
    marks = [Mark(start, end, Label(role, role)) for start, end, role in spans]
    return [_excerpt(report.text, first, last, marks) for first, last in windows]


def window(text: str, start: int, end: int) -> tuple[int, int]:
    """What is shown around a stretch: its paragraph, or AROUND characters of it and no half word."""
    first = max(text.rfind("\n", 0, start) + 1, 0)
    if start - first > AROUND:
        space = text.find(" ", start - AROUND, start)
        first = start if space < 0 else space + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if last - end > AROUND:
        space = text.rfind(" ", end, end + AROUND)
        last = end if space < 0 else space
    return first, last


def _excerpt(text: str, first: int, last: int, marks: list[Mark]) -> tuple[Piece, ...]:
    body = [piece for _, piece in pieces(text, first, last, marks)]
    before = [Piece("… ")] if first > 0 and text[first - 1] != "\n" else []
    after = [Piece(" …")] if last < len(text) and text[last] != "\n" else []
    return (*before, *body, *after)
