"""Words of one meaning: `words/synonyms.yml`, chosen by hand, and `words/thesaurus.yml`, made from WordNet."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.judgements.weights import fold, stem
from wirecopy.words import load

if TYPE_CHECKING:
    from wirecopy.judgements.changes.sides import Word

Stems = tuple[str, ...]


def stems(said: str) -> Stems:
    """The stems of a word or phrase."""
    return tuple(stem(fold(part)) for part in said.split())


@cache
def groups() -> dict[Stems, frozenset[str]]:
    """Word or phrase → the groups of `words/synonyms.yml` that it is in."""
    return _table("synonyms", "#")


@cache
def thesaurus() -> dict[Stems, frozenset[str]]:
    """Word → the groups of `words/thesaurus.yml` that it is in."""
    return _table("thesaurus", "~")


def kindred(word: Word) -> frozenset[str]:
    """The groups of the thesaurus that a word is in, by what it is and by how it is written ("prepared")."""
    written = tuple(stem(fold(token.text)) for token in word.tokens)
    return thesaurus().get(word.stems, frozenset()) | thesaurus().get(written, frozenset())


def neighbours(word: Word) -> frozenset[Stems]:
    """The words and phrases that are in a group of `words/synonyms.yml` with a word."""
    return frozenset(phrase for phrase, numbers in groups().items() if numbers & word.keys)


def _table(name: str, mark: str) -> dict[Stems, frozenset[str]]:
    found: dict[Stems, set[str]] = {}
    for number, members in enumerate(load(name)):
        for member in members:
            found.setdefault(stems(str(member)), set()).add(f"{mark}{number}")
    return {phrase: frozenset(numbers) for phrase, numbers in found.items()}
