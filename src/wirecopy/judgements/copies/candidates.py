"""Which reports are worth comparing with a new one: those that share some of its prints and enough of its terms.

A print is a run of three telling words (`TELLING`), whatever their order and whatever small words stand between
them: names, numbers and rare words outlive rewriting. Of all its runs a report keeps those with the smallest hashes, so
two reports keep the same ones of what they share (a bottom-k sketch, Broder 1997), an excerpt as much as a whole copy.
Single words would not do: every report of a crisis has its names, so that each new one would meet all that were read.

What a report's prints are and which reports meet depends on the two alone, not on what else is there nor on what came
first. So prints can be kept (`Index`), and a new report is looked up without reading the others again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from wirecopy.judgements.copies.numbered import HUNDREDTHS, said
from wirecopy.model import Prints, Report

if TYPE_CHECKING:
    from wirecopy.judgements.copies.numbered import Numbers

TELLING = 1.9  # weight of a telling word: the background table has it less than once in 10,000 words
FLASH = 24  # a report with fewer prints has those of all its words, too: a flash may have hardly a telling one
MODULUS = 2**32
KEYS = 128  # prints that a report keeps: all of one of 300 words, every second of one of 600
SHARED = 4  # prints that two reports must share …
PART = 12  # … or so manieth part of the prints of a short one
HEARD = 1.0  # weight of a term that counts when the terms of two reports are held against each other …
WIDTH = 4096  # … in so many bits, which a report of 500 words sets a fifteenth of …
ALIKE = 0.5  # … and the share of the bits of the report with fewer that the other must have, too


class Index(Protocol):
    """Where prints are kept: in memory (`Memory`) or in an account's file (`wirecopy.store.prints`)."""

    def add(self, report_id: str, prints: Prints) -> None:
        """Keep the prints of a report that is not there yet."""

    def sharing(self, prints: Prints) -> Iterable[tuple[str, int]]:
        """The reports, with their terms, that share as many prints as the one of the two that needs fewer asks for."""


class Memory:
    """Prints in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, Prints] = {}
        # Tuples of strings, unlike lists, are none of the garbage collector's business, and there are millions.
        self._holders: dict[int, tuple[str, ...]] = {}

    def add(self, report_id: str, prints: Prints) -> None:
        """See `Index`."""
        self._kept[report_id] = prints
        holders, own = self._holders, (report_id,)
        for key in prints.keys:
            holders[key] = holders.get(key, ()) + own

    def sharing(self, prints: Prints) -> Iterator[tuple[str, int]]:
        """See `Index`."""
        held = chain.from_iterable(self._holders[key] for key in self._holders.keys() & prints.keys)
        for report_id, count in Counter(held).items():
            other = self._kept[report_id]
            if count >= min(prints.needed, other.needed):
                yield report_id, other.terms


def prints_of(report: Report) -> Prints:
    """The prints of a report, and the numbers of its terms."""
    import numpy as np

    stems, weights = said(report.text)
    sums = _runs(stems[weights >= TELLING * HUNDREDTHS])
    if len(sums) < FLASH:
        sums = np.concatenate((sums, _runs(stems)))
    keys = sorted(set(sums.tolist()))[:KEYS]
    heard = _bits(stems[weights >= HEARD * HUNDREDTHS])
    return Prints(tuple(keys), max(1, min(SHARED, len(keys) // PART)), heard)


def _bits(terms: Numbers) -> int:
    import numpy as np

    bits = np.zeros(WIDTH, dtype=bool)
    bits[terms % WIDTH] = True
    return int.from_bytes(np.packbits(bits).tobytes())


def _runs(stems: Numbers) -> Numbers:
    """The sums of every three stems in a row, which are the same in whatever order the three stand.

    They wrap round, so that small sums are no rarer than great ones. Fewer stems than three are one run.
    """
    sums = stems[:-2] + stems[1:-1] + stems[2:] if len(stems) > 2 else stems[:1] + stems[1:].sum()
    return sums % MODULUS


def near(index: Index, prints: Prints) -> list[str]:
    """The ids of the kept reports that may be copies of one with these prints, sorted."""
    return sorted(report_id for report_id, terms in index.sharing(prints) if _alike(prints.terms, terms))


def _alike(left: int, right: int) -> bool:
    return (left & right).bit_count() >= ALIKE * min(left.bit_count(), right.bit_count())


def pairs_of(reports: Iterable[Report], index: Index | None = None) -> Iterator[tuple[str, str]]:
    """The pairs of ids (the earlier one second) of reports that may be copies. Each is added to the index in turn."""
    kept = Memory() if index is None else index
    for report in reports:
        prints = prints_of(report)
        yield from ((report.id, other) for other in near(kept, prints))
        kept.add(report.id, prints)
