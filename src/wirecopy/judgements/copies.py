"""Is one report a copy of another? Candidates, comparison, families."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wirecopy.judgements import candidates as nets
from wirecopy.judgements import drift as drifts
from wirecopy.judgements.alignment import Alignment, align
from wirecopy.judgements.families import COPIES, fold
from wirecopy.judgements.weights import Worded, cosine, vector, worded
from wirecopy.model import Comparison, Document, Pair, Report, Span, identify
from wirecopy.notes import Notes
from wirecopy.reports import report_of

VERBATIM = 0.85  # share of word triples of the shorter report that stand in the longer one
COPY = 0.36  # share of a report's weight that its aligned sentences have in common with the other's
PART = 0.45  # the same, where only the shorter report shares so much: two reports of one poll quote the same numbers
BROAD = 0.28  # the same, where the likeness runs through the whole report rather than through a few sentences …
BREADTH = 0.72  # … that is, where this share of its weight stands in aligned sentences
FEW = 0.30  # the same, where the shorter report is short, so that little can coincide by chance …
SHORT = 300  # … that is, where it has fewer words
LONE = 0.6  # the same, where one sentence alone is shared: two briefs on one event may tell it in the same words …
ONE_OF = 2  # … that is, one of more sentences than these
WHOLE = 0.45  # of a copy of the whole, the longer report shares this much of what the shorter one shares
PASSAGE = 0.6  # likeness of a sentence that was taken over
STORY = 0.18  # cosine of the weighted terms of two reports of one story (see `stories`)


def compare(left: Report, right: Report, drift: bool = True) -> Comparison:
    """Hold two reports against each other.

    The score is the share (0 to 1) of the weight of one report's words that stand in the aligned sentences of the other,
    of the report that shares more. With `drift` false the changes are left empty, which needs no parser.
    """
    return _compared((left, right), (worded(left), worded(right)), drift)


def _compared(reports: tuple[Report, Report], words: tuple[Worded, Worded], drift: bool) -> Comparison:
    left, right = words
    alignment = align(left, right)
    score = max(alignment.left, alignment.right)
    kind, because = _kind(reports, words, alignment)
    pairs = tuple(
        Pair(
            Span(left.report_id, left.sentences[i].start, left.sentences[i].end),
            Span(right.report_id, right.sentences[j].start, right.sentences[j].end),
            round(likeness, 3),
        )
        for i, j, likeness in alignment.pairs
    )
    changes = drifts.changes(*reports, pairs) if drift and kind in COPIES else ()
    return Comparison(left.report_id, right.report_id, kind, round(score, 3), pairs, changes, because)


def _kind(reports: tuple[Report, Report], words: tuple[Worded, Worded], alignment: Alignment) -> tuple[str, str]:
    """The kind of a pair, with the figures that decide it."""
    more, less = sorted((alignment.left, alignment.right), reverse=True)
    figures = (
        f"aligned sentences hold {alignment.breadth:.0%} of a report's weight and share {alignment.left:.0%} of the left "
        f"and {alignment.right:.0%} of the right words' weight"
    )
    if more >= _least(words, alignment):
        whole = less >= WHOLE * more
        kept = _kept(*words)
        if whole and kept >= VERBATIM:
            return "verbatim", f"{figures}; {kept:.0%} of the word triples are the same"
        return "rewrite" if whole else "excerpt", f"{figures}; {kept:.0%} of the word triples are the same"
    taken = _taken(reports, words, alignment)
    if taken:
        return "shared passage", f"{figures}; the same in both: {taken!r}"
    common = cosine(vector(words[0]), vector(words[1]))
    kind = "same story" if common >= STORY else "unrelated"
    return kind, f"{figures}; the cosine of their terms is {common:.2f}"


def _least(words: tuple[Worded, Worded], alignment: Alignment) -> float:
    """The share from which two reports are copies."""
    if len(alignment.pairs) == 1 and min(len(report.sentences) for report in words) > ONE_OF:
        return LONE
    short = min(sum(len(sentence.stems) for sentence in report.sentences) for report in words) < SHORT
    if alignment.breadth >= BREADTH or short:
        return BROAD if alignment.breadth >= BREADTH else FEW
    whole = min(alignment.left, alignment.right) >= WHOLE * max(alignment.left, alignment.right)
    return COPY if whole else PART


def _kept(left: Worded, right: Worded) -> float:
    """The share of the word triples of the shorter report that stand in the longer."""
    one, other = (
        {t for s in x.sentences for t in zip(s.stems, s.stems[1:], s.stems[2:], strict=False)} for x in (left, right)
    )
    return len(one & other) / max(1, min(len(one), len(other)))


def _taken(reports: tuple[Report, Report], words: tuple[Worded, Worded], alignment: Alignment) -> str:
    """The first sentence that was taken over: long, alike, and not itself a quotation, which two reporters both hear."""
    for i, j, likeness in alignment.pairs:
        mine, theirs = words[0].sentences[i], words[1].sentences[j]
        if likeness < PASSAGE or min(len(mine.stems), len(theirs.stems)) < 10:
            continue
        if len(mine.quoted) < 0.5 * len(set(mine.stems)):
            return reports[0].text[mine.start : mine.end][:80]
    return ""


def compare_texts(left: str, right: str) -> Comparison:
    """Compare two texts as they came; see `wirecopy.compare`."""
    return compare(given(left, "left"), given(right, "right"))


def given(text: str, source: str) -> Report:
    """A report of a text as it came, cleaned."""
    raw = text.encode("utf8", "surrogatepass")
    return report_of(Document(identify("d", source, raw.hex()), source, "text/plain", raw), text, Notes(source))


def candidates(reports: Sequence[Report]) -> Iterable[tuple[int, int]]:
    """The pairs of numbers of reports that are worth comparing, in order."""
    return nets.pairs_of([worded(report) for report in reports])


def judge(reports: Sequence[Report], drift: bool = True) -> tuple[Comparison, ...]:
    """Compare all candidate pairs. The order of the reports changes nothing: they are taken by id."""
    ordered = sorted(reports, key=lambda report: report.id)
    words = [worded(report) for report in ordered]
    return tuple(_compared((ordered[i], ordered[j]), (words[i], words[j]), drift) for i, j in nets.pairs_of(words))


def families_of_texts(texts: Sequence[str]) -> list[list[int]]:
    """Group texts into families; every index is in exactly one. See `wirecopy.families`."""
    reports = [given(text, str(number)) for number, text in enumerate(texts)]
    numbers = {report.id: number for number, report in enumerate(reports)}
    families = fold(numbers, judge(reports, drift=False))
    return sorted(sorted(numbers[member] for member in family.members) for family in families)
