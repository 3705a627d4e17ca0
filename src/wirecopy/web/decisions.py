"""What analysts decided on an actor, as its page shows it, and what it may be asked to decide."""

from __future__ import annotations

from typing import NamedTuple

from wirecopy.account.describe import day_text
from wirecopy.judgements.decided import ANALYST, SAME_ACTOR, TAKEN_BACK
from wirecopy.model import Entry, Judgement
from wirecopy.views.people import actor_of, ordered
from wirecopy.web.links import Links
from wirecopy.web.shown import Link
from wirecopy.web.snapshot import Snapshot

# Names that the form offers; any other, and any id, can be written.
MOST_NAMES = 200


class Decided(NamedTuple):
    """A decision: left `verb` right, where it does not hold everywhere, who, when and why; `back` if it was taken back."""

    id: str
    left: Link
    verb: str
    right: Link
    where: str
    signed: str
    because: str
    back: str


class Form(NamedTuple):
    """What is written in the form, `error` what was wrong with it, and the names that are offered."""

    action: str
    other: str = ""
    verdict: str = "yes"
    because: str = ""
    by: str = ""
    error: str = ""
    names: tuple[str, ...] = ()


def decision_lines(snapshot: Snapshot, entry: Entry, links: Links) -> list[Decided]:
    """The decisions that concern an actor, those that stand first, then those that were taken back."""
    standing = {one.id for one in snapshot.decisions}
    taken = {one.left: one for one in snapshot.decided if one.relation == TAKEN_BACK}
    found = [one for one in snapshot.decided if one.relation == SAME_ACTOR and _concerns(snapshot, one, entry)]
    shown = [one for one in found if one.id in standing or one.id in taken]
    shown.sort(key=lambda one: one.id not in standing)
    return [_decided(snapshot, one, taken.get(one.id), links) for one in shown]


def _concerns(snapshot: Snapshot, decision: Judgement, entry: Entry) -> bool:
    return entry.id in {found.id for end in (decision.left, decision.right) if (found := snapshot.actor(end))}


def _decided(snapshot: Snapshot, decision: Judgement, back: Judgement | None, links: Links) -> Decided:
    paths = [snapshot.report_by_id[report].path for report in decision.within if report in snapshot.report_by_id]
    named = f"where named “{decision.named}”" if decision.named else ""
    where = " ".join(filter(None, [named, f"in {', '.join(paths)}" if paths else ""]))
    told = "; because ".join(filter(None, [_signed(back), back.because])) if back else ""
    left, right = (_end(snapshot, end, links) for end in (decision.left, decision.right))
    verb = "is" if decision.verdict == "yes" else "is not"
    return Decided(decision.id, left, verb, right, where, _signed(decision), decision.because, told)


def _end(snapshot: Snapshot, actor_id: str, links: Links) -> Link:
    entry = snapshot.actor(actor_id)
    name = snapshot.called.get(actor_id) or (actor_of(entry).name if entry else actor_id)
    return Link(name, links.entry(entry.id) if entry else "", actor_id)


def _signed(decision: Judgement) -> str:
    """Kim, 3 May 2024, 14:05 UTC"""
    at = decision.at or ""
    return ", ".join(filter(None, [decision.by.removeprefix(ANALYST), day_text(at), f"{at[11:16]} UTC" if at else ""]))


def offered(snapshot: Snapshot, entry: Entry) -> tuple[str, ...]:
    """The names of the other actors, those in the most origins first within their kind; places and nobody's are left out."""
    found = (actor_of(one) for one in ordered(snapshot.actors) if one.id != entry.id)
    names = dict.fromkeys(actor.name for actor in found if actor.kind != "place" and not actor.anonymous)
    return tuple(names)[:MOST_NAMES]
