"""The ledger as plain data, for lists and pages: each commitment with its state, the reason and the words behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from wirecopy.judgements.decided import ANALYST, STATE
from wirecopy.model import Commitment, Entry, Judgement
from wirecopy.run.account import OpenAccount
from wirecopy.views.sentences import sentence, sources

Row = dict[str, Any]


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
    """What became of the commitments among some lines, with the reason, by their ids; nothing of those that are open."""
    asked = [entry for entry in entries if entry.kind == "commitment" and entry.state not in (None, "open")]
    if not asked:
        return {}
    return {row["id"]: f"{row['state']}: {row['because']}" for row in ledger_rows(account, asked)}


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


def state_counts(entries: Iterable[Entry]) -> dict[str, int]:
    """How many commitments are in each state, the most first."""
    return dict(Counter(entry.state or "open" for entry in entries).most_common())
