"""Pronouns and descriptions: who "he", "the minister" and "the alliance" are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from wirecopy.language.actors.actors import scene_of
from wirecopy.language.actors.cast import Cast, Named, settle
from wirecopy.language.actors.describing import demonym, describe
from wirecopy.language.actors.descriptions import phrases
from wirecopy.language.actors.pronouns import PRONOUNS, point
from wirecopy.language.actors.salience import Memory, numbered
from wirecopy.language.actors.stage import Stage
from wirecopy.language.actors.tails import Beside
from wirecopy.model import Actor, Mention, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc


# Who is from elsewhere or whose country never shows: a report on one country does not make them its own.
_ABROAD = frozenset(
    (
        "western",
        "european",
        "foreign",
        "international",
        "arab",
        "nato",
        "un",
        "eu",
        "diplomat",
        "diplomats",
        "reporters",
    )
)


def resolve(report: Report, doc: Doc, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with descriptions and third-person pronouns added, in text order; an unsure one has no actor.

    Goes through the text once, so that whoever a description brings in can be met again ("the official"). "I" and
    "we" are left to whoever finds the speaker of a quotation.
    """
    scene = scene_of(report, doc)
    layout = scene.layout
    if not layout.tokens:
        return mentions
    named = [Named(m.span.start, m.span.end, m.actor.id if m.actor else None, m.because) for m in mentions]
    cast = Cast({m.actor.id: m.actor for m in mentions if m.actor}, list(named))
    stage = Stage(scene, cast, Memory(layout, numbered(layout)))
    steps: list[tuple[int, int, Callable[[], None]]] = []
    for name in named:
        if name.actor is not None:
            head = layout.head(*layout.span(name.start, name.end))
            steps.append((head.i, 0, partial(stage.memory.meet, name.actor, head)))
    for phrase in phrases(layout, Beside(scene.names, scene.countries), frozenset(scene.persons)):
        steps.append((phrase.head, 1, partial(describe, stage, phrase)))
    for first, after, state, several in scene.demonyms:
        steps.append((after - 1, 1, partial(demonym, stage, first, after, state, several)))
    for at, token in enumerate(layout.tokens):
        if layout.lower[at] in PRONOUNS:
            steps.append((token.i, 2, partial(point, stage, token)))
    for _, _, step in sorted(steps, key=lambda s: s[:2]):
        step()
    _at_home(cast, {country for country in scene.countries.values() if country})
    return settle(report, cast.named, cast.actors)


def _stateless(actor: Actor) -> bool:
    """Is it a body of many states (the European Commission), whose people may come from any?"""
    return actor.kind == "organisation" and actor.country is None and ":" not in actor.id


def _at_home(cast: Cast, named: set[str]) -> None:
    """Where a report names one country alone, its office-holders and groups without a country belong there."""
    countries = named | {actor.country for actor in cast.actors.values() if actor.country}
    elsewhere = any("counterpart" in actor.name or _stateless(actor) for actor in cast.actors.values())
    if len(countries) != 1 or elsewhere:
        return
    (country,) = countries
    for key, actor in list(cast.actors.items()):
        if _ABROAD & set(actor.name.lower().split()) or "-" in actor.name:
            continue
        described = actor.kind == "group" and actor.id.startswith("group:")
        if described or (actor.kind == "person" and (actor.roles or actor.anonymous)):
            cast.place(key, country)
