"""Which sentence of one report tells the same as which of another, in order.

Two sentences are as alike as the weight of the stems that they share (Dice). A stem that stands in many sentences of
either report (the names of the story) tells little about which sentence answers which, so its weight is divided by the
root of that number. Of all likenesses the alignment takes the ordered chain of the greatest weight; what a rewriter moved
elsewhere is added when both sides are each other's best, what he split when the other half is next to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from wirecopy.judgements.copies.numbered import Numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Places = NDArray[np.intp]
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


@dataclass(frozen=True, slots=True)
class _Side:
    """A report as it is aligned: each term of each sentence once."""

    spread: Matrix  # in how many sentences a term stands
    rows: Places  # of each term of each sentence: the sentence …
    columns: Places  # … the term …
    factors: Matrix  # … and QUOTED where it is only quoted there, else 1


@lru_cache(maxsize=2_000)
def _side(report: Numbered) -> _Side:
    import numpy as np

    _, first = np.unique(report.rows * len(report.terms) + report.places, return_index=True)
    rows, columns = report.rows[first], report.places[first]
    spread = np.bincount(columns, minlength=len(report.terms)).astype(float)
    return _Side(spread, rows, columns, np.where(report.quoted[first], QUOTED, 1.0))


def align(left: Numbered, right: Numbered) -> Alignment:
    """Align two reports. Shares are 0 to 1; both are 0 where they have no stem in common."""
    import numpy as np

    _, here, there = np.intersect1d(left.terms, right.terms, assume_unique=True, return_indices=True)
    if not len(here):
        return Alignment((), 0.0, 0.0)
    often = np.maximum(_side(left).spread[here], _side(right).spread[there])
    left_matrix, left_mass = _matrix(left, here, often)
    right_matrix, right_mass = _matrix(right, there, often)
    # Not "@": BLAS would share so small a product among threads, which costs more than they save and takes other cores.
    common = np.einsum("ik,jk->ij", left_matrix, right_matrix)
    likeness = 2 * common / (left_mass[:, None] + right_mass[None, :] + 1e-9)
    gain = np.maximum(0.0, (likeness - LEAST) * np.minimum(left_mass[:, None], right_mass[None, :]))
    chain = _chain(gain)
    chain += _moved(chain, likeness)
    chain += _split(chain, common, (left_matrix, left_mass), (right_matrix, right_mass))
    pairs = tuple(sorted((i, j, min(1.0, float(likeness[i, j]))) for i, j in chain))
    rows, columns = _shares(pairs, left_matrix, right_matrix)
    breadth = max(_covered(left_mass, {i for i, *_ in pairs}), _covered(right_mass, {j for _, j, _ in pairs}))
    return Alignment(
        pairs, min(1.0, rows / float(left_mass.sum())), min(1.0, columns / float(right_mass.sum())), breadth
    )


def _covered(mass: Matrix, numbers: set[int]) -> float:
    """The share of a report's weight that stands in its aligned sentences."""
    return float(sum(mass[number] for number in numbers) / mass.sum())


def _matrix(report: Numbered, shared: Places, often: Matrix) -> tuple[Matrix, Matrix]:
    """The root weights of the shared terms by sentence, and the whole weight of each sentence.

    `often` says of each shared term in how many sentences it stands, in the report that has it more often.
    """
    import numpy as np

    side, count = _side(report), len(report.sentences)
    spread = side.spread.copy()
    spread[shared] = often
    values = (report.weights / np.sqrt(spread))[side.columns] * side.factors
    mass = np.bincount(side.rows, values, minlength=count)
    places = np.full(len(spread), -1)
    places[shared] = np.arange(len(shared))
    columns = places[side.columns]
    kept = columns >= 0
    matrix = np.zeros((count, len(shared)))
    matrix[side.rows[kept], columns[kept]] = np.sqrt(values[kept])
    return matrix, np.maximum(mass, 1e-9)


def _chain(gain: Matrix) -> list[tuple[int, int]]:
    """The heaviest set of cells in which both numbers rise (dynamic programming, a row at a time)."""
    import numpy as np

    rows, columns = gain.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows):
        best[i + 1, 1:] = np.maximum.accumulate(np.maximum(best[i, 1:], best[i, :-1] + gain[i]))
    sums = best.tolist()
    chain, i, j = [], rows, columns
    while i and j:
        if sums[i][j] == sums[i - 1][j]:
            i -= 1
        elif sums[i][j] == sums[i][j - 1]:
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


def _split(chain: list[tuple[int, int]], common: Matrix, left: Sides, right: Sides) -> list[tuple[int, int]]:
    """Sentences next to an aligned one that are the other half of its partner.

    Only words count that the partner does not share with its first half already: a headline that says the first
    sentence once more is no half of it. What all words (`common`) do not reach, some can't.
    """
    rows, columns = {i for i, _ in chain}, {j for _, j in chain}
    enough = common >= SPLIT * right[1] - 1e-9, common >= SPLIT * left[1][:, None] - 1e-9
    found = set()
    for i, j in chain:
        beside = [k for k in (j - 1, j + 1) if 0 <= k < common.shape[1] and k not in columns and enough[0][i, k]]
        found |= {(i, k) for k in beside if _is_half(left[0][i], j, k, right)}
        beside = [k for k in (i - 1, i + 1) if 0 <= k < common.shape[0] and k not in rows and enough[1][k, j]]
        found |= {(k, j) for k in beside if _is_half(right[0][j], i, k, left)}
    return sorted(found)


def _is_half(whole: Matrix, first: int, second: int, side: Sides) -> bool:
    matrix, mass = side
    return float((whole * matrix[second] * (matrix[first] == 0)).sum()) >= SPLIT * float(mass[second])


def _shares(pairs: tuple[tuple[int, int, float], ...], left: Matrix, right: Matrix) -> tuple[float, float]:
    """The weight of the left report's stems that their partners have too, and of the right report's."""
    import numpy as np

    lefts, rights = np.array([i for i, *_ in pairs], dtype=int), np.array([j for _, j, _ in pairs], dtype=int)
    both = left[lefts] * right[rights]
    return _heaviest(lefts, both), _heaviest(rights, both)


def _heaviest(numbers: Places, weights: Matrix) -> float:
    """The weights of the stems of numbered sentences, a sentence of several pairs with the heaviest of each stem."""
    import numpy as np

    if not len(numbers):
        return 0.0
    order = np.argsort(numbers, kind="stable")
    starts = np.flatnonzero(np.diff(numbers[order], prepend=-1))
    return float(np.maximum.reduceat(weights[order], starts, axis=0).sum())
