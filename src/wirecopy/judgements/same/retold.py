"""One deed in words that share little: a stance, demands put on paper, a refusal to use force."""

from __future__ import annotations

import re
from functools import cache

from wirecopy import plover
from wirecopy.judgements.outcomes.comparing_deeds import allied
from wirecopy.judgements.outcomes.deeds import sides_of
from wirecopy.judgements.parties import fit, ids, named, sides
from wirecopy.judgements.same.stretches import meant, parted, within
from wirecopy.judgements.same.triggers import triggers
from wirecopy.judgements.told import Told, same_day, stems
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Actor, Event
from wirecopy.words import load

BREATH = 400
"""Characters between what one says in one speech."""
AT_REQUEST = re.compile(r"\bat (?:the request of|(?:\w+(?: \w+)?['’]s?|his|her|its|their) (?:own )?request)", re.I)


def is_retold(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Do two claims tell one deed by what they are, whatever their words?"""
    if a.status != b.status and WORLDS[a.status] != WORLDS[b.status]:
        return False
    return (
        _stands_by(left, right, a, b)
        or _asked(left, right, a, b)
        or _on_paper(left, right, a, b)
        or _refuses(left, right, a, b)
        or _in_one_breath(left, right, a, b)
        or _is_pointed_at(left, right, a, b)
        or _is_launched(left, right, a, b)
    )


def _stands_by(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Is it told twice that one stands by another? In two reports only where neither gives it a day."""
    if a.act != b.act or a.act != "SUPPORT" or a.mode != b.mode or not a.whom or a.status != b.status:
        return False
    lasting = left.report.id == right.report.id or (a.when is None and b.when is None and not parted(left, right))
    return lasting and bool(a.who) and ids(a.who) == ids(b.who) and ids(a.whom) == ids(b.whom)


def _asked(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Does one report tell twice at whose request a call was made?"""
    asked = all(AT_REQUEST.search(event.what or "") for event in (a, b)) and sides(a.who) == sides(b.who)
    return asked and left.report.id == right.report.id and a.act == b.act == "REQUEST" and a.status == b.status


def _on_paper(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Are both the demands that one side put on paper, published or handed over, within days that both can mean?

    Each report tells other articles of them, so that hardly a word is shared: "draft documents", "a set of demands".
    """
    if a.act != b.act or a.act != "REQUEST" or WORLDS[a.status] != "real":
        return False
    if not named(a.who) or not named(b.who) or fit(a.who, b.who) < 0.7 or not fit(a.whom, b.whom):
        return False
    mine, yours = meant(left), meant(right)
    paper = all(_papers().search(event.what or "") for event in (a, b))
    return paper and bool(mine and yours) and within(mine, yours, 0)  # type: ignore[arg-type]


@cache
def _papers() -> re.Pattern[str]:
    """Words for demands that are put on paper."""
    return re.compile(rf"\b(?:{'|'.join(load('comparing')['papers'])})\b", re.IGNORECASE)


def _refuses(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Does one report tell twice that one side will use no force in one case: "no plan to use force should Chad invade"?"""
    if a.status != "refused" or b.status != "refused" or left.report.id != right.report.id:
        return False
    force = plover.quad(a.act) == plover.quad(b.act) == 4 and {a.act, b.act} <= {"ASSAULT", "MOBILIZE"}
    case = (left.stems & right.stems) - stems(" ".join(actor.name for actor in (*a.who, *b.who)))
    return force and bool(named(a.who)) and fit(a.who, b.who) >= 0.9 and len(case) > 1


def _in_one_breath(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Does one report tell one refusal or blame twice, in one paragraph and of one day, against nobody else?

    A body rejects it, and then its spokesman in his own words; a speaker blames the members of a bloc, then the bloc.
    """
    first, last = sorted(told.claim.spans["act"][0].start for told in (left, right))
    if left.report.id != right.report.id or last - first > BREATH or "\n" in left.report.text[first:last]:
        return False
    if (a.act, a.mode) != (b.act, b.mode) or a.when != b.when:
        return False
    if a.act == "REJECT":
        return is_voice(a, b) or is_voice(b, a)
    whole = any(event.whom and all(one.kind == "group" for one in event.whom) for event in (a, b))
    same = a.act == "ACCUSE" and len(a.who) == 1 and ids(a.who) == ids(b.who)
    return same and whole and bool(a.whom and b.whom) and allied(sides_of(a.whom), sides_of(b.whom))


def is_voice(body: Event, voice: Event) -> bool:
    """Is it the refusal of a body, and that of a spokesman of whom nothing else is told, aimed at nobody?"""
    speaks = [one for one in voice.who if one.kind == "person" and not one.country and _is_spokesman(one)]
    return all(one.kind == "organisation" for one in body.who) and bool(body.who and speaks) and not voice.whom


def _is_spokesman(actor: Actor) -> bool:
    return any((role.role or "").startswith("spokes") and not role.organisation for role in actor.roles)


def _is_launched(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Does one report tell of a state's attack on another, and that its leader announced or ordered one that day?"""
    if left.report.id != right.report.id or {a.act, b.act} != {"ASSAULT"} or a.status != b.status:
        return False
    if WORLDS[a.status] != "real" or not same_day(a.when, b.when) or not sides(a.who) & sides(b.who):
        return False
    pairs = ((a, b), (b, a))
    return any(
        not order.whom
        and not order.where
        and bool(attack.whom)
        and all(one.kind == "person" for one in order.who)
        and all(one.kind == "state" for one in (*attack.who, *attack.whom))
        for order, attack in pairs
    )


def _is_pointed_at(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Did one ask of another, on one day, what one of two reports only points at: "asked him to take the step"?"""
    if plover.quad(a.act) != 3 or a.act != b.act or a.status != b.status or not same_day(a.when, b.when):
        return False
    if (
        left.report.id == right.report.id
        or not (a.who and a.whom)
        or (ids(a.who), ids(a.whom)) != (ids(b.who), ids(b.whom))
    ):
        return False
    known = stems(" ".join(actor.name for actor in (*a.who, *a.whom))) | triggers(left) | triggers(right)
    pointing = stems(" ".join(load("comparing")["pointing"]))
    return bool(triggers(left) & triggers(right)) and any(told.stems - known <= pointing for told in (left, right))
