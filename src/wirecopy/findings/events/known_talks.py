"""Talks named as known, "the call" or "Thursday's meeting": whose they are, and the day and length that they are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.diary_words import listed, was_proposed
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.acts.wording import clause_words
from wirecopy.findings.events.event_status import status_of
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.across import tellings
from wirecopy.findings.sides.participants import parties
from wirecopy.findings.sides.party_tokens import Parties
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.sides.whereabouts import places
from wirecopy.findings.status.status import FACTS, status
from wirecopy.findings.timing.durations import duration_of
from wirecopy.findings.timing.hanging import nearest
from wirecopy.findings.timing.timing import time_of
from wirecopy.language.days.frames import frame_of, frames
from wirecopy.model import Claim, Event, Expression, Passage, claim

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 900
"""Characters from "the call" within which the report tells what one said to the other in it."""


def told_again(
    passage: Passage, trigger: Trigger, before: Sequence[tuple[Trigger, Claim | None]], rule: str
) -> Claim | None:
    """ "Thursday's call, which lasted 50 minutes": a talk without parties, named as known, is the one told last before.

    It is worth a line only where it adds a day or a duration. Of a call that no other was told before, those take part of
    whom the report says first what one told the other.
    """
    noun = trigger.token
    if trigger.pattern.act == "CONSULT" and noun.pos_ == "VERB":
        return _of_the_two(passage, trigger, rule)
    if trigger.pattern.act != "CONSULT" or noun.pos_ != "NOUN" or parties(trigger) != Parties((), ()):
        return None
    if not _is_definite(noun):
        return _told_in(passage, trigger, rule)
    when, duration = _day_of(passage, trigger), duration_of(passage, trigger)
    talks = [c.finding for _, c in reversed(before) if c is not None and _talk_of_two(c)]
    alike = [talk for talk in talks if isinstance(talk, Event) and talk.mode == trigger.pattern.mode]
    last = next(iter(alike or talks), None) or _first_told(passage, trigger)
    if not isinstance(last, Event) or (when is None and duration is None):
        return None
    found = status_of(passage, trigger, when, ())
    held = last.when if isinstance(last.when, Expression) else None
    if duration is not None and was_proposed(noun.head) and last.status in ("possible", *FACTS):
        when, found = held, "happened"  # it lasted an hour, on whatever day it had been proposed for
    event = replace(
        last,
        mode=trigger.pattern.mode,
        where=(),
        when=when,
        status=found,
        duration=duration,
        said_by=speaker_at(passage, noun.idx),
        what=clause_words(passage, trigger.carrier or noun),
    )
    return claim(event, {"act": (passage.span(noun),), "when": (when.span,) if when is not None else ()}, rule)


def _told_in(passage: Passage, trigger: Trigger, rule: str) -> Claim | None:
    """ "Ana Paz told Ola Berg on Monday that Chad would answer, in a phone call": a call of the two.

    The parser often hangs the call on what was told; behind a comma it is of the telling.
    """
    noun, preposition = trigger.token, trigger.token.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("in", "during", "over", "by", "on"):
        return None
    apart = preposition.i > noun.sent.start and preposition.nbor(-1).text == ","
    over = [preposition.head] if not apart else list(preposition.ancestors)
    told = ((verb, who) for verb, who in tellings(passage) if verb in over and verb.sent == noun.sent)
    verb, who = next(told, (None, ()))
    if verb is None or status(verb) not in FACTS:
        return None
    when = time_of(passage, trigger) or nearest(passage, trigger, {verb.i}, ("date", "time"))
    event = Event(
        act="CONSULT",
        mode=trigger.pattern.mode,
        who=who,
        when=when or frame_of(passage, verb.idx),
        status="happened",
        duration=duration_of(passage, trigger),
        said_by=speaker_at(passage, noun.idx),
        what=clause_words(passage, verb),
    )
    return claim(event, {"act": (passage.span(noun),), "when": (when.span,) if when is not None else ()}, rule)


def _of_the_two(passage: Passage, trigger: Trigger, rule: str) -> Claim | None:
    """ "She had promised it to Ola Berg when the two met in Lima": those of whom the clause around it tells."""
    verb, over = trigger.token, trigger.token.head
    doer = subject(verb)
    if verb.dep_ != "advcl" or doer is None or doer.lower_ not in ("two", "both", "pair") or over.pos_ != "VERB":
        return None
    first = subject(over)
    others = [child for child in over.children if child.dep_ in ("dobj", "dative")]
    others += [noun for name in ("to", "with") for noun in prepositions_of(over).get(name, ())]
    told = [actor for noun in (first, *others) if noun is not None for actor in actors_at(passage, noun)[:1]]
    who = tuple({actor.id: actor for actor in told if actor.kind == "person"}.values())
    if len(who) != 2:
        return None
    when = time_of(passage, trigger)
    where, at = places(passage, trigger)
    event = Event(
        act="CONSULT",
        mode=trigger.pattern.mode,
        who=who,
        where=where,
        when=when,
        status=status_of(passage, trigger, when, ()),
        duration=duration_of(passage, trigger),
        said_by=speaker_at(passage, verb.idx),
        what=clause_words(passage, verb),
    )
    return claim(
        event, {"act": (passage.span(verb),), "when": (when.span,) if when is not None else (), "where": at}, rule
    )


def _day_of(passage: Passage, trigger: Trigger) -> Expression | None:
    """The day of a talk; where only the hour is told, that of the story around it."""
    begun = {
        verb.i for verb in trigger.token.head.conjuncts if verb.lemma_ in listed("begin")
    }  # "and it began at noon"
    when = time_of(passage, trigger) or nearest(passage, trigger, begun, ("date", "time"))
    if when is None or when.form != "clock":
        return when
    return frame_of(passage, trigger.token.idx) or frames(None, passage).lead or when


def _first_told(passage: Passage, trigger: Trigger) -> Event | None:
    """A call of the two persons of whom the report says nearest to it, at first before it, what one told the other."""
    at = trigger.token.idx
    if trigger.pattern.mode != "phone":
        return None
    said = [(verb.idx, who) for verb, who in tellings(passage) if abs(verb.idx - at) < NEAR]
    said.sort(key=lambda told: (told[0] > at, abs(told[0] - at)))
    return Event(act="CONSULT", who=said[0][1]) if said else None


def _is_definite(noun: Token) -> bool:
    return any(
        child.dep_ in ("poss", "det") and child.lower_ not in ("a", "an", "any", "no") for child in noun.children
    )


def _talk_of_two(one: Claim) -> bool:
    return isinstance(one.finding, Event) and one.finding.act == "CONSULT" and len(one.finding.who) > 1
