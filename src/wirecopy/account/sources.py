"""Figures against what they are taken from: the outlet that a report cites, the original that it is a copy of.

Only what is in the account can be asked: a cited outlet is held to its own reports of the week before, if they tell of the
same matter. Nothing is altered by it; the line carries what was found, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wirecopy.account.describe import day_text, figure_number, figure_text, listed
from wirecopy.findings.numbers import numbers
from wirecopy.judgements.copies.credits import cites, core, credits_of, same
from wirecopy.judgements.copies.lineage import parents
from wirecopy.judgements.figures import UPDATE_DAYS, same_thing
from wirecopy.judgements.figures.agreeing import agree, base
from wirecopy.judgements.figures.counted import thing
from wirecopy.judgements.telling.stories import stories
from wirecopy.judgements.told import WORD, stem
from wirecopy.judgements.weights import worded
from wirecopy.model import Actor, Change, Check, Claim, Comparison, Family, Figure, Report
from wirecopy.reports.outlets import is_office, outlet_named

# Own figures of the same thing that a reason names; more of them say no more.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Sources:
    """What figures are held against: dated reports by id, their figures, the outlets with their reports, the families."""

    reports: Mapping[str, Report]
    figures: Mapping[str, Sequence[Figure]]
    outlets: Mapping[tuple[str, ...], tuple[str, Sequence[Report]]]
    families: Mapping[str, Family]
    comparisons: Mapping[frozenset[str], Comparison]


def sources_of(
    reports: Mapping[str, Report],
    claims: Iterable[Claim],
    families: Iterable[Family],
    comparisons: Iterable[Comparison],
) -> Sources:
    """Everything that figures are held against."""
    figures: dict[str, list[Figure]] = {}
    for claim in claims:
        if isinstance(claim.finding, Figure):
            figures.setdefault(claim.report_id, []).append(claim.finding)
    outlets: dict[tuple[str, ...], tuple[str, list[Report]]] = {}
    for report in reports.values():
        name = credits_of(report).outlet
        if name and report.language == "en" and not is_office(name):
            outlets.setdefault(core(name), (outlet_named(name) or name, []))[1].append(report)
    return Sources(
        reports,
        figures,
        outlets,
        {member: family for family in families for member in family.members},
        {frozenset((c.left, c.right)): c for c in comparisons},
    )


def checks(claim: Claim, known: Sources) -> list[Check]:
    """What the original and the cited outlets of a figure's report give for it."""
    against_original = _original_check(claim, known)
    return [against_original] if against_original else list(_cited_checks(claim, known))


# ---- the outlet that is cited
def _cited_checks(claim: Claim, known: Sources) -> Iterable[Check]:
    report, figure = known.reports[claim.report_id], claim.finding
    assert isinstance(figure, Figure)  # noqa: S101 -- the caller passes figures
    folded = report.text.casefold()
    family = known.families[report.id].members
    for key, (name, printed) in known.outlets.items():
        if key[0] not in folded or any(own.id == report.id for own in printed) or not _is_cited(claim, report, name):
            continue
        before = [own for own in printed if own.id not in family and _is_just_before(own, report)]
        if before and (check := _held(figure, report, name, before, known)):
            yield check


def _is_cited(claim: Claim, report: Report, outlet: str) -> bool:
    """Is the outlet among those who give the number, or does the clause say that it is from there?"""
    if any(_is_press(actor, outlet) and same(actor.name, outlet) for actor in claim.said_by[:1]):
        return True
    span = claim.spans["figure"][0]
    return cites(report.text, span.start, span.end, outlet)


def _is_press(actor: Actor, outlet: str) -> bool:
    """An office with a page of its own says more than stands there; only an outlet is held to its reports."""
    known = ":" not in actor.id
    return actor.kind not in ("office", "state") and (not known or outlet_named(outlet) is not None)


def _is_just_before(own: Report, report: Report) -> bool:
    """Was it printed on or before the day of the report that cites it, within a week?"""
    printed, cited = (day for day in (_day(own), _day(report)))
    return printed is not None and cited is not None and 0 <= cited - printed <= UPDATE_DAYS


def _day(report: Report) -> int | None:
    """The last day on which a report can have been printed; None where it is open."""
    published = report.published
    return date.fromisoformat(published.latest[:10]).toordinal() if published and published.latest else None


def _held(figure: Figure, report: Report, name: str, before: Sequence[Report], known: Sources) -> Check | None:
    """What the outlet's own reports give, the latest first; None where none is on the matter."""
    for own in sorted(before, key=lambda r: (_day(r) or 0, r.path), reverse=True):
        if _gives(figure, own, known):
            return Check("source", "agrees", report.id, f"{_own_report(name, own)} gives it too")
    own_ones = [own for own in before if _on_the_matter(figure, report, own, known)]
    if not own_ones:
        return None
    latest = max(own_ones, key=lambda r: (_day(r) or 0, r.path))
    given = [f for own in own_ones for f in known.figures.get(own.id, ()) if _comparable(figure, f)]
    said = "no such number"
    if given:
        said = f"{listed(dict.fromkeys(map(figure_text, given[:NAMED])))}, not {figure_number(figure)}"
    elif not any(thing(f).noun == thing(figure).noun for own in own_ones for f in known.figures.get(own.id, ())):
        said = f"no number of {figure.measure}"
    return Check("source", "disagrees", report.id, f"{_own_report(name, latest)} gives {said}")


