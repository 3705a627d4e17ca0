"""What was said would follow: the commitments that a deed would trigger. It forecasts nothing; it reads out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wirecopy.judgements.deeds import Deed, akin, excludes, lasts, means, meets, opposes
from wirecopy.judgements.outcomes import Case, addressed, would_answer
from wirecopy.model import Entry


@dataclass(frozen=True, slots=True)
class Consequence:
    """A commitment that would be triggered, those that its own action would trigger in turn, and those against it.

    `against` are commitments by the same side that can't be kept together with it.
    """

    commitment: Entry
    then: tuple[Consequence, ...] = ()
    against: tuple[Entry, ...] = ()


def what_if(
    deed: Deed, commitments: Sequence[Entry], cases: Mapping[str, Case], seen: frozenset[str] = frozenset()
) -> tuple[Consequence, ...]:
    """The tree of commitments whose condition a deed meets; `cases` are the commitments as the rules see them, by id.

    It stops at cycles: no commitment stands twice on a path.
    """
    found = []
    for entry in commitments:
        case = cases[entry.id]
        if entry.id in seen or not is_met(case, deed):
            continue
        after = _done(case, deed)
        follows = what_if(after, commitments, cases, seen | {entry.id}) if after else ()
        found.append(Consequence(entry, follows, against(entry, commitments, cases)))
    return tuple(found)


def is_met(case: Case, deed: Deed) -> bool:
    """Would a deed meet the condition of a commitment? Who refuses what is asked of him meets every "if he does not"."""
    asked = case.condition
    if asked is None or case.kind == "red line":
        return False
    whose = addressed(case, asked)
    if asked.is_negated:
        return lasts(deed) and bool(whose.who) and akin(whose.who, deed.who) and akin(case.by, deed.whom)
    return meets(whose, deed) and would_answer(case, whose, deed)


def _done(case: Case, deed: Deed) -> Deed | None:
    """What the maker would do, and to whom: where the words leave it open, those they were said to, or who did the deed."""
    if case.action is None or not case.action.kinds or case.action.is_negated:
        return None
    return replace(
        case.action,
        kinds=means(case.action.kinds),
        who=case.by,
        whom=case.action.whom or case.to or deed.who,
    )


def against(entry: Entry, commitments: Sequence[Entry], cases: Mapping[str, Case]) -> tuple[Entry, ...]:
    """The other commitments of the same side that can't be kept together with this one.

    One holds out what another refuses, or the contrary of it, and no deed keeps them apart: one of them has no condition,
    or the same deed meets both.
    """
    mine = cases[entry.id]
    return tuple(other for other in commitments if other.id != entry.id and _can_not_both(mine, cases[other.id]))


HELD_OUT = ("threat", "promise", "offer")


def _can_not_both(mine: Case, yours: Case) -> bool:
    """Do two commitments of one side exclude each other?"""
    if not mine.by & yours.by or mine.action is None or yours.action is None or not _together(mine, yours):
        return False
    if "demand" in (mine.kind, yours.kind) or not {mine.kind, yours.kind} & set(HELD_OUT):
        return False
    is_no = [(case.kind == "refusal") != bool(case.action and case.action.is_negated) for case in (mine, yours)]
    if is_no[0] != is_no[1]:
        return opposes(mine.action, yours.action)
    return mine.kind in HELD_OUT and yours.kind in HELD_OUT and excludes(mine.action, yours.action)


def _together(mine: Case, yours: Case) -> bool:
    """Might both have to be kept? "Sanctions if they attack" and "no sanctions if they withdraw" never meet."""
    if mine.condition is None or yours.condition is None:
        return True
    same = mine.condition.is_negated == yours.condition.is_negated
    return same and (meets(mine.condition, yours.condition) or meets(yours.condition, mine.condition))
