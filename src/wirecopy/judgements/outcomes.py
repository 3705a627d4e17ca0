"""What has become of a commitment: outcomes count, not intentions.

Each rule looks for a later deed: one that the condition asks about, one that the action holds out, or one that cannot be where
the words were kept. What no deed shows stays open. An analyst's word stands before all of it (`decided`).
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from wirecopy.judgements.deeds import (
    NOBODY,
    SAME,
    Deed,
    about,
    akin,
    allied,
    as_narrow,
    breaks,
    has_doer,
    is_hostile,
    is_mutual,
    is_punishing,
    is_sent,
    is_stop,
    is_talk,
    is_untestable,
    is_vague,
    lasts,
    meets,
    place_fits,
    says_same,
    taken_back,
    within,
)
from wirecopy.judgements.told import overlap, stems
from wirecopy.model import Span, Verdict

RULE = "outcomes@1"
# A deed that is told for more days than these may be older than the words that it would answer.
WIDEST = 10


@dataclass(frozen=True, slots=True)
class Fact:
    """A deed that was done, or (`is_planned`) announced: by which claim, on which days (ISO), in which words.

    `origins` is how many tell it; `is_attributed`: it is told as somebody's word alone; `is_disputed`: as that of another
    than its doer, where sides are wont to blame each other; not `is_dated`: nothing but its report's day is known, and it may
    be older.
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
    is_attributed: bool = False
    is_dated: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """A commitment to be judged: who made it to whom (sides), since when (ISO day), on what condition, with what action.

    `parts` are the deeds of an action that has several, each to be done by itself; `words` are those of the action;
    `prompt` is the last day on which "at once" or "within hours" is still kept, `ripe` the first on which a condition of some
    time ("if no answer comes within a reasonable time") may be met.
    """

    kind: str
    by: frozenset[str]
    to: frozenset[str]
    made: str
    condition: Deed | None
    action: Deed | None
    deadline: str | None = None
    parts: tuple[Deed, ...] = ()
    words: str = ""
    prompt: str | None = None
    ripe: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A state with its reason and the facts that it rests on; `unsure` where they show less than they should."""

    state: str
    verdict: Verdict
    because: str
    facts: tuple[Fact, ...] = ()


def outcome(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """The state of a commitment on a day, by the facts that are known then."""
    known = [fact for fact in facts if not fact.is_disputed]
    found = _taken_back(case, known) or RULES[case.kind](case, known, today)
    if found.state == "open" and case.action and is_untestable(case.words):
        return Outcome(
            "untestable", "unsure", f"“{case.words}” names no deed that a report could tell as done or not done"
        )
    return found


# ---- one rule for each kind
def _held_out(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A threat, a promise or an offer: kept once its maker has done it, its condition being met where it has one."""
    if against := _denied(case, facts):
        return against
    if case.condition is None:
        return _kept(case, facts, ()) or _expired(case, facts, today)
    met = _met(case, facts)
    if met is None:
        unmet = _forgone(case, facts) or _unheeded(case, facts)
        return unmet or _open(_unordered(case, facts) or "nothing in the reports meets its condition")
    if met.last < case.made:
        because = "met its condition before it was said, and no report tells that this has changed"
        return _kept(case, facts, (met,)) or Outcome("condition met", "unsure", _told(met, because), (met,))
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
    return (_answered(case, facts, whose) if case.made else None) or _expired(case, facts, today)


def _answered(case: Case, facts: Sequence[Fact], whose: Deed) -> Outcome | None:
    """Was it done by those of whom it was demanded? Where nobody is named, it must have been done to who demanded it."""

    def fits(fact: Fact, asked: Deed) -> bool:
        sides = fact.deed.who | fact.deed.whom
        aimed = bool(whose.who or is_talk(asked) or (sides & case.by and not sides <= case.by))
        there = place_fits(asked.whom or (case.by if is_sent(asked) else NOBODY), fact.deed) and _in_month(case, fact)
        return aimed and there and meets(asked, fact.deed) and _by(fact, case.to) and _takes_part(case, fact)

    if parts := _done_in_part(case, facts, lambda fact, part: fits(fact, replace(part, who=whose.who)), "was demanded"):
        return parts
    done = _first(facts, lambda f: fits(f, whose), case.made)
    if done is None:
        return None
    if not _in_time(case, done):
        return _late(done, case, "is what was demanded")
    return Outcome("kept", _sure(case.to), _told(done, "is what was demanded"), (done,))


