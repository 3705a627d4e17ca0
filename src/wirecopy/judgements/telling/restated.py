"""What adds nothing to another line: the request for a talk that was held, the deed that a demand asks for, a copy's garble."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from wirecopy import plover
from wirecopy.judgements.parties import ids, named, parties, sides
from wirecopy.judgements.same.same_talks import NEXT
from wirecopy.judgements.same.triggers import triggers
from wirecopy.judgements.told import Told, stem
from wirecopy.judgements.worlds import WORLDS
from wirecopy.language.sentence_ends import ENDED
from wirecopy.model import Comparison, Event, Family, Pair, Span
from wirecopy.words import load


def without_restated(told: Sequence[Told]) -> list[Told]:
    """The claims without what belongs to a talk or an attack that the same report tells of.

    "Putin requested a second call", in a report of that call, is no second prospect; nor are thanks and assurances given
    in it deeds of their own. A talk that is to follow ("may meet again") is another. The blows that make up an attack are
    its words: "Chad invaded Mali, hitting towns and sending tanks".
    """
    held = {_table(one) for one in told if _talk(one, "real") or _talk(one, "arranged")}
    kept = [one for one in told if _table(one) not in held or not (_is_foreseen(one) or _is_said(one))]
    attacks = [one for one in kept if triggers(one) & {stem(word) for word in load("comparing")["invades"]}]
    return [one for one in kept if not any(_is_blow(one, attack) for attack in attacks)]


def _table(told: Told) -> tuple[str, frozenset[str]] | None:
    """The report and who takes part, by which a talk and what belongs to it are known."""
    return (told.report.id, ids(parties(told.finding))) if isinstance(told.finding, Event) else None


def _is_foreseen(told: Told) -> bool:
    """Is it a talk that is only imagined, on no day, and none that is to follow another?"""
    return _talk(told, "imagined") and not NEXT.search(getattr(told.finding, "what", None) or "")


def _is_said(told: Told) -> bool:
    """Is it what one says to the other: thanks, or an assurance?"""
    event = told.finding
    if not isinstance(event, Event):
        return False
    return _is_thanks(told) or (event.act == "AGREE" and WORLDS[event.status] == "real" and bool(event.whom))


def _is_thanks(told: Told) -> bool:
    """Is it thanks? Those said in a talk that the report tells of are part of that talk, and no support of their own."""
    event = told.finding
    words = {stem(word) for word in load("comparing")["thanks"]}
    return isinstance(event, Event) and event.act == "SUPPORT" and bool(triggers(told) & words)


def _is_blow(told: Told, attack: Told) -> bool:
    """Is it what an attacker does in the attack, in a participle of its sentence that has no day of its own?"""
    blow, whole = told.finding, attack.finding
    if not isinstance(blow, Event) or not isinstance(whole, Event) or told.report.id != attack.report.id:
        return False
    if whole.act != "ASSAULT" or plover.quad(blow.act) != 4 or {WORLDS[blow.status], WORLDS[whole.status]} != {"real"}:
        return False
    start, end = _act(attack), _act(told)
    text = told.report.text
    if not whole.who or ids(whole.who) != ids(blow.who) or not 0 <= start < end or ENDED.search(text, start, end):
        return False
    own = blow.when is not None and blow.when != whole.when
    return not own and text[end:].split(maxsplit=1)[0].rstrip(",").endswith("ing")


def _talk(told: Told, world: str) -> bool:
    event = told.finding
    return (
        isinstance(event, Event)
        and event.act == "CONSULT"
        and WORLDS[event.status] == world
        and (world != "imagined" or event.when is None)
    )


# Acts of words whose content may be found as a deed of its own.
WORDED = frozenset({"REQUEST", "ACCUSE", "AGREE", "THREATEN"})

Group = tuple[Told, ...]


def without_contents(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups of events without those that tell only what a demand, a blame or an offer is about, in its own sentence.

    "Accuses Mali of shelling villages" is one line; that Mali may have shelled them is what it says. Where another report,
    or another sentence, tells of the deed, it stays.
    """
    given = tuple(groups)
    uttered = [one for group in given for one in group if _utters(one)]
    ends = [one for group in given for one in group if _kind(one) in (("CONSULT", "scheduled"), ("AID", "happened"))]
    adds_none = (
        lambda one: any(_is_content(one, of) for of in uttered),
        lambda one: any(_is_agreed(one, of) or _is_begun(one, of) for of in ends),
    )
    return tuple(group for group in given if not any(all(map(test, group)) for test in adds_none))


def _utters(told: Told) -> bool:
    event = told.finding
    return isinstance(event, Event) and event.act in WORDED and WORLDS[event.status] == "real"


