"""What else was weighed: the claims that a line does not tell, held against those that it does, by the code that decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wirecopy.account.fold import prepared
from wirecopy.judgements import JUDGES
from wirecopy.judgements.decided import standing
from wirecopy.judgements.grouping import SAME, Judge
from wirecopy.judgements.told import Told
from wirecopy.model import Claim
from wirecopy.run.account import OpenAccount
from wirecopy.run.intake import own

# Other claims that are told of one line.
MOST = 5


class Weighed(NamedTuple):
    """A claim that was held against one of a line: how alike they are, the line that it stands in, and what came of it.

    `shared` counts the keys that made the two worth a comparison; it ranks those that are alike in nothing else.
    """

    claim: str
    other: str
    line: str
    likeness: float
    shared: int
    because: str


def weighed(account: OpenAccount, claims: Iterable[Claim], line: Iterable[Claim] = ()) -> tuple[Weighed, ...]:
    """The claims held against these that stand not with them in their `line`, the likest first; one of each other line."""
    inside = {claim.id for claim in claims}
    together = inside | {claim.id for claim in line}
    kinds = {claim.kind for claim in claims}
    with own(account.store):
        told = prepared(account.store.readings(), account.store.comparisons(), standing(account.store.decisions())).told
    lines = {claim.id: entry.id for entry in account.entries for claim in entry.claims}
    best: dict[str, Weighed] = {}
    for kind in kinds:
        of_kind = [one for one in told if one.claim.kind == kind]
        for found in _compared(of_kind, (inside, together), JUDGES[kind], lines):
            name = found.line or found.other
            if name not in best or _rank(found) < _rank(best[name]):
                best[name] = found
    return tuple(sorted(best.values(), key=_rank)[:MOST])


def _rank(found: Weighed) -> tuple[float, int, str]:
    """The likest first, then those that share most."""
    return -found.likeness, -found.shared, found.other


def _compared(
    told: list[Told], ids: tuple[set[str], set[str]], judge: Judge, lines: dict[str, str]
) -> Iterator[Weighed]:
    """Each claim of the first ids with each that is not of the second and shares enough keys, as the judge compares them."""
    keys = {one.claim.id: set(judge.keys(one)) for one in told}
    for one in (one for one in told if one.claim.id in ids[0]):
        for other in (other for other in told if other.claim.id not in ids[1]):
            shared = len(keys[one.claim.id] & keys[other.claim.id])
            if shared >= judge.least:
                likeness = judge.likeness(*sorted((one, other), key=lambda told: told.order))
                there = lines.get(other.claim.id, "")
                yield Weighed(one.claim.id, other.claim.id, there, likeness, shared, _because(likeness))


def _because(likeness: float) -> str:
    if not likeness:
        return "their sides, days, numbers, words or worlds keep them apart"
    if likeness < SAME:
        return f"not alike enough: from {SAME:g} on two are one"
    return "alike enough, but its own line is likelier, or has a claim that can't be the same"
