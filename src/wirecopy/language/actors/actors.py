"""Who is named in a report: states, organisations, offices, places and persons, by the gazetteer, then by title and shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.language.actors import gazetteer as gazetteers
from wirecopy.language.actors import surnames, titles
from wirecopy.language.actors.bodies import name_ships, told_as
from wirecopy.language.actors.cast import settle
from wirecopy.language.actors.gazetteer import slug, words_of
from wirecopy.language.actors.naming import name_bodies, name_halves
from wirecopy.language.actors.persons import name_persons
from wirecopy.language.actors.scan import Hit, hits
from wirecopy.language.actors.scene import Scene
from wirecopy.language.actors.tails import listed
from wirecopy.language.layout import layout
from wirecopy.model import Actor, Mention, Report
from wirecopy.moments.rules import weekday

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LABELS = {"ORG": "organisation", "GPE": "place", "LOC": "place"}
_LONGEST = 6  # words of an unknown organisation or place: longer entities are mostly misread headlines


def mentions(report: Report, doc: Doc) -> tuple[Mention, ...]:
    """Every place where a report names an actor, in text order, one actor object per actor.

    The gazetteer outranks the parser's named entities, which misread Zelenskyy as an organisation and Crimea as a
    person. Descriptions ("the Ukrainian president") and pronouns are added by `references.resolve`.
    """
    scene = scene_of(report, doc)
    return settle(report, scene.cast.named, scene.cast.actors)


def scene_of(report: Report, doc: Doc) -> Scene:
    """The cast of a report with the names found; made once and kept with the parse for `references`."""
    kept = doc.user_data.get("wirecopy.scene")
    if isinstance(kept, Scene):
        return kept
    scene = Scene(report, layout(doc), gazetteers.load())
    if len(doc):
        found = surnames.left_out(scene, hits(words_of(report.text), scene.gazetteer))
        persons = [hit for hit in found if _is_person(hit, scene)]
        name_bodies(scene, [hit for hit in found if not _is_person(hit, scene)])
        name_ships(scene)
        name_persons(scene, persons)
        name_halves(scene)
        _unlisted(scene, doc)
    doc.user_data["wirecopy.scene"] = scene
    return scene


def _is_person(hit: Hit, scene: Scene) -> bool:
    return all(scene.gazetteer.actors[name.actor].kind == "person" for name in hit.names)


def _unlisted(scene: Scene, doc: Doc) -> None:
    """Organisations and places that the parser names and the gazetteer does not have."""
    taken = scene.names.keys() | scene.persons | scene.countries.keys()
    told = [block for block in scene.report.blocks if block.kind == "paragraph"]
    for entity in doc.ents:
        tokens = [t for t in entity if t.lower_ not in {"the", "'s", "’s"}]
        kind = _kind(scene, entity.label_, tokens) if tokens else None
        if kind is None or not tokens or len(tokens) > _LONGEST or any(t.i in taken for t in tokens):
            continue
        if not _named_so(tokens) or _described(scene, tokens) or _vague(tokens, kind) or _is_day(tokens):
            continue
        if told and not any(block.start <= tokens[0].idx < block.end for block in told):
            continue  # headlines, in which every word has a capital, are misread too often
        start, end = scene.layout.chars(tokens[0].i, tokens[-1].i + 1)
        said = " ".join(scene.report.text[start:end].split())
        key = _longer(scene, kind, slug(said)) or scene.cast.enter(Actor(f"{kind}:{slug(said)}", said, kind))
        scene.names.update(dict.fromkeys((t.i for t in tokens), key))
        scene.cast.name(start, end, key, "named entity of the parser")


def _kind(scene: Scene, label: str, tokens: list[Token]) -> str | None:
    """What a named entity is: as the parser labels it, unless the words around it tell better, or it was named before."""
    kind, said, lower = _LABELS.get(label), slug(" ".join(t.text for t in tokens)), scene.layout.lower
    said_so = label in {"PERSON", "ORG"} and told_as(scene, tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text)
    if said_so or kind is None:
        return said_so or None
    before = next((one for one in ("place", "organisation") if f"{one}:{said}" in scene.cast.actors), None)
    if before is not None:
        return before
    first = tokens[0]
    beside = lower[first.i - 1] if first.i else ""
    if kind == "place":
        called = beside in listed("named_bodies") or "military" in {t.lower_ for t in tokens}
        alone = len(tokens) == 1 and beside == "the" and label == "GPE"
        return "organisation" if called or alone else kind
    placed = len(tokens) == 1 and beside in {"in", "near"} and first.dep_ == "pobj"
    return "place" if placed and first.head.head.lemma_.lower() not in listed("holding") else kind


def _longer(scene: Scene, kind: str, said: str) -> str | None:
    """The unlisted actor whose name begins with the words: "Huawei" after "Huawei Technologies"."""
    found = [key for key in scene.cast.actors if key.startswith(f"{kind}:{said}-")]
    return found[0] if len(found) == 1 else None


def _named_so(tokens: list[Token]) -> bool:
    """Is every word of it written as a name?"""
    written = all(t.text[:1].isupper() or t.pos_ == "ADP" or len(t) < 4 for t in tokens)
    return written and tokens[-1].pos_ == "PROPN" and tokens[-1].text[:1].isupper()


def _is_day(tokens: list[Token]) -> bool:
    """Is it the name of a day: the Super of "Super Tuesday"?"""
    behind = tokens[-1].doc[tokens[-1].i + 1 : tokens[-1].i + 2].text
    return behind[:1].isupper() and weekday(behind.lower()) is not None


def _described(scene: Scene, tokens: list[Token]) -> bool:
    """Is it rather a description with a country: "Spain's Interior Ministry"?"""
    before, behind = tokens[0].i - 1, tokens[-1].i + 1
    lower = scene.layout.lower
    located = behind + 1 in scene.countries and lower[behind] in {"of", "in"}
    return tokens[-1].lower_ in titles.load().bodies and (
        located or before in scene.countries or lower[before] in {"'s", "’s"}
    )


def _vague(tokens: list[Token], kind: str) -> bool:
    """Is it no body at all: a thing, an office, or a single word that does nothing in its sentence?"""
    last, lists = tokens[-1].lower_, titles.load()
    if last in listed("things_named") or last in lists.persons or last in lists.groups:
        return True
    if len(tokens) > 1:
        return False
    if last in lists.bodies or last in listed("nobody"):
        return True
    return kind == "organisation" and tokens[0].dep_ not in {"nsubj", "nsubjpass", "poss", "pobj", "dobj", "appos"}
