"""The finding that a line shows for its claims, field by field (`values`); of what is said, whole from one claim (`spoken`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from wirecopy import plover
from wirecopy.account.channel import channel
from wirecopy.account.lasting import told_for
from wirecopy.account.spoken import lead_commitment, lead_statement, whole
from wirecopy.account.statuses import latest_status
from wirecopy.account.values import originals, origins_of, pick, variants
from wirecopy.account.worded import worded
from wirecopy.judgements.parties import parties
from wirecopy.judgements.told import Told
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Actor, Commitment, Event, Figure, Finding, Statement, Variant


def fold_finding(group: Sequence[Told], family_of: Mapping[str, str]) -> tuple[Finding, tuple[Variant, ...]]:
    """The finding that a group of claims shows, with every other value of its fields as variants."""
    first = group[0].finding
    if isinstance(first, Commitment | Statement):
        leading = lead_commitment if isinstance(first, Commitment) else lead_statement
        return whole(leading(group, family_of), group, family_of)
    shown: dict[str, object] = {}
    others: list[Variant] = []
    for field in fields(first):
        values = [(getattr(told.finding, field.name), told) for told in _telling(group, field.name)]
        if field.name == "status":
            shown["status"] = latest_status(group)
        elif field.name == "what":
            shown["what"] = worded(group, shown, family_of)
        elif (
            field.name == "mode" and isinstance(first, Event) and WORLDS[latest_status(group)] in ("denied", "refused")
        ):
            # Of one stance in many words one report's weapon is no part: "will not attack, strike or invade".
            modes = [mode for mode, _ in values]
            shown["mode"] = max(modes, key=lambda mode: (modes.count(mode), mode or ""))
        elif isinstance(first, Figure) and field.name == "said_by":
            shown["said_by"] = _all_counters(group, family_of)
        elif isinstance(first, Figure) and field.name in ("low", "high", "hedge"):
            shown[field.name] = _bounds(group, family_of)[field.name]
        elif isinstance(first, Figure) and field.name == "as_of":
            shown["as_of"] = told_for(group, family_of) or pick(values, family_of)
        else:
            shown[field.name] = pick(values, family_of)
        others += variants(field.name, shown.get(field.name), values, family_of)
    folded: Finding = replace(first, **shown)  # type: ignore[arg-type]
    if isinstance(folded, Event):
        folded = _seated(replace(folded, mode=channel(group, family_of) or folded.mode))
    return folded, tuple(others)


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
    most = max(given.values(), key=lambda tellers: origins_of(tellers, family_of))
    hedges: dict[str, list[Told]] = {}
    for told in most:
        hedges.setdefault((getattr(told.finding, "hedge", None) or "").lower(), []).append(told)
    hedged = [tellers for hedge, tellers in hedges.items() if hedge] or list(hedges.values())
    lead = max(hedged, key=lambda tellers: origins_of(tellers, family_of))[0].finding
    return {name: getattr(lead, name) for name in ("low", "high", "hedge")}


def _all_counters(group: Sequence[Told], family_of: Mapping[str, str]) -> tuple[Actor, ...]:
    """Everybody who gives a number, the one with the most origins first: that two count the same is worth knowing."""
    givers: dict[tuple[Actor, ...], set[str]] = {}
    original = originals(group, family_of)
    for told in group:
        if isinstance(told.finding, Figure) and told.report.id in original:
            givers.setdefault(told.finding.said_by, set()).add(family_of[told.report.id])
    ordered = sorted(givers, key=lambda actors: (-len(givers[actors]), [actor.name for actor in actors]))
    return tuple({actor.id: actor for actors in ordered for actor in actors}.values())
