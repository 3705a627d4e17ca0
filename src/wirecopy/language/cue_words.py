"""The words that are cues, by the construction in which each is one: the tables of `words/cues.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def verbs() -> Mapping[str, frozenset[str]]:
    """The constructions in which a verb, by its lemma, is a cue."""
    table: dict[str, set[str]] = {}
    for frame, words in load("cues")["frames"].items():
        for word in words if frame != "that" else ():
            table.setdefault(word, set()).add(frame)
    return {verb: frozenset(frames) for verb, frames in table.items()}


@cache
def nouns() -> frozenset[str]:
    """Nouns and adjectives after which a clause tells what was said: "his claim that …"."""
    return frozenset(load("cues")["frames"]["that"])


@cache
def thoughts() -> frozenset[str]:
    """Verbs of thinking and wanting, which nobody else's words need."""
    return frozenset(load("cues")["thoughts"])


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `words/cues.yml` beside the constructions, by its name."""
    return frozenset(load("cues")[name])


def is_cue(token: Token, frame: str) -> bool:
    """Whether a verb is a cue in a construction."""
    return frame in verbs().get(token.lemma_.lower(), ()) and token.pos_ in ("VERB", "AUX")
