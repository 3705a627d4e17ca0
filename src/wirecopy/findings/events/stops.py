"""The days that a clause names for an occasion, each with the place beside it: "in Oslo on Monday and in Lima on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.described import named_place
from wirecopy.findings.acts.diary_words import acts, arranger, is_plan, listed, with_particle
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.timing.from_now import times_of
from wirecopy.model import Actor, Expression, Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Stop:
    """A place and a day that a sentence names together, and the tokens from the end of the last stop to the end of this one."""

    place: Token | None
    when: Expression | None
    around: Tokens


def stops_of(passage: Passage, verb: Token, head: Token) -> tuple[Stop, ...]:
    """The days of a clause, each with the place that is named beside it: "in Oslo on Monday and in Lima on Tuesday"."""
    days = list(days_of(passage, verb, head if head.sent == verb.sent else verb))
    tokens = sorted({token.i for top in (verb, head) if top.sent == verb.sent for token in top.subtree})
    stops = []
    start = tokens[0]
    for at, day in enumerate(days):
        end = tokens[-1] + 1 if at + 1 == len(days) else _border(passage, day, days[at + 1])
        around = passage.doc[start:end]
        place = next((t for t in around if _is_place(passage, t)), None) or site_of(passage, verb, head)
        stops.append(Stop(place, day, around))
        start = end
    return tuple(stops)


def site_of(passage: Passage, verb: Token, noun: Token) -> Token | None:
    """The place beside which an occasion is told: "in Chad, where drills begin", "arrive in Chad for drills"."""
    if any(child.lower_ == "where" for child in verb.children):
        return verb.head
    over = verb.head if is_clause_of_time(verb) else None
    if noun.dep_ == "pobj" and noun.head.lower_ == "for":
        over = noun.head.head
    near = [token for token in over.subtree if token.i < noun.i] if over is not None else []
    left = [child for child in over.children if child.dep_ == "dobj"] if over is not None else []
    named = [token for token in (*noun.subtree, *near, *_behind(noun, verb)) if _is_place(passage, token)]
    return next((token for token in (*named, *left) if token in named or place_at(passage, token)), None)


def _behind(noun: Token, verb: Token) -> list[Token]:
    """The clause of an occasion that is told in a sentence before: "In Chad the drills go on. They will end in May"."""
    return list(noun.head.subtree) if noun.sent != verb.sent else []


def is_clause_of_time(verb: Token) -> bool:
    """Whether a clause says when another's deed is done: "they will go home when the drills end"."""
    marks = (child.lower_ for child in verb.children if child.dep_ in ("advmod", "mark"))
    return verb.dep_ == "advcl" and any(mark in ("when", "once", "after", "until", "before") for mark in marks)


def days_of(passage: Passage, verb: Token, head: Token) -> Iterator[Expression]:
    """The days that hang on a verb or on the noun; those that are joined ("on 9 and 10 January") are one."""
    last: Expression | None = None
    for day in times_of(passage):
        span = passage.doc.char_span(day.span.start, day.span.end, alignment_mode="expand")
        if day.kind not in ("date", "time") or span is None or (day.value or "").endswith("_REF"):
            continue
        if _is_of_saying(span.root, verb):
            continue
        if not _hangs_on(span.root, verb, head) or (span.root.dep_ == "nummod" and span.root.head.pos_ == "PROPN"):
            continue
        ahead = day.form == "weekday" and (span.root.head.lower_ == "for" or _is_new_day(span.root, verb))
        if verb.lemma_ in listed("called") and span.root.head.lower_ != "for":
            continue
        if last is not None and passage.report.text[last.span.end : day.span.start].strip() == "and":
            last = _joined(last, day)
            continue
        if last is not None:
            yield last
        last = replace(day, direction="future") if ahead else day
    if last is not None:
        yield last


def _is_new_day(day: Token, verb: Token) -> bool:
    """Whether a day is the one to which an occasion is moved: "was put back to Monday"."""
    return with_particle(verb) in listed("moved") and day.head.lower_ in ("to", "until", "till")


def _joined(first: Expression, last: Expression) -> Expression:
    """ "9 and 10 January" as one stretch of days; the first day where the two are of other kinds."""
    if first.form != "partial" or last.form != "partial":
        return first
    span = replace(first.span, end=last.span.end)
    return replace(last, span=span, said=f"{first.said} and {last.said}", value=f"{first.value}..{last.value}")


