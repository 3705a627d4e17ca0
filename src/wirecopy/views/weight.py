"""How much a reader must know a line: by its origins, its day, what it tells and whether it is contested."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wirecopy import plover
from wirecopy.account.lines import when_of
from wirecopy.model import Change, Commitment, Entry, Event, Expression, Figure, Moment, Statement
from wirecopy.run.account import OpenAccount

# Points: for each origin up to so many, for force and what is nearly force, a headline, the last days, a contradiction.
MOST_ORIGINS = 6
ATTACK, FORCE, HEADLINE, SAID, CONTESTED = 3.0, 1.5, 2.0, -1.5, 1.0
NEW = ((2, 4.0), (7, 3.0), (30, 1.0))
# What has no day is as new as the last report that tells it, but not for certain.
UNDATED = 0.5
# What is background, did not happen or may happen weighs less than what did; so does what nobody is named for,
# what one origin alone tells, and most what nobody is known to have said.
BACKGROUND, NOT_DONE, NAMELESS, ALONE, NOBODY = -6.0, -3.0, -1.0, -1.0, -4.0
REAL = ("happened", "ongoing")
# What hangs over the days to come.
MENACE = {"threat": 1.5, "red line": 1.5}
# Of what somebody said: up to so much for one who speaks in many reports, and for words that need others before them.
VOICE, VOICES, LED_IN = 0.5, 4, -1.0
# What turned in copying weighs more than what was lost or moved by hours.
TURNED = {"role": 3.0, "negation": 3.0, "meaning": 2.0, "modality": 2.0, "number": 2.0, "name": 1.0, "quote": 1.0}
# Of a list no more than this share comes from one report where others have lines too, or the last one would fill it.
SHARE = 3


@dataclass(frozen=True, slots=True)
class Scales:
    """What lines are weighed by: the last day of the reports, the ids of lines in headlines, each report's day, who speaks.

    `voices`: in how many reports a speaker is quoted, by his id.
    """

    last: date | None
    headlined: frozenset[str]
    printed: Mapping[str, str]
    voices: Mapping[str, int]


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
    printed = {r.id: r.published.latest for r in account.reports if r.published and r.published.latest}
    return Scales(last, frozenset(found), printed, _voices(account.statements))


def _voices(statements: Iterable[Entry]) -> Mapping[str, int]:
    """In how many reports each speaker is quoted."""
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for entry in statements:
        if isinstance(entry.value, Statement) and entry.value.speaker is not None:
            heard[entry.value.speaker.id].update(entry.reports)
    return {speaker: len(reports) for speaker, reports in heard.items()}


def weightiest(lines: Sequence[Entry], most: int, by: Scales) -> tuple[Entry, ...]:
    """The lines that weigh the most, at most so many, in the account's order; of two events in one quotation the weightier.

    Few are from any one report, unless the others have too little to fill the list.
    """
    first: Counter[str] = Counter()
    kept: set[str] = set()
    ranked = _of_own_words(sorted(lines, key=lambda entry: -weight(entry, by)))
    for limit in (max(1, most // SHARE), len(lines)):
        for entry in ranked:
            if len(kept) < most and entry.id not in kept and first[entry.reports[0]] < limit:
                first[entry.reports[0]] += 1
                kept.add(entry.id)
    return tuple(entry for entry in lines if entry.id in kept)


def _of_own_words(ranked: Iterable[Entry]) -> list[Entry]:
    """The lines without events that are quoted in the very words of one before."""
    told: set[str] = set()
    found: list[Entry] = []
    for entry in ranked:
        words = _quotation(entry)
        if words is None or words not in told:
            found.append(entry)
            told.update(filter(None, [words]))
    return found


def _quotation(entry: Entry) -> str | None:
    """The words that an event is quoted in; None of other lines, whose sentences may hold several."""
    return entry.value.what if isinstance(entry.value, Event) else None


def main_lines(
    lines: Iterable[Entry], most: int, by: Scales, fits: Callable[[Entry], bool] = lambda entry: True
) -> tuple[Entry, ...]:
    """The lines that an analyst must know and that fit, the weightiest first; of those on one matter the first alone."""
    told: set[object] = set()
    found: list[Entry] = []
    for entry in _of_own_words(sorted(lines, key=lambda entry: (-weight(entry, by), entry.id))):
        matter = _matter(entry)
        if len(found) < most and matter not in told and fits(entry):
            told.add(matter)
            found.append(entry)
    return tuple(found)


def weight(entry: Entry, by: Scales) -> float:
    """Points of a line; only differences between lines mean anything."""
    value, points = entry.value, float(min(entry.origins, MOST_ORIGINS)) + ALONE * (entry.origins == 1)
    points += CONTESTED * any(relation.relation == "disagrees" for relation in entry.relations)
    points += _recency(entry, by) + HEADLINE * (entry.id in by.headlined)
    if isinstance(value, Event):
        return points + _of_event(value, by.last)
    if isinstance(value, Statement):
        return points + SAID + _of_statement(value, by) + LED_IN * (entry.lead_in is not None)
    if isinstance(value, Commitment):
        return points + NAMELESS * (not value.by) + MENACE.get(value.kind, 0.0)
    return points + (TURNED.get(value.kind, 0.0) if isinstance(value, Change) else 0.0)


def _of_event(event: Event, last: date | None) -> float:
    """Force weighs most; words stand among the statements and commitments too; what is to come is as good as done."""
    quad = plover.quad(event.act)
    points = ATTACK if event.act == "ASSAULT" else FORCE * (quad == 4) + SAID * (quad == 3)
    expected = event.status == "scheduled" and _is_ahead(event.when, last)
    points += NAMELESS * (not event.who) + NOT_DONE * (event.status not in REAL and not expected)
    return points + BACKGROUND * (event.status == "historical")


def _is_ahead(when: Expression | Moment | None, last: date | None) -> bool:
    """Does a day lie on or behind that of the last report?"""
    return bool(last and isinstance(when, Moment) and when.latest and date.fromisoformat(when.latest[:10]) >= last)


def _of_statement(statement: Statement, by: Scales) -> float:
    """Whom many reports quote is whom the reader asks for; nobody knows who the nameless are."""
    if statement.speaker is None:
        return NOBODY
    heard = VOICE * min(by.voices.get(statement.speaker.id, 0), VOICES)
    return heard + NAMELESS * statement.speaker.anonymous


def _recency(entry: Entry, by: Scales) -> float:
    """Points for a day that is not long past, or still to come; of what has no day for that of the last report on it."""
    when = when_of(entry)
    told = max((by.printed.get(report, "") for report in entry.reports), default="")
    end = when and (when.earliest if isinstance(entry.value, Event) else when.latest)  # "in 2021" is not all of it new
    day, share = (end, 1.0) if end else (told, UNDATED)
    if by.last is None or not day:
        return 0.0
    age = (by.last - date.fromisoformat(day[:10])).days
    return share * next((points for days, points in NEW if age <= days), 0.0)


def _matter(entry: Entry) -> object:
    """What a line is about, so that two lines on one matter do not both stand among the first."""
    value, when = entry.value, when_of(entry)
    if isinstance(value, Event):
        return value.act, frozenset(actor.id for actor in value.who), when and when.value
    return value.measure.split()[-1] if isinstance(value, Figure) else entry.id