def _refused(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A refusal: broken once its maker does what was refused, withdrawn once it says that it will."""
    if case.action is None or case.action.is_qualified or not case.by:
        return _open("no single deed would break it")
    if lasts(case.action):
        return _open("to refuse once more is to hold to it")
    action = replace(case.action, who=frozenset())
    done = _first(
        facts,
        lambda f: (
            meets(action, f.deed)
            and _himself(f, case.by)
            and place_fits(action.whom or action.who - case.by, f.deed)
            and as_narrow(action, f.deed)
        ),
        case.made,
    )
    return (
        _breach(done, case)
        if done
        else _withdrawn(case, facts, action) or _open("no report tells that its maker gave way")
    )


def _line(case: Case, facts: Sequence[Fact], today: str) -> Outcome:
    """A red line: its condition is met once it is crossed."""
    met = _met(case, facts)
    if met:
        return Outcome("condition met", "yes", _told(met, "crosses it"), (met,))
    return _open(_unordered(case, facts) or "nobody crossed it")


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
    if asked is None or asked.is_negated or asked.is_qualified or (not case.made and not lasts(asked)):
        return None
    known = [fact for fact in facts if not case.ripe or fact.first >= case.ripe]
    fits = partial(_fits_condition, case, asked)
    if not has_doer(asked):
        # That talks fail shows only once they were held: what was refused on the day of the words was refused before them.
        return _first((fact for fact in known if fact.first > case.made), fits, case.made)
    # What was refused before the threat is refused still; that the maker was refused answers him before what others were.
    days = (case.made, "") if lasts(asked) else (case.made,)
    aimed = [fact for fact in known if akin(fact.deed.whom, case.by)] if lasts(asked) else []
    return next((found for some in (aimed, known) for day in days if (found := _first(some, fits, day))), None)


def _fits_condition(case: Case, asked: Deed, fact: Fact) -> bool:
    whose = addressed(case, asked)
    return meets(whose, fact.deed) and would_answer(case, whose, fact.deed)


def _unordered(case: Case, facts: Iterable[Fact]) -> str:
    """Of words of an unknown day, and of a deed told on the day of the words, nobody knows which came first; says so."""
    asked = case.condition
    if asked is None or asked.is_negated or asked.is_qualified or not has_doer(asked):
        return ""
    near = (fact for fact in facts if not case.made or (not fact.is_dated and fact.first == case.made))
    found = _first(near, partial(_fits_condition, case, asked), "")
    return _told(found, "would meet its condition, and no report tells which of the two came first") if found else ""


def _unheeded(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """A threat for the case that nothing is done: did its maker strike those who were to do it?"""
    asked, action = case.condition, case.action
    if case.kind != "threat" or asked is None or not asked.is_negated or action is None or not case.made:
        return None
    if not (is_vague(action) or is_hostile(action)) or action.is_negated:
        return None
    aimed = case.to | asked.who
    done = _first(
        facts, lambda f: is_hostile(f.deed) and _himself(f, case.by) and akin(f.deed.whom, aimed), case.made
    )  # fmt: skip
    if done is None:
        return None
    told = "is what was held out; no report tells that what was asked had been done"
    return Outcome("kept", "unsure", _told(done, told), (done,))


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


def _kept(case: Case, facts: Iterable[Fact], met: tuple[Fact, ...]) -> Outcome | None:
    """Has the maker done it? That it was done before the condition was met leaves doubt that it was done for it."""
    action = case.action
    if action is None or action.is_qualified or action.is_negated or not case.by or not case.made:
        return None
    if (is_hostile(action) and case.kind != "threat") or (case.kind == "offer" and is_punishing(action)):
        return None
    side = allied if is_stop(action) else within
    known = list(facts)

    def fits(fact: Fact, asked: Deed = action) -> bool:
        # An attack on somebody else is not the one that was threatened.
        whom = (action.whom or case.to) if is_hostile(asked) else frozenset()
        told = meets(replace(asked, who=frozenset(), whom=whom), fact.deed) and side(fact.deed.who, case.by)
        there = place_fits(action.whom or case.to, fact.deed) and _in_month(case, fact)
        return told and there and _takes_part(case, fact)

    if parts := _done_in_part(case, known, fits, "was held out", met):
        return parts
    # What was done after the condition was met is its answer, though there be an earlier deed of the kind; what the maker
    # did himself comes before what others of his bloc did.
    after = max(case.made, *(one.first for one in met)) if met else case.made
    own = [fact for fact in known if fact.deed.who & case.by]
    tries = ((own, after), (known, after), (own, case.made), (known, case.made))
    done = next((found for some, day in tries if (found := _first(some, fits, day))), None)
    if done is None:
        return None
    if not _in_time(case, done):
        return _late(done, case, "is what was held out")
    near = action.whom or case.to
    is_sure = not met or done.last >= met[0].first
    is_there = not near or not done.deed.whom or bool(near & done.deed.whom) or place_fits(frozenset(), done.deed)
    verdict: Verdict = "yes" if is_sure and is_there else "unsure"
    told = [*(_told(one, "meets its condition") for one in met), _told(done, "is what was held out")]
    return Outcome("kept", verdict, "; ".join(told), (*met, done))


def _denied(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Has the maker done what it promised not to do, or what cannot be while the promise is kept?"""
    action = case.action
    if action is None or case.kind == "threat" or action.is_qualified or not case.by:
        return None
    forbids = action.is_negated or is_hostile(action)
    against = replace(action, who=frozenset(), whom=frozenset())
    # An offer is broken by its maker alone; what the other side does leaves it without answer.
    bound = case.by if case.kind == "offer" else case.by | action.who | action.whom
    done = _first(
        facts,
        lambda f: (
            (forbids and meets(against, f.deed) and _himself(f, case.by) and as_narrow(action, f.deed))
            or (breaks(f.deed, action) and _himself(f, bound))
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


def _in_month(case: Case, fact: Fact) -> bool:
    """Was it done in the month for which it was held out? A call in December is no answer to talks offered for January."""
    named = [number for number, name in enumerate(month_name) if name and name in case.words.split()]
    return not named or any(int(day[5:7]) in named for day in (fact.first, fact.last))


def _late(done: Fact, case: Case, what: str) -> Outcome:
    """What came after its time was kept in part; an offer that nobody took up in its time has lapsed."""
    over = "it was to be done at once" if _until(case) == case.prompt else f"its time was over on {case.deadline}"
    state = "lapsed" if case.kind == "offer" else "partly kept"
    return Outcome(state, "yes", f"{_told(done, what)}, but {over}", (done,))


def _until(case: Case) -> str | None:
    """The last day on which it is still done in time."""
    return min(filter(None, (case.deadline, case.prompt)), default=None)


def _done_in_part(
    case: Case, facts: Iterable[Fact], fits: Callable[[Fact, Deed], bool], what: str, met: tuple[Fact, ...] = ()
) -> Outcome | None:
    """Of what has several parts: kept where all were done, partly kept where some were; None where none was, or it has none."""
    known = list(facts)
    found = [(part, _first(known, partial(_part_fits, fits, part), case.made)) for part in case.parts]
    done = tuple(fact for _, fact in found if fact)
    if not done:
        return None
    reasons = [
        *(_told(one, "meets its condition") for one in met),
        *(_told(one, f"is part of what {what}") for one in done),
    ]
    if len(done) == len(found):
        return Outcome("kept", "yes", "; ".join(reasons), (*met, *done))
    return Outcome("partly kept", "unsure", "; ".join([*reasons, "of the rest nothing is told"]), (*met, *done))


def _part_fits(fits: Callable[[Fact, Deed], bool], part: Deed, fact: Fact) -> bool:
    return fits(fact, part)


def _taken_back(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Is its maker told to have taken it back ("dropped its demand for …"), in words that it shares?"""
    nouns = taken_back(case.kind)
    asked = stems(case.words)
    found = _first(
        facts,
        lambda f: (
            "takeback" in f.deed.kinds
            and _himself(f, case.by)
            and any(noun in f.told.lower() for noun in nouns)
            and overlap(asked, stems(f.told)) >= SAME
        ),
        case.made,
    ) if case.made and case.by else None  # fmt: skip
    return Outcome("withdrawn", "yes", _told(found, "takes it back"), (found,)) if found else None


def _in_time(case: Case, fact: Fact) -> bool:
    """Was it done before its time was over?"""
    limit = _until(case)
    return not limit or limit < case.made or fact.first <= limit


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
    topic = about(case.words)
    if topic and not topic & fact.deed.words:
        return False  # talks about another thing
    at_table = akin(strangers, case.to) if case.to else akin(fact.deed.who | fact.deed.whom, case.by)
    return bool(strangers) and at_table and named <= fact.deed.persons


def _first(facts: Iterable[Fact], fits: Callable[[Fact], bool], since: str, is_planned: bool = False) -> Fact | None:
    """The earliest fact that fits and is no older than a day; one that is told for a whole season is of no known day."""
    found = [f for f in facts if f.is_planned == is_planned and _since(f, since) and fits(f)]
    # What stands in a report's own words is surer than an earlier deed on somebody's word.
    own = [f for f in found if not f.is_attributed]
    return min(own or found, key=_order, default=None)


def _order(fact: Fact) -> tuple[str, bool, bool, int, str, str, str]:
    """The earliest first; of one day what reports tell in their own words, then to whom it was done, then what most tell."""
    return fact.first, fact.is_attributed, not fact.deed.whom, -fact.origins, fact.last, fact.claim, fact.told


def _since(fact: Fact, day: str) -> bool:
    if day and not fact.is_dated:
        return fact.first > day
    width = date.fromisoformat(fact.last) - date.fromisoformat(fact.first)
    return fact.first >= day or (fact.last >= day and width.days <= WIDEST)
