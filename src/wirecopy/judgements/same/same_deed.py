"""Do two mentions of what one does to another tell of one deed? By both, by the act's word and by what is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from wirecopy import plover
from wirecopy.findings.numbers import Number, numbers
from wirecopy.judgements.figures.agreeing import agree
from wirecopy.judgements.parties import POINTED, fit, ids, named, parties, sides
from wirecopy.judgements.same.retold import is_retold, is_voice
from wirecopy.judgements.same.stretches import is_background, length, meant, within
from wirecopy.judgements.same.triggers import triggers
from wirecopy.judgements.told import Told, days, overlap, same_day, stem, stems
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Actor, Event
from wirecopy.words import load

TROOPS = stem("troops")
"""The stem that stands for troops: they are massed, sent and withdrawn, and say nothing of the deed."""
LOOSE = 0.2
"""Share of the words of the shorter telling that the other has where the word for the deed is one already."""
PACKAGE = 0.6
"""That share for penalties told of no common day: they come in packages, each with another list."""
LIKE_A_TITLE = 0.25
"""Share of a headline's words, or of the text's, that the other has where both tell one deed."""
TALKS = stem("call")
"""The stem that stands for calls, talks and conversations."""


def likeness(left: Told, right: Told, a: Event, b: Event) -> float:
    """One does something to another: by both, by the act's word and by what is told of it.

    What is only imagined or denied is one prospect ("a new invasion", "a full-scale offensive") in whatever words for an
    attack. Of what was said (a demand, an accusation) the content decides, for one may demand many things; of a deed its
    word too.
    """
    said = plover.quad(a.act) == 3
    if is_retold(left, right, a, b):
        return 1.0
    if said and _two_voices(left, right, a, b) and not (is_voice(a, b) or is_voice(b, a)):
        return -1.0
    who, whom = fit(a.who, b.who), 1.0 if _one_number(left, right) else fit(a.whom, b.whom)
    known_by = tuple if left.report.id == right.report.id else named
    both = any(known_by(mine) and known_by(yours) for mine, yours in ((a.who, b.who), (a.whom, b.whom)))
    if _once_in_history(a, b) and (both or (named(a.who) and named(b.who))):
        return 0.6
    if is_on_one_day(left, right, a, b) or _is_of_war(left, a, b) or _is_of_war(right, b, a):
        return 0.6
    if not who or not whom or not both:
        return 0.0  # where neither side is named in both, nothing says that it is the same deed
    if _headlined(left, right, a, b):
        return 1.0
    if carried_out(left, right) or carried_out(right, left):
        return 0.6
    if _out_of_reach(left, right, a, b) or _other_numbers(left, right) or _other_blow(a, b):
        return 0.0
    known = stems(" ".join(actor.name for actor in (*a.who, *b.who)))
    known |= triggers(left) | triggers(right) if said else frozenset()
    mine, yours = left.stems - known, right.stems - known
    words = overlap(mine, yours)
    if a.act == b.act == "REQUEST" and TALKS in mine & yours:
        words = max(words, 0.5)  # a call that is asked for is one request, in whatever words
    if said and len(triggers(left) & triggers(right)) > 1 and ids(a.who) == ids(b.who):
        words = max(words, 0.5)  # the verb and its object are the content: "rejected the deal", "rejected the accord"
    trigger = float(bool((triggers(left) & triggers(right)) - {TROOPS}))
    if a.act != b.act and (words < 0.75 or said or left.report.id == right.report.id):
        return 0.0  # "imposed martial law and broke off relations": one report's two acts are two deeds
    attack = WORLDS[a.status] in ("imagined", "denied", "refused") and bool(
        triggers(left) & _attack() and triggers(right) & _attack()
    )
    imagined = attack and who >= 0.7 and (bool(a.whom and b.whom) or whom >= 0.7)
    if is_standing(left) and is_standing(right) and sides(a.who) == sides(b.who) and _one_site(a, b):
        words = max(words, 0.6)
    loose = trigger and (plover.quad(a.act) in (2, 4) or _is_news(left, right))
    least = PACKAGE if _is_of_packages(left, right) else LOOSE if loose else 0.4
    if not imagined and words < least:
        return 0.0
    return min(1.0, 0.35 * who + 0.15 * whom + 0.2 * trigger + 0.3 * max(words, float(imagined)))


def is_on_one_day(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Do two reports tell one word for a deed, of one known day, with a side in common and nothing that holds them apart?

    The one may leave out who did it or call the other side by what it is: "captured the Ebba", "seized a tanker".
    """
    quad = plover.quad(a.act)
    if left.report.id == right.report.id or quad not in (2, 4) or quad != plover.quad(b.act):
        return False
    if not same_day(a.when, b.when) or WORLDS[a.status] != WORLDS[b.status] or _other_numbers(left, right):
        return False
    if not (triggers(left) & triggers(right)) - {TROOPS} - _measures() or _elsewhere(a, b):
        return False
    roles = ((a.who, b.who), (a.whom, b.whom))
    shared = any(named(mine) and named(yours) and fit(mine, yours) >= 0.7 for mine, yours in roles)
    if not shared or any(_opposed(mine, yours) for mine, yours in roles):
        return False
    sides_told = stems(" ".join(actor.name for actor in (*a.who, *b.who)))
    return overlap(left.stems - sides_told, right.stems - sides_told) >= LOOSE


