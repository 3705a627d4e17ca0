"""Decisions that travel: written from one account to a file, read from it into another of the same reports.

One JSON object a line. Whatever a decision is about has an id made from content, so it means the same there. What is not there
yet is kept and applied once it arrives.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wirecopy.judgements.decided import ANALYST, DATED, GRADED, RESIDUE, SAME_ACTOR, TAKEN_BACK
from wirecopy.language.actors.gazetteer import load as gazetteer
from wirecopy.model import Judgement, Moment
from wirecopy.run.account import OpenAccount

_FIELDS = ("relation", "left", "right", "verdict", "because", "by", "at")


class BadDecision(ValueError):
    """A line of a file that is no decision; the message says which, and why."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading decisions did: how many are new, how many were known, and those whose subject is not here yet."""

    new: int
    known: int
    waiting: tuple[Judgement, ...]


def decision_rows(account: OpenAccount) -> Iterator[dict[str, Any]]:
    """Every decision of an account, taken back or not, the earliest first."""
    return map(decision_row, account.store.decisions())


def decision_row(made: Judgement) -> dict[str, Any]:
    """A decision as one JSON object; `value` is the day that a report was given."""
    value = made.value and {"value": made.value.value, "earliest": made.value.earliest, "latest": made.value.latest}
    row = {"id": made.id, **{name: getattr(made, name) for name in _FIELDS}}
    return row | {"value": value, "within": list(made.within), "named": made.named}


def take_decisions(account: OpenAccount, lines: Iterable[str]) -> Taken:
    """Read decisions into an account. Raises BadDecision for a line that is none, and takes nothing then."""
    made = [_decision(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    known = {one.id for one in account.store.decisions()}
    new = {one.id: one for one in made if one.id not in known}
    if new:
        account.decide(tuple(new.values()))
    return Taken(
        len(new), len(made) - len(new), tuple(one for one in waiting(account) if one.id in {m.id for m in made})
    )


def _decision(line: str, number: int) -> Judgement:
    try:
        row = json.loads(line)
        told, value = [row[name] for name in _FIELDS], row["value"]
        left, right, relation, verdict, because, by = (str(told[n]) for n in (1, 2, 0, 3, 4, 5))
        moment = value and Moment(value["value"], value["earliest"], value["latest"], "stated")
        made = Judgement(
            left, right, relation, "no" if verdict == "no" else "yes", because, by, moment, at=row["at"],
            within=tuple(row["within"]), named=row["named"],
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        raise BadDecision(f"line {number} is no decision: {type(error).__name__}: {error}") from error
    if not made.by.startswith(ANALYST) or made.id != row.get("id"):
        raise BadDecision(
            f"line {number} is no decision of an analyst, or was altered: its id is not that of its content"
        )
    return made


def waiting(account: OpenAccount) -> tuple[Judgement, ...]:
    """The decisions whose subject is not in the account: they have no effect until it is."""
    there = _subjects(account)
    return tuple(one for one in account.store.decisions() if not {one.left, one.right} <= there(one.relation))


def _subjects(account: OpenAccount) -> Callable[[str], set[str | None]]:
    """What a decision of each relation may be about."""
    reads = account.store.readings()
    claims: set[str | None] = {claim.id for read in reads for claim in read.claims}
    reports: set[str | None] = {read.report.id for read in reads}
    outlets = {read.report.outlet for read in reads}
    actors = {mention.actor.id for read in reads for mention in read.mentions if mention.actor}
    made = {one.id for one in account.store.decisions()}
    named = {one.right for one in account.store.decisions() if one.within or one.named}
    tables: dict[str, Iterable[str | None]] = {
        DATED: reports, RESIDUE: reports, GRADED: outlets | reports, TAKEN_BACK: made,
        SAME_ACTOR: actors | named | set(gazetteer().actors),
    }  # fmt: skip
    return lambda relation: set(tables.get(relation, claims))
