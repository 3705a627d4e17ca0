"""Two deeds held against each other: is one what the other asks, breaks it, excludes it; are two sides akin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wirecopy.judgements.outcomes.deed_kinds import NOBODY, Deed, means, others
from wirecopy.judgements.told import overlap, stem, stems
from wirecopy.words import load

# Of the words of a condition whose deed is unknown, the share that must be told of what happened.
ALIKE = 0.75
# Of the words beside its verb, the share that must be told of what was done; letters of a stem that may begin another.
OWN = 0.7
LONG = 5
# How many words a person's name has, where nothing else is named beside it.
FULL_NAME = 2
# The share of words by which two actions are about one thing.
SAME = 0.5


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
    if in_own_words(asked, done):
        return True
    if "ignore" in asked.kinds and "refuse" in done.kinds and asked.words & done.words & stems(_proposed()):
        return True  # who rejects the very proposals has answered them as badly as who ignores them
    if asked.kinds & set(load("deeds")["particular"]) and asked.names and done.words and not asked.names & done.words:
        return False  # another road was opened
    if _is_another_person(asked, done) or _is_of_another_thing(asked, done):
        return False
    if not asked.kinds:
        told = asked.words if len(asked.words) > 1 and not done.kinds & lasting else NOBODY
        return overlap(told, done.words) >= ALIKE
    ways = [means([kind]) for kind in asked.kinds & lasting or asked.kinds & objects]
    if ways:
        return all(way & done.kinds for way in ways)
    return bool(means(asked.kinds) & done.kinds)


def _is_another_person(asked: Deed, done: Deed) -> bool:
    """Is somebody with a first and a last name to be handed over or freed, and neither told of who was?"""
    kinds = asked.kinds & set(load("deeds")["personal"])
    return bool(kinds) and len(asked.names) == FULL_NAME and bool(done.words) and not asked.names & done.words


def _is_of_another_thing(asked: Deed, done: Deed) -> bool:
    """Is a deed that only its act tells ("ban manoeuvres") held against one that shares no word but the verb and names with it?

    Of talks the name says enough: it is that of the body that meets.
    """
    named = frozenset() if asked.kinds & set(load("deeds")["speech"]) else asked.names
    rest = asked.words - asked.verbs - named
    return asked.by_act and bool(done.words and rest) and not _shared(rest, done.words)


def _proposed() -> str:
    """The nouns of what is put to somebody."""
    return " ".join(load("deeds")["proposed"])


def in_own_words(asked: Deed, done: Deed) -> bool:
    """Is it told with the verb of what was asked, and with most of its other words, where one of them is of no kind?"""
    verbs = asked.verbs & done.verbs
    rest = asked.words - verbs
    return (
        not (asked.kinds and done.kinds) and bool(verbs and rest) and len(_shared(rest, done.words)) / len(rest) >= OWN
    )


def _shared(asked: frozenset[str], told: frozenset[str]) -> frozenset[str]:
    """The stems that are told too, be it as the beginning of a longer one: the north in "northern"."""
    return frozenset(
        one for one in asked if one in told or (len(one) >= LONG and any(other.startswith(one) for other in told))
    )


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
    one, other = (others("excludes", deed.kinds) for deed in (left, right))
    both = bool(one & right.kinds or other & left.kinds) and akin(left.whom, right.whom)
    return both and not (left.is_negated or right.is_negated or left.is_qualified or right.is_qualified)


def place_fits(asked: frozenset[str], done: Deed, words: frozenset[str] = NOBODY) -> bool:
    """Did soldiers go, or leave, where they were to? Reinforcements of one country are none of another.

    Where no place is told, they may have left any, but went nowhere for certain. `words` are the stems of what was asked:
    of the eastern members of a bloc Germany is none.
    """
    if not asked or not done.kinds & set(load("deeds")["placed"]):
        return True
    flanks: Mapping[str, Sequence[str]] = load("deeds")["flanks"]
    if any(
        stem(name) in words and stem(name) not in done.words and not done.whom & set(flanks[name]) for name in flanks
    ):
        return False
    return within(done.whom, asked) if done.whom else not done.kinds & set(load("deeds")["sent"])


def as_narrow(asked: Deed, done: Deed) -> bool:
    """Has the deed what the words narrow a thing to? Aid of any kind is no stationing of offensive weapons."""
    if not asked.kinds & set(load("deeds")["objects"]):
        return True
    narrow = stems(" ".join(load("deeds")["narrowing"]))
    return (asked.words & narrow) <= done.words
