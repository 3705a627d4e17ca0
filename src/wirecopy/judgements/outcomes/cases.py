"""A commitment as a case, the facts that are held against it, and the words and days by which they meet."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from wirecopy.judgements.outcomes.deed_kinds import NOBODY, Deed
from wirecopy.model import Span, Verdict

MONTHS = {name: number for number, name in enumerate(month_name) if name}
# The day of a deed that is only supposed: after everything that was said, and in any time that was set.
SOME_DAY = "9999-12-31"
# Days after its time in which a deed is still the one that was to be done by then.
LATE = 14
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
    `asked` are the sides of whom its maker demands something, who alone can refuse it or leave it without an answer;
    `slack` are the days after its `deadline` in which it may still have been done in time, since both days are told ones;
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
    slack: int = 0
    asked: frozenset[str] = NOBODY
    ripe: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A state with its reason and the facts that it rests on; `unsure` where they show less than they should."""

    state: str
    verdict: Verdict
    because: str
    facts: tuple[Fact, ...] = ()


def open_case(because: str) -> Outcome:
    return Outcome("open", "unsure", because)


def breach(done: Fact, case: Case) -> Outcome:
    """Of words of an unknown day nobody knows for sure that the deed came after them."""
    return Outcome("broken", "yes" if case.made else "unsure", in_words(done, "is against it"), (done,))


def in_words(fact: Fact, what: str) -> str:
    return f"“{fact.told}” ({fact.first if fact.first == fact.last else f'{fact.first} to {fact.last}'}) {what}"


def in_month(case: Case, fact: Fact) -> bool:
    """Was it done in the month for which it was held out? A call in December is no answer to talks offered for January."""
    named = [MONTHS[word] for word in case.words.split() if word in MONTHS]
    return not named or fact.first == SOME_DAY or any(int(day[5:7]) in named for day in (fact.first, fact.last))


def is_stale(case: Case, fact: Fact) -> bool:
    """Did it come so long after its time that it is rather another deed of the kind: aid of January is none of December's?"""
    limit = case.deadline
    return bool(limit) and fact.first != SOME_DAY and fact.first > later(limit or "", max(LATE, case.slack))


def came_late(done: Fact, case: Case, what: str) -> Outcome:
    """What came after its time was kept in part; an offer that nobody took up in its time has lapsed."""
    over = "it was to be done at once" if _until(case) == case.prompt else f"its time was over on {case.deadline}"
    state = "lapsed" if case.kind == "offer" else "partly kept"
    return Outcome(state, "yes", f"{in_words(done, what)}, but {over}", (done,))


def _until(case: Case) -> str | None:
    """The last day on which it is still done in time."""
    return min(filter(None, (case.deadline, case.prompt)), default=None)


def in_time(case: Case, fact: Fact) -> bool:
    """Was it done before its time was over?"""
    limit = _until(case)
    last = later(limit, case.slack) if limit and limit == case.deadline else limit
    is_open = not limit or not last or limit < case.made
    return is_open or fact.first == SOME_DAY or fact.first <= (last or "")


def later(day: str, days: int) -> str:
    """An ISO day some days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if days else day


def himself(fact: Fact, makers: frozenset[str]) -> bool:
    """Did the maker do it? What one member of a bloc does breaks no word of the others."""
    return bool(fact.deed.who & makers)


def first_of(facts: Iterable[Fact], fits: Callable[[Fact], bool], since: str, is_planned: bool = False) -> Fact | None:
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
