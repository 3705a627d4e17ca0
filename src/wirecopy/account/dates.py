"""The dates of undated reports, from their copies and from the report of the account that is most like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wirecopy.judgements import dating
from wirecopy.judgements.weights import cosine, vector, worded
from wirecopy.model import Family, Judgement, Moment, Read, Report, Verdict

RULE = "dating@1"


def dated(reads: Sequence[Read], families: Sequence[Family]) -> tuple[dict[str, Report], list[Judgement]]:
    """Every report by id, the undated ones with the date that the others give them, and a judgement for each of these.

    A copy is dated by its copies; any other report by the one that its words are nearest to. The nearest pair comes first,
    so that a report that was dated may date the next: reports of one crisis lie weeks apart, and all of them together would
    give no more than those weeks. The order of reading never matters.
    """
    reports = {read.report.id: read.report for read in reads}
    judgements: list[Judgement] = []
    open_ones = {r.report.id: r for r in reads if not _stated(r.report) and r.report.language == "en"}
    for family in families:
        known = [(reports[member], "copy") for member in family.members if _stated(reports[member])]
        for member in family.members if known else ():
            if member in open_ones:
                _settle(open_ones.pop(member), known, reports, judgements)
    nearness = _nearness(reads) if open_ones else {}
    while open_ones:
        pairs = [(nearness[one, other], one, other) for one in open_ones for other in reports if _bounded(reports[other])
                 and other not in open_ones]  # fmt: skip
        if not pairs:
            break
        _, one, other = max(pairs, key=lambda pair: (pair[0], reports[pair[1]].path, reports[pair[2]].path))
        _settle(open_ones.pop(one), [(reports[other], "story")], reports, judgements)
    return reports, judgements


def _settle(
    read: Read, hints: Sequence[tuple[Report, str]], reports: dict[str, Report], judgements: list[Judgement]
) -> None:
    """Date one report by its hints; it stays as it is where they tell nothing."""
    moment: Moment | None = dating.from_account(read.report, read.expressions, hints)
    if moment is None:
        return
    reports[read.report.id] = replace(read.report, published=moment)
    verdict: Verdict = "yes" if moment.earliest == moment.latest else "unsure"
    because = f"{moment.because} ({hints[0][1]}: {hints[0][0].path})"
    judgements.append(Judgement(read.report.id, read.report.id, "published on", verdict, because, RULE, value=moment))


def _stated(report: Report) -> bool:
    return report.published is not None and report.published.basis == "stated"


def _bounded(report: Report) -> bool:
    return report.published is not None and bool(report.published.earliest and report.published.latest)


def _nearness(reads: Sequence[Read]) -> dict[tuple[str, str], float]:
    """How near each undated report is to each other report: the cosine of their weighted terms."""
    vectors = {read.report.id: vector(worded(read.report)) for read in reads}
    undated = [read.report.id for read in reads if not _stated(read.report)]
    return {(one, other): cosine(vectors[one], vectors[other]) for one in undated for other in vectors}
