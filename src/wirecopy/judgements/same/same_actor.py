"""Which actors of different reports are one: by id, spelling, acronym, office, or the administration that they serve."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from wirecopy import words
from wirecopy.language.actors import titles
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.language.actors.gazetteer import words_of
from wirecopy.language.actors.spelling import of_gazetteer, spelled
from wirecopy.language.actors.tails import listed
from wirecopy.model import Actor, Judgement, Role

RULE = "same_actor@3"
Joined = tuple[str, str, str]  # an id, the id that it is, and why


def unify(
    actors: Iterable[Actor], decided: Sequence[Judgement] = ()
) -> tuple[Mapping[str, Actor], tuple[Judgement, ...]]:
    """From all actors of all reports: id → the account's actor, and the judgements that joined different ids.

    Independent of order: every rule looks at all actors, in the order of their ids; the one that is joined to keeps its
    id and name. What analysts `decided` comes first, and no rule joins two whom they hold apart.
    """
    by_id: dict[str, list[Actor]] = {}
    for actor in actors:
        by_id.setdefault(actor.id, []).append(actor)
    ids = sorted(by_id)
    known = {i: merge(by_id[i], i) for i in ids}
    target = {i: i for i in ids}
    judgements = []
    apart = [(one.left, one.right) for one in decided if one.verdict == "no"]
    for one in decided:
        if one.verdict == "yes" and one.left in target and not _meets(one.left, one.right, target, apart):
            target[_root(one.left, target)] = _root(one.right, target)
    for left, right, because in _joined(known):
        if target[left] == left and left != right and not _meets(left, right, target, apart):
            target[left] = right
            judgements.append(Judgement(left, right, "same actor", "yes", because, RULE))
    members: dict[str, list[Actor]] = {}
    for i in ids:
        members.setdefault(_root(i, target), []).extend(by_id[i])
    merged = {root: merge(_with_root(group, root), root) for root, group in members.items()}
    return {i: merged[_root(i, target)] for i in ids}, tuple(judgements)


def _meets(left: str, right: str, target: Mapping[str, str], apart: Iterable[tuple[str, str]]) -> bool:
    """Would joining two bring together, through those who are joined to them, two that are held apart?"""
    ends = {_root(left, target), _root(right, target)}
    return any({_root(a, target), _root(b, target)} == ends for a, b in apart)


def worth_a_line(actor: Actor) -> bool:
    """Is an actor somebody to list, not just anybody ("reporters", "troops", "the envoy")?

    Whoever has a name is; a group needs a side ("US officials"), somebody anonymous a side or more than one word of
    office ("senior administration official"); a body that is only "a Russian agency" is not.
    """
    if actor.kind == "group" and actor.id.startswith("group:"):
        return actor.name != actor.name.lower() or actor.name in listed("fighting")
    if actor.kind == "person" and actor.anonymous:
        said = actor.name.lower().split()
        return len(said) > 1 and bool(set(said) & listed("speaking"))
    return not actor.anonymous


def _root(actor_id: str, target: Mapping[str, str]) -> str:
    """The end of a chain of joins; a circle ends at its smallest id."""
    met = [actor_id]
    while (following := target.get(met[-1], met[-1])) not in met:
        met.append(following)
    return following if following == met[-1] else min(met)


def _with_root(group: list[Actor], root: str) -> list[Actor]:
    """The group with the gazetteer's actor where only its spellings were met."""
    listed_one = gazetteer().actors.get(root)
    if listed_one is None or any(actor.id == root for actor in group):
        return group
    return [replace(listed_one, roles=()), *group]


def _joined(actors: Mapping[str, Actor]) -> Iterator[Joined]:
    people = {i: a for i, a in actors.items() if a.kind == "person" and not a.anonymous}
    yield from _surnames(people)
    yield from _spellings(people)
    yield from _office_holders(actors, people)
    yield from _acronyms(actors)
    yield from _bodies(actors)
    yield from _administrations(actors)
    yield from _regions(actors)


def _regions(actors: Mapping[str, Actor]) -> Iterator[Joined]:
    """The Crimea region is Crimea, where the reports name both."""
    for i, actor in actors.items():
        bare = re.sub(r"[- ](?:region|peninsula|province)$", "", i)
        if actor.kind == "place" and bare != i and bare in actors:
            yield i, bare, f"“{actor.name}” names {actors[bare].name}"


def _surnames(people: Mapping[str, Actor]) -> Iterator[Joined]:
    """Persons known by a surname alone that one other has."""
    full: dict[str, list[str]] = {}
    for i, actor in people.items():
        if " " in actor.name:
            full.setdefault(spelled(actor.name.split()[-1]), []).append(i)
    for i, actor in people.items():
        same = full.get(spelled(actor.name), [])
        if " " not in actor.name and len(same) == 1:
            yield i, same[0], f"“{actor.name}” is the surname of {people[same[0]].name} alone in these reports"


