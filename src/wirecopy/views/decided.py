"""Decisions of analysts in words, for lists on the command line and on pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wirecopy.judgements.decided import (
    ANALYST,
    DATED,
    DROPPED,
    GRADED,
    RESIDUE,
    SAME_ACTOR,
    SAME_LINE,
    STATE,
    TAKEN_BACK,
    standing,
)
from wirecopy.model import Judgement


class Shown(NamedTuple):
    """A decision with what took it back, if anything did."""

    made: Judgement
    back: Judgement | None


def shown(decisions: Iterable[Judgement], taken_back_too: bool) -> list[Shown]:
    """The decisions that stand, the earliest first; else all that were made, with what took them back."""
    every = list(decisions)
    back = {one.left: one for one in every if one.relation == TAKEN_BACK}
    stand = standing(every)
    return [
        Shown(one, back.get(one.id))
        for one in sorted(every, key=lambda one: (one.at or "", one.id))
        if one.relation != TAKEN_BACK and (one in stand or taken_back_too)
    ]


def decision_text(made: Judgement, names: Mapping[str, str] | None = None) -> str:
    """What was decided, in words; `names` are those of reports, actors and lines by id, where they are known."""
    left, right = ((names or {}).get(end, end) for end in (made.left, made.right))
    negated = "" if made.verdict == "yes" else "not "
    if made.relation == SAME_ACTOR:
        where = (f" where named “{made.named}”" if made.named else "") + (
            f" in {', '.join((names or {}).get(one, one) for one in made.within)}" if made.within else ""
        )
        return f"{left} is {negated}{right}{where}"
    return {
        SAME_LINE: f"{left} tells {negated}of the same as {right}",
        DROPPED: f"{left} is dropped",
        RESIDUE: f"“{made.named}” in {left} is residue",
        DATED: f"{left} was published {made.value.value if made.value else ''}",
        STATE: f"{left} is {negated}{made.named}",
        GRADED: f"{left} is graded {made.named}",
    }.get(made.relation, f"{made.relation}: {left}")


def signed(made: Judgement) -> str:
    """Who, when and why: "kim, 2024-05-03T14:05: one man, misnamed"."""
    why = f": {made.because}" if made.because else ""
    return f"{made.by.removeprefix(ANALYST)}, {(made.at or '')[:16]}{why}"
