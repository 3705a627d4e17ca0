"""Which expressions of time stand where in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wirecopy.model import Expression


def within(expressions: Iterable[Expression], start: int, end: int) -> tuple[Expression, ...]:
    """The expressions that lie wholly between two positions of the text, in their order."""
    return tuple(e for e in expressions if start <= e.span.start and e.span.end <= end)


def nearest(
    expressions: Sequence[Expression], start: int, end: int, kinds: frozenset[str] = frozenset(("date", "time"))
) -> Expression | None:
    """The expression of one of these kinds that stands nearest to a stretch of the text; the earlier one of two."""
    listed = [e for e in expressions if e.kind in kinds]
    return min(listed, key=lambda e: max(e.span.start - end, start - e.span.end, 0), default=None)
