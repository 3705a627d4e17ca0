"""What a claim says by guess: a day that is another's, a doer or an owner who only stands near it.

Between states such guesses mostly hold, for a report is of one story. Where no states meet most of them are taken back.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from wirecopy import plover
from wirecopy.judgements.parties import is_named
from wirecopy.judgements.telling.at_home import candidacy
from wirecopy.judgements.told import Told, days
from wirecopy.judgements.worlds import WORLDS
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.language.sentence_ends import ENDED_SURELY
from wirecopy.model import Actor, Commitment, Event, Figure, Moment, Span, Statement, Status
from wirecopy.words import load

LED = re.compile(r"\b(?:follow(?:ed|s|ing)|after|amid|ahead of)\b[^,;.]*$", re.IGNORECASE)
"""What stands before the day of something else: "after the death of Paz last month, Berg said"."""
AFAR = 600  # characters, some three paragraphs
BEFORE = re.compile(r"\b(?:previously|earlier|already|once|formerly|had)\b")
PREFIX = re.compile(r"\b(?:pro|anti)[-‐‑]\Z")
"""What makes a name a word for others: "a pro-Paz group"."""
SINCE = re.compile(r"\bsince (?:the )?\Z", re.IGNORECASE)
"""What stands before the day on which something only began."""
BESIDE = re.compile(r"\b(?:who|whom|which|that)\b[^,.;]*$")
"""What stands before an act in a clause about somebody."""


def without_guesses(told: Told, at_home: bool) -> Told:
    """A claim without a day that can't be its own, and at home without an owner who is a thing or the country itself.

    The day of a fact that lies after its report is that of something else. At home one from another sentence is too: what
    befell somebody is background there more often than the story ("killed" in a report of a bill), and so is what had been
    done previously.
    """
    told = _unguessed(told) if at_home else told
    claim = told.finding
    if not isinstance(claim, Event) or WORLDS[claim.status] != "real" or claim.when is None:
        return told
    when, printed = days(claim.when), days(told.report.published)
    wrong = when is not None and printed is not None and when[0] > printed[1]
    wrong = wrong or (at_home and is_borrowed(told) and (_befalls(claim) or bool(BEFORE.search(claim.what or ""))))
    return replace(told, finding=replace(claim, when=None)) if wrong else told


def _unguessed(told: Told) -> Told:
    """A claim with its own day alone, and with those alone who are surely meant."""
    claim = told.finding
    if isinstance(claim, Figure):
        return replace(told, finding=_owned(replace(claim, status=_status(told, claim))))
    if isinstance(claim, (Event, Statement, Commitment)) and _is_from_afar(told):
        claim = replace(claim, when=None)
    if isinstance(claim, Event):
        return replace(told, finding=_by_named(claim))
    if isinstance(claim, Commitment):
        return replace(told, finding=replace(claim, to=tuple(one for one in claim.to if _hears(told, claim, one))))
    return replace(told, finding=claim)


def _status(told: Told, figure: Figure) -> Status:
    """What is counted for a day behind the report is only foreseen."""
    day, printed = days(figure.as_of), days(told.report.published)
    ahead = day is not None and printed is not None and day[0] > printed[1]
    return "scheduled" if ahead and figure.status == "happened" else figure.status


def _is_from_afar(told: Told) -> bool:
    """Is the day of a claim told far from it, or only behind it, or is the claim one about somebody in the story's lead?

    Then the day is the story's, and the claim as often what led to the story.
    """
    when, act = getattr(told.finding, "when", None), told.claim.spans.get("act", ())
    if not isinstance(when, Moment) or when.span is None or when.span.report_id != told.report.id:
        return False
    place = min(span.start for role, spans in told.claim.spans.items() if role != "when" for span in spans)
    day, text = when.span.start, told.report.text
    if SINCE.search(text[max(0, day - 10) : day]):
        return True
    if (led := LED.search(text[max(0, day - 200) : day])) and not day - len(led[0]) <= place <= day:
        return True
    if _is_of_noun(told, when.span):
        return True
    if day > place:
        return "\n" in text[place:day]
    between = text[day:place]
    return len(between) > AFAR or ("\n" in between and any(BESIDE.search(text[: span.start][-90:]) for span in act))


def _is_of_noun(told: Told, day: Span) -> bool:
    """Does a day stand before a noun that is not the act: "he called Paz's April decision illegal"?"""
    text, starts = (
        told.report.text,
        {span.start for spans in told.claim.spans.values() for span in spans if span != day},
    )
    owned = text[max(0, day.start - 4) : day.start].endswith(("’s ", "'s ", "the "))
    return owned and re.match(r" [a-z]", text[day.end : day.end + 2]) is not None and day.end + 1 not in starts


def _by_named(event: Event) -> Event:
    """An event without a nameless doer of a blow, who is as often somebody named near it, and whom its doer is only part of."""
    who, whom = event.who, tuple(one for one in event.whom if not any(_is_part(one, other) for other in event.who))
    if event.act is not None and plover.quad(event.act) == 4 and event.status == "happened":
        who = tuple(one for one in who if is_named(one) or not _is_bare(one))
    if event.mode == "death" and event.word in ("death", "die"):
        who, whom = who or whom, ()  # nobody does it to another: it is of the one who died, however it is told
    if candidacy(event) is not None:
        whom = ()  # "the presidential campaign"
    if event.act in ("REQUEST", "ACCUSE"):
        whom = tuple(filter(is_named, whom))
    return replace(event, who=who, whom=whom)


def _hears(told: Told, made: Commitment, one: Actor) -> bool:
    """Is somebody surely meant to hear it? Not by whom a group is called, nor whom only the deed of a promise is about."""
    last = one.name.split()[-1]
    called = any(PREFIX.search(told.report.text, 0, span.start) for span in told.claim.spans.get("to", ()))
    return (
        is_named(one)
        and not called
        and not (made.kind == "promise" and re.search(rf"\b{re.escape(last)}\b", made.action or ""))
    )


def _is_part(one: Actor, other: Actor) -> bool:
    """Is somebody only called by another's name ("Paz's crew", a headline taken for a name)?"""
    return one.name != other.name and one.name.startswith((other.name, other.name.split()[-1]))


def _is_bare(actor: Actor) -> bool:
    """Is somebody called by one plain word for people ("men")?"""
    return actor.name in load("newsworthy")["people"]


def _owned(figure: Figure) -> Figure:
    """A figure without an owner who is a thing, the country itself or its teller, and without a place that tells it."""
    teller = {actor.name for actor in figure.said_by}
    said_by = tuple(actor for actor in figure.said_by if actor.kind not in ("place", "state"))
    of = None if figure.of and (_is_no_owner(figure.of) or figure.of in teller) else figure.of
    return replace(figure, of=of, said_by=said_by)


def _is_no_owner(name: str) -> bool:
    """Is a figure's owner only a thing ("whose: response"), or the state that everything there is of?"""
    return not any(map(str.isupper, name)) or name in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(actor.name for actor in gazetteer().actors.values() if actor.kind == "state")


def _befalls(event: Event) -> bool:
    return event.act in (None, "ASSAULT")


def is_borrowed(told: Told) -> bool:
    """Does the day of an event stand in another sentence?"""
    act, when = told.claim.spans.get("act", ()), told.claim.spans.get("when", ())
    if not act or not when:
        return False
    first, last = sorted((act[0], when[0]), key=lambda span: span.start)
    return ENDED_SURELY.search(told.report.text, first.end, last.start) is not None
