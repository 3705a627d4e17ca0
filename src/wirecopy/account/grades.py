"""Grades after the Admiralty code: a letter for the source, which an analyst gives, and a digit for the line, which is counted.

The letter says how reliable an outlet is, A to F (F: cannot be judged). Nobody but an analyst gives one, so every outlet is F
until then. The digit says how well a line is confirmed, by nothing but its origins: 1 with two or more that are independent of
each other, 3 with one, 6 where there is none. What other lines contradict is flagged; nothing is graded down for it, for
a contradiction does not tell which of two is wrong. NATO's AJP-2.1 has the code; 2, 4 and 5 take a judgement of content.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wirecopy.account.describe import counted, listed
from wirecopy.judgements.decided import GRADED
from wirecopy.model import Entry, Judgement

UNKNOWN = "F"
# Actors, families and changes are conclusions of ours about reports: nobody tells them.
GRADED_KINDS = ("event", "statement", "figure", "commitment")


class Grade(NamedTuple):
    """A letter, a digit, whether other lines contradict, and why each is so."""

    letter: str
    digit: int
    contradicted: bool
    because: str

    def __str__(self) -> str:
        """F3, A1!"""
        return f"{self.letter}{self.digit}{'!' if self.contradicted else ''}"


def letters(decisions: Iterable[Judgement]) -> Mapping[str, str]:
    """The letters that analysts gave, by outlet, or by the id of a report that names none; of decisions that stand."""
    return {one.left: one.named for one in decisions if one.relation == GRADED and one.named}


def grade(entry: Entry, outlets: Mapping[str, str | None], given: Mapping[str, str]) -> Grade | None:
    """The grade of a line; None for what nobody tells. `outlets` are those of reports, by id; `given` their letters.

    Of several outlets that tell a line the best letter stands, as the code has it for what more than one source reports.
    """
    if entry.kind not in GRADED_KINDS:
        return None
    behind = {outlets.get(report) or report for report in entry.reports}
    known = {source: given[source] for source in behind if source in given}
    letter = min(known.values(), default=UNKNOWN)
    against = contradictions(entry)
    reasons = (_of_letter(known), _of_digit(entry), f"contradicted by {listed(against)}" if against else "")
    return Grade(letter, _digit(entry), bool(against), "; ".join(filter(None, reasons)))


def contradictions(entry: Entry) -> tuple[str, ...]:
    """What speaks against a line: rivals that disagree, and what its own source or original does not have."""
    rivals = tuple(relation.id for relation in entry.relations if relation.relation == "disagrees")
    return rivals + tuple(dict.fromkeys(f"its {one.kind}" for one in entry.checks if one.verdict == "disagrees"))


def _digit(entry: Entry) -> int:
    if entry.origins > 1:
        return 1
    return 3 if entry.origins else 6


def _of_letter(known: Mapping[str, str]) -> str:
    if not known:
        return f"{UNKNOWN}: no analyst graded its sources"
    graded = listed(f"{source} {letter}" for source, letter in sorted(known.items()))
    return f"{min(known.values())}: the best letter of its sources that analysts graded ({graded})"


def _of_digit(entry: Entry) -> str:
    if entry.origins > 1:
        return f"1: {counted(entry.origins, 'origin')}, independent of each other"
    return "3: one origin, which nothing confirms" if entry.origins else "6: no origin"
