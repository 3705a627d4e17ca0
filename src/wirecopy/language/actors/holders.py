"""Whom a description of a person means: somebody of the report, the holder of an office, or somebody known by office alone."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from wirecopy.language.actors import titles
from wirecopy.language.actors.cast import BESIDE
from wirecopy.language.actors.descriptions import Phrase
from wirecopy.language.actors.gazetteer import slug
from wirecopy.language.actors.salience import recent
from wirecopy.language.actors.stage import WHOLE, Stage
from wirecopy.language.actors.tails import listed
from wirecopy.model import Actor, Role

# "Senior official of the administration", as it is usually called.
_ADMINISTERED = re.compile(r"^((?:\w+ ){0,2})(officials?|sources?) (?:of|in|from|with) the administration$", re.I)
_OWNING = frozenset({"his", "her", "its", "their"})
_SEATED = frozenset({"office", "organisation"})
# Verbs whose "of" tells no body: accused the premier of theft.
_CHARGING = frozenset(
    {"accuse", "convict", "acquit", "suspect", "warn", "inform", "remind", "assure", "rob", "strip", "relieve"}
)
# Words for whoever leads, which name no office.
_NICKNAMES = frozenset(
    {"strongman", "ruler", "dictator", "leader", "boss", "head", "chief", "official", "person", "source"}
)


def describe_person(stage: Stage, phrase: Phrase) -> None:
    """Somebody named before whose office fits, else the holder of the office, else somebody known by office alone."""
    ruling = titles.ruling(stage.scene.layout.lower[phrase.head : phrase.head + 3])
    phrase = replace(phrase, role=ruling) if ruling else phrase
    beside = _apposed(stage, phrase) or _equal(stage, phrase)
    if beside is not None:
        stage.cast.place(beside, phrase.country or stage.country_of(phrase.of))
        if phrase.role not in _NICKNAMES | {"counterpart"}:
            stage.cast.hold(beside, Role(phrase.role, _organisation(stage, phrase)))
        return stage.name(phrase, beside, BESIDE)
    if phrase.determiner == "indefinite":
        return _nobody_known(stage, phrase, "known by office alone")
    if phrase.determiner == "bare" and not (phrase.country or phrase.of):
        return None
    if stage.head(phrase) == "counterpart":
        return _counterpart(stage, phrase)
    fitting = _named_before(stage, phrase)
    if fitting:
        stage.cast.place(fitting[0], phrase.country)
        told = phrase.country or phrase.of or (" " in phrase.role and not stage.cast.actors[fitting[0]].roles)
        if told and phrase.role not in _NICKNAMES:
            stage.cast.hold(fitting[0], Role(phrase.role, _organisation(stage, phrase)))
        return stage.name(phrase, fitting[0], "somebody named before whose office fits")
    nameless = _last_nameless(stage, phrase)
    if nameless is not None:
        return stage.name(phrase, nameless, "the one known by office alone, named before")
    holder = _holder(stage, phrase) or _later(stage, phrase)
    if holder is not None:
        if holder not in stage.cast.actors:
            stage.cast.enter(_bare_person(stage.scene.gazetteer.actors[holder]))
        if phrase.role not in _NICKNAMES:
            stage.cast.hold(holder, Role(phrase.role, _organisation(stage, phrase)))
        return stage.name(phrase, holder, "holder of the office, by the report's date or who is named in it")
    return _nobody_known(stage, phrase, "an office whose holder is not known")


def _counterpart(stage: Stage, phrase: Phrase) -> None:
    """Who holds the office there that somebody met before holds here ("his Turkish counterpart"), or nobody known."""
    wanted = phrase.country or stage.country_of(phrase.of)
    last = recent(stage.memory, phrase.head, lambda k: stage.cast.actors[k].kind == "person", 2)
    offices = {office for seen in list(last)[:1] for office in roles_of(stage, seen.actor)}
    fitting = [
        key
        for key, actor in stage.cast.actors.items()
        if wanted
        and actor.kind == "person"
        and actor.country
        and _kin(actor.country, wanted)
        and not actor.anonymous
        and any(titles.fits(office, roles_of(stage, key)) for office in offices)
    ]
    if len(fitting) == 1:
        return stage.name(phrase, fitting[0], "the one of that state who holds the same office")
    if wanted is None:
        other = _partner(stage, phrase)
        return stage.name(
            phrase, other, "the other one of the same office" if other else "a counterpart of nobody knows where"
        )
    return _nobody_known(stage, phrase, "a counterpart whose name is not known")


def _partner(stage: Stage, phrase: Phrase) -> str | None:
    """Who "his counterpart" is without a state: the one other person met lately, else ever, who holds the owner's office."""
    owner = owner_of(stage, phrase)
    if owner is None or owner.kind != "person":
        return None
    offices = roles_of(stage, owner.id)
    for reach in (3, WHOLE):
        met = recent(stage.memory, phrase.head, lambda k: stage.cast.actors[k].kind == "person", reach)
        others = {
            seen.actor
            for seen in met
            if (other := stage.cast.actors[seen.actor]).country not in (None, owner.country)
            and any(titles.fits(office, roles_of(stage, other.id)) for office in offices)
        }
        if others:
            return others.pop() if len(others) == 1 else None
    return None


