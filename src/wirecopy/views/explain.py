"""Why a line stands in the account: entry → claims → words in context → rules and judgements with their reasons."""

from __future__ import annotations

import inspect
import sys
from typing import Any, TextIO

from wirecopy.account.describe import counted
from wirecopy.findings import FINDERS
from wirecopy.judgements import JUDGES
from wirecopy.model import Claim, Entry, Family, Judgement, Span
from wirecopy.run.account import OpenAccount, ReportLine
from wirecopy.views.exports.jsonl import entry_rows
from wirecopy.views.lineage import aside, copies, copying, lineage
from wirecopy.views.sentences import history, sentence, sources, when

# Characters of context on either side of the words.
AROUND = 90


def explain(account: OpenAccount, entry: Entry, out: TextIO) -> None:
    """Write the explanation as text."""
    reports, known = {report.id: report for report in account.reports}, lineage(account)
    counts = sources(entry, copying(entry, known))
    out.write(f"{sentence(entry)}\n  {entry.kind} {entry.id}, {when(entry) or 'no day known'}, {counts}\n")
    if history(entry):
        out.write(f"  history: {history(entry)}\n")
    if behind := aside(entry, known):
        out.write(f"  {behind}\n")
    if isinstance(entry.value, Family):
        for line, because in copies(entry.value, known):
            out.write(f"  {line}\n    because {'; '.join(because)}\n")
    for claim in entry.claims:
        _claim(claim, reports, out)
    if not entry.claims:
        for piece in entry.evidence[:20]:
            out.write(f"  {piece.role}: {in_context(reports[piece.span.report_id], piece.span)}\n")
    for variant in entry.variants:
        out.write(f"  another {variant.field}: {variant.value} ({counted(variant.origins, 'origin')})\n")
    for check in entry.checks:
        out.write(f"  {check.kind} {check.verdict}: {check.because}\n")
    for relation in entry.relations:
        out.write(f"  rival {relation.id}: {relation.relation}, because {relation.because}\n")
    for judgement in reasons(account, entry):
        out.write(f"  {judgement.relation}: {judgement.left} and {judgement.right}: {judgement.verdict}\n")
        out.write(f"    because {judgement.because} (by {judgement.by})\n")


def _claim(claim: Claim, reports: dict[str, ReportLine], out: TextIO) -> None:
    out.write(
        f"\n  claim {claim.id} in {reports[claim.report_id].path}, by rule {claim.rule}: {rule_text(claim.rule)}\n"
    )
    for role, spans in sorted(claim.spans.items()):
        for span in spans:
            out.write(f"    {role}: {in_context(reports[span.report_id], span)}\n")


def in_context(report: ReportLine, span: Span) -> str:
    """The words of a span between ⟦ and ⟧ with what stands around them in the same paragraph."""
    text = report.text
    first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    last = len(text) if last < 0 else last
    # Whole words alone: half a word at the border reads like a fault of the text.
    start = first if span.start - first <= AROUND else text.find(" ", span.start - AROUND, span.start) + 1 or span.start
    end = last if last - span.end <= AROUND else max(text.rfind(" ", span.end, span.end + AROUND), span.end)
    before, after = ("… " if start > first else ""), (" …" if end < last else "")
    return f"{before}{text[start : span.start]}⟦{text[span.start : span.end]}⟧{text[span.end : end]}{after}".replace(
        "\n", " "
    )


def rule_text(rule: str) -> str:
    """The first line of the docstring of the code that decided."""
    name = rule.partition("@")[0]
    for finder in FINDERS:
        if finder.name == name:
            return _first_line(finder.find)
    return next((_first_line(judge.likeness) for judge in JUDGES.values() if judge.name == name), "")


def _first_line(function: Any) -> str:
    text = inspect.getdoc(sys.modules[function.__module__]) or inspect.getdoc(function) or ""
    return text.partition("\n")[0]


def reasons(account: OpenAccount, entry: Entry) -> tuple[Judgement, ...]:
    """The judgements that joined the entry's claims, dated its reports, or joined its actor."""
    return account.judgements([*(claim.id for claim in entry.claims), *([entry.id] if entry.kind == "actor" else [])])


def explanation_row(account: OpenAccount, entry: Entry) -> dict[str, Any]:
    """The same as one JSON object."""
    row: dict[str, Any] = next(iter(entry_rows(account, [entry])))
    row["rules"] = {claim.id: {"rule": claim.rule, "text": rule_text(claim.rule)} for claim in entry.claims}
    row["judgements"] = [
        {
            "left": j.left,
            "right": j.right,
            "relation": j.relation,
            "verdict": j.verdict,
            "because": j.because,
            "by": j.by,
        }
        for j in reasons(account, entry)
    ]
    return row
