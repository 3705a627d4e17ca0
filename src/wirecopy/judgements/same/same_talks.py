"""Do two mentions of a talk tell of one? By who sits at the table, by the day, and by what was only foreseen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wirecopy.judgements.parties import fit, ids, parties, seated, sides
from wirecopy.judgements.same.stretches import interval, length, meant, weekday, within
from wirecopy.judgements.same.triggers import triggers, whole_word
from wirecopy.judgements.told import Told, days, overlap, same_day, stems
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Actor, Event, Moment
from wirecopy.words import load

JUST_HELD = 7
"""Days after an appointment within which a report that names no day tells of it as held."""
NEWS = 3
"""Days before its report within which a talk is the news of it."""
VAGUE = 27
"""Days of a stretch within which talks are only foreseen: "early next year", "next month"."""
WEEK = 3
"""Days from which on a stretch ("later this week") may be another report's day, of talks in one place."""


def likeness(left: Told, right: Told, a: Event, b: Event) -> float:
    """Talks of the same parties are one where nothing holds them apart; where one party is named, the day must agree too."""
    mine, yours = parties(a), parties(b)
    shared = ids(mine) & ids(yours)
    if is_told_twice(left, right, a, b):
        return 0.9
    if a.act != b.act or any((a.mode == kind) != (b.mode == kind) for kind in ("paper", "contact")):
        return -1.0
    if not mine or not yours or (min(len(mine), len(yours)) == 1 and (seated(mine, yours) or seated(yours, mine))):
        there = ids(a.where) & ids(b.where) or _told_there(a, right) or _told_there(b, left)
        site = bool(there) and (bool(days(a.when) and days(b.when)) or _one_weekday(a, b))
        if site or not mine or not yours:
            return 0.6 if site else 0.0
    if _one_place(a, b) or _one_place(b, a) or _nameless_there(a, b):
        return 0.6
    together = fit(mine, yours)
    day = same_day(a.when, b.when)
    if len(shared) >= 2 and together >= 0.9:
        return _of_a_pair(left, right, a, b)
    delegations = min(len(mine), len(yours)) >= 2 and seated(mine, yours) and seated(yours, mine)
    if delegations and (_just_held(left, right) or _just_held(right, left)):
        return 0.6
    if _one_plan(left, right, delegations) or (_foreseen(a, b) and together >= 0.9 and _body_shared(mine, yours)):
        return 0.6
    if together >= 0.7 and day:
        return 0.6 if shared or delegations or overlap(left.stems, right.stems) >= 0.5 else 0.0
    # A mention that names one party alone joins the same report's event of that day, no other.
    same_report = left.report.id == right.report.id
    return 0.5 if same_report and together >= 0.9 and overlap(left.stems, right.stems) >= 0.6 else 0.0


