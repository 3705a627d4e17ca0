"""How much a reader must know a line: by its origins, its day, what it tells and whether it is contested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wirecopy import plover
from wirecopy.account.lines import when_of
from wirecopy.model import Commitment, Entry, Event, Figure, Moment, Statement
from wirecopy.run.account import OpenAccount

# Points: for each origin up to so many, for force and what is nearly force, a headline, the last days, a contradiction.
MOST_ORIGINS = 6
ATTACK, FORCE, HEADLINE, SAID, CONTESTED = 3.0, 1.5, 2.0, -1.5, 1.0
NEW = ((2, 4.0), (7, 3.0), (30, 1.0))
# What is background, did not happen or may happen weighs less than what did; so does what nobody is named for,
# and most what nobody is known to have said.
BACKGROUND, NOT_DONE, NAMELESS, NOBODY = -6.0, -3.0, -1.0, -4.0
REAL = ("happened", "ongoing")
# Of a list no more than this share comes from one report, or the last one would fill it.
SHARE = 3


@dataclass(frozen=True, slots=True)
class Scales:
    """What lines are weighed by: the last day of the reports, and the ids of the lines that stand in a headline."""

    last: date | None
    headlined: frozenset[str]


def scales(account: OpenAccount, last: date | None) -> Scales:
    """The scales for an account whose last report is of a day."""
    heads = {r.id: [b for b in r.report.blocks if b.kind == "headline"] for r in account.reports}
    found = (
        entry.id
        for entry in account.entries
        for piece in entry.evidence
        if piece.role in ("act", "figure", "action", "words")
        and any(block.start <= piece.span.start < block.end for block in heads.get(piece.span.report_id, ()))
    )
    return Scales(last, frozenset(found))


def weightiest(lines: Sequence[Entry], most: int, by: Scales) -> tuple[Entry, ...]:
    """The lines that weigh the most, at most so many and few from any one report, in the account's order."""
    first: Counter[str] = Counter()
    kept: set[str] = set()
    for entry in sorted(lines, key=lambda entry: -weight(entry, by)):
        if len(kept) < most and first[entry.reports[0]] < max(1, most // SHARE):
            first[entry.reports[0]] += 1
            kept.add(entry.id)
    return tuple(entry for entry in lines if entry.id in kept)


def main_lines(
    lines: Iterable[Entry], most: int, by: Scales, fits: Callable[[Entry], bool] = lambda entry: True
) -> tuple[Entry, ...]:
    """The lines that an analyst must know and that fit, the weightiest first; of those on one matter the first alone."""
    told: set[object] = set()
    found: list[Entry] = []
    for entry in sorted(lines, key=lambda entry: (-weight(entry, by), entry.id)):
        matter = _matter(entry)
        if len(found) < most and matter not in told and fits(entry):
            told.add(matter)
            found.append(entry)
    return tuple(found)


def weight(entry: Entry, by: Scales) -> float:
    """Points of a line; only differences between lines mean anything."""
    value, points = entry.value, float(min(entry.origins, MOST_ORIGINS))
    points += CONTESTED * any(relation.relation == "disagrees" for relation in entry.relations)
    points += _recency(when_of(entry), by.last) + HEADLINE * (entry.id in by.headlined)
    if isinstance(value, Event):
        points += ATTACK if value.act == "ASSAULT" else FORCE * (plover.quad(value.act) == 4)
        points += NAMELESS * (not value.who) + NOT_DONE * (value.status not in REAL)
        points += BACKGROUND * (value.status == "historical")
    points += NOBODY * (isinstance(value, Statement) and value.speaker is None)
    return points + NAMELESS * (isinstance(value, Commitment) and not value.by) + SAID * isinstance(value, Statement)


def _recency(when: Moment | None, last: date | None) -> float:
    """Points for a day that is not long past, or still to come; none for what has no day."""
    if last is None or when is None or not when.latest:
        return 0.0
    age = (last - date.fromisoformat(when.latest[:10])).days
    return next((points for days, points in NEW if age <= days), 0.0)


def _matter(entry: Entry) -> object:
    """What a line is about, so that two lines on one matter do not both stand among the first."""
    value, when = entry.value, when_of(entry)
    if isinstance(value, Event):
        return value.act, frozenset(actor.id for actor in value.who), when and when.value
    return value.measure.split()[-1] if isinstance(value, Figure) else entry.id
