"""The fold: everything that was read, and the comparisons of copies, into one account. A pure function of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from wirecopy.account.became import with_outcomes
from wirecopy.account.checks import with_checks
from wirecopy.account.dates import dated
from wirecopy.account.glosses import with_glosses
from wirecopy.account.lead_in import with_lead_in
from wirecopy.account.ledger import judged
from wirecopy.account.lines import change_entries, entry_of, family_entries, sort_key
from wirecopy.account.months import with_month
from wirecopy.account.people import actor_entries
from wirecopy.account.places import source_of
from wirecopy.account.promised import with_promises
from wirecopy.account.quoted import with_altered_quotes
from wirecopy.account.series import with_rivals
from wirecopy.account.supposed import with_condition
from wirecopy.account.whole import with_whole_sentence
from wirecopy.judgements import JUDGES
from wirecopy.judgements.copies.families import fold as fold_families
from wirecopy.judgements.copies.lineage import handed_down, traced
from wirecopy.judgements.copies.wordings import marked
from wirecopy.judgements.corrections import left_out, regrouped, told_dates, with_states
from wirecopy.judgements.decided import about_actors, corrected, standing
from wirecopy.judgements.grouping import groups
from wirecopy.judgements.said_in_talks import with_talk_days
from wirecopy.judgements.said_on import with_days
from wirecopy.judgements.same.one_report import without_headlines
from wirecopy.judgements.same.same_actor import unify
from wirecopy.judgements.telling.doubled import without_doubled
from wirecopy.judgements.telling.off_story import off_story, without
from wirecopy.judgements.telling.restated import garbling, without_contents, without_garbled, without_restated
from wirecopy.judgements.telling.strands import in_strands
from wirecopy.judgements.telling.worthy import parted, worthy, worthy_lines
from wirecopy.judgements.told import Told, actors_of, canonical, first_start, stems, told_by, with_asides
from wirecopy.model import (
    Actor,
    Claim,
    Comparison,
    Entry,
    Event,
    Family,
    Judgement,
    Moment,
    Read,
    Report,
    Span,
    with_times,
)
from wirecopy.moments.resolve import resolve


@dataclass(frozen=True, slots=True)
class Account:
    """The folded account: dated reports, families, all entries in the account's order, and the reasons."""

    reports: tuple[Report, ...]
    families: tuple[Family, ...]
    entries: tuple[Entry, ...]
    judgements: tuple[Judgement, ...]


def fold(
    reads: Sequence[Read],
    comparisons: Sequence[Comparison],
    decisions: Sequence[Judgement] = (),
    dates: Mapping[str, Moment] | None = None,
) -> Account:
    """Fold from nothing. The order of `reads`, `comparisons` and `decisions` never shows; decisions are analysts' own.

    `dates` are those of all the reports where a fold of more reports has settled them.
    """
    decisions = standing(decisions)
    reads, reports, families, actors, told, judgements, altered, at_home = prepared(
        reads, comparisons, decisions, dates
    )
    within = {member: family for family in families for member in family.members}
    family_of = {member: family.members[0] for family in families for member in family.members}
    expressions = {read.report.id: read.expressions for read in reads}
    entries: list[Entry] = []
    for kind, judge in JUDGES.items():
        gathered, reasons = groups([t for t in told if t.claim.kind == kind], judge)
        if kind == "event":
            gathered = without_garbled(without_contents(gathered), altered)
        if kind == "commitment":
            gathered = without_garbled(gathered, altered)
        lines = [
            with_month(entry_of(kind, group, family_of), expressions, reports)
            for group in regrouped(gathered, decisions)
        ]
        lines = worthy_lines(lines) if at_home else lines
        if kind == "event":
            lines = with_outcomes(lines, reports.values())
        if kind == "statement":
            lines = [with_altered_quotes(line, within, reports) for line in lines]
        if kind == "figure":
            alone, contested = parted(lines) if at_home else ([], lines)
            lines = alone + with_rivals(contested, comparisons, reports)
        entries += sorted(lines, key=sort_key)
        judgements += reasons
    ledger = judged(entries, reads, reports, decisions)
    judgements += ledger.judgements
    sources = {read.report.id: source_of(read.report.id, read.report.text, read.mentions, actors) for read in reads}
    known = with_promises(ledger.entries)
    told_lines = with_states(with_checks(known, reports, families, comparisons), decisions)
    whole = (with_condition(with_whole_sentence(line, reports), reports) for line in told_lines)
    entries = [
        *family_entries(families, comparisons),
        *(with_lead_in(with_glosses(line, sources), sources, reports) for line in whole),
        *actor_entries(reads, actors, family_of),
        *change_entries(handed_down(marked(comparisons, families, reports), families), family_of),
    ]  # fmt: skip
    return Account(tuple(reports[read.report.id] for read in reads), families, tuple(entries), tuple(judgements))


