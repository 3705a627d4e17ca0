"""The diary of a report: meetings, exercises and visits that are to be held at a place on a day, or are moved or called off.

`events` finds acts by their verbs and nouns. Here the act is in what is said of an occasion: "the first round will be held
in Oslo on Monday", "he is due in Lima on Monday and in Quito on Tuesday", "the drills would be prolonged".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.frames import conjuncts, is_passive, subject
from wirecopy.findings.lexicon import grammar
from wirecopy.findings.mood import negated
from wirecopy.findings.participants import of_occasion
from wirecopy.findings.sides import actors_at, named_place, speaker_at
from wirecopy.findings.status import FACTS, status
from wirecopy.findings.timing import is_future
from wirecopy.findings.wording import clause_words
from wirecopy.model import Actor, Claim, Event, Expression, Passage, Span, Status, claim
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Stop:
    """A place and a day that a sentence names together, and the tokens from the end of the last stop to the end of this one."""

    place: Token | None
    when: Expression | None
    around: Tokens


Spans = dict[str, tuple[Span, ...]]
Found = tuple[Event, Spans]


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `words/appointments.yml` as a set."""
    return frozenset(load("appointments")[name])


@cache
def _acts() -> dict[str, str | None]:
    """The act of each noun for an occasion."""
    groups: dict[str, list[str]] = load("appointments")["occasions"]
    return {noun: None if act == "other" else act for act, listed_nouns in groups.items() for noun in listed_nouns}


def occasions(act: str) -> frozenset[str]:
    """The nouns (lemmas) for occasions of an act."""
    return frozenset(noun for noun, known in _acts().items() if known == act)


def diary(passage: Passage, told: Sequence[Claim], taken: frozenset[int], rule: str) -> Iterator[Claim]:
    """The claims of a report's diary; `told` are those of its other events, `taken` where their acts' words begin."""
    for token in passage.doc:
        lemma = token.lemma_.lower()
        if lemma in _acts() and token.pos_ in ("NOUN", "PROPN"):
            for event, spans in _occasion(passage, token, token.idx in taken):
                full = event if event.who else replace(event, who=_known(token, event, told))
                if full.who or (full.where and (full.when is not None or full.act == "MOBILIZE")):
                    yield claim(full, spans, rule)
        elif lemma in listed("due") and token.idx not in taken:
            for event, spans in _visits(passage, token):
                yield claim(event, spans, rule)
        elif token.pos_ == "VERB" and token.idx not in taken and not _leads_to(token, taken):
            for event, spans in _deeds(passage, token):
                yield claim(event, spans, rule)


def _leads_to(verb: Token, taken: frozenset[int]) -> bool:
    """Whether the act is told by what a verb governs: "will hold talks", "will fly to Lima for talks"."""
    below = [*verb.children, *(c for child in verb.children if child.dep_ == "prep" for c in child.children)]
    return any(token.idx in taken for token in below)


def _known(noun: Token, event: Event, told: Sequence[Claim]) -> tuple[Actor, ...]:
    """Whose "the call" is: of the talk that the report told last before."""
    if event.act != "CONSULT" or not any(child.lower_ in ("the", "that", "this") for child in noun.children):
        return ()
    before = (one.finding for one in told if one.spans["act"][0].start < noun.idx)
    talks = [event for event in before if isinstance(event, Event) and event.act == "CONSULT" and len(event.who) > 1]
    return talks[-1].who if talks else ()


# ---- meetings and exercises ---------------------------------------------------------------------------------------
def _occasion(passage: Passage, noun: Token, taken: bool) -> Iterator[Found]:
    """What is said of an occasion: when and where it is held, that it is planned, moved or called off.

    Of one that `events` has told already, only the stops behind its first are new.
    """
    for verb in _verbs_of(noun):
        stops = _stops(passage, verb, noun)
        changed = _phrase(verb) in listed("moved") | listed("cancelled")
        if not stops and (changed or _acts()[noun.lemma_.lower()] == "MOBILIZE"):
            stops = (Stop(_site(passage, verb, noun), None, passage.doc[noun.i : noun.i + 1]),)
        for stop in stops[1:] if taken and not changed else stops:
            found = _status(passage, verb, stop.when)
            if found is not None:
                yield _told(passage, noun, verb, stop, found)


