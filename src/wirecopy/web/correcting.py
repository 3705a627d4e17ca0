"""Corrections of lines and reports from their pages: what was decided, what can be decided there, and doing it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from wirecopy.model import Entry, Judgement
from wirecopy.run import correcting
from wirecopy.run.account import OpenAccount, ReportLine, open_account
from wirecopy.views.decided import Shown, decision_text, shown, signed
from wirecopy.views.sentences import sentence
from wirecopy.web.deciding import Asked, CantDecide
from wirecopy.web.links import Links
from wirecopy.web.snapshot import Snapshot

Make = Callable[[OpenAccount, str, str, str, str], Sequence[Judgement]]
# What is chosen in the form of a line's page, and of a report's: what it says, and what it makes of subject and words.
OF_LINE: Mapping[str, tuple[str, Make]] = {
    "merge": ("tells of the same as the line, or claim", lambda a, s, o, b, y: correcting.merged(a, [s, o], b, y)),
    "split": ("does not tell of the same as the claims, or the line",
              lambda a, s, o, b, y: correcting.split(a, s, o.split(), b, y)),
    "drop": ("is wrong: this claim, or all of it if none is named",
             lambda a, s, o, b, y: correcting.dropped(a, o or s, b, y)),
    "state": ("is in the state", lambda a, s, o, b, y: correcting.stated(a, s, o, b, y)),
}  # fmt: skip
OF_REPORT: Mapping[str, tuple[str, Make]] = {
    "date": ("was published (2021-12-31, 2021-12)", correcting.dated),
    "residue": ("has this passage, which is no part of the news", correcting.residue),
    "grade": ("is from an outlet of the grade (A to F)", lambda a, s, o, b, y: _grade(a, s, o, b, y)),
}


class Note(NamedTuple):
    """A decision: what, who with when and why, and who took it back, "" where it stands."""

    id: str
    text: str
    signed: str
    back: str


class Corrections(NamedTuple):
    """The part of a page: the decisions, and the form with what was written in it; `action` is "" where there is none."""

    subject: str
    decisions: tuple[Note, ...]
    action: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    asked: Asked | None = None
    error: str = ""


def of_line(snapshot: Snapshot, entry: Entry) -> Corrections:
    """What was decided on the claims of a line."""
    return Corrections(entry.id, _notes(snapshot, {claim.id for claim in entry.claims}))


def of_report(snapshot: Snapshot, report: ReportLine) -> Corrections:
    """What was decided on a report, on its outlet and on its claims, those that were dropped too."""
    claims = {claim.id for read in snapshot.store.readings() if read.report.id == report.id for claim in read.claims}
    return Corrections(report.id, _notes(snapshot, claims | {report.id, report.outlet or report.id}))


def with_form(found: Corrections, links: Links, asked: Asked, error: str = "") -> Corrections:
    """The same with a form, what was asked for written in it."""
    choices = OF_REPORT if found.subject.startswith("r-") else OF_LINE
    told = tuple((name, says) for name, (says, _) in choices.items())
    return found._replace(action=links.correct(found.subject), choices=told, asked=asked, error=error)


def _notes(snapshot: Snapshot, subjects: set[str]) -> tuple[Note, ...]:
    names = {report.id: report.path for report in snapshot.reports}
    names |= {claim.id: sentence(entry) for entry in snapshot.entries for claim in entry.claims}
    found = [one for one in shown(snapshot.decided, taken_back_too=True) if {one.made.left, one.made.right} & subjects]
    return tuple(_note(one, names) for one in found)


def _note(one: Shown, names: Mapping[str, str]) -> Note:
    return Note(one.made.id, decision_text(one.made, names), signed(one.made), signed(one.back) if one.back else "")


def correct(path: str, subject: str, asked: Asked) -> None:
    """Decide, or take back, in the account at `path`. Raises CantDecide."""
    if not asked.because:
        raise CantDecide("Say why: the reason is kept with the decision, and whoever reads it later will want it.")
    choices = OF_REPORT if subject.startswith("r-") else OF_LINE
    if not asked.decision and asked.what not in choices:
        raise CantDecide("That can't be decided here.")
    try:
        with open_account(path) as account:
            if asked.decision:
                account.take_back(asked.decision, asked.because, asked.by)
            else:
                account.decide(choices[asked.what][1](account, subject, asked.other, asked.because, asked.by))
    except sqlite3.OperationalError as error:
        raise CantDecide(f"Another program is writing to the account ({error}). Try again in a moment.") from error
    except ValueError as error:
        raise CantDecide(f"{error}.") from error


def _grade(account: OpenAccount, report: str, letter: str, because: str, by: str) -> Sequence[Judgement]:
    outlet = next((line.outlet for line in account.reports if line.id == report), None)
    return correcting.graded(account, outlet or report, letter, because, by)
