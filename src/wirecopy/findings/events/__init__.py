"""What happened, and what did not: the events of a report, each with its status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger, triggers
from wirecopy.findings.acts.described import phrase
from wirecopy.findings.acts.status_words import words
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.acts.wording import clause_words
from wirecopy.findings.events.agenda import arranged_deeds, diary, is_debate
from wirecopy.findings.events.beyond import told_beyond
from wirecopy.findings.events.contests import contest
from wirecopy.findings.events.deliveries import first_arrived, giver, receivers, senders, with_receivers
from wirecopy.findings.events.empty_acts import is_asked_alone, is_hollow, points_elsewhere
from wirecopy.findings.events.event_parties import (
    HARM,
    actors_of,
    is_general,
    is_known,
    is_political,
    is_wide,
    only_speaks,
    sides_between,
    takes_place,
)
from wirecopy.findings.events.event_status import decreed, status_of
from wirecopy.findings.events.forces import for_state, of_bulletin, of_owners, ordered_deed
from wirecopy.findings.events.known_talks import told_again
from wirecopy.findings.events.named_act import act_of
from wirecopy.findings.events.ordinals import with_numbers
from wirecopy.findings.events.rounds import rounds
from wirecopy.findings.events.telling import SAID, headlines_dated, leads_dated, talks_dated
from wirecopy.findings.events.whom import aimed_at, those_reached
from wirecopy.findings.events.worth import apart, once, worth
from wirecopy.findings.finder import Finder
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.across import heard_by
from wirecopy.findings.sides.participants import parties
from wirecopy.findings.sides.party_tokens import Parties
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.sides.standins import without_teller
from wirecopy.findings.sides.verb_parties import around
from wirecopy.findings.sides.whereabouts import places
from wirecopy.findings.sport import is_figurative, is_of_play, is_sport
from wirecopy.findings.timing.durations import duration_of
from wirecopy.findings.timing.hanging import nearest
from wirecopy.findings.timing.past_or_ahead import is_over, left_before
from wirecopy.findings.timing.timing import time_of
from wirecopy.language.days.days_beside import day_behind, days_beside
from wirecopy.language.days.frames import frame_of
from wirecopy.model import Actor, Claim, Event, Expression, Passage, Span, Status, claim
from wirecopy.notes import Notes

if TYPE_CHECKING:
    from spacy.tokens import Token

DIARY = frozenset({"CONSULT", "MOBILIZE", "COOPERATE"})  # acts that `agenda` tells too


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """Every event of a report: PLOVER acts with who, whom, where, when and status."""
    found: list[tuple[Trigger, Claim | None]] = []
    sport = is_sport(passage.doc)
    for trigger in triggers(passage.doc):
        played = is_figurative(trigger.token) and (sport or is_of_play(trigger.token.sent))
        if played or is_asked_alone(trigger.token.sent):
            continue
        found.append((trigger, _claim(passage, trigger) or told_again(passage, trigger, found, FINDER.rule)))
    told = {trigger.token.i for trigger, one in found if one is not None}
    asked = {
        trigger.token.i: _event(one).act
        for trigger, one in found
        if one is not None and trigger.pattern.act == "REQUEST"
    }
    acts = {trigger.token.i: trigger.pattern.act for trigger, one in found if one is not None}
    kept = [
        (trigger.token.sent.start, one)
        for trigger, one in found
        if one and not _only_governs(trigger, told, asked) and not _means_to(trigger, acts)
    ]
    kept += [(one.spans["act"][0].start, one) for one in first_arrived(passage, found, FINDER.rule)]
    told_once = once([(at, part) for at, one in kept for part in apart(passage, one, FINDER.rule)], FINDER.rule)
    dated = talks_dated(passage, headlines_dated(passage, told_once, FINDER.rule), FINDER.rule)
    dated = leads_dated(passage, with_receivers(passage, dated, FINDER.rule), FINDER.rule)
    return with_numbers(passage, _with_diary(passage, dated))


def _with_diary(passage: Passage, told: list[Claim]) -> list[Claim]:
    """The events with those of the report's diary; what is arranged for a day is told there, not as something possible."""
    acts = [one for one in told if not is_debate(passage, one)]
    sure = (one for one in acts if _event(one).act in DIARY and _event(one).status != "possible")
    taken = frozenset(span.start for one in sure for span in one.spans["act"])
    arranged = [*diary(passage, acts, taken, FINDER.rule), *rounds(passage, FINDER.rule)]
    told, arranged = arranged_deeds(told, arranged, FINDER.rule)
    better = {"possible": {one.spans["act"][0] for one in arranged}}
    better["scheduled"] = {
        span for one in arranged if _event(one).act is None for span in one.spans["act"]
    }  # "the ban expires in May"
    days = {(one.spans["act"][0], one.spans.get("when")) for one in arranged}
    kept = [one for one in told if one.spans["act"][0] not in better.get(_event(one).status, ())]
    ahead = (one for one in kept if _event(one).status == "scheduled")
    again = {
        one.id for one in ahead if (one.spans["act"][0], one.spans.get("when")) in days
    }  # "a call put off to Monday"
    meetings = {one.spans["act"] for one in arranged if _event(one).act == "CONSULT"}
    called = {one.id for one in kept if _event(one).act == "REQUEST" and one.spans["act"][::-1] in meetings}
    return [one for one in kept if one.id not in again | called] + arranged


