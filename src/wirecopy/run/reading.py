"""One report, read and not stored: what `wirecopy.read` gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from wirecopy import findings, language
from wirecopy.documents import document_of
from wirecopy.judgements import dating
from wirecopy.judgements.dating.contradictions import contradictions
from wirecopy.model import (
    Claim,
    Commitment,
    Event,
    Expression,
    Figure,
    Finding,
    Mention,
    Moment,
    Report,
    Span,
    Statement,
    with_times,
)
from wirecopy.moments.resolve import resolve
from wirecopy.notes import Notes
from wirecopy.reports import report_of
from wirecopy.reports.offsets import original


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says. Claims and moments are resolved against the report's date."""

    report: Report
    expressions: tuple[Expression, ...]
    mentions: tuple[Mention, ...]
    stored: tuple[Claim, ...]
    notes: Notes

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Every expression of time, in text order, with its span; those that nothing resolves are left out."""
        return tuple(moment for e in self.expressions if (moment := resolve(e, self.report.published)))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in text order, with its times resolved."""
        meant = partial(resolve, published=self.report.published)
        return tuple(with_times(claim, meant) for claim in self.stored)

    def _of(self, kind: type[Finding]) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if isinstance(claim.finding, kind))

    @property
    def events(self) -> tuple[Claim, ...]:
        """The claims that are events, in text order."""
        return self._of(Event)

    @property
    def statements(self) -> tuple[Claim, ...]:
        """The claims that are statements, in text order."""
        return self._of(Statement)

    @property
    def figures(self) -> tuple[Claim, ...]:
        """The claims that are figures, in text order."""
        return self._of(Figure)

    @property
    def commitments(self) -> tuple[Claim, ...]:
        """The claims that are commitments, in text order."""
        return self._of(Commitment)

    def original(self, span: Span) -> tuple[int, int]:
        """Where a span of the clean text stands in the text that was given."""
        return original(self.report, span)


def read_text(text: str, published: str | None = None, source: str | None = None) -> Reading:
    """Read one text; see `wirecopy.read`."""
    raw = text.encode("utf8", "surrogatepass")
    document = document_of(source or "", raw)
    notes = Notes(source or "")
    return next(read_reports([(report_of(document, text, notes), notes)], published))


def read_reports(reports: Iterable[tuple[Report, Notes]], published: str | None = None) -> Iterator[Reading]:
    """Analyse reports in order and find their claims. Raises ValueError where `published` is neither date nor hint."""
    reports = list(reports)
    # Who held an office depends on the day, so a date that is given is known before names are read.
    given = [(replace(report, published=dating.published(report, (), published)), notes) for report, notes in reports]
    for passage, (report, notes) in zip(language.analyse_all(given), reports, strict=True):
        date = dating.published(report, passage.expressions, published)
        passage = replace(passage, report=replace(report, published=date))
        for contradiction in contradictions(passage.report, passage.expressions):
            notes.warn(contradiction)
        claims = findings.find(passage, notes)
        yield Reading(passage.report, passage.expressions, passage.mentions, claims, notes)
