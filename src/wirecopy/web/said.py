"""What an actor said over time: each utterance with the words that each report gives it, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from wirecopy.account.describe import listed
from wirecopy.model import Entry, Statement
from wirecopy.views.people import Parts, actor_of
from wirecopy.views.times import has_day, place
from wirecopy.views.wordings import Teller, Wording, wordings
from wirecopy.web.links import Links
from wirecopy.web.marks import Mark, Piece, pieces
from wirecopy.web.paging import paged
from wirecopy.web.shown import Line, Link, line, title
from wirecopy.web.side_by_side import Group, word_marks
from wirecopy.web.snapshot import Snapshot


class Told(NamedTuple):
    """A wording as it is shown: its words with the marks, the reports that have it, and what they copy."""

    pieces: tuple[Piece, ...]
    direct: bool
    altered: bool
    speaker: str
    tellers: tuple[tuple[Link, str], ...]


class Utterance(NamedTuple):
    """A statement: how it was said, to whom, in what medium, and its wordings."""

    line: Line
    how: tuple[str, ...]
    wordings: tuple[Told, ...]


def said_page(snapshot: Snapshot, entry: Entry, number: int, links: Links) -> dict[str, Any]:
    """A page of what an actor said, counted from 0, in the order of the days on which it was said. Raises NotHere."""
    found = snapshot.parts.get(entry.id, Parts()).statements
    ordered = sorted(found, key=lambda one: place(_statement(one).when))
    page = paged(ordered, number, links, lambda n: f"{links.said(entry.id)}?page={n}")
    told = [_utterance(snapshot, entry, one, links) for one in page.lines]
    return {
        "actor": actor_of(entry),
        "actor_href": links.entry(entry.id),
        "days": _by_day(told),
        "several": sum(len(one.wordings) > 1 for one in told),
        "part": page,
    }


def _by_day(told: Sequence[Utterance]) -> list[tuple[str, list[Utterance]]]:
    days: list[tuple[str, list[Utterance]]] = []
    for one in told:
        if not days or days[-1][0] != one.line.day:
            days.append((one.line.day, []))
        days[-1][1].append(one)
    return days


def _statement(entry: Entry) -> Statement:
    assert isinstance(entry.value, Statement)  # noqa: S101 -- only statements are shown here
    return entry.value


def _utterance(snapshot: Snapshot, actor: Entry, entry: Entry, links: Links) -> Utterance:
    found = wordings(entry, snapshot.numbered)
    told = tuple(_told(snapshot, one, marks, links) for one, marks in zip(found, differences(found), strict=True))
    shown = line(snapshot, entry, links)
    if not has_day(_statement(entry).when):  # words for a day that nobody can place ("Monday") are no heading
        shown = shown._replace(day="")
    return Utterance(shown, _how(_statement(entry), actor.id), told)


def _how(statement: Statement, actor_id: str) -> tuple[str, ...]:
    """The cue, the addressee where the cue does not name him, the medium; whose words they are where he only tells them."""
    cue = " ".join((statement.cue or "said").split())
    speaker = statement.speaker
    other = speaker.name if speaker and speaker.id != actor_id else "" if speaker else "somebody who is not named"
    through = listed(one.name for one in statement.said_by if one.id != actor_id)
    to = [one.name for one in statement.addressee if one.name.split()[-1] not in cue.split()]
    return tuple(
        filter(
            None,
            [
                cue,
                f"to {listed(to)}" if to else "",
                statement.medium or "",
                f"words of {other}" if other else "",
                f"as told by {through}" if through else "",
            ],
        )
    )


def differences(found: Sequence[Wording]) -> list[list[Mark]]:
    """For each wording the words that it does not share: of the first with any other, of the others with the first."""
    if not found:
        return []
    marks: list[list[Mark]] = [[] for _ in found]
    first = found[0].words
    for number, other in enumerate(found[1:], 1):
        left, right = word_marks(first, other.words, Group(((0, len(first)),), ((0, len(other.words)),)))
        marks[0] += left
        marks[number] = right
    return marks


def _told(snapshot: Snapshot, wording: Wording, marks: Sequence[Mark], links: Links) -> Told:
    cut = tuple(piece for _, piece in pieces(wording.words, 0, len(wording.words), marks))
    tellers = tuple(_teller(snapshot, one, links) for one in wording.tellers)
    return Told(cut, wording.direct, wording.altered, wording.speaker, tellers)


def _teller(snapshot: Snapshot, teller: Teller, links: Links) -> tuple[Link, str]:
    """The report by its number, and "a copy of 2" where it is one."""
    report = snapshot.report_by_id[teller.report]
    number = str(snapshot.numbers[teller.report])
    copied = f"a copy of {snapshot.numbers[teller.copies]}" if teller.copies else ""
    return Link(number, links.report(report.id), title(report)), copied or (
        "one of several copies" if teller.open else ""
    )