def _own_report(name: str, own: Report) -> str:
    day = day_text(own.published.value) if own.published else ""
    return f"{name}’s own report{f' of {day}' if day else ''} ({own.path})"


def _gives(figure: Figure, own: Report, known: Sources) -> bool:
    """Does a report give the number, of those with the same fate? Where no claim counts it, any number that stands there."""
    alike = [f for f in known.figures.get(own.id, ()) if agree(figure, f)]
    if alike:
        return any(not _other_fate(figure, f) for f in alike)
    return _stands(figure, own)


def _stands(figure: Figure, report: Report) -> bool:
    return any(agree(figure, number) for number in numbers(report.text))


def _other_fate(a: Figure, b: Figure) -> bool:
    """Does one count the dead and the other the wounded?"""
    first, second = thing(a).fate, thing(b).fate
    return first is not None and second is not None and first != second


def _comparable(figure: Figure, other: Figure) -> bool:
    return same_thing(figure, other) or (agree(figure, other) and thing(figure).noun == thing(other).noun)


def _on_the_matter(figure: Figure, report: Report, own: Report, known: Sources) -> bool:
    """Does a report count the same thing, or speak of it within the same story?"""
    if any(_comparable(figure, f) for f in known.figures.get(own.id, ())):
        return True
    it = thing(figure).noun
    words = {thing(Figure(w, 1, 1)).noun for w in WORD.findall(own.text)} if it else set()
    if it not in words and it not in {stem(w) for w in words}:
        return False
    days = [r.published.latest if r.published else None for r in (report, own)]
    return len(set(stories([worded(report), worded(own)], days))) == 1


# ---- the original of a copy
def _original_check(claim: Claim, known: Sources) -> Check | None:
    """A number in a copy that its original does not give."""
    report, figure = known.reports[claim.report_id], claim.finding
    assert isinstance(figure, Figure)  # noqa: S101 -- the caller passes figures
    original = _original(report, known)
    if original is None or original.language != "en" or _is_given(claim, figure, report, original):
        return None
    there = _instead(claim, figure, original, known)
    if there is None:
        return None
    told = f"which has {there} there: changed in copying" if there else "which gives no such number: added in copying"
    return Check("original", "disagrees", report.id, f"{report.path} is a copy of {original.path}, {told}")


def _original(report: Report, known: Sources) -> Report | None:
    """What a report is a copy of: the family's original, the first that it comes from, or the member that it credits."""
    family = known.families[report.id]
    if not family.links or family.original == report.id:
        return None
    if family.original:
        return known.reports[family.original]
    above, at = parents(family), report.id
    while at in above:
        at = above[at][0]
    if at != report.id:
        return known.reports[at]
    credited = credits_of(report).sources
    others = (known.reports[member] for member in family.members if member != report.id)
    return next((o for o in others if (name := credits_of(o).outlet) and any(same(name, c) for c in credited)), None)


def _is_given(claim: Claim, figure: Figure, report: Report, original: Report) -> bool:
    span = claim.spans["figure"][0]
    return report.text[span.start : span.end] in original.text or _stands(figure, original)


def _instead(claim: Claim, figure: Figure, original: Report, known: Sources) -> str | None:
    """The words that the original has in the number's place, "" for none; None where the two can't be compared.

    A sum in another currency may be the same sum.
    """
    span = claim.spans["figure"][0]
    comparison = known.comparisons.get(frozenset((span.report_id, original.id)))
    if comparison is None:
        return None
    is_left = comparison.left == span.report_id
    for change in comparison.changes:
        if words := _answer(change, is_left, span.start, span.end):
            return f"“{words}”"
    sides = ((pair.left, pair.right) if is_left else (pair.right, pair.left) for pair in comparison.sentences)
    across = next((theirs for mine, theirs in sides if mine.start <= span.start < mine.end), None)
    if across is None:
        return ""
    sentence = original.text[across.start : across.end]
    there = [number for number in numbers(sentence) if number.form == _form(figure)]
    if any(number.form == "money" and base(number) != base(figure) for number in there):
        return None
    return listed(f"“{sentence[n.hedge_start : n.end]}”" for n in there)


def _form(figure: Figure) -> str:
    if figure.unit is None:
        return "count"
    return "share" if figure.unit == "%" else "money" if len(figure.unit) == 3 and figure.unit.isupper() else "size"


def _answer(change: Change, is_left: bool, start: int, end: int) -> str | None:
    """What the other side of a changed number says, if it is this one that was changed."""
    mine, theirs = (change.left_span, change.right) if is_left else (change.right_span, change.left)
    return theirs if change.kind == "number" and mine and mine.start < end and start < mine.end else None
