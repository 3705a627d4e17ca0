"""The family of somebody in the news: "Ada Berg's brother Tom" is Tom Berg, and the dead say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.actors import people
from wirecopy.language.actors.salience import lemmas
from wirecopy.language.actors.scene import Scene
from wirecopy.language.actors.tails import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def family_name(scene: Scene, run: people.Run) -> str | None:
    """The surname of whoever is called by a first name as somebody's kin: "Ada Berg's brother Tom"."""
    low, at = scene.layout.lower, run.first - 1
    if run.after - run.first > 1 or at < 2 or low[at] not in listed("kin") or low[at - 1] not in _POSSESSIVE:
        return None
    owner = scene.cast.actors.get(scene.names.get(at - 2, ""))
    if owner is None or owner.kind != "person" or " " not in owner.name:
        return None
    return owner.name.rpartition(" ")[2]


def of_kin(scene: Scene, run: people.Run, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Of several persons of one name: who speaks is none whose death the report tells, and it is his death that is told."""
    token = scene.layout.head(run.first, run.after)
    dead = tuple(key for key in keys if _is_dead(scene, key))
    if _befalls(token):
        return dead
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in listed("seizing"):
        left = tuple(key for key in keys if not _speaks(scene, key))
        return left if left == dead else ()  # who was arrested before he died is none of his kin who tell it
    speaks = _is_telling(token)
    return tuple(key for key in keys if key not in dead) if speaks and dead else ()


def _is_dead(scene: Scene, key: str) -> bool:
    """Is somebody's death told, where he is named in full?"""
    mentions = (name for name in scene.cast.named if name.actor == key)
    return any(_befalls(scene.layout.head(*scene.layout.span(name.start, name.end))) for name in mentions)


def _speaks(scene: Scene, key: str) -> bool:
    """Does somebody say something, where he is named in full?"""
    mentions = (name for name in scene.cast.named if name.actor == key)
    return any(_is_telling(scene.layout.head(*scene.layout.span(name.start, name.end))) for name in mentions)


def _is_telling(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in lemmas("says") | listed("alive")


def _befalls(token: Token) -> bool:
    """Do the words around a name tell a death ("was killed", "died", "the death of")?"""
    over = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    lemma = over.lemma_.lower()
    if token.dep_ == "nsubj":
        return lemma == "die"
    return lemma in listed("killing" if token.dep_ in ("dobj", "nsubjpass") else "deaths") and token.dep_ in (
        "dobj",
        "nsubjpass",
        "poss",
        "pobj",
    )
