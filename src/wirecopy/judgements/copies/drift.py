"""What a rewriting changed in meaning. The same in other words is no change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from wirecopy.judgements.changes import DETECTORS
from wirecopy.judgements.changes.rewording import reword
from wirecopy.judgements.changes.sides import side
from wirecopy.judgements.weights import WORD, fold, sentence_spans, stem, weight
from wirecopy.model import Block, Change, Pair, Report, Span

MOST = 2  # changes that one sentence may report; what changed more is another sentence
WHOLE = 6  # words of a sentence whose loss is worth telling
COPIED = 0.7  # share of the one or the other report that must be aligned, or the two share a part alone
GAP = 3  # sentences; where more are missing in a row, a part was cut out
LONG = 2000  # characters from which a stretch is no sentence but a table or noise, which the parser need not see
CLAUSE = 5  # words of a clause; fewer than that may stand anywhere
MOVED = 0.5  # share of the weight of a clause's words that a sentence must have to tell the same
LIKE = 0.2  # likeness from which two sentences can be held against each other word by word

Group = tuple[int, int, int, int]


def changes(left: Report, right: Report, pairs: tuple[Pair, ...]) -> tuple[Change, ...]:
    """The changes between the aligned sentences of two copies, in the order of the left report; then whole sentences.

    Only sentences that differ in words are parsed. Of each pair of sentences at most `MOST` changes are given, the surer
    kinds first (see `changes.DETECTORS`). Of words that are missing on one side, the change names the report that lacks them.
    """
    return tuple(_lacking(change, left, right) for change in _changes(left, right, pairs))


def _lacking(change: Change, left: Report, right: Report) -> Change:
    lacking = right.id if change.right is None else left.id if change.left is None else None
    return replace(change, lacking=lacking)


def _changes(left: Report, right: Report, pairs: tuple[Pair, ...]) -> tuple[Change, ...]:
    from wirecopy.language import parser

    # Where sentences changed places, two gaps may hold one sentence.
    lost = dict.fromkeys(_missing(left, right, pairs))
    missing = tuple(change for change in lost if not _moved(change, left, right))
    groups = [
        group
        for group in _groups(pairs)
        if max(group[1] - group[0], group[3] - group[2]) <= LONG and not _same_words(left.text, right.text, group)
    ]
    if not groups:
        return missing
    texts = [piece for a, b, c, d in groups for piece in (left.text[a:b], right.text[c:d])]
    docs = list(parser.load().pipe(texts))
    found: list[Change] = []
    for number, (a, _, c, _) in enumerate(groups):
        one, other = side(left.id, a, docs[2 * number]), side(right.id, c, docs[2 * number + 1])
        rewording = reword(one, other)
        every = (change for detect in DETECTORS for change in detect(rewording))
        found += _chosen(change for change in every if not _moved(change, left, right))
    return (*found, *missing)


def _missing(left: Report, right: Report, pairs: tuple[Pair, ...]) -> Iterator[Change]:
    """Whole sentences that stand between two aligned ones where the other report has none.

    Nothing is said of the beginning and the end, where scraped pages differ, nor of reports that share a part alone.
    """
    sides = ((left, {pair.left for pair in pairs}), (right, {pair.right for pair in pairs}))
    if all(sum(span.end - span.start for span in spans) < COPIED * len(report.text) for report, spans in sides):
        return
    for one, other in pairwise(sorted(pairs, key=lambda pair: (pair.left, pair.right))):
        gaps = (
            (left, one.left.end, other.left.start, "dropped"),
            (right, one.right.end, other.right.start, "added"),
        )
        full = [
            (report, spans, kind)
            for report, start, end, kind in gaps
            if start < end and 0 < len(spans := _between(report, start, end)) <= GAP
        ]
        if len(full) == 1:
            report, spans, kind = full[0]
            yield from (_lost(report, span, kind) for span in spans)


def _between(report: Report, start: int, end: int) -> list[tuple[int, int]]:
    """The full sentences of a stretch of a report."""
    spans = sentence_spans(report.text[:end], (Block(start, end, "paragraph"),))
    return [(a, b) for a, b in spans if report.text[b - 1] in '.!?”"' and len(WORD.findall(report.text, a, b)) >= WHOLE]


def _lost(report: Report, place: tuple[int, int], kind: str) -> Change:
    text, span = report.text[slice(*place)], Span(report.id, *place)
    because = "the whole sentence has no counterpart"
    if kind == "dropped":
        return Change(kind, text, None, span, None, because)
    return Change(kind, None, text, None, span, because)


def _moved(change: Change, left: Report, right: Report) -> bool:
    """Does a sentence of the other report tell what a clause or sentence said that seems to be missing?

    Rewriters split and join sentences; those that were aligned with another one have no place where their clause would.
    """
    if change.left is not None and change.right is not None:
        return False
    other, said = (right, change.left) if change.left is not None else (left, change.right)
    words = _weighed(said or "")
    least = MOVED * sum(words.values())
    return len(words) >= CLAUSE and any(
        sum(words[term] for term in words.keys() & _weighed(other.text[start:end])) >= least
        for start, end in sentence_spans(other.text, other.blocks)
    )


def _weighed(text: str) -> dict[str, float]:
    """The stems of a text with their weights."""
    return {stem(word): weight(word) for word in map(fold, WORD.findall(text))}


def _groups(pairs: tuple[Pair, ...]) -> Iterator[Group]:
    """Pairs that share a sentence, as one stretch of each report: a sentence that was split, or two that were joined."""
    open_group: Group | None = None
    for pair in sorted(pairs, key=lambda pair: (pair.left, pair.right)):
        here = (pair.left.start, pair.left.end, pair.right.start, pair.right.end)
        if open_group and (here[0] < open_group[1] or open_group[2] <= here[2] < open_group[3]):
            a, b, c, d = open_group
            open_group = (min(a, here[0]), max(b, here[1]), min(c, here[2]), max(d, here[3]))
            continue
        if open_group:
            yield open_group
        open_group = here if pair.score >= LIKE else None
    if open_group:
        yield open_group


def _same_words(left: str, right: str, group: Group) -> bool:
    a, b, c, d = group
    return [fold(w) for w in WORD.findall(left[a:b])] == [fold(w) for w in WORD.findall(right[c:d])]


def _chosen(found: Iterator[Change]) -> list[Change]:
    """The first `MOST` changes that do not tell of the same words on both sides."""
    kept: list[Change] = []
    for change in found:
        if len(kept) < MOST and not any(_meets(change, other) for other in kept):
            kept.append(change)
    return kept


def _meets(one: Change, other: Change) -> bool:
    return _overlap(one.left_span, other.left_span) or _overlap(one.right_span, other.right_span)


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end
