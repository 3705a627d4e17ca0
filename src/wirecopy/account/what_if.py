"""What was said would follow: the commitments that a deed would trigger. It forecasts nothing; it reads out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from wirecopy.judgements.outcomes import outcome
from wirecopy.judgements.outcomes.cases import SOME_DAY, Case, Fact
from wirecopy.judgements.outcomes.comparing_deeds import akin, excludes, meets, opposes, within
from wirecopy.judgements.outcomes.conditions_met import addressed, would_answer
from wirecopy.judgements.outcomes.deed_kinds import Deed, means
from wirecopy.judgements.outcomes.deed_traits import lasts
from wirecopy.model import Entry

# So many commitments are named that a deed comes near to.
FEW = 5


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
        if entry.id in seen or not is_met(case, deed) or (seen and not _is_own(case, deed)):
            continue
        after = _done(case, deed)
        follows = what_if(after, commitments, cases, seen | {entry.id}) if after else ()
        found.append(Consequence(entry, follows, against(entry, commitments, cases)))
    return tuple(found)


class Settled(NamedTuple):
    """What a deed would do to commitments that no condition of theirs leads to: those that it would break, or keep."""

    broken: tuple[Entry, ...] = ()
    kept: tuple[Entry, ...] = ()


def settled(deed: Deed, commitments: Sequence[Entry], cases: Mapping[str, Case]) -> Settled:
    """The open promises, demands and refusals that a deed would settle, by the rules that settle them when it happens."""
    if deed.is_negated:
        return Settled()  # what is left undone may still be done
    fact = Fact(deed, SOME_DAY, SOME_DAY, "", "")
    states = {
        entry.id: outcome(cases[entry.id], [fact], SOME_DAY).state
        for entry in commitments
        if entry.state in (None, "open") and cases[entry.id].condition is None and deed.who
    }
    return Settled(
        tuple(entry for entry in commitments if states.get(entry.id) == "broken"),
        tuple(entry for entry in commitments if states.get(entry.id) == "kept"),
    )


def near(deed: Deed, commitments: Sequence[Entry], cases: Mapping[str, Case]) -> tuple[Entry, ...]:
    """The commitments whose conditions come nearest to a deed without being met by it: of its kind, or by the same side."""

    def rank(entry: Entry) -> tuple[int, int, int]:
        asked = cases[entry.id].condition
        if asked is None:
            return 0, 0, 0
        kinds = len(means(asked.kinds) & deed.kinds) if not is_met(cases[entry.id], deed) else 0
        sides = akin(addressed(cases[entry.id], asked).who, deed.who) + akin(asked.whom, deed.whom)
        return kinds, sides, len(asked.words & deed.words)

    ranked = sorted((entry for entry in commitments if rank(entry)[0]), key=rank, reverse=True)
    return tuple(ranked[:FEW])


def _is_own(case: Case, deed: Deed) -> bool:
    """Is a deed that was only held out that of the side whose deed is asked about? A bloc's threat is not each member's."""
    asked = addressed(case, case.condition).who if case.condition else frozenset()
    return not asked or within(deed.who, asked)


def is_met(case: Case, deed: Deed) -> bool:
    """Would a deed meet the condition of a commitment, or cross a red line?

    Who refuses what is asked of him meets every "if he does not"; so does a deed that is left undone, and no other condition.
    """
    asked = case.condition
    if asked is None or asked.is_qualified:
        return False
    if asked.is_negated == deed.is_negated and _is_in_its_words(asked, deed):
        return True
    whose = addressed(case, asked)
    if deed.is_negated:
        done = replace(deed, is_negated=False)
        return asked.is_negated and meets(replace(whose, is_negated=False), done)
    if asked.is_negated:
        return lasts(deed) and bool(whose.who) and akin(whose.who, deed.who) and akin(case.by, deed.whom)
    return meets(whose, deed) and would_answer(case, whose, deed)


def _is_in_its_words(asked: Deed, deed: Deed) -> bool:
    """Is a deed told in the very words of a condition, whatever deed they mean? Names may be told in fewer words."""
    sides = ((asked.who, deed.who), (asked.whom, deed.whom))
    if any(mine and yours and not mine & yours for mine, yours in sides):
        return False
    return len(deed.words) > 1 and deed.words <= asked.words and asked.words - deed.words <= asked.names


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
