"""Who stands where: for each issue and side what is asked, refused, offered and threatened, and how it moved.

A position is a reading of the ledger: every stance is a commitment with its own sources, and nothing is weighed up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from wirecopy.account.speakers import actor_of
from wirecopy.judgements.outcomes.deed_kinds import kinds_meant
from wirecopy.judgements.outcomes.deeds import sides_of
from wirecopy.model import Commitment, Entry
from wirecopy.words import load


@dataclass(frozen=True, slots=True)
class Position:
    """What one side holds on one issue. `stances`: asks, refuses, offers, threatens → commitments, oldest first."""

    issue: str
    side: str
    stances: Mapping[str, tuple[Entry, ...]]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All its commitments."""
        return tuple(entry for entries in self.stances.values() for entry in entries)


@dataclass(frozen=True, slots=True)
class Move:
    """How a commitment of a position differs between two days: `before` and `after` are its states, None where it was not
    there yet, or is no line of its own any more."""

    issue: str
    side: str
    stance: str
    entry: Entry
    before: str | None
    after: str | None


def positions(commitments: Iterable[Entry]) -> tuple[Position, ...]:
    """The positions that commitments make up, by issue in the order of `words/positions.yml`, then by side."""
    cells: dict[tuple[str, str], dict[str, list[Entry]]] = {}
    for entry in commitments:
        value = entry.value
        assert isinstance(value, Commitment)  # noqa: S101 -- the caller passes commitments
        for issue in issues_of(value):
            for side in sorted(sides_of(value.by)):
                cells.setdefault((issue, side), {}).setdefault(stance_of(value.kind), []).append(entry)
    order = list(load("positions")["issues"])
    return tuple(
        Position(
            issue, named(side), {name: tuple(found[name]) for name in load("positions")["stances"] if name in found}
        )
        for (issue, side), found in sorted(cells.items(), key=lambda cell: (order.index(cell[0][0]), named(cell[0][1])))
    )


def moves(before: Iterable[Position], after: Iterable[Position]) -> tuple[Move, ...]:
    """What is new, gone or in another state in the later positions. Lines are the same if they share a claim."""
    old = [(p.issue, p.side, stance, entry) for p in before for stance, some in p.stances.items() for entry in some]
    found: list[Move] = []
    met: set[int] = set()
    for position in after:
        for stance, entries in position.stances.items():
            for entry in entries:
                same = [o for o in old if o[:3] == (position.issue, position.side, stance) and _is_same(o[3], entry)]
                met.update(id(one) for one in same)
                states = {one[3].state for one in same}
                if entry.state not in states:
                    known = same[0][3].state if same else None
                    found.append(Move(position.issue, position.side, stance, entry, known, entry.state))
    gone = [Move(*one[:3], one[3], one[3].state, None) for one in old if id(one) not in met]
    return (*found, *gone)


def _is_same(left: Entry, right: Entry) -> bool:
    return bool({claim.id for claim in left.claims} & {claim.id for claim in right.claims})


def issues_of(value: Commitment) -> list[str]:
    """The issues that a commitment is about: by its action, else by its condition.

    What somebody asks of his own side (a minister of his soldiers, a state of its citizens) is no position.
    """
    if value.to and sides_of(value.to) and sides_of(value.to) == sides_of(value.by):
        return []
    found = _issues(value.action or "") or _issues(value.condition or "")
    others = load("positions")["other_choice"] if value.kind == "offer" else ()
    return [issue for issue in found if issue not in others]


def _issues(words: str) -> list[str]:
    kinds = kinds_meant(words)
    issues = load("positions")["issues"]
    return [name for name, one in issues.items() if kinds & set(one["kinds"]) or _pattern(name).search(words)]


@cache
def _pattern(issue: str) -> re.Pattern[str]:
    words = load("positions")["issues"][issue]["words"]
    return re.compile("|".join(rf"\b(?:{one})" for one in words) or r"(?!)", re.I)


def stance_of(kind: str) -> str:
    """Whether a commitment of a kind asks, refuses, offers or threatens."""
    stances: Mapping[str, list[str]] = load("positions")["stances"]
    return next(stance for stance, kinds in stances.items() if kind in kinds)


def named(side: str) -> str:
    """The name of a side: the state of a country, or the actor of an id."""
    actor = actor_of(side)
    return actor.name if actor else side.partition(":")[2].replace("-", " ").title() or side
