"""What has become of each appointment: kept, moved, cancelled, overdue or open, and the lines that tell it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import islice

from wirecopy.account.appointment import REMOTE, is_appointment, what
from wirecopy.account.describe import day_text
from wirecopy.judgements.parties import ids, named, parties, seated, sides
from wirecopy.judgements.told import days, overlap, stems
from wirecopy.language.sentence_ends import FOLLOWED
from wirecopy.model import Entry, Event, Relation, Report
from wirecopy.words import load

DONE = ("happened", "ongoing", "historical")
OFF = ("denied", "refused")
# The share of a plan's words that a deed tells too, where both are of no known act.
ALIKE = 0.5
# Days after the day that it was planned for within which a talk that is put off is the one put off.
LATER = 60
# Days from the day that it was planned for within which a talk is held instead.
NEAR = 14
# Characters before a deed within which its report names the body in whose sitting it was done.
NEARBY = 600


def with_outcomes(entries: Sequence[Entry], reports: Collection[Report]) -> list[Entry]:
    """The entries, each appointment with its outcome as its state, as of the day of the latest report.

    Where another line tells it, a relation names that line: "kept by", "moved to".
    """
    by_id = {report.id: report for report in reports}
    today = max((report.published.latest or "" for report in reports if report.published), default="")[:10]
    events = [entry for entry in entries if isinstance(entry.value, Event)]
    return [_with_outcome(e, events, today, by_id) if is_appointment(e) else e for e in entries]


def _with_outcome(plan: Entry, events: Sequence[Entry], today: str, reports: Mapping[str, Report]) -> Entry:
    state = outcome(plan, today, {name: report.text for name, report in reports.items()})
    if state == "moved" and any(_put_off_to(one, (plan,)) for one in events if one.id != plan.id):
        state = _as_arranged(plan, today)  # the day to which another was moved
    if state in ("open", "overdue") and (held := _held_instead(plan, events)) is not None:
        return replace(plan, state="moved", relations=(Relation(held.id, "moved to", _day_told(held)),))
    if state in ("open", "overdue") and (deed := _deed(plan, events)) is not None:
        return replace(plan, state="kept", relations=(Relation(deed.id, "kept by", _day_told(deed)),))
    if state in ("open", "overdue") and (held := _sat(plan, events, reports)) is not None:
        return replace(plan, state="kept", relations=(Relation(held.id, "kept by", "told as held then"),))
    if state in ("cancelled", "moved") and (later := _put_off_to(plan, events)) is not None:
        return replace(plan, state="moved", relations=(Relation(later.id, "moved to", _day_told(later)),))
    return replace(plan, state=state)


def outcome(entry: Entry, today: str, texts: Mapping[str, str]) -> str:
    """What the line's own reports tell: cancelled once denied or refused; moved once put off; kept once told as done.

    `today` is the ISO date as of which it is asked, `texts` are those of the reports. Overdue says that its last day is
    past and that no report tells what became of it. What was told as held stays kept, whoever tells the plan again later.
    """
    event = _event(entry)
    if event.status in OFF:
        return "moved" if _has_new_day(entry, texts) else "cancelled"
    if _is_put_off(entry, texts):
        return "moved"
    return _as_arranged(entry, today)


def _as_arranged(entry: Entry, today: str) -> str:
    """Kept where it is told as done, overdue where its day is past, else open."""
    if any(isinstance(claim.finding, Event) and claim.finding.status in DONE for claim in entry.claims):
        return "kept"
    known = days(_event(entry).when)
    return "overdue" if known and known[1] < today else "open"


def _is_put_off(entry: Entry, texts: Mapping[str, str]) -> bool:
    """Does a claim call it postponed, prolonged or put off, by the words of its act?"""
    acts: dict[str | None, list[str]] = {}
    for piece in entry.evidence:
        if piece.role == "act":
            acts.setdefault(piece.claim, []).append(
                texts[piece.span.report_id][piece.span.start : piece.span.end].lower()
            )
    signs = [sign.split() for sign in load("appointments")["put_off"]]
    return any(
        all(any(word.startswith(part) for word in words) for part in sign) for words in acts.values() for sign in signs
    )


def _has_new_day(entry: Entry, texts: Mapping[str, str]) -> bool:
    """Does a report that tells it as off say, there or in its next sentence, that it is to be held later?"""
    off = {claim.id for claim in entry.claims if isinstance(claim.finding, Event) and claim.finding.status in OFF}
    for span in (piece.span for piece in entry.evidence if piece.role == "act" and piece.claim in off):
        text = texts[span.report_id]
        ends = [end.end() for end in islice(FOLLOWED.finditer(text, span.end), 2)]
        if _later().search(text, span.end, ends[-1] if len(ends) == 2 else len(text)):
            return True
    return False


@cache
def _later() -> re.Pattern[str]:
    """Words that give what is off another day."""
    return re.compile("|".join(load("appointments")["later"]), re.IGNORECASE)


def _deed(plan: Entry, events: Iterable[Entry]) -> Entry | None:
    """The first line that tells it as done on a day for which it was planned, by the same side."""
    return next((one for one in events if one.id != plan.id and _keeps(_event(one), _event(plan))), None)


def _keeps(deed: Event, plan: Event) -> bool:
    done, planned = days(deed.when), days(plan.when)
    if deed.status not in ("happened", "ongoing") or not done or not planned:
        return False
    if not (planned[0] <= done[0] and done[1] <= planned[1]):
        return False
    if _is_of_nameless(deed, plan, done == planned) or _is_there(deed, plan):
        return True
    if not _is_by(deed, plan) and not (plan.act == "CONSULT" and _is_of_body(deed, plan)):
        return False
    if plan.where and deed.where and not sides(plan.where) & sides(deed.where):
        return False
    if plan.act == "CONSULT" and _is_of_body(deed, plan):
        return True
    if plan.act == deed.act == "CONSULT":
        return bool(plan.where and deed.where) or (len(parties(plan)) > 1 and seated(parties(plan), parties(deed)))
    names = stems(" ".join(actor.name for actor in (*parties(plan), *parties(deed))))
    alike = overlap(stems(plan.what or "") - names, stems(deed.what or "") - names) >= ALIKE
    promised = plan.act is None and KEPT.search(deed.what or "") is not None
    return (plan.act == deed.act and plan.act is not None and bool(plan.whom and deed.whom)) or alike or promised


def _is_there(deed: Event, plan: Event) -> bool:
    """Does the guest of a visit do something at the place, or is something done to him there ("handed to her in Lima")?

    Where no place is told of a talk, that those he is with are of the place's country.
    """
    guests = _guests(plan)
    if plan.mode != "visit" or not guests & ids(parties(deed)) or deed.mode in REMOTE:
        return False
    hosts = tuple(one for one in parties(deed) if one.id not in guests) if deed.act == "CONSULT" else ()
    here = sides(deed.where or hosts)
    return bool(here & sides(plan.where) if plan.where else deed.where)


def _is_of_nameless(deed: Event, plan: Event, same_day: bool) -> bool:
    """Are both talks of that day in one place, of which the plan names nobody: "envoys meet in Lima on Monday"?"""
    nameless = bool(parties(plan)) and all(one.anonymous and not one.country for one in parties(plan))
    talks = plan.act == deed.act == "CONSULT" and len(parties(deed)) > 1
    return nameless and talks and same_day and bool(ids(plan.where) & ids(deed.where))


def _sat(plan: Entry, events: Iterable[Entry], reports: Mapping[str, Report]) -> Entry | None:
    """The line that tells, for that day or without one in a report of that day or the next, that a body's sitting is held.

    The word for it must be the plan's: "will hold a hearing on Wednesday", "spoke at a hearing of the committee".
    """
    event, kind = _event(plan), what(plan)
    planned, signs = days(event.when), load("appointments")["kinds"].get(kind, ())
    held_by = [actor for actor in parties(event) if actor.kind == "organisation"]
    bodies, names = ids(held_by), [actor.name for actor in held_by]
    if kind not in load("appointments")["sittings"] or not planned or planned[0] != planned[1] or not bodies:
        return None
    for one in events:
        told = _event(one)
        news = [days(reports[name].published) for name in one.reports]
        fresh = all(day and day[0] == day[1] and 0 <= _gap(planned[0], day[0]) <= 1 for day in news)
        named_there = bool(bodies & ids(parties(told))) or _is_named_near(one, names, reports)
        called = any(sign in (told.what or "").lower() for sign in signs) and named_there
        then = days(told.when) == planned if told.when is not None else fresh
        if one.id != plan.id and told.status in DONE and then and called:
            return one
    return None


def _is_named_near(entry: Entry, names: Collection[str], reports: Mapping[str, Report]) -> bool:
    """Does a report that tells a line name the body not long before: "a hearing of the committee. Once it began, …"?"""
    spans = (piece.span for piece in entry.evidence if piece.role == "act")
    near = (reports[s.report_id].text[max(0, s.start - NEARBY) : s.end] for s in spans)
    return any(name in text for text in near for name in names)


def _gap(first: str, then: str) -> int:
    """The days from one ISO date to another."""
    return (date.fromisoformat(then) - date.fromisoformat(first)).days


def _guests(plan: Event) -> frozenset[str]:
    """The persons who are to visit: whatever they do at the place on the day, they are there."""
    return ids(actor for actor in plan.who if actor.kind == "person")


def _is_of_body(deed: Event, plan: Event) -> bool:
    """Did members of the body that was to meet do something in that meeting: "the Council's members voted on Monday"?"""
    bodies = [actor for actor in parties(plan) if actor.kind == "organisation"]
    if len(parties(plan)) != 1 or not bodies or not MEETING.search(deed.what or ""):
        return False
    member = re.compile(
        rf"\b{re.escape(bodies[0].name.split()[-1])}(?:['’]s\b|$)|\bof the .*{re.escape(bodies[0].name.split()[-1])}$"
    )
    return any(member.search(actor.name) for actor in deed.who)


MEETING = re.compile(r"\b(?:meeting|session|sitting|debate)\b", re.I)

KEPT = re.compile(
    r"\b(?:keep|kept|honou?r|fulfill?)\w* (?:a|the|an earlier|his|her|its|their) (?:promise|pledge|word)", re.I
)


def _is_by(deed: Event, plan: Event) -> bool:
    """Is the doer of the one, or the state for which he acts, a doer of the other?"""
    mine, yours = named(plan.who), named(parties(deed) if plan.act == "CONSULT" else deed.who)
    return bool(mine and yours) and seated(mine[:1], yours)


# "The call had been planned for Monday": so much is told of a plan only where something else came of it.
HAD_BEEN = re.compile(
    r"\bhad (?:\w+ )?(?:been )?(?:planned|scheduled|arranged|set|due|expected|meant"
    r"|proposed|requested|suggested|pencill?ed)\b",
    re.IGNORECASE,
)


def _held_instead(plan: Entry, events: Iterable[Entry]) -> Entry | None:
    """The talk that was held on another day by those who "had planned" it for this one, in the words of one report."""
    event = _event(plan)
    first = days(event.when)
    if first is None or event.act != "CONSULT" or not HAD_BEEN.search(event.what or ""):
        return None
    for one in events:
        other = _event(one)
        then = days(other.when)
        if one.id != plan.id and _comes_later(plan, one):
            return one
        if other.act != event.act or other.status != "happened" or len(parties(event)) < 2:
            continue
        together = seated(parties(event), parties(other)) and seated(parties(other), parties(event))
        gap = abs((date.fromisoformat(then[0]) - date.fromisoformat(first[0])).days) if then else 1
        if together and set(one.reports) & set(plan.reports) and 0 < gap <= NEAR:
            return one
    return None


def _comes_later(plan: Entry, other: Entry) -> bool:
    """ "Who had been due on Saturday, will now arrive on Sunday": is it the new day of the same guest?"""
    first, then = days(_event(plan).when), days(_event(other).when)
    told = _event(other).what or ""
    if _event(other).status != "scheduled" or not first or not then or not re.search(r"\bnow\b", told):
        return False
    same = _guests(_event(plan)) & ids(parties(_event(other))) and set(other.reports) & set(plan.reports)
    return bool(same) and 0 < _gap(first[1], then[0]) <= NEAR


def _put_off_to(plan: Entry, events: Iterable[Entry]) -> Entry | None:
    """The line that arranges the same talk for a later day, told by a report that tells that it is off."""
    event = _event(plan)
    first = days(event.when)
    if first is None or event.act != "CONSULT":
        return None
    last = (date.fromisoformat(first[1]) + timedelta(LATER)).isoformat()
    for one in events:
        other = _event(one)
        then = days(other.when)
        if one.id == plan.id or other.status != "scheduled" or other.act != event.act or not then:
            continue
        together = seated(parties(event), parties(other)) or seated(parties(other), parties(event))
        if together and set(one.reports) & set(plan.reports) and first[1] < then[1] <= last:
            return one
    return None


def _day_told(entry: Entry) -> str:
    """The day of a line in words, as the reason of a relation."""
    known = days(_event(entry).when)
    told = "told as done" if _event(entry).status in DONE else "told as arranged"
    return f"{told} for {day_text(known[0])}" if known else told


def _event(entry: Entry) -> Event:
    assert isinstance(entry.value, Event)  # noqa: S101 -- events alone are asked
    return entry.value
