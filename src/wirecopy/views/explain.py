"""Why a line stands in the account: entry → claims → words in context → rules and judgements with their reasons."""

from __future__ import annotations

import inspect
import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from wirecopy.account.describe import counted, moment_text
from wirecopy.findings import FINDERS
from wirecopy.judgements import JUDGES, corrections, dating, outcomes
from wirecopy.judgements.decided import ANALYST
from wirecopy.judgements.grouping import SAME
from wirecopy.judgements.same import same_actor
from wirecopy.judgements.telling import off_story
from wirecopy.model import Claim, Entry, Family, Judgement, Span
from wirecopy.reports import residue
from wirecopy.run.account import OpenAccount, ReportLine
from wirecopy.views.decided import decision_text, signed
from wirecopy.views.exports.jsonl import entry_rows
from wirecopy.views.graded import grader
from wirecopy.views.lineage import aside, copies, copying, lineage
from wirecopy.views.sentences import history, sentence, sources, when
from wirecopy.views.weighed import weighed
from wirecopy.words import load

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
    if led := entry.lead_in:
        out.write(f"  lead-in: {in_context(reports[led.span.report_id], led.span)}\n")
        out.write(f"    because “{led.words}” points at what the line does not tell\n")
    for variant in entry.variants:
        out.write(f"  another {variant.field}: {variant.value} ({counted(variant.origins, 'origin')})\n")
    for check in entry.checks:
        out.write(f"  {check.kind} {check.verdict}: {check.because}\n")
    for relation in entry.relations:
        out.write(f"  rival {relation.id}: {relation.relation}, because {relation.because}\n")
    if graded := grader(account)(entry):
        out.write(f"  grade {graded}: {graded.because}\n")
    for judgement in reasons(account, entry):
        out.write(
            f"  {judgement.id} {judgement.relation}: {judgement.left} and {judgement.right}: {judgement.verdict}\n"
        )
        out.write(f"    because {judgement.because} (by {judgement.by})\n")
    _weighed(account, entry.claims, out)


def _weighed(account: OpenAccount, claims: Sequence[Claim], out: TextIO, line: Sequence[Claim] = ()) -> None:
    """What else might have been told of the same, and why it is not: by the code that decides."""
    for one in weighed(account, claims, line) if claims else ():
        there = f"claim {one.other}" + (f" of {one.line}" if one.line else ", which is no line")
        out.write(f"  weighed: {there}, likeness {one.likeness:.2f} to {one.claim}: {one.because}\n")


def explain_judgement(account: OpenAccount, judgement: Judgement, out: TextIO) -> None:
    """Write why something was judged: the words of both sides, the rule, its figures, what else was weighed."""
    reports = {report.id: report for report in account.reports}
    out.write(f"{judgement.id} {judgement.relation}: {judgement.verdict}, because {judgement.because}\n")
    if judgement.by.startswith(ANALYST):
        out.write(f"  decided: {decision_text(judgement)} ({signed(judgement)})\n")
    else:
        out.write(f"  by rule {judgement.by}: {rule_text(judgement.by)}\n")
    if judgement.value:
        out.write(f"  {moment_text(judgement.value)}: {judgement.value.because}\n")
    if judgement.score is not None:
        out.write(f"  likeness {judgement.score:.3f}; from {SAME:g} on two are one\n")
    claims = _claims_of(account, judgement)
    for claim in claims:
        _claim(claim, reports, out)
    for role, spans in judgement.spans.items():
        out.writelines(f"  {role}: {in_context(reports[span.report_id], span)}\n" for span in spans)
    if judgement.score is not None and claims:
        together = next(entry.claims for entry in account.entries if claims[-1] in entry.claims)
        _weighed(account, claims[-1:], out, together)


def _claims_of(account: OpenAccount, judgement: Judgement) -> list[Claim]:
    """The claims that a judgement is about; one on reports or actors is about none."""
    stand = {claim.id: claim for entry in account.entries for claim in entry.claims}
    return [stand[end] for end in dict.fromkeys((judgement.left, judgement.right)) if end in stand]


def explain_report(account: OpenAccount, report: ReportLine, out: TextIO) -> None:
    """Write why a report is dated as it is, which copies it has, and why each cut is no part of its news."""
    out.write(f"{report.path} {report.id}: {moment_text(report.published) or 'no date'}\n")
    if report.published:
        out.write(f"  dated: {report.published.basis}: {report.published.because or report.published.said}\n")
    for judgement in account.judgements([report.id]):
        if judgement.left == report.id:
            out.write(f"  {judgement.id} {judgement.relation}: {judgement.verdict}, because {judgement.because}\n")
            out.write(f"    by {judgement.by}: {rule_text(judgement.by)}\n")
    for cut in report.report.cuts:
        words = textwrap.shorten(cut.text, 100, placeholder=" …")
        own = "by its own words" if residue.rule_of(cut.text) == cut.rule else "by its place, or as a part of its line"
        out.write(f"  cut “{words}”\n    rule {cut.rule}: {load('cuts')[cut.rule]}; {own}\n")


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
    if module := _OTHERS.get(name):
        return _first_line(module)
    return next((_first_line(judge.likeness) for judge in JUDGES.values() if judge.name == name), "")


# The rules that are neither finders nor compare claims, and where they are.
_OTHERS: Mapping[str, Callable[..., Any]] = {
    "dating": dating.from_story,
    "same_actor": same_actor.unify,
    "decided": corrections.told_dates,
    "off_story": off_story.off_story,
    "outcomes": outcomes.outcome,
}


def _first_line(function: Callable[..., Any]) -> str:
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
