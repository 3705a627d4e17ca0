"""What a condition asks and an action holds out, as deeds that may be seen: what is done, by whom, to whom.

A deed is read from the events that were found inside the words, else from the words themselves (`words/deeds.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from wirecopy.judgements.told import overlap, stems
from wirecopy.model import Actor, Event
from wirecopy.words import load

NOBODY: frozenset[str] = frozenset()
# After it stands until when something is to be done, and no part of it.
BEFORE = " before "
# Of the words of a condition whose deed is unknown, the share that must be told of what happened.
ALIKE = 0.75
# The share of words by which two actions are about one thing.
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Deed:
    """What is, was or may be done. `kinds` are keys of `words/deeds.yml`; `who` and `whom` are sides (countries, or ids of
    actors without one); `persons` those to whom it is done, or who take part; `words` the stems;
    `before` the kinds of deed until which it is to be done ("before an attack"). Empty: not told."""

    kinds: frozenset[str]
    who: frozenset[str] = NOBODY
    whom: frozenset[str] = NOBODY
    persons: frozenset[str] = NOBODY
    words: frozenset[str] = NOBODY
    is_negated: bool = False
    is_qualified: bool = False
    before: frozenset[str] = NOBODY


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
    kinds |= {one for one in told if not _table()[one]["acts"] and (not is_said or _table()[one].get("said"))}
    kinds -= _others("instead_of", kinds) | _others("means_of", kinds)
    people = (*event.who, *event.whom)
    persons = frozenset(actor.id for actor in people if actor.kind == "person")
    who = sides_of(event.who)
    if not who and kinds & set(load("deeds")["nominal"]):
        who = sides_of(also) - sides_of(event.whom)
    return Deed(kinds, who, sides_of(event.whom), persons, stems(event.what or ""))


def deed_of_words(words: str, events: Sequence[Event] = (), named: Sequence[Named] = ()) -> Deed:
    """The deed that some words tell of; `events` are those found inside them, `named` the actors in their places.

    Who stands before the word for the deed, or after "by", does it; who stands after it suffers it, and persons in the same
    breath alone.
    """
    limit = kinds_of_words(words.partition(BEFORE)[2])
    kinds = kinds_of_words(words.partition(BEFORE)[0]) or frozenset(
        kind for e in events for kind in kinds_of_act(e.act, e.mode)
    )
    told = next((e for e in events if kinds & kinds_of_act(e.act, e.mode) and (e.who or e.whom)), None)
    place = min((m.start() for kind in kinds if (m := _pattern(kind).search(words))), default=0)
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
    is_negated = _has("negated", words) and not is_stop(Deed(kinds))
    return Deed(kinds, who, whom, persons, stems(words), is_negated, _has("qualified", words), limit)


def kinds_of_act(act: str | None, mode: str | None) -> frozenset[str]:
    """The kinds of deed that a PLOVER act of a mode is; of another mode than those listed it is none."""
    told = f"{act}/{mode}" if mode else str(act)
    listed = {kind for kind, one in _table().items() if told in one["acts"]}
    return frozenset(listed)


def kinds_of_type(act: str) -> frozenset[str]:
    """The kinds of deed that a PLOVER act may be, in whatever mode."""
    return frozenset(kind for kind, one in _table().items() if act in {told.partition("/")[0] for told in one["acts"]})


@cache
def kinds_of_words(words: str) -> frozenset[str]:
    """The kinds of deed that words tell of."""
    kinds = {kind for kind in _table() if _pattern(kind).search(words)}
    return frozenset(kinds - _others("instead_of", kinds))


def _others(table: str, kinds: Iterable[str]) -> frozenset[str]:
    """The kinds that a table of `words/deeds.yml` gives for some kinds."""
    listed: Mapping[str, Sequence[str]] = load("deeds")[table]
    return frozenset(other for kind in kinds for other in listed.get(kind, ()))


def told_in(sentence: str) -> Iterator[tuple[str, int, int]]:
    """The kinds of deed that a sentence tells as done, by words for which PLOVER has no act, with the places of the words.

    None is told where a word before it says that it is only wanted, feared or denied.
    """
    for kind, one in _table().items():
        for found in (m for words in one.get("told", ()) for m in re.finditer(rf"\b(?:{words})", sentence, re.I)):
            if not _has("unreal", sentence[: found.start()]):
                yield kind, found.start(), found.end()


def meets(asked: Deed, done: Deed) -> bool:
    """Is what was asked about done by this deed, and to the persons who are named? Sides that are not told fit any."""
    sided = _fits(asked.who, done.who) and _fits(asked.whom, done.whom)
    return sided and asked.persons <= done.persons and _alike(asked, done)


def _alike(asked: Deed, done: Deed) -> bool:
    """Is it a deed of the kind? Of several that are asked about, a refusal comes first, for the rest is what is refused.

    Then every object that is named must be there; who talks about a thing has not done it.
    """
    lasting, objects, speech = (set(load("deeds")[name]) for name in ("lasting", "objects", "speech"))
    if done.kinds & speech and not asked.kinds & speech:
        return False
    if not asked.kinds:
        told = asked.words if len(asked.words) > 1 and not done.kinds & lasting else NOBODY
        return overlap(told, done.words) >= ALIKE
    ways = [means([kind]) for kind in asked.kinds & lasting or asked.kinds & objects]
    if ways:
        return all(way & done.kinds for way in ways)
    return bool(means(asked.kinds) & done.kinds)


def _fits(asked: frozenset[str], done: frozenset[str]) -> bool:
    return not asked or not done or akin(asked, done)


def akin(left: Iterable[str], right: Iterable[str]) -> bool:
    """Is a side of the one a side of the other, or a bloc of it, or its member?"""
    a, b = frozenset(left), frozenset(right)
    blocs: Mapping[str, Sequence[str]] = load("deeds")["blocs"]
    return any(x == y or y in blocs.get(x, ()) or x in blocs.get(y, ()) for x in a for y in b)


def allied(left: Iterable[str], right: Iterable[str]) -> bool:
    """Are they akin, or members of one bloc?"""
    a, b = frozenset(left), frozenset(right)
    blocs: Mapping[str, Sequence[str]] = load("deeds")["blocs"]
    return akin(a, b) or any(a & set(members) and b & set(members) for members in blocs.values())


def breaks(done: Deed, promised: Deed) -> bool:
    """Is a deed of a kind that cannot be done while what was promised, or demanded, is kept?"""
    table: Mapping[str, Sequence[str]] = load("deeds")["breaks"]
    return any(promised.kinds & set(table.get(kind, ())) for kind in done.kinds)


def opposes(held_out: Deed, refused: Deed) -> bool:
    """Is what is held out the very thing that is refused: the same kinds of deed, to the same, without a proviso?"""
    same = bool(held_out.kinds) and held_out.kinds == refused.kinds and bool(held_out.words)
    return (
        same
        and says_same(refused, held_out)
        and _fits(held_out.whom, refused.whom)
        and not (held_out.is_qualified or refused.is_qualified)
    )


def says_same(refused: Deed, announced: Deed) -> bool:
    """Does what is announced have at least half of the words of what is refused, where both are told in words?"""
    both = refused.words & announced.words
    return not (refused.words and announced.words) or len(both) / len(refused.words) >= SAME


def excludes(left: Deed, right: Deed) -> bool:
    """Can't both be held out to the same side, which both name?"""
    one, other = (_others("excludes", deed.kinds) for deed in (left, right))
    both = bool(one & right.kinds or other & left.kinds) and akin(left.whom, right.whom)
    return both and not (left.is_negated or right.is_negated or left.is_qualified or right.is_qualified)


