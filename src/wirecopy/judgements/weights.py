"""Words as they are compared: split into sentences, folded, stemmed, and weighted by how rare they are in English.

Weights come from a fixed background table (wordfreq's Zipf frequencies), never from the reports at hand, so that one
more report changes no comparison.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from wirecopy.model import Block, Report

# Each way to begin is one set of characters, and no way is tried twice: finding words is most of what comparing costs.
WORD = re.compile(r"[A-Z]\.(?:[A-Z]\.)+|\d[\d.,]*\d|[^\W_]++(?:['’‘][^\W_]++)*+")
# A sentence ends with its paragraph, or at its stop, with closing marks, before a space and something that may begin one.
# Two patterns that each begin with a fixed set of characters are found three times as fast as their alternation.
PARAGRAPH = re.compile(r"\n\s*\n")
END = re.compile(r"[.!?…][.!?…]*[\"'”’»)\]]*(?=\s+[\"'“‘«(\[—–-]*[A-Z0-9])")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Rev|St|Jr|Sr|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep"
    r"|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Prof|Art)|\b[A-Z](?:\.[A-Z])*)\.$"
)
QUOTED = re.compile(r"[“\"«][^”\"»\n]{3,1500}(?:[”\"»]|$)", re.MULTILINE)
FULL = 5.0  # the weight of a name, a number or a word that the background table does not know
LONGEST = 600  # sentences that are compared; no report is longer, and what is would need gigabytes to align
COMMON = 6.9  # Zipf frequency from which on a word weighs nothing ("of", "that")
# In a report's vector a term of the headline counts so often, one of the next four sentences so often.
HEAD, LEAD = 4, 2
TELLING = 1.0  # terms that weigh less say nothing about a story
TERMS = 150  # heaviest terms that a report's vector has
ENDINGS = re.compile(
    r"(?:ational|ations?|itions?|ments?|ness|ities|ity|ingly|edly|ings?|ies|ied|ers?|ors?|ed|es|ly|s|e|y)$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report: where it stands in the text, its stems in order, and those that are only quoted."""

    start: int
    end: int
    stems: tuple[str, ...]
    quoted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Worded:
    """A report as words. `terms` is every stem with its weight; see `numbered` for what copies are found by."""

    report_id: str
    sentences: tuple[Sentence, ...]
    terms: dict[str, float]


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """How much a lower-case word tells, 0 to 5: Zipf frequency 6.9 and above nothing, 1.9 and below (names) all."""
    from wordfreq import zipf_frequency

    if word[0].isdigit():
        return FULL * 0.8 if len(word) > 1 else FULL * 0.4
    return min(FULL, max(0.0, COMMON - zipf_frequency(word, "en")))


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word in lower case, without accents, possessive, dots of an abbreviation or commas of a number."""
    straight = word.replace("’", "'").replace("‘", "'")
    plain = (unicodedata.normalize("NFKD", straight).encode("ascii", "ignore").decode() or word).lower()
    if plain.endswith("'s"):
        plain = plain[:-2]
    return plain.replace("'", "").replace(",", "").replace(".", "" if not plain[:1].isdigit() else ".") or word.lower()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A folded word without its usual English endings; four letters at least stay."""
    if len(word) < 5 or word[0].isdigit():
        return word[:-1] if len(word) == 4 and word.endswith("s") and not word.endswith("ss") else word
    short = word
    for _ in range(2):
        match = ENDINGS.search(short)
        if match is None or match.start() < 4:
            break
        short = short[: match.start()]
    return short


@lru_cache(maxsize=200_000)
def stems_of(piece: str) -> tuple[str, ...]:
    """The stems of the words of a piece of text without white space, in order: mostly one.

    A text is read by its pieces, most of which came before, rather than by its words, which would have to be found.
    """
    return tuple(stem(fold(word)) for word in WORD.findall(piece))


@lru_cache(maxsize=200_000)
def terms_of(piece: str) -> tuple[tuple[str, float], ...]:
    """The same stems with what their words weigh."""
    return tuple((stem(word), weight(word)) for word in map(fold, WORD.findall(piece)))


def sentence_spans(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
    """The stretches of the sentences of a text, block by block, without the white space around them."""
    for block in blocks:
        ends = [match.end() for match in END.finditer(text, block.start, block.end)]
        ends = [end for end in ends if not ABBREVIATION.search(text, max(block.start, end - 12), end)]
        ends += (match.end() for match in PARAGRAPH.finditer(text, block.start, block.end))
        start = block.start
        for end in (*sorted(ends), block.end):
            first, last = start, end
            while first < last and text[first].isspace():
                first += 1
            while first < last and text[last - 1].isspace():
                last -= 1
            if first < last:
                yield first, last
            start = end


def worded(report: Report) -> Worded:
    """A report's sentences and terms; a stem weighs as much as the heaviest word that it stands for."""
    text, bare = report.text, without_quotations(report.text)
    sentences: list[Sentence] = []
    for start, end in sentence_spans(text, report.blocks):
        said, own = text[start:end], bare[start:end]
        stems = _stems(said)
        if stems and len(sentences) < LONGEST:
            quoted = frozenset(stems).difference(_stems(own)) if own != said else frozenset()
            sentences.append(Sentence(start, end, stems, quoted))
    return Worded(report.id, tuple(sentences), _terms(text))


def _stems(text: str) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(stems_of, text.split())))


def _terms(text: str) -> dict[str, float]:
    """Every stem with its weight, in the order of the text."""
    terms: dict[str, float] = {}
    for key, value in chain.from_iterable(map(terms_of, dict.fromkeys(text.split()))):
        if value >= terms.get(key, 0.0):
            terms[key] = value
    return terms


def without_quotations(text: str) -> str:
    """The text with white space for what stands between quotation marks, or from one to the end of its paragraph."""
    return QUOTED.sub(lambda quotation: " " * len(quotation[0]), text)


def vector(report: Worded) -> dict[str, float]:
    """A report's heaviest terms by weight and logarithm of their count, of length 1."""
    counts: Counter[str] = Counter()
    for number, sentence in enumerate(report.sentences):
        factor = HEAD if number == 0 else LEAD if number < 5 else 1
        for term in sentence.stems:
            counts[term] += factor
    vector = {
        term: (1 + math.log(count)) * (report.terms[term] - TELLING)
        for term, count in counts.items()
        if report.terms[term] > TELLING
    }
    kept = dict(sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:TERMS])
    length = math.sqrt(sum(value * value for value in kept.values()))
    return {term: value / length for term, value in kept.items()}


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """How much two vectors of length 1 point the same way, 0 to 1."""
    return sum(value * other[term] for term, value in one.items() if term in other)
