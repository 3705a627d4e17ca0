"""Which value of a field an entry shows, and which stand beside it.

The value with the most origins, then the sharper, then that of the later report; nothing is outvoted in silence: every
other value is a variant with its claims and origins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date

from wirecopy import plover
from wirecopy.account.channel import channel
from wirecopy.account.describe import actor_names, moment_text
from wirecopy.account.speakers import spoken_for
from wirecopy.judgements.deeds import sides_of
from wirecopy.judgements.parties import POINTED, parties
from wirecopy.judgements.same_deed import is_standing
from wirecopy.judgements.told import Told, apart, below_headlines, days
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Actor, Commitment, Event, Figure, Finding, Moment, Statement, Variant

# Days further apart than these are no single time: a number that was told for them stands for the whole while.
SPAN_DAYS = 10
# Days within which a report that names no day tells of what was said, before it or after its day of print.
TOLD_AFTER = 3
# A status that was told in one report beside others: what is sure comes before what is arranged or imagined.
STATUS_ORDER = ("happened", "ongoing", "historical", "refused", "denied", "scheduled", "possible", "conditional")


def fold_finding(group: Sequence[Told], family_of: Mapping[str, str]) -> tuple[Finding, tuple[Variant, ...]]:
    """The finding that a group of claims shows, with every other value of its fields as variants."""
    first = group[0].finding
    if isinstance(first, Commitment | Statement):
        leading = lead_commitment if isinstance(first, Commitment) else lead_statement
        return _whole(leading(group, family_of), group, family_of)
    shown: dict[str, object] = {}
    variants = []
    for field in fields(first):
        values = [(getattr(told.finding, field.name), told) for told in _telling(group, field.name)]
        if field.name == "status":
            shown["status"] = latest_status(group)
        elif field.name == "what":
            shown["what"] = _clause(group, shown, family_of)
        elif (
            field.name == "mode" and isinstance(first, Event) and WORLDS[latest_status(group)] in ("denied", "refused")
        ):
            # Of one stance in many words one report's weapon is no part: "will not attack, strike or invade".
            modes = [mode for mode, _ in values]
            shown["mode"] = max(modes, key=lambda mode: (modes.count(mode), mode or ""))
        elif field.name == "when" and all(map(_stands, group)):
            shown["when"] = _told_for(group, family_of) or _pick(values, family_of)
        elif isinstance(first, Figure) and field.name == "said_by":
            shown["said_by"] = _all_counters(group, family_of)
        elif isinstance(first, Figure) and field.name in ("low", "high", "hedge"):
            shown[field.name] = _bounds(group, family_of)[field.name]
        elif isinstance(first, Figure) and field.name == "as_of":
            shown["as_of"] = _told_for(group, family_of) or _pick(values, family_of)
        else:
            shown[field.name] = _pick(values, family_of)
        variants += _variants(field.name, shown.get(field.name), values, family_of)
    folded: Finding = replace(first, **shown)  # type: ignore[arg-type]
    if isinstance(folded, Event):
        folded = _seated(replace(folded, mode=channel(group, family_of) or folded.mode))
    return folded, tuple(variants)


def _seated(event: Event) -> Event:
    """The event with nobody on both sides: the guest of one report is the other's "who met his host".

    With no body beside its own council: "in the Permanent Council of the League" two have not met. And of two who talk no
    state to which one of them belongs: it is there already.
    """
    bodies = [actor.name for actor in event.who if actor.kind == "organisation"]
    who = tuple(actor for actor in event.who if not any(name.startswith(f"{actor.name} ") for name in bodies))
    there = {actor.country for actor in who} if event.act == "CONSULT" and len(who) > 1 else set()
    whom = (actor for actor in event.whom if actor not in who and not (actor.kind == "state" and actor.id in there))
    return replace(event, who=who, whom=tuple(whom))


def _stands(told: Told) -> bool:
    """Is it the build-up of troops that lasts? Then its days are those for which its reports tell it, weeks or months."""
    return isinstance(told.finding, Event) and is_standing(told)


def _telling(group: Sequence[Told], field: str) -> Sequence[Told]:
    """The claims that a field is taken from.

    Of act and mode those with an act, where an occurrence is one in some report; of who took part those that name a host
    and a guest, where others name the guest alone.
    """
    telling: list[Told] = []
    if field in ("act", "mode"):
        telling = [told for told in group if getattr(told.finding, "act", None)]
    elif field in ("who", "whom"):
        telling = [told for told in group if isinstance(told.finding, Event) and _is_met(told.finding)]
    return telling or group


def _is_met(event: Event) -> bool:
    """Does an event tell of a meeting with both its sides?"""
    return plover.mutual(event.act) and len(parties(event)) > 1


def _bounds(group: Sequence[Told], family_of: Mapping[str, str]) -> dict[str, object]:
    """Both bounds and their hedge from one claim, of those that most origins give: "more than" fits no exact number."""
    original = originals(group, family_of)
    given: dict[tuple[object, object], list[Told]] = {}
    for told in sorted(group, key=lambda t: t.order):
        if isinstance(told.finding, Figure) and told.report.id in original:
            given.setdefault((told.finding.low, told.finding.high), []).append(told)
    most = max(given.values(), key=lambda tellers: _origins(tellers, family_of))
    hedges: dict[str, list[Told]] = {}
    for told in most:
        hedges.setdefault((getattr(told.finding, "hedge", None) or "").lower(), []).append(told)
    hedged = [tellers for hedge, tellers in hedges.items() if hedge] or list(hedges.values())
    lead = max(hedged, key=lambda tellers: _origins(tellers, family_of))[0].finding
    return {name: getattr(lead, name) for name in ("low", "high", "hedge")}


def _told_for(group: Sequence[Told], family_of: Mapping[str, str]) -> Moment | None:
    """The days for which a number or a build-up was told, where they are weeks apart: a force from December to February.

    Of a report that states no day its own is meant. None where one day or week holds them all.
    """
    original = originals(group, family_of)
    if isinstance(group[0].finding, Figure) and not any(days(_own_time(told)) for told in group):
        return None
    told_on = [
        days(told.report.published if _own_time(told) is None else _own_time(told))
        for told in group
        if told.report.id in original
    ]
    known = [(first, last) for first, last in filter(None, told_on) if _width(first, last) <= SPAN_DAYS]
    if not known:
        return None
    first, last = min(day for day, _ in known), max(day for _, day in known)
    if _width(first, last) <= SPAN_DAYS:
        return None
    return Moment(f"{first}/{last}", first, last, "inferred", "", None, "the days for which its reports tell it")


def _own_time(told: Told) -> object:
    """The time that a claim of a number, or of a deed, states itself."""
    return getattr(told.finding, "as_of" if isinstance(told.finding, Figure) else "when", None)


def _width(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _all_counters(group: Sequence[Told], family_of: Mapping[str, str]) -> tuple[Actor, ...]:
    """Everybody who gives a number, the one with the most origins first: that two count the same is worth knowing."""
    givers: dict[tuple[Actor, ...], set[str]] = {}
    original = originals(group, family_of)
    for told in group:
        if isinstance(told.finding, Figure) and told.report.id in original:
            givers.setdefault(told.finding.said_by, set()).add(family_of[told.report.id])
    ordered = sorted(givers, key=lambda actors: (-len(givers[actors]), [actor.name for actor in actors]))
    return tuple({actor.id: actor for actors in ordered for actor in actors}.values())


# A condition or action that begins so can't be understood away from its sentence.
POINTING = re.compile(r"(?:it|he|she|they|this|that|these|those|so|such|there|and|but|or|which|who|whom|whose)\b", re.I)


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
    return replace(lead, by=(state,)) if state else lead


def _of_the_day(lead: Told, given: Sequence[Told]) -> Sequence[Told]:
    """The claims whose words may be shown beside the group's days.

    Where the fullest words have no day of their own and are of a report days away from all that others state, those that were
    said then: the 8 December beside words of the 30th would be a date that nobody told.
    """
    dated = [(told, found) for told in given if (found := days(_own_time(told))) and _width(*found) <= SPAN_DAYS]
    printed = days(lead.report.published)
    if _own_time(lead) is not None or not dated or not printed:
        return [lead]
    first, last = min(found[0] for _, found in dated), max(found[1] for _, found in dated)
    near = max(_width(last, printed[0]), _width(printed[1], first)) <= TOLD_AFTER
    return [lead] if near else [told for told, _ in dated]


def _clause(group: Sequence[Told], shown: Mapping[str, object], family_of: Mapping[str, str]) -> str | None:
    """The words of the claim that agrees most with the values shown, so that no line quotes another deed than it tells."""

    named = [name.split()[-1] for side in ("who", "whom") for name in actor_names(shown.get(side) or ())]  # type: ignore[arg-type]

    def agreement(told: Told) -> tuple[bool, int, int, int, str]:
        words = getattr(told.finding, "what", None) or ""
        same = sum(text_of(getattr(told.finding, name)) == text_of(value) for name, value in shown.items() if value)
        return not POINTING.match(words), sum(name in words for name in named), same if words else -1, len(words), words

    original = originals(group, family_of)
    return getattr(max((t for t in group if t.report.id in original), key=agreement).finding, "what", None)


def _whole(lead: Finding, group: Sequence[Told], family_of: Mapping[str, str]) -> tuple[Finding, tuple[Variant, ...]]:
    """One claim's finding as the line, with its open fields filled and the other values of its fields as variants.

    What was said is shown whole from one claim: the speaker of one report with the cue of another, or one report's threat
    under another's condition, would be something that nobody said.
    """
    told = {field.name: [(getattr(one.finding, field.name), one) for one in group] for field in fields(lead)}
    if days(getattr(lead, "when", None)) is None:
        lead = replace(lead, **{"when": _pick(told["when"], family_of)})  # type: ignore[arg-type]
    variants = [v for name, values in told.items() for v in _variants(name, getattr(lead, name), values, family_of)]
    return lead, tuple(variants)


def lead_statement(group: Sequence[Told], family_of: Mapping[str, str]) -> Statement:
    """The fullest wording of the speaker with the most origins; of two speakers in copies the one in the older report."""
    speakers: dict[str, list[Told]] = {}
    for told in sorted(below_headlines(group), key=lambda t: t.order):
        speakers.setdefault(text_of(getattr(told.finding, "speaker", None)), []).append(told)
    named = {name: tellers for name, tellers in speakers.items() if name != "None"} or speakers
    # `max` keeps the first of equals, which is the one that the older report names.
    tellers = max(named.values(), key=lambda told: _origins(told, family_of))
    original = originals(tellers, family_of)
    statements = [t.finding for t in tellers if isinstance(t.finding, Statement) and t.report.id in original]
    lead = max(statements, key=lambda said: (len(said.words), said.words))
    chain = tuple(actor for actor in lead.said_by if lead.speaker is None or actor.id != lead.speaker.id)
    return replace(lead, said_by=chain)


def _pick(values: Sequence[tuple[object, Told]], family_of: Mapping[str, str]) -> object:
    given = [(value, told) for value, told in values if value not in (None, (), "")]
    if not given:
        return values[0][0]
    original = originals([told for _, told in given], family_of)
    given = [(value, told) for value, told in given if told.report.id in original]
    told_by: dict[str, list[tuple[object, Told]]] = {}
    for value, told in given:
        told_by.setdefault(text_of(value), []).append((value, told))

    def rank(text: str) -> tuple[int, int, float, tuple[str, str, int, str]]:
        value, tellers = told_by[text][0][0], [t for _, t in told_by[text]]
        if isinstance(value, Moment):
            # "December" does not speak against "30 December": whoever says either carries the sharper one.
            return (
                _origins([t for v, t in given if not apart(v, value)], family_of),
                0,
                sharpness(value),
                tellers[-1].order,
            )
        return _origins(tellers, family_of), len(tellers), sharpness(value), tellers[-1].order

    return told_by[max(told_by, key=rank)][0][0]


def originals(group: Sequence[Told], family_of: Mapping[str, str]) -> set[str]:
    """Of each family the original, else the report published first, of those in a group: what a copy changed was not told."""
    first: dict[str, Told] = {}
    for told in sorted(group, key=lambda t: (t.copied, t.order)):
        first.setdefault(family_of[told.report.id], told)
    return {told.report.id for told in first.values()}


def _variants(
    name: str, shown: object, values: Sequence[tuple[object, Told]], family_of: Mapping[str, str]
) -> list[Variant]:
    others: dict[str, list[Told]] = {}
    for value, told in values:
        if value not in (None, (), "") and text_of(value) != text_of(shown):
            others.setdefault(text_of(value), []).append(told)
    return [
        Variant(name, text, tuple(told.claim.id for told in tellers), _origins(tellers, family_of))
        for text, tellers in sorted(others.items())
    ]


def _origins(tellers: Sequence[Told], family_of: Mapping[str, str]) -> int:
    return len({family_of[told.report.id] for told in tellers})


def text_of(value: object) -> str:
    """A value of any field in words."""
    if isinstance(value, Moment):
        return moment_text(value)
    if isinstance(value, Actor):
        return value.name
    if isinstance(value, tuple):
        return ", ".join(sorted(actor_names(value)))
    return str(value)


def sharpness(value: object) -> float:
    """How much a value says: moments the narrower the better, lists and words the longer."""
    if isinstance(value, Moment):
        if not value.earliest or not value.latest:
            return -1e6
        width = date.fromisoformat(value.latest[:10]) - date.fromisoformat(value.earliest[:10])
        return -width.days + len(value.value) / 100
    if isinstance(value, tuple):
        return sum(not POINTED.match(actor.name) for actor in value)
    return len(value) if isinstance(value, str) else 0.0


def latest_status(group: Sequence[Told]) -> str:
    """The status that the latest report tells; where one report tells several, the surest.

    A report without a date is the latest of none: its plan does not undo what a dated one tells as done.
    """
    group = [told for told in group if told.report.published] or group
    last = max(told.order[:2] for told in group)
    status = min((status_of(told) for told in group if told.order[:2] == last), key=STATUS_ORDER.index)
    # What one report calls history is history in the others too, though they may tell it as any past deed.
    return "historical" if status == "happened" and any(status_of(told) == "historical" for told in group) else status


def status_of(told: Told) -> str:
    """The status of a claim that has one."""
    finding = told.finding
    return finding.status if isinstance(finding, Event | Figure) else "happened"


def history(group: Sequence[Told]) -> tuple[tuple[str | None, str, str], ...]:
    """(publication day or None, status, report) of each change along the reports: arranged → done, but not may → would."""
    steps: list[tuple[str | None, str, str]] = []
    reports: dict[str, list[Told]] = {}
    for told in sorted(group, key=lambda t: t.order):
        reports.setdefault(told.report.id, []).append(told)
    for report_id, tellers in reports.items():
        published = tellers[0].report.published
        status = latest_status(tellers)
        if not steps or WORLDS[steps[-1][1]] != WORLDS[status]:
            steps.append((published.value if published else None, status, report_id))
    return tuple(steps) if len(steps) > 1 else ()


def _voices(commitment: Commitment) -> tuple[Actor, ...]:
    """Who made it: of a state that is bound by its spokesman's words the spokesman, who is one voice among others."""
    by, teller = commitment.by, commitment.said_by[:1]
    return teller if len(by) == 1 and by[0].kind == "state" and sides_of(teller) == sides_of(by) else by
