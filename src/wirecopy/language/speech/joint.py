"""Several who are named by one phrase and speak or act together: "the two presidents", "Premier Roe and Ana Paz"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wirecopy.model import Actor, Mention, Span


def persons_at(mentions: Iterable[Mention], span: Span) -> list[Actor]:
    """The persons, two or more, whom the words at one place mean; none where they mean one, or bodies."""
    found = [mention.actor for mention in mentions if mention.span == span and mention.actor is not None]
    persons = {actor.name: actor for actor in found if actor.kind == "person"}
    return [persons[name] for name in sorted(persons)] if len(persons) > 1 else []


def only_two(mentions: Sequence[Mention], at: int) -> list[Actor]:
    """The two persons whom a report has called "the presidents", or the like, before a place, and who are all that it names."""
    everybody = {m.actor.id for m in mentions if m.actor and m.actor.kind == "person" and not m.actor.anonymous}
    joint = (persons_at(mentions, mention.span) for mention in mentions if mention.span.end <= at)
    return next((two for two in joint if len(two) == 2 and {one.id for one in two} == everybody), [])


def group_of(actors: Sequence[Actor]) -> Actor:
    """Those who do something together as one actor, of a country that all of them are of."""
    names = [actor.name for actor in actors]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    countries = {actor.country for actor in actors}
    country = countries.pop() if len(countries) == 1 else None
    return Actor("group:" + re.sub(r"\W+", "-", name.lower()), name, "group", country=country, anonymous=True)
