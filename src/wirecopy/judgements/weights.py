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

from wirecopy.model import Block, Report

WORD = re.compile(r"(?:[A-Z]\.){2,}|\d[\d.,]*\d|[^\W_]+(?:['’‘][^\W_]+)*")
# A sentence ends at its stop, with closing marks, before a space and something that may begin one.
END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[—–-]*[A-Z0-9])|\n\s*\n")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Rev|St|Jr|Sr|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep"
    r"|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Prof|Art)|\b[A-Z](?:\.[A-Z])*)\.$"
)
QUOTED = re.compile(r"[“\"«][^”\"»\n]{3,1500}(?:[”\"»]|$)", re.MULTILINE)
FULL = 5.0  # the weight of a name, a number or a word that the background table does not know
LONGEST = 600  # sentences that are compared; no report is longer, and what is would need gigabytes to align
COMMON = 6.9  # Zipf frequency from which on a word weighs nothing ("of", "that")
HEAD, LEAD = (
    4,
    2,
)  # in a report's vector a term of the headline counts so often, one of the next four sentences so often
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
    """A report made ready to be compared. `terms` is every stem with its weight."""

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


def sentence_spans(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
    """The stretches of the sentences of a text, block by block, without the white space around them."""
    for block in blocks:
        start = block.start
        for match in END.finditer(text, block.start, block.end):
            if ABBREVIATION.search(text, max(start, match.end() - 12), match.end()):
                continue
            yield from _stripped(text, start, match.end())
            start = match.end()
        yield from _stripped(text, start, block.end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield left, right


def worded(report: Report) -> Worded:
    """A report's sentences and terms; a stem weighs as much as the heaviest word that it stands for."""
    terms: dict[str, float] = {}
    sentences: list[Sentence] = []
    inside = _inside_quotes(report.text)
    for start, end in sentence_spans(report.text, report.blocks):
        stems, own = [], set()
        for match in WORD.finditer(report.text, start, end):
            word = fold(match[0])
            key = stem(word)
            stems.append(key)
            terms[key] = max(terms.get(key, 0.0), weight(word))
            if not inside[match.start()]:
                own.add(key)
        if stems and len(sentences) < LONGEST:
            sentences.append(Sentence(start, end, tuple(stems), frozenset(stems) - own))
    return Worded(report.id, tuple(sentences), terms)


def _inside_quotes(text: str) -> bytearray:
    """1 for every character between quotation marks; a quotation that is not closed ends with its paragraph."""
    inside = bytearray(len(text))
    for match in QUOTED.finditer(text):
        inside[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return inside


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