def _verbs_of(noun: Token) -> Iterator[Token]:
    """The verbs that tell of an occasion: the one that it is the subject or object of, and those of its own clauses."""
    over = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and over.lemma_ == "be":
        over = next((c for c in over.children if c.dep_ == "xcomp"), over)
    changed = _phrase(over) in listed("moved") | listed("cancelled")
    called = over.lemma_ in listed("called")
    if (noun.dep_ in ("nsubj", "nsubjpass") and (changed or _is_held(over))) or (
        noun.dep_ == "dobj" and (changed or called)
    ):
        yield over
    yield from (c for c in noun.children if c.dep_ in ("relcl", "acl") and _is_held(c))
    yield from (c for c in noun.subtree if c.head.i != noun.i and _is_plan(c, noun))


def _is_plan(clause: Token, noun: Token) -> bool:
    """Whether a clause that the parser hangs on another noun plans it: "the talks with Mali, Chad's foe, that are planned"."""
    return clause.dep_ in ("relcl", "acl") and clause.lemma_ in listed("arranged") and noun in clause.ancestors


def _is_held(verb: Token) -> bool:
    if verb.lemma_ == "take":
        return any(child.lower_ == "place" for child in verb.children)
    return verb.lemma_ in listed("held")


def _phrase(verb: Token) -> str:
    """A verb's lemma with its particle: "call off"."""
    return " ".join([verb.lemma_.lower(), *(child.lower_ for child in verb.children if child.dep_ == "prt")])


def _status(passage: Passage, verb: Token, when: Expression | None) -> Status | None:
    """Whether it is held, to be held, or not; None where that stays open."""
    found, phrase = status(verb), _phrase(verb)
    if phrase in listed("cancelled"):
        return "refused" if found in FACTS else None
    arranged = phrase in listed("arranged") | listed("moved") | listed("called")
    if found in FACTS and (arranged or _is_to_come(passage, verb, when)):
        return "scheduled"
    if found == "possible" and verb.lemma_ == "expect" and is_passive(verb):
        return "scheduled"
    if found == "happened" and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ == "continue":
        return "ongoing"
    return found if found in FACTS or found in ("scheduled", "denied", "refused") else None


def _is_to_come(passage: Passage, verb: Token, when: Expression | None) -> bool:
    """Whether it was still ahead: "once the drills have ended, on 20 May", "would leave when the drills ended"."""
    if verb.dep_ == "advcl" and status(verb.head) not in FACTS:
        return True
    return verb.tag_ != "VBD" and is_future(passage, when)


def _told(passage: Passage, noun: Token, verb: Token, stop: Stop, found: Status) -> Found:
    act = _acts()[noun.lemma_.lower()]
    sides = (*_bodies(passage, stop), *_sides(passage, noun, verb))
    who = {actor.id: actor for actor in sides if act != "MOBILIZE" or not _is_title(actor)}
    event = Event(
        act=act,
        who=tuple(who.values()),
        where=_place(passage, stop.place),
        when=stop.when,
        status=found,
        said_by=speaker_at(passage, noun.idx),
        what=clause_words(passage, verb),
    )
    spans: Spans = {
        "act": (passage.span(noun), passage.span(verb)),
        "when": (stop.when.span,) if stop.when is not None else (),
        "where": (passage.span(stop.place),) if stop.place is not None else (),
    }
    return event, spans


