"""Which pairs of reports are worth comparing: two nets, so that each catches what slips through the other.

MinHash over word triples finds what was copied word for word, however common its words. It misses rewrites (the sample
pair shares 13 % of its word 5-grams), which an index of each report's rarest terms finds: names, numbers and rare words
outlive rewriting. Both depend on the two reports alone, not on what else is there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from wirecopy.judgements.weights import Worded

TERMS = 40  # rarest terms of a report that are indexed
SHARED = 0.3  # share of one report's indexed weight that the other must have somewhere
HASHES, BANDS = 64, 32  # two rows a band: half of the pairs with a Jaccard index of .14 meet
SEED = 7


def rarest(report: Worded) -> dict[str, float]:
    """A report's `TERMS` heaviest terms; equal weights in alphabetical order."""
    ranked = sorted(report.terms.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[:TERMS])


def pairs_of(reports: Sequence[Worded]) -> list[tuple[int, int]]:
    """The pairs of numbers (smaller first, sorted) of reports that may be copies."""
    return sorted(_by_terms(reports) | _by_shingles(reports))


def _by_terms(reports: Sequence[Worded]) -> set[tuple[int, int]]:
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    needed = []
    for number, report in enumerate(reports):
        terms = rarest(report)
        needed.append(SHARED * sum(terms.values()))
        for term, weight in terms.items():
            if weight > 0:
                index[term].append((number, weight))
    found = set()
    for number, report in enumerate(reports):
        shared: Counter[int] = Counter()
        for term in report.terms.keys() & index.keys():
            for other, weight in index[term]:
                shared[other] += weight  # type: ignore[assignment]
        found |= {
            (min(number, other), max(number, other))
            for other, weight in shared.items()
            if other != number and weight >= needed[other] > 0
        }
    return found


def _by_shingles(reports: Sequence[Worded]) -> set[tuple[int, int]]:
    from rensa import RMinHash, RMinHashLSH

    shingled = [(number, shingles) for number, report in enumerate(reports) if (shingles := _triples(report))]
    hashes = RMinHash.from_token_sets([sorted(shingles) for _, shingles in shingled], HASHES, SEED)
    index = RMinHashLSH(0.1, HASHES, BANDS)
    index.insert_many(hashes)
    numbers = [number for number, _ in shingled]
    return {
        (min(numbers[row], numbers[key]), max(numbers[row], numbers[key]))
        for row, keys in enumerate(index.query_all(hashes))
        for key in keys
        if key != row
    }


def _triples(report: Worded) -> set[str]:
    words = [stem for sentence in report.sentences for stem in sentence.stems]
    return {" ".join(words[k : k + 3]) for k in range(len(words) - 2)} or {" ".join(words)} - {""}
