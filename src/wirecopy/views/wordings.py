"""One utterance in the words of each report that tells it, the copies' own words marked as such."""

from __future__ import annotations

from typing import NamedTuple

from wirecopy.account.quoted import FIELD
from wirecopy.judgements.copies.lineage import parents
from wirecopy.judgements.copies.wordings import said
from wirecopy.model import Claim, Entry, Statement
from wirecopy.views.lineage import Lineage
from wirecopy.views.sentences import quoted


class Teller(NamedTuple):
    """A report that has a wording. `copies` is the one that it copies; `open`: one copies the other, nobody knows which."""

    report: str
    copies: str | None
    open: bool


class Wording(NamedTuple):
    """Words for an utterance with the reports that have them, those who copy nobody first.

    `direct` where they stand between quotation marks; `altered` where these are not the words that the original quotes;
    `speaker` is who says them here, where it is somebody else than in the line.
    """

    words: str
    direct: bool
    altered: bool
    speaker: str
    tellers: tuple[Teller, ...]


def wordings(entry: Entry, known: Lineage) -> tuple[Wording, ...]:
    """The wordings of a statement, each once: an original's before its copies', the earlier report's before the later's."""
    altered = {claim for variant in entry.variants if variant.field == FIELD for claim in variant.claims}
    speakers = {claim: v.value for v in entry.variants if v.field == "speaker" for claim in v.claims}
    groups: dict[tuple[str, bool, str], list[Claim]] = {}
    for claim in sorted(entry.claims, key=lambda claim: _place(claim, entry, known)):
        key = said(_words(claim)), _is_direct(claim), speakers.get(claim.id, "")
        groups.setdefault(key, []).append(claim)
    found = []
    for (_, direct, speaker), claims in groups.items():
        reports = dict.fromkeys(claim.report_id for claim in claims)
        tellers = tuple(teller(report, entry, known) for report in reports)
        found.append(Wording(_words(claims[0]), direct, any(c.id in altered for c in claims), speaker, tellers))
    return tuple(found)


def teller(report: str, entry: Entry, known: Lineage) -> Teller:
    """A report of an entry with the other of its reports that it copies."""
    family = known.families[report]
    others = [other for other in entry.reports if other != report and other in family.members]
    original, _ = parents(family).get(report, (None, ""))
    if original is not None:
        return Teller(report, original, False)
    return Teller(report, None, bool(others) and family.original != report)


def _place(claim: Claim, entry: Entry, known: Lineage) -> tuple[bool, str, str, int]:
    published = known.published[claim.report_id]
    copied = teller(claim.report_id, entry, known).copies is not None
    first = min(span.start for spans in claim.spans.values() for span in spans)
    return copied, (published and published.latest) or "9999", known.names[claim.report_id], first


def _words(claim: Claim) -> str:
    """The words without the quotation marks around them; those within are single, since a page puts them between marks."""
    assert isinstance(claim.finding, Statement)  # noqa: S101 -- only statements are worded so
    words = claim.finding.words.strip()
    return quoted(words.rstrip(",").strip().strip("“”"))[1:-1] if _is_direct(claim) else words


def _is_direct(claim: Claim) -> bool:
    return isinstance(claim.finding, Statement) and claim.finding.form == "direct"
