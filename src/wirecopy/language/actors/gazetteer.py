"""The gazetteer: who and what a report may name, from `words/actors/*.yml`, as tables that a scan can look up.

Names are compared word by word with accents taken off and case folded; hyphens count as spaces, so that "Kim Jong-un"
and "Kim Jong Un" are one. A name written wholly in capitals (US, WHO, IS) matches in capitals alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from wirecopy import words
from wirecopy.language.actors import titles
from wirecopy.language.actors.own_actors import NONE, Added
from wirecopy.model import Actor, Role

# The user's own actors that stand beside the gazetteer's, while an account that has some is read or folded.
_ADDED: ContextVar[Added] = ContextVar("added", default=NONE)
Form = Literal["name", "adjective", "people", "seat", "surname"]
WORD = re.compile(r"(?:[A-Z]\.\s?){1,4}[A-Z]\b\.?|[A-Z]\.|[^\W\d_]+(?:['’][^\W\d_]{2,})*|\d+")
_POSSESSIVE = re.compile(r"['’]s$", re.I)
# Letters that have no accent to take off.
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "’": "'", "æ": "ae"}
)


class Word(NamedTuple):
    """A word of the text: as compared, as written, and where it stands."""

    key: str
    said: str
    start: int
    end: int


class Name(NamedTuple):
    """One way to name an actor. `case` is how it must be written: "upper" (WHO), "title" (Turkey) or "any"."""

    words: tuple[str, ...]
    actor: str
    form: Form
    case: Literal["upper", "title", "any"]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The tables: `actors` by id, `names` by first word (longest first), `holders` by (of, usual name of the office)."""

    actors: dict[str, Actor]
    names: Mapping[str, tuple[Name, ...]]
    genders: Mapping[str, str]
    holders: Mapping[tuple[str, str], tuple[tuple[str, str, str], ...]]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form in which words are compared: without accents and points, case folded."""
    if text.isascii():
        return text.replace(".", "").replace(" ", "").casefold()
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.replace(".", "").replace(" ", "").casefold()


def words_of(text: str) -> list[Word]:
    """The words of a text, possessive endings left out."""
    found = []
    for match in WORD.finditer(text):
        said = match.group().rstrip()
        if said[-1] in "sS" and _POSSESSIVE.search(said):
            said = said[:-2]
        found.append(Word(fold(said), said, match.start(), match.start() + len(said)))
    return found


def slug(name: str) -> str:
    """A name as part of an id: plain lower-case words joined by hyphens."""
    return "-".join(word.key for word in words_of(name)) or "unnamed"


def _fields(line: str, count: int) -> list[str]:
    fields = [field.strip() for field in line.split("|")]
    return fields + [""] * (count - len(fields))


def _listed(field: str) -> list[str]:
    return [item.strip() for item in field.split(";") if item.strip()]


def _name(said: str, actor: str, form: Form) -> Name:
    keys = tuple(word.key for word in words_of(said))
    letters = [c for c in said if c.isalpha()]
    if len(keys) == 1 and len(letters) <= 5 and all(c.isupper() for c in letters):
        return Name(keys, actor, form, "upper")
    return Name(keys, actor, form, "title" if letters and any(c.isupper() for c in letters) else "any")


@contextmanager
def extended(added: Added) -> Iterator[None]:
    """Let `load` give a gazetteer with these lines too, within this context."""
    token = _ADDED.set(added)
    try:
        yield
    finally:
        _ADDED.reset(token)


def _lines(section: str) -> dict[str, str]:
    """The lines of a section, the user's in the place of those with the same key."""
    listed = {str(key): line for key, line in words.load(f"actors/{section}").items()}
    return listed | dict(dict(_ADDED.get()).get(section, ()))


def is_own_master(actor: Actor) -> bool:
    """Whether it is an armed group or a movement known by its name, no force of its country's state: the RSF."""
    return actor.kind == "group" and actor.id in load().actors


def adjectives() -> Mapping[str, str]:
    """The usual adjective of each state, by code."""
    return _adjectives(_ADDED.get())


@cache
def _adjectives(added: Added) -> Mapping[str, str]:
    given = {code: _listed(_fields(line, 4)[2]) for code, line in _lines("states").items()}
    return {code: next((a for a in said if not a.startswith("the ")), "") for code, said in given.items()}


