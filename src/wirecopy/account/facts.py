"""What the account knows as done or announced, as the facts that commitments are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from wirecopy.account.cases import case_of, days_of
from wirecopy.judgements.outcomes.cases import Fact
from wirecopy.judgements.outcomes.deed_kinds import NOBODY, Deed, contested, told_in
from wirecopy.judgements.outcomes.deed_traits import is_hostile
from wirecopy.judgements.outcomes.deeds import deed_of_event, sides_of
from wirecopy.judgements.told import days
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Actor, Commitment, Entry, Event, Moment, Read, Report, Span
from wirecopy.moments.one_day import names_a_day
from wirecopy.moments.resolve import resolve
from wirecopy.words import load

DONE = ("happened", "ongoing")


def facts_of(entries: Iterable[Entry], reads: Mapping[str, Read], reports: Mapping[str, Report]) -> list[Fact]:
    """The deeds that the account tells as done, or as announced; an appointment that was kept is one of them."""
    listed = list(entries)
    by_id = {entry.id: entry for entry in listed}
    found = (
        fact for entry in listed for fact in (_done(entry, by_id, reads, reports), _announced(entry, reads, reports))
    )
    return [fact for fact in found if fact is not None]


def _done(
    entry: Entry, by_id: Mapping[str, Entry], reads: Mapping[str, Read], reports: Mapping[str, Report]
) -> Fact | None:
    """The deed that an event is."""
    value = entry.value
    if not isinstance(value, Event) or value.status not in (*DONE, "scheduled"):
        return None
    kept_by = _keeper(entry, by_id)
    # Where an arranged deed was done, the words of the arrangement are no word of its happening.
    teller, status = (kept_by, None) if kept_by else (entry, value.status)
    told = [one for one in teller.claims if status is None or getattr(one.finding, "status", None) == status]
    claim = min(told or teller.claims, key=lambda one: one.id)
    shown = getattr(teller.value, "what", None)
    if not any(getattr(one.finding, "what", None) == shown for one in told):
        shown = getattr(claim.finding, "what", None) or shown
    spans = claim.spans.get("act", ())
    deed = deed_of_event(value, _doers(spans, reads) if not value.who else ())
    when = next((w for w in (getattr(teller.value, "when", None), value.when) if days(w)), value.when)
    first, last = days_of(when, entry.reports, reports)
    against_itself = bool(deed.who) and deed.who == deed.whom and is_hostile(deed)
    if not (deed.kinds or deed.verbs) or not last or against_itself:
        return None
    tellers = _tellers(teller)
    return Fact(
        deed, first, last, claim.id, shown or "", spans, teller.origins,
        is_planned=value.status == "scheduled" and kept_by is None,
        is_disputed=bool(deed.kinds & contested() and tellers and not sides_of(tellers) & deed.who),
        is_attributed=bool(tellers),
        is_dated=days(when) is not None,
    )  # fmt: skip


def _keeper(entry: Entry, by_id: Mapping[str, Entry]) -> Entry | None:
    """The event by which an appointment is known to have been kept."""
    kept = (by_id.get(one.id) for one in entry.relations if one.relation == "kept by")
    return next((one for one in kept if one is not None), None) if entry.state == "kept" else None


def _announced(entry: Entry, reads: Mapping[str, Read], reports: Mapping[str, Report]) -> Fact | None:
    """The deed that a promise or an offer announces."""
    value = entry.value
    if not isinstance(value, Commitment) or value.kind not in ("promise", "offer") or not value.action:
        return None
    case = case_of(entry, reads, reports)
    if not (case.action and case.action.kinds and not case.action.is_negated and case.by and case.made):
        return None
    claim = min(entry.claims, key=lambda one: one.id)
    deed = replace(case.action, who=case.by)
    spans = claim.spans.get("action", ())
    return Fact(deed, case.made, case.made, claim.id, value.action, spans, entry.origins, True)


def _tellers(entry: Entry) -> tuple[Actor, ...]:
    """By whose word alone an entry is told; nobody's where a report tells it in its own words."""
    said = [getattr(claim.finding, "said_by", ()) for claim in entry.claims]
    return tuple(actor for actors in said for actor in actors) if all(said) else ()


def told_facts(reads: Iterable[Read], reports: Mapping[str, Report]) -> Iterator[Fact]:
    """The deeds that sentences tell as done without being an event of PLOVER's, by whom the sentence names before them."""
    for read in reads:
        known = days(reports[read.report.id].published)
        if known is None or read.report.language != "en":
            continue
        text = read.report.text
        ends = [0, *(end.end() for end in ENDED.finditer(text)), len(text)]
        for first, last in pairwise(ends):
            for kind, start, end in told_in(text[first:last]):
                near = [m.actor for m in read.mentions if m.actor and first <= m.span.start < first + start]
                behind = first + text[first : first + start].rfind(" that ")
                inner = [m.actor for m in read.mentions if m.actor and behind <= m.span.start < first + start]
                # Who complains that others have ignored him has not ignored himself.
                doers = inner if behind >= first and inner else near
                sides, undergone = sides_of(doers), kind in load("deeds")["undergone"]
                deed = Deed(frozenset({kind}), *((NOBODY, sides) if undergone else (sides, NOBODY)))
                span = Span(read.report.id, first + start, first + end)
                day = day_in(read, reports[read.report.id].published, first, first + start, last)
                if sides or (undergone and doers):
                    told = text[first:last].strip()
                    yield Fact(deed, *(day or known), "", told, (span,), is_dated=day is not None)


def day_in(read: Read, published: Moment | None, first: int, act: int, last: int) -> tuple[str, str] | None:
    """The one past day that a sentence names for what it tells: that before the words, else the first behind them."""
    told = [e for e in read.expressions if first <= e.span.start and e.span.end <= last and names_a_day(e)]
    told.sort(key=lambda e: (e.span.start > act, abs(e.span.start - act)))
    for expression in told:
        meant, known = days(resolve(expression, published)), days(published)
        if meant and known and meant[0] == meant[1] <= known[1]:
            return meant
    return None


def _doers(spans: Sequence[Span], reads: Mapping[str, Read]) -> list[Actor]:
    """The actors that the sentence names before the act: its doers, where the finder left them open."""
    if not spans:
        return []
    read, act = reads[spans[0].report_id], spans[0]
    begin = max(read.report.text.rfind(mark, 0, act.start) for mark in (". ", "\n", "; "))
    return [one.actor for one in read.mentions if one.actor and begin < one.span.start < act.start]
