"""A paraphrase that the quotation behind it says again: "Paz did not think it could be built. “I don't think …,” she said"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from wirecopy.judgements.told import Told, stems
from wirecopy.model import Entry, Statement

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


def without_parts(lines: Sequence[Entry]) -> list[Entry]:
    """The lines without quotations that a longer one of the same speaker holds, letter for letter but for its marks."""
    said = [(one.id, one.value.speaker, _letters(one.value)) for one in lines if isinstance(one.value, Statement)]
    return [
        one
        for one in lines
        if not isinstance(one.value, Statement)
        or not any(
            one.value.speaker == speaker and _is_part(_letters(one.value), words) for key, speaker, words in said
        )
    ]


def _is_part(words: str, whole: str) -> bool:
    return len(words) < len(whole) and words in whole


def _letters(said: Statement) -> str:
    """What is said, in lower case, without marks; nothing of a paraphrase."""
    return " ".join(re.findall(r"\w+", said.words.lower())) if said.form == "direct" else "–"


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
