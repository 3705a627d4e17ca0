"""The sentences of a report before a place, as far as its body goes on, and those that tell what words point at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from wirecopy.language.sentence_ends import FOLLOWED
from wirecopy.model import Report, Span
from wirecopy.reports.offsets import original
from wirecopy.words import load

# Characters before a place within which what it points at must have been told: further back something else is meant.
REACH = 2400
# Full stops that end no sentence: "Mr. Paz", "the U.S. Navy", "Jan. 5".
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Capt|Sens?|Reps?|Gov|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b[ap]\.m)\Z"
)
# What only points itself: "the plan" is told by no sentence that has "this plan".
STEP = re.compile(r"\bthe (?:[A-Z]\w+ )?([a-z]+)\b")
TOO = re.compile(r"\b(?:also|likewise|too) (\w+ed) \Z")
TENSE = re.compile(
    r"(?:ed|ing)\Z|\A(?:blew|cut|flew|froze|hit|meets|met|sent|shot|spoke|struck|will|withdrew|would)\b", re.IGNORECASE
)
POINTING = r"\b(?:the|this|that|these|those|such)\s(?:[\w-]+\s)?\Z"


def sentences(at: int, report: Report) -> list[tuple[int, int]]:
    """Where the sentences before a place stand, the nearest last, which is what stands before it in its own."""
    starts = _starts(report, _limit(at, report), at)
    return [*zip(starts, [*starts[1:], at], strict=True)]


def sentence_at(at: int, report: Report) -> tuple[int, int]:
    """Where the sentence that holds a place begins and ends; it leaves no paragraph."""
    block = next((one for one in report.blocks if one.start <= at < one.end), None)
    if block is None:
        return at, at
    ends = (end for end in FOLLOWED.finditer(report.text, at, block.end) if not _is_abbreviated(report.text, at, end))
    stop = next((end.end() for end in ends), block.end)
    return _starts(report, block.start, at)[-1], len(report.text[:stop].rstrip())


def begins(at: int, text: str) -> bool:
    """Does a sentence begin there?"""
    before = text[max(at - 6, 0) : at]
    return (
        not before.strip()
        or "\n" in before
        or bool(re.search(r"[.!?][”\"’')\]]*\s+\Z", before) and not ABBREVIATED.search(before.rstrip()[:-1]))
    )


def has_end(words: str) -> bool:
    """Does a sentence, or half of one, end among words and another go on?"""
    return any(not ABBREVIATED.search(words[: end.start()]) for end in re.finditer(r"[.!?;][”’)]*\s", words))


def opens(at: int, report: Report) -> bool:
    """Does a paragraph begin there?"""
    return any(block.start == at for block in report.blocks)


def telling(pointing: str, ahead: str, before: Sequence[tuple[int, int]], text: str) -> tuple[int, int] | None:
    """The nearest sentence with a word for what a definite noun stands for: who claimed, for "the claim".

    The noun itself behind "the" or "this" tells nothing. "Peru also condemned it" goes back to who condemned something.
    None where no sentence has such a word, or of what the noun may stand for nothing is known.
    """
    noun, too = pointing.split()[-1].lower(), TOO.search(ahead)
    if too and noun in ("it", "them", "this", "that"):
        return _nearest(re.compile(rf"\b{too.group(1)}\b"), before, text, noun)
    if noun == "follow":  # behind "Chad called the French step rash": what the step is
        steps = [one for one in STEP.findall(text, before[-2:][0][0], before[-1][1]) if is_of_kind(one)]
        return telling(steps[-1], "", before, text) if steps else None
    if not is_of_kind(pointing):
        return None
    kind = _kinds()[noun]
    if noun not in _lasting():
        return _nearest(kind, before, text, noun)
    found = _nearest(re.compile(rf"\b{noun.rstrip('s')}s?\b"), before, text, noun) or _nearest(kind, before, text, noun)
    named = next((one for one in before if any(not _tells(f, text, noun) for f in kind.finditer(text, *one))), None)
    if found and named:
        found = _nearest(kind, [one for one in before if one <= min(named, found)], text, noun) or found
    return found


def is_of_kind(pointing: str) -> bool:
    """Is it known how what a noun stands for is told?"""
    return pointing.split()[-1].lower() in _kinds() and "same" not in pointing.split()


def _nearest(kind: re.Pattern[str], before: Sequence[tuple[int, int]], text: str, noun: str) -> tuple[int, int] | None:
    return next(
        (one for one in reversed(before) if any(_tells(f, text, noun) for f in kind.finditer(text, *one))), None
    )


def _tells(found: re.Match[str], text: str, noun: str) -> bool:
    """Does a word tell, rather than point itself: "claimed", "a claim", "the exercise Sea Shield", not "the claim"?

    "A long record of raids" does not tell what "the raid" is.
    """
    if found.group().lower() == f"{noun}s":
        return False
    ahead = text[max(found.start() - 30, 0) : found.start()]
    named = re.match(r" [A-Z]", text[found.end() : found.end() + 2])
    return bool(TENSE.search(found.group()) or named) or not re.search(POINTING, ahead, re.IGNORECASE)


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    """By a noun the words of a sentence that tells what it stands for."""
    kinds: dict[str, re.Pattern[str]] = {}
    for kind in load("lead_in")["kinds"]:
        told = re.compile(rf"\b(?:{'|'.join(kind['told by'])})\w*", re.IGNORECASE)
        kinds |= dict.fromkeys(kind["nouns"], told)
    return kinds


@cache
def _lasting() -> frozenset[str]:
    """Nouns for what a report goes on speaking of: there the first sentence tells what it is, not another of its kind."""
    return frozenset(noun for kind in load("lead_in")["kinds"] if kind.get("lasting") for noun in kind["nouns"])


def _starts(report: Report, first: int, at: int) -> list[int]:
    """Where sentences start in a stretch."""
    text = report.text
    ends = FOLLOWED.finditer(text, first, at + 1)  # the word at the place shows that another sentence begins there
    inner = {e.end() for e in ends if e.end() <= at and not _is_abbreviated(text, first, e)}
    return sorted({first} | inner | {block.start for block in report.blocks if first < block.start <= at})


def _is_abbreviated(text: str, first: int, end: re.Match[str]) -> bool:
    return ABBREVIATED.search(text, max(first, end.start() - 6), end.start()) is not None


def _limit(at: int, report: Report) -> int:
    """How far back the body goes without a break: no headline, no caption and nothing that cleaning took out between."""
    inside = next((n for n, block in enumerate(report.blocks) if block.start <= at < block.end), None)
    if inside is None:
        return at
    first = inside
    while first and _follows(report, first) and report.blocks[first].start > at - REACH:
        first -= 1
    return report.blocks[first].start


def _follows(report: Report, number: int) -> bool:
    """Does a paragraph follow the one before, with nothing cut out between them?"""
    before, block = report.blocks[number - 1 : number + 1]
    if {before.kind, block.kind} != {"paragraph"}:
        return False
    start, end = original(report, Span(report.id, before.end, block.start))
    return not any(cut.text.strip() and start <= cut.start < max(end, start + 1) for cut in report.cuts)
