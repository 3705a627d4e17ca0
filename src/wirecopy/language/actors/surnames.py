"""Surnames that are names of states and places too: "Jim Jordan said … Jordan added"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.actors import titles
from wirecopy.language.actors.gazetteer import fold
from wirecopy.language.actors.people import genders
from wirecopy.language.actors.scan import Hit
from wirecopy.language.actors.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACED = frozenset({"in", "of", "to", "from", "with", "between", "near", "for", "at"})


def left_out(scene: Scene, found: list[Hit]) -> list[Hit]:
    """The names met, without those of states and places that are a person's surname in this report.

    They stay where the report names the state by other words too, or as the place where something is.
    """
    first_at = {hit.start for hit in found}
    surnames = {_word(scene, hit): _ids(hit) for hit in found if _is_surname(scene, hit, first_at)}
    if not surnames:
        return found
    meant = {
        word
        for word, ids in surnames.items()
        if any((_ids(hit) & ids and _word(scene, hit) != word) or _is_placed(scene, hit, word) for hit in found)
    }
    return [
        hit
        for hit in found
        if not (
            _is_surname(scene, hit, first_at) or (_word(scene, hit) in surnames.keys() - meant and _is_land(scene, hit))
        )
    ]


def _word(scene: Scene, hit: Hit) -> str:
    return scene.report.text[hit.start : hit.end].lower()


def _ids(hit: Hit) -> frozenset[str]:
    return frozenset(name.actor for name in hit.names)


def _is_land(scene: Scene, hit: Hit) -> bool:
    return all(scene.gazetteer.actors[name.actor].kind in {"state", "place"} for name in hit.names)


def _is_surname(scene: Scene, hit: Hit, first_at: set[int]) -> bool:
    """Does a first name stand right before it, which is no name of a place itself?"""
    first, after = scene.layout.span(hit.start, hit.end)
    if after - first > 1 or not first or not _is_land(scene, hit):
        return False
    before = scene.layout.tokens[first - 1]
    given = before.text[:1].isupper() and (fold(before.text) in genders() or _is_introduced(before))
    return given and before.whitespace_ == " " and before.idx not in first_at and not before.text.isupper()


def _is_introduced(given: Token) -> bool:
    """ "The widow's lawyer Deke Lisbon": a first name that no list has, behind what somebody is."""
    whole = given.i > 0 and given.dep_ == "compound" and given.head.i == given.i + 1
    persons = whole and given.ent_type_ == given.head.ent_type_ == "PERSON"
    return persons and given.nbor(-1).pos_ == "NOUN" and given.nbor(-1).lower_ in titles.load().persons


def _is_placed(scene: Scene, hit: Hit, word: str) -> bool:
    """Is it where something is, or comes from: "in Jordan"?"""
    first, _ = scene.layout.span(hit.start, hit.end)
    return _word(scene, hit) == word and first > 0 and scene.layout.lower[first - 1] in _PLACED
