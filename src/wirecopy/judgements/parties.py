"""Who stands behind whom when claims are compared: Biden acts for the United States, the Kremlin for Russia."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wirecopy.model import Actor

POINTED = re.compile(r"(?:its|his|her|their|our|my|your) ", re.I)


def ids(actors: Iterable[Actor]) -> frozenset[str]:
    """The actors' ids."""
    return frozenset(actor.id for actor in actors)


def sides(actors: Iterable[Actor]) -> frozenset[str]:
    """The actors' countries, or their ids where they have none (NATO)."""
    return frozenset(actor.country or actor.id for actor in actors)


def fit(left: tuple[Actor, ...], right: tuple[Actor, ...]) -> float:
    """How well two lists of participants agree.

    1 the same; .9 one within the other; .7 another actor of the same side; .6 one list is empty; 0 nothing in common.
    Who is only pointed at ("its neighbour") is nobody here: it may be anybody.
    """
    left, right = (tuple(actor for actor in side if not POINTED.match(actor.name)) for side in (left, right))
    if not left or not right:
        return 0.6
    a, b = ids(left), ids(right)
    if a == b:
        return 1.0
    if a & b:
        return 0.9 if a <= b or b <= a else 0.75
    x, y = sides(left), sides(right)
    persons = all(actor.kind == "person" for actor in (*left, *right))
    if x & y and not persons:
        return 0.7
    return 0.0
