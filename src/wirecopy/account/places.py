"""A report as the lines of an account need it: its text, who is named where, and where the words of a line stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wirecopy.model import Actor, Claim, Entry, Event, Mention

SPACE = re.compile(r"\s+")


class Found(NamedTuple):
    """A mention with the account's own actor."""

    start: int
    end: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class Source:
    """A report as glosses need it: its text and its mentions, the first ones first."""

    id: str
    text: str
    mentions: tuple[Found, ...]

    def within(self, start: int, end: int) -> Sequence[Found]:
        """The mentions that begin in a stretch."""
        first = bisect_left(self.mentions, (start,))
        return self.mentions[first : bisect_right(self.mentions, (end,), lo=first)]


def source_of(report_id: str, text: str, mentions: Iterable[Mention], actors: Mapping[str, Actor]) -> Source:
    """A report with its mentions, each with the actor of the whole account."""
    found = (Found(m.span.start, m.span.end, actors.get(m.actor.id, m.actor)) for m in mentions if m.actor)
    return Source(report_id, text, tuple(sorted(found, key=lambda one: (one.start, one.end, one.actor.id))))


def line_actors(entry: Entry) -> dict[str, Actor]:
    """Everybody who has a part in a line, by id."""
    names = ("who", "whom", "by", "to", "said_by", "speaker", "addressee")
    values = (getattr(entry.value, name, ()) for name in names)
    sides = (value if isinstance(value, tuple) else (value,) for value in values)
    return {actor.id: actor for side in sides for actor in side if isinstance(actor, Actor)}


def teller(field: str, words: str, entry: Entry, sources: Mapping[str, Source]) -> Claim | None:
    """The claim whose words a field shows; of a deed that is shown in its whole sentence one with that sentence."""
    held = [claim for claim in entry.claims if claim.report_id in sources]
    own = (claim for claim in held if getattr(claim.finding, field) == words)
    whole = (
        claim
        for claim in held
        if isinstance(entry.value, Event) and placed(words, claim, sources[claim.report_id].text)
    )
    return next(own, None) or next(whole, None)


def placed(words: str, claim: Claim, text: str) -> list[tuple[int, int]]:
    """Where the words stand in their report, piece by piece between the gaps; [] where they stand there otherwise."""
    places: list[tuple[int, int]] = []
    at = max(min(span.start for spans in claim.spans.values() for span in spans) - 400, 0)
    own = max(span.end for spans in claim.spans.values() for span in spans)
    for piece in filter(str.strip, words.split("…")):
        found = _place(piece.split(), text, at, own + 400)
        if found is None:
            return []
        places.append(found)
        at = found[1]
    return places


def _place(words: Sequence[str], text: str, at: int, end: int) -> tuple[int, int] | None:
    """Where words first stand one after another in a stretch, whatever white space is between them.

    Looked for by hand: a pattern for each line of an account costs a tenth of its fold to compile.
    """
    start = text.find(words[0], at, end)
    while start >= 0:
        after = start + len(words[0])
        for word in words[1:]:
            gap = SPACE.match(text, after, end)
            if gap is None or not text.startswith(word, gap.end(), end):
                break
            after = gap.end() + len(word)
        else:
            return start, after
        start = text.find(words[0], start + 1, end)
    return None
