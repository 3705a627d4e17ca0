"""Bodies that bear their state's name within their own ("the Guyana Defence Force"), and ships ("HMS Tern")."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from wirecopy import words
from wirecopy.language.actors import titles
from wirecopy.language.actors.gazetteer import slug
from wirecopy.language.actors.scene import Scene
from wirecopy.language.actors.tails import listed
from wirecopy.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 5  # words of a body's name behind its state's
_JOINING = frozenset(("of", "for", "and", "'", "’", "'s", "’s"))


def body_of(state: Actor, scene: Scene, first: int, after: int, starts: Collection[int]) -> tuple[int, Actor] | None:
    """The body whose name begins with a state or its people: the token after it, and who it is.

    None where the words are a description ("the Malian foreign ministry"), stand in a headline, in which every word has a
    capital, or hold another known name; `starts` are the characters at which these begin.
    """
    tokens = scene.layout.tokens
    if state.kind not in {"state", "group"} or not _is_told(scene, tokens[first].idx):
        return None
    end = _end(tokens, after)
    if end is None or any(t.idx in starts or t.lower_ in _offices() for t in tokens[after:end]):
        return None
    start, stop = scene.layout.chars(first, end)
    said = " ".join(scene.report.text[start:stop].split())
    return end, Actor(f"organisation:{_spelled(slug(said))}", said, "organisation", state.country)


def _spelled(name: str) -> str:
    """A name in British spelling, so that "Defense Force" and "Defence Force" are one."""
    spellings = words.load("descriptions")["spellings"]
    return "-".join(spellings.get(word, word) for word in name.split("-"))


def ends_another(actor: Actor, scene: Scene, first: int, after: int) -> bool:
    """Whether a party's or a state's name only ends that of a society: "Honest Democrats", "Clean Rivers Chad"."""
    tokens = scene.layout.tokens
    if (
        actor.kind not in {"organisation", "state"}
        or after - first > 1
        or not first
        or not tokens[first].text.istitle()
    ):
        return False
    before = tokens[first - 1]
    society = before.dep_ in {"compound", "amod"} and before.head == tokens[first] and not before.is_sent_start
    known = first - 1 in scene.names or first - 1 in scene.countries or _is_of_place(before)
    return (
        society
        and before.text.istitle()
        and not known
        and before.lower_ not in listed("no_society")
        and _is_told(scene, tokens[first].idx)
    )


def _is_of_place(token: Token) -> bool:
    """Does a word before a name say where or when it is: "Ohio", "Catholic", "Monday"?"""
    return token.ent_type_ in {"GPE", "DATE", "LOC"} or (token.ent_type_ == "NORP" and token.pos_ == "ADJ")


def _is_told(scene: Scene, at: int) -> bool:
    """Does it stand in a paragraph, not in a headline?"""
    told = [block for block in scene.report.blocks if block.kind == "paragraph"]
    return not told or any(block.start <= at < block.end for block in told)


def _end(tokens: tuple[Token, ...], after: int) -> int | None:
    """Where the capitalised words behind a state end in a word for a body: two of them, or one that is no other's word."""
    end, raised = None, 0
    for token in tokens[after : after + _LONGEST]:
        if token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"}:
            raised += 1
            if token.lower_ in listed("called") and (raised > 1 or token.lower_ in listed("called_alone")):
                end = token.i + 1
        elif not raised or token.lower_ not in _JOINING:
            break
    return end


@cache
def _offices() -> frozenset[str]:
    """Words with which a state's name makes a description of somebody, or of an office."""
    known = titles.load()
    return frozenset(known.persons) | frozenset(known.offices) | frozenset(known.governments)


def told_as(scene: Scene, name: str) -> str | None:
    """What a report says that a name is which the parser takes for a person's: a place ("the city of Santa Ruta") or a body
    ("her party, Vamos Lima, said"); None where it says neither."""
    called = re.escape(name).replace(r"\ ", r"\s+")
    for kind, pattern in _told().items():
        if re.search(pattern.format(called), scene.report.text):
            return kind
    return None


@cache
def _told() -> dict[str, str]:
    """Patterns of the words that say what a name is; "{}" stands for the name."""
    places, bodies = ("|".join(sorted(listed(word))) for word in ("told_places", "told_bodies"))
    return {
        "place": rf"\b(?:{places}) (?:of|called|named) [“\"‘']?{{}}\b",
        "organisation": rf"\b(?:{bodies})(?:,| called| named) [“\"‘']?{{}}[”\"’']?,",
    }


def name_ships(scene: Scene) -> None:
    """Ships by the letters before their names, which tell whose navy they are of."""
    for found in _ships().finditer(scene.report.text):
        first, after = scene.layout.span(*found.span())
        if any(i in scene.names for i in range(first, after)):
            continue
        said = " ".join(found[0].split())
        country = words.load("descriptions")["ships"][found[1]]
        key = scene.cast.enter(Actor(f"organisation:{slug(said)}", said, "organisation", country))
        scene.names.update(dict.fromkeys(range(first, after), key))
        scene.cast.name(found.start(), found.end(), key, "ship by the letters before its name")


@cache
def _ships() -> re.Pattern[str]:
    letters = "|".join(words.load("descriptions")["ships"])
    return re.compile(rf"\b({letters})\s+[A-Z][\w’'-]*[a-z](?:\s+(?:de\s+|of\s+)?[A-Z][a-z]+)?\b")
