"""Do two claims tell of one utterance? By speaker, words and day."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import cache

from wirecopy.judgements.parties import fit
from wirecopy.judgements.same.estimates import differ
from wirecopy.judgements.told import Told, apart, days, in_headline, jaccard, overlap
from wirecopy.language.sentence_ends import FOLLOWED
from wirecopy.model import Actor, Statement
from wirecopy.words import load

# Words in a row that two tellings share from between quotation marks, from which on they quote one sentence.
RUN = 6
# The share of the runs of the shorter quotation that the longer has too.
MOST = 0.5
QUOTED = re.compile(r"“([^”]+)”")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
# Content words that two tellings of one utterance share at the least.
LEAST = 3
SIDE = 0.7  # fit of voices from which on they are of one side
ONE = 0.9  # fit of voices from which on they are one
NEGATIONS = frozenset({"no", "not", "never"})
FEW = 3  # content words of a telling that a copy may word anew altogether
REWORDED = 0.2  # share of the words of one side's telling that a copy must keep at the least
NEAR = 150  # characters between two tellings in one sentence


def keys(told: Told) -> Iterable[Hashable]:
    """Claims that share fewer than LEAST keys are not compared: words said by a side, or the aligned sentence."""
    statement = told.finding
    assert isinstance(statement, Statement)  # noqa: S101 -- the caller groups claims by kind
    if told.sentence:
        yield from ((told.sentence, n) for n in range(LEAST))
    standing = _standing_denial(statement) or _disowned(statement)
    for side in {actor.country or actor.id for actor in _voices(statement)}:
        yield from ((side, stem) for stem in told.stems)
        if standing:
            yield from ((side, "denies it", n) for n in range(LEAST))
        yield from ((side, told.report.id, n) for n in range(LEAST))  # a headline may share no word with its text


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("comparing")[name])


def _standing_denial(statement: Statement) -> bool:
    """Does it deny, on no day of its own, that an attack is planned?

    Reports of a crisis repeat for weeks that the one side "denies it plans to invade": that is one position, which each
    words anew, and no line for every report. A denial with a day, or of a deed that is past, is an utterance of its own.
    """
    cue = (statement.cue or "").lower().split()[-1:]  # "has repeatedly denied"
    if statement.when or statement.form != "indirect" or not _listed("denying").issuperset(cue or [""]):
        return False
    words = frozenset(WORD.findall(statement.words.lower()))
    return bool(words & _listed("planning") and words & frozenset(load("comparing")["themes"]["attack"]))


def _disowned(statement: Statement) -> bool:
    """Does somebody say that no attack is planned: "no plans to attack", "no such intention"?"""
    words = frozenset(WORD.findall(statement.words.lower()))
    denied = words & NEGATIONS or _listed("denying") & frozenset((statement.cue or "").lower().split()[-1:])
    meant = words & {"such", *load("comparing")["themes"]["attack"]}
    return bool(denied and meant and words & _listed("planning"))


def _disown_at_once(left: Told, right: Told) -> bool:
    """Do two reports tell that somebody disowned a plan to attack, on days that both can mean, and one of them names?"""
    a, b = left.finding, right.finding
    assert isinstance(a, Statement) and isinstance(b, Statement)  # noqa: S101 -- the caller compares statements
    mine, yours = days(a.when or left.report.published), days(b.when or right.report.published)
    if left.report.id == right.report.id or not mine or not yours or (a.when is None and b.when is None):
        return False
    once = mine[0] <= yours[1] and yours[0] <= mine[1]
    return once and fit(_voices(a), _voices(b)) >= ONE and _disowned(a) and _disowned(b)


def _voices(statement: Statement) -> tuple[Actor, ...]:
    return (*((statement.speaker,) if statement.speaker else ()), *statement.said_by)


def _told_before(left: Told, right: Told) -> bool:
    """Was one printed before the day on which the other was said?"""
    when, printed = days(getattr(left.finding, "when", None)), days(right.report.published)
    return when is not None and printed is not None and printed[1] < when[0]


def _side_by_side(left: Told, right: Told) -> bool:
    """Do two tellings of one report stand in one sentence? Then the second says more: "…, he said, adding: “…”"."""
    spans = sorted([*left.claim.spans["words"], *right.claim.spans["words"]])
    between = left.report.text[min(spans[0].end, spans[-1].start) : spans[-1].start]
    return len(between) < NEAR and "\n" not in between and not FOLLOWED.search(between)


def _one_quotation(a: Statement, b: Statement) -> bool:
    """Do both quote the same words, the one more than the other? Most of what the shorter quotes stands in the longer.

    "We want to work with them" of one report is the first clause of what the next quotes at length; of two long
    quotations that only overlap each is a line.
    """
    mine, yours = _runs(a), _runs(b)
    return len(mine & yours) > MOST * min(len(mine), len(yours)) if mine and yours else False


def _runs(statement: Statement) -> set[tuple[str, ...]]:
    """The runs of words that a telling quotes."""
    return {run for quote in _quotes(statement) for run in zip(*(quote[n:] for n in range(RUN)), strict=False)}


def _quotes(statement: Statement) -> list[list[str]]:
    """The words between quotation marks; of a direct quotation all of them."""
    given = [statement.words] if statement.form == "direct" else QUOTED.findall(statement.words)
    return [WORD.findall(quote.lower().replace("’", "'")) for quote in given]


def _headlined(left: Told, right: Told) -> float:
    """Does a headline put in a few words of its own what its side is told to have said below: "warns of heavy price"?"""
    head, below = (left, right) if in_headline(left) else (right, left)
    assert isinstance(head.finding, Statement)  # noqa: S101 -- the caller compares statements
    words = overlap(head.stems, below.stems)
    brief = head.finding.form == "indirect" and len(head.stems) <= FEW
    return max(words, 0.5) if words >= 0.5 or brief else 0.0


def likeness(left: Told, right: Told) -> float:
    """From 0 to 1, or −1 where they can't be one utterance; .5 and more: one."""
    a, b = left.finding, right.finding
    assert isinstance(a, Statement) and isinstance(b, Statement)  # noqa: S101
    words = overlap(left.stems, right.stems)
    if left.sentence and left.sentence == right.sentence and left.report.id != right.report.id:
        # Of a few words a copy may change all: "no decision had been taken", "nothing had been decided".
        side = fit(_voices(a), _voices(b)) >= SIDE
        short = side and max(len(left.stems), len(right.stems)) <= FEW
        alike = words >= 0.3 or (side and words >= REWORDED and a.form == b.form)
        return 0.5 + 0.5 * jaccard(left.stems, right.stems) if alike or short else 0.0
    if apart(a.when, b.when) or _told_before(left, right) or _told_before(right, left):
        return -1.0
    if differ(left, right):
        return 0.0
    voices = fit(_voices(a), _voices(b))
    if left.report.id == right.report.id and voices >= SIDE and in_headline(left) != in_headline(right):
        return _headlined(left, right)
    if voices and _standing_denial(a) and _standing_denial(b):
        return 0.9
    if _disown_at_once(left, right):
        return 0.9
    if not voices or min(len(left.stems), len(right.stems)) < LEAST:
        return 0.0
    if _one_quotation(a, b):
        return 0.9
    if left.report.id == right.report.id:
        # One report tells an utterance twice when one telling holds the other: a lead and its quote.
        alike = words >= 0.8 or (words >= 0.6 and jaccard(left.stems, right.stems) >= 0.4)
        return words if alike and a.form != b.form and not _side_by_side(left, right) else 0.0
    return words if words >= 0.7 and jaccard(left.stems, right.stems) >= 0.4 else 0.0