def _later(stage: Stage, phrase: Phrase) -> str | None:
    """The one person whom the report names only after describing them ("the president ... Putin")."""
    if phrase.country or phrase.of or phrase.determiner == "possessive" or _body(stage, phrase):
        return None
    people = [key for key, actor in stage.cast.actors.items() if actor.kind == "person" and not actor.anonymous]
    fitting = [key for key in people if titles.fits(phrase.role, roles_of(stage, key))]
    return fitting[0] if len(fitting) == 1 else None


def _apposed(stage: Stage, phrase: Phrase) -> str | None:
    """The person whose name stands behind the description and a comma ("our correspondent in Oslo, Liv Berg")."""
    layout = stage.scene.layout
    low = layout.lower
    comma = next((i for i in range(phrase.head + 1, min(phrase.head + 8, len(low) - 1)) if low[i] == ","), None)
    if comma is None or any(layout.tokens[i].pos_ in {"VERB", "AUX", "SCONJ"} for i in range(phrase.after, comma)):
        return None
    if low[phrase.head + 1] in {"'s", "’s", "'", "’"} or _goes_on(low[phrase.after : comma]):
        return None  # "the king's cousin, X", "the king and his cousin, X"
    last = comma + 1
    while last + 1 < len(low) and last in stage.scene.persons and last not in stage.scene.names:
        last += 1  # over a rank before the name
    key = stage.scene.names.get(last)
    if key is None or key not in stage.cast.actors or stage.cast.actors[key].kind != "person":
        return None
    while stage.scene.names.get(last + 1) == key:
        last += 1
    head = layout.head(comma + 1, last + 1)
    closed = low[last + 1 : last + 2] in {(",",), (".",), ("\n",), ("\n\n",), ()}
    beside = head.head.i == phrase.head or layout.tokens[phrase.head].head.i == head.i
    country = stage.cast.actors[key].country
    return key if (beside or closed) and country in {None, phrase.country or country} else None


def _equal(stage: Stage, phrase: Phrase) -> str | None:
    """The person whom a description is told to be: "The writer was General Tom Paz, and in it he urged"."""
    token = stage.scene.layout.tokens[phrase.head]
    if token.dep_ != "nsubj" or token.head.lemma_ != "be" or phrase.determiner != "definite" or phrase.of:
        return None
    name = next((c for c in token.head.children if c.dep_ == "attr" and c.pos_ == "PROPN" and c.i > token.head.i), None)
    negated = any(child.dep_ == "neg" for child in token.head.children)
    key = stage.scene.names.get(name.i) if name is not None and not negated else None
    return key if key in stage.cast.actors and stage.cast.actors[key].kind == "person" else None


def _goes_on(words: tuple[str, ...]) -> bool:
    """Do words join another person to a description, whose the name behind the comma then is?"""
    return any(one == "and" and other in {"the", "a", "an", *_OWNING} for one, other in pairwise(words))


def _last_nameless(stage: Stage, phrase: Phrase) -> str | None:
    """The last person met who is known by office alone: any for "the source", else one of the same office and side."""
    head, country = stage.head(phrase), phrase.country or stage.country_of(phrase.of)
    for seen in recent(stage.memory, phrase.head, lambda k: stage.cast.actors[k].anonymous, WHOLE):
        actor = stage.cast.actors[seen.actor]
        if actor.kind != "person":
            continue
        of_side = not (phrase.of or country) or country in {None, actor.country}
        if head == "source" or (head in {"official", "diplomat"} and of_side and head in actor.name.lower().split()):
            return seen.actor
    return None


def _nobody_known(stage: Stage, phrase: Phrase, because: str) -> None:
    said = _ADMINISTERED.sub(r"\1administration \2", stage.said(phrase))
    country = phrase.country or stage.country_of(phrase.of)
    if country is None and "administration" in phrase.role.split() + said.split() and "USA" in stage.cast.actors:
        country = "USA"
    role = Role(phrase.role, _organisation(stage, phrase))
    key = stage.cast.enter(Actor(f"person:{slug(said)}", said, "person", country, roles=(role,), anonymous=True))
    stage.name(phrase, key, because)


def _bare_person(actor: Actor) -> Actor:
    return Actor(actor.id, actor.name, actor.kind, actor.country)


def _organisation(stage: Stage, phrase: Phrase) -> str | None:
    key = phrase.of or phrase.country
    actor = stage.cast.actors.get(key or "") or stage.scene.gazetteer.actors.get(key or "")
    return actor.name if actor else None


