"""The words of `words/status.yml`: what they say of the clauses that they govern or stand beside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from wirecopy.model import Status
from wirecopy.words import load


@cache
def words(name: str) -> frozenset[str]:
    """A list of `words/status.yml`."""
    return frozenset(load("status")[name])


@cache
def embedders() -> Mapping[str, Status]:
    """The status that a governing word gives to what it governs; the first list that has a word counts."""
    return _table("embed")


@cache
def negated_embedders() -> Mapping[str, Status]:
    """The same for governing words that are themselves negated."""
    return _table("negated")


@cache
def phrasal() -> frozenset[str]:
    """Verbs whose particle makes them another word: call off, turn down, put off."""
    lists = load("status")
    tables = [*lists["embed"].values(), *(listed for listed in lists.values() if isinstance(listed, list))]
    return frozenset(word for listed in tables for word in listed if " " in word)


@cache
def degrees() -> Mapping[str, Mapping[str, float]]:
    """How certain each status makes an act, from -3 (certainly not) to 3 (certainly so), by how it is told."""
    return dict(load("status")["certainty"])


def _table(name: str) -> dict[str, Status]:
    table: dict[str, Any] = {}
    for status, lemmas in load("status")[name].items():
        for lemma in lemmas:
            table.setdefault(lemma, status)
    return table
