"""Do two claims tell of one event? By act, participants, time and words; a copy's aligned sentence tells the same."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from wirecopy import plover
from wirecopy.judgements import same_occurrence
from wirecopy.judgements.parties import POINTED, fit, ids, seated, sides
from wirecopy.judgements.told import Told, days, jaccard, overlap, same_day, stem, stems
from wirecopy.model import Actor, Event, Moment, Span
from wirecopy.words import load

# The stem that stands for calls, talks and conversations.
TALKS = stem("call")
# Two meetings whose told lengths differ by more than this share are two meetings.
LENGTHS_DIFFER = 0.34
# What took place, what is arranged, what is only imagined, what is said not to be so, what is refused.
WORLDS = {
    "happened": "real",
    "ongoing": "real",
    "historical": "real",
    "scheduled": "arranged",
    "possible": "imagined",
    "conditional": "imagined",
    "denied": "denied",
    "refused": "refused",
}


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
    if event.status == "scheduled" and (plover.mutual(event.act) or event.act == "SUPPORT"):
        yield "real", plover.quad(event.act)
    if event.when is not None and event.act == "CONSULT" and WORLDS[event.status] in ("arranged", "denied", "refused"):
        yield "diary", event.act
    if _is_drill(told):
        yield "drill", event.act


def without_restated(told: Sequence[Told]) -> list[Told]:
    """The claims without those of a talk that is only imagined, where the same report tells of it as held or arranged.

    "Putin requested a second call", in a report of that call, is no second prospect; nor are thanks said in it.
    """
    held = {(t.report.id, ids(parties(t.finding))) for t in told if _talk(t, "real") or _talk(t, "arranged")}  # type: ignore[arg-type]
    return [
        t
        for t in told
        if not ((_talk(t, "imagined") or _is_thanks(t)) and (t.report.id, ids(parties(t.finding))) in held)  # type: ignore[arg-type]
    ]


THANKS = stems("thank gratitude")


def _is_thanks(told: Told) -> bool:
    """Is it thanks? Those said in a talk that the report tells of are part of that talk, and no support of their own."""
    event = told.finding
    return isinstance(event, Event) and event.act == "SUPPORT" and bool(_triggers(told) & THANKS)


def _talk(told: Told, world: str) -> bool:
    event = told.finding
    return (
        isinstance(event, Event)
        and plover.mutual(event.act)
        and WORLDS[event.status] == world
        and (world != "imagined" or event.when is None)
    )


def parties(event: Event) -> tuple[Actor, ...]:
    """All who take part."""
    return event.who + tuple(actor for actor in event.whom if actor not in event.who)


def likeness(left: Told, right: Told) -> float:
    """From 0 to 1, or −1 where they can't be one event; .5 and more: one event."""
    a, b = left.finding, right.finding
    assert isinstance(a, Event) and isinstance(b, Event)  # noqa: S101
    if (a.word and b.word) or ((a.word or b.word) and None in (a.act, b.act)):
        return same_occurrence.likeness(left, right, a, b)
    if plover.mutual(a.act) and plover.mutual(b.act) and (_other_table(a, b) or _comes_after(left, right)):
        return -1.0
    if left.sentence and left.sentence == right.sentence and left.report.id != right.report.id:
        return _in_copies(left, right, a, b)
    if _is_drill(left) and _is_drill(right):
        return _drills(left, right, a, b)
    if plover.mutual(a.act) != plover.mutual(b.act) or _apart(interval(left), interval(right)):
        return -1.0
    if a.where and b.where and not sides(a.where) & sides(b.where):
        return -1.0
    if _minutes(a) and _minutes(b) and abs(_minutes(a) - _minutes(b)) > LENGTHS_DIFFER * max(_minutes(a), _minutes(b)):
        return -1.0
    if plover.mutual(a.act):
        return _mutual(left, right, a, b)
    return _one_sided(left, right, a, b)


def _other_table(a: Event, b: Event) -> bool:
    """Do both name two parties or more, and each one that has no seat at the other? Then these are two meetings."""
    mine, yours = parties(a), parties(b)
    return len(mine) > 1 and len(yours) > 1 and not seated(mine, yours) and not seated(yours, mine)


