"""Do two claims tell of one event? What can't be one is told here, and which room compares what may be."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from wirecopy import plover
from wirecopy.judgements.parties import fit, parties, sides
from wirecopy.judgements.same import same_deed, same_drill, same_occurrence, same_talks
from wirecopy.judgements.same.retold import is_retold
from wirecopy.judgements.same.stretches import minutes, parted
from wirecopy.judgements.told import Told, days, jaccard, same_day
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Event
from wirecopy.words import load

ELSEWHERE = 0.5
"""How much less two talks in one sentence of copies are alike for being held in two places."""
LENGTHS_DIFFER = 0.34
"""Two meetings whose told lengths differ by more than this share are two meetings."""


def keys(told: Told) -> Iterable[Hashable]:
    """Claims that share no key are not compared: the world that they speak of and the quad class of the act.

    An arranged meeting or signing may be told as held later, so these two worlds meet; a promised delivery is a deed of
    its own. What is called off was on the diary before.
    """
    event = told.finding
    assert isinstance(event, Event)  # noqa: S101 -- the caller groups claims by kind
    yield from same_occurrence.keys(told, event)
    if event.act is None and event.word is not None:
        return
    yield WORLDS[event.status], plover.quad(event.act)
    if event.status == "scheduled" and (plover.mutual(event.act) or event.act == "SUPPORT" or days(event.when)):
        yield "real", plover.quad(event.act)
    dated = event.when is not None and WORLDS[event.status] in ("arranged", "denied", "refused")
    if event.act == "CONSULT" and (dated or same_talks.is_called_off(told)):
        yield "diary", event.act
    if event.act == "CONSULT" and (event.status == "denied" or same_talks.is_accepted(told)):
        yield "accepted", event.act
    if same_drill.is_drill(told):
        yield "drill", event.act
    if same_talks.is_pencilled(event):
        yield from ((world, plover.quad(event.act)) for world in ("real", "arranged"))
    if same_deed.is_disowned(event):
        yield "disowned", event.act


def is_vague(told: Told) -> bool:
    """Is an event told without its days? Then it is gathered after those of its report that have theirs."""
    return days(getattr(told.finding, "when", None)) is None


def likeness(left: Told, right: Told) -> float:
    """From 0 to 1, or −1 where they can't be one event; .5 and more: one event."""
    a, b = left.finding, right.finding
    assert isinstance(a, Event) and isinstance(b, Event)  # noqa: S101
    if (a.word and b.word) or ((a.word or b.word) and None in (a.act, b.act)):
        found = same_occurrence.likeness(left, right, a, b)
        one_deed = same_deed.is_on_one_day(left, right, a, b) or is_retold(left, right, a, b)
        one_deed = one_deed or same_talks.is_told_twice(left, right, a, b)
        return found or 0.6 * (None not in (a.act, b.act) and one_deed)
    if (
        plover.mutual(a.act)
        and plover.mutual(b.act)
        and (same_talks.other_table(a, b) or same_talks.comes_after(left, right) or same_talks.other_day(a, b))
    ):
        return -1.0
    pencilled = same_talks.is_pencilled(a), same_talks.is_pencilled(b)
    if pencilled in ((True, False), (False, True)) and not same_day(a.when, b.when):
        return -1.0
    if left.sentence and left.sentence == right.sentence and left.report.id != right.report.id:
        return _in_copies(left, right, a, b)
    if same_drill.is_drill(left) and same_drill.is_drill(right):
        return same_drill.likeness(left, right, a, b)
    if plover.mutual(a.act) != plover.mutual(b.act) or parted(left, right):
        return -1.0
    if a.act == b.act == "AGREE" and (_is_promise(a), _is_promise(b)) in ((True, False), (False, True)):
        return -1.0
    if a.where and b.where and not sides(a.where) & sides(b.where) and not _in_its_town(a, b):
        return -1.0
    if minutes(a) and minutes(b) and abs(minutes(a) - minutes(b)) > LENGTHS_DIFFER * max(minutes(a), minutes(b)):
        return -1.0
    if plover.mutual(a.act):
        return same_talks.likeness(left, right, a, b)
    return same_deed.likeness(left, right, a, b)


def _in_its_town(a: Event, b: Event) -> bool:
    """May talks of one day be in one place, where the one is told by a hall or an airport that nobody knows?"""
    grounds = frozenset(load("appointments")["grounds"])
    unknown = (not place.country and place.name.lower().split()[-1] in grounds for e in (a, b) for place in e.where)
    return a.act == b.act == "CONSULT" and same_day(a.when, b.when) and any(unknown)


def _is_promise(event: Event) -> bool | None:
    """Does one side promise or offer something to another, rather than several agree? None where neither is told."""
    if event.whom:
        return True
    return False if len(event.who) > 2 else None


def _in_copies(left: Told, right: Told, a: Event, b: Event) -> float:
    """Two claims of aligned sentences of copies: the act decides; rewriting may have changed who did it to whom.

    Of a mutual act the parties decide too: one sentence may tell of two talks ("After speaking with A, B also met C").
    """
    if a.act != b.act:
        return -1.0
    if plover.mutual(a.act):
        together = fit(parties(a), parties(b)) - ELSEWHERE * bool(
            a.where and b.where and not sides(a.where) & sides(b.where)
        )
        return 0.5 + 0.4 * together if together >= 0.6 else 0.0
    return 0.6 + 0.2 * jaccard(left.stems, right.stems) + 0.1 * fit(a.who, b.who) + 0.1 * fit(a.whom, b.whom)
