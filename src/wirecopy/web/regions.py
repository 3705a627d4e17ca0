"""A report's text as the paragraphs that a page shows, each with its address."""

from __future__ import annotations

from wirecopy.model import Block, Report


def paragraph_at(report: Report, place: int) -> int:
    """Where the paragraph starts that has a place of the clean text."""
    return max((block.start for block in regions(report) if block.start <= place), default=0)


def regions(report: Report) -> list[Block]:
    """The blocks in order, and what no block covers as paragraphs, so that no word of the text is left out."""
    found: list[Block] = []
    end = 0
    for block in sorted(report.blocks, key=lambda block: block.start):
        if report.text[end : block.start].strip():
            found.append(Block(end, block.start, "paragraph"))
        if block.end > max(end, block.start):
            found.append(Block(max(end, block.start), block.end, block.kind))
        end = max(end, block.end)
    return [*found, Block(end, len(report.text), "paragraph")] if report.text[end:].strip() else found
