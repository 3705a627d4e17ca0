"""Other words inside quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from wirecopy.judgements.changes.sides import Rewording, Side, Word, change
from wirecopy.model import Change
from wirecopy.words import load

SHORT = 8  # content words of a quotation that is given as a whole
ABREAST = 0.15  # of a quotation's length, by which places in two quotations may differ
SHARED = 0.3  # share of the words of a quotation that the other must have to be the same one


def found(rewording: Rewording) -> Iterator[Change]:
    """In two quotations of the same words, the stretches that differ in content words.

    Words of one meaning (`words/synonyms.yml`), word order and small words are passed over: translators change them.
    """
    for start, end in rewording.left.quotes:
        mine = _inside(rewording.left, start, end)
        for first, last in rewording.right.quotes:
            theirs = _inside(rewording.right, first, last)
            shared = [i for i in mine if rewording.forth.get(i) in theirs]
            if mine and theirs and len(shared) >= SHARED * min(len(mine), len(theirs)):
                yield from _differing(rewording, mine, theirs)


def _inside(side: Side, start: int, end: int) -> list[int]:
    """The content words of a quotation, without those that only lend weight ("indeed" is "in fact")."""
    weight = load("drift")["weight"]
    return [n for n, word in enumerate(side.words) if start <= word.token.idx < end and word.token.lower_ not in weight]


def _differing(rewording: Rewording, mine: list[int], theirs: list[int]) -> Iterator[Change]:
    left, right = _runs(mine, set(rewording.forth)), _runs(theirs, set(rewording.back))
    if not left or not right:
        yield from _lost(rewording, left, right)
    elif max(len(mine), len(theirs)) <= SHORT:
        yield _changed(rewording, [*left[0], *left[-1]], [*right[0], *right[-1]])
    else:
        for run in left:
            match = next((other for other in right if _meet(rewording, run, other)), None)
            match = match or next((other for other in right if _abreast(run, other, mine, theirs)), None)
            if match:
                right.remove(match)
                yield _changed(rewording, run, match)


def _runs(numbers: list[int], answered: set[int]) -> list[list[int]]:
    """The runs of neighbouring words that nothing answers."""
    runs: list[list[int]] = []
    for number in numbers:
        if number in answered:
            continue
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _meet(rewording: Rewording, run: list[int], other: list[int]) -> bool:
    """Do the words before, or those behind, two runs answer each other?"""
    before = rewording.forth.get(run[0] - 1, -1) == other[0] - 1
    return before or rewording.forth.get(run[-1] + 1, -1) == other[-1] + 1


def _abreast(run: list[int], other: list[int], mine: list[int], theirs: list[int]) -> bool:
    """Do two runs stand about as far into their quotations?"""
    return abs((run[0] - mine[0]) / len(mine) - (other[0] - theirs[0]) / len(theirs)) < ABREAST


def _lost(rewording: Rewording, left: list[list[int]], right: list[list[int]]) -> Iterator[Change]:
    """An adjective or adverb that only one side has, beside a word that both have ("at the high end")."""
    of_left = bool(left)
    side = rewording.left if of_left else rewording.right
    for run in left or right:
        token = side.words[run[0]].token
        answer = rewording.partner(token.head, of_left)
        if len(run) == 1 and token.dep_ in ("amod", "advmod") and answer is not None and token.pos_ in ("ADJ", "ADV"):
            here, there = side.cut([token, token.head]), (rewording.right if of_left else rewording.left).cut([answer])
            yield change(
                "quote", *((here, there) if of_left else (there, here)), f"{token.text!r} is missing in the quotation"
            )


def _changed(rewording: Rewording, left: list[int], right: list[int]) -> Change:
    pieces = []
    for side, run in ((rewording.left, left), (rewording.right, right)):
        words = [side.words[n] for n in (*run, *([run[-1] + 1] if run[-1] + 1 < len(side.words) else []))]
        inside = [w for w in words if w.tokens[-1].i - words[0].tokens[0].i < 15 and _quoted(side, w)]
        pieces.append(side.cut(token for word in inside for token in word.tokens))
    return change("quote", pieces[0], pieces[1], "the words in quotation marks are not the same")


def _quoted(side: Side, word: Word) -> bool:
    return any(start <= word.token.idx < end for start, end in side.quotes)
