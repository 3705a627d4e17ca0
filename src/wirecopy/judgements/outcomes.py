"""What has become of a commitment: outcomes count, not intentions.

Each rule looks for a later deed: one that the condition asks about, one that the action holds out, or one that cannot be where
the words were kept. What no deed shows stays open. An analyst's word stands before all of it (`decided`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wirecopy.judgements.deeds import (
    Deed,
    akin,
    allied,
    breaks,
    has_doer,
    is_hostile,
    is_punishing,
    is_stop,
    is_talk,
    lasts,
    meets,
    says_same,
)
from wirecopy.model import Span, Verdict

RULE = "outcomes@1"
# A deed that is told for more days than these may be older than the words that it would answer.
WIDEST = 10


@dataclass(frozen=True, slots=True)
class Fact:
    """A deed that was done, or (`is_planned`) announced: by which claim, on which days (ISO), in which words.

    `origins` is how many tell it; `is_disputed`: only a side of the quarrel says so.
    """

    deed: Deed
    first: str
    last: str
    claim: str
    told: str
    spans: tuple[Span, ...] = ()
    origins: int = 1
    is_planned: bool = False
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A commitment to be judged: who made it to whom (sides), since when (ISO day), on what condition, with what action."""

    kind: str
    by: frozenset[str]
    to: frozenset[str]
    made: str
    condition: Deed | None
    action: Deed | None
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A state with its reason and the facts that it rests on; `unsure` where they show less than they should."""

    state: str
    verdict: Verdict
    because: str
    facts: tuple[Fact, ...] = ()


def outcome(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """The state of a commitment on a day, by the facts that are known then."""
    return RULES[case.kind](case, [fact for fact in facts if not fact.is_disputed], today)


# ---- one rule for each kind
def _held_out(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A threat, a promise or an offer: kept once its maker has done it, its condition being met where it has one."""
    if against := _denied(case, facts):
        return against
    if case.condition is None:
        return _kept(case, facts, ()) or _expired(case, facts, today)
    met = _met(case, facts)
    if met is None:
        return _forgone(case, facts) or _open("nothing in the reports meets its condition")
    return _kept(case, facts, (met,)) or Outcome("condition met", "yes", _told(met, "meets its condition"), (met,))


