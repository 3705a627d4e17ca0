"""What resolving references needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from wirecopy.language.actors.cast import Cast, bare
from wirecopy.language.actors.descriptions import Phrase
from wirecopy.language.actors.salience import Memory
from wirecopy.language.actors.scene import Scene

WHOLE = 999  # sentences: as far back as the report goes
_NUMBERS = frozenset(
    (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "some",
        "many",
        "few",
        "other",
        "another",
        "both",
        "no",
        "any",
    )
)


@dataclass(slots=True)
class Stage:
    """What resolving needs: the scene, the cast with what is added, the memory of who was met where, and genders met."""

    scene: Scene
    cast: Cast
    memory: Memory
    genders: dict[str, str] = field(default_factory=dict)

    def said(self, phrase: Phrase) -> str:
        """The words of a phrase without its article."""
        start, end = self.scene.layout.chars(phrase.first, phrase.after)
        said = " ".join(self.scene.report.text[start:end].split())
        said = bare(said)
        first, _, rest = said.partition(" ")
        return rest if first.lower() in _NUMBERS and rest else said

    def head(self, phrase: Phrase) -> str:
        """The head word of a phrase, in lower case."""
        return self.scene.layout.lower[phrase.head]

    def name(self, phrase: Phrase, key: str | None, because: str) -> None:
        """Note a description as a mention, and keep in mind whom it means."""
        start, end = self.scene.layout.chars(phrase.first, phrase.after)
        self.cast.name(start, end, key, because)
        if key is not None:
            self.memory.meet(key, self.scene.layout.tokens[phrase.head])

    def country_of(self, key: str | None) -> str | None:
        """The country of an actor of the report or the gazetteer."""
        actor = self.cast.actors.get(key or "") or self.scene.gazetteer.actors.get(key or "")
        return actor.country if actor else None
