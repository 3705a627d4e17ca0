"""Which sentence of one report tells the same as which of another, in order.

Two sentences are as alike as the weight of the stems that they share (Dice). A stem that stands in many sentences of
either report (the names of the story) tells little about which sentence answers which, so its weight is divided by the
root of that number. Of all likenesses the alignment takes the ordered chain of the greatest weight; what a rewriter moved
elsewhere is added when both sides are each other's best, what he split when the other half is next to it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wirecopy.judgements.weights import Worded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Sides = tuple[Matrix, Matrix]

QUOTED = 0.3  # two reporters hear the same words, so what stands between quotation marks counts for less
LEAST = 0.15  # a likeness below this is that of any two sentences of one story
MOVED = 0.4  # a sentence out of order must be this much alike
SPLIT = 0.4  # share of a sentence's weight that must stand in the long one of which it is the second half


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of sentence numbers (left, right, likeness), and the share of each report's weight that they share."""

    pairs: tuple[tuple[int, int, float], ...]
    left: float
    right: float
    breadth: float = 0.0


def align(left: Worded, right: Worded) -> Alignment:
    """Align two reports. Shares are 0 to 1; both are 0 where they have no stem in common."""
    import numpy as np

    shared = sorted(left.terms.keys() & right.terms.keys())
    if not shared:
        return Alignment((), 0.0, 0.0)
    places = {term: number for number, term in enumerate(shared)}
    counts = _spread(left) | _spread(right)
    left_matrix, left_mass = _matrix(left, places, counts)
    right_matrix, right_mass = _matrix(right, places, counts)
    common = left_matrix @ right_matrix.T
    likeness = 2 * common / (left_mass[:, None] + right_mass[None, :] + 1e-9)
    gain = np.maximum(0.0, (likeness - LEAST) * np.minimum(left_mass[:, None], right_mass[None, :]))
    chain = _chain(gain)
    chain += _moved(chain, likeness)
    chain += _split(chain, (left_matrix, left_mass), (right_matrix, right_mass))
    pairs = tuple(sorted((i, j, min(1.0, float(likeness[i, j]))) for i, j in chain))
    rows, columns = _shares(pairs, left_matrix, right_matrix)
    breadth = max(_covered(left_mass, {i for i, *_ in pairs}), _covered(right_mass, {j for _, j, _ in pairs}))
    return Alignment(
        pairs, min(1.0, rows / float(left_mass.sum())), min(1.0, columns / float(right_mass.sum())), breadth
    )


def _covered(mass: Matrix, numbers: set[int]) -> float:
    """The share of a report's weight that stands in its aligned sentences."""
    return float(sum(mass[number] for number in numbers) / mass.sum())


def _spread(report: Worded) -> Counter[str]:
    return Counter(term for sentence in report.sentences for term in set(sentence.stems))


def _matrix(report: Worded, places: dict[str, int], counts: Counter[str]) -> tuple[Matrix, Matrix]:
    """The root weights of the shared stems by sentence, and the whole weight of each sentence."""
    import numpy as np

    matrix = np.zeros((len(report.sentences), len(places)))
    mass = np.zeros(len(report.sentences))
    for row, sentence in enumerate(report.sentences):
        for term in set(sentence.stems):
            value = report.terms[term] / counts[term] ** 0.5 * (QUOTED if term in sentence.quoted else 1.0)
            mass[row] += value
            if term in places:
                matrix[row, places[term]] = value**0.5
    return matrix, np.maximum(mass, 1e-9)


def _chain(gain: Matrix) -> list[tuple[int, int]]:
    """The heaviest set of cells in which both numbers rise (dynamic programming, a row at a time)."""
    import numpy as np

    rows, columns = gain.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows):
        best[i + 1, 1:] = np.maximum.accumulate(np.maximum(best[i, 1:], best[i, :-1] + gain[i]))
    chain, i, j = [], rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            chain.append((i, j))
    return chain


def _moved(chain: list[tuple[int, int]], likeness: Matrix) -> list[tuple[int, int]]:
    """Unaligned sentences that are each other's best wherever they stand."""
    rows, columns = {i for i, _ in chain}, {j for _, j in chain}
    best_right, best_left = likeness.argmax(axis=1), likeness.argmax(axis=0)
    return [
        (i, int(j))
        for i, j in enumerate(best_right)
        if i not in rows and int(j) not in columns and best_left[j] == i and likeness[i, j] >= MOVED
    ]


def _split(chain: list[tuple[int, int]], left: Sides, right: Sides) -> list[tuple[int, int]]:
    """Sentences next to an aligned one that are the other half of its partner.

    Only words count that the partner does not share with its first half already: a headline that says the first
    sentence once more is no half of it.
    """
    rows, columns = {i for i, _ in chain}, {j for _, j in chain}
    found = set()
    for i, j in chain:
        found |= {(i, k) for k in (j - 1, j + 1) if k not in columns and _is_half(left[0][i], j, k, right)}
        found |= {(k, j) for k in (i - 1, i + 1) if k not in rows and _is_half(right[0][j], i, k, left)}
    return sorted(found)


def _is_half(whole: Matrix, first: int, second: int, side: Sides) -> bool:
    matrix, mass = side
    if not 0 <= second < len(mass):
        return False
    return float((whole * matrix[second] * (matrix[first] == 0)).sum()) >= SPLIT * float(mass[second])


def _shares(pairs: tuple[tuple[int, int, float], ...], left: Matrix, right: Matrix) -> tuple[float, float]:
    """The weight of the left report's stems that their partners have too, and of the right report's."""
    import numpy as np

    rows, columns = np.zeros_like(left), np.zeros_like(right)
    for i, j, _ in pairs:
        rows[i] = np.maximum(rows[i], left[i] * right[j])
        columns[j] = np.maximum(columns[j], left[i] * right[j])
    return float(rows.sum()), float(columns.sum())
