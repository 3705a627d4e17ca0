"""What analysts corrected in what was read, and in what the judges gathered: applied before anything is folded.

Nothing is changed in the store: take a decision back, and the next fold has what the machine found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wirecopy.judgements.decided import ANALYST, DATED, DROPPED, RESIDUE, SAME_LINE, STATE
from wirecopy.judgements.told import Told
from wirecopy.model import Claim, Entry, Judgement, Moment, Read, Span

RULE = "decided@1"
Group = tuple[Told, ...]


# ---- in what was read
def left_out(reads: Sequence[Read], decisions: Sequence[Judgement]) -> list[Read]:
    """What was read without the claims that were dropped and the passages that are residue, reports dated as was decided."""
    dropped = {one.left for one in decisions if one.relation == DROPPED}
    return [_dated(_without(read, dropped, decisions), decisions) for read in reads]


def _without(read: Read, dropped: Iterable[str], decisions: Iterable[Judgement]) -> Read:
    """A report without what rests on residue. Its text stays as it is, or every position after the passage would be wrong."""
    words = [one.named for one in decisions if one.relation == RESIDUE and one.left == read.report.id and one.named]
    cut = [span for said in words for span in occurrences(read.report.text, said)]
    claims = tuple(claim for claim in read.claims if claim.id not in dropped and not _rests_on(claim, cut))
    mentions = tuple(mention for mention in read.mentions if not _is_in(mention.span, cut))
    expressions = tuple(one for one in read.expressions if not _is_in(one.span, cut))
    return replace(read, claims=claims, mentions=mentions, expressions=expressions)


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text, each time."""
    found, start = [], text.find(words)
    while words and start >= 0:
        found.append((start, start + len(words)))
        start = text.find(words, start + len(words))
    return found


def _rests_on(claim: Claim, cut: Sequence[tuple[int, int]]) -> bool:
    return any(_is_in(span, cut) for spans in claim.spans.values() for span in spans)


def _is_in(span: Span, cut: Sequence[tuple[int, int]]) -> bool:
    return any(span.start < end and start < span.end for start, end in cut)


def _dated(read: Read, decisions: Iterable[Judgement]) -> Read:
    given = next((_day(one) for one in decisions if one.relation == DATED and one.left == read.report.id), None)
    return replace(read, report=replace(read.report, published=given)) if given else read


def _day(decision: Judgement) -> Moment | None:
    """The day that was told, with who told it as its reason."""
    return decision.value and replace(decision.value, because=_why(decision))


def told_dates(reads: Iterable[Read], decisions: Iterable[Judgement]) -> list[Judgement]:
    """The judgement on the date of each report that an analyst dated, as the fold makes them for all that state no date."""
    known = {read.report.id for read in reads}
    return [
        Judgement(one.left, one.left, "published on", "yes", _why(one), RULE, value=_day(one))
        for one in sorted(decisions, key=lambda one: one.left)
        if one.relation == DATED and one.left in known
    ]


def _why(decision: Judgement) -> str:
    who = decision.by.removeprefix(ANALYST)
    return f"told by {who}" + (f": {decision.because}" if decision.because else "")


# ---- in what the judges gathered
def regrouped(groups: Sequence[Group], decisions: Sequence[Judgement]) -> tuple[Group, ...]:
    """The groups of claims with those apart that analysts hold apart, and those together that they hold to be one.

    Of two that are held apart the first leaves; those that leave the same one go together. What is held apart meets through
    no third, whatever is joined.
    """
    lines = [one for one in decisions if one.relation == SAME_LINE]
    apart = [(one.left, one.right) for one in lines if one.verdict == "no"]
    joined = [(one.left, one.right) for one in lines if one.verdict == "yes"]
    made = [list(group) for group in groups]
    for right in dict.fromkeys(right for _, right in apart):
        made += _leaving(made, {left for left, one in apart if one == right}, right)
    for left, right in joined:
        _join(made, left, right, apart)
    kept = [tuple(sorted(group, key=lambda told: told.order)) for group in made if group]
    return tuple(sorted(kept, key=lambda group: group[0].order))


def _leaving(made: list[list[Told]], leaving: set[str], right: str) -> list[list[Told]]:
    """Take those who leave out of the group of the other, and give them as a group of their own."""
    group = _of(made, right)
    gone = [told for told in group or () if told.claim.id in leaving]
    if group is None or not gone:
        return []
    group[:] = [told for told in group if told not in gone]
    return [gone]


def _join(made: list[list[Told]], left: str, right: str, apart: Iterable[tuple[str, str]]) -> None:
    """Put the group of the first into that of the second, unless it would bring together what is held apart."""
    mine, yours = _of(made, left), _of(made, right)
    if mine is None or yours is None or mine is yours:
        return
    ends = {told.claim.id for told in mine}, {told.claim.id for told in yours}
    if not any((a in ends[0] and b in ends[1]) or (a in ends[1] and b in ends[0]) for a, b in apart):
        yours += mine
        mine.clear()


def _of(made: Iterable[list[Told]], claim_id: str) -> list[Told] | None:
    return next((group for group in made if any(told.claim.id == claim_id for told in group)), None)


def with_states(entries: Iterable[Entry], decisions: Iterable[Judgement]) -> Iterator[Entry]:
    """The entries, with the state that an analyst gave in the place of the one that was judged."""
    given: dict[str, str | None] = {}
    for one in sorted(decisions, key=lambda one: (one.at or "", one.id)):
        if one.relation == STATE and one.verdict == "yes":
            given[one.left] = one.named
        elif one.relation == STATE and given.get(one.left) == one.named:
            del given[one.left]
    for entry in entries:
        told = [given[claim.id] for claim in entry.claims if claim.id in given]
        yield replace(entry, state=told[-1]) if told else entry
