"""One field of a line: which of the values that its claims give it shows, and which stand beside it.

The value with the most origins, then the sharper, then that of the later report; nothing is outvoted in silence: every
other value is a variant with its claims and origins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from wirecopy.account.describe import actor_names, moment_text
from wirecopy.judgements.parties import POINTED
from wirecopy.judgements.told import Told, apart
from wirecopy.model import Actor, Moment, Variant


def pick(values: Sequence[tuple[object, Told]], family_of: Mapping[str, str]) -> object:
    """The value that a field shows."""
    given = [(value, told) for value, told in values if value not in (None, (), "")]
    if not given:
        return values[0][0]
    original = originals([told for _, told in given], family_of)
    given = [(value, told) for value, told in given if told.report.id in original]
    told_by: dict[str, list[tuple[object, Told]]] = {}
    for value, told in given:
        told_by.setdefault(text_of(value), []).append((value, told))

    def rank(text: str) -> tuple[int, int, float, tuple[str, str, int, str]]:
        value, tellers = told_by[text][0][0], [t for _, t in told_by[text]]
        if isinstance(value, Moment):
            # "December" does not speak against "30 December": whoever says either carries the sharper one.
            return (
                origins_of([t for v, t in given if not apart(v, value)], family_of),
                0,
                sharpness(value),
                tellers[-1].order,
            )
        return origins_of(tellers, family_of), len(tellers), sharpness(value), tellers[-1].order

    return told_by[max(told_by, key=rank)][0][0]


def variants(
    name: str, shown: object, values: Sequence[tuple[object, Told]], family_of: Mapping[str, str]
) -> list[Variant]:
    """The values of a field that are not shown, each with its claims and origins."""
    others: dict[str, list[Told]] = {}
    for value, told in values:
        if value not in (None, (), "") and text_of(value) != text_of(shown):
            others.setdefault(text_of(value), []).append(told)
    return [
        Variant(name, text, tuple(told.claim.id for told in tellers), origins_of(tellers, family_of))
        for text, tellers in sorted(others.items())
    ]


def originals(group: Sequence[Told], family_of: Mapping[str, str]) -> set[str]:
    """Of each family the original, else the report published first, of those in a group: what a copy changed was not told."""
    first: dict[str, Told] = {}
    for told in sorted(group, key=lambda t: (t.copied, t.order)):
        first.setdefault(family_of[told.report.id], told)
    return {told.report.id for told in first.values()}


def origins_of(tellers: Sequence[Told], family_of: Mapping[str, str]) -> int:
    """How many origins claims have."""
    return len({family_of[told.report.id] for told in tellers})


def text_of(value: object) -> str:
    """A value of any field in words."""
    if isinstance(value, Moment):
        return moment_text(value)
    if isinstance(value, Actor):
        return value.name
    if isinstance(value, tuple):
        return ", ".join(sorted(actor_names(value)))
    return str(value)


def sharpness(value: object) -> float:
    """How much a value says: moments the narrower the better, lists and words the longer."""
    if isinstance(value, Moment):
        if not value.earliest or not value.latest:
            return -1e6
        width = date.fromisoformat(value.latest[:10]) - date.fromisoformat(value.earliest[:10])
        return -width.days + len(value.value) / 100
    if isinstance(value, tuple):
        return sum(not POINTED.match(actor.name) for actor in value)
    return len(value) if isinstance(value, str) else 0.0
