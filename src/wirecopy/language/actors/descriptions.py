"""Noun phrases that describe an actor: officials, forces, bodies of a state, and those who are known by office alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wirecopy.language.actors import titles
from wirecopy.language.actors.tails import Beside, attached, sides_of, tail_of
from wirecopy.language.layout import Layout

if TYPE_CHECKING:
    from spacy.tokens import Token

Determiner = Literal["indefinite", "definite", "possessive", "bare"]
_INDEFINITE = frozenset(
    {
        "a",
        "an",
        "another",
        "some",
        "one",
        "two",
        "three",
        "four",
        "five",
        "several",
        "many",
        "few",
        "other",
        "no",
        "any",
    }
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_COUNTING = frozenset(
    (
        "an",
        "a",
        "about",
        "some",
        "up",
        "to",
        "nearly",
        "almost",
        "around",
        "over",
        "more",
        "less",
        "than",
        "at",
        "least",
        "estimated",
        "another",
        "roughly",
        "as",
        "many",
        "-",
    )
)
_LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "case", "punct", "advmod", "npadvmod"}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A describing noun phrase: tokens [first, after], its head word, and what stands beside it.

    `kind` is person, group or organisation; `role` the words of office; `of` the actor (by id) whose official or body
    it is; `country` its state; `possessor` the token of a pronoun that owns it ("its spokesman"); `sides` the states of
    people of several ("American and Russian officials").
    """

    first: int
    head: int
    after: int
    kind: str
    role: str
    determiner: Determiner
    country: str | None
    of: str | None
    possessor: int | None
    sides: tuple[str, ...] = ()


def kind_of(word: str, token: Token) -> str | None:
    """Person, group or organisation, by the head word of a phrase; None where it describes no actor."""
    known = titles.load()
    if word in known.groups and (token.tag_ in {"NNS", "NNPS"} or word not in known.persons):
        return "group" if word not in known.bodies else "organisation"
    if word in known.bodies or word in known.governments:
        return "organisation"
    if word in known.persons:
        return "person"
    return None


def phrases(layout: Layout, beside: Beside, taken: frozenset[int]) -> Iterator[Phrase]:
    """The describing phrases of a report in text order; `taken` tokens belong to names of persons and their titles."""
    for token in layout.tokens:
        if token.i in taken or token.i in beside.names or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            continue
        kind = kind_of(layout.lower[token.i], token)
        named = (
            token.i + 1 in beside.names
            and token.whitespace_ == " "
            and (token.pos_ == "ADJ" or token.dep_ in {"amod", "compound", "nmod"})
        )
        if kind is None or named or _inside_compound(token, layout, taken):
            continue
        yield _phrase(token, kind, layout, beside)


def _inside_compound(token: Token, layout: Layout, taken: frozenset[int]) -> bool:
    """Is it only part of a longer title or phrase (the "minister" of "minister Smith", "police" of "police officer")?"""
    if token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i:
        return token.head.pos_ in {"NOUN", "PROPN"}
    following = token.i + 1
    return following in taken and token.whitespace_ == " " and layout.tokens[following].ent_type_ == "PERSON"


def _phrase(token: Token, kind: str, layout: Layout, beside: Beside) -> Phrase:
    first, counted = _uncounted(_left(token, layout), token, layout)
    after = tail_of(token, kind, layout, beside)
    low = layout.lower
    opening = low[first]
    determiner: Determiner = "bare"
    possessor = None
    if counted or opening in _INDEFINITE:
        determiner = "indefinite"
    elif opening in _DEFINITE:
        determiner = "definite"
    elif opening in _POSSESSIVE:
        determiner, possessor = "possessive", first
    if "'s" in low[first : token.i] or "’s" in low[first : token.i]:
        determiner = "definite"
    of, country = _owner(token, first, after, kind, layout, beside)
    sides = sides_of(token, after, layout, beside) if kind == "group" else ()
    role = _role(token, first, layout, beside)
    return Phrase(first, token.i, after, kind, role, determiner, country, of, possessor, sides)


def _owner(
    token: Token, first: int, after: int, kind: str, layout: Layout, beside: Beside
) -> tuple[str | None, str | None]:
    """Whose official or body it is, and of which state: what stands nearest before the head of a group counts first."""
    before = [i for i in range(first, token.i) if not attached(layout, i)]
    if kind != "person":
        before.reverse()
    around = [*before, *range(token.i, after)]
    of = next((beside.names[i] for i in around if i in beside.names), None)
    return of, next((beside.countries[i] for i in around if i in beside.countries), None)


def _uncounted(first: int, token: Token, layout: Layout) -> tuple[int, bool]:
    """The start of a phrase behind a number before it: "94,000 Russian troops" are Russian troops."""
    at = first
    while at < token.i and (layout.tokens[at].pos_ == "NUM" or layout.lower[at] in _COUNTING):
        at += 1
    number = any(layout.tokens[i].pos_ == "NUM" for i in range(first, at))
    return (at, True) if number else (first, False)


def _left(token: Token, layout: Layout) -> int:
    """The first token of the phrase: over the words that hang on its head from the left, and no verb or comma."""
    first = token.i
    edge = max(token.left_edge.i, token.i - 9)
    while first > edge:
        before = layout.tokens[first - 1]
        joined = first > 1 and layout.lower[first - 2] in {"-", "–"} and before.dep_ in _LEFT
        if not joined and (before.dep_ not in _LEFT or before.pos_ in {"VERB", "AUX", "ADP", "SCONJ", "CCONJ"}):
            break
        if before.dep_ == "punct" and before.text not in {"-", "–", "’s", "'s"}:
            break
        first -= 1
    while first < token.i and layout.lower[first] in {"'s", "’s", "-", "–"}:
        first += 1
    return first


def _role(token: Token, first: int, layout: Layout, beside: Beside) -> str:
    """The words of office: the head with what stands before it, names, countries, articles and numbers left out."""
    known = titles.load()
    said = [
        layout.tokens[i].text
        for i in range(first, token.i)
        if i not in beside.names
        and i not in beside.countries
        and layout.tokens[i].pos_ in {"NOUN", "PROPN", "ADJ"}
        and (layout.lower[i] in known.modifiers or layout.tokens[i].dep_ == "compound")
    ]
    tail = ""
    if token.lower_ in {"secretary", "chief", "chancellor"} and layout.lower[token.i + 1 : token.i + 2] == ("of",):
        tail = "".join(
            f" of {w}" for w in layout.lower[token.i + 2 : token.i + 3] if w in {"state", "staff", "defense", "defence"}
        )
    return " ".join([*said, token.text]).lower() + tail
