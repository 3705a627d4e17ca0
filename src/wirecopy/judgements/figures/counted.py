"""What a figure counts, made comparable: the noun's series, what befell the counted, whose they are and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from wirecopy.findings.figures.measure_words import ADDED
from wirecopy.judgements.told import WORD, stem, stems
from wirecopy.model import Actor, Figure
from wirecopy.words import load

ONE_SIDE = "votes of one side"  # a measure of which nobody counts all


class Thing(NamedTuple):
    """`noun` stands for its series (troops for soldiers and personnel); `marks` are the stems of the words around it.

    `added`: the number comes on top of others ("3,000 more soldiers").
    """

    noun: str
    fate: str | None
    marks: frozenset[str]
    owner: str | None
    places: tuple[Actor, ...]
    added: bool = False


class Usual(NamedTuple):
    """Whose and where the counted of one kind mostly are in an account: what a figure means that says neither."""

    owner: str | None = None
    place: Actor | None = None


@cache
def _table(name: str) -> Mapping[str, str]:
    """Word → the name that stands for its group."""
    groups = load("figures")[name]
    pairs = groups.items() if isinstance(groups, dict) else ((group[0], group) for group in groups)
    return {word: name for name, words in pairs for word in words}


def is_common(noun: str) -> bool:
    """Is it one of the nouns that crises count by many words: troops, people, ships?"""
    return noun in _table("series").values()


@cache
def _words(measure: str, of: str | None) -> tuple[str, str | None, frozenset[str]]:
    """Noun, fate and marks of a measure."""
    words = [word for word in WORD.findall(measure) if word != ADDED]
    fate = next((_table("fates")[w.lower()] for w in reversed(words) if w.lower() in _table("fates")), None)
    nouns = [w for w in words if w.lower() not in _table("fates")] or ["people"]
    if nouns[-1].lower() in load("figures")["losses"]:
        return "troops", "killed", frozenset()
    if [word.lower() for word in words] in ([noun] for noun in load("figures")["votes"]):
        return "people", "voted", frozenset()
    if [word.lower() for word in words] in (["toll"], ["death", "toll"]):
        return "people", "killed", frozenset()
    if fate and nouns[-1][0].isupper():  # 57 Ukrainians killed
        nouns[-1] = "people"
    noun = _table("series").get(nouns[-1].lower()) or stem(nouns[-1])
    if noun == "people" and fate is None and words[-1:] != nouns[-1:]:
        fate = _table("fates").get(words[-1].lower())
    plain = " ".join(w for w in nouns[:-1] if w[0].islower())
    return noun, fate, stems(plain) - stems(of or "")


def thing(figure: Figure) -> Thing:
    """What a figure counts; votes of one side are none of those who took part."""
    sides = load("figures")["sides of a vote"]
    whole = figure.unit is None and not any(word.lower() in sides for word in WORD.findall(figure.what or ""))
    measure = figure.measure if whole or figure.measure.lower() not in load("figures")["votes"] else ONE_SIDE
    return Thing(*_words(measure, figure.of), figure.of, figure.where, figure.measure.startswith(f"{ADDED} "))


def usual(figures: Iterable[tuple[Figure, int]]) -> dict[tuple[str, str | None], Usual]:
    """Whose and where the counted mostly are, by noun and fate; each figure weighs by its origins."""
    owners: dict[tuple[str, str | None], Counter[str]] = {}
    places: dict[tuple[str, str | None], Counter[str]] = {}
    actors: dict[str, Actor] = {}
    for figure, origins in figures:
        it = thing(figure)
        key = it.noun, it.fate
        if it.owner:
            owners.setdefault(key, Counter())[it.owner] += origins
        for place in it.places:
            actors[place.id] = place
            places.setdefault(key, Counter())[place.id] += origins
    return {key: Usual(_most(owners.get(key)), actors.get(_most(places.get(key)) or "")) for key in {*owners, *places}}


def _most(counts: Counter[str] | None) -> str | None:
    """The most frequent; of equals the first by name."""
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def filled(it: Thing, known: Mapping[tuple[str, str | None], Usual]) -> Thing:
    """The thing with owner and place as usual where its report names none; tolls and others' troops have no usual place."""
    common = known.get((it.noun, it.fate), Usual()) if is_common(it.noun) else Usual()
    owner = it.owner or common.owner
    fill = not it.places and it.fate is None and owner == common.owner
    return it._replace(owner=owner, places=(common.place,) if fill and common.place else it.places)


def places_apart(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Do both name places, and none of the one is, holds or lies in one of the other?"""
    return bool(a and b) and not any(_meet(x, y) for x in a for y in b)


def _meet(a: Actor, b: Actor) -> bool:
    return a.id == b.id or ("state" in (a.kind, b.kind) and a.country is not None and a.country == b.country)


def branches(it: Thing) -> frozenset[str]:
    """The arms of an army that are counted: ground troops alone are another count."""
    return it.marks & stems(" ".join(load("figures")["branches"]))
