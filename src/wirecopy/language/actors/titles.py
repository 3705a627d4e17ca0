"""Words of office: which word says who somebody is, and which two words say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from wirecopy import words


@dataclass(frozen=True, slots=True)
class Titles:
    """The lists of `words/titles.yml`. `persons` has singular words, `groups` also the plurals of `persons`."""

    persons: frozenset[str]
    address: frozenset[str]
    modifiers: frozenset[str]
    bodies: frozenset[str]
    governments: frozenset[str]
    offices: frozenset[str]
    groups: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    crowned: frozenset[str]
    ranks: frozenset[str]
    same: Mapping[str, str]
    wider: Mapping[str, tuple[str, ...]]


def plural(noun: str) -> str:
    """The plural of a regular noun, and of one in "man"."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


@cache
def load() -> Titles:
    """The words of office, read once per process."""
    given = words.load("titles")
    lists = {name: frozenset(str(value).split()) for name, value in given.items() if isinstance(value, str)}
    lists["groups"] |= {plural(noun) for noun in lists["persons"]}
    wider = {str(word): tuple(map(str, narrow)) for word, narrow in given["wider"].items()}
    return Titles(same={str(k): str(v) for k, v in given["same"].items()}, wider=wider, **lists)


@lru_cache(maxsize=4096)
def office(role: str) -> str:
    """The usual name of an office, in lower case and without what says when or how ("former", "acting")."""
    said = " ".join(word for word in role.lower().replace("-", " ").split() if word not in _PASSING)
    return load().same.get(said, said)


_PASSING = frozenset(
    {
        "the",
        "a",
        "an",
        "acting",
        "then",
        "current",
        "new",
        "newly",
        "elected",
        "appointed",
        "us",
        "top",
        "outgoing",
        "incoming",
        "sitting",
    }
)


@lru_cache(maxsize=4096)
def _meant(description: str) -> tuple[str, ...]:
    said = office(description)
    return (said, *load().wider.get(said, ()))


def ruling(words: Sequence[str]) -> str | None:
    """ "Head of state": an office of its own, whose "of" names no body; None of other words."""
    said = " ".join(words)
    return said if said in ("head of state", "head of government") else None


def fits(description: str, roles: Iterable[str]) -> bool:
    """Can somebody with these roles be meant by a description ("the minister" by "foreign minister")?"""
    held = [office(role) for role in roles]
    return any(
        role == word or _shortens(word, role) or _narrows(word, role) for role in held for word in _meant(description)
    )


def _narrows(long: str, role: str) -> bool:
    """Does a title add words to another, none of rank: "former president", but not "vice president"?"""
    return long.endswith(f" {role}") and not load().ranks & set(long.removesuffix(role).split())


@lru_cache(maxsize=16384)
def _shortens(short: str, role: str) -> bool:
    """Does a title leave out words of another but its last ("deputy minister" of "deputy foreign minister")?

    None of rank: a vice president is not "the president", a deputy foreign minister not "the foreign minister".
    """
    said, whole = short.split(), role.split()
    if said[-1:] != whole[-1:] or (load().ranks & ({*whole} - {*said})):
        return False
    left = iter(whole)
    return all(word in left for word in said)
