"""What stands behind the head of a description: whose officials, and how far the phrase goes ("of Ukraine", "in the EU")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wirecopy import words
from wirecopy.language.actors import titles
from wirecopy.language.layout import Layout

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNING = frozenset({"of", "for", "to"})
_LINKS = _OWNING | {"in", "from", "at", "with", "close"}
_LONGEST = 7
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in a phrase beside its head, by token: names (id of the actor) and countries."""

    names: Mapping[int, str]
    countries: Mapping[int, str]


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words of `words/descriptions.yml`."""
    return frozenset(str(words.load("descriptions")[name]).split())


def attached(layout: Layout, at: int) -> bool:
    """Is a country only part of an adjective (Russian-backed, pro-Russian)? Such separatists are not Russian."""
    low = layout.lower
    return (low[at + 1 : at + 2] == ("-",) and low[at + 2 : at + 3] != () and low[at + 2] in listed("attached")) or (
        at > 1 and low[at - 1] == "-" and low[at - 2] in {"pro", "anti", "non"}
    )


def tail_of(token: Token, kind: str, layout: Layout, beside: Beside) -> int:
    """The token after a phrase: behind "of Ukraine", "in the Biden administration", "close to the talks".

    Of a person the whole phrase is kept, for it is all that is known of one; of groups and bodies only a tail that
    names whose they are: "allies of NATO's call" are allies, and "soldiers at the border" are soldiers.
    """
    after = token.i + 1
    end = _end(token, layout)
    if end == after:
        return after
    link = layout.lower[after]
    named = next((i for i in range(after + 1, end) if i in beside.names), None)
    if kind == "person":
        keeps = link in _OWNING | {"at", "with", "close"} or (
            named is not None and _is_body(named, end, layout, beside)
        )
        return end if keeps else after
    if named is None or token.lower_ in listed("press"):
        return after
    last = named + 1
    while last < end and beside.names.get(last) == beside.names[named]:
        last += 1
    if last < end and layout.lower[last] in titles.load().bodies:
        return last + 1
    numbered = layout.tokens[last].pos_ == "NUM" if last < len(layout.tokens) else False
    # "Police in Lima 40 people": nobody's "Lima people".
    modifies = _modifies(layout.tokens[last - 1], last) and not numbered
    if layout.lower[last : last + 1] in {("'s",), ("’s",)} or modifies:
        return after
    speaking = token.lower_ in listed("official") or token.lower_ in titles.load().governments
    speaking = speaking or (token.lower_ in listed("of_capital") and link == "in")
    owning = link in _OWNING or speaking or _is_body(named, end, layout, beside)
    return last if owning else after


def _end(token: Token, layout: Layout) -> int:
    """The token after everything that hangs on the preposition behind a head, up to a comma, a verb or another one."""
    after = token.i + 1
    low = layout.lower
    if after >= len(low) or low[after] not in _LINKS or layout.tokens[after].head.i != token.i:
        return after
    link = layout.tokens[after]
    objects = [child for child in link.children if child.dep_ in {"pobj", "prep"} and child.i > link.i]
    if not objects:
        return after
    end = objects[0].right_edge.i + 1
    parts = {"PUNCT", "VERB", "AUX", "SCONJ", "PRON"}
    stop = next(
        (
            i
            for i in range(after + 1, end)
            if (layout.tokens[i].pos_ in parts and low[i] not in "-–")
            or (layout.tokens[i].pos_ == "ADP" and low[i] not in {"of", "to"})
            or (layout.tokens[i].pos_ == "NUM" and layout.tokens[i - 1].ent_type_ == "GPE")
        ),
        end,
    )
    return stop if 1 < stop - after <= _LONGEST else after


def _modifies(token: Token, last: int) -> bool:
    return token.dep_ in _MODIFYING and token.head.i >= last


def _is_body(named: int, end: int, layout: Layout, beside: Beside) -> bool:
    """Is the name one of an organisation, or followed by a word for one ("the Biden administration")?"""
    key = beside.names[named]
    state = len(key) == 3 and key.isupper()
    if not state and not key.startswith(("place:", "person:")) and layout.tokens[named].ent_type_ != "PERSON":
        return True
    return any(layout.lower[i] in titles.load().bodies for i in range(named + 1, end))


def sides_of(token: Token, after: int, layout: Layout, beside: Beside) -> tuple[str, ...]:
    """Two states or more whose people these are ("American and Russian officials", "leaders of Italy and Spain")."""
    first = max(token.left_edge.i, token.i - 9)
    left = [
        i
        for i in range(first, token.i)
        if i in beside.countries and layout.tokens[i].dep_ in {"amod", "compound", "nmod", "conj", "poss"}
    ]
    if left and "and" in layout.lower[left[0] : token.i]:
        codes = [beside.countries[i] for i in left if not attached(layout, i)]
    elif not left and layout.lower[token.i + 1 : token.i + 2] == ("to",) and layout.lower[after - 2] == "of":
        codes = [beside.countries.get(i, "") for i in conjoined(layout.tokens[after - 1])]  # advisers to the leaders of
    elif layout.lower[token.i + 1 : token.i + 2] in {("of",), ("in",)} and after > token.i + 1:
        codes = [beside.countries.get(i, "") for i in conjoined(layout.tokens[after - 1])]
    else:
        return ()
    codes = [code for code in dict.fromkeys(codes) if code]
    return tuple(codes) if len(codes) > 1 else ()


def conjoined(token: Token) -> list[int]:
    """A token and what is joined to it, in text order."""
    found, at = [token.i], token
    for _ in range(12):
        following = next((child for child in at.children if child.dep_ == "conj"), None)
        if following is None:
            break
        found.append(following.i)
        at = following
    return found