def _asked(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A demand: kept once those of whom it is made have done it, broken once they do what it forbids."""
    action = case.action
    if action is None:
        return _open("no single deed would answer it")
    others = [fact for fact in facts if fact.deed.who and not akin(fact.deed.who, case.by)]
    broken = _first(others, lambda f: breaks(f.deed, action) and _himself(f, case.to), case.made)
    if broken:
        return _breach(broken, case)
    if action.is_qualified:
        return _open("no single deed would answer it")
    whose = replace(action, who=action.who or case.to)
    if action.is_negated:
        done = _first(others, lambda f: meets(whose, f.deed), case.made)
        return _breach(done, case) if done else _open("nothing that it forbids was done")
    if not whose.who and not is_talk(action):
        return _expired(case, facts, today)
    done = _first(
        facts,
        lambda f: _in_time(case, f) and meets(whose, f.deed) and _by(f, case.to) and _takes_part(case, f),
        case.made,
    )
    return (
        Outcome("kept", _sure(case.to), _told(done, "is what was demanded"), (done,))
        if done and case.made
        else _expired(case, facts, today)
    )


def _refused(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A refusal: broken once its maker does what was refused, withdrawn once it says that it will."""
    if case.action is None or case.action.is_qualified or not case.by:
        return _open("no single deed would break it")
    if lasts(case.action):
        return _open("to refuse once more is to hold to it")
    action = replace(case.action, who=frozenset())
    done = _first(facts, lambda f: meets(action, f.deed) and _himself(f, case.by), case.made)
    return (
        _breach(done, case)
        if done
        else _withdrawn(case, facts, action) or _open("no report tells that its maker gave way")
    )


def _line(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A red line: its condition is met once it is crossed."""
    met = _met(case, facts)
    return Outcome("condition met", "yes", _told(met, "crosses it"), (met,)) if met else _open("nobody crossed it")


RULES: dict[str, Callable[[Case, Sequence[Fact], str], Outcome]] = {
    "threat": _held_out,
    "promise": _held_out,
    "offer": _held_out,
    "demand": _asked,
    "refusal": _refused,
    "red line": _line,
}


# ---- what they share
def _met(case: Case, facts: Iterable[Fact]) -> Fact | None:
    """The first deed that meets the condition: by whom it says, else by those to whom it was said, never the maker's own."""
    asked = case.condition
    if asked is None or asked.is_negated or asked.is_qualified:
        return None
    whose = addressed(case, asked)
    known = list(facts)

    def fits(fact: Fact) -> bool:
        return meets(whose, fact.deed) and would_answer(case, whose, fact.deed)

    if not has_doer(asked):
        # That talks fail shows only once they were held: what was refused on the day of the words was refused before them.
        return _first((fact for fact in known if fact.first > case.made), fits, case.made)
    # What was refused before the threat is refused still; that the maker was refused answers him before what others were.
    days = (case.made, "") if lasts(asked) else (case.made,)
    aimed = [fact for fact in known if akin(fact.deed.whom, case.by)] if lasts(asked) else []
    return next((found for some in (aimed, known) for day in days if (found := _first(some, fits, day))), None)


def addressed(case: Case, asked: Deed) -> Deed:
    """A condition with its doers: where it names none, those to whom the words were said are meant."""
    return replace(asked, who=asked.who or case.to) if has_doer(asked) else asked


def would_answer(case: Case, asked: Deed, deed: Deed) -> bool:
    """Is it a deed of others than the maker, and, where the words say neither of whom nor to whom, one against the maker?"""
    if not has_doer(deed):
        # What happens to both sides happened to the maker too.
        return akin(deed.who, case.by) and any(not akin({side}, case.by) for side in deed.who)
    others = bool(deed.who) and not akin(deed.who, case.by)
    return others and (bool(asked.who or is_hostile(asked) or lasts(asked)) or akin(deed.whom, case.by))


def _kept(case: Case, facts: Iterable[Fact], met: tuple[Fact, ...]) -> Outcome | None:
    """Has the maker done it? That it was done before the condition was met leaves doubt that it was done for it."""
    action = case.action
    if action is None or action.is_qualified or action.is_negated or not case.by or is_hostile(action):
        return None
    if not case.made:
        return None
    held_out = replace(action, who=frozenset(), whom=frozenset())
    if case.kind == "offer" and is_punishing(action):
        return None
    side = allied if is_stop(action) else akin
    known = list(facts)

    def fits(fact: Fact) -> bool:
        told = meets(held_out, fact.deed) and side(fact.deed.who, case.by)
        return told and _in_time(case, fact) and _takes_part(case, fact)

    # What was done after the condition was met is its answer, though there be an earlier deed of the kind.
    after = max(case.made, *(one.first for one in met)) if met else case.made
    done = _first(known, fits, after) or _first(known, fits, case.made)
    if done is None:
        return None
    verdict: Verdict = "yes" if not met or done.last >= met[0].first else "unsure"
    told = [*(_told(one, "meets its condition") for one in met), _told(done, "is what was held out")]
    return Outcome("kept", verdict, "; ".join(told), (*met, done))


def _denied(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Has the maker done what it promised not to do, or what cannot be while the promise is kept?"""
    action = case.action
    if action is None or case.kind == "threat" or action.is_qualified or not case.by:
        return None
    forbids = action.is_negated or is_hostile(action)
    against = replace(action, who=frozenset(), whom=frozenset())
    done = _first(
        facts,
        lambda f: (
            (forbids and meets(against, f.deed) and _himself(f, case.by))
            or (breaks(f.deed, action) and _himself(f, case.by | action.who | action.whom))
        ),
        case.made,
    )
    return _breach(done, case) if done else None


def _withdrawn(case: Case, facts: Iterable[Fact], action: Deed) -> Outcome | None:
    """Has the maker announced that very thing? A word for the same kind of deed alone shows no change of mind."""

    def fits(fact: Fact) -> bool:
        return meets(action, fact.deed) and _himself(fact, case.by) and says_same(action, fact.deed)

    planned = _first(facts, fits, case.made, is_planned=True)
    return Outcome("withdrawn", "yes", _told(planned, "is what was refused"), (planned,)) if planned else None


def _forgone(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Was it done what the condition said must not be done? Then it can't be met any more."""
    if case.condition is None or not case.condition.is_negated or not is_hostile(case.condition):
        return None
    asked = replace(case.condition, is_negated=False)
    done = _first(facts, lambda f: meets(asked, f.deed) and bool(f.deed.who), case.made)
    return Outcome("lapsed", "yes", _told(done, "rules out its condition"), (done,)) if done else None


def _expired(case: Case, facts: Iterable[Fact], today: str) -> Outcome:
    """Is it too late: is its time over, or has happened what it was to be done before?"""
    limit = case.action.before if case.action else frozenset()
    over = _first(facts, lambda f: bool(f.deed.kinds & limit and f.deed.who), case.made)
    if over:
        return Outcome("lapsed", "unsure", _told(over, "is what it was to be done before"), (over,))
    if case.deadline and case.made < case.deadline < today:
        return Outcome(
            "lapsed", "unsure", f"its time was over on {case.deadline}, and no report tells that it was done"
        )
    return _open("no report tells of what would settle it")


def _open(because: str) -> Outcome:
    return Outcome("open", "unsure", because)


def _breach(done: Fact, case: Case) -> Outcome:
    """Of words of an unknown day nobody knows for sure that the deed came after them."""
    return Outcome("broken", "yes" if case.made else "unsure", _told(done, "is against it"), (done,))


def _told(fact: Fact, what: str) -> str:
    return f"“{fact.told}” ({fact.first if fact.first == fact.last else f'{fact.first} to {fact.last}'}) {what}"


def _in_time(case: Case, fact: Fact) -> bool:
    """Was it done before its time was over?"""
    return not case.deadline or case.deadline < case.made or fact.first <= case.deadline


def _sure(sides: frozenset[str]) -> Verdict:
    return "yes" if sides else "unsure"


def _by(fact: Fact, makers: frozenset[str]) -> bool:
    return not makers or akin(fact.deed.who, makers)


def _himself(fact: Fact, makers: frozenset[str]) -> bool:
    """Did the maker do it? What one member of a bloc does breaks no word of the others."""
    return bool(fact.deed.who & makers)


def _takes_part(case: Case, fact: Fact) -> bool:
    """Talks answer the words if those named take part: the persons of the action, the other side, and no ally instead of it.

    Where no other side is named, the maker himself is to sit at the table.
    """
    if not is_talk(fact.deed):
        return True
    others = (fact.deed.who | fact.deed.whom) - case.by
    named = case.action.persons if case.action else frozenset()
    strangers = {other for other in others if not allied({other}, case.by)}
    at_table = akin(strangers, case.to) if case.to else akin(fact.deed.who | fact.deed.whom, case.by)
    return bool(strangers) and at_table and named <= fact.deed.persons


def _first(facts: Iterable[Fact], fits: Callable[[Fact], bool], since: str, is_planned: bool = False) -> Fact | None:
    """The earliest fact that fits and is no older than a day; one that is told for a whole season is of no known day."""
    found = [f for f in facts if f.is_planned == is_planned and _since(f, since) and fits(f)]
    return min(found, key=_order) if found else None


def _order(fact: Fact) -> tuple[str, bool, int, str, str, str]:
    """The earliest first; of one day the one that tells to whom it was done, then the one that most tell."""
    return fact.first, not fact.deed.whom, -fact.origins, fact.last, fact.claim, fact.told


def _since(fact: Fact, day: str) -> bool:
    width = date.fromisoformat(fact.last) - date.fromisoformat(fact.first)
    return fact.first >= day or (fact.last >= day and width.days <= WIDEST)