def _states() -> Iterator[tuple[Actor, list[Name]]]:
    for code, line in _lines("states").items():
        name, others, adjectives, seats = _fields(line, 4)
        actor = Actor(code, name, "state", code)
        given = _listed(adjectives)
        peoples = [a for a in given if a.startswith("the ")] + given[1:]
        peoples += [f"{a}s" for a in given if a.endswith(("an", "i", "er", "ek", "ot", "av", "ch", "ak", "en", "in"))]
        adjectives_ = [a for a in given if not a.startswith("the ")]
        yield (
            actor,
            [
                *(_name(n, code, "name") for n in (name, *_listed(others))),
                *(_name(n, code, "adjective") for n in adjectives_),
                *(
                    _name(n.removeprefix("the "), code, "people")
                    for n in peoples
                    if n.startswith("the ") or n not in adjectives_
                ),
                *(_name(n, code, "people") for n in given[1:] if n.endswith("s") and n[:4] != "the "),
                *(_name(n, code, "seat") for n in _listed(seats)),
            ],
        )


def _bodies(file: str, usual: str) -> Iterator[tuple[Actor, list[Name]]]:
    for key, line in _lines(file).items():
        name, others, country, kind, seats = _fields(line, 5)
        actor = Actor(key, name, kind or usual, country or None)
        named = [_name(n, key, "name") for n in (name, *_listed(others))]
        yield actor, named + [_name(n, key, "seat") for n in _listed(seats)]


def _places() -> Iterator[tuple[Actor, list[Name]]]:
    for name, line in _lines("places").items():
        where, others = _fields(line, 2)
        country, latitude, longitude = where.split()
        key = f"place:{slug(name)}"
        code = None if country == "~" else country
        yield (
            Actor(key, name, "place", code, latitude=float(latitude), longitude=float(longitude)),
            [_name(n, key, "name") for n in (name, *_listed(others))],
        )


def _role(said: str, country: str | None, named: Mapping[str, Actor]) -> Role:
    title, _, dates = said.rpartition(" ")
    start, _, end = dates.partition("/")
    title, _, body = title.partition(" @")
    of = named.get(body or country or "")
    return Role(title, of.name if of else None, start or None, end or None)


def _people(named: Mapping[str, Actor]) -> Iterator[tuple[Actor, list[Name], str]]:
    for name, line in _lines("people").items():
        others, where, offices = _fields(line, 3)
        country, _, gender = where.partition(" ")
        key = slug(name)
        roles = tuple(_role(office, country, named) for office in _listed(offices))
        spellings = [name, *(n for n in _listed(others) if n != "*")]
        known = "*" in _listed(others)
        names = [_name(n, key, "name") for n in spellings]
        names = [n if known or len(n.words) > 1 else n._replace(form="surname") for n in names]
        if known:
            names.append(_name(name.split()[-1], key, "name"))
        yield Actor(key, name, "person", country, roles=roles), names, gender


def _held(
    people: Iterable[Actor], ids: Mapping[str, str]
) -> Mapping[tuple[str, str], tuple[tuple[str, str, str], ...]]:
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for person in people:
        for role in person.roles:
            of = ids.get(role.organisation or "", person.country or "")
            held.setdefault((of, titles.office(role.role)), []).append(
                (role.start or "", role.end or "9999", person.id)
            )
    return {office: tuple(sorted(terms)) for office, terms in held.items()}


def load() -> Gazetteer:
    """The gazetteer, with the user's own actors where there are any; read once per process."""
    return _loaded(_ADDED.get())


@lru_cache(maxsize=8)
def _loaded(added: Added) -> Gazetteer:
    named = [*_states(), *_bodies("organisations", "organisation"), *_bodies("offices", "office"), *_places()]
    actors = {actor.id: actor for actor, _ in named}
    people = list(_people(actors))
    index: dict[str, list[Name]] = {}
    for name in (name for _, names in [*named, *((a, n) for a, n, _ in people)] for name in names):
        if name.words and name not in index.setdefault(name.words[0], []):
            index[name.words[0]].append(name)
    return Gazetteer(
        {**actors, **{person.id: person for person, _, _ in people}},
        {first: tuple(sorted(names, key=lambda n: -len(n.words))) for first, names in index.items()},
        {person.id: gender for person, _, gender in people},
        _held((person for person, _, _ in people), {actor.name: key for key, actor in actors.items()}),
    )
