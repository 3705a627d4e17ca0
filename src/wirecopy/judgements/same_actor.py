"""Which actors of different reports are one: the same id, or an unknown person's surname, or a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from wirecopy.model import Actor, Judgement, Role

RULE = "same_actor@1"


def unify(actors: Iterable[Actor]) -> tuple[Mapping[str, Actor], tuple[Judgement, ...]]:
    """From all actors of all reports: id → the account's actor, and the judgements that joined different ids.

    Independent of order: groups are formed over sorted ids and the canonical member is the one with the longest name.
    """
    by_id: dict[str, list[Actor]] = {}
    for actor in actors:
        by_id.setdefault(actor.id, []).append(actor)
    ids = sorted(by_id)
    target = {i: i for i in ids}
    judgements = []
    for left, right, because in _persons({i: by_id[i][0] for i in ids}):
        target[left] = right
        judgements.append(Judgement(left, right, "same actor", "yes", because, RULE))
    members: dict[str, list[Actor]] = {}
    for i in ids:
        members.setdefault(target[i], []).extend(by_id[i])
    merged = {root: merge(group, root) for root, group in members.items()}
    return {i: merged[target[i]] for i in ids}, tuple(judgements)


def _persons(actors: Mapping[str, Actor]) -> Iterable[tuple[str, str, str]]:
    """(id, id that it is, reason): persons known by a surname alone, or whose name differs by one letter."""
    people = {i: a for i, a in actors.items() if a.kind == "person" and not a.anonymous}
    full: dict[str, list[str]] = {}
    for i, actor in people.items():
        if " " in actor.name:
            full.setdefault(actor.name.split()[-1].lower(), []).append(i)
    for i, actor in people.items():
        words = actor.name.lower().split()
        same = full.get(words[-1], [])
        if len(words) == 1 and len(same) == 1:
            yield i, same[0], f"“{actor.name}” is the surname of {people[same[0]].name} alone in these reports"
        elif len(words) > 1 and i.startswith("person:"):
            near = [j for j, other in people.items() if j != i and (not j.startswith("person:") or j < i)
                    and _one_letter(actor.name.lower(), other.name.lower())]  # fmt: skip
            if len(near) == 1:
                yield i, near[0], f"“{actor.name}” differs from “{people[near[0]].name}” in one letter"


def _one_letter(left: str, right: str) -> bool:
    """Do two names of six letters or more differ by one letter changed, added or dropped?"""
    if min(len(left), len(right)) < 6 or abs(len(left) - len(right)) > 1 or left[0] != right[0] or left == right:
        return False
    head = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    tails = [(left[head + 1 :], right[head:]), (left[head:], right[head + 1 :]), (left[head + 1 :], right[head + 1 :])]
    return any(a == b for a, b in tails)


def merge(group: list[Actor], actor_id: str) -> Actor:
    """One actor of several: the fullest name, every other spelling as an alias, every role once."""
    first = next((a for a in group if a.id == actor_id), group[0])
    aliases = sorted({name for a in group for name in (a.name, *a.aliases)} - {first.name})
    roles: dict[tuple[str, str], Role] = {}
    for actor in group:
        for role in actor.roles:
            roles.setdefault((role.role.lower(), (role.organisation or "").lower()), role)
    country = first.country or next((a.country for a in group if a.country), None)
    ordered = tuple(roles[key] for key in sorted(roles))
    return replace(first, aliases=tuple(aliases), roles=ordered, country=country)
