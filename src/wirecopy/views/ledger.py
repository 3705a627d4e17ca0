"""The ledger as plain data, for lists and pages: each commitment with its state, the reason and the words behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from wirecopy.account.cases import said_on
from wirecopy.account.describe import moment_text
from wirecopy.judgements.copies.wordings import said
from wirecopy.judgements.decided import ANALYST, STATE
from wirecopy.model import Claim, Commitment, Entry, Judgement, Moment
from wirecopy.run.account import OpenAccount, ReportLine
from wirecopy.views.sentences import quoted, sentence, sources

Row = dict[str, Any]
# A commitment that was made more often is shown with its first tellings and its last.
MOST = 6
NO_DAY = "on a day that is not known"


def ledger_rows(account: OpenAccount, entries: Iterable[Entry] | None = None) -> list[Row]:
    """A row for each commitment (of those given, else of all): its line, its state, why, by whom, and on which words."""
    reports = {report.id: report for report in account.reports}
    given = {one.left: one for one in account.store.judgements(relation=STATE) if not one.by.startswith(ANALYST)}
    given |= {one.left: one for one in account.decisions if one.relation == STATE and one.verdict == "yes"}
    rows = []
    for entry in account.commitments if entries is None else entries:
        judgement = _of(entry, given)
        spans = judgement.spans.get("fact", ()) if judgement else ()
        because = [
            {"report": span.report_id, "path": reports[span.report_id].path, "start": span.start, "end": span.end,
             "text": reports[span.report_id].text[span.start : span.end]}
            for span in spans
        ]  # fmt: skip
        rows.append(_row(entry, judgement) | {"evidence": because})
    return rows


def fates(account: OpenAccount, entries: Iterable[Entry]) -> dict[str, str]:
    """What became of the commitments among some lines, with the reason, by their ids; of the open ones, if words show why."""
    asked = [entry for entry in entries if entry.kind == "commitment" and entry.state is not None]
    rows = ledger_rows(account, asked) if asked else []
    return {row["id"]: f"{row['state']}: {row['because']}" for row in rows if row["state"] != "open" or row["evidence"]}


def notes(account: OpenAccount, entries: Iterable[Entry]) -> dict[str, list[str]]:
    """What stands under the commitments among some lines, by their ids: what became of them, and how they were said again."""
    listed = [entry for entry in entries if entry.kind == "commitment"]
    states = fates(account, listed)
    reports = {line.id: line for line in account.reports}
    told = {entry.id: said_again(entry, reports) for entry in listed}
    found = {entry.id: [note for note in (states.get(entry.id, ""), told[entry.id]) if note] for entry in listed}
    return {one: lines for one, lines in found.items() if lines}


def said_again(entry: Entry, reports: Mapping[str, ReportLine]) -> str:
    """How a commitment was worded from one day to the next, the earliest first; "" where it was made once."""
    told = tellings(entry, reports)
    if len({telling.day for telling in told}) < 2:
        return ""
    dated = [telling for telling in told if telling.day != NO_DAY]
    shown = told if len(told) <= MOST else [*dated[: MOST - 1], *dated[MOST - 1 :][-1:]]
    pieces = [
        telling.day
        if before and said(before.words) == said(telling.words)
        else f"{telling.day} {quoted(telling.words)}"
        for before, telling in zip([None, *shown], shown, strict=False)
    ]
    if left := len(told) - len(shown):
        pieces.insert(MOST - 1, f"{left} more")
    return f"over time: {'; '.join(pieces)}"


class Telling(NamedTuple):
    """When a commitment was said, in words, and how it was worded."""

    day: str
    words: str


def tellings(entry: Entry, reports: Mapping[str, ReportLine]) -> list[Telling]:
    """Each time that a commitment was said, the earliest first, and last what nobody dates.

    A copy tells of no other time than its original, nor does a report that names no day where its family names one.
    """
    found: dict[tuple[str, str], tuple[str, Telling]] = {}
    for claim in sorted(entry.claims, key=lambda one: (not _is_stated(one), reports[one.report_id].path, one.id)):
        line, finding = reports[claim.report_id], claim.finding
        known = said_on(claim, replace(line.report, published=line.published))
        text = moment_text(Moment("", known[0], known[1], "stated")) if known else NO_DAY
        told_before = {family for family, _ in found}
        if isinstance(finding, Commitment) and (_is_stated(claim) or line.family not in told_before):
            day = text if _is_stated(claim) or not known else f"reported {text}"
            place = known[0] if known else "9999"
            found.setdefault((line.family, place), (place, Telling(day, finding.action or finding.condition or "")))
    told = [telling for _, telling in sorted(found.values())]
    return list({(one.day, said(one.words)): one for one in told}.values())  # two reports of one saying tell it once


def _is_stated(claim: Claim) -> bool:
    """Does the report name a time at which it was said?"""
    return getattr(claim.finding, "when", None) is not None


def _of(entry: Entry, given: dict[str, Judgement]) -> Judgement | None:
    """The judgement that gives an entry its state; an analyst's comes first."""
    found = [given[claim.id] for claim in entry.claims if claim.id in given]
    return max(found, key=lambda one: (one.by.startswith(ANALYST), one.at or "", one.id), default=None)


def _row(entry: Entry, judgement: Judgement | None) -> Row:
    value = entry.value
    assert isinstance(value, Commitment)  # noqa: S101 -- the ledger has commitments alone
    return {
        "id": entry.id, "kind": value.kind, "by": [actor.name for actor in value.by],
        "to": [actor.name for actor in value.to], "condition": value.condition, "action": value.action,
        "line": sentence(entry), "sources": sources(entry), "state": entry.state,
        "verdict": judgement.verdict if judgement else None, "because": judgement.because if judgement else None,
        "judged_by": judgement.by if judgement else None,
    }  # fmt: skip
