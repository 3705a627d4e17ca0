"""What is handed over: whose draft it is, whose the aid that is said to arrive, and who gets what lands somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.diary_words import listed as arranged
from wirecopy.findings.acts.frames import frame
from wirecopy.findings.acts.lexicon import classes, grammar
from wirecopy.findings.acts.subjects import is_passive, subject
from wirecopy.findings.acts.wording import clause_words
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.sides.standins import listed
from wirecopy.findings.status.status import FACTS, status
from wirecopy.findings.timing.timing import time_of
from wirecopy.findings.voices import lists
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.model import Actor, Claim, Event, Passage, Status, claim

if TYPE_CHECKING:
    from spacy.tokens import Token


# Sentences before "was handed to" in which the paper was told of.
REACH = 5


def receivers(trigger: Trigger, where: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The state in which aid arrives, where nobody else is named: "90 tonnes of aid landed in N'Djamena"."""
    if trigger.pattern.act != "AID" or "arrives" not in trigger.pattern.marks:
        return ()
    states = {actor.country: state for actor in where if (state := gazetteer().actors.get(actor.country or ""))}
    return tuple(states.values()) if len(states) == 1 else ()


def giver(passage: Passage, trigger: Trigger, whom: tuple[Actor, ...], found: Status) -> tuple[Actor, ...]:
    """Whose aid it is that somebody announces and nobody gives: his who speaks for another state than the one helped.

    "The army's spokesman in Lima said that a shipment would reach Chad" tells of Peru's; what has arrived may be anybody's.
    """
    if trigger.pattern.act != "AID" or "arrives" not in trigger.pattern.marks or found != "scheduled" or not whom:
        return ()
    spoken = speaker_at(passage, trigger.token.idx)
    speaker = next((actor for actor in spoken if actor.country), None)
    if speaker is None or any(actor.country == speaker.country for actor in whom):
        return ()
    held = {word for role in speaker.roles for word in role.role.lower().split()}
    state = gazetteer().actors.get(speaker.country or "")
    return (state,) if state is not None and held & listed("offices") else ()


def senders(passage: Passage, trigger: Trigger) -> tuple[Actor, ...]:
    """Whose paper it is that "was handed to the envoy": who published or presented one in the sentences before."""
    if "paper" not in trigger.pattern.marks or trigger.frame is None or not trigger.frame.passive:
        return ()
    sentence = trigger.token.sent
    for _ in range(REACH):
        if not sentence.start:
            return ()
        sentence = trigger.token.doc[sentence.start - 1].sent
        for verb in sentence:
            papers = [
                child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in lists("papers")
            ]
            if (
                papers
                and verb.pos_ == "VERB"
                and verb.lemma_ in lists("issuing")
                and (who := subject(verb)) is not None
            ):
                return actors_at(passage, who)
    return ()


def with_receivers(passage: Passage, told: Sequence[Claim], rule: str) -> list[Claim]:
    """The events, aid that is given to nobody with the one state that the same giver's aid goes to before it in the paragraph.

    "Norway will send rifles to Chad. In May it had offered helmets": to Chad.
    """
    found: list[Claim] = []
    for one in told:
        event = _event(one)
        last = _last_aid(passage, one, found) if _is_of_aid(passage, one) and event.who and not event.whom else None
        full = one if last is None else _given_to(one, last, rule)
        found.append(full)
    return found


def _given_to(one: Claim, last: Claim, rule: str) -> Claim:
    return claim(replace(_event(one), whom=_event(last).whom), {**one.spans, "whom": last.spans["whom"]}, rule)


def _is_of_aid(passage: Passage, one: Claim) -> bool:
    """Whether it is aid, or an offer of aid or arms by the words of its act."""
    if _event(one).act == "AID":
        return True
    words = {passage.report.text[span.start : span.end].lower().removesuffix("s") for span in one.spans["act"]}
    return _event(one).act == "AGREE" and bool(words & (classes()["aid"] | classes()["arms"]))


def _last_aid(passage: Passage, one: Claim, before: Sequence[Claim]) -> Claim | None:
    start = one.spans["act"][0].start
    line = passage.report.text.rfind("\n", 0, start) + 1
    near = [other for other in before if line <= other.spans["act"][0].start < start and _is_of_aid(passage, other)]
    same = [other for other in near if _event(other).who == _event(one).who and _event(other).whom]
    states = {actor.id for other in same for actor in _event(other).whom}
    return same[-1] if len(states) == 1 else None


def first_arrived(passage: Passage, told: Sequence[tuple[Trigger, Claim | None]], rule: str) -> Iterator[Claim]:
    """ "Will supply Chad with rifles, and the first of them were flown in on Monday": aid that has begun to come."""
    for trigger, one in told:
        if one is None or trigger.pattern.act != "AID" or _event(one).status != "scheduled":
            continue
        for verb in (trigger.token, trigger.token.head):
            for then in (child for child in verb.children if child.dep_ == "conj" and _arrives(child)):
                again = replace(trigger, token=then, tokens=(then,), frame=frame(then), carrier=None)
                when = time_of(passage, again)
                event = replace(_event(one), when=when, status="happened", what=clause_words(passage, then))
                spans = {"act": (passage.span(then),), "when": (when.span,) if when is not None else ()}
                yield claim(event, {**one.spans, **spans}, rule)


def _arrives(verb: Token) -> bool:
    """Whether a part of what is given has come: "the first of them were flown in", "some have arrived"."""
    goods = subject(verb)
    part = goods is not None and goods.lower_ in listed("shares") and status(verb) in FACTS
    return (
        part
        and (verb.lemma_ in grammar("arrivals") | arranged("shipped"))
        and (is_passive(verb) or verb.lemma_ in grammar("arrivals"))
    )


def _event(one: Claim) -> Event:
    assert isinstance(one.finding, Event)  # noqa: S101 -- given events alone
    return one.finding
