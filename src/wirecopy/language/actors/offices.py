"""The offices that a report gives a person beside the name: "Pentagon spokesman John Kirby", "X, chairman of the Y"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from wirecopy.language.actors import titles
from wirecopy.language.actors.people import Run
from wirecopy.language.layout import Layout
from wirecopy.model import Actor, Role

_LONGEST = 14  # tokens of a title
_NO_OFFICE = frozenset({"counterpart", "person", "source", "colleague", "predecessor", "successor"})
_RANKS = frozenset(
    {"col", "col.", "gen", "gen.", "capt", "capt.", "maj", "maj.", "lt", "lt.", "sgt", "sgt.", "sen", "sen."}
)
_OPENERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "former"})


@dataclass(frozen=True, slots=True)
class Office:
    """Tokens [first, after] beside a name, the role that they state, and the country that they show."""

    first: int
    after: int
    role: Role | None
    country: str | None


def offices_of(
    layout: Layout, run: Run, names: Mapping[int, str], countries: Mapping[int, str], actors: Mapping[str, Actor]
) -> Iterator[Office]:
    """The titles before a name, in apposition before or after it, and "of Al Jazeera" behind it."""
    for first, after in (_before(layout, run, names, countries, actors), _behind(layout, run, names, countries)):
        if first < after:
            yield _read(layout, first, after, names, countries, actors)
    end = run.after
    if layout.lower[end : end + 1] == ("of",):
        at = end + 2 if layout.lower[end + 1 : end + 2] == ("the",) else end + 1
        if at in names and actors[names[at]].kind in {"state", "organisation", "office"}:
            body = actors[names[at]]
            role = None if body.kind == "state" else Role("affiliate", body.name)
            yield Office(end, at + 1, role, body.country if body.kind == "state" else None)


def _before(
    layout: Layout, run: Run, names: Mapping[int, str], countries: Mapping[int, str], actors: Mapping[str, Actor]
) -> tuple[int, int]:
    """The title that ends where the name begins, or before a comma there."""
    end = run.first
    closed = layout.lower[run.after : run.after + 1] in {(",",), (".",), ()}
    if closed and end >= 2 and layout.lower[end - 1] == "," and _words(layout, end - 2, names, countries):
        end -= 1
    if end and layout.lower[end - 1] in {"of", "to", "for"}:
        return end, end  # the head of X's staff is not X
    first = end
    while first > 0 and end - first < _LONGEST and _words(layout, first - 1, names, countries):
        before, here = layout.lower[first - 1], layout.lower[first]
        if before in {"to", "for"} or (before == "and" and layout.lower[first - 2] not in titles.load().modifiers):
            break
        if here in {"of", "and"} and first - 1 in names and actors[names[first - 1]].kind == "person":
            break
        first -= 1
    while first < end and layout.lower[first] in {"of", "and", "for", "'s", "’s", "-", "to"}:
        first += 1
    return (first, end) if _has_office(layout, first, end) else (end, end)


def _behind(layout: Layout, run: Run, names: Mapping[int, str], countries: Mapping[int, str]) -> tuple[int, int]:
    """The apposition after a name and a comma, up to the next comma or verb."""
    first = run.after + 1
    if layout.lower[run.after : first] != (",",) or first >= len(layout.lower):
        return first, first
    after = first
    while after < len(layout.lower) and after - first < _LONGEST:
        token = layout.tokens[after]
        opener = layout.lower[after] in _OPENERS
        if not (
            opener
            or _words(layout, after, names, countries)
            or (token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.dep_ != "nsubj")
        ):
            break
        after += 1
    if not _has_office(layout, first, after) or _speaks(layout, first, after):
        return first, first
    closing = layout.lower[after] if after < len(layout.lower) else "."
    return (
        (first, after)
        if closing in {",", ".", ";", ")", "—", "–", "-"}
        or layout.tokens[after].pos_ in {"VERB", "AUX", "SCONJ", "PRON"}
        or closing in {"in", "at", "on", "under", "since", "from"}  # where, and since when: the head of ports in Lagos
        else (first, first)
    )


def _speaks(layout: Layout, first: int, after: int) -> bool:
    """Is it the subject of a verb of its own, as in "... with Putin, the official said"?"""
    return any(
        layout.tokens[i].dep_ in {"nsubj", "nsubjpass"} and layout.tokens[i].head.i >= after
        for i in range(first, after)
    )


def _words(layout: Layout, at: int, names: Mapping[int, str], countries: Mapping[int, str]) -> bool:
    """Can this token be part of a title?"""
    known, word = titles.load(), layout.lower[at].rstrip(".")
    if at in names or at in countries:
        return True
    if word in known.persons or word in known.modifiers or word in known.address or word in known.bodies:
        return True
    if word in {"of", "for", "to", "'s", "’s", "-", "and"}:
        return True
    return word == "the" and at > 0 and layout.lower[at - 1] in {"of", "for", "to", "at"}


def _has_office(layout: Layout, first: int, after: int) -> bool:
    known = titles.load()
    return any(layout.lower[i].rstrip(".") in known.persons for i in range(first, after))


def _read(
    layout: Layout,
    first: int,
    after: int,
    names: Mapping[int, str],
    countries: Mapping[int, str],
    actors: Mapping[str, Actor],
) -> Office:
    """The role, its organisation and its country: names are the organisation, the other words the role."""
    persons = titles.load().persons
    head = max(i for i in range(first, after) if layout.lower[i].rstrip(".") in persons) if first < after else first
    start = next((i for i in range(first, after) if layout.lower[i].rstrip(".") in persons), head)
    bodies = [names[i] for i in range(first, after) if i in names]
    body = next((actors[b] for b in bodies if actors[b].kind != "place"), None)
    said: list[str] = []
    for i in range(first, after):
        word = layout.lower[i]
        if layout.lower[i] in {"'s", "’s"} and i - 1 in names and actors[names[i - 1]].kind == "person":
            said.clear()  # "President Lula's spokesman" is no president
        if i in names or i in countries or word in _OPENERS or word in _no_office() or word in {"'s", "’s", ","}:
            continue
        if i > start and word in {"of", "for", "to", "at", "in"} and not _within(layout, i, names):
            said += _owned(layout, i + 1, after, names)
            break
        if said or word not in {"and", "or"}:
            said.append(word)
    role = " ".join(said).replace(" - ", "-").strip(" -")
    country = next((countries[i] for i in range(first, after) if countries.get(i)), None) or (
        body.country if body else None
    )
    organisation = body.name if body else None
    if organisation is None and country:
        organisation = actors[country].name if country in actors else None
    return Office(first, after, Role(role, organisation) if role else None, country)


@cache
def _no_office() -> frozenset[str]:
    """What says nothing of an office: general words, and forms of address that are no rank (mr)."""
    return _NO_OFFICE | (titles.load().address - _RANKS)


def _owned(layout: Layout, at: int, after: int, names: Mapping[int, str]) -> list[str]:
    """The body that a name owns behind "of": "head of Kallas's staff", "secretary of Ukraine's security council"."""
    while at < after and (at in names or layout.lower[at] == "the"):
        at += 1
    if at >= after or layout.lower[at] not in {"'s", "’s"}:
        return []
    body = [word for word in layout.lower[at + 1 : after] if word.isalpha()]
    return ["of", "the", *body] if body else []


def _within(layout: Layout, at: int, names: Mapping[int, str]) -> bool:
    """Is this "of" inside the role itself (secretary of state, chief of staff)?"""
    following = layout.lower[at + 1 : at + 2]
    return (
        following in {("state",), ("staff",), ("defense",), ("defence",), ("the",)}
        and (at + 1) not in names
        and (following != ("the",) or layout.lower[at + 2 : at + 3] in {("exchequer",)})
    )
