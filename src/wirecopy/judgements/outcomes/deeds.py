"""What a condition asks and an action holds out, as deeds that may be seen: what is done, by whom, to whom.

A deed is read from the events that were found inside the words, else from the words themselves (`words/deeds.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from wirecopy.judgements.outcomes.deed_kinds import (
    BEFORE,
    NOBODY,
    Deed,
    has,
    kinds_meant,
    kinds_of_act,
    kinds_of_words,
    listed,
    others,
    pattern_of,
    table,
)
from wirecopy.judgements.outcomes.deed_traits import has_doer, is_stop
from wirecopy.judgements.told import stem, stems
from wirecopy.language.actors.gazetteer import is_own_master
from wirecopy.model import Actor, Event
from wirecopy.words import load

# Before a condition: it is met where the deed is not done.
UNLESS = "unless "
# Between the parts of what is held out: "lift the embargo and send rifles".
NAME = re.compile(r"(?:[^\W_]\S* ?)(?:[A-Z]\S* ?)*")
BY_DOING = re.compile(r" by (?=\w+ing\b)")
# Behind it a sentence tells of another thing.
CONTRAST = re.compile(r"[,;] (?:but|while|whereas|although|though|yet)\b")
AND = re.compile(r",? and (?:to )?|, ")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor with the place of its name in some words."""

    actor: Actor
    start: int


def sides_of(actors: Iterable[Actor]) -> frozenset[str]:
    """For whom actors act, as far as it is known: an organisation that they speak for, their country, the bloc of their name.

    The secretary general of an alliance acts for the alliance, not for the country that he is from.
    """
    return frozenset(side for actor in actors if (side := _side(actor)))


def _side(actor: Actor) -> str | None:
    if actor.kind == "person" and (
        bloc := next(filter(None, (_bloc(r.organisation or "") for r in actor.roles)), None)
    ):
        return bloc
    if is_own_master(actor):
        return actor.id  # an armed group that fights its state's army is not on its side
    known = actor.country or (
        actor.id if actor.kind in ("organisation", "state") or actor.id in load("deeds")["blocs"] else None
    )
    return known or _bloc(actor.name)


def _bloc(name: str) -> str | None:
    """The bloc that a name has in it."""
    blocs: Mapping[str, str] = load("deeds")["of_bloc"]
    words = set(re.findall(r"\w+", name.lower()))
    return next((bloc for one, bloc in blocs.items() if set(one.split()) <= words), None)


def deed_of_event(event: Event, also: Iterable[Actor] = ()) -> Deed:
    """The deed that an event is; `also` are actors of its clause, for the doers where none were found."""
    kinds = kinds_of_act(event.act, event.mode)
    is_said = event.act in load("deeds")["spoken"]
    told = kinds_of_words(event.what or "")
    if event.mode == "paper":
        told &= set(load("deeds")["of_papers"])  # what a paper offers is not done by handing it over
    kinds |= {one for one in told if not table()[one]["acts"] and (not is_said or table()[one].get("said"))}
    if kinds == {"talks"} and "call" in told:
        kinds = frozenset({"call"})  # who telephones has not sat down to talks
    kinds -= others("instead_of", kinds) | others("means_of", kinds)
    if "withdraw" in kinds and has("civil", event.what or "") and not has("armed_men", event.what or ""):
        kinds -= {"withdraw"}  # an embassy's families are no troops
    people = (*event.who, *event.whom)
    persons = frozenset(actor.id for actor in people if actor.kind == "person")
    who = sides_of(event.who)
    nominal = kinds & set(load("deeds")["nominal"])
    # "He answered with sanctions" is his doing; that his money "was seized" is not.
    if not who and nominal and (not event.what or told & nominal):
        who = sides_of(also) - sides_of(event.whom)
    reached = event.whom or (event.where if event.act == "MOBILIZE" else ())  # where troops go is whom it concerns
    verbs = frozenset({stem(event.word)} if event.word else ())
    # Of those who spoke by telephone the one is told to have called the other.
    called = (
        sides_of(event.who[1:]) - sides_of(event.who[:1])
        if kinds == {"call"} and has("called", event.what or "")
        else NOBODY
    )
    return Deed(
        kinds,
        who - called,
        sides_of(reached) | called,
        persons,
        stems(CONTRAST.split(event.what or "")[0]),
        verbs=verbs,
    )


