"""Reports of the same happenings, by whomever: the looser layer above families.

Two reports are as near as the cosine of their weighted terms, less a little for every day between them; groups are
joined, the nearest first, by the mean nearness of their members (average linkage, Sokal and Michener 1958). The figures
below were chosen on one part of the evaluation data and hold on the other.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from wirecopy.judgements.copies import given
from wirecopy.judgements.weights import Worded, vector, worded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

JOIN = 0.18  # nearness from which two groups are one story
DAY = 0.05  # what a day between two reports takes from their nearness …
LONGEST = 10  # … at most so many days
UNKNOWN = 2  # days that are assumed where a report has no date

Nearness = dict[int, dict[int, float]]


def stories_of_texts(texts: Sequence[str], published: Sequence[str | None]) -> list[int]:
    """A label for each text, the number of the first text of its story.

    `published` has ISO dates; None, or what is no full date, counts as unknown. Raises ValueError where the two are not
    equally many.
    """
    if len(texts) != len(published):
        raise ValueError(f"{len(texts)} texts, but {len(published)} dates")
    return stories([worded(given(text, str(number))) for number, text in enumerate(texts)], published)


def stories(reports: Sequence[Worded], published: Sequence[str | None]) -> list[int]:
    """The same for reports that are split into words already."""
    return grouped([vector(report) for report in reports], published)


def grouped(vectors: Sequence[dict[str, float]], published: Sequence[str | None], join: float = JOIN) -> list[int]:
    """A label for each vector of terms, the number of the first of its group; groups are joined down to `join`."""
    near = _nearness(vectors, [_day(value) for value in published], join / 2)
    labels = list(range(len(vectors)))
    for members in _linked(near, len(vectors), join):
        for member in members:
            labels[member] = min(members)
    return labels


def _day(value: str | None) -> int | None:
    try:
        return date.fromisoformat(value[:10]).toordinal() if value else None
    except ValueError:
        return None


def _nearness(vectors: Sequence[dict[str, float]], days: Sequence[int | None], least: float) -> Nearness:
    """Cosine less days for every two texts that are nearer than `least`; the rest are taken for 0."""
    import numpy as np

    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, own in enumerate(vectors):
        for term, value in own.items():
            index[term].append((number, value))
    postings = {term: (np.array([n for n, _ in held]), np.array([v for _, v in held])) for term, held in index.items()}
    calendar = np.array([math.nan if day is None else day for day in days], dtype=float)
    near: Nearness = {number: {} for number in range(len(vectors))}
    for number, own in enumerate(vectors):
        cosine = np.zeros(len(vectors))
        for term in sorted(own):
            others, values = postings[term]
            cosine[others] += own[term] * values
        cosine -= DAY * _gaps(calendar, number)
        for other in np.flatnonzero(cosine[:number] > least):
            near[number][int(other)] = near[int(other)][number] = float(cosine[other])
    return near


def _gaps(days: NDArray[np.float64], number: int) -> NDArray[np.float64]:
    """Days between one text and all others, at most `LONGEST`; not-a-number stands for an unknown date."""
    import numpy as np

    gaps = np.abs(days - days[number])
    return np.minimum(np.where(np.isnan(gaps), UNKNOWN, gaps), LONGEST)


def _linked(near: Nearness, count: int, join: float) -> list[list[int]]:
    """Average linkage down to `join`; of equally near groups those with the smaller numbers are joined first."""
    groups = {number: [number] for number in range(count)}
    heap = [(-value, i, j) for i in near for j, value in near[i].items() if i < j and value >= join]
    heapq.heapify(heap)
    fresh = count
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in groups or j not in groups:
            continue
        one, other = groups.pop(i), groups.pop(j)
        near[fresh] = {}
        for k in sorted((near[i].keys() | near[j].keys()) & groups.keys()):
            mean = (near[i].get(k, 0.0) * len(one) + near[j].get(k, 0.0) * len(other)) / (len(one) + len(other))
            near[fresh][k] = near[k][fresh] = mean
            if mean >= join:
                heapq.heappush(heap, (-mean, k, fresh))
        groups[fresh] = one + other
        fresh += 1
    return list(groups.values())