def means(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds of deed, with those by which vague words may be made good."""
    return frozenset(one for kind in kinds for one in (kind, *_table()[kind].get("by", ())))


def vague() -> frozenset[str]:
    """The kinds whose words may mean any of several deeds, or none."""
    return frozenset(kind for kind, one in _table().items() if one.get("by") and not one["acts"])


def is_hostile(deed: Deed) -> bool:
    """Is it what nobody promises to those whom it would hit?"""
    return bool(deed.kinds & set(load("deeds")["hostile"]))


def is_punishing(deed: Deed) -> bool:
    """Does it answer a deed with harm? Nobody offers that: the words then tell of the other choice."""
    return bool(deed.kinds & set(load("deeds")["punishing"]))


def has_doer(deed: Deed) -> bool:
    """Is it something that somebody does, and not what happens to both sides?"""
    return not deed.kinds & set(load("deeds")["impersonal"])


def is_stop(deed: Deed) -> bool:
    """Is a thing stopped in it, once for all, whichever ally does it?"""
    return bool(deed.kinds & set(load("deeds")["stopped"]))


def is_talk(deed: Deed) -> bool:
    """Do people talk with each other in it?"""
    return bool(deed.kinds & set(load("deeds")["speech"]))


def lasts(deed: Deed) -> bool:
    """Does it hold on, so that what was done before a threat still answers it?"""
    return bool(deed.kinds & set(load("deeds")["lasting"]))


def points(words: str) -> bool:
    """Do these words point at what was told before them, and name no deed themselves?"""
    first = words.split(" ", 1)[0].lower()
    return first in load("deeds")["pointing"] and not kinds_of_words(words)


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    table: Mapping[str, Mapping[str, Any]] = load("deeds")["deeds"]
    return table


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{one})" for one in _table()[kind]["words"]) or r"(?!)", re.I)


@cache
def _listed(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('deeds')[name])})\b", re.I)


def _has(name: str, words: str) -> bool:
    return bool(_listed(name).search(words))
