"""What a condition asks and an action holds out, as deeds that may be seen: what is done, by whom, to whom.

A deed is read from the events that were found inside the words, else from the words themselves (`words/deeds.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wirecopy.judgements.told import overlap, stems
from wirecopy.model import Actor, Event
from wirecopy.words import load

NOBODY: frozenset[str] = frozenset()
# After it stands until when something is to be done, and no part of it.
BEFORE = " before "
# Before a condition: it is met where the deed is not done.
UNLESS = "unless "
# Of the words of a condition whose deed is unknown, the share that must be told of what happened.
ALIKE = 0.75
# The share of words by which two actions are about one thing.
SAME = 0.5
# Between the parts of what is held out: "lift the embargo and send rifles".
AND = re.compile(r",? and (?:to )?|, ")


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
    if kinds == {"talks"} and "call" in told:
        kinds = frozenset({"call"})  # who telephones has not sat down to talks
    kinds -= _others("instead_of", kinds) | _others("means_of", kinds)
    people = (*event.who, *event.whom)
    persons = frozenset(actor.id for actor in people if actor.kind == "person")
    who = sides_of(event.who)
    nominal = kinds & set(load("deeds")["nominal"])
    # "He answered with sanctions" is his doing; that his money "was seized" is not.
    if not who and nominal and (not event.what or told & nominal):
        who = sides_of(also) - sides_of(event.whom)
    reached = event.whom or (event.where if event.act == "MOBILIZE" else ())  # where troops go is whom it concerns
    return Deed(kinds, who, sides_of(reached), persons, stems(event.what or ""))


def deed_of_words(words: str, events: Sequence[Event] = (), named: Sequence[Named] = ()) -> Deed:
    """The deed that some words tell of; `events` are those found inside them, `named` the actors in their places.

    Who stands before the word for the deed, or after "by", does it; who stands after it suffers it, and persons in the same
    breath alone.
    """
    if words.lower().startswith(UNLESS):
        unmet = deed_of_words(words[len(UNLESS) :], events, [replace(n, start=n.start - len(UNLESS)) for n in named])
        return replace(unmet, is_negated=not unmet.is_negated)
    limit = kinds_of_words(words.partition(BEFORE)[2])
    kinds = kinds_meant(words) or frozenset(kind for e in events for kind in kinds_of_act(e.act, e.mode))
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


def kinds_meant(words: str) -> frozenset[str]:
    """The kinds of deed that words hold out or ask for: without what is answered, prevented or waited for."""
    return kinds_of_words(_own(words.partition(BEFORE)[0]))


def _own(words: str) -> str:
    """The words without what an answer is about: who answers demands for guarantees has not given any."""
    about = _listed("about").search(words)
    return words[: about.end()] if about else words


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


def parts_of(words: str) -> tuple[Deed, ...]:
    """The deeds of which an action holds out, or asks, several beside each other; none where it is one.

    Only parts of kinds that nothing else is said with count: in "guarantees that rule out bases and weapons" the weapons are
    what is guaranteed, and nobody asks for them.
    """
    if _has("negated", words) or _listed("within").search(words):
        return ()
    told = [deed_of_words(part) for part in AND.split(words)]
    parts = tuple(deed for deed in told if deed.kinds and deed.kinds <= set(load("deeds")["separable"]))
    apart = len({deed.kinds for deed in parts}) == len(parts) == len(told)
    return parts if len(parts) > 1 and apart and not any(deed.is_qualified for deed in parts) else ()


def about(words: str) -> frozenset[str]:
    """The stems of what words say that something is about: of "talks on missiles and drills" the missiles and the drills."""
    return stems(words.partition(" on ")[2] or words.partition(" about ")[2])


def is_double(words: str) -> bool:
    """Does a condition ask for two deeds at once? One of them alone does not meet it."""
    told = [kinds_of_words(part) for part in words.split(" and ")]
    return len(told) > 1 and all(told) and not frozenset.intersection(*told)


def is_untestable(words: str) -> bool:
    """Do words tell of a feeling, a posture or a principle, which no deed can show to be kept or broken?"""
    return not kinds_of_words(words) and bool(_listed("untestable").search(words))


def harder(later: Deed, earlier: Deed) -> bool:
    """Is the one a harder blow than the other, by the ladder of `words/deeds.yml`?"""
    ladder: Sequence[str] = load("deeds")["ladder"]
    steps = [{ladder.index(kind) for kind in deed.kinds if kind in ladder} for deed in (later, earlier)]
    return bool(steps[0] and steps[1]) and min(steps[0]) > max(steps[1])


def meets(asked: Deed, done: Deed) -> bool:
    """Is what was asked about done by this deed, and to the persons who are named? Sides that are not told fit any."""
    if asked.kinds & set(load("deeds")["mutual"]):
        # Who joins, and what he joins, may stand either way round: "Norway joins the league", "its admission into the league".
        here = done.who | done.whom
        sided = all(akin({side}, here) for side in asked.who | asked.whom)
    else:
        sided = _fits(asked.who, done.who) and _fits(asked.whom, done.whom)
        # Who is to suffer it does not do it: Ukraine's own attack is none "on Ukraine".
        sided = sided and not (asked.whom and not asked.who and done.who <= asked.whom)
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


def within(left: Iterable[str], right: Iterable[str]) -> bool:
    """Is a side of the one a side of the other, or its member? What a bloc does is not what one of its members promised."""
    a, b = frozenset(left), frozenset(right)
    blocs: Mapping[str, Sequence[str]] = load("deeds")["blocs"]
    return any(x == y or x in blocs.get(y, ()) for x in a for y in b)


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


def same_deed(refused: Deed, announced: Deed) -> bool:
    """Is what is announced the kind of thing that was refused, for the same side where both name one?"""
    return bool(refused.kinds & announced.kinds) and _fits(announced.whom, refused.whom)


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


def is_vague(deed: Deed) -> bool:
    """Do its words name no deed of their own, so that any blow may be meant?"""
    return deed.kinds <= vague()


def taken_back(kind: str) -> Sequence[str]:
    """The nouns for a commitment of a kind, by which somebody is told to have taken it back."""
    nouns: Sequence[str] = load("deeds")["taken_back"][kind]
    return nouns


def is_prompt(words: str) -> bool:
    """Is it to be done at once, so that what is done weeks later comes late?"""
    return _has("prompt", words)


def is_timed(words: str) -> bool:
    """Does a condition hold only once some time has passed ("within a reasonable time"), which no deed shows to be over?"""
    return _has("timed", words)


def is_hostile(deed: Deed) -> bool:
    """Is it what nobody promises to those whom it would hit?"""
    return bool(deed.kinds & set(load("deeds")["hostile"]))


def contested() -> frozenset[str]:
    """The kinds that sides accuse each other of: another's word alone is no proof of them."""
    return frozenset(load("deeds")["contested"])