def _is_content(told: Told, of: Told) -> bool:
    """Is a deed, which may be, what one is asked for or blamed for, or threatens to do?

    It is his whom the words were about, or who threatens, or of nobody named.

    Whoever blames may go on in a sentence of his own: "They had sent men to stage an attack, his spokesman said."
    """
    deed, words = told.finding, of.finding
    assert isinstance(deed, Event) and isinstance(words, Event)  # noqa: S101
    if told.report.id != of.report.id or WORLDS[deed.status] != "imagined" or deed.when is not None:
        return False
    start, end = _act(of), _act(told)
    if not 0 <= start < end:
        return False
    ends = sum(1 for _ in ENDED.finditer(told.report.text, start, end))
    own = words.act == "ACCUSE" and bool(sides(deed.said_by) & sides(words.who))
    if ends > 1 or (ends and not own):
        return False
    if own and not ends and ids(deed.said_by) & ids(words.who):
        return True  # "accused the league of haste and claimed Mali was about to attack"
    if words.act == "AGREE":
        return ids(parties(deed)) == ids(parties(words))
    if words.act == "THREATEN":
        return ids(deed.who) <= ids(words.who)
    return not named(deed.who) or not words.whom or bool(sides(deed.who) & sides(words.whom))


# Between "agreed" and "meet": nothing but a meeting was agreed.
ONLY = re.compile(
    r"(?: on \w+day)? (?:to|on|upon|for|that (?:they|both) (?:will|would))"
    r"(?: (?:a|an|another|hold|have|\w+ly|new|further)){0,3} "
)
# What was promised before is what came: "the first of them were flown in".
FIRST = re.compile(
    r"\b(?:of (?:them|which|these|those)|the first (?:ones|\w+) (?:had|have|were|was|arrived|landed))\b", re.I
)


def _is_agreed(told: Told, talk: Told) -> bool:
    """Did the same ones agree to nothing but the meeting that their sentence arranges: "agreed to meet again"?"""
    agreed, held = told.finding, talk.finding
    if not isinstance(agreed, Event) or not isinstance(held, Event) or told.report.id != talk.report.id:
        return False
    if (agreed.act, held.act, held.status) != ("AGREE", "CONSULT", "scheduled") or agreed.status != "happened":
        return False
    start = max((span.end for span in told.claim.spans.get("act", ())), default=-1)
    same = ids(parties(agreed)) == ids(parties(held)) and 0 <= start < _act(talk)
    return same and ONLY.fullmatch(told.report.text, start, _act(talk)) is not None


def _is_begun(told: Told, deed: Told) -> bool:
    """Is it a gift held out by one who, as its sentence goes on to tell, has begun to give it?"""
    plan, done = told.finding, deed.finding
    if not isinstance(plan, Event) or not isinstance(done, Event) or told.report.id != deed.report.id:
        return False
    if plan.status != "scheduled" or done.status != "happened" or plan.act != done.act or done.act != "AID":
        return False
    start, end, text = _act(told), _act(deed), told.report.text
    one = ids(plan.who) == ids(done.who) and ids(plan.whom) == ids(done.whom) and 0 <= start < end
    return one and not ENDED.search(text, start, end) and FIRST.search(text, start, end) is not None


def _kind(told: Told) -> tuple[str | None, str]:
    """The act and the status of an event."""
    assert isinstance(told.finding, Event)  # noqa: S101 -- events alone are grouped here
    return told.finding.act, told.finding.status


def _act(told: Told) -> int:
    """Where the words of a claim's act begin; −1 where it has none."""
    return min((span.start for span in told.claim.spans.get("act", ())), default=-1)


# The change after which a sentence tells another deed though no word of it is denied: who did it to whom.
TURNED = "role"
# Likeness of two sentences from which on the one is the other reworded. Below it they may be two: "would not attack the
# port" of January is no original of "attacked the port", which else nobody would have told.
REWORDED = 0.5


def garbling(comparisons: Iterable[Comparison], families: Mapping[str, Family]) -> tuple[Span, ...]:
    """The words that a copy, or what may be one, has altered in sentences that are alike but for them.

    `families` is by report. Where nobody knows which of two copies is the original, only changes of who did it count.
    """
    return tuple(
        span
        for comparison in comparisons
        for change in comparison.changes
        for span in (change.left_span, change.right_span)
        if span
        and _is_reworded(span, comparison.sentences)
        and span.report_id != families[span.report_id].original
        and (families[span.report_id].original is not None or change.kind == TURNED)
    )


def _is_reworded(span: Span, pairs: Iterable[Pair]) -> bool:
    """Stands a span in a sentence that is alike enough to its partner for the one to be made of the other?"""
    return any(
        pair.score >= REWORDED and own.report_id == span.report_id and own.start <= span.start < own.end
        for pair in pairs
        for own in (pair.left, pair.right)
    )


def without_garbled(groups: Iterable[Group], altered: Sequence[Span]) -> tuple[Group, ...]:
    """The groups of events, or of commitments, without those that only a copy tells, in words that it altered (`garbling`).

    What rewriting made of a sentence ("Ukraine has issued warnings") nobody told; the change itself is kept as one.
    """
    return tuple(
        group
        for group in groups
        if not all(_is_garbled(one, altered) for one in group)
        or (not all(one.copied for one in group) and len({one.report.id for one in group}) > 1)
    )


def _is_garbled(told: Told, altered: Sequence[Span]) -> bool:
    """Stands a claim in the sentence that a known copy has altered, or in the very words of what may be one?"""
    text, own = told.report.text, [span for spans in told.claim.spans.values() for span in spans]
    for span in altered:
        if span.report_id != told.report.id:
            continue
        first, last = sorted((span.start, _act(told)))
        within = first >= 0 and not ENDED.search(text, first, last)
        if (told.copied and within) or any(span.start < one.end and one.start < span.end for one in own):
            return True
    return False
