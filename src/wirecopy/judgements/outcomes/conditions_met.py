"""Whether the condition of a commitment was met, cannot be met any more, or was met nobody knows when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from wirecopy.judgements.outcomes.cases import Case, Fact, Outcome, first_of, himself, in_time, in_words
from wirecopy.judgements.outcomes.comparing_deeds import (
    SAME,
    akin,
    breaks,
    meets,
    within,
)
from wirecopy.judgements.outcomes.deed_kinds import Deed
from wirecopy.judgements.outcomes.deed_traits import (
    has_doer,
    is_hostile,
    is_mutual,
    is_punishing,
    is_vague,
    lasts,
)
from wirecopy.judgements.told import overlap
from wirecopy.words import load

# What is held out for something, and not for the want of it.
GIVEN = ("promise", "offer")


def what_met(case: Case, facts: Iterable[Fact]) -> Fact | None:
    """The first deed that meets the condition: by whom it says, else by those to whom it was said, never the maker's own."""
    asked = case.condition
    if asked is None or asked.is_negated or asked.is_qualified or (not case.made and not lasts(asked)):
        return None
    known = [fact for fact in facts if not case.ripe or fact.first >= case.ripe]
    fits = partial(_fits_condition, case, asked)
    if not has_doer(asked):
        # That talks fail shows only once they were held: what was refused on the day of the words was refused before them.
        return first_of((fact for fact in known if fact.first > case.made), fits, case.made)
    # What was refused before the threat is refused still; that the maker was refused answers him before what others were.
    days = (case.made, "") if lasts(asked) else (case.made,)
    # What the named one refused himself comes before what his bloc did: an alliance's refusal is not its member's word.
    # Of sanctions that were feared those on others are no answer while there are some on him.
    at_him = lasts(asked) or (is_punishing(asked) and not asked.whom)
    aimed = [fact for fact in known if akin(fact.deed.whom, case.by)] if at_him else []
    his = [fact for fact in aimed if fact.deed.who & asked.who]
    return next((found for some in (his, aimed, known) for day in days if (found := first_of(some, fits, day))), None)


def _fits_condition(case: Case, asked: Deed, fact: Fact) -> bool:
    whose = addressed(case, asked)
    if lasts(asked) and not whose.who and case.asked and not within(case.asked, fact.deed.who):
        return False  # who was asked for nothing answers nothing, though he refuse another thing
    return meets(whose, fact.deed) and would_answer(case, whose, fact.deed)


def unordered(case: Case, facts: Iterable[Fact]) -> str:
    """Of words of an unknown day, and of a deed told on the day of the words, nobody knows which came first; says so."""
    asked = case.condition
    if asked is None or asked.is_negated or asked.is_qualified or not has_doer(asked):
        return ""
    near = (fact for fact in facts if not case.made or (not fact.is_dated and fact.first == case.made))
    found = first_of(near, partial(_fits_condition, case, asked), "")
    return in_words(found, "would meet its condition, and no report tells which of the two came first") if found else ""


def unheeded(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """A threat for the case that nothing is done: did its maker strike those who were to do it?"""
    asked, action = case.condition, case.action
    if case.kind != "threat" or asked is None or not asked.is_negated or action is None or not case.made:
        return None
    if not (is_vague(action) or is_hostile(action)) or action.is_negated:
        return None
    aimed = case.to | asked.who
    done = first_of(
        facts, lambda f: is_hostile(f.deed) and himself(f, case.by) and akin(f.deed.whom, aimed), case.made
    )  # fmt: skip
    if done is None:
        return None
    told = "is what was held out; no report tells that what was asked had been done"
    return Outcome("kept", "unsure", in_words(done, told), (done,))


def addressed(case: Case, asked: Deed) -> Deed:
    """A condition with its doers: where it names none, those to whom the words were said are meant."""
    return replace(asked, who=asked.who or case.to) if has_doer(asked) and not is_mutual(asked) else asked


def would_answer(case: Case, asked: Deed, deed: Deed) -> bool:
    """Is it a deed of others than the maker, and, where the words say neither of whom nor to whom, one against the maker?"""
    if not has_doer(deed):
        # What happens to both sides happened to the maker too.
        return akin(deed.who, case.by) and any(not akin({side}, case.by) for side in deed.who)
    others = bool(deed.who) and not akin(deed.who, case.by)
    return others and (
        bool(asked.who or is_hostile(asked) or is_mutual(asked) or lasts(asked)) or akin(deed.whom, case.by)
    )


def forgone(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Was it done what the condition said must not be done? Then it can't be met any more."""
    if case.condition is None:
        return None
    if case.kind == "threat" and (heeded := _heeded(case, case.condition, facts)):
        return heeded
    if not (case.condition.is_negated and is_hostile(case.condition)):
        return _ruled_out(case, case.condition, facts) if case.kind in GIVEN else None
    blows = case.condition.kinds & frozenset(load("deeds")["hostile"])  # a lesser blow rules out no attack
    asked = replace(case.condition, kinds=blows, is_negated=False)
    done = first_of(facts, lambda f: meets(asked, f.deed) and bool(f.deed.who), case.made)
    return Outcome("lapsed", "yes", in_words(done, "rules out its condition"), (done,)) if done else None


def _heeded(case: Case, asked: Deed, facts: Iterable[Fact]) -> Outcome | None:
    """Was it done in time for whose want the threat was made ("unless it paid its debt"), by those who were to do it?"""
    whose = addressed(case, asked).who
    if not asked.is_negated or asked.is_qualified or not (asked.kinds and asked.words and whose and case.made):
        return None
    wanted = replace(asked, who=whose, is_negated=False)

    def fits(fact: Fact) -> bool:
        told = meets(wanted, fact.deed) and overlap(asked.words, fact.deed.words) >= SAME
        return told and himself(fact, whose) and not himself(fact, case.by) and in_time(case, fact)

    done = first_of(facts, fits, case.made)
    return Outcome("lapsed", "unsure", in_words(done, "is what it was to make them do"), (done,)) if done else None


def _ruled_out(case: Case, asked: Deed, facts: Iterable[Fact]) -> Outcome | None:
    """Did those who were to do it do what can't be while it is done: attack, who were to step back?"""
    whose = addressed(case, asked).who
    if asked.is_negated or asked.is_qualified or not whose or not case.made:
        return None
    done = first_of(facts, lambda f: breaks(f.deed, asked) and himself(f, whose), case.made)
    return Outcome("lapsed", "yes", in_words(done, "rules out its condition"), (done,)) if done else None
