"""Words of another sense inside quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.judgements.changes import opposites
from wirecopy.judgements.changes.grammar import phrase
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side, Word
from wirecopy.model import Change
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORT = 8  # content words of a quotation that is given as a whole
FAR = 15  # tokens from the first word of an excerpt to its last
SHARED = 0.3  # share of the words of a quotation that the other must have to be the same one


class Exchange(NamedTuple):
    """Two words that stand for each other and do not say the same, and why."""

    one: Word
    other: Word
    because: str


def found(rewording: Rewording) -> Iterator[Change]:
    """In two quotations of the same words, those that were exchanged for words of another sense or strength.

    A machine rewrites every quotation: synonyms, word order and turned constructions are passed over. What counts are
    opposites, and other words in the same place that neither list of synonyms holds for one.
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
    exchanged = [found for run in left for other in right if (found := _exchanged(rewording, run, other))]
    if exchanged and max(len(mine), len(theirs)) <= SHORT:
        ends = [side.words[number] for side, runs in ((rewording.left, left), (rewording.right, right))
                for number in (runs[0][0], runs[-1][-1])]  # fmt: skip
        yield _changed(rewording, ends[:2], ends[2:], exchanged[0].because)
    else:
        yield from (_changed(rewording, [pair.one], [pair.other], pair.because) for pair in exchanged)


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


def _exchanged(rewording: Rewording, run: list[int], other: list[int]) -> Exchange | None:
    """The words of the one run and of the other that were exchanged and say something else; None where there are none."""
    near = _meet(rewording, run, other)
    for one, two in product((rewording.left.words[i] for i in run), (rewording.right.words[j] for j in other)):
        if because := opposites.told(one, two):
            return Exchange(one, two, because)
        if _alike(one.token, two.token) and (_exchangeable(one, near) or rewording.same_place(one.token, two.token)):
            return Exchange(one, two, f"{str(two)!r} is no synonym of {str(one)!r}")
    return None


def _exchangeable(word: Word, near: bool) -> bool:
    """Beside an answered word another noun or adjective is in its place; verbs move too freely to tell so."""
    return near and word.token.pos_ != "VERB"


def _alike(one: Token, other: Token) -> bool:
    """Are two words of one kind? Names are compared elsewhere, and verbs of many meanings ("take", "make") are of none."""
    light = one.pos_ == "VERB" and {one.lemma_, other.lemma_} & set(load("drift")["light"])
    return one.pos_ == other.pos_ != "PROPN" and not light


def _meet(rewording: Rewording, run: list[int], other: list[int]) -> bool:
    """Do the words before, or those behind, two runs answer each other?"""
    before = rewording.forth.get(run[0] - 1, -1) == other[0] - 1
    return before or rewording.forth.get(run[-1] + 1, -1) == other[-1] + 1


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


def _changed(rewording: Rewording, left: list[Word], right: list[Word], because: str) -> Change:
    """The change from the first to the last word of either side, with what is needed to read these, inside the quotation."""
    pieces = []
    for side, words in ((rewording.left, left), (rewording.right, right)):
        tokens = [token for word in words for token in (*word.tokens, *phrase(word.token)) if _quoted(side, token)]
        pieces.append(side.cut(token for token in tokens if abs(token.i - words[0].token.i) < FAR))
    return change("quote", pieces[0], pieces[1], f"in quotation marks, {because}")


def _quoted(side: Side, token: Token) -> bool:
    return any(start <= token.idx < end for start, end in side.quotes)