def deed_of_words(words: str, events: Sequence[Event] = (), named: Sequence[Named] = ()) -> Deed:
    """The deed that some words tell of; `events` are those found inside them, `named` the actors in their places.

    Who stands before the word for the deed, or after "by", does it; who stands after it suffers it, and persons in the same
    breath alone.
    """
    if words.lower().startswith(UNLESS):
        unmet = deed_of_words(words[len(UNLESS) :], events, [replace(n, start=n.start - len(UNLESS)) for n in named])
        return replace(unmet, is_negated=not unmet.is_negated)
    limit = kinds_of_words(words.partition(BEFORE)[2])
    meant = kinds_meant(words)
    kinds = meant or frozenset(kind for e in events for kind in kinds_of_act(e.act, e.mode))
    told = next((e for e in events if kinds & kinds_of_act(e.act, e.mode) and (e.who or e.whom)), None)
    place = min((m.start() for kind in kinds if (m := pattern_of(kind).search(words))), default=0) or _behind(
        words, named
    )
    doers = [one.actor for one in named if one.start < place or words[: one.start].rstrip().endswith(" by")]
    others = [one.actor for one in named if one.actor not in doers]
    persons = frozenset(
        one.actor.id
        for one in named
        if one.actor.kind == "person" and one.start > place and "," not in words[place : one.start]
    )
    who = sides_of(told.who) if told and told.who else sides_of(doers)
    whom = (sides_of(told.whom) if told and told.whom else sides_of(others)) - who
    if not has_doer(Deed(kinds)):
        # "No progress", "without a result": the words say no by themselves, and nobody does it.
        return Deed(kinds, NOBODY, whom, persons, stems(words))
    # Of "prove that it had no such plan by pulling back" the means are what is asked, and nobody denies them.
    means = BY_DOING.split(words)[-1] if kinds_of_words(BY_DOING.split(words)[-1]) else words
    denied = means if not kinds & set(load("deeds")["says_no"]) else pattern_of("ignore").sub("", means)
    is_negated = has("negated", denied) and not is_stop(Deed(kinds))
    verbs = frozenset(stem(e.word) for e in events if e.word) | _first(words[_behind(words, named) :])
    return Deed(
        kinds,
        who,
        whom,
        persons,
        stems(words),
        is_negated,
        has("qualified", words),
        limit,
        verbs,
        _names(words),
        not meant,
    )


def _behind(words: str, named: Sequence[Named]) -> int:
    """Where the name ends with which the words begin, if they do: of "Oslo sent tanks" Oslo is the doer."""
    first = min((one.start for one in named), default=-1)
    return first + len(NAME.match(words, first)[0]) if first >= 0 and not stems(words[:first]) else 0  # type: ignore[index]


def _names(words: str) -> frozenset[str]:
    """The stems of the names in some words."""
    return frozenset(one for found in re.finditer(r"\b[A-Z]\w+", words) for one in stems(found[0]))


def _first(words: str) -> frozenset[str]:
    """The stem of the first word that says something: the verb of "resume the broadcasts"."""
    found = next((word for word in words.split() if stems(word)), "")
    return stems(_infinitives().get(found.lower(), found))


@cache
def _infinitives() -> Mapping[str, str]:
    """The verbs of irregular forms."""
    return {form: verb for verb, forms in load("deeds")["irregular"].items() for form in forms}


def parts_of(words: str) -> tuple[Deed, ...]:
    """The deeds of which an action holds out, or asks, several beside each other; none where it is one.

    Only parts of kinds that nothing else is said with count: in "guarantees that rule out bases and weapons" the weapons are
    what is guaranteed, and nobody asks for them.
    """
    if has("negated", words) or listed("within").search(words):
        return ()
    told = [deed_of_words(part) for part in AND.split(words)]
    parts = tuple(deed for deed in told if deed.kinds and deed.kinds <= set(load("deeds")["separable"]))
    apart = len({deed.kinds for deed in parts}) == len(parts) == len(told)
    return parts if len(parts) > 1 and apart and not any(deed.is_qualified for deed in parts) else ()
