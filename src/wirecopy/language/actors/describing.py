"""What a description means: a body of a state, a group, or (see `holders`) somebody by office."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from wirecopy import words
from wirecopy.language.actors import titles
from wirecopy.language.actors.cast import BESIDE
from wirecopy.language.actors.descriptions import Phrase
from wirecopy.language.actors.gazetteer import slug
from wirecopy.language.actors.groups import ADMINISTERED, describe_group, label
from wirecopy.language.actors.holders import describe_person, owner_of
from wirecopy.language.actors.salience import recent
from wirecopy.language.actors.stage import WHOLE, Stage
from wirecopy.language.actors.tails import listed
from wirecopy.model import Actor


def describe(stage: Stage, phrase: Phrase) -> None:
    """Resolve one description and note it."""
    phrase = _possessed(stage, phrase)
    if phrase.kind == "organisation":
        _body(stage, phrase)
    elif phrase.kind == "group":
        describe_group(stage, phrase)
    else:
        describe_person(stage, phrase)


def _possessed(stage: Stage, phrase: Phrase) -> Phrase:
    """ "Its foreign ministry", "his government": the phrase with the state that the pronoun means, or whose person it means.

    Of a person that holds for what only a state has: "his office" and "his troops" may be his own.
    """
    if phrase.possessor is None or phrase.country or phrase.of or phrase.kind == "person":
        return phrase
    owner = owner_of(stage, phrase)
    if owner is None or owner.country is None:
        return phrase
    head = stage.head(phrase)
    of_state = phrase.kind == "organisation" and head in listed("of_state")
    if (owner.kind == "state" and head not in {"side", "state"}) or (
        owner.kind == "person" and not owner.anonymous and of_state
    ):
        return replace(phrase, country=owner.country)
    return phrase


def demonym(stage: Stage, first: int, after: int, state: str, several: bool) -> None:
    """ "The Rwandan", "the Swiss": a person of that state met lately, else (where the word can mean a people) the state."""
    start, end = stage.scene.layout.chars(first, after)
    token = stage.scene.layout.tokens[after - 1]
    country = stage.scene.gazetteer.actors[state].country
    of_it = {k for k, actor in stage.cast.actors.items() if actor.kind == "person" and actor.country == country}
    if not (several and state in stage.cast.actors):
        for seen in recent(stage.memory, token.i, of_it.__contains__, 2):
            stage.cast.name(start, end, seen.actor, "the one of that state who was named before")
            return stage.memory.meet(seen.actor, token)
    if several:
        key = stage.cast.enter(stage.scene.gazetteer.actors[state])
        stage.cast.name(start, end, key, "people of a state, for the state")
        stage.memory.meet(key, token)
    return None


def _state(stage: Stage, phrase: Phrase) -> str | None:
    """The state whose government a phrase names, if it is in the gazetteer."""
    code = phrase.country
    return code if code in stage.scene.gazetteer.actors else None


def _body(stage: Stage, phrase: Phrase) -> None:
    """ "The Ukrainian government" is the state; "the Russian embassy" an office; "the alliance" one named before."""
    known, head = titles.load(), stage.head(phrase)
    code = _state(stage, phrase)
    if (
        head in known.governments
        and code is not None
        and (phrase.of in {None, code} or str(phrase.of).startswith("place:"))
    ):
        stage.cast.enter(stage.scene.gazetteer.actors[code])
        return stage.name(phrase, code, "government of a state, for the state")
    if head in known.governments:
        return None
    if (called := _called(stage, phrase, head)) is not None:
        return stage.name(phrase, called, BESIDE)
    if phrase.country or phrase.of:
        said = label(stage, phrase)
        kind = "office" if head in known.offices else "organisation"
        country = phrase.country or stage.country_of(phrase.of)
        vague = phrase.determiner == "indefinite"
        key = stage.cast.enter(Actor(f"{kind}:{slug(said)}", said, kind, country, anonymous=vague))
        return stage.name(phrase, key, "body of a state or an organisation")
    if phrase.determiner == "definite":
        return _body_again(stage, phrase, head)
    return None


def _called(stage: Stage, phrase: Phrase, head: str) -> str | None:
    """The body that a word only says what it is of: "the BRICS group", "the Hamas movement"."""
    before = stage.scene.names.get(phrase.head - 1)
    if before is None or head not in listed("apposed"):
        return None
    actor = stage.cast.actors.get(before)
    return before if actor is not None and actor.kind in {"organisation", "group"} else None


def _body_again(stage: Stage, phrase: Phrase, head: str) -> None:
    """A body named before by the same word, or one of those that the word usually stands for."""
    usual, lower = _usual_bodies().get(head, ()), stage.scene.layout.tokens[phrase.head].text == head
    if _is_another(stage, phrase):
        return stage.name(phrase, None, f"a {head} that is told by what it does")
    if kind := _kind_of_its_own(stage, phrase):
        return _body_of_kind(stage, phrase, kind)
    for seen in recent(stage.memory, phrase.head, lambda _: True, WHOLE):
        actor = stage.cast.actors[seen.actor]
        if lower and head in ADMINISTERED and head.title() in actor.name:
            continue  # an agency called so: "the administration" is who governs
        if _is_of_other_field(stage, phrase, actor):
            continue
        if actor.id in usual or (
            actor.kind in {"organisation", "office"} and head in actor.name.lower().replace("-", " ").split()
        ):
            return stage.name(phrase, actor.id, f"the {head} named before")
    named = [key for key in usual if key in stage.cast.actors]
    if len(named) == 1:
        return stage.name(phrase, named[0], f"the one {head} that the report names")
    if head in {"movement", "group", "organisation", "organization"}:
        for seen in recent(stage.memory, phrase.head, lambda _: True, 2):
            actor = stage.cast.actors[seen.actor]
            if actor.kind not in {"organisation", "group"}:
                continue
            if actor.id not in stage.scene.gazetteer.actors:
                break  # it may be the one that is meant
            return stage.name(phrase, actor.id, f"the {head} named before")
    start, end = stage.scene.layout.chars(phrase.head, phrase.head + 1)
    if usual and stage.scene.report.text[start].isupper() and end:
        key = stage.cast.enter(stage.scene.gazetteer.actors[usual[0]])
        return stage.name(phrase, key, f"the {head} that is written with a capital")
    return stage.name(phrase, None, f"no {head} named before")


def _is_another(stage: Stage, phrase: Phrase) -> bool:
    """Is it told apart by other words than its kind ("the aid group that employed him"), so that none named before is meant?"""
    low, tokens = stage.scene.layout.lower, stage.scene.layout.tokens
    behind = low[phrase.head + 1 : phrase.head + 2]
    if tokens[phrase.head].text[:1].isupper() and behind in {("to",), ("for",), ("on",)}:
        return any(
            word.text[:1].isupper() for word in tokens[phrase.head + 2 : phrase.head + 3]
        )  # "the Council for Trade"
    return low[phrase.after : phrase.after + 1] in {("that",), ("which",), ("who",)} and phrase.head - phrase.first > 1


def _is_of_other_field(stage: Stage, phrase: Phrase, actor: Actor) -> bool:
    """ "The defence ministry" is none that the report has as "Chad's intelligence ministry"."""
    said, known = set(stage.scene.layout.lower[phrase.first : phrase.head]), set(actor.name.lower().split())
    fields = listed("fields")
    return bool(said & fields and known & fields) and not said & known & fields


def _kind_of_its_own(stage: Stage, phrase: Phrase) -> frozenset[str]:
    """The words by which a body is another than its head alone may mean: "the electoral council" is not the UN's."""
    low = stage.scene.layout.lower
    return listed("own_kind") & set(low[phrase.first : phrase.head])


def _body_of_kind(stage: Stage, phrase: Phrase, kind: frozenset[str]) -> None:
    """The body named before that has the words of its kind, else one that the report names by these words alone."""
    head = stage.head(phrase)
    for seen in recent(stage.memory, phrase.head, lambda _: True, WHOLE):
        actor = stage.cast.actors[seen.actor]
        if {head, *kind} <= set(actor.name.lower().replace("-", " ").split()):
            return stage.name(phrase, actor.id, f"the {head} named before")
    said = label(stage, phrase)
    key = stage.cast.enter(Actor(f"organisation:{slug(said)}", said, "organisation"))
    return stage.name(phrase, key, "a body of its own kind")


@cache
def _usual_bodies() -> dict[str, tuple[str, ...]]:
    return {str(word): tuple(str(ids).split()) for word, ids in words.load("descriptions")["bodies"].items()}
