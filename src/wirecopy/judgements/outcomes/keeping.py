"""Whether who made a commitment did what he said, did the contrary, took it back, or let its time run out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from wirecopy.judgements.outcomes.cases import (
    SOME_DAY,
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
    later,
    open_case,
)
from wirecopy.judgements.outcomes.comparing_deeds import (
    SAME,
    akin,
    allied,
    as_narrow,
    breaks,
    in_own_words,
    meets,
    place_fits,
    says_same,
    within,
)
from wirecopy.judgements.outcomes.deed_kinds import Deed, about, has, taken_back
from wirecopy.judgements.outcomes.deed_traits import (
    is_call,
    is_country,
    is_hostile,
    is_punishing,
    is_sent,
    is_stop,
    is_talk,
    is_vague,
)
from wirecopy.judgements.outcomes.fewer_told import fewer
from wirecopy.judgements.told import overlap, stems
from wirecopy.model import Verdict
from wirecopy.words import load

# Days within which a telephone call is made that was promised: after that it is another one.
CALL = 7
# Days before the deed that a condition names in which an answer to its beginnings was still an answer to it.
ONSET = 3


def what_was_kept(case: Case, facts: Iterable[Fact], met: tuple[Fact, ...]) -> Outcome | None:
    """Has the maker done it? That it was done before the condition was met leaves doubt that it was done for it."""
    action = case.action
    if action is None or action.is_qualified or action.is_negated or not case.made:
        return None
    if not case.by and not (is_stop(action) and case.to):
        return None
    if (is_hostile(action) and case.kind != "threat") or (case.kind == "offer" and is_punishing(action)):
        return None
    side = allied if is_stop(action) else within
    known = list(facts)

    def fits(fact: Fact, asked: Deed = action) -> bool:
        # An attack on somebody else is not the one that was threatened.
        whom = (action.whom or case.to) if is_hostile(asked) else frozenset()
        aimed = is_hostile(fact.deed) or fact.deed.whom - case.by
        if case.kind == "threat" and is_vague(asked) and not (aimed or in_own_words(asked, fact.deed)):
            return False  # a measure at home, or against nobody who is named, is no answer to anybody
        # What nameless officials said would be stopped is stopped by anybody but those whom it hits.
        his = side(fact.deed.who, case.by) if case.by else bool(fact.deed.who) and not akin(fact.deed.who, case.to)
        his = his or (has("convening", case.words) and bool(action.who) and action.who <= fact.deed.who)  # the body met
        told = his and meets(replace(asked, who=frozenset(), whom=whom), fact.deed)
        there = place_fits(action.whom or case.to, fact.deed, action.words) and in_month(case, fact)
        if fact.first == case.made and has("to_come", fact.told):
            return False  # told once more on the day of the words
        if is_stale(case, fact) or (is_call(asked) and later(case.made, CALL) < fact.first < SOME_DAY):
            return False
        return told and there and takes_part(case, fact)

    if parts := done_in_part(case, known, fits, "was held out", met):
        return parts
    # What was done before the condition was met is no answer to it, but in the days in which the deed began, and of what is
    # stopped once for all; soldiers that were promised and sent before it are there when it comes. What the maker did himself
    # comes before what others of his bloc did.
    after = max(case.made, *(one.first for one in met)) if met else case.made
    own = [fact for fact in known if fact.deed.who & case.by]
    early = case.made if stays(case) else max(case.made, later(after, -ONSET)) if met else after
    tries = tuple((some, day) for day in (after, early) for some in (own, known))
    done = next((found for some, day in tries if (found := first_of(some, fits, day))), None)
    if done is None:
        return None
    if not in_time(case, done):
        return came_late(done, case, "is what was held out")
    near = action.whom or case.to
    is_sure = bool(case.by) and (not met or done.last >= met[0].first)
    is_there = not near or not done.deed.whom or bool(near & done.deed.whom) or place_fits(frozenset(), done.deed)
    verdict: Verdict = "yes" if is_sure and is_there else "unsure"
    what = "is what was held out" + (", and was done before that" if met and done.last < met[0].first else "")
    told = [*(in_words(one, "meets its condition") for one in met), in_words(done, what)]
    if case.kind != "threat" and (has("partial", done.told) or fewer(case.words, done.told)):
        return Outcome("partly kept", "unsure", "; ".join([*told, "only a part of it is told"]), (*met, done))
    return Outcome("kept", verdict, "; ".join(told), (*met, done))


def stays(case: Case) -> bool:
    """Is what was held out still done if it was done too early: a pipeline stopped, soldiers sent whom a promise was about?"""
    return case.action is not None and (is_stop(case.action) or (is_sent(case.action) and case.kind == "promise"))


def freed(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Is who was to be released told to be free? Then the promise of it, and the demand for it, are kept, whoever did it."""
    action = case.action
    if action is None or "release" not in action.kinds or action.is_negated or case.kind not in ("promise", "demand"):
        return None
    captives = action.whom or (case.by if case.kind == "demand" else case.to)

    def fits(fact: Fact) -> bool:
        same = not captives or not fact.deed.whom or fact.deed.whom & captives
        return "freed" in fact.deed.kinds and bool(same)

    done = first_of(facts, fits, case.made)
    verdict: Verdict = "yes" if done and done.deed.whom & captives else "unsure"
    return Outcome("kept", verdict, in_words(done, "tells that it was done"), (done,)) if done else None