NEXT = re.compile(
    r"\b(?:again|another|next (?:one|round|meeting|call)|further (?:talks|meetings?|rounds?)|new round|follow-up)\b"
)


def _comes_after(left: Told, right: Told) -> bool:
    """Is one a talk that is to follow the other? "They agreed to meet again" tells of no talk that was held by then."""
    for plan, held in ((left, right), (right, left)):
        event, other = plan.finding, held.finding
        assert isinstance(event, Event) and isinstance(other, Event)  # noqa: S101
        again = event.status in ("scheduled", "possible") and NEXT.search(event.what or "")
        told = plan.report.published.latest if plan.report.published else None
        if again and WORLDS[other.status] == "real" and interval(held)[1] <= (told or "9999")[:10]:
            return True
    return False


def interval(told: Told) -> tuple[str, str]:
    """First and last possible day: of the event's own time, else by the report's date, for what is told as done is past."""
    event, published = told.finding, told.report.published
    assert isinstance(event, Event)  # noqa: S101
    first, last = "", "9999"
    if isinstance(event.when, Moment):
        first, last = (event.when.earliest or first)[:10], (event.when.latest or last)[:10]
    if published is None:
        return first, last
    if WORLDS[event.status] == "real":
        return first, min(last, max(first, (published.latest or last)[:10]))
    if event.status == "scheduled" and event.when is None:
        first = (published.earliest or first)[:10]
    return first, last


def _apart(left: tuple[str, str], right: tuple[str, str]) -> bool:
    return left[1] < right[0] or right[1] < left[0]


def _minutes(event: Event) -> float:
    """The length of an event in minutes, 0 where none is told."""
    found = re.fullmatch(r"PT(?:([\d.]+)H)?(?:([\d.]+)M)?", event.duration or "")
    return float(found[1] or 0) * 60 + float(found[2] or 0) if found else 0.0


def _in_copies(left: Told, right: Told, a: Event, b: Event) -> float:
    """Two claims of aligned sentences of copies: the act decides; rewriting may have changed who did it to whom.

    Of a mutual act the parties decide too: one sentence may tell of two talks ("After speaking with A, B also met C").
    """
    if a.act != b.act:
        return -1.0
    if plover.mutual(a.act):
        together = fit(parties(a), parties(b))
        return 0.5 + 0.4 * together if together >= 0.6 else 0.0
    return 0.6 + 0.2 * jaccard(left.stems, right.stems) + 0.1 * fit(a.who, b.who) + 0.1 * fit(a.whom, b.whom)


# Days after an appointment within which a report that names no day tells of it as held.
JUST_HELD = 7


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
    return day[0] <= published[1] and _within(day, published, JUST_HELD)


# Days of a stretch within which talks are only foreseen: "early next year", "next month".
VAGUE = 27


def _foreseen(a: Event, b: Event) -> bool:
    """Are both arranged, the one only for a month or a season in which the other's time lies?"""
    first, last = days(a.when), days(b.when)
    if not first or not last or a.status != "scheduled" or b.status != "scheduled":
        return False
    return any(
        _length(wide) >= VAGUE and wide[0] <= narrow[0] and narrow[1] <= wide[1]
        for wide, narrow in ((first, last), (last, first))
    )


def _one_plan(a: Event, b: Event, delegations: bool) -> bool:
    """Are both talks of the same sides that are arranged, the one without a day, and neither a round that is to follow?"""
    if not delegations or a.status != "scheduled" or b.status != "scheduled":
        return False
    follows = any(NEXT.search(event.what or "") for event in (a, b))
    return _foreseen(a, b) or (None in (a.when, b.when) and not follows)


def _body_shared(mine: Sequence[Actor], yours: Sequence[Actor]) -> bool:
    """Does a body, no state and no person, take part in both?"""
    return any(one.kind == "organisation" for one in mine if one in yours)