def _is_of_packages(left: Told, right: Told) -> bool:
    """Do two reports tell of penalties that were imposed, by no other word than that, and of no day of both?"""
    word = triggers(left) & triggers(right)
    real = {WORLDS[getattr(told.finding, "status", "happened")] for told in (left, right)} == {"real"}
    dated = same_day(getattr(left.finding, "when", None), getattr(right.finding, "when", None))
    return bool(word) and word <= _measures() and real and not dated and left.report.id != right.report.id


@cache
def _measures() -> frozenset[str]:
    """The stems of words for what a state decides in many parts on one day: penalties."""
    return stems(" ".join(load("comparing")["measures"]))


def _elsewhere(a: Event, b: Event) -> bool:
    """Is each told of places by name, and none of them the same?"""
    mine, yours = ({one.id for one in (*event.whom, *event.where) if one.kind == "place"} for event in (a, b))
    return bool(mine and yours) and mine.isdisjoint(yours)


def _other_blow(a: Event, b: Event) -> bool:
    """Did blows fall on two places?"""
    return a.act == b.act == "ASSAULT" and {WORLDS[a.status], WORLDS[b.status]} == {"real"} and _elsewhere(a, b)


def _opposed(left: Iterable[Actor], right: Iterable[Actor]) -> bool:
    """Is each list of known people or states, and nobody in both?"""
    mine, yours = tuple(left), tuple(right)
    known = all(one.country or (one.kind == "person" and not one.anonymous) for one in (*mine, *yours))
    return bool(mine and yours) and known and not fit(mine, yours)


def _one_site(a: Event, b: Event) -> bool:
    """Is it told near or in one country, or not told for both?"""
    mine, yours = sides((*a.where, *a.whom)), sides((*b.where, *b.whom))
    return not mine or not yours or bool(mine & yours)


def is_disowned(event: Event) -> bool:
    """Is it an attack that a state denies to plan, or refuses to start, on no day? Weeks of reports call this stance either."""
    state = bool(event.who) and all(actor.kind == "state" for actor in event.who)
    return event.act == "ASSAULT" and event.status in ("denied", "refused") and event.when is None and state


@cache
def _attack() -> frozenset[str]:
    """The stems of words for an attack."""
    return stems(" ".join(load("comparing")["themes"]["attack"]))