class Prepared(NamedTuple):
    """What judges are given: what was read as analysts corrected it, reports with dates, families, actors, claims.

    `altered` are the words that copying has changed in its copies, or may have. `at_home`: no states meet in it.
    """

    reads: list[Read]
    reports: dict[str, Report]
    families: tuple[Family, ...]
    actors: Mapping[str, Actor]
    told: list[Told]
    judgements: list[Judgement]
    altered: tuple[Span, ...]
    at_home: bool


def prepared(
    reads: Sequence[Read],
    comparisons: Sequence[Comparison],
    decisions: Sequence[Judgement],
    dates: Mapping[str, Moment] | None = None,
) -> Prepared:
    """The first half of the fold: everything up to the claims that judges compare. `decisions` are those that stand."""
    reads = sorted(reads, key=lambda read: (read.report.path, read.report.id))
    reads = corrected(left_out(reads, decisions), decisions)
    families = fold_families({read.report.id: len(read.report.text) for read in reads}, comparisons)
    reports, judgements = dated(reads, families, dates)
    families = traced(families, reports, comparisons)
    within = {member: family for family in families for member in family.members}
    met = (actor for read in reads for actor in _met(read))
    actors, same = unify(met, about_actors(decisions))
    told = without_headlines(_told(reads, reports, actors, _aligned(comparisons), within))
    told = with_days(in_strands(without_doubled(without_restated(told))))
    told = with_asides(with_talk_days(told, JUDGES["event"]))
    reasons = [*judgements, *told_dates(reads, decisions), *same]
    told, at_home = worthy(told)
    beside = [] if at_home else off_story(told)
    told, reasons = without(told, beside), [*reasons, *beside]
    return Prepared(reads, reports, families, actors, told, reasons, garbling(comparisons, within), at_home)


def _met(read: Read) -> Iterator[Actor]:
    """Whom a report mentions, and whom its claims are about: these may be known by words that are no mention."""
    yield from (mention.actor for mention in read.mentions if mention.actor)
    for claim in read.claims:
        yield from actors_of(claim.finding)


def _told(
    reads: Sequence[Read],
    reports: Mapping[str, Report],
    actors: Mapping[str, Actor],
    aligned: Mapping[str, Sequence[tuple[int, int, str]]],
    families: Mapping[str, Family],
) -> list[Told]:
    told = []
    for read in reads:
        report = reports[read.report.id]
        for claim in read.claims:
            one = _one(claim, report, actors, aligned.get(report.id, ()))
            told.append(replace(one, copied=families[report.id].original not in (None, report.id)))
    return told


def _one(
    claim: Claim,
    report: Report,
    actors: Mapping[str, Actor],
    aligned: Iterable[tuple[int, int, str]],
) -> Told:
    finding = told_by(
        canonical(with_times(claim, partial(resolve, published=report.published)).finding, actors), report
    )
    words = stems(_told_words(claim, report))
    place = first_start(claim.spans)
    anchor = (
        claim.spans.get("act") or claim.spans.get("figure") or claim.spans.get("words") or claim.spans.get("action")
    )
    middle = anchor[0].start if anchor else place
    sentence = next((name for start, end, name in aligned if start <= middle < end), "")
    return Told(claim, finding, report, words, place, sentence)


def _told_words(claim: Claim, report: Report) -> str:
    """What a claim tells, in the report's words: an event's clause, else its spans; who says so is compared as an actor."""
    if isinstance(claim.finding, Event) and claim.finding.what:
        return claim.finding.what
    roles = [role for role in claim.spans if role not in ("speaker", "cue", "by", "to")] or list(claim.spans)
    return " ".join(report.text[s.start : s.end] for role in roles for s in claim.spans[role])


def _aligned(comparisons: Iterable[Comparison]) -> dict[str, list[tuple[int, int, str]]]:
    """Report → stretches with the name of the aligned sentence that they share with a copy's."""
    name: dict[tuple[str, int, int], str] = {}
    copies = [c for c in comparisons if c.kind in ("verbatim", "rewrite", "excerpt")]
    for comparison in sorted(copies, key=lambda c: (c.left, c.right)):
        for pair in comparison.sentences:
            left = (pair.left.report_id, pair.left.start, pair.left.end)
            right = (pair.right.report_id, pair.right.start, pair.right.end)
            shared = name.get(left) or name.get(right) or f"{left[0]}:{left[1]}"
            name[left] = name[right] = shared
    stretches: dict[str, list[tuple[int, int, str]]] = {}
    for (report, start, end), shared in sorted(name.items()):
        stretches.setdefault(report, []).append((start, end, shared))
    return stretches
