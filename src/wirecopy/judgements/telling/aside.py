"""What a report tells only beside its news: under a picture, about somebody in passing, of how many would vote how.

Where no states meet these make no line. Between states a clause about somebody ("Chad, which invaded Mali") is news as
often as any other.
"""

from __future__ import annotations

import re

from wirecopy.judgements.telling.at_home import is_grave
from wirecopy.judgements.told import Told, days
from wirecopy.language.sentence_ends import ENDED_SURELY
from wirecopy.model import Event, Report, Span

SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|as|after|before|when|while|because|if|whether|how|why|where|since|until|though|although)\b",
    re.IGNORECASE,
)
BESIDE = re.compile(
    SUBORDINATE.pattern
    + r"|\b(?:particularly|especially|including|such as)\b|\bthat\b(?! (?:day|morning|evening|night|week|month)\b)",
    re.IGNORECASE,
)
"""What opens a clause that is told only to say more of something: also "that", of a name and of what somebody thinks."""
HEDGED = re.compile(r"\b(?:likely|probably|perhaps|maybe|hopes?|hoped)\b", re.IGNORECASE)
"""Words of likelihood before what is told for a day to come."""
LONG_AGO = re.compile(
    r"\b(?:last (?:year|decade)|(?:years|decades) (?:ago|earlier|before)|in (?:19|20)\d\d)\b", re.IGNORECASE
)
"""A day long past, of which the rest of its sentence is too."""
LIKE = re.compile(r"^,? (?:like|such as) [A-Z]")
"""Behind a name of many of whom only some are meant: "Democrats like Paz"."""
SHARE = re.compile(r"\d ?(?:%|percent\b|per cent\b)|\b(?:poll|survey)(?:s|ed)?\b", re.IGNORECASE)
"""Words of a poll: whom its respondents are for is told by a figure."""


def is_aside(told: Told) -> bool:
    """Whether a claim stands under a picture, or is an act that only describes somebody or is how respondents feel."""
    if _is_under_picture(told):
        return True
    event = told.finding
    if not isinstance(event, Event) or event.act is None:
        return False
    if event.act == "SUPPORT" and SHARE.search(event.what or ""):
        return True
    if any(LIKE.search(told.report.text[span.end : span.end + 12]) for span in told.claim.spans.get("who", ())):
        return True
    told_before = [before(told.report, span) for span in told.claim.spans.get("act", ())[:1]]
    if event.status == "scheduled" and any(map(HEDGED.search, told_before)):
        return True
    if days(event.when) is not None or is_grave(event):
        return False
    if event.act == "SUPPORT" and not event.whom:
        return True
    return any(LONG_AGO.search(text) or BESIDE.search(text.rsplit(",", 1)[-1]) for text in told_before)


def _is_under_picture(told: Told) -> bool:
    pictures = [(block.start, block.end) for block in told.report.blocks if block.kind == "caption"]
    spans = [span for pieces in told.claim.spans.values() for span in pieces]
    return any(start <= span.start < end for start, end in pictures for span in spans)


def before(report: Report, span: Span) -> str:
    """What stands in a span's sentence before it."""
    text = report.text[max(0, span.start - 400) : span.start]
    ends = [end.end() for end in ENDED_SURELY.finditer(text)]
    return text[ends[-1] :] if ends else text


def clause_before(report: Report, span: Span) -> str:
    """What stands in a span's clause before it, as far as commas tell."""
    return before(report, span).rsplit(",", 1)[-1]