def what_was_denied(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Has the maker done what it promised not to do, or what cannot be while the promise is kept?"""
    action = case.action
    if action is None or case.kind == "threat" or action.is_qualified or not case.by:
        return None
    forbids = action.is_negated or is_hostile(action)
    against = replace(action, who=frozenset(), whom=frozenset())
    # An offer is broken by its maker alone; what the other side does leaves it without answer.
    bound = case.by if case.kind == "offer" else case.by | action.who | action.whom
    done = first_of(
        facts,
        lambda f: (
            (forbids and meets(against, f.deed) and himself(f, case.by) and as_narrow(action, f.deed))
            or (breaks(f.deed, action) and himself(f, bound) and not _is_apart(f, action))
        ),
        case.made,
    )
    return breach(done, case) if done else None


def _is_apart(fact: Fact, promised: Deed) -> bool:
    """Are others arrested than those who were to be released, or is another road shut than the one that is named?"""
    if promised.kinds & set(load("deeds")["particular"]) and promised.names and not promised.names & stems(fact.told):
        return True
    return "release" in promised.kinds and not fact.deed.whom & promised.whom


def withdrawn(case: Case, facts: Iterable[Fact], action: Deed) -> Outcome | None:
    """Has the maker announced that very thing? A word for the same kind of deed alone shows no change of mind."""

    def fits(fact: Fact) -> bool:
        return meets(action, fact.deed) and himself(fact, case.by) and says_same(action, fact.deed)

    planned = first_of(facts, fits, case.made, is_planned=True)
    return Outcome("withdrawn", "yes", in_words(planned, "is what was refused"), (planned,)) if planned else None


def called_off(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Was the meeting called off that was held out? Taken back by its maker, lapsed by whomever else."""
    action = case.action
    if action is None or not is_talk(action) or action.is_negated or not case.made:
        return None
    about_it = action.names | frozenset(stem for person in action.persons for stem in stems(person.replace("-", " ")))

    def fits(fact: Fact) -> bool:
        told = has("off", fact.told) and "snub" in fact.deed.kinds and bool(fact.deed.who & (case.by | case.to))
        both = has("met", case.words) and (fact.deed.who | fact.deed.whom) >= case.by | case.to
        return told and bool(about_it & fact.deed.words or both)

    off = first_of(facts, fits, case.made)
    if off is None:
        return None
    state = "withdrawn" if off.deed.who <= case.by else "lapsed"
    return Outcome(state, "yes", in_words(off, "calls it off"), (off,))


def expired(case: Case, facts: Iterable[Fact], today: str) -> Outcome:
    """Is it too late: is its time over, or has happened what it was to be done before?"""
    limit = case.action.before if case.action else frozenset()
    over = first_of(facts, lambda f: bool(f.deed.kinds & limit and f.deed.who), case.made)
    if over:
        return Outcome("lapsed", "unsure", in_words(over, "is what it was to be done before"), (over,))
    if case.deadline and case.made <= case.deadline and later(case.deadline, case.slack) < today:
        return Outcome(
            "lapsed", "unsure", f"its time was over on {case.deadline}, and no report tells that it was done"
        )
    return open_case("no report tells of what would settle it")


def done_in_part(
    case: Case, facts: Iterable[Fact], fits: Callable[[Fact, Deed], bool], what: str, met: tuple[Fact, ...] = ()
) -> Outcome | None:
    """Of what has several parts: kept where all were done, partly kept where some were; None where none was, or it has none."""
    known = list(facts)
    found = [(part, first_of(known, partial(_part_fits, fits, part), case.made)) for part in case.parts]
    done = tuple(fact for _, fact in found if fact)
    if not done:
        return None
    reasons = [
        *(in_words(one, "meets its condition") for one in met),
        *(in_words(one, f"is part of what {what}") for one in done),
    ]
    if len(done) == len(found):
        return Outcome("kept", "yes", "; ".join(reasons), (*met, *done))
    return Outcome("partly kept", "unsure", "; ".join([*reasons, "of the rest nothing is told"]), (*met, *done))


def _part_fits(fits: Callable[[Fact, Deed], bool], part: Deed, fact: Fact) -> bool:
    return fits(fact, part)


def withdrawn_in_words(case: Case, facts: Iterable[Fact]) -> Outcome | None:
    """Is its maker told to have taken it back ("dropped its demand for …"), in words that it shares?"""
    nouns = taken_back(case.kind)
    asked = stems(case.words)
    found = first_of(
        facts,
        lambda f: (
            "takeback" in f.deed.kinds
            and himself(f, case.by)
            and any(noun in f.told.lower() for noun in nouns)
            and overlap(asked, stems(f.told)) >= SAME
        ),
        case.made,
    ) if case.made and case.by else None  # fmt: skip
    return Outcome("withdrawn", "yes", in_words(found, "takes it back"), (found,)) if found else None


def takes_part(case: Case, fact: Fact) -> bool:
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
    if case.action and has("convening", case.words):
        return case.action.names <= fact.deed.words | frozenset(one for side in others for one in stems(side))
    at_table = akin(strangers, case.to) if case.to else akin(fact.deed.who | fact.deed.whom, case.by)
    if case.kind == "demand" and len(case.to) == 1 and at_table:
        # Who demands a meeting of somebody means one with himself, or with whom he names; a body meets by itself.
        partners = (case.action.whom if case.action else frozenset()) - case.to
        is_body = not any(map(is_country, case.to))
        at_table = is_body or akin((fact.deed.who | fact.deed.whom) - case.to, partners or case.by)
    return bool(strangers) and at_table and named <= fact.deed.persons