def _sides(passage: Passage, noun: Token, verb: Token) -> tuple[Actor, ...]:
    """Who takes part, by the noun's own phrase; else who calls it off, plans it, or comes for it."""
    plans = (child for child in noun.children if child.dep_ == "relcl" and child.lemma_ in listed("arranged"))
    clauses = (verb, *plans)
    named = tuple(actor for one in clauses for actor in _actors(passage, of_occasion(noun, one)))
    for one in clauses:
        doer = subject(one) if _phrase(one) not in listed("called") else None
        if doer is not None and doer.i != noun.i and doer.tag_ not in ("WDT", "WP"):
            named += _actors(passage, conjuncts(doer))
    comer = subject(noun.head.head) if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    return named or (_actors(passage, conjuncts(comer)) if comer is not None else ())


def _actors(passage: Passage, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    return tuple(actor for token in tokens for actor in actors_at(passage, token) if actor.kind != "place")


def _is_title(actor: Actor) -> bool:
    """Whether a name that nobody knows may be that of the occasion itself: "the exercise Silver Arrow"."""
    return actor.kind in ("organisation", "person") and actor.id.startswith(f"{actor.kind}:")


def _bodies(passage: Passage, stop: Stop) -> tuple[Actor, ...]:
    """The bodies that meet at a stop: "the Council in Oslo", "in Lima in the framework of the League"."""
    start, end = stop.around.start_char, stop.around.end_char
    return tuple(
        m.actor
        for m in passage.mentions
        if m.actor is not None and start <= m.span.start < end and m.actor.kind == "organisation"
    )


# ---- visits -------------------------------------------------------------------------------------------------------
def _visits(passage: Passage, due: Token) -> Iterator[Found]:
    """ "is due in Oslo on Monday and in Lima on Tuesday": a visit a place."""
    verb = due.head if due.pos_ == "ADJ" else due
    if due.pos_ == "VERB" and not is_passive(due):
        return
    doer = subject(verb)
    if doer is None or negated(verb) or any(child.dep_ in ("xcomp", "ccomp") for child in due.children):
        return
    who = _actors(passage, conjuncts(doer))
    for stop in _stops(passage, verb, due) if who else ():
        where = _place(passage, stop.place)
        if where and stop.place is not None and stop.when is not None:
            event = Event(
                act="CONSULT",
                mode="visit",
                who=who,
                where=where,
                when=stop.when,
                status="scheduled",
                said_by=speaker_at(passage, due.idx),
                what=clause_words(passage, verb),
            )
            spans: Spans = {"act": (passage.span(due),), "who": (passage.span(doer),), "when": (stop.when.span,)}
            yield event, spans | {"where": (passage.span(stop.place),)}


# ---- what somebody is to do on a day ------------------------------------------------------------------------------
def _deeds(passage: Passage, verb: Token) -> Iterator[Found]:
    """ "Parliament is expected to vote on Friday", "she would widen her powers by May": no political act, but a day."""
    vague = listed("no_deeds") | listed("held") | grammar("says")
    if verb.lemma_ in vague or _in_headline(passage, verb) or not _is_ahead(verb):
        return
    doer = subject(verb)
    if doer is not None and doer.lower_ in ("it", "this", "that"):
        return  # "it" may as well be a thing that ends on that day
    when = next(_days(passage, verb, verb), None)
    who = _actors(passage, conjuncts(doer)) if doer is not None and when is not None else ()
    if who and doer is not None and when is not None and is_future(passage, when):
        event = Event(
            act=None,
            who=who,
            when=when,
            status="scheduled",
            said_by=speaker_at(passage, verb.idx),
            what=clause_words(passage, verb),
        )
        spans: Spans = {"act": (passage.span(verb),), "who": (passage.span(doer),), "when": (when.span,)}
        yield event, spans


def _in_headline(passage: Passage, token: Token) -> bool:
    """Whether a word stands in a headline, which the first paragraph tells again."""
    return any(b.kind == "headline" and b.start <= token.idx < b.end for b in passage.report.blocks)


def _is_ahead(verb: Token) -> bool:
    """Whether somebody is to do it; what is only expected of somebody is, where the report does not say by whom."""
    bare = verb.tag_ in ("VBG", "VBN", "VBD") and not any(child.tag_ == "MD" for child in verb.children)
    if bare or (verb.tag_ == "VB" and verb.dep_ in ("acl", "advcl")):
        return False
    found = status(verb)
    expected = (
        verb.dep_ == "xcomp" and verb.head.lemma_ == "expect" and is_passive(verb.head) and not negated(verb.head)
    )
    return found == "scheduled" or (found == "possible" and expected)


# ---- places and days ----------------------------------------------------------------------------------------------
def _stops(passage: Passage, verb: Token, head: Token) -> tuple[Stop, ...]:
    """The days of a clause, each with the place that is named beside it: "in Oslo on Monday and in Lima on Tuesday"."""
    days = list(_days(passage, verb, head))
    tokens = sorted({token.i for top in (verb, head) for token in top.subtree})
    stops = []
    start = tokens[0]
    for at, day in enumerate(days):
        end = tokens[-1] + 1 if at + 1 == len(days) else _border(passage, day, days[at + 1])
        around = passage.doc[start:end]
        place = next((t for t in around if _is_place(passage, t)), None) or _site(passage, verb, head)
        stops.append(Stop(place, day, around))
        start = end
    return tuple(stops)


def _site(passage: Passage, verb: Token, noun: Token) -> Token | None:
    """The place beside which an occasion is told: "in Chad, where drills begin", "arrive in Chad for drills"."""
    if any(child.lower_ == "where" for child in verb.children):
        return verb.head
    near = noun.head.head.subtree if noun.dep_ == "pobj" and noun.head.lower_ == "for" else ()
    return next((token for token in near if token.i < noun.i and _is_place(passage, token)), None)


def _days(passage: Passage, verb: Token, head: Token) -> Iterator[Expression]:
    """The days that hang on a verb or on the noun; those that are joined ("on 9 and 10 January") are one."""
    last: Expression | None = None
    for day in passage.expressions:
        span = passage.doc.char_span(day.span.start, day.span.end, alignment_mode="expand")
        if day.kind not in ("date", "time") or span is None or (day.value or "").endswith("_REF"):
            continue
        if not _hangs_on(span.root, verb, head) or (span.root.dep_ == "nummod" and span.root.head.pos_ == "PROPN"):
            continue
        ahead = span.root.head.lower_ == "for" and day.form == "weekday"
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
    for over in (token, *token.ancestors):
        if over.i == head.i:
            return True
        if over.i == verb.i:
            changed = _phrase(verb) in listed("moved") | listed("cancelled")
            return not changed or any(one.lower_ in ("to", "until", "till") for one in token.ancestors)
        if over.pos_ in ("VERB", "AUX") and not _is_plan(over, head):
            return False
    return False


def _border(passage: Passage, day: Expression, after: Expression) -> int:
    """Where the one stop ends and the next begins: at the last comma or "and" between their days."""
    between = passage.doc.char_span(day.span.end, after.span.start, alignment_mode="expand")
    joints = [t.i for t in between if t.dep_ in ("cc", "punct")] if between is not None else []
    if joints:
        return int(joints[-1])
    return int(between.start) if between is not None else 0


def _is_place(passage: Passage, token: Token) -> bool:
    """Whether a token is the place of "in Oslo"."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near") and bool(_place(passage, token))


def _place(passage: Passage, token: Token | None) -> tuple[Actor, ...]:
    if token is None:
        return ()
    found = actors_at(passage, token) or named_place(passage, token) or _ground(passage, token)
    return tuple(actor for actor in found if actor.kind in ("place", "state"))


def _ground(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """A place that is called after another: "the Kaweni range"."""
    names = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i < noun.i]
    if noun.pos_ != "NOUN" or not names or noun.lemma_.lower() not in listed("grounds"):
        return ()
    name = passage.report.text[names[0].left_edge.idx : noun.idx + len(noun)]
    return (Actor(f"place:{'-'.join(name.lower().split())}", name, "place"),)