def is_told_twice(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Does one report tell of one talk or paper twice, the second time from another side?"""
    same = a.act == b.act == "CONSULT" and left.report.id == right.report.id
    return same and (_handed_over(a, b) or _is_chaired(left, right) or _is_chaired(right, left))


def _handed_over(a: Event, b: Event) -> bool:
    """Is it a paper that a side gave the other: told of the state first, then of its envoy by name and with the day?"""
    if not a.mode == b.mode == "paper" or WORLDS[a.status] != WORLDS[b.status]:
        return False
    dated = days(a.when) is not None and days(b.when) is not None
    return not dated and all(sides(x) & sides(y) for x, y in ((a.who, b.who), (a.whom, b.whom)))


def _is_chaired(chaired: Told, held: Told) -> bool:
    """Is it a meeting of others, and who chaired it in that place, told without a day?"""
    event, other = chaired.finding, held.finding
    assert isinstance(event, Event) and isinstance(other, Event)  # noqa: S101
    chairs = stems(" ".join(load("comparing")["chairs"]))
    if len(parties(event)) != 1 or event.when is not None or not triggers(chaired) & chairs:
        return False
    met = len(parties(other)) > 1 or any(one.kind == "organisation" for one in parties(other))
    there = bool(ids(event.where) & ids(other.where)) or not (event.where and other.where)
    return met and there and WORLDS[event.status] == WORLDS[other.status]


def _of_a_pair(left: Told, right: Told, a: Event, b: Event) -> float:
    """Talks of the same two or more, who talk again and again: one within the days that both can mean."""
    if _other_caller(left, right, a, b):
        return -1.0
    if same_day(a.when, b.when):
        return 0.9
    if left.report.id == right.report.id:
        ways = channels(left), channels(right)
        if _is_earlier(left, right) or _is_earlier(right, left) or (all(ways) and ways[0].isdisjoint(ways[1])):
            return -1.0
        return 0.7 + 0.1 * bool(ways[0] & ways[1])
    mine, yours = meant(left), meant(right)
    if not mine or not yours:
        return 0.0
    return 0.6 if within(mine, yours, 0) else 0.0


def _told_there(event: Event, other: Told) -> bool:
    """Does the other telling, which has no place of its own, name the one of this event in its words?"""
    placeless = isinstance(other.finding, Event) and not other.finding.where
    return placeless and any(stems(place.name) <= other.stems for place in event.where)


def _one_weekday(a: Event, b: Event) -> bool:
    """Is each told of one day of the week, and the same? Where two days are known they have been compared already."""
    return weekday(a.when) is not None and weekday(a.when) == weekday(b.when)


EARLIER = re.compile(r"\b(?:earlier|last|previous|past|ago)\b", re.I)


def _is_earlier(before: Told, fresh: Told) -> bool:
    """Does a report put one talk some time back ("earlier this month"), and the other on a day just before it was printed?"""
    then, now = (told.finding.when if isinstance(told.finding, Event) else None for told in (before, fresh))
    stretch, day, published = days(then), days(now), days(fresh.report.published)
    if not stretch or not day or not published or not isinstance(then, Moment):
        return False
    vague = length(stretch) > JUST_HELD and EARLIER.search(then.said)
    return bool(vague) and length(day) == 0 and within(day, published, NEWS)


def channels(told: Told) -> frozenset[str]:
    """How two who are not in one place are said to talk: by telephone, by video."""
    words: Mapping[str, list[str]] = load("comparing")["channels"]
    clause = (told.finding.what or "").lower() if isinstance(told.finding, Event) else ""
    return frozenset(name for name, cues in words.items() if any(re.search(rf"\b{cue}", clause) for cue in cues))


def other_table(a: Event, b: Event) -> bool:
    """Do both name two parties or more, and each one that has no seat at the other? Then these are two meetings."""
    mine, yours = parties(a), parties(b)
    return len(mine) > 1 and len(yours) > 1 and not seated(mine, yours) and not seated(yours, mine)


NEXT = re.compile(
    r"\b(?:again|another|next (?:one|round|meeting|call)|further (?:talks|meetings?|rounds?)|new round|follow-up)\b"
)


def comes_after(left: Told, right: Told) -> bool:
    """Is one a talk that is to follow the other? "They agreed to meet again" tells of no talk that was held by then."""
    for plan, held in ((left, right), (right, left)):
        event, other = plan.finding, held.finding
        assert isinstance(event, Event) and isinstance(other, Event)  # noqa: S101
        again = event.status in ("scheduled", "possible") and NEXT.search(event.what or "")
        told = plan.report.published.latest if plan.report.published else None
        if again and WORLDS[other.status] == "real" and interval(held)[1] <= (told or "9999")[:10]:
            return True
    return False


def _just_held(plan: Told, held: Told) -> bool:
    """Is one arranged for a day, and the other told as held, without a day, in a report of the week after?"""
    event, other = plan.finding, held.finding
    assert isinstance(event, Event) and isinstance(other, Event)  # noqa: S101
    day, published = days(event.when), days(held.report.published)
    if (
        event.status != "scheduled"
        or WORLDS[other.status] != "real"
        or other.when is not None
        or not day
        or not published
    ):
        return False
    return day[0] <= published[1] and within(day, published, JUST_HELD)


def _foreseen(a: Event, b: Event, least: int = VAGUE) -> bool:
    """Are both arranged, the one only for a month or a season in which the other's time lies?

    `least` are the days of such a stretch, less one.
    """
    first, last = days(a.when), days(b.when)
    if not first or not last or a.status != "scheduled" or b.status != "scheduled":
        return False
    return any(
        length(wide) >= least and wide[0] <= narrow[0] and narrow[1] <= wide[1]
        for wide, narrow in ((first, last), (last, first))
    )


def _one_plan(left: Told, right: Told, delegations: bool) -> bool:
    """Are both talks of the same sides that are arranged, the one without a day, and neither a round that is to follow?"""
    a, b = left.finding, right.finding
    assert isinstance(a, Event) and isinstance(b, Event)  # noqa: S101
    if not delegations or a.status != "scheduled" or b.status != "scheduled":
        return False
    follows = any(NEXT.search(event.what or "") for event in (a, b))
    there = left.report.id != right.report.id and bool(ids(a.where) & ids(b.where)) and not follows
    return _foreseen(a, b, WEEK if there else VAGUE) or (None in (a.when, b.when) and not follows)


def _one_place(a: Event, b: Event) -> bool:
    """Are both arranged at one place, the one for nameless people ("the advisers") on a day, the other for none or its week?"""
    nameless = all(actor.anonymous and not actor.country for actor in parties(a))
    arranged = a.status == b.status == "scheduled" and bool(parties(a)) and len(parties(b)) > 1
    return (
        arranged
        and nameless
        and bool(ids(a.where) & ids(b.where))
        and a.when is not None
        and (b.when is None or _foreseen(a, b, WEEK))
    )


def is_pencilled(event: Event) -> bool:
    """Are talks of two sides only possible, but on a known day? Reports of one week call them that, arranged and held."""
    day = days(event.when)
    possible = event.act == "CONSULT" and WORLDS[event.status] == "imagined" and len(parties(event)) > 1
    return possible and day is not None and day[0] == day[1]


def is_called_off(told: Told) -> bool:
    """Are talks of two sides told as called off, on no day? It is the plan that other reports tell for one."""
    event, words = told.finding, triggers(told)
    assert isinstance(event, Event)  # noqa: S101
    off = any(stems(said) <= words for said in load("appointments")["cancelled"])
    return event.status == "refused" and len(parties(event)) > 1 and off


def is_accepted(told: Told) -> bool:
    """Are talks told as accepted on a condition? Whoever tells that they are off means these."""
    words = triggers(told)
    yes = any(stems(said) <= words for said in load("appointments")["accepted"])
    return getattr(told.finding, "status", None) == "conditional" and yes


def _nameless_there(a: Event, b: Event) -> bool:
    """Are both talks of one day in one place, of which the one names nobody: "the presidents met in Lima on Monday"?"""
    nameless = any(parties(e) and all(one.anonymous and not one.country for one in parties(e)) for e in (a, b))
    return nameless and same_day(a.when, b.when) and bool(ids(a.where) & ids(b.where))


def other_day(a: Event, b: Event) -> bool:
    """Is one the talk that was held, and the other a plan for another day, or another sort of meeting?"""
    return _other_day(a, b) or _other_day(b, a)


def _other_day(plan: Event, held: Event) -> bool:
    """Was one arranged for a day and the other held on another, or is it a press conference on no day of which it is told?"""
    if (held.mode == "press") != (plan.mode == "press") and plan.status == "refused":
        return True  # those who met called off their press conference, not their talks
    if (held.mode == "press") != (plan.mode == "press") and not same_day(plan.when, held.when):
        return plan.status == "scheduled" and held.mode == "press"
    first, then = days(plan.when), days(held.when)
    if plan.status != "scheduled" or WORLDS[held.status] != "real" or not first or not then:
        return False
    return length(first) == 0 == length(then) and first != then and HAD_BEEN.search(plan.what or "") is not None


HAD_BEEN = re.compile(r"\bhad (?:\w+ )?been (?:proposed|requested|suggested|pencilled|penciled)\b", re.I)

# Verbs of which the one who rings is the subject; "a call" and "they spoke" do not say who did.
RINGS = re.compile(r"(?:tele)?phone[ds]?$|r[aiu]ng(?:s|ing)?$|(?:tele)?phoning$", re.IGNORECASE)


def _other_caller(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Is one a call that somebody is to make on no day, and the other one that another made?

    "He promised to ring her" is not kept by "she rang him".
    """
    for plan, made in ((a, b), (b, a)):
        if plan.status == "scheduled" and plan.when is None and WORLDS[made.status] == "real":
            rung = all(_rings(one) for one in (left, right)) and bool(plan.who and made.who)
            return rung and plan.who[0].id != made.who[0].id
    return False


def _rings(told: Told) -> bool:
    """Does a claim hang on a verb of ringing?"""
    return any(RINGS.match(whole_word(told.report.text, span)) for span in told.claim.spans.get("act", ()))


def _body_shared(mine: Sequence[Actor], yours: Sequence[Actor]) -> bool:
    """Does a body, no state and no person, take part in both?"""
    return any(one.kind == "organisation" for one in mine if one in yours)
