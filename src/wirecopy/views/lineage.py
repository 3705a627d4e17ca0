"""Copies in words: what a family descends from, and why many reports are one origin."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wirecopy.account.describe import listed
from wirecopy.account.quoted import FIELD
from wirecopy.judgements.copies.lineage import original_of, parents
from wirecopy.model import Change, Direction, Entry, Family, Moment
from wirecopy.run.account import OpenAccount

# Reports that a line names before it says how many more there are.
MOST = 3


@dataclass(frozen=True, slots=True)
class Lineage:
    """The families of an account by member, the names and dates of the reports, the language of those that nobody analyses."""

    families: Mapping[str, Family]
    names: Mapping[str, str]
    published: Mapping[str, Moment | None]
    foreign: Mapping[str, str] = field(default_factory=dict)


def lineage(account: OpenAccount, names: Mapping[str, str] | None = None) -> Lineage:
    """The lineage of an account; its reports are called by their paths where no `names` are given."""
    reports = account.reports
    values = (entry.value for entry in account.families)
    families = {member: value for value in values if isinstance(value, Family) for member in value.members}
    foreign = {r.id: r.language for r in reports if r.language != "en"}
    return Lineage(families, names or {r.id: r.path for r in reports}, {r.id: r.published for r in reports}, foreign)


def members(family: Family, known: Lineage) -> list[str]:
    """The members by name, the original first, then the oldest; undated ones last."""

    def place(member: str) -> tuple[bool, str, str]:
        published = known.published[member]
        return member != family.original, (published and published.latest) or "9999", known.names[member]

    return sorted(family.members, key=place)


def copies(family: Family, known: Lineage) -> list[tuple[str, tuple[str, ...]]]:
    """A line for each copy, of what it is a copy and of what kind; then for those of which nobody knows. Each with why."""
    of = parents(family)
    between = {frozenset((d.left, d.right)): d.because for d in family.directions}
    lines = []
    for copy in members(family, known):
        if copy in of:
            original, kind = of[copy]
            line = f"{known.names[copy]} is a copy of {known.names[original]} ({kind}){_later(original, copy, known)}"
            lines.append((line, between[frozenset((original, copy))]))
    return lines + _unknown(family, of, known)


def _unknown(family: Family, of: Container[str], known: Lineage) -> list[tuple[str, tuple[str, ...]]]:
    """A line for the pairs of which nobody knows which is the original, taken together where the reason is one."""
    open_ones: dict[str, list[tuple[str, Direction]]] = {}
    for (_, _, kind, _), direction in zip(family.links, family.directions, strict=False):
        if not direction.copied and not (direction.left in of and direction.right in of):
            open_ones.setdefault(direction.because[-1], []).append((kind, direction))
    lines = []
    for reason, pairs in open_ones.items():
        named = _named({end for _, pair in pairs for end in (pair.left, pair.right)}, known)
        kinds = listed(sorted({kind for kind, _ in pairs}))
        because = pairs[0][1].because if len(pairs) == 1 else (reason,)
        lines.append((f"{named} are copies ({kinds}); which is the original is unknown", because))
    return lines


def _later(original: str, copy: str, known: Lineage) -> str:
    days = [_day(known.published[one]) for one in (original, copy)]
    if days[0] is None or days[1] is None or days[0] > days[1]:
        return ""
    passed = (days[1] - days[0]).days
    return f", printed {'the same day' if not passed else 'a day later' if passed == 1 else f'{passed} days later'}"


def _day(published: Moment | None) -> date | None:
    """The day that a report states; days that were inferred from copies tell nothing of their order."""
    exact = published is not None and published.basis == "stated" and published.earliest == published.latest
    return date.fromisoformat(published.value[:10]) if exact and published else None


def verdict(direction: Direction, names: Mapping[str, str]) -> str:
    """Which of two copies is the original, with the reasons."""
    because = "; ".join(direction.because)
    found = direction.copied
    return f"{names[found[0]]} is the original: {because}" if found else f"which is the original is unknown: {because}"


def copying(entry: Entry, known: Lineage) -> str:
    """Why an entry has fewer origins than reports: "b.txt and c.txt copy a.txt"; "" where it has not."""
    if len(entry.reports) <= entry.origins or isinstance(entry.value, Family):
        return ""
    together: dict[str, list[str]] = {}
    for report in entry.reports:
        together.setdefault(known.families[report].members[0], []).append(report)
    return "; ".join(_told(reports, known) for reports in together.values() if len(reports) > 1)


def _told(reports: Sequence[str], known: Lineage) -> str:
    family = known.families[reports[0]]
    original = family.original
    if original not in reports:
        within = [d for d in family.directions if {d.left, d.right} <= set(reports)]
        original = original_of(reports, within)
    named = _named((report for report in reports if report != original), known)
    if original is not None:
        return f"{named} {'copies' if len(reports) == 2 else 'copy'} {known.names[original]}"
    return f"{named} are copies"


def _named(reports: Iterable[str], known: Lineage) -> str:
    names = sorted(
        (known.names[report] for report in reports), key=lambda name: (len(name) if name.isdigit() else 0, name)
    )
    return listed(names if len(names) <= MOST + 1 else [*names[:MOST], f"{len(names) - MOST} more"])


def misquoted(entry: Entry, known: Lineage) -> str:
    """By whom the words between quotation marks were altered: "quoted differently by b.txt: “…”"; "" where by nobody."""
    report_of = {claim.id: claim.report_id for claim in entry.claims}
    wordings: dict[tuple[str, ...], list[str]] = {}
    for variant in entry.variants:
        if variant.field == FIELD:
            by = tuple(sorted({report_of[claim] for claim in variant.claims}))
            wordings.setdefault(by, []).append(f"“{variant.value.strip('“” ').rstrip(',')}”")
    told = (f"by {_named(by, known)}: {' … '.join(words)}" for by, words in wordings.items())
    return f"quoted differently {'; '.join(told)}" if wordings else ""


def aside(entry: Entry, known: Lineage) -> str:
    """What stands behind a line: by whom it is misquoted, what speaks against it, where words are missing; else ""."""
    if isinstance(entry.value, Change):
        return missing(entry.value, known.names)
    return "; ".join(
        filter(None, [misquoted(entry, known), *(c.because for c in entry.checks if c.verdict == "disagrees")])
    )


def missing(change: Change, names: Mapping[str, str]) -> str:
    """Where dropped or added words stand and where they do not: "in a.txt, missing in b.txt"; "" where both have words."""
    span = change.left_span or change.right_span
    if change.lacking is None or span is None:
        return ""
    return f"in {names[span.report_id]}, missing in {names[change.lacking]}"
