"""The dates of undated reports: from their copies, else from what all the dated reports of the account tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements import dating
from wirecopy.judgements.dating.neighbours import NARROW, neighbours, texts_of
from wirecopy.model import Family, Judgement, Moment, Read, Report, Verdict
from wirecopy.moments import likely
from wirecopy.moments.calendar import Days
from wirecopy.moments.resolve import known

RULE = "dating@3"
# Copies are as alike as this at least; a report that only uses another may be of any later day.
CLOSE = 0.5


def dated(
    reads: Sequence[Read], families: Sequence[Family], given: Mapping[str, Moment] | None = None
) -> tuple[dict[str, Report], list[Judgement]]:
    """Every report by id, the undated ones with the date that the others give them, and a judgement for each of these.

    A copy is dated as the first of its dated copies, any other report by all the dated ones together. Copies without any
    date are dated so one by one, and the surest of them is then taken for the original. Only what was dated before weighs,
    or by a dateline that lacks its year alone, so that no guess rests on a guess and the order of reading never matters.
    `given` are the dates of all these reports where a fold of more of them has settled them already.
    """
    reads = sorted(reads, key=lambda read: (read.report.path, read.report.id))
    reports = {read.report.id: read.report for read in reads}
    if given is not None:
        moments = {one: moment for one, moment in given.items() if moment != reports[one].published}
        settled = {one: replace(reports[one], published=moment) for one, moment in moments.items()}
        return {**reports, **settled}, [_judgement(one, moment) for one, moment in sorted(moments.items())]
    dates = {report.id: days for report in reports.values() if (days := _narrow(report))}
    open_ones = [r for r in reads if r.report.id not in dates and r.report.language == "en"]
    if not open_ones:
        return reports, []
    copies = _copies(families)
    found = {r.report.id: moment for r in open_ones if (moment := _of_copy(r, copies, dates))}
    origins = {member: family.members[0] for family in families for member in family.members}
    texts = texts_of(reads)
    around = neighbours(texts, dates, origins)
    lined = {
        r.report.id: moment
        for r in open_ones
        if r.report.id not in found and (moment := dating.from_dateline(r.report, r.expressions, around))
    }
    if lined:
        found |= lined
        around = neighbours(
            texts, dates | {one: days for one, moment in lined.items() if (days := known(moment))}, origins
        )
    asked = (r for r in open_ones if r.report.id not in found and not _is_pinned(r.report))
    guesses = [(r, dating.from_story(r.report, r.expressions, around)) for r in asked]
    for read, guess in sorted(guesses, key=_sureness):
        if moment := _of_copy(read, copies, {one: days for one, m in found.items() if (days := known(m))}) or guess:
            found[read.report.id] = moment
    judgements = [_judgement(read.report.id, found[read.report.id]) for read in open_ones if read.report.id in found]
    return {**reports, **{one: replace(reports[one], published=moment) for one, moment in found.items()}}, judgements


def _narrow(report: Report) -> Days | None:
    """The days of a report that is dated to so few that nothing more is asked of the others."""
    days = known(report.published) if report.published and report.published.basis == "stated" else None
    return days if days and (days[1] - days[0]).days < NARROW else None


def _is_pinned(report: Report) -> bool:
    """Does its own text leave a report so few days that the others have nothing to add?"""
    days = known(report.published)
    return days is not None and (days[1] - days[0]).days < NARROW


def _copies(families: Sequence[Family]) -> dict[str, list[str]]:
    """Each report's close copies."""
    found: dict[str, list[str]] = {}
    for left, right, _, score in (link for family in families for link in family.links):
        if score >= CLOSE:
            found.setdefault(left, []).append(right)
            found.setdefault(right, []).append(left)
    return found


def _of_copy(read: Read, copies: Mapping[str, Sequence[str]], dates: Mapping[str, Days]) -> Moment | None:
    originals = [dates[other] for other in copies.get(read.report.id, ()) if other in dates]
    return dating.from_copies(read.report, read.expressions, originals)


def _sureness(guess: tuple[Read, Moment | None]) -> tuple[int, str, str]:
    """The fewer days the surer; what is open comes last."""
    days = known(guess[1])
    return (days[1] - days[0]).days if days else likely.LONGEST, guess[0].report.path, guess[0].report.id


def _judgement(report_id: str, moment: Moment) -> Judgement:
    is_sure = moment.earliest == moment.latest and not moment.because.startswith(dating.COPIED)
    verdict: Verdict = "yes" if is_sure else "unsure"
    return Judgement(report_id, report_id, "published on", verdict, moment.because, RULE, value=moment)
