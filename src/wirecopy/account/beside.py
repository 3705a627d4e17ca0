"""What a report itself tells of a commitment right beside it: the ships that had been promised have arrived, the wind that
was to close the bridges stayed weak, the tanks never came."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from wirecopy.account.facts import day_in
from wirecopy.judgements.outcomes.cases import Fact, Outcome
from wirecopy.judgements.outcomes.deed_kinds import Deed, has, listed
from wirecopy.judgements.told import days
from wirecopy.language.sentence_ends import FOLLOWED
from wirecopy.model import Claim, Commitment, Entry, Read, Report, Span

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# What opens a sentence that goes on from the one before.
OPENING = re.compile(r"(?:But |Yet |And |In the end,? |So far,? )?", re.I)


def beside(entry: Entry, reads: Mapping[str, Read], reports: Mapping[str, Report]) -> Outcome | None:
    """The state of a commitment by the sentences that stand beside it in its reports; None where they tell nothing of it."""
    found = (
        rule(claim, reads[claim.report_id], reports[claim.report_id])
        for claim in sorted(entry.claims, key=lambda one: one.id)
        for rule in (_there, _not_reached, _came_to_nothing)
    )
    return next((one for one in found if one is not None), None)


def _there(claim: Claim, read: Read, report: Report) -> Outcome | None:
    """Three ships arrived on Friday. Oslo had promised them: what was promised was told first, and as there."""
    spans = claim.spans.get("action", ())
    if claim.finding.kind not in ("promise", "offer") or len(spans) < 2 or spans[1].start < spans[0].end:  # type: ignore[union-attr]
        return None
    sentence = _sentence(report, spans[0].start)
    if sentence.end >= spans[1].start:
        return None
    told = report.text[spans[0].end : sentence.end]
    match = listed("there").search(told)
    if match is None or has("unreal", told[: match.start()]):
        return None
    return _outcome("kept", "is what had been promised", sentence, read, report)


def _not_reached(claim: Claim, read: Read, report: Report) -> Outcome | None:
    """If the wind rose above 60 … It reached 54: the limit of a condition, and what was reached, in the next sentence."""
    value = claim.finding
    assert isinstance(value, Commitment)  # noqa: S101 -- the caller passes commitments
    limits = NUMBER.findall(value.condition or "")
    way = next((name for name in ("over", "under") if has(name, value.condition or "")), None)
    after = _next(claim, report)
    if len(limits) != 1 or way is None or after is None:
        return None
    words = report.text[after.start : after.end]
    match = listed("reached").search(words)
    number = NUMBER.match(words[match.end() :].lstrip().removeprefix("only ").removeprefix("just ")) if match else None
    if match is None or number is None or len(words[: match.start()].split()) > 3:
        return None
    limit, value_told = _amount(limits[0]), _amount(number[0])
    if value_told >= limit if way == "over" else value_told <= limit:
        return None
    return _outcome("lapsed", "tells that its condition was not met", after, read, report)


def _came_to_nothing(claim: Claim, read: Read, report: Report) -> Outcome | None:
    """They never arrived: of a promise, in the next sentence."""
    after = _next(claim, report)
    if after is None or getattr(claim.finding, "kind", "") != "promise":
        return None
    words = report.text[after.start : after.end]
    found = listed("came_to_nothing").match(words, OPENING.match(words).end())  # type: ignore[union-attr]
    return _outcome("broken", "tells that nothing came of it", after, read, report) if found else None


def _amount(number: str) -> float:
    """A number as it is printed: commas part thousands."""
    return float(number.replace(",", ""))


def _outcome(state: str, what: str, sentence: Span, read: Read, report: Report) -> Outcome:
    told = report.text[sentence.start : sentence.end].strip()
    day = day_in(read, report.published, sentence.start, sentence.start, sentence.end) or days(report.published)
    first, last = day or ("", "")
    fact = Fact(Deed(frozenset()), first, last, "", told, (sentence,), is_dated=day is not None)
    when = f" ({first})" if first and first == last else ""
    return Outcome(state, "yes", f"“{told}”{when} {what}", (fact,))


def _next(claim: Claim, report: Report) -> Span | None:
    """The sentence after that of a commitment's words."""
    spans = [span for role in ("action", "condition") for span in claim.spans.get(role, ())]
    if not spans:
        return None
    here = _sentence(report, max(span.end for span in spans) - 1)
    return _sentence(report, here.end) if here.end < len(report.text) else None


def _sentence(report: Report, place: int) -> Span:
    """The sentence of a report in which a place lies."""
    ends = sorted({0, *(match.end() for match in FOLLOWED.finditer(report.text)), len(report.text)})
    return next(Span(report.id, a, b) for a, b in pairwise(ends) if a <= place < b)