def _event(one: Claim) -> Event:
    assert isinstance(one.finding, Event)  # noqa: S101 -- this finder makes events alone
    return one.finding


FINDER = Finder("events", 4, find)


def _only_governs(trigger: Trigger, told: set[int], asked: Mapping[int, str | None]) -> bool:
    """ "refused to meet" is one event: the meeting, refused; "helped by sending arms" is one too: the help."""
    over = trigger.token.head
    if trigger.token.dep_ == "pcomp" and over.lower_ == "by" and over.head.i in told:
        return True
    if (
        trigger.token.dep_ in ("xcomp", "ccomp")
        and over.i in asked
        and trigger.pattern.act in ("RETREAT", "AID", "CONSULT", "AGREE", "SUPPORT", "CONCEDE", asked[over.i])
    ):
        return True
    if trigger.pattern.act == "SUPPORT":  # "signed an order banning imports" is the ban
        inner = (c for paper in trigger.tokens[1:] for c in paper.children if c.i in told)
        return any(c.dep_ in ("acl", "relcl") and subject(c) == c.head and c.tag_ != "VBN" for c in inner)
    if trigger.pattern.act != "REJECT" or "infinitive" not in trigger.pattern.marks:
        return False
    return any(child.i in told for child in trigger.token.children if child.dep_ == "xcomp")


def _means_to(trigger: Trigger, acts: Mapping[int, str]) -> bool:
    """ "used force to invade": the purpose of a deed is no second deed of the same kind."""
    verb = trigger.token
    purpose = verb.dep_ in ("advcl", "xcomp", "acl") and any(
        c.lower_ == "to" and c.dep_ == "aux" for c in verb.children
    )
    over = [one.i for one in list(verb.ancestors)[: 1 if verb.head.dep_ == "conj" else 2]]
    return purpose and any(acts.get(i) == trigger.pattern.act for i in over)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who did an act and to whom, as words and as actors, and where."""

    named: Parties
    who: tuple[Actor, ...]
    whom: Mapping[Token, tuple[Actor, ...]]
    where: tuple[Actor, ...]
    where_spans: tuple[Span, ...]


def _claim(passage: Passage, trigger: Trigger) -> Claim | None:
    cast = _cast(passage, trigger)
    if cast is None:
        return None
    at, reached = _places_and_persons(trigger, cast)
    when, found = _when_and_status(passage, trigger, cast.named)
    reached = reached or {a.id: a for a in (*receivers(trigger, cast.where), *heard_by(passage, trigger, cast.who))}
    whom = tuple(reached.values())
    act, mode = act_of(passage, trigger)
    if act != trigger.pattern.act and (mode == "weapons" or ordered_deed(trigger) is not None):
        whom, reached = (), {}
    who = cast.who or giver(passage, trigger, whom, found) or senders(passage, trigger)
    sides = sides_between(passage, trigger, cast.named, who, whom, found)
    event = Event(
        act=act,
        mode=mode,
        who=sides[0],
        whom=sides[1],
        where=tuple(at.values()),
        when=when,
        status=found,
        duration=duration_of(passage, trigger),
        said_by=speaker_at(passage, trigger.token.idx),
    )
    blow = contest(trigger.token, event)
    if blow == "":
        return None
    if blow is not None:
        event = replace(event, act=blow, mode="disapprove")
    if _is_none(trigger, cast.named, event):
        return None
    event = replace(event, what=clause_words(passage, _told_by(trigger)))
    spans = _spans(passage, trigger, cast.named, when) | {"where": cast.where_spans if at else ()}
    return claim(event, spans, FINDER.rule)


def _cast(passage: Passage, trigger: Trigger) -> _Cast | None:
    """The parties and places of an act; None where it is no political one."""
    named = parties(trigger)
    if trigger.pattern.act == "CONSULT" and only_speaks(named):
        return None
    if "all" in trigger.pattern.marks and trigger.frame is None:  # of a verb grammar tells who
        named = replace(named, who=without_teller(passage, named.who))
    whom = {token: those_reached(passage, trigger, token) for token in named.whom}
    if not any(whom.values()):
        aimed = {token: meant for token in aimed_at(trigger) if is_known(meant := actors_at(passage, token))}
        named, whom = (Parties(named.who, tuple(aimed)), aimed) if aimed else (named, whom)
    who = of_owners(passage, trigger, for_state(trigger, named.who, actors_of(passage, named.who)))
    placed = any(actor.kind in ("place", "state") for actors in whom.values() for actor in actors)
    where, where_spans = places(passage, trigger)
    if not is_political(passage, trigger, named, placed) and not takes_place(trigger, named, bool(where)):
        return None
    who = tuple(actor for actor in who if actor.kind != "place") or of_bulletin(passage, trigger, named.who)
    if not any(whom.values()) and (beyond := told_beyond(passage, trigger, who)):
        named, whom = Parties(named.who, beyond), {token: actors_at(passage, token) for token in beyond}
    where, where_spans = _beside(trigger, where, where_spans)
    return _Cast(named, who, whom, where, where_spans)


def _places_and_persons(trigger: Trigger, cast: _Cast) -> tuple[dict[str, Actor], dict[str, Actor]]:
    """Where an act was and whom it reached, by id; a place is somebody only where it is harmed."""
    reached = {actor.id: actor for actors in cast.whom.values() for actor in actors}
    at = {actor.id: actor for actor in cast.where if actor.id not in reached and actor not in cast.who}
    if trigger.pattern.act in HARM:
        inside = {actor.id for token, actors in cast.whom.items() if _is_scene(token) for actor in actors}
        scenes = {key: actor for key, actor in reached.items() if key in inside and actor.kind in ("place", "state")}
        return at | scenes, {key: actor for key, actor in reached.items() if key not in scenes}
    at |= {key: actor for key, actor in reached.items() if actor.kind == "place"}
    return at, {key: actor for key, actor in reached.items() if actor.kind != "place"}


def _is_scene(token: Token) -> bool:
    """Whether a name tells where something was done rather than to whom: "mutinied in Lima", "a curfew in Lima"."""
    return token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ == "in"


def _when_and_status(passage: Passage, trigger: Trigger, named: Parties) -> tuple[Expression | None, Status]:
    """The time of an act, else that of who decreed it, else the story's running day; and its status."""
    order = decreed(trigger)
    when = time_of(passage, trigger)
    if when is None and order is not None:
        when = nearest(passage, trigger, {order.i}, ("date", "time")) or days_beside(passage, order)
    found = status_of(passage, trigger, when, named.whom)
    told = order or _narrated(trigger.carrier or trigger.token)
    known_day = told is not None and not left_before(passage, told, actors_of(passage, named.who))
    if when is None and found in ("happened", "ongoing") and told is not None and known_day:
        spoken = trigger.pattern.act in SAID
        when = (day_behind(passage, told) if spoken else None) or frame_of(passage, told.idx)
    if found in ("possible", "conditional") and is_over(passage, when, trigger.token):
        when = None  # "asked on Monday what it would do if they attacked": not on Monday
    if when is None and found == "refused" and trigger.token.dep_ in ("xcomp", "ccomp", "pcomp"):
        when = nearest(passage, trigger, {trigger.token.head.i}, ("date", "time"))
    return when, found