def _two_voices(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Does one report tell of two who speak, none of them a state: a minister repeats what another warned of?

    Who speaks in different reports is one only if he is the same, or the one is told for the other's state.
    """
    if any(actor.kind in ("state", "group") for actor in (*a.who, *b.who)) or not named(a.who) or not named(b.who):
        return False
    heads = {actor.kind for actor in (*a.who, *b.who)} & {"office"}
    return ids(a.who).isdisjoint(ids(b.who)) and (left.report.id == right.report.id or not heads)


def _one_number(left: Told, right: Told) -> bool:
    """Was it done to as many, and of one noun: "14,000 people", "more than 14,000 people"?"""
    mine, yours = _numbers(left), _numbers(right)
    nouns = [{name.split()[-1].lower() for name in _befell(told)} for told in (left, right)]
    return bool(nouns[0] & nouns[1]) and any(agree(x, y) for x in mine for y in yours)


def _other_numbers(left: Told, right: Told) -> bool:
    """Was it done to so many here, to so many there, and not told as of one day?"""
    mine, yours = _numbers(left), _numbers(right)
    dated = same_day(getattr(left.finding, "when", None), getattr(right.finding, "when", None))
    return bool(mine and yours) and not dated and not any(agree(x, y) for x in mine for y in yours)


def _numbers(told: Told) -> tuple[Number, ...]:
    """The numbers among those whom a deed befell."""
    spans = told.claim.spans.get("whom", ())
    return tuple(number for span in spans for number in _counted(told.report.text[span.start : span.end]))


@lru_cache(maxsize=4096)
def _counted(words: str) -> tuple[Number, ...]:
    """The numbers of some words; cached, for each deed is held against all others of its kind."""
    return numbers(words)


def _befell(told: Told) -> list[str]:
    """Those whom a deed befell, by name."""
    return [actor.name for actor in getattr(told.finding, "whom", ())]


def _out_of_reach(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Do two reports tell of it at times too far apart for one deed, where one of them names no day?

    A stance (what is denied or refused) and the build-up of troops last; what is told of an attack that may come, too.
    """
    if (is_background(left) and b.when is None) or (is_background(right) and a.when is None):
        return True
    lasting = WORLDS[a.status] in ("denied", "refused") or (is_standing(left) and is_standing(right))
    prospect = WORLDS[a.status] == "imagined" and bool(triggers(left) & triggers(right) & _attack())
    if lasting or prospect or left.report.id == right.report.id or None not in (a.when, b.when):
        return False
    mine, yours = meant(left), meant(right)
    return bool(mine and yours) and not within(mine, yours, 0)  # type: ignore[arg-type]


def carried_out(plan: Told, deed: Told) -> bool:
    """Was what one report tells as arranged done by another's word: by the same, on its day, or in the days to come?

    Without a day both must name both parties and the act by one word: "will sign an agreement", "signed the agreement".
    """
    a, b = plan.finding, deed.finding
    assert isinstance(a, Event) and isinstance(b, Event)  # noqa: S101
    if a.status != "scheduled" or WORLDS[b.status] != "real" or a.act != b.act or plan.order[:2] >= deed.order[:2]:
        return False
    if triggers(deed) & _deferring():
        return False  # an exercise that is prolonged on its last day has not ended
    if same_day(a.when, b.when):
        return fit(a.who, b.who) >= 0.7 and (not named(a.whom) or not named(b.whom) or fit(a.whom, b.whom) >= 0.7)
    sides_told, ahead, day = ids(parties(a)), meant(plan), days(b.when)
    word = len(sides_told) > 1 and sides_told == ids(parties(b)) and bool(triggers(plan) & triggers(deed))
    return word and a.when is None and bool(ahead and day) and within(ahead, day, 0)  # type: ignore[arg-type]


@cache
def _deferring() -> frozenset[str]:
    """The stems of words by which a plan is put off or drawn out."""
    return stems(" ".join(load("appointments")["moved"]))


def is_standing(told: Told) -> bool:
    """Is it the build-up of a state's troops as it stands, of which no day is told, or a stretch up to now ("this year")?"""
    event, published = told.finding, days(told.report.published)
    assert isinstance(event, Event)  # noqa: S101
    own = days(event.when)
    troops = event.act == "MOBILIZE" and event.mode == "troops" and WORLDS[event.status] == "real"
    state = bool(event.who) and all(actor.country and actor.kind in ("state", "group") for actor in event.who)
    until_now = bool(own and published) and own[0] < own[1] and within(own, published, 0)  # type: ignore[index, arg-type]
    massed = bool(triggers(told) & _standing())
    return troops and massed and state and (event.when is None or until_now)


@cache
def _standing() -> frozenset[str]:
    """The stems of words for troops that are massed, rather than sent or moved."""
    return stems(" ".join(load("comparing")["massed"]))


def _once_in_history(a: Event, b: Event) -> bool:
    """One deed of history told in two words: the annexation, the invasion and the capture of Crimea in 2014.

    Both are force against the same, and one report at least calls it history.
    """
    force = all(event.act == "ASSAULT" or (event.act, event.mode) == ("COERCE", "seize") for event in (a, b))
    told = "historical" in (a.status, b.status) and a.status != "scheduled" != b.status
    same = bool(_sites(a.whom) & (_sites(b.whom) | _sites(b.where)) or _sites(a.where) & _sites(b.whom))
    pointed = any(POINTED.match(actor.name) for actor in (*a.whom, *b.whom))
    dated = a.when is not None and days(a.when) == days(b.when)
    undated = None in (a.when, b.when) and (a.act, a.mode) == (b.act, b.mode)
    same = same or (pointed and ids(a.who) == ids(b.who) and (dated or undated))
    return force and told and same and fit(a.who, b.who) >= 0.6


def _is_of_war(told: Told, a: Event, b: Event) -> bool:
    """Does it tell of a war of the past by nobody's name, and the other who rose there in that year?"""
    wars = stems(" ".join(load("comparing")["wars"]))
    past = a.act == b.act == "ASSAULT" and a.status == b.status == "historical" and days(a.when) == days(b.when)
    nobody = not a.who and not a.whom and bool(b.who) and not b.whom and bool(triggers(told) & wars)
    return past and a.when is not None and nobody and _one_site(a, b)


def _headlined(left: Told, right: Told, a: Event, b: Event) -> bool:
    """Is one the headline of the report that tells the other: "Russia invades Ukraine", by the same side, in like words?"""
    if left.report.id != right.report.id or (a.act, WORLDS[a.status]) != (b.act, WORLDS[b.status]):
        return False
    heads = [block for block in left.report.blocks if block.kind == "headline"]
    titled = [any(block.start <= told.place < block.end for block in heads) for told in (left, right)]
    both = bool(a.whom) and ids(a.who) == ids(b.who) and ids(a.whom) == ids(b.whom)
    words = overlap(left.stems, right.stems)
    if plover.quad(a.act) == 3:  # "threatens to build", "warned that it would build"
        words = max(words, overlap(left.stems - triggers(left), right.stems - triggers(right)))
    alike = triggers(left) & triggers(right) or words >= LIKE_A_TITLE
    return titled[0] != titled[1] and bool(a.who) and (both or bool(alike))


def _is_news(left: Told, right: Told) -> bool:
    """Does one report tell, as the news of its day, what another gives that day?"""
    for dated, fresh in ((left, right), (right, left)):
        day, published = days(getattr(dated.finding, "when", None)), days(fresh.report.published)
        if getattr(fresh.finding, "when", None) is not None or not day or not published:
            continue
        if length(day) == 0 == length(published) and day <= published and within(day, published, 1):
            return True
    return False


def _sites(actors: Iterable[Actor]) -> set[str]:
    """Names by which places meet: the Crimea region, which no gazetteer has, is Crimea."""
    return {re.sub(r"^the | (?:region|peninsula|province)$", "", actor.name.lower()) for actor in actors}
