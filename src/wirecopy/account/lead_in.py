"""Lead-ins: the report's own words that lead into a line whose words cannot be understood alone.

A gloss says what a word means where the report leaves one answer; a lead-in lets the reader see for himself where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from wirecopy.account.glosses import Source, placed
from wirecopy.account.pointers import Line, first_pointer
from wirecopy.language.sentence_ends import FOLLOWED
from wirecopy.model import Claim, Commitment, Entry, Event, Figure, LeadIn, Report, Span, Statement
from wirecopy.reports.offsets import original

# The fields of a value that have a report's words, as a reader takes them in, and the role of the evidence that has them too.
FIELDS: Mapping[type, Mapping[str, str]] = {
    Event: {"what": "act"},
    Commitment: {"condition": "condition", "action": "action"},
    Statement: {"words": "words"},
    Figure: {"what": "figure"},
}
# Characters of a lead-in; characters of a line's own sentence before its words that lead into them by themselves, where the
# sentence before would be cut.
MOST, OWN = 220, 90
LEAST = 4  # words: "Mr Paz said" leads into nothing
# Full stops that end no sentence: "Mr. Paz", "the U.S. Navy", "Jan. 5".
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Capt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b[ap]\.m)\Z"
)
OPENED = re.compile(r"[\s“‘\"'(\[–—-]+\Z")


def with_lead_in(entry: Entry, sources: Mapping[str, Source], reports: Mapping[str, Report]) -> Entry:
    """A line with the words that lead into it, where its own need them."""
    fields = FIELDS.get(type(entry.value), {})
    shown = [(field, words) for field in fields if (words := getattr(entry.value, field))]
    claim = next((one for one in entry.claims if all(getattr(one.finding, f) == words for f, words in shown)), None)
    if not shown or claim is None or claim.report_id not in sources:
        return entry
    source = sources[claim.report_id]
    pieces = [place for field, words in shown for place in _pieces(words, fields[field], claim, source)]
    pointing = first_pointer(Line(entry, source, pieces)) if pieces else None
    led = _before(min(pieces)[0], reports[claim.report_id]) if pointing else None
    if pointing is None or led is None:
        return entry
    words = " ".join(source.text[led.start : led.end].split())
    cut = "" if _begins(led.start, source.text) else "… "
    return replace(entry, lead_in=LeadIn(" ".join(pointing.split()), f"{cut}{words}", led))


def _pieces(words: str, role: str, claim: Claim, source: Source) -> list[tuple[int, int]]:
    """Where the words of a field stand; of what is not one stretch of the report, where its evidence does."""
    found = [] if role == "words" else placed(words, claim, source.text)
    return found or [(span.start, span.end) for span in claim.spans.get(role, ()) if role != "act"]


def _before(at: int, report: Report) -> Span | None:
    """What leads into a place: its own sentence where a good part of it stands before, else the sentence before too."""
    starts = [*_starts(report.text, _limit(at, report), at)]
    start = starts[-2:][0]
    if at - start > MOST and at - starts[-1] >= OWN:
        start = starts[-1]
    if at - start > MOST:
        space = report.text.find(" ", at - MOST, at)
        start = space + 1 if space >= 0 else at
    opened = OPENED.search(report.text, start, at)
    end = opened.start() if opened else at
    return Span(report.id, start, end) if len(report.text[start:end].split()) >= LEAST else None


def _starts(text: str, first: int, at: int) -> Iterator[int]:
    """Where sentences start in a stretch."""
    yield first
    for found in FOLLOWED.finditer(text, first, at):
        if not ABBREVIATED.search(text, max(first, found.start() - 6), found.start()):
            yield found.end()


def _begins(at: int, text: str) -> bool:
    """Does a sentence begin there?"""
    before = text[max(at - 6, 0) : at]
    return (
        not before.strip()
        or "\n" in before
        or bool(re.search(r"[.!?][”\"’')\]]*\s+\Z", before) and not ABBREVIATED.search(before.rstrip()[:-1]))
    )


def _limit(at: int, report: Report) -> int:
    """How far back the body goes without a break: no headline, no caption and nothing that cleaning took out between."""
    inside = next((n for n, block in enumerate(report.blocks) if block.start <= at < block.end), None)
    if inside is None:
        return at
    first = inside
    while first and _follows(report, first) and report.blocks[first].start > at - 2 * MOST:
        first -= 1
    return report.blocks[first].start


def _follows(report: Report, number: int) -> bool:
    """Does a paragraph follow the one before, with nothing cut out between them?"""
    before, block = report.blocks[number - 1 : number + 1]
    if {before.kind, block.kind} != {"paragraph"}:
        return False
    start, end = original(report, Span(report.id, before.end, block.start))
    return not any(cut.text.strip() and start <= cut.start < max(end, start + 1) for cut in report.cuts)