def _hangs_on(token: Token, verb: Token, head: Token) -> bool:
    """Whether a day is that of the occasion: it hangs on the noun, on its own clause of planning, or on the verb.

    The day that hangs on calling it off is that of the calling off; the new day of what is moved follows "to" or "until".
    """
    plan = arranger(verb)
    for over in (token, *token.ancestors):
        if over.i == head.i or (plan is not None and over.i == plan.i):
            return True
        if _has_its_own(over, token, head):
            return False
        if over.i == verb.i:
            changed = with_particle(verb) in listed("moved") | listed("cancelled")
            return not changed or any(one.lower_ in ("to", "until", "till") for one in token.ancestors)
        if over.pos_ in ("VERB", "AUX") and not is_plan(over, head) and not _is_due_with(token, over, verb):
            return False
    return False


def _is_of_saying(day: Token, verb: Token) -> bool:
    """Whether a day before the subject of what was said is that of the saying: "said on Monday he would hold a vote"."""
    who = subject(verb, 1) if verb.dep_ == "ccomp" else None
    if who is None or not verb.head.i < day.i < who.i:
        return False
    return not any(child.dep_ == "mark" and child.i < day.i for child in verb.children)


def _has_its_own(noun: Token, day: Token, head: Token) -> bool:
    """ "A call on Monday, in continuation of their summit of 3 May": whether a day is that of another occasion."""
    part = noun.head.lower_ == "of" and noun.head.head.i == head.i  # "the round of talks of 3 May"
    return day.head.lower_ == "of" and day.head.head.i == noun.i and noun.lemma_.lower() in acts() and not part


def _is_due_with(day: Token, inner: Token, verb: Token) -> bool:
    """Whether a day that the parser hangs on a verb inside a plan is the plan's.

    Behind a purpose it is the last day: "will widen its powers to impose sanctions by 10 June". A bare participle has no
    day of its own: "will give Chad written answers next week".
    """
    if inner.head.i != verb.i:
        return False
    helpers = [child for child in inner.children if child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass")]
    to = [child.lower_ for child in helpers] == ["to"]
    return (to and inner.dep_ in ("advcl", "xcomp") and day.head.lower_ == "by") or (
        inner.tag_ == "VBN" and inner.dep_ == "ccomp" and not helpers
    )


def _border(passage: Passage, day: Expression, after: Expression) -> int:
    """Where the one stop ends and the next begins: at the last comma or "and" between their days."""
    between = passage.doc.char_span(day.span.end, after.span.start, alignment_mode="expand")
    joints = [t.i for t in between if t.dep_ in ("cc", "punct")] if between is not None else []
    if joints:
        return int(joints[-1])
    return int(between.start) if between is not None else 0


def _is_place(passage: Passage, token: Token) -> bool:
    """Whether a token is the place of "in Oslo", "on the territory of Chad"."""
    over = token.head
    while over.lower_ == "of" and over.head.head.lower_ == "of":  # the Republic of Belarus
        over = over.head.head
    ground = over.lower_ == "of" and over.head.lemma_ in ("territory", "soil") and over.head.head.lower_ == "on"
    first = over
    while first.dep_ == "conj" and first.head.pos_ == "ADP":  # "flies to Doha on Monday and to Riyadh on Tuesday"
        first = first.head
    goes = first.head.lemma_.lower()
    aim = (over.lower_ == "to" and goes in listed("visits") | listed("travel")) or (
        over.lower_ == "for" and goes in listed("leaves")
    )
    there = over.lower_ in ("in", "at", "near") or ground or aim
    return token.dep_ == "pobj" and there and bool(place_at(passage, token))


def place_at(passage: Passage, token: Token | None) -> tuple[Actor, ...]:
    if token is None:
        return ()
    found = actors_at(passage, token) or named_place(passage, token) or _ground(passage, token)
    if token.head.lower_ == "to":  # who comes to a capital comes to the city
        found = named_place(passage, token) or found
    return tuple(actor for actor in found if actor.kind in ("place", "state"))


def _ground(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """A place that is called after another: "the Kaweni range"."""
    names = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i < noun.i]
    if noun.pos_ != "NOUN" or not names or noun.lemma_.lower() not in listed("grounds"):
        return ()
    name = passage.report.text[names[0].left_edge.idx : noun.idx + len(noun)]
    return (Actor(f"place:{'-'.join(name.lower().split())}", name, "place"),)
