"""What has become of a commitment: outcomes count, not intentions.

Each rule looks for a later deed: one that the condition asks about, one that the action holds out, or one that cannot be where
the words were kept. What no deed shows stays open. An analyst's word stands before all of it (`decided`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from wirecopy.judgements.outcomes.cases import (
    Case,
    Fact,
    Outcome,
    breach,
    came_late,
    first_of,
    himself,
    in_month,
    in_time,
    in_words,
    is_stale,
    open_case,
)
from wirecopy.judgements.outcomes.comparing_deeds import (
    akin,
    as_narrow,
    breaks,
    meets,
    place_fits,
)
from wirecopy.judgements.outcomes.conditions_met import forgone, unheeded, unordered, what_met
from wirecopy.judgements.outcomes.deed_kinds import NOBODY, Deed, has
from wirecopy.judgements.outcomes.deed_traits import (
    is_given,
    is_mutual,
    is_sent,
    is_talk,
    is_untestable,
    is_vague,
    lasts,
)
from wirecopy.judgements.outcomes.keeping import (
    called_off,
    done_in_part,
    expired,
    freed,
    takes_part,
    what_was_denied,
    what_was_kept,
    withdrawn,
    withdrawn_in_words,
)
from wirecopy.model import Verdict

RULE = "outcomes@3"


def outcome(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """The state of a commitment on a day, by the facts that are known then."""
    known = [fact for fact in facts if not fact.is_disputed]
    found = withdrawn_in_words(case, known) or freed(case, known) or RULES[case.kind](case, known, today)
    if found.state == "open" and case.action and is_untestable(case.words):
        return Outcome(
            "untestable", "unsure", f"“{case.words}” names no deed that a report could tell as done or not done"
        )
    return found


def _held_out(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A threat, a promise or an offer: kept once its maker has done it, its condition being met where it has one."""
    if against := what_was_denied(case, facts):
        return against
    if case.condition is None:
        return what_was_kept(case, facts, ()) or called_off(case, facts) or expired(case, facts, today)
    met = what_met(case, facts)
    if met is None:
        unmet = forgone(case, facts) or unheeded(case, facts)
        if case.kind == "threat" and case.condition.is_negated:
            unmet = unmet or what_was_kept(case, facts, ())  # "unless they paid": it was done, whatever they did
        return unmet or open_case(unordered(case, facts) or "nothing in the reports meets its condition")
    if met.last < case.made:
        because = "met its condition before it was said, and no report tells that this has changed"
        return what_was_kept(case, facts, (met,)) or Outcome("condition met", "unsure", in_words(met, because), (met,))
    return what_was_kept(case, facts, (met,)) or Outcome(
        "condition met", "yes", in_words(met, "meets its condition"), (met,)
    )


def _asked(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A demand: kept once those of whom it is made have done it, broken once they do what it forbids."""
    action = case.action
    if action is None:
        return open_case("no single deed would answer it")
    others = [fact for fact in facts if fact.deed.who and not akin(fact.deed.who, case.by)]
    broken = first_of(others, lambda f: breaks(f.deed, action) and _takes_part_in(f, case.to), case.made)
    if broken:
        return breach(broken, case)
    if action.is_qualified or (action.kinds and is_vague(action) and not is_given(action)):
        return open_case("no single deed would answer it")
    whose = replace(action, who=action.who or case.to)
    if action.is_negated:
        done = first_of(others, lambda f: meets(whose, f.deed), case.made)
        return breach(done, case) if done else open_case("nothing that it forbids was done")
    return (_answered(case, facts, whose) if case.made else None) or expired(case, facts, today)


def _takes_part_in(fact: Fact, sides: frozenset[str]) -> bool:
    """Did they do it, or, where two do it together, join in it?"""
    return himself(fact, sides) or (is_mutual(fact.deed) and bool(fact.deed.whom & sides))


def _answered(case: Case, facts: Sequence[Fact], whose: Deed) -> Outcome | None:
    """Was it done by those of whom it was demanded? Where nobody is named, it must have been done to who demanded it."""

    def fits(fact: Fact, asked: Deed) -> bool:
        sides = fact.deed.who | fact.deed.whom
        aimed = bool(whose.who or is_talk(asked) or (sides & case.by and not sides <= case.by))
        near = asked.whom or (case.by if is_sent(asked) else NOBODY)
        there = place_fits(near, fact.deed, whose.words) and in_month(case, fact)
        return (
            aimed
            and there
            and not is_stale(case, fact)
            and meets(asked, fact.deed)
            and _by(fact, case.to)
            and takes_part(case, fact)
        )

    if parts := done_in_part(case, facts, lambda fact, part: fits(fact, replace(part, who=whose.who)), "was demanded"):
        return parts
    done = first_of(facts, lambda f: fits(f, whose), case.made)
    if done is None:
        return None
    if not in_time(case, done):
        if not _is_opened(case):
            return came_late(done, case, "is what was demanded")
        return Outcome("kept", "unsure", in_words(done, "is what was demanded, though not at once"), (done,))
    return Outcome("kept", _sure(case.to), in_words(done, "is what was demanded"), (done,))


def _is_opened(case: Case) -> bool:
    """Is it talks that were to be opened at once, with no day set? Once they have begun, nothing of that is left to do."""
    return case.action is not None and is_talk(case.action) and not case.deadline and has("opening", case.words)


def _refused(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A refusal: broken once its maker does what was refused, withdrawn once it says that it will."""
    if case.action is None or case.action.is_qualified or not case.by:
        return open_case("no single deed would break it")
    if lasts(case.action):
        return open_case("to refuse once more is to hold to it")
    action = replace(case.action, who=frozenset())
    done = first_of(
        facts,
        lambda f: (
            meets(action, f.deed)
            and himself(f, case.by)
            and place_fits(action.whom or action.who - case.by, f.deed)
            and as_narrow(action, f.deed)
        ),
        case.made,
    )
    return (
        breach(done, case)
        if done
        else withdrawn(case, facts, action) or open_case("no report tells that its maker gave way")
    )


def _line(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A red line: its condition is met once it is crossed."""
    met = what_met(case, facts)
    if met:
        return Outcome("condition met", "yes", in_words(met, "crosses it"), (met,))
    return open_case(unordered(case, facts) or "nobody crossed it")


RULES: dict[str, Callable[[Case, Sequence[Fact], str], Outcome]] = {
    "threat": _held_out,
    "promise": _held_out,
    "offer": _held_out,
    "demand": _asked,
    "refusal": _refused,
    "red line": _line,
}


def _sure(sides: frozenset[str]) -> Verdict:
    return "yes" if sides else "unsure"


def _by(fact: Fact, makers: frozenset[str]) -> bool:
    return not makers or akin(fact.deed.who, makers)
