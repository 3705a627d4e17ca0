"""Which kinds of deed words or acts tell of (`words/deeds.yml`), and the deed itself: what, by whom, to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from wirecopy.judgements.told import stems
from wirecopy.words import load

NOBODY: frozenset[str] = frozenset()
# After it stands until when something is to be done, and no part of it.
BEFORE = " before "


@dataclass(frozen=True, slots=True)
class Deed:
    """What is, was or may be done. `kinds` are keys of `words/deeds.yml`; `who` and `whom` are sides (countries, or ids of
    actors without one); `persons` those to whom it is done, or who take part; `words` the stems; `verbs` those of the words
    that name it, as far as they are known, `names` those that are names; `before` the kinds of deed
    until which it is to be done ("before an attack"). Empty: not told. `by_act`: its kinds are those of an act alone, for
    which the table has no such words: to "ban" manoeuvres and to freeze assets are of one act."""

    kinds: frozenset[str]
    who: frozenset[str] = NOBODY
    whom: frozenset[str] = NOBODY
    persons: frozenset[str] = NOBODY
    words: frozenset[str] = NOBODY
    is_negated: bool = False
    is_qualified: bool = False
    before: frozenset[str] = NOBODY
    verbs: frozenset[str] = NOBODY
    names: frozenset[str] = NOBODY
    by_act: bool = False


def kinds_meant(words: str) -> frozenset[str]:
    """The kinds of deed that words hold out or ask for: without what is answered, prevented or waited for."""
    return kinds_of_words(_own(words.partition(BEFORE)[0]))


def _own(words: str) -> str:
    """The words without what an answer is about: who answers demands for guarantees has not given any."""
    about = listed("about").search(words)
    return words[: about.end()] if about else words


def kinds_of_act(act: str | None, mode: str | None) -> frozenset[str]:
    """The kinds of deed that a PLOVER act of a mode is; of another mode than those listed it is none."""
    told = f"{act}/{mode}" if mode else str(act)
    listed = {kind for kind, one in table().items() if told in one["acts"]}
    return frozenset(listed)


def kinds_of_type(act: str) -> frozenset[str]:
    """The kinds of deed that a PLOVER act may be, in whatever mode."""
    return frozenset(kind for kind, one in table().items() if act in {told.partition("/")[0] for told in one["acts"]})


@cache
def kinds_of_words(words: str) -> frozenset[str]:
    """The kinds of deed that words tell of."""
    kinds = {kind for kind in table() if pattern_of(kind).search(words)}
    return frozenset(kinds - others("instead_of", kinds))


def others(table: str, kinds: Iterable[str]) -> frozenset[str]:
    """The kinds that a table of `words/deeds.yml` gives for some kinds."""
    listed: Mapping[str, Sequence[str]] = load("deeds")[table]
    return frozenset(other for kind in kinds for other in listed.get(kind, ()))


def told_in(sentence: str) -> Iterator[tuple[str, int, int]]:
    """The kinds of deed that a sentence tells as done, by words for which PLOVER has no act, with the places of the words.

    None is told where a word before it says that it is only wanted, feared or denied.
    """
    for kind, pattern in _told():
        for found in pattern.finditer(sentence):
            if not has("unreal", sentence[: found.start()]):
                yield kind, found.start(), found.end()


@cache
def _told() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words by which each kind is told as done."""
    kinds = table().items()
    return tuple((kind, re.compile(rf"\b(?:{words})", re.I)) for kind, one in kinds for words in one.get("told", ()))


def about(words: str) -> frozenset[str]:
    """The stems of what words say that something is about: of "talks on missiles and drills" the missiles and the drills."""
    return stems(words.partition(" on ")[2] or words.partition(" about ")[2])


def means(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds of deed, with those by which vague words may be made good."""
    return frozenset(one for kind in kinds for one in (kind, *table()[kind].get("by", ())))


def vague() -> frozenset[str]:
    """The kinds whose words may mean any of several deeds, or none."""
    return frozenset(kind for kind, one in table().items() if one.get("by") and not one["acts"])


def taken_back(kind: str) -> Sequence[str]:
    """The nouns for a commitment of a kind, by which somebody is told to have taken it back."""
    nouns: Sequence[str] = load("deeds")["taken_back"][kind]
    return nouns


def contested() -> frozenset[str]:
    """The kinds that sides accuse each other of: another's word alone is no proof of them."""
    return frozenset(load("deeds")["contested"])


@cache
def table() -> Mapping[str, Mapping[str, Any]]:
    table: Mapping[str, Mapping[str, Any]] = load("deeds")["deeds"]
    return table


@cache
def pattern_of(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{one})" for one in table()[kind]["words"]) or r"(?!)", re.I)


@cache
def listed(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('deeds')[name])})\b", re.I)


def has(name: str, words: str) -> bool:
    return bool(listed(name).search(words))
