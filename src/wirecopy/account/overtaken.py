"""Commitments whose maker says something else later: a refusal that is given up, words that harder or other ones replace."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from wirecopy.account.positions import issues_of
from wirecopy.judgements.outcomes.cases import Case, Fact, Outcome
from wirecopy.judgements.outcomes.comparing_deeds import akin, harder, meets, same_deed
from wirecopy.judgements.same.amounts import amount, comes_on_top, other_amount
from wirecopy.judgements.told import overlap, stems
from wirecopy.model import Actor, Claim, Commitment, Entry, Read, Span
from wirecopy.words import load

HELD_OUT = ("promise", "offer")
REPLACED = ("threat", "promise", "offer", "demand")
# Two actions with so many of the shorter one's words are about one thing.
ALIKE = 0.6
# How far before a refusal the words stand that tell it as past, in characters.
BEFORE = 120
SENTENCE_END = re.compile(r"[.!?;]\s|\n")
# The words right before what is not to be done.
DENIED = re.compile(r"(?:\b\w+(?:n[’']t)|\b(?:\w+ )?(?:not|never))\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Made:
    """A commitment with its case, and the claim whose words it shows."""

    entry: Entry
    case: Case
    claim: Claim


def overtaken(one: Made, others: Iterable[Made], reads: Mapping[str, Read]) -> Outcome | None:
    """What became of a commitment by later words of its own maker; None where they leave it standing."""
    rest = [other for other in others if other.entry.id != one.entry.id]
    mine = [other for other in rest if other.case.by & one.case.by]
    if one.case.kind == "refusal":
        return _given_up(one, mine, reads)
    found = _replaced(one, mine) if one.case.kind in REPLACED else None
    return found or (_rebuffed(one, rest, reads) if one.case.kind == "demand" else None)


def _rebuffed(one: Made, others: Iterable[Made], reads: Mapping[str, Read]) -> Outcome | None:
    """Has somebody of whom it is demanded refused that very thing? The demand stands all the same: who asks may ask again."""
    asked = stems(one.case.words)
    # Of several the refusal of the one who was asked comes before that of a bystander, or of a member of his bloc.
    for other in sorted(others, key=lambda made: (not made.case.by & one.case.to, made.case.made, made.entry.id)):
        case = other.case
        if case.kind != "refusal" or not case.action or not asked:
            continue
        standing = _by_name(one, other)
        if case.made < one.case.made and not standing:
            continue
        aimed = akin(case.by, one.case.to) if one.case.to else akin(case.to, one.case.by)
        shared = asked & stems(case.words)
        both = len(shared) > 1 and overlap(asked, stems(case.words)) >= ALIKE
        if aimed and not case.by & one.case.by and (both or standing):
            fact = _with_its_not(_fact(other, other.claim), reads)
            who = " and ".join(actor.name for actor in getattr(other.entry.value, "by", ()))
            return Outcome("open", "yes", f"refused by {who} (“{fact.told}”, {fact.first})", (fact,))
    return None


def _with_its_not(fact: Fact, reads: Mapping[str, Read]) -> Fact:
    """The fact with the "will not" before its words: quoted alone, "let them in" would say the reverse of the refusal."""
    span = next(iter(fact.spans), None)
    text = reads[span.report_id].report.text if span is not None else ""
    if span is None or not text.startswith(fact.told, span.start):
        return fact
    found = DENIED.search(text, max(0, span.start - BEFORE), span.start)
    if found is None:
        return fact
    spans = (replace(span, start=found.start()), *fact.spans[1:])
    return replace(fact, told=f"{' '.join(found[0].split())} {fact.told}", spans=spans)


def _by_name(one: Made, other: Made) -> bool:
    """Is it a matter that somebody's name tells: who asks again to keep Peru out of the league was refused already?

    Such a refusal stands since it was made.
    """
    values = (one.entry.value, other.entry.value)
    issues = [{*issues_of(value)} for value in values if isinstance(value, Commitment)]
    named = [made.case.action.names for made in (one, other) if made.case.action]
    asked = frozenset(stem for value in values for stem in _names_of(_asked(value)))
    return bool(
        set.intersection(*issues) & set(load("positions")["by_name"]) and frozenset.intersection(*named) - asked
    )


def _asked(value: object) -> tuple[Actor, ...]:
    """Who is asked: to whom a demand is made, and who refuses."""
    if not isinstance(value, Commitment):
        return ()
    return value.by if value.kind == "refusal" else value.to


def _names_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The stems of the names of some actors."""
    return frozenset(one for actor in actors for name in (actor.name, *actor.aliases) for one in stems(name))


