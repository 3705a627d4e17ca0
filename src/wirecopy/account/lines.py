"""Groups of claims, families and changes as entries: the lines of the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wirecopy.account.shown import fold_finding
from wirecopy.account.statuses import history
from wirecopy.judgements.told import Told
from wirecopy.model import Commitment, Comparison, Entry, Evidence, Family, Figure, Moment, Span, identify

COPIES = ("verbatim", "rewrite", "excerpt")


def entry_of(kind: str, group: Sequence[Told], family_of: Mapping[str, str]) -> Entry:
    """One line for the claims of a group. Its id comes from the smallest claim id."""
    value, variants = fold_finding(group, family_of)
    evidence = tuple(
        Evidence(span, role, told.claim.id)
        for told in group
        for role, spans in sorted(told.claim.spans.items())
        for span in spans
    )
    reports = tuple(dict.fromkeys(span.span.report_id for span in evidence))
    return Entry(
        identify(kind[:2], min(told.claim.id for told in group)),
        kind,
        value,
        tuple(told.claim for told in group),
        reports,
        len({family_of[report] for report in reports}),
        evidence,
        variants=variants,
        history=history(group),
        state="open" if isinstance(value, Commitment) else None,
    )


def when_of(entry: Entry) -> Moment | None:
    """The time that an entry is sorted by."""
    value = entry.value
    when = value.as_of if isinstance(value, Figure) else getattr(value, "when", None)
    return when if isinstance(when, Moment) else None


def sort_key(entry: Entry) -> tuple[str, str, str]:
    """Oldest first where there is a day; then by the place of the evidence."""
    when = when_of(entry)
    first = entry.evidence[0].span if entry.evidence else Span("", 0, 0)
    return (when and (when.earliest or when.latest)) or "9999", f"{first.report_id}:{first.start:07d}", entry.id


def family_entries(families: Sequence[Family], comparisons: Sequence[Comparison]) -> list[Entry]:
    """One line a family; its evidence is the best matching pairs of sentences."""
    entries = []
    for family in families:
        links = [c for c in comparisons if c.kind in COPIES and c.left in family.members and c.right in family.members]
        evidence = tuple(
            Evidence(span, role)
            for link in sorted(links, key=lambda c: (c.left, c.right))
            for pair in sorted(link.sentences, key=lambda p: -p.score)[:5]
            for role, span in (("left", pair.left), ("right", pair.right))
        )
        entries.append(Entry(identify("fa", *family.members), "family", family, (), family.members, 1, evidence))
    return entries


def change_entries(comparisons: Sequence[Comparison], family_of: Mapping[str, str]) -> list[Entry]:
    """One line for each thing that copying changed."""
    entries = []
    for comparison in sorted(comparisons, key=lambda c: (c.left, c.right)):
        for change in comparison.changes if comparison.kind in COPIES else ():
            if change.left and change.right and change.left.lower() == change.right.lower():
                continue
            sides = (("left", change.left_span), ("right", change.right_span))
            evidence = tuple(Evidence(span, role) for role, span in sides if span)
            reports = tuple(sorted({piece.span.report_id for piece in evidence}))
            where = [f"{e.span.report_id}:{e.span.start}-{e.span.end}" for e in evidence]
            entry_id = identify("ch", comparison.left, comparison.right, change.kind, *where)
            origins = len({family_of[report] for report in reports})
            entries.append(Entry(entry_id, "change", change, (), reports, origins, evidence))
    return entries
