"""What holds for every string: nothing is lost in silence, and every character knows its place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from wirecopy.documents import document_of
from wirecopy.model import Report, Span
from wirecopy.notes import Notes
from wirecopy.reports import report_of
from wirecopy.reports.offsets import original

PARTS = [
    "He said",
    "“no",
    "yes”",
    '"',
    "«",
    "»",
    ". ",
    " .",
    ".",
    ", ",
    "The",
    "said.",
    "the EU. NATO.",
    "\n",
    "\n\n",
    "\r\n",
    "[ad_1]",
    "Source link",
    "Support us now",
    "date 2020-01-02",
    "KYIV",
    "—",
    "(AP)",
    "\u200b",
    "\xa0",
    "\u00ad",
    "  ",
    "Ten ships left the harbour on Monday.",
    "Photo: Ada Roe",
    "movesAgainst",
    "Comments",
    "Reply",
    "''",
    "\ud800",
    "é",
]
PAGES = st.one_of(st.lists(st.sampled_from(PARTS), max_size=25).map("".join), st.text(max_size=200))


def read(text: str) -> Report:
    return report_of(document_of("x", text.encode("utf8", "surrogatepass")), text, Notes("x"))


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_every_letter_is_in_the_text_or_in_a_cut(page: str) -> None:
    report = read(page)
    told = bytearray(len(page))
    for stretch in report.offsets:
        told[stretch.document_start : stretch.document_start + stretch.length] = b"\1" * stretch.length
    for cut in report.cuts:
        assert not any(told[cut.start : cut.end]), "a cut overlaps a stretch or another cut"
        told[cut.start : cut.end] = b"\2" * (cut.end - cut.start)
    assert [char for char, seen in zip(page, told, strict=True) if char.isalnum() and not seen] == []


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_stretches_are_ordered_and_aligned(page: str) -> None:
    report = read(page)
    end = document_end = 0
    for start, document_start, length in ((s.start, s.document_start, s.length) for s in report.offsets):
        assert start >= end
        assert document_start >= document_end
        end, document_end = start + length, document_start + length
        pairs = zip(report.text[start:end], page[document_start:document_end], strict=True)
        assert all(a == b for a, b in pairs if a.isalnum() or b.isalnum())


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_the_way_back_is_monotone(page: str) -> None:
    report = read(page)
    spans = [original(report, Span(report.id, i, i + 1)) for i in range(len(report.text))]
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))
    assert all(0 <= start <= end <= len(page) for start, end in spans)


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_blocks_cover_the_text(page: str) -> None:
    report = read(page)
    assert "\n\n".join(report.text[block.start : block.end] for block in report.blocks) == report.text


def test_cleaning_a_clean_text_changes_nothing() -> None:
    page = "Ferries sail again\n\n“We are glad,” the captain said.\n\nThe strike had lasted for nine days, he said."
    report = read(page)
    assert (report.text, report.cuts) == (page, ())