def is_punishing(deed: Deed) -> bool:
    """Does it answer a deed with harm? Nobody offers that: the words then tell of the other choice."""
    return bool(deed.kinds & set(load("deeds")["punishing"]))


def has_doer(deed: Deed) -> bool:
    """Is it something that somebody does, and not what happens to both sides?"""
    return not deed.kinds & set(load("deeds")["impersonal"])


def is_mutual(deed: Deed) -> bool:
    """Do two sides do it together, so that each may be its doer?"""
    return bool(deed.kinds & set(load("deeds")["mutual"]))


def is_stop(deed: Deed) -> bool:
    """Is a thing stopped in it, once for all, whichever ally does it?"""
    return bool(deed.kinds & set(load("deeds")["stopped"]))


def is_talk(deed: Deed) -> bool:
    """Do people talk with each other in it?"""
    return bool(deed.kinds & set(load("deeds")["speech"]))


def place_fits(asked: frozenset[str], done: Deed) -> bool:
    """Did soldiers go, or leave, where they were to? Reinforcements of one country are none of another.

    Where no place is told, they may have left any, but went nowhere for certain.
    """
    if not asked or not done.kinds & set(load("deeds")["placed"]):
        return True
    return within(done.whom, asked) if done.whom else not done.kinds & set(load("deeds")["sent"])


def is_sent(deed: Deed) -> bool:
    """Are soldiers sent in it? Who asks for them means to himself."""
    return bool(deed.kinds & set(load("deeds")["sent"]))


def as_narrow(asked: Deed, done: Deed) -> bool:
    """Has the deed what the words narrow a thing to? Aid of any kind is no stationing of offensive weapons."""
    if not asked.kinds & set(load("deeds")["objects"]):
        return True
    narrow = stems(" ".join(load("deeds")["narrowing"]))
    return (asked.words & narrow) <= done.words


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
