"""The month of a line that has no day: "earlier this month" in its sentence, where nothing better is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements.told import days
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Claim, Commitment, Entry, Event, Expression, Moment, Report
from wirecopy.moments.resolve import resolve

MONTH = re.compile(r"(?:(?:earlier|late|later|early) )?(?:this|last) month", re.I)
# Between a time and a deed: the time is another clause's ("said this month that rebels had attacked").
BORDER = re.compile(r"[;:“”]|\b(?:that|which|who|whom|when|after|before|since|until|while|if|because)\b", re.I)


def with_month(entry: Entry, expressions: Mapping[str, Sequence[Expression]], reports: Mapping[str, Report]) -> Entry:
    """A deed that happened, or a commitment, with the month that its own clause names, if it has no time at all."""
    value = entry.value
    past = isinstance(value, Commitment) or (isinstance(value, Event) and value.status == "happened")
    if not past or getattr(value, "when", None) is not None:
        return entry
    found = {
        moment.value: moment
        for claim in entry.claims
        if (moment := _month(claim, expressions.get(claim.report_id, ()), reports[claim.report_id]))
    }
    return replace(entry, value=replace(value, when=next(iter(found.values())))) if len(found) == 1 else entry  # type: ignore[arg-type]


def _month(claim: Claim, expressions: Sequence[Expression], report: Report) -> Moment | None:
    anchors = claim.spans.get("act") or claim.spans.get("action") or ()
    if not anchors:
        return None
    start, end = anchors[0].start, anchors[0].end
    ends = [found.end() for found in ENDED.finditer(report.text, max(start - 800, 0), start)]
    stop = ENDED.search(report.text, end)
    first, last = ends[-1] if ends else max(start - 800, 0), stop.start() if stop else len(report.text)
    told = [one for one in expressions if first <= one.span.start < last]
    if len(told) != 1 or not MONTH.fullmatch(report.text[told[0].span.start : told[0].span.end]):
        return None
    span = told[0].span
    between = report.text[span.end : start] if span.end <= start else report.text[end : span.start]
    inside = start <= span.start < end  # what is to be done this month was not said in it
    moment = None if inside or BORDER.search(between) else resolve(told[0], report.published)
    return moment if moment and days(moment) else None