def _given_up(one: Made, others: Sequence[Made], reads: Mapping[str, Read]) -> Outcome | None:
    """Does a report tell of the refusal as past ("it had refused") where its maker will do the thing?"""
    past = {claim.report_id for claim in one.entry.claims if _is_past(claim, reads[claim.report_id])}
    action = one.case.action
    if action is None or action.is_qualified or not action.kinds:
        return None
    for other in others:
        here = sorted((c for c in other.entry.claims if c.report_id in past), key=lambda claim: claim.id)
        done = other.case.action
        if here and other.case.kind in HELD_OUT and done and not done.is_negated and same_deed(action, done):
            fact = _fact(other, here[0])
            because = f"“{fact.told}” is what was refused, and the report that tells so tells of the refusal as past"
            return Outcome("withdrawn", "yes", because, (fact,))
    return None


def _is_past(claim: Claim, read: Read) -> bool:
    """Is a refusal told as one that was held until then?"""
    spans = claim.spans.get("action", ())
    if not spans:
        return False
    before = read.report.text[max(0, spans[0].start - BEFORE) : spans[0].start]
    return bool(_past().search(SENTENCE_END.split(before)[-1]))


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('deeds')['given_up'])})\b", re.I)


def _replaced(one: Made, others: Sequence[Made]) -> Outcome | None:
    """Has its maker put another in its place: another number, a later day, a harder blow for one deed?"""
    if not one.case.made:
        return None
    later = [other for other in others if other.case.kind == one.case.kind and other.case.made > one.case.made]
    for other in sorted(later, key=lambda made: (made.case.made, made.entry.id)):
        if how := _how(one.case, other.case):
            fact = _fact(other, other.claim)
            return Outcome("superseded", "unsure", f"“{fact.told}” ({fact.first}) takes its place: {how}", (fact,))
    return None


def _how(earlier: Case, later: Case) -> str:
    """In what the later of two commitments of one maker goes beyond the earlier one; "" where both may stand."""
    if earlier.action is None or later.action is None or earlier.action.is_negated or later.action.is_negated:
        return ""
    if (earlier.to and later.to and not akin(earlier.to, later.to)) or not _one_condition(earlier, later):
        return ""
    if overlap(stems(earlier.words), stems(later.words)) >= ALIKE:
        first, second = amount(earlier.words), amount(later.words)
        if first and second and other_amount(earlier.words, later.words) and not comes_on_top(later.words):
            return f"{first.number} became {second.number}"
        if earlier.deadline and later.deadline and earlier.deadline < later.deadline:
            return f"its day was put off from {earlier.deadline} to {later.deadline}"
    if later.kind == "threat" and later.condition and later.to and earlier.to and harder(later.action, earlier.action):
        return "it is the harder answer to the same deed"
    return ""


def _one_condition(earlier: Case, later: Case) -> bool:
    """Do both hang on the same deed, or neither on any?"""
    a, b = earlier.condition, later.condition
    if a is None or b is None:
        return a is b
    return bool(a.kinds) and a.kinds == b.kinds and a.is_negated == b.is_negated and (meets(a, b) or meets(b, a))


def _fact(other: Made, claim: Claim) -> Fact:
    """The other commitment as the words that a state rests on."""
    spans: tuple[Span, ...] = claim.spans.get("action", ())
    told = getattr(claim.finding, "action", None) or other.case.words
    assert other.case.action  # noqa: S101 -- checked by the callers
    return Fact(other.case.action, other.case.made, other.case.made, claim.id, told, spans, other.entry.origins, True)
