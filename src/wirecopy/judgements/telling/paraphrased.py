"""A paraphrase that the quotation behind it says again: "Paz did not think it could be built. “I don't think …,” she said"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wirecopy.judgements.told import Told, stems
from wirecopy.model import Statement

NEAR = 120  # characters between the two
COMMON = 0.5  # share of a paraphrase's words that its quotation has
FEWEST = 3  # words in common: two say little
ROOT = 5  # letters by which two forms of a word are one: "national", "nationalised"


def without_paraphrases(told: Sequence[Told]) -> list[Told]:
    """The claims without a paraphrase whose speaker is quoted right behind it with half of its words."""
    quoted: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if isinstance(one.finding, Statement) and one.finding.form == "direct":
            quoted[one.report.id].append(one)
    return [one for one in told if not any(_says_again(quote, one) for quote in quoted[one.report.id])]


def _says_again(quote: Told, told: Told) -> bool:
    """Does a quotation stand right behind a paraphrase of the same speaker and hold half of its words?"""
    said, words = told.finding, quote.finding
    if not isinstance(said, Statement) or not isinstance(words, Statement) or said.form == "direct":
        return False
    behind = quote.claim.spans["words"][0].start - told.claim.spans["words"][-1].end
    if said.speaker is None or said.speaker != words.speaker or not 0 <= behind <= NEAR:
        return False
    mine, common = _roots(said.words), _roots(said.words) & _roots(words.words)
    return len(common) >= max(FEWEST, COMMON * len(mine))


def _roots(text: str) -> frozenset[str]:
    return frozenset(word[:ROOT] for word in stems(text))
