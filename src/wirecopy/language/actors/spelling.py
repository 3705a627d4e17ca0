"""Spellings of one name: what transliterations into English share."""

from __future__ import annotations

import re
from functools import lru_cache

from wirecopy.language.actors.gazetteer import Gazetteer, fold, load

_SHARED = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[yj]", "i"),
        (r"q", "k"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"ck", "k"),
        (r"x", "ks"),
        (r"dr\b", "der"),
        (r"(.)\1+", r"\1"),
        (r"ie(?=\b|v)", "e"),
        (r"o\b", "a"),
    )
)


@lru_cache(maxsize=16384)
def spelled(name: str) -> str:
    """A name in the form that transliterations share: Riabkov and Ryabkov, Zelensky and Zelenskiy are one."""
    word = " ".join(fold(part) for part in name.replace("-", " ").split())
    for pattern, plain in _SHARED:
        word = pattern.sub(plain, word)
    return word


def of_gazetteer(name: str) -> str | None:
    """The person of the gazetteer, by id, whose full name is spelled so; None where there is none or several."""
    return _persons(load()).get(spelled(name)) if " " in name else None


@lru_cache(maxsize=8)
def _persons(gazetteer: Gazetteer) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for actor in gazetteer.actors.values():
        if actor.kind != "person":
            continue
        key = spelled(actor.name)
        found[key] = actor.id if found.get(key, actor.id) == actor.id else None
    for names in gazetteer.names.values():
        for name in names:
            if len(name.words) > 1 and gazetteer.actors[name.actor].kind == "person":
                key = spelled(" ".join(name.words))
                found[key] = name.actor if found.get(key, name.actor) == name.actor else None
    return found
