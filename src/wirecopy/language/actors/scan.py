"""One pass over the words of a report: every place where it names an actor of the gazetteer, longest name first."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from wirecopy.language.actors.gazetteer import Gazetteer, Name, Word

_ARTICLE = "the"


class Hit(NamedTuple):
    """A name met in the text: where, and the actors that it may stand for, by id."""

    start: int
    end: int
    names: tuple[Name, ...]


def hits(found: list[Word], gazetteer: Gazetteer) -> list[Hit]:
    """The names among the words of a text, in order, never overlapping; the longer name wins."""
    keys = [word.key for word in found]
    hits, at = [], 0
    while at < len(found):
        named = _named(found, keys, at, gazetteer.names.get(keys[at], ()))
        if not named:
            at += 1
            continue
        length = len(named[0].words)
        hits.append(Hit(found[at].start, found[at + length - 1].end, named))
        at += length
    return hits


def _named(found: list[Word], keys: list[str], at: int, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """All names of the greatest length that stand at a word."""
    longest: list[Name] = []
    for name in names:
        if longest and len(name.words) < len(longest[0].words):
            break
        size = len(name.words)
        if tuple(keys[at : at + size]) == name.words and _written(found[at : at + size], name):
            longest.append(name)
    return tuple(longest)


def _written(met: list[Word], name: Name) -> bool:
    """Is it written as the name must be (us is no US, turkey no Turkey), its words close together?"""
    if any(b.start - a.end > 3 for a, b in pairwise(met)):
        return False
    if name.case == "any":
        return True
    if name.case == "upper":
        return met[0].said.replace(".", "").replace(" ", "").isupper()
    return any(c.isupper() for word in met if word.key != _ARTICLE for c in word.said)
