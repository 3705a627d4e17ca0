"""The state of every commitment: what the account knows is turned into facts, and each commitment held against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wirecopy.account.beside import beside
from wirecopy.account.cases import case_of, lead_of, said_on
from wirecopy.account.facts import facts_of, told_facts
from wirecopy.account.lines import sort_key
from wirecopy.account.overtaken import Made, overtaken
from wirecopy.judgements import outcomes
from wirecopy.judgements.decided import STATE
from wirecopy.judgements.outcomes.cases import LATE, Case, Fact, Outcome, later
from wirecopy.judgements.outcomes.deeds import sides_of
from wirecopy.judgements.told import days
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Commitment, Entry, Judgement, Moment, Read, Report


@dataclass(frozen=True, slots=True)
class Ledger:
    """The commitments with their states, and the judgements that gave them."""

    entries: tuple[Entry, ...]
    judgements: tuple[Judgement, ...]


def judged(
    entries: Sequence[Entry], reads: Sequence[Read], reports: Mapping[str, Report], decisions: Iterable[Judgement]
) -> Ledger:
    """All entries, the commitments among them with the states that later deeds give them.

    `reports` are dated; of the `decisions` that stand, those count here that reject a state.
    """
    read_of = {read.report.id: read for read in reads}
    facts = [*facts_of(entries, read_of, reports), *told_facts(reads, reports)]
    today = max((known[1] for report in reports.values() if (known := days(report.published))), default="")
    rejected = {
        (one.left, one.named): one.because for one in decisions if one.relation == STATE and one.verdict == "no"
    }
    unread = [known for report in reports.values() if report.language != "en" and (known := days(report.published))]
    found, judgements = [], []
    asked = asked_of(entries)
    made = {
        entry.id: Made(entry, _with_asked(case_of(entry, read_of, reports), asked), lead_of(entry))
        for entry in entries
        if isinstance(entry.value, Commitment)
    }
    for entry in entries:
        if entry.id in made:
            one = made[entry.id]
            others = [fact for fact in facts if not _told_with(fact, entry, read_of)]
            outcome = outcomes.outcome(one.case, others, today)
            if outcome.state == "open" or not outcome.facts:
                outcome = beside(entry, read_of, reports) or outcome
            if outcome.state == "open":
                outcome = overtaken(one, made.values(), read_of) or outcome
            judgement = _judged(entry, _as_far_as_read(outcome, one.case.deadline, unread), rejected)
            entry = replace(entry, state=judgement.named, value=_over_time(entry, reports))
            judgements.append(judgement)
        found.append(entry)
    again = iter(sorted((one for one in found if one.kind == "commitment"), key=sort_key))
    return Ledger(tuple(next(again) if one.kind == "commitment" else one for one in found), tuple(judgements))


def asked_of(entries: Iterable[Entry]) -> Mapping[str, frozenset[str]]:
    """Of whom each side demands something."""
    found: dict[str, frozenset[str]] = {}
    for value in (entry.value for entry in entries):
        if isinstance(value, Commitment) and value.kind == "demand":
            for side in sides_of(value.by):
                found[side] = found.get(side, frozenset()) | sides_of(value.to)
    return found


def _with_asked(case: Case, asked: Mapping[str, frozenset[str]]) -> Case:
    return replace(case, asked=frozenset(one for side in case.by for one in asked.get(side, ())))


def _over_time(entry: Entry, reports: Mapping[str, Report]) -> Commitment:
    """The commitment of an entry; where it was made again on other days, with the whole time instead of one of them."""
    value = entry.value
    assert isinstance(value, Commitment)  # noqa: S101 -- the caller passes commitments
    stated = [claim for claim in entry.claims if getattr(claim.finding, "when", None) is not None]
    dated = {claim.id for claim in stated}
    told = {day for claim in stated if (day := said_on(claim, reports[claim.report_id]))}
    # A whole month that holds a day that another report tells is no time of its own.
    known = sorted(a for a in told if not any(b != a and a[0] <= b[0] and b[1] <= a[1] for b in told))
    # It was said by the day on which another report already told of it.
    printed = (days(reports[claim.report_id].published) for claim in entry.claims if claim.id not in dated)
    before = sorted(day for day in printed if day and known and day[0] == day[1] and day[1] < known[0][0])
    if before and (shown := days(value.when)) and shown[1] < before[0][0]:
        before = [shown]
    known = [*before[:1], *known]
    first, last = (known[0][0], max(day[1] for day in known)) if known else ("", "")
    if entry.origins < 2 or not known or known[-1][0] <= known[0][1]:
        return value
    because = "the days on which its reports tell that it was said"
    return replace(value, when=Moment(f"{first}/{last}", first, last, "inferred", "", None, because))


def _as_far_as_read(outcome: Outcome, limit: str | None, unread: Iterable[tuple[str, str]]) -> Outcome:
    """The outcome; open, where a time is only known to be over and a report in a language that is not read came out then.

    What it tells nobody has read: that "no report tells that it was done" would be too much.
    """
    if outcome.state != "lapsed" or outcome.facts or not limit:
        return outcome
    told = sorted(first for first, _ in unread if limit <= first <= later(limit, LATE))
    if not told:
        return outcome
    because = f"its time was over on {limit}, and a report of {told[0]} in a language that is not read may tell of it"
    return Outcome("open", "unsure", because)


def _judged(entry: Entry, found: Outcome, rejected: Mapping[tuple[str, str | None], str]) -> Judgement:
    """The judgement that gives a commitment its state; where an analyst rejected that state, it stays open."""
    claims = sorted(claim.id for claim in entry.claims)
    no = next((because for claim in claims if (because := rejected.get((claim, found.state))) is not None), None)
    if no is not None:
        found = Outcome("open", "unsure", f"an analyst says that it is not {found.state}" + (f": {no}" if no else ""))
    right = found.facts[-1].claim if found.facts and found.facts[-1].claim else claims[0]
    spans = {"fact": tuple(span for fact in found.facts for span in fact.spans)} if found.facts else {}
    return Judgement(
        claims[0], right, STATE, found.verdict, found.because, outcomes.RULE, spans=spans, named=found.state
    )


def _told_with(fact: Fact, entry: Entry, reads: Mapping[str, Read]) -> bool:
    """Does a fact stand in a sentence of the commitment itself? It is then part of it, and no answer to it."""
    return any(
        one.report_id == two.span.report_id
        and not ENDED.search(
            reads[one.report_id].report.text, min(one.start, two.span.start), max(one.start, two.span.start)
        )
        for one in fact.spans
        for two in entry.evidence
    )
