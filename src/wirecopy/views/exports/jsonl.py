"""JSON Lines: nine files, one object a line, one line per entry. `docs/export.md` documents every key.

Offsets `start` and `end` count characters of the clean text; `document_start` and `document_end` those of the document as
it arrived, decoded; null where the document is no plain text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from wirecopy import plover
from wirecopy.account.appointment import what
from wirecopy.model import (
    Actor,
    Change,
    Commitment,
    Direction,
    Entry,
    Event,
    Evidence,
    Family,
    Figure,
    Moment,
    Report,
    Statement,
)
from wirecopy.reports.offsets import original
from wirecopy.run.account import OpenAccount, ReportLine

Row = dict[str, Any]
NOWHERE: Row = {"document_start": None, "document_end": None}


def export(account: OpenAccount, folder: Path) -> tuple[Path, ...]:
    """Write the nine files into a folder, which is made where there is none; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    reports = {report.id: report for report in account.reports}
    files: dict[str, Iterable[Row]] = {
        "reports": map(report_row, reports.values()),
        "families": entry_rows(account, account.families),
        "events": entry_rows(account, account.events),
        "statements": entry_rows(account, account.statements),
        "figures": entry_rows(account, account.figures),
        "commitments": entry_rows(account, account.commitments),
        "appointments": (_line(entry, reports, _appointment) for entry in account.appointments),
        "actors": entry_rows(account, account.actors),
        "changes": entry_rows(account, account.changes),
    }
    return tuple(_write(folder / f"{name}.jsonl", rows) for name, rows in files.items())


def entry_rows(account: OpenAccount, entries: Iterable[Entry]) -> Iterator[Row]:
    """Entries as the rows of their files."""
    reports = {report.id: report for report in account.reports}
    for entry in entries:
        yield _line(entry, reports, KINDS[entry.kind])


def _write(path: Path, rows: Iterable[Row]) -> Path:
    with path.open("w", encoding="utf8", newline="\n") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


# ---- parts that many lines share
def moment_row(moment: object) -> Row | None:
    """A moment; None for what was never resolved."""
    if not isinstance(moment, Moment):
        return None
    return {"value": moment.value, "earliest": moment.earliest, "latest": moment.latest, "basis": moment.basis,
            "said": moment.said}  # fmt: skip


def _named(actors: Iterable[Actor]) -> list[Row]:
    return [{"id": actor.id, "name": actor.name} for actor in actors]


def evidence_row(evidence: Evidence, reports: dict[str, ReportLine]) -> Row:
    """A piece of evidence with its words and its place in the document."""
    span = evidence.span
    line = reports[span.report_id]
    start, end = original(line.report, span) if _is_plain(line.report) else (None, None)
    return {
        "claim": evidence.claim, "report": span.report_id, "path": line.path, "start": span.start, "end": span.end,
        "text": line.text[span.start : span.end], "document_start": start, "document_end": end, "role": evidence.role,
    }  # fmt: skip


def _is_plain(report: Report) -> bool:
    """Whether positions in the document mean anything: those of a page count in the text that was taken from it."""
    return report.media_type == "text/plain"


def _line(entry: Entry, reports: dict[str, ReportLine], own: Callable[[Any, Entry], Row]) -> Row:
    relations = [{"id": r.id, "relation": r.relation, "because": r.because} for r in entry.relations]
    variants = [
        {"field": v.field, "value": v.value, "claims": list(v.claims), "origins": v.origins} for v in entry.variants
    ]
    checks = [{"kind": c.kind, "verdict": c.verdict, "report": c.report, "because": c.because} for c in entry.checks]
    return {
        "id": entry.id, **own(entry.value, entry), "reports": len(entry.reports), "origins": entry.origins,
        "rivals": list(entry.rivals), "relations": relations, "variants": variants,
        "checks": checks,
        "lead_in": _lead_in(entry, reports),
        "history": [{"published": day, "status": status, "report": report} for day, status, report in entry.history],
        "evidence": [evidence_row(piece, reports) for piece in entry.evidence],
    }  # fmt: skip


