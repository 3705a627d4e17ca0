"""The actors of the account: everyone who is named, with each spelling, role and mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.model import Actor, Entry, Evidence, Read


def actor_entries(reads: Sequence[Read], actors: Mapping[str, Actor], family_of: Mapping[str, str]) -> list[Entry]:
    """One line an actor, by kind and name. A name that stands in no report is no alias here.

    Whom only a claim has, by words that are no mention ("children"), is none.
    """
    mentions: dict[str, list[Evidence]] = {}
    said: dict[str, set[str]] = {}
    for read in reads:
        for mention in read.mentions:
            if mention.actor is not None:
                actor_id = actors[mention.actor.id].id
                mentions.setdefault(actor_id, []).append(Evidence(mention.span, "mention"))
                said.setdefault(actor_id, set()).update(mention.actor.aliases)
    entries = []
    for actor in {actor.id: actor for actor in actors.values() if actor.id in said}.values():
        evidence = tuple(mentions[actor.id])
        reports = tuple(dict.fromkeys(piece.span.report_id for piece in evidence))
        aliases = tuple(sorted(({*actor.aliases} | said[actor.id]) - {actor.name}))
        origins = len({family_of[report] for report in reports})
        entries.append(Entry(actor.id, "actor", replace(actor, aliases=aliases), (), reports, origins, evidence))
    return sorted(entries, key=lambda entry: (_of(entry).kind, _of(entry).name, entry.id))


def _of(entry: Entry) -> Actor:
    assert isinstance(entry.value, Actor)  # noqa: S101 -- made above
    return entry.value