def _spellings(people: Mapping[str, Actor]) -> Iterator[Joined]:
    """Persons whose full names are one name in another transliteration, or differ in one letter."""
    alike: dict[str, list[str]] = {}
    for i, actor in people.items():
        alike.setdefault(spelled(actor.name), []).append(i)
    for i, actor in people.items():
        if not i.startswith("person:") or " " not in actor.name:
            continue
        listed_one = of_gazetteer(actor.name)
        same = [j for j in alike[spelled(actor.name)] if j != i and (not j.startswith("person:") or j < i)]
        if listed_one or same:
            yield i, listed_one or same[0], f"“{actor.name}” is another spelling of one name"
            continue
        near = [
            j
            for j, other in people.items()
            if j != i and (not j.startswith("person:") or j < i) and one_letter(actor.name.lower(), other.name.lower())
        ]
        if len(near) == 1:
            yield i, near[0], f"“{actor.name}” differs from “{people[near[0]].name}” in one letter"


def _office_holders(actors: Mapping[str, Actor], people: Mapping[str, Actor]) -> Iterator[Joined]:
    """An office that one person at a time holds ("Polish president"), with the only one who holds it in these reports."""
    held: dict[tuple[str, str | None], set[str]] = {}
    for i, person in people.items():
        for role in person.roles:
            held.setdefault((titles.office(role.role), person.country), set()).add(i)
    for i, actor in actors.items():
        if actor.kind != "person" or not actor.anonymous or actor.country is None or not actor.roles:
            continue
        office = titles.office(actor.roles[0].role)
        holders = held.get((office, actor.country), set())
        if office in listed_offices() and len(holders) == 1:
            holder = next(iter(holders))
            yield i, holder, f"{people[holder].name} alone is {office} of that state in these reports"


def listed_offices() -> frozenset[str]:
    """Offices that one person at a time holds in a state, by their usual names."""
    return frozenset(name.replace("_", " ") for name in listed("single_offices"))


def _bodies(actors: Mapping[str, Actor]) -> Iterator[Joined]:
    """A body that a report only describes ("his defence ministry"), with that of the gazetteer which is called so."""
    known = gazetteer()
    for i, actor in actors.items():
        said = tuple(word.key for word in words_of(actor.name))
        if ":" not in i or actor.kind not in {"organisation", "office"} or not said:
            continue
        named = {name.actor for name in known.names.get(said[0], ()) if name.words == said}
        same = [j for j in named if (known.actors[j].kind, known.actors[j].country) == (actor.kind, actor.country)]
        if len(same) == 1:
            yield i, same[0], f"“{actor.name}” is what {known.actors[same[0]].name} is called"


def _acronyms(actors: Mapping[str, Actor]) -> Iterator[Joined]:
    """An unknown body named by capitals alone, with the only one whose name has those initials."""
    initials: dict[str, list[str]] = {}
    bodies = {i: a for i, a in actors.items() if a.kind in {"organisation", "office", "group"}}
    for i, actor in bodies.items():
        initials.setdefault("".join(re.findall(r"\b[A-Z]", actor.name)), []).append(i)
    for i, actor in bodies.items():
        same = [j for j in initials.get(actor.name, []) if " " in bodies[j].name]
        if ":" in i and actor.name.isupper() and 3 <= len(actor.name) <= 6 and len(same) == 1:
            yield i, same[0], f"“{actor.name}” has the initials of {bodies[same[0]].name}"


def _administrations(actors: Mapping[str, Actor]) -> Iterator[Joined]:
    """ "Administration officials" are those of the one administration that these reports name."""
    for i, actor in actors.items():
        if not actor.name.lower().startswith("administration "):
            continue
        same = [j for j, other in actors.items() if j != i and other.kind == actor.kind
                and other.name.lower().endswith(f" {actor.name.lower()}") and other.name[:1].isupper()]  # fmt: skip
        if len(same) == 1:
            yield i, same[0], f"the only {actor.name} that these reports name with an administration"


def one_letter(left: str, right: str) -> bool:
    """Do two names of six letters or more differ by one letter changed, added or dropped?"""
    if min(len(left), len(right)) < 6 or abs(len(left) - len(right)) > 1 or left[0] != right[0] or left == right:
        return False
    head = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    tails = [(left[head + 1 :], right[head:]), (left[head:], right[head + 1 :]), (left[head + 1 :], right[head + 1 :])]
    return any(a == b for a, b in tails)


def merge(group: list[Actor], actor_id: str) -> Actor:
    """One actor of several: the name of the one with the id, every other spelling as an alias, every role once."""
    first = next((a for a in group if a.id == actor_id), group[0])
    aliases = sorted({name for a in group for name in (a.name, *a.aliases)} - {first.name})
    country = first.country or next((a.country for a in sorted(group, key=lambda a: a.id) if a.country), None)
    if first.kind == "group" and set(first.name.lower().split()[-1:]) & set(words.load("comparing")["others"]):
        country = None  # US allies are no Americans
    return replace(first, aliases=tuple(aliases), roles=_roles(group), country=country)


def _roles(group: Iterable[Actor]) -> tuple[Role, ...]:
    """Every role once: the usual word of two for one office, and none that a fuller one says (president, of nobody)."""
    roles: dict[tuple[str, str], Role] = {}
    for role in sorted((r for actor in group for r in actor.roles), key=lambda r: (r.role, r.organisation or "")):
        roles.setdefault((titles.office(role.role), (role.organisation or "").lower()), role)
    kept = [
        role
        for (office, body), role in sorted(roles.items())
        if not any(
            (other == office and whose and not body)
            or (whose == body and other != office and (other.endswith(f" {office}") or office in listed("vague_roles")))
            for other, whose in roles
        )
    ]
    return tuple(kept)
