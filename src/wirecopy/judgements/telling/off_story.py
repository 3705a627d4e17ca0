"""Reports of a crisis' folder that are of something else: the match beside it, a storm at home.

They share nobody with the others. What they tell is kept with them, and is no line of the account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence, Set

from wirecopy.judgements.telling.strands import is_of_politics
from wirecopy.judgements.told import Told, actors_of
from wirecopy.model import Actor, Event, Judgement

BODIES = frozenset({"state", "office", "organisation", "group"})
MAIN = 0.1  # fewest deeds between countries, of all, to which one that the story is about is party
RULE = "off_story@1"
LEAST = 10  # reports: of fewer nobody can tell what the rest is about
MOST = 0.25
"""Most reports, of all, that can be beside the story. Where more are, the folder is of many things, and none is the rest."""


def off_story(told: Sequence[Told]) -> list[Judgement]:
    """The reports that share nobody with the others, one judgement each; of an account of what states do to each other.

    Two reports are linked by whoever has a name in the claims of both, by the bodies of every country that does something
    to another in the account, or has it done to it, and by anybody of the countries that mostly do. The story is the
    largest group of reports so linked.
    """
    reports: dict[str, set[Hashable]] = {}
    deeds = [met for one in told if (met := _met(one))]
    meeting = Counter(country for met in deeds for country in met)
    main = {country for country, count in meeting.items() if count >= MAIN * len(deeds)}
    for one in told:
        reports.setdefault(one.report.id, set()).update(_links(actors_of(one.finding), meeting.keys(), main))
    if len(reports) < LEAST or not deeds or not is_of_politics(told):
        return []
    groups = _linked(reports)
    story = max(groups, key=lambda group: (len(group), sorted(group)))
    beside = sorted(report for group in groups if group is not story for report in group)
    if len(beside) > MOST * len(reports):
        return []
    because = "names nobody whom another report of the story names, and no country that meets another in it"
    return [Judgement(one, one, "off the story", "yes", because, RULE) for one in beside]


def without(told: Sequence[Told], beside: Iterable[Judgement]) -> list[Told]:
    """The claims without those of reports that are beside the story."""
    left = {one.left for one in beside}
    return [one for one in told if one.report.id not in left]


def _met(told: Told) -> frozenset[str]:
    """The countries that a deed is between; none where it is of one alone, or of none."""
    event = told.finding
    if not isinstance(event, Event) or event.act is None:
        return frozenset()
    found = frozenset(actor.country for actor in (*event.who, *event.whom) if actor.country)
    return found if len(found) > 1 else frozenset()


def _links(actors: Iterable[Actor], meeting: Set[str], main: Set[str]) -> Iterable[Hashable]:
    for actor in actors:
        if actor.country in (meeting if actor.kind in BODIES else main):
            yield "country", actor.country
        if not actor.anonymous:
            yield "actor", actor.id


def _linked(reports: dict[str, set[Hashable]]) -> list[set[str]]:
    """The reports in groups, of which no two share a link; a report is in the group of whatever shares one with it."""
    groups: list[tuple[set[str], set[Hashable]]] = []
    for report, links in sorted(reports.items()):
        near = [group for group in groups if group[1] & links]
        groups = [group for group in groups if not group[1] & links]
        groups.append(({report}.union(*(one for one, _ in near)), links.union(*(keys for _, keys in near))))
    return [group for group, _ in groups]