def roles_of(stage: Stage, key: str, former: bool = False) -> list[str]:
    """The offices of somebody, as the report states them and as the gazetteer knows them (`former`: of any time)."""
    stated = [role.role for role in stage.cast.actors[key].roles]
    known = stage.scene.gazetteer.actors.get(key)
    published = stage.scene.report.published
    day = published.value[:10] if published else ""
    return stated + [role.role for role in (known.roles if known else ()) if former or _in_office(role, day)]


def _in_office(role: Role, day: str) -> bool:
    """Was the office held on a day, or within the year after (reports keep titles)? Without a day any is."""
    if not day or day[:4] == "XXXX":
        return True
    ended = f"{int(role.end[:4]) + 1}{role.end[4:]}" if role.end and role.end[:4].isdigit() else "9999"
    return (role.start or "") <= day <= ended


def _named_before(stage: Stage, phrase: Phrase) -> list[str]:
    """Persons met before whom the description fits, latest first; those of another state are left out.

    Of several presidents, "the president" is the one of the state whose office (the White House) was named last.
    """
    if phrase.role in listed("alone") and (phrase.of or phrase.country):
        return []
    tried: set[str] = set()
    fitting: list[str] = []
    wanted = phrase.country or stage.country_of(phrase.of)
    owner = _owner(stage, phrase)
    former = bool({"former", "ex", "late"} & set(phrase.role.split()))
    for seen in recent(stage.memory, phrase.head, lambda k: stage.cast.actors[k].kind == "person", WHOLE):
        if seen.actor in tried:
            continue
        tried.add(seen.actor)
        actor = stage.cast.actors[seen.actor]
        if wanted and actor.country and not _kin(actor.country, wanted):
            continue
        if owner is not None and (actor.id == owner.id or actor.country != owner.country):
            continue
        if titles.fits(phrase.role, roles_of(stage, seen.actor, former)) and not _is_of_another(stage, phrase, actor):
            fitting.append(seen.actor)
    if not wanted and len(fitting) > 1:
        nearest = next(
            (s for s in recent(stage.memory, phrase.head, lambda k: stage.cast.actors[k].kind in _SEATED, 1)), None
        )
        country = stage.cast.actors[nearest.actor].country if nearest else None
        fitting.sort(key=lambda key: country is not None and stage.cast.actors[key].country != country)
    return fitting


def _body(stage: Stage, phrase: Phrase) -> str | None:
    """The last word of the body of which somebody is the head, where it is no state: the court, the port."""
    words = () if " of " in phrase.role else stage.scene.layout.lower[phrase.head + 1 : phrase.after]
    charged = stage.scene.layout.tokens[phrase.head].head.lemma_.lower() in _CHARGING
    return words[-1] if words[:1] == ("of",) and len(words) > 1 and not (phrase.country or charged) else None


def _is_of_another(stage: Stage, phrase: Phrase, actor: Actor) -> bool:
    """Is nothing told of a person's being of the body that the description names: the head of ports, after a president?"""
    body = _body(stage, phrase)
    if body is None or any(role.organisation and body in role.organisation.lower() for role in actor.roles):
        return False
    low = stage.scene.layout.lower
    met = (seen.token for seen in stage.memory.seen if seen.actor == actor.id)
    return not any(body in low[max(0, at - 8) : min(at + 12, phrase.first)] for at in met)


def _owner(stage: Stage, phrase: Phrase) -> Actor | None:
    """The person whose spokesman or aide "his spokesman" is: somebody of another state is not meant."""
    actor = owner_of(stage, phrase)
    return actor if actor is not None and actor.kind == "person" else None


def owner_of(stage: Stage, phrase: Phrase) -> Actor | None:
    """Whom the possessive pronoun of a description means: "its ministry", "his spokesman"."""
    if phrase.possessor is None:
        return None
    start = stage.scene.layout.starts[phrase.possessor]
    key = next((name.actor for name in reversed(stage.cast.named) if name.start == start and name.actor), None)
    return stage.cast.actors.get(key or "")


def _kin(one: str, other: str) -> bool:
    """The same state, or one and its successor (Yugoslavia and Serbia)."""
    return one == other or {one, other} in ({"YUG", "SRB"}, {"RUS", "SUN"})


def _holder(stage: Stage, phrase: Phrase) -> str | None:
    """Who held the office on the report's date; without a date, the one of its holders whom the report names."""
    of = phrase.of if phrase.of and phrase.of != phrase.country else phrase.country
    if of is None:
        return None
    known = titles.load()
    said = titles.office(phrase.role)
    published = stage.scene.report.published
    day = published.value[:10] if published else None
    for role in (said, *known.wider.get(said, ())):
        terms = stage.scene.gazetteer.holders.get((of, role), ())
        held = {key for start, end, key in terms if day and start <= day <= end}
        named = {key for _, _, key in terms if key in stage.cast.actors}
        for found in (held, named):
            if len(found) == 1:
                return found.pop()
    return None