def _length(stretch: tuple[str, str]) -> int:
    """The days from the first to the last of a stretch."""
    return (date.fromisoformat(stretch[1]) - date.fromisoformat(stretch[0])).days


# Days between the first and the last day of one exercise, at most.
DRILL_DAYS = 31


def _is_drill(told: Told) -> bool:
    words: dict[str, list[str]] = load("appointments")["occasions"]
    event = told.finding
    assert isinstance(event, Event)  # noqa: S101
    return event.act == "MOBILIZE" and bool(_triggers(told) & {stem(word) for word in words["MOBILIZE"]})


def _drills(left: Told, right: Told, a: Event, b: Event) -> float:
    """Two mentions of an exercise: one told with its first day and one with its last are one, in one place by one side."""
    if a.where and b.where and not sides(a.where) & sides(b.where):
        return -1.0
    mine, yours = days(a.when) or days(left.report.published), days(b.when) or days(right.report.published)
    if mine and yours and not _within(mine, yours, DRILL_DAYS):
        return -1.0
    return 0.7 if fit(a.who, b.who) or (a.where and b.where) else 0.0


def _within(left: tuple[str, str], right: tuple[str, str], width: int) -> bool:
    """Do two stretches of days lie within so many days of each other?"""
    gap = date.fromisoformat(max(left[0], right[0])) - date.fromisoformat(min(left[1], right[1]))
    return gap.days <= width


def _mutual(left: Told, right: Told, a: Event, b: Event) -> float:
    mine, yours = parties(a), parties(b)
    shared = ids(mine) & ids(yours)
    if a.act != b.act:
        return -1.0
    if not mine or not yours or (min(len(mine), len(yours)) == 1 and (seated(mine, yours) or seated(yours, mine))):
        site = bool(ids(a.where) & ids(b.where)) and bool(days(a.when) and days(b.when))
        if site or not mine or not yours:
            return 0.6 if site else 0.0
    together = fit(mine, yours)
    day = same_day(a.when, b.when)
    if len(shared) >= 2 and together >= 0.9:
        return 0.9 if day else 0.7 if a.when is None or b.when is None else 0.8
    delegations = min(len(mine), len(yours)) >= 2 and seated(mine, yours) and seated(yours, mine)
    if delegations and (_just_held(left, right) or _just_held(right, left)):
        return 0.6
    if _one_plan(a, b, delegations) or (_foreseen(a, b) and together >= 0.9 and _body_shared(mine, yours)):
        return 0.6
    if together >= 0.7 and day:
        return 0.6 if shared or delegations or overlap(left.stems, right.stems) >= 0.5 else 0.0
    # A mention that names one party alone joins the same report's event of that day, no other.
    same_report = left.report.id == right.report.id
    return 0.5 if same_report and together >= 0.9 and overlap(left.stems, right.stems) >= 0.6 else 0.0


def _one_sided(left: Told, right: Told, a: Event, b: Event) -> float:
    """One does something to another: by both, by the act's word and by what is told of it.

    What is only imagined or denied is one prospect ("a new invasion", "a full-scale offensive") whatever the words. Of
    what was said (a demand, an accusation) the content decides, for one may demand many things; of a deed its word too.
    """
    who, whom = fit(a.who, b.who), fit(a.whom, b.whom)
    if not who or not whom or not ((a.who and b.who) or (a.whom and b.whom)):
        return 0.0  # where neither side is named in both, nothing says that it is the same deed
    said = plover.quad(a.act) == 3
    known = stems(" ".join(actor.name for actor in (*a.who, *b.who)))
    known |= _triggers(left) | _triggers(right) if said else frozenset()
    mine, yours = left.stems - known, right.stems - known
    words = overlap(mine, yours)
    if a.act == b.act == "REQUEST" and TALKS in mine & yours:
        words = max(words, 0.5)  # a call that is asked for is one request, in whatever words
    trigger = float(bool(_triggers(left) & _triggers(right)))
    if _headlined(left, right, a, b):
        return 1.0
    if _once_in_history(a, b):
        return 0.6
    if a.act != b.act and (words < 0.75 or said):
        return 0.0
    if (_is_background(left) and b.when is None) or (_is_background(right) and a.when is None):
        return 0.0
    prospect = WORLDS[a.status] in ("imagined", "denied") and plover.quad(a.act) == 4
    imagined = prospect and who >= 0.7 and (bool(a.whom and b.whom) or whom >= 0.7)
    sites = ids((*a.where, *a.whom)) == ids((*b.where, *b.whom)) or ids(a.where) == ids(b.where)
    if _is_standing(left) and _is_standing(right) and sides(a.who) == sides(b.who) and sites:
        words = max(words, 0.6)
    if not imagined and words < (0.2 if trigger and plover.quad(a.act) in (2, 4) else 0.4):
        return 0.0
    return min(1.0, 0.35 * who + 0.15 * whom + 0.2 * trigger + 0.3 * max(words, float(imagined)))


