"""A report as numbers: what prints are made from and alignment computes with.

The same words as `weights.worded` has, in arrays, which take a third of the time and of the memory: thousands of reports
wait in memory for their copies. One test holds the two against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING
from zlib import crc32

from wirecopy.judgements.weights import LONGEST, QUOTED, WORD, fold, sentence_spans, stem, weight
from wirecopy.model import Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Truths = NDArray[np.bool_]

KNOWN = 500_000  # pieces of text whose words are remembered
JOINING = "-–—/"  # marks that join words, none of which has them
NONE, SEVERAL = -1, -2  # a piece of text that holds no word, or several
BITS, HUNDREDTHS = 10, 100  # a stem's number, shifted so far, and its weight in hundredths make one number


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """The stretches of a report's sentences, its terms, and its words in order.

    `terms` are the numbers of its stems, sorted, `weights` what they weigh. Of each word `places` says which of the terms
    it is, `rows` in which sentence it stands, `quoted` whether that sentence has it between quotation marks alone.
    Two are equal only if they are the same object, so that what was worked out for one can be cached under it.
    """

    report_id: str
    sentences: tuple[tuple[int, int], ...]
    terms: Numbers
    weights: Floats
    places: Numbers
    rows: Numbers
    quoted: Truths


def number(stemmed: str) -> int:
    """A stem as a number of 32 bits, the same in every process."""
    return crc32(stemmed.encode("utf8", "surrogatepass"))


@lru_cache(maxsize=200_000)
def _pack(word: str) -> int:
    """The number of a word's stem and the word's weight in hundredths (the background table's own steps) as one number."""
    folded = fold(word)
    return (number(stem(folded)) << BITS) + round(weight(folded) * HUNDREDTHS)


class _Pieces(dict[str, int]):
    """What a piece of text without white space is, of those that came before.

    A text is read by its pieces, most of which came before, rather than by its words, which would have to be found. Nearly
    all pieces hold one word, and are its packed number; of the others (`NONE`, `SEVERAL`) there are a few. A dictionary
    answers in half the time of `lru_cache`; one that has grown too long is begun anew.
    """

    def __missing__(self, piece: str) -> int:
        if len(self) >= KNOWN:
            self.clear()
        words = WORD.findall(piece)
        self[piece] = found = _pack(words[0]) if len(words) == 1 else SEVERAL if words else NONE
        return found


_PIECES = _Pieces()


def _packed(text: str) -> list[int]:
    """The words of a text, packed."""
    for mark in JOINING:
        text = text.replace(mark, " ")
    pieces = text.split()
    found = list(map(_PIECES.__getitem__, pieces))
    if min(found, default=0) >= 0:
        return found
    whole, start = [], 0
    for at in [at for at, one in enumerate(found) if one < 0]:
        whole += found[start:at]
        whole += map(_pack, WORD.findall(pieces[at]) if found[at] == SEVERAL else ())
        start = at + 1
    return whole + found[start:]


def said(text: str) -> tuple[Numbers, Numbers]:
    """The stems of a text's words in order, as numbers, and what each word weighs, in hundredths.

    Most reports are never compared and need no more: sentences and terms take twice the time.
    """
    import numpy as np

    words = np.array(_packed(text), dtype=np.int64)
    return words >> BITS, words & (2**BITS - 1)


def numbered(report: Report) -> Numbered:
    """A report's sentences, terms and words; a stem weighs as much as the heaviest word that it stands for."""
    import numpy as np

    text = report.text
    quotations = [match.span() for match in QUOTED.finditer(text)][::-1]
    spans: list[tuple[int, int]] = []
    sizes: list[int] = []
    packed: list[int] = []
    quoted: list[int] = []
    for start, end in islice(sentence_spans(text, report.blocks), LONGEST):
        while quotations and quotations[-1][1] <= start:
            quotations.pop()
        if quotations and quotations[-1][0] < end:
            words, only = _quoting(text, start, end, quotations)
        else:
            words, only = _packed(text[start:end]), []
        if words:
            quoted += (len(packed) + place for place in only)
            spans.append((start, end))
            sizes.append(len(words))
            packed += words
    terms, weights, places = _terms(np.array(packed, dtype=np.int64))
    mask = np.zeros(len(packed), dtype=bool)
    mask[quoted] = True
    return Numbered(report.id, tuple(spans), terms, weights, places, np.repeat(np.arange(len(sizes)), sizes), mask)


def _quoting(text: str, start: int, end: int, quotations: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """The words of a sentence with quotations (the last of them first), and the places of those that stand in them alone."""
    words: list[int] = []
    own: list[int] = []
    heard: list[int] = []
    at = start
    for first, last in takewhile(lambda span: span[0] < end, reversed(quotations)):
        own += (before := _packed(text[at : max(at, first)]))
        at = min(last, end)
        spoken = _packed(text[max(start, first) : at])
        heard += range(len(words) + len(before), len(words) + len(before) + len(spoken))
        words += before + spoken
    own += (after := _packed(text[at:end]))
    words += after
    stems = {word >> BITS for word in own}
    return words, [place for place in heard if words[place] >> BITS not in stems]


def _terms(words: Numbers) -> tuple[Numbers, Floats, Numbers]:
    """The stems of packed words, sorted, the weight of the heaviest word of each, and of each word which stem it has."""
    import numpy as np

    order = np.argsort(words)
    ranked = words[order]
    stems = ranked >> BITS
    fresh = stems[1:] != stems[:-1]
    places = np.zeros(len(words), dtype=np.int64)
    places[order[1:]] = np.cumsum(fresh)
    heaviest = ranked[np.append(fresh, np.ones(min(1, len(words)), dtype=bool))]
    return heaviest >> BITS, (heaviest & (2**BITS - 1)) / HUNDREDTHS, places
