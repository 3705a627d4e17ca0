"""The patterns of `words/acts`: which verb or noun names which act, and where its parties stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from wirecopy.words import load

Words = frozenset[str]
# The other tests that a line's marks may ask for; all other marks say what a match means.
TESTS = frozenset(
    {
        "agent",
        "armed",
        "bare",
        "blame",
        "body",
        "clause",
        "crowd",
        "dated",
        "denounced",
        "finite",
        "fleeing",
        "forces",
        "infinitive",
        "joint",
        "labour",
        "leaving",
        "main",
        "menace",
        "must",
        "named",
        "paper",
        "passive",
        "peace",
        "person",
        "plot",
        "plural",
        "refusal",
        "sends",
        "several",
        "suffered",
        "threat",
        "together",
        "ultimatum",
        "unacceptable",
        "virtual",
    }
)
# Conditions that a noun's line may ask for: see `acts._marked`.
CONDITIONS = frozenset(
    {
        "emergency",
        "aid",
        "labour",
        "prisoner",
        "clause",
        "light",
        "verbal",
        "conceded",
        "press",
        "arrives",
        "virtual",
        "forceful",
        "line",
        "between",
        "violent",
        "fire",
        "nuclear",
        "missile",
        "military",
        "formal",
        "talks",
        "fighting",
        "arms",
        "forces",
        "ties",
    }
)

# How the second cell of a verb's line begins, and the object that it asks for; other words are a class.
KINDS = {"": "any", "-": "none", "+": "some", "~": "oblique", ">": "deed", "<": "doer"}


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """One line of `words/acts/verbs.yml`.

    `object`: any, none, some, class (its head is one of `nouns`), oblique (the object of the preposition is), doer (the
    subject is: "paratroopers landed"), or deed (the verb of the infinitive or gerund behind it is: "failed to agree").
    """

    act: str
    mode: str | None
    particle: str | None
    object: str
    nouns: Words
    prepositions: Words
    needs_preposition: bool
    marks: Words

    @property
    def weight(self) -> int:
        """How much a line asks for: of those that fit, the one that asks for most is taken."""
        asks = (
            4 * bool(self.particle)
            + 3 * (self.object in ("class", "oblique", "deed", "doer"))
            + 2 * self.needs_preposition
        )
        return asks + 2 * bool(self.marks & TESTS) + (self.object == "some")


@dataclass(frozen=True, slots=True)
class NounPattern:
    """One line of `words/acts/nouns.yml`."""

    act: str
    mode: str | None
    whom: Words
    who: Words
    marks: Words


@cache
def classes() -> Mapping[str, Words]:
    """The classes of nouns by name."""
    return {name: frozenset(words) for name, words in load("acts/classes").items()}


@cache
def verbs() -> Mapping[str, tuple[VerbPattern, ...]]:
    """The patterns of each verb's lemma, those that ask for most first."""
    found: dict[str, list[VerbPattern]] = {}
    for act, lines in load("acts/verbs").items():
        for line in lines:
            for lemma, pattern in _verbs(act, line):
                found.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(sorted(lines, key=lambda p: (-p.weight, len(p.nouns)))) for lemma, lines in found.items()}


@cache
def nouns() -> Mapping[str, tuple[NounPattern, ...]]:
    """The patterns of each noun's lemma, those with a condition of their own first."""
    found: dict[str, list[NounPattern]] = {}
    for act, lines in load("acts/nouns").items():
        for line in lines:
            lemma, pattern = _noun(act, line)
            found.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(sorted(lines, key=lambda p: -len(p.marks & CONDITIONS))) for lemma, lines in found.items()}


@cache
def light() -> Mapping[str, Words]:
    """Verbs that carry an event noun: `carry`, of those `prospect`, `brings`, and `occur` whose subject it is."""
    return {name: frozenset(words) for name, words in load("acts/light").items()}


@cache
def grammar(name: str) -> Words:
    """A list of `words/acts/grammar.yml`."""
    return frozenset(load("acts/grammar")[name])


def _verbs(act: str, line: str) -> Iterator[tuple[str, VerbPattern]]:
    """The lemmas of a line, each with its pattern: "expel, kick out" are two verbs of which one has a particle."""
    heads, wanted, prepositions, mode, marks = _cells(line)
    needed = prepositions.startswith("!") or (
        bool(prepositions.strip("?")) and prepositions[0] != "?" and wanted in ("", "-")
    )
    kind = KINDS.get(wanted) or KINDS.get(wanted[0], "class")
    for head in heads.split(", "):
        lemma, _, particle = head.partition(" ")
        yield (
            lemma,
            VerbPattern(
                act,
                mode or None,
                particle or None,
                kind,
                _words(wanted.lstrip("~><")) if kind in ("class", "oblique", "deed", "doer") else frozenset(),
                frozenset(prepositions.lstrip("?!").split()),
                needed,
                frozenset(marks.split()),
            ),
        )


def _noun(act: str, line: str) -> tuple[str, NounPattern]:
    lemma, whom, who, mode, marks = _cells(line)
    return lemma, NounPattern(
        act, mode or None, frozenset(whom.split()), frozenset(who.split()), frozenset(marks.split())
    )


def _cells(line: str) -> list[str]:
    """The five cells of a line; raises ValueError where there are not five."""
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != 5:
        raise ValueError(f"a line of words/acts needs five cells: {line!r}")
    return cells


def _words(wanted: str) -> Words:
    words: set[str] = set()
    for word in wanted.split():
        words |= classes()[word[1:]] if word.startswith("@") else {word}
    return frozenset(words)