def _lead_in(entry: Entry, reports: dict[str, ReportLine]) -> Row | None:
    """What leads into the words of a line that cannot be understood alone, as a piece of evidence."""
    led = entry.lead_in
    return {"words": led.words, **evidence_row(Evidence(led.span, "lead-in"), reports)} if led else None


# ---- one function a file
def report_row(line: ReportLine) -> Row:
    """A report as a row of its file."""
    report = line.report
    cuts = [
        {**({"document_start": cut.start, "document_end": cut.end} if _is_plain(report) else NOWHERE), "rule": cut.rule,
         "text": cut.text}
        for cut in report.cuts
    ]  # fmt: skip
    return {
        "id": report.id, "document": report.document_id, "path": report.path, "text": report.text,
        "headline": report.headline, "outlet": report.outlet, "byline": report.byline, "credits": list(report.credits),
        "published": moment_row(line.published), "family": line.family, "language": report.language, "cuts": cuts,
    }  # fmt: skip


def _family(family: Family, entry: Entry) -> Row:
    # An account that an earlier version folded has links without directions.
    directions = {frozenset((d.left, d.right)): d for d in family.directions}
    links = [
        {
            "left": left,
            "right": right,
            "kind": kind,
            "score": score,
            **_direction(directions.get(frozenset((left, right)))),
        }
        for left, right, kind, score in family.links
    ]
    return {"members": list(family.members), "original": family.original, "agency": family.agency, "links": links}


def _direction(direction: Direction | None) -> Row:
    copied = direction.copied if direction else None
    return {"original": copied[0] if copied else None, "because": list(direction.because if direction else ())}


def _event(event: Event, entry: Entry) -> Row:
    return {
        "act": event.act, "plover_type": plover.plover_type(event.act, event.status), "mode": event.mode,
        "who": _named(event.who), "whom": _named(event.whom), "where": [place.name for place in event.where],
        "when": moment_row(event.when), "duration": event.duration, "status": event.status,
        "said_by": _named(event.said_by), "number": event.number, "number_in": moment_row(event.number_in),
    }  # fmt: skip


def _appointment(event: Event, entry: Entry) -> Row:
    return {**_event(event, entry), "what": what(entry), "outcome": entry.state}


def _statement(statement: Statement, entry: Entry) -> Row:
    speaker = _named([statement.speaker])[0] if statement.speaker else None
    return {
        "speaker": speaker, "said_by": _named(statement.said_by), "addressee": _named(statement.addressee),
        "form": statement.form, "words": statement.words, "medium": statement.medium, "when": moment_row(statement.when),
    }  # fmt: skip


def _figure(figure: Figure, entry: Entry) -> Row:
    return {
        "measure": figure.measure, "of": figure.of, "where": [place.name for place in figure.where], "low": figure.low,
        "high": figure.high, "hedge": figure.hedge, "unit": figure.unit, "as_of": moment_row(figure.as_of),
        "status": figure.status, "said_by": _named(figure.said_by),
    }  # fmt: skip


def _commitment(commitment: Commitment, entry: Entry) -> Row:
    return {
        "kind": commitment.kind, "by": _named(commitment.by), "to": _named(commitment.to),
        "condition": commitment.condition, "action": commitment.action, "deadline": moment_row(commitment.deadline),
        "when": moment_row(commitment.when), "state": entry.state, "said_by": _named(commitment.said_by),
    }  # fmt: skip


def _actor(actor: Actor, entry: Entry) -> Row:
    roles = [{"role": r.role, "organisation": r.organisation, "from": r.start, "to": r.end} for r in actor.roles]
    return {
        "name": actor.name, "kind": actor.kind, "country": actor.country, "aliases": list(actor.aliases), "roles": roles,
        "anonymous": actor.anonymous,
    }  # fmt: skip


def _change(change: Change, entry: Entry) -> Row:
    return {"kind": change.kind, "left": change.left, "right": change.right, "because": change.because,
            "original": change.original}  # fmt: skip


KINDS: dict[str, Callable[[Any, Entry], Row]] = {
    "family": _family, "event": _event, "statement": _statement, "figure": _figure, "commitment": _commitment,
    "actor": _actor, "change": _change,
}  # fmt: skip
