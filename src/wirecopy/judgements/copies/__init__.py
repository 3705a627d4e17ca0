"""Is one report a copy of another? Candidates, comparison, families."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from wirecopy.judgements.copies import candidates as nets
from wirecopy.judgements.copies import drift as drifts
from wirecopy.judgements.copies.alignment import Alignment, align
from wirecopy.judgements.copies.families import CONTAINED, COPIES, Groups, by_cutting
from wirecopy.judgements.copies.numbered import Numbered, numbered
from wirecopy.judgements.weights import cosine, vector, worded
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
LITERAL = 0.7  # the same of a copy whose words are the same; one that shares less of the longer was cut
PASSAGE = 0.6  # likeness of a sentence that was taken over …
LONG = 10  # … that is, of one of so many words
STORY = 0.18  # cosine of the weighted terms of two reports of one story (see `stories`)


def compare(left: Report, right: Report, drift: bool = True) -> Comparison:
    """Hold two reports against each other.

    The score is the share (0 to 1) of the weight of one report's words that stand in the aligned sentences of the other,
    of the report that shares more. With `drift` false the changes are left empty, which needs no parser.
    """
    return _compared((left, right), (numbered(left), numbered(right)), drift)


def _compared(reports: tuple[Report, Report], words: tuple[Numbered, Numbered], drift: bool) -> Comparison:
    left, right = words
    alignment = align(left, right)
    score = max(alignment.left, alignment.right)
    kind, because = _kind(reports, words, alignment)
    pairs = tuple(
        Pair(Span(left.report_id, *left.sentences[i]), Span(right.report_id, *right.sentences[j]), round(likeness, 3))
        for i, j, likeness in alignment.pairs
    )
    changes = drifts.changes(*reports, pairs) if drift and kind in COPIES else ()
    return Comparison(left.report_id, right.report_id, kind, round(score, 3), pairs, changes, because)


def _kind(reports: tuple[Report, Report], words: tuple[Numbered, Numbered], alignment: Alignment) -> tuple[str, str]:
    """The kind of a pair, with the figures that decide it."""
    figures = (
        f"aligned sentences hold {alignment.breadth:.0%} of a report's weight and share {alignment.left:.0%} of the left "
        f"and {alignment.right:.0%} of the right words' weight"
    )
    if _copied(words, alignment):
        kept = _kept(*words)
        figures += f"; {kept:.0%} of the word triples are the same"
        if kept >= VERBATIM:
            return "verbatim" if _whole(alignment, LITERAL) else "excerpt", figures
        return "rewrite" if _whole(alignment) else "excerpt", figures
    taken = _taken(reports, words, alignment)
    if taken:
        return "shared passage", f"{figures}; the same in both: {taken!r}"
    common = cosine(*(vector(worded(report)) for report in reports))
    kind = "same story" if common >= STORY else "unrelated"
    return kind, f"{figures}; the cosine of their terms is {common:.2f}"


def _copied(words: tuple[Numbered, Numbered], alignment: Alignment) -> bool:
    """Is one a copy of the other, whole or in part?"""
    return max(alignment.left, alignment.right) >= _least(words, alignment)


def _whole(alignment: Alignment, share: float = WHOLE) -> bool:
    """Does the likeness run through both reports, rather than being that of a part?"""
    return min(alignment.left, alignment.right) >= share * max(alignment.left, alignment.right)


def _least(words: tuple[Numbered, Numbered], alignment: Alignment) -> float:
    """The share from which two reports are copies."""
    if len(alignment.pairs) == 1 and min(len(report.sentences) for report in words) > ONE_OF:
        return LONE
    short = min(len(report.places) for report in words) < SHORT
    if alignment.breadth >= BREADTH or short:
        return BROAD if alignment.breadth >= BREADTH else FEW
    return COPY if _whole(alignment) else PART


def _kept(left: Numbered, right: Numbered) -> float:
    """The share of the word triples of the shorter report that stand in the longer."""
    one, other = _triples(left), _triples(right)
    return len(one & other) / max(1, min(len(one), len(other)))


def _triples(report: Numbered) -> set[tuple[int, int, int]]:
    """Three stems in a row within a sentence."""
    stems, rows = report.terms[report.places].tolist(), report.rows.tolist()
    ends = zip(rows, rows[2:], strict=False)
    runs = zip(stems, stems[1:], stems[2:], strict=False)
    return {run for run, (first, last) in zip(runs, ends, strict=True) if first == last}


def _taken(reports: tuple[Report, Report], words: tuple[Numbered, Numbered], alignment: Alignment) -> str:
    """The first sentence that was taken over: long, alike, and not itself a quotation, which two reporters both hear."""
    for i, j, likeness in alignment.pairs:
        mine, theirs = words[0].rows == i, words[1].rows == j
        if likeness < PASSAGE or min(mine.sum(), theirs.sum()) < LONG:
            continue
        quoted = set(words[0].places[mine & words[0].quoted].tolist())
        if len(quoted) < 0.5 * len(set(words[0].places[mine].tolist())):
            return reports[0].text[slice(*words[0].sentences[i])][:80]
    return ""


def compare_texts(left: str, right: str) -> Comparison:
    """Compare two texts as they came; see `wirecopy.compare`."""
    return compare(given(left, "left"), given(right, "right"))


def given(text: str, source: str) -> Report:
    """A report of a text as it came, cleaned."""
    raw = text.encode("utf8", "surrogatepass")
    return report_of(Document(identify("d", source, raw.hex()), source, "text/plain", raw), text, Notes(source))


def judge(reports: Sequence[Report], drift: bool = True) -> tuple[Comparison, ...]:
    """Compare all candidate pairs. The order of the reports changes nothing: they are taken by id."""
    ordered = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    words = {report.id: numbered(report) for report in ordered.values()}
    pairs = sorted((min(pair), max(pair)) for pair in nets.pairs_of(ordered.values()))
    return tuple(_compared((ordered[i], ordered[j]), (words[i], words[j]), drift) for i, j in pairs)


def families_of(reports: Iterable[Report]) -> list[list[str]]:
    """Group reports into families of their ids, sorted; every report is in exactly one, and no order changes anything.

    Two that are of one family already are not compared, which could join nothing: a text that went round a hundred
    sites costs a hundred comparisons rather than five thousand.
    """
    every = {report.id: report for report in reports}
    sizes = {report_id: len(report.text) for report_id, report in every.items()}
    words = cache(lambda report_id: numbered(every[report_id]))
    groups, copies = Groups(every), {report_id: dict[str, float]() for report_id in every}
    for left, right in sorted(map(sorted, nets.pairs_of(every.values()))):
        if groups.together(left, right):
            continue
        pair = words(left), words(right)
        alignment = align(*pair)
        if _copied(pair, alignment):
            copies[left][right] = copies[right][left] = max(alignment.left, alignment.right)
            if copies[left][right] >= CONTAINED:
                groups.join(left, right)
    for left in sorted(copies):
        for right in sorted(copies[left]):
            if not groups.together(left, right) and not by_cutting(left, right, copies, sizes):
                groups.join(left, right)
    return groups.members()


def families_of_texts(texts: Sequence[str]) -> list[list[int]]:
    """Group texts into families; every index is in exactly one. See `wirecopy.families`."""
    reports = [given(text, str(number)) for number, text in enumerate(texts)]
    numbers = {report.id: number for number, report in enumerate(reports)}
    families = families_of(reports)
    return sorted(sorted(numbers[member] for member in family) for family in families)
