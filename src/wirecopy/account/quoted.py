"""Quotations that a copy altered: other words between quotation marks than the original has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from wirecopy.judgements.copies.wordings import said
from wirecopy.model import Claim, Entry, Family, Report, Statement, Variant

QUOTED = re.compile(r"“([^“”]+)”")
FIELD = "quote"
"""The field of a variant that is such a quotation."""


def with_altered_quotes(entry: Entry, family_of: Mapping[str, Family], reports: Mapping[str, Report]) -> Entry:
    """A statement with the quotations that are not the original's as variants.

    Only where the original is known and tells the same utterance: of two reporters that both listened, neither alters
    the other's words.
    """
    altered: dict[str, tuple[str, list[str]]] = {}
    for claim in entry.claims:
        original = family_of[claim.report_id].original
        if original in entry.reports and original not in (None, claim.report_id):
            for words in _quoted(claim, reports[claim.report_id].text):
                if said(words) not in said(reports[original].text):
                    altered.setdefault(said(words), (words, []))[1].append(claim.id)
    variants = (Variant(FIELD, words, tuple(dict.fromkeys(claims)), 1) for words, claims in altered.values())
    return replace(entry, variants=(*entry.variants, *variants)) if altered else entry


def _quoted(claim: Claim, text: str) -> Iterator[str]:
    """What a statement has between quotation marks, piece by piece."""
    pieces = [text[span.start : span.end] for span in claim.spans.get("words", ())]
    is_direct = isinstance(claim.finding, Statement) and claim.finding.form == "direct"
    for piece in pieces:
        yield from [piece.strip("“”")] if is_direct else QUOTED.findall(piece)
