"""Where the sentences of a briefing are made: a line of the account with its day, its sources, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from wirecopy.account.describe import counted, figure_text, listed
from wirecopy.model import Change, Entry, Event, Figure
from wirecopy.views.graded import Grader
from wirecopy.views.lineage import missing
from wirecopy.views.sentences import cited, history, led_in, sources, state_text, status_of, when
from wirecopy.views.stored import Held
from wirecopy.views.supported import carrying, unsupported

# How the other values of a series relate to one, and how many of them a line gives.
RELATED = {
    "disagrees": "contradicted by",
    "garbled": "in a copy",
    "update": "at other times",
    "compatible": "compatible with",
}
MOST_VALUES = 3


class Line(NamedTuple):
    """A sentence with the numbers of its reports, how many reports and origins they are, its grade, and the line's id.

    `also`: the reports that are counted and do not carry the sentence by themselves, as a copy that altered it.
    """

    text: str
    cites: tuple[int, ...]
    counts: str = ""
    grade: str = ""
    id: str = ""
    also: tuple[int, ...] = ()


class Part(NamedTuple):
    """A heading with its sentences, or what is said where there are none; `more` says how many are left out and where."""

    title: str
    lines: tuple[Line, ...]
    none: str
    more: str = ""


class Desk(NamedTuple):
    """What every sentence is made with: the numbers of the reports, the grades, the texts to check by."""

    numbers: Mapping[str, int]
    graded: Grader
    known: Held
    values: Mapping[str, str]

    def line(self, entry: Entry, text: str = "") -> Line:
        """A line of the account as a sentence of the briefing; `text` takes the place of its own words."""
        cites = self.cites([entry])
        also = sorted({self.numbers[report] for report in entry.reports} - set(cites))
        grade = str(self.graded(entry) or "")
        return Line(text or sentence(entry, self), cites, sources(entry), grade, entry.id, tuple(also))

    def cites(self, entries: Iterable[Entry]) -> tuple[int, ...]:
        """The numbers of the reports that carry lines; a copy that altered one counts among its reports and is not cited."""
        return tuple(sorted({self.numbers[report] for entry in entries for report in carrying(entry, self.known)}))

    def carries(self, entry: Entry) -> bool:
        """Do its citations carry the whole sentence of a line?"""
        return not unsupported(entry, self.known)


def number_text(figure: Figure) -> str:
    """The number alone, with its hedge and unit."""
    return figure_text(replace(figure, measure="")).strip()


def sentence(entry: Entry, desk: Desk) -> str:
    """Day, sentence, what leads into it where it needs that, and what is known besides.

    That is what became of it, how its status changed, where a change's words are missing, and other figures.

    An event's history says what became of it, and its state is not said again.
    """
    day, past = when(entry), history(entry)
    names = {report: f"[{number}]" for report, number in desk.numbers.items()}
    where = missing(entry.value, names) if isinstance(entry.value, Change) else ""
    told_by_history = past and isinstance(entry.value, Event) and entry.state == "kept"
    headed = told_by_history or status_of(entry) == entry.state
    state = f" ({state_text(entry)})" if entry.state not in (None, "open") and not headed else ""
    before = f" ({led_in(entry)})" if entry.lead_in else ""
    parts = [cited(entry), before, state, f" — {past}" if past else "", f" — {where}" if where else ""]
    return "".join([f"{day}: " if day else "", *parts, _rivals(entry, desk)])


def _rivals(entry: Entry, desk: Desk) -> str:
    """Which other values the series has, by how they relate to this one: " — contradicted by 94,000"."""
    told = []
    for relation, words in RELATED.items():
        values = dict.fromkeys(desk.values.get(one.id, "") for one in entry.relations if one.relation == relation)
        found = [value for value in values if value]
        left = [counted(len(found) - MOST_VALUES, "other")] if len(found) > MOST_VALUES else []
        if found:
            told.append(f"{words} {listed([*found[:MOST_VALUES], *left])}")
    return f" — {'; '.join(told)}" if told else ""