def _is_none(trigger: Trigger, named: Parties, event: Event) -> bool:
    """Whether the words name no act after all, or nobody's."""
    if is_hollow(trigger, named, event) or not (worth(event) or is_wide(trigger)) or points_elsewhere(trigger, event):
        return True
    return not event.who and is_general(event.status, named)


def _beside(
    trigger: Trigger, where: tuple[Actor, ...], spans: tuple[Span, ...]
) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """The places of an act but those that its own words name: "cut off from Swift" was not in Swift."""
    entered = trigger.frame.object if trigger.frame is not None else None
    own = {token.idx for token in trigger.tokens if token != entered}
    kept = [(actor, span) for actor, span in zip(where, spans, strict=True) if span.start not in own]
    return tuple(actor for actor, _ in kept), tuple(span for _, span in kept)


def _told_by(trigger: Trigger) -> Token:
    """The verb whose clause tells an act; where it stands in another, as "he warned", the one around it."""
    verb = trigger.carrier or trigger.token
    verb = around(verb) or verb
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in words("wishes") and verb.tag_ == "VB":
        return verb.head  # "wants them to leave" without the wish would be told as a plan of theirs
    return verb.head if verb.dep_ == "parataxis" and verb.head.pos_ in ("VERB", "AUX") else verb


def _narrated(word: Token) -> Token | None:
    """The verb by which the narrative tells an act: its own, or the "was" of "it was their first meeting"."""
    if word.pos_ == "VERB":
        return word
    return word.head if word.dep_ == "attr" and word.head.lemma_ == "be" else None


def _spans(passage: Passage, trigger: Trigger, named: Parties, when: Expression | None) -> dict[str, tuple[Span, ...]]:
    return {
        "act": tuple(passage.span(token) for token in sorted(trigger.tokens, key=lambda t: t.i)),
        "who": _phrases(passage, named.who),
        "whom": tuple(phrase(passage, token) for token in named.whom),
        "when": (when.span,) if when is not None else (),
    }


def _phrases(passage: Passage, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The phrases of the doers; where some are actors, of those alone."""
    known = [token for token in tokens if actors_at(passage, token)]
    return tuple(phrase(passage, token) for token in known or tokens)
