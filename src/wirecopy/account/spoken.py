"""Statements and commitments: a line shows one claim's words whole, that of whoever told most, and fullest.

The speaker of one report with the cue of another, or one report's threat under another's condition, would be something that
nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from wirecopy.account.lasting import SPAN_DAYS, own_time, width
from wirecopy.account.speakers import spoken_for
from wirecopy.account.values import originals, origins_of, pick, text_of, variants
from wirecopy.judgements.outcomes.deeds import sides_of
from wirecopy.judgements.told import Told, below_headlines, days
from wirecopy.model import Actor, Commitment, Finding, Statement, Variant

# Days within which a report that names no day tells of what was said, before it or after its day of print.
TOLD_AFTER = 3
# A condition or action that begins so can't be understood away from its sentence.
POINTING = re.compile(r"(?:it|he|she|they|this|that|these|those|so|such|there|and|but|or|which|who|whom|whose)\b", re.I)


def whole(lead: Finding, group: Sequence[Told], family_of: Mapping[str, str]) -> tuple[Finding, tuple[Variant, ...]]:
    """One claim's finding as the line, with its open fields filled and the other values of its fields as variants."""
    told = {field.name: [(getattr(one.finding, field.name), one) for one in group] for field in fields(lead)}
    if days(getattr(lead, "when", None)) is None:
        lead = replace(lead, **{"when": pick(told["when"], family_of)})  # type: ignore[arg-type]
    others = [v for name, values in told.items() for v in variants(name, getattr(lead, name), values, family_of)]
    return lead, tuple(others)


def lead_commitment(group: Sequence[Told], family_of: Mapping[str, str]) -> Commitment:
    """The commitment that stands for a group, whole: one report's action under another's condition would be a new threat.

    That of the maker with the most origins; then one with a condition, in words that stand alone, the fullest. Where several
    people of one state made it, the state is its maker: none of them said it alone.
    """
    makers: dict[str, set[str]] = {}
    for told in group:
        makers.setdefault(text_of(getattr(told.finding, "by", ())), set()).add(family_of[told.report.id])

    def rank(told: Told) -> tuple[int, bool, bool, int]:
        finding = told.finding
        assert isinstance(finding, Commitment)  # noqa: S101 -- the caller passes commitments
        clear = not any(POINTING.match(words) for words in (finding.condition, finding.action) if words)
        full = len(finding.condition or "") + len(finding.action or "")
        return len(makers[text_of(finding.by)]), clear, bool(finding.condition), full

    original = originals(group, family_of)
    given = sorted((t for t in group if t.report.id in original), key=lambda told: told.order)
    lead = max(_of_the_day(max(given, key=rank), given), key=rank).finding
    assert isinstance(lead, Commitment)  # noqa: S101
    state = spoken_for(_voices(told.finding) for told in group if isinstance(told.finding, Commitment))
    return replace(lead, by=(state,) if state else lead.by, said_by=_common_tellers(lead, given))


def _of_the_day(lead: Told, given: Sequence[Told]) -> Sequence[Told]:
    """The claims whose words may be shown beside the group's days.

    Where the fullest words have no day of their own and are of a report days away from all that others state, those that were
    said then: the 8 December beside words of the 30th would be a date that nobody told.
    """
    dated = [(told, found) for told in given if (found := days(own_time(told))) and width(*found) <= SPAN_DAYS]
    printed = days(lead.report.published)
    if own_time(lead) is not None or not dated or not printed:
        return [lead]
    first, last = min(found[0] for _, found in dated), max(found[1] for _, found in dated)
    near = max(width(last, printed[0]), width(printed[1], first)) <= TOLD_AFTER
    return [lead] if near else [told for told, _ in dated]


def lead_statement(group: Sequence[Told], family_of: Mapping[str, str]) -> Statement:
    """The fullest wording of the speaker with the most origins; of two speakers in copies the one in the older report."""
    speakers: dict[str, list[Told]] = {}
    for told in sorted(below_headlines(group), key=lambda t: t.order):
        speakers.setdefault(text_of(getattr(told.finding, "speaker", None)), []).append(told)
    named = {name: tellers for name, tellers in speakers.items() if name != "None"} or speakers
    # `max` keeps the first of equals, which is the one that the older report names.
    tellers = max(named.values(), key=lambda told: origins_of(told, family_of))
    original = originals(tellers, family_of)
    statements = [t.finding for t in tellers if isinstance(t.finding, Statement) and t.report.id in original]
    lead = max(statements, key=lambda said: (len(said.words), said.words))
    chain = tuple(actor for actor in lead.said_by if lead.speaker is None or actor.id != lead.speaker.id)
    return replace(lead, said_by=chain)


def _common_tellers(lead: Commitment, given: Sequence[Told]) -> tuple[Actor, ...]:
    """Through whom every claim tells it: what the spokesman said once, and his chief himself later, is not "through" him.

    What the other side alone tells stays on that side's word, whoever of it tells it. Of a maker without a side of his own
    ("the coalition") the teller stays, for whose it is is known by him alone; a claim that leaves out one of two makers tells
    nothing of the other.
    """
    makers = sides_of(lead.by)
    claims = (one.finding for one in given)
    told = [(*c.by, *c.said_by) for c in claims if isinstance(c, Commitment) and makers <= sides_of(c.by)]
    strangers = {one.id for one in lead.said_by if one.country and one.country not in makers}

    def tells(one: Actor, among: tuple[Actor, ...]) -> bool:
        return any(one.id == other.id or (one.id in strangers and one.country == other.country) for other in among)

    return tuple(one for one in lead.said_by if not makers or all(tells(one, among) for among in told))


def _voices(commitment: Commitment) -> tuple[Actor, ...]:
    """Who made it: of a state that is bound by its spokesman's words the spokesman, who is one voice among others."""
    by, teller = commitment.by, commitment.said_by[:1]
    return teller if len(by) == 1 and by[0].kind == "state" and sides_of(teller) == sides_of(by) else by
