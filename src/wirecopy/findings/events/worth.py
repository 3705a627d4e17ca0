"""Is an event worth a line? What merely might be asked, agreed or said tells a reader nothing; nor do nameless parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.status.status import FACTS
from wirecopy.model import Actor, Claim, Event, Passage, Span, claim

# Deeds of which it matters that they may come: forces, force, sanctions, aid, talks and withdrawals.
OF_INTEREST = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "SANCTION", "CONSULT", "AID", "RETREAT", "PROTEST", "REJECT"})
# Deeds and words of one to another, which are news by whom they might reach.
OF_TWO = frozenset({"SUPPORT", "CONCEDE", "AGREE", "COOPERATE", "REQUEST", "ACCUSE"})
HARM = frozenset({"ASSAULT", "COERCE"})
# Words that nobody uttered are no event, nor is a refusal that was refused.
MANIFOLD = frozenset({"COERCE", "SANCTION", "ASSAULT"})  # acts of which one sentence often tells several
UTTERED = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST"})


def worth(event: Event) -> bool:
    """Whether an event says something to one who reads its line alone."""
    if not (event.who or event.whom or event.where) or (
        event.act == "CONSULT" and event.status not in ("denied", "refused") and _too_few(event)
    ):
        return False
    if event.status in FACTS:
        return True
    vague = event.act == "REQUEST" and event.when is None and event.status in ("possible", "conditional")
    if event.act in OF_TWO and event.who and event.whom and not vague:
        return True  # "has not decided whether to recognise Chad", "did not censure Chad"
    if event.status == "refused":
        return event.act not in UTTERED | {"REQUEST"} and bool(event.who or event.act not in HARM)
    if event.status == "denied":
        charged = event.act == "ACCUSE" and event.mode == "allege" and bool(event.whom)  # "has not been charged"
        return charged or event.act not in UTTERED - {"PROTEST"}
    if event.status == "scheduled" and event.when is not None and event.who:
        return True
    if event.status == "conditional" and event.act in UTTERED - {"PROTEST"} and not event.whom:
        return False  # "if the West refused his demands": an if-clause about words tells nothing
    if event.status == "conditional" and event.act in ("SUPPORT", "CONCEDE") and event.whom:
        return True
    if event.act == "CONCEDE" and event.status == "possible" and event.who:
        return True  # "might call off its strike"
    if event.act == "ACCUSE" and event.status == "scheduled" and (event.whom or event.where):
        return True  # "the general will be tried in Lima"
    announced = event.status == "scheduled" and bool(event.who)
    if announced and event.act == "AGREE" and len(event.who) + len(event.whom) > 1:
        return True  # "Chad and Mali are to sign a truce"
    if event.act in ("CONCEDE", "AGREE") and event.status == "conditional" and event.who:
        return True
    return event.act in OF_INTEREST or (announced and event.act not in ("AGREE", "REQUEST", "THREATEN"))


def _too_few(event: Event) -> bool:
    """A talk of one person with nobody, without day, length or place, is no more than a way to say that he spoke."""
    sides = (*event.who, *event.whom)
    if len(sides) > 1 or event.when is not None or event.duration or event.where:
        return not (sides or (event.where and event.status in FACTS))
    return not sides or (
        event.mode not in ("press", "third-party") and sides[0].kind in ("person", "state", "office", "group")
    )


def nameless(actor: Actor, fact: bool) -> bool:
    """Whether an actor is "leaders" or "officials" and no more; of what is no fact, "troops" say nothing either."""
    if not actor.anonymous and actor.kind != "group":
        return False
    if actor.country:
        return False
    words = actor.name.lower().removeprefix("the ").split()
    if words and {words[-1], words[-1].removesuffix("s")} & grammar("weapons"):
        return True  # "was hit by two missiles"
    return len(words) == 1 and (words[0] in grammar("nameless") or (not fact and words[0] in grammar("nameless_open")))


def apart(passage: Passage, one: Claim, rule: str) -> Iterable[Claim]:
    """ "sat separately with Chad, Mali and Togo" is a talk with each of them."""
    event = _event(one)
    if event.act != "CONSULT" or len(event.who) < 3:
        return [one]
    around = _around(passage, one)
    if "separately" not in passage.words(around).lower():
        return [one]
    first, *others = event.who
    found = []
    for other in others:
        near = [m.span for m in passage.mentions if m.actor is not None and m.actor.id == other.id]
        inside = [span for span in near if around.start <= span.start < around.end]
        if inside:
            spans = {**one.spans, "who": (one.spans["who"][0], inside[0])}
            found.append(claim(replace(event, who=(first, other)), spans, rule))
    return found or [one]


def _around(passage: Passage, one: Claim) -> Span:
    """The sentence in which an act stands."""
    at = one.spans["act"][0]
    token = passage.doc.char_span(at.start, at.end, alignment_mode="expand")
    return passage.span(token.sent) if token is not None else at


def once(told: Iterable[tuple[int, Claim]], rule: str) -> list[Claim]:
    """The events, each told once in a sentence: of a verb and a noun for one act the one with more parties stays.

    `told` has the start of its sentence beside each claim. A day or a length that only the other gives is handed on.
    """
    kept: list[tuple[int, Claim]] = []
    for sentence, one in told:
        match = next((i for i, (at, other) in enumerate(kept) if at == sentence and _same(other, one)), None)
        if match is None:
            kept.append((sentence, one))
            continue
        other = kept[match][1]
        full, lesser = (one, other) if _sides(one) > _sides(other) else (other, one)
        kept[match] = sentence, _with(full, lesser, rule)
    return [one for _, one in kept]


def _event(one: Claim) -> Event:
    assert isinstance(one.finding, Event)  # noqa: S101 -- this finder makes events alone
    return one.finding


def _sides(one: Claim) -> frozenset[str]:
    event = _event(one)
    return frozenset(actor.id for actor in (*event.who, *event.whom))


def _same(left: Claim, right: Claim) -> bool:
    """Whether two claims of one sentence tell one act: act, status and parties fit, and no day or length differs."""
    a, b = _event(left), _event(right)
    if a.act != b.act or (a.status in FACTS) != (b.status in FACTS):
        return False
    if (a.when and b.when and a.when != b.when) or (a.duration and b.duration and a.duration != b.duration):
        return False
    parted = a.where and b.where and not {one.id for one in a.where} & {one.id for one in b.where}
    if (a.mode == "paper") != (b.mode == "paper"):
        return False  # "wrote to him before they met"
    if parted or (a.act in MANIFOLD and a.mode and b.mode and a.mode != b.mode):
        return False  # "met him in Lima before flying to Quito", "froze his assets and listed two banks"
    for mine, yours in ((a.who, b.who), (a.whom, b.whom)):
        first, second = {actor.id for actor in mine}, {actor.id for actor in yours}
        if not (first <= second or second <= first):
            return False
    return bool(_sides(left) & _sides(right))


def _with(full: Claim, lesser: Claim, rule: str) -> Claim:
    a, b = _event(full), _event(lesser)
    event = replace(
        a, when=a.when or b.when, duration=a.duration or b.duration, mode=a.mode or b.mode, where=a.where or b.where
    )
    spans = dict(full.spans)
    if not a.where and "where" in lesser.spans:
        spans["where"] = lesser.spans["where"]
    if a.when is None and "when" in lesser.spans:
        spans["when"] = lesser.spans["when"]
    return claim(event, spans, rule)