# Days before its report from which on a deed is background to it, and no part of what other reports tell without a day.
BACKGROUND = 45


def _is_background(told: Told) -> bool:
    event, published = told.finding, days(told.report.published)
    own = days(event.when) if isinstance(event, Event) else None
    return bool(own and published) and not _within(own, published, BACKGROUND)  # type: ignore[arg-type]


def _is_standing(told: Told) -> bool:
    """Is it the build-up of a state's troops as it stands, of which no day is told, or a stretch up to now ("this year")?"""
    event, published = told.finding, days(told.report.published)
    assert isinstance(event, Event)  # noqa: S101
    own = days(event.when)
    troops = event.act == "MOBILIZE" and event.mode == "troops" and WORLDS[event.status] == "real"
    state = bool(event.who) and all(actor.country and actor.kind in ("state", "group") for actor in event.who)
    until_now = bool(own and published) and own[0] < own[1] and _within(own, published, 0)  # type: ignore[index, arg-type]
    return troops and state and (event.when is None or until_now)


def _once_in_history(a: Event, b: Event) -> bool:
    """One deed of history told in two words: the annexation, the invasion and the capture of Crimea in 2014.

    Both are force against the same, and one report at least calls it history.
    """
    force = plover.quad(a.act) == plover.quad(b.act) == 4
    told = "historical" in (a.status, b.status) and a.status != "scheduled" != b.status
    same = bool(_sites(a.whom) & (_sites(b.whom) | _sites(b.where)) or _sites(a.where) & _sites(b.whom))
    pointed = any(POINTED.match(actor.name) for actor in (*a.whom, *b.whom))
    dated = a.when is not None and days(a.when) == days(b.when)
    undated = None in (a.when, b.when) and (a.act, a.mode) == (b.act, b.mode)
    same = same or (pointed and ids(a.who) == ids(b.who) and (dated or undated))
    return force and told and same and fit(a.who, b.who) >= 0.6


def _headlined(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Is one the headline of the report that tells the other: "Russia invades Ukraine", by the same and against the same?"""
    if left.report.id != right.report.id or a.act != b.act or not a.who or not a.whom:
        return False
    heads = [block for block in left.report.blocks if block.kind == "headline"]
    titled = [any(block.start <= told.place < block.end for block in heads) for told in (left, right)]
    return titled[0] != titled[1] and ids(a.who) == ids(b.who) and ids(a.whom) == ids(b.whom) and a.status == b.status


def _sites(actors: Iterable[Actor]) -> set[str]:
    """Ids by which places meet: the Crimea region is Crimea."""
    return {re.sub(r"-(?:region|peninsula|province)$", "", actor.id) for actor in actors}


def _triggers(told: Told) -> frozenset[str]:
    return stems(" ".join(_whole_word(told.report.text, s) for s in told.claim.spans.get("act", ())))


def _whole_word(text: str, span: Span) -> str:
    """The words of a span with what a hyphen joins to their front: the parser takes "build-up" apart, and its act is "up"."""
    start = span.start
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalpha():
        start = next((i + 1 for i in range(start - 2, -1, -1) if not text[i].isalpha()), 0)
    return text[start : span.end]
