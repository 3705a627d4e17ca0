"""What is said of a meeting or an exercise: when and where it is held, that it is planned, moved or called off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.acts.diary_words import (
    act_of,
    acts,
    arranges,
    is_changed,
    is_held,
    is_off,
    is_part,
    is_plan,
    listed,
    was_proposed,
    with_particle,
)
from wirecopy.findings.acts.if_clauses import has_condition
from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.nouns import conjuncts
from wirecopy.findings.acts.subjects import deed_of, is_passive, subject
from wirecopy.findings.acts.wording import clause_words
from wirecopy.findings.communiques import issuer
from wirecopy.findings.events.recalled import is_pronoun
from wirecopy.findings.events.stops import Stop, is_clause_of_time, place_at, site_of, stops_of
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.noun_parties import of_occasion
from wirecopy.findings.sides.sides import actors_at, teller
from wirecopy.findings.sides.standins import as_states
from wirecopy.findings.status.status import FACTS, status
from wirecopy.findings.timing.past_or_ahead import is_future
from wirecopy.language.days.frames import frame_of
from wirecopy.model import Actor, Event, Expression, Passage, Span, Status
from wirecopy.moments.twice import BOTH

if TYPE_CHECKING:
    from spacy.tokens import Token

EXERCISE = "exercise"  # the mode of forces that train
Spans = dict[str, tuple[Span, ...]]
Found = tuple[Event, Spans]


def occasion(passage: Passage, noun: Token, taken: bool) -> Iterator[Found]:
    """What is said of an occasion: when and where it is held, that it is planned, moved or called off.

    Of one that `events` has told already, only the stops behind its first are new.
    """
    days: set[tuple[Span, Status]] = set()
    for verb in _verbs_of(noun) if not is_part(noun) else ():
        for event, spans in said_of(passage, noun, verb, taken):
            told = {(day, event.status) for day in spans["when"]}
            if not told & days:
                yield event, spans
            days |= told


def said_of(passage: Passage, noun: Token, verb: Token, taken: bool) -> Iterator[Found]:
    """What one verb says of an occasion, which a pronoun in its own clause may mean."""
    due = _due_before(noun)
    stops = stops_of(passage, verb, noun) or (stops_of(passage, due, due)[:1] if due is not None else ())
    if verb in _taken_off(noun):  # the day for which it had been planned
        stops = (*_foreseen(passage, noun), *stops)
    changed = is_changed(verb)
    if not stops and (changed or verb.lemma_ in listed("accepted") or act_of(noun) == "MOBILIZE"):
        stops = (Stop(site_of(passage, verb, noun), _same_day(passage, noun, verb), passage.doc[noun.i : noun.i + 1]),)
    new = changed or was_proposed(verb)
    for stop in stops[1:] if taken and not new else stops:
        found = _status(passage, noun, verb, stop.when)
        if found is not None:
            yield _told(passage, noun, verb, stop, found)


def _verbs_of(noun: Token) -> Iterator[Token]:
    """The verbs that tell of an occasion: the one that it is the subject or object of, and those of its own clauses."""
    over = deed_of(noun.head) if noun.dep_ in ("nsubj", "nsubjpass") else noun.head
    changed = is_changed(over)
    off = _taken_off(noun)
    yield from off
    called = over.lemma_ in listed("called")
    told = changed or is_held(over) or was_proposed(over)
    if (noun.dep_ in ("nsubj", "nsubjpass") and told and not off) or (
        noun.dep_ == "dobj" and (changed or called or over.lemma_ in listed("holds"))
    ):
        yield over
    yield from _acceptance(noun)
    yield from (c for c in noun.children if c.dep_ in ("relcl", "acl") and is_held(c))
    yield from (c for c in noun.subtree if c.head.i != noun.i and is_plan(c, noun))


def _foreseen(passage: Passage, noun: Token) -> Iterator[Stop]:
    """The stop for which it had been planned, on the nearer day of the name: it is past as often as it is to come."""
    for stop in stops_of(passage, deed_of(noun.head), noun)[:1]:
        bare = stop.when is not None and stop.when.form == "weekday" and stop.when.count is None
        yield replace(stop, when=replace(stop.when, unit=BOTH)) if bare and stop.when is not None else stop


def _same_day(passage: Passage, noun: Token, verb: Token) -> Expression | None:
    """The running day, where what is off had been planned for an hour of it: "that had been planned for the evening"."""
    plans = [child for child in noun.children if child.dep_ in ("relcl", "acl") and arranges(child)]
    hours = any(one.lower_ in listed("hours") for plan in plans for one in plan.subtree)
    return frame_of(passage, verb.idx) if hours else None


def _is_for_press(noun: Token) -> bool:
    """Whether a conference is one for the press."""
    beside = {child.lower_ for child in noun.children if child.dep_ in ("compound", "amod", "nmod")}
    return noun.lemma_.lower() == "conference" and bool(beside & {"press", "news"})


def _taken_off(noun: Token) -> tuple[Token, ...]:
    """The verbs that move or cancel what the first planned: "had been due to open on Monday but were called off"."""
    joined = noun.head.conjuncts if noun.dep_ in ("nsubj", "nsubjpass") else ()
    own = ("nsubj", "nsubjpass")
    bare = (one for one in joined if one.i > noun.head.i and not any(child.dep_ in own for child in one.children))
    return tuple(one for one in bare if is_changed(one))


def _acceptance(noun: Token) -> Iterator[Token]:
    """The verb by which somebody accepts that an occasion be held: "accepted the principle of a summit"."""
    asked = noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "to")
    over = noun.head.head if asked and noun.head.head.lemma_.lower() in listed("proposals") else noun
    if over.dep_ == "dobj" and over.head.lemma_ in listed("accepted") and act_of(noun) == "CONSULT":
        yield over.head


def _hangs(noun: Token) -> bool:
    """Whether an occasion is told with a condition of its own: "a summit, which could be held only if they left"."""
    return any(child.dep_ == "relcl" and has_condition(child) for child in noun.children)


def _status(passage: Passage, noun: Token, verb: Token, when: Expression | None) -> Status | None:
    """Whether it is held, to be held, or not; None where that stays open."""
    found, phrase = status(verb), with_particle(verb)
    if found in FACTS and phrase in listed("accepted") and _hangs(noun):
        return "conditional"
    if phrase in listed("cancelled") or is_off(verb):
        return "refused" if found in FACTS else None
    if found == "conditional" and when is not None and is_clause_of_time(verb):
        return "scheduled"
    arranged = phrase in listed("arranged") | listed("moved") | listed("called") | listed("accepted")
    if found in FACTS and (arranged or was_proposed(verb) or _is_to_come(passage, verb, when)):
        return "scheduled"
    if found == "possible" and ((verb.lemma_ == "expect" and is_passive(verb)) or _partners(verb) or _is_meant(verb)):
        return "scheduled"
    if found == "happened" and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ == "continue":
        return "ongoing"
    return found if found in FACTS or found in ("scheduled", "denied", "refused") else None


def _is_meant(verb: Token) -> bool:
    """Whether it is what somebody aims to do: "they plan to hold a vote in the first week of May"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in listed("intends") and status(verb.head) in FACTS


def _is_to_come(passage: Passage, verb: Token, when: Expression | None) -> bool:
    """Whether it was still ahead: "once the drills have ended, on 20 May", "would leave when the drills ended"."""
    if verb.dep_ == "advcl" and status(verb.head) not in FACTS:
        return True
    return verb.tag_ != "VBD" and is_future(passage, when)


def _told(passage: Passage, noun: Token, verb: Token, stop: Stop, found: Status) -> Found:
    act = act_of(noun)
    drill = act == "MOBILIZE"
    sides = (*(() if drill else _bodies(passage, stop)), *_sides(passage, noun, verb))
    who = {actor.id: actor for actor in sides if not drill or not _is_bare(actor)}
    where = place_at(passage, stop.place)
    if drill and not who and (state := issuer(passage)) is not None:
        who = {state.id: state}  # "the exercise continues", in the words of a ministry's own bulletin
    event = Event(
        act=act,
        mode=_mode(noun, act),
        who=(*who.values(), *(_hosts(noun, tuple(who.values()), where) if drill else ())),
        where=where,
        when=stop.when,
        status=found,
        said_by=speaker_at(passage, noun.idx),
        what=clause_words(passage, verb),
    )
    words = (noun, verb) if noun.sent == verb.sent else (verb, noun)
    particles = (child for child in verb.children if child.lower_ in with_particle(verb).split()[1:])
    spans: Spans = {
        "act": tuple(passage.span(one) for one in (*words, *particles)),
        "when": (stop.when.span,) if stop.when is not None else (),
        "where": (passage.span(stop.place),) if stop.place is not None else (),
    }
    return event, spans


def _mode(noun: Token, act: str | None) -> str | None:
    """What kind of talks or force it is; of what is no political act its own name: a vote, a ceremony."""
    if act is None:
        return noun.lemma_.lower()
    if act == "MOBILIZE":
        return EXERCISE
    return "visit" if noun.lemma_.lower() in listed("visits") else "press" if _is_for_press(noun) else None


def _hosts(noun: Token, who: tuple[Actor, ...], where: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The state on whose ground the troops of one other hold an exercise that is called joint: it takes part."""
    joint = any(child.lower_ == "joint" for child in noun.children)
    hosts = tuple(place for place in where if place.kind == "state")
    abroad = len({actor.country for actor in who}) == 1 and who[0].country not in (None, *(p.country for p in hosts))
    return hosts if joint and abroad and len(hosts) == 1 else ()


def _sides(passage: Passage, noun: Token, verb: Token) -> tuple[Actor, ...]:
    """Who takes part, by the noun's own phrase; else who calls it off, plans it, or comes for it."""
    plans = (child for child in noun.children if child.dep_ == "relcl" and arranges(child))
    clauses = (verb, *plans)
    drill = act_of(noun) == "MOBILIZE"
    # Who proposes a call is told beside it, but need not be all who hold it.
    tellers = (noun,) if was_proposed(verb) else clauses
    owners = (actor for one in tellers for actor in sides_of(passage, of_occasion(noun, one)))
    named = tuple(actor for actor in owners if not (drill and _is_title(actor)))
    named = named or sides_of(passage, [one for inner in _content(noun) for one in of_occasion(inner, inner)])
    for one in clauses:
        doer = subject(one) if with_particle(one) not in listed("called") else None
        thing = doer is not None and is_pronoun(doer) and doer.lower_ not in ("he", "she")
        if doer is not None and doer.i != noun.i and doer.tag_ not in ("WDT", "WP") and not thing:
            named += sides_of(passage, conjuncts(doer)) or teller(passage, doer)
    involved = (
        c for child in noun.children if child.dep_ == "acl" and child.lemma_ == "involve" for c in child.children
    )
    named = named or sides_of(passage, [one for top in involved if top.dep_ == "dobj" for one in conjuncts(top)])
    named = named or as_states(sides_of(passage, _partners(verb)))
    due = _due_before(noun)
    comer = subject(due) if due is not None else _comer(noun, verb)
    return named or (sides_of(passage, conjuncts(comer)) if comer is not None else ())


def _content(noun: Token) -> Iterator[Token]:
    """The talks of "a round of talks between Chad and Mali"."""
    below = (one for child in noun.children if child.lower_ == "of" for one in child.children if one.dep_ == "pobj")
    yield from (one for one in below if one.lemma_.lower() in acts())


def _partners(verb: Token) -> tuple[Token, ...]:
    """Who told whom that both could hold it: "the Chadians had told him that talks could begin in May"."""
    over = verb.head
    able = any(child.dep_ == "aux" and child.lower_ in ("can", "could") for child in verb.children)
    told = verb.dep_ == "ccomp" and over.lemma_ in listed("offers") and able
    whom = [child for child in over.children if child.dep_ in ("dobj", "dative")] if told else []
    who = subject(over) if whom else None
    heard = any(one.lemma_.lower() in grammar("listeners") for one in whom)
    return (*conjuncts(who), *whom) if who is not None and not heard else ()


def _comer(noun: Token, verb: Token) -> Token | None:
    """Who comes for an occasion, takes part in it, leaves when it ends, or announces that it is put off."""
    over = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "for":
        return subject(over)
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and (over.lower_ == "part" or over.lemma_ in listed("joins")):
        return subject(over.head if over.lower_ == "part" else over)
    if is_clause_of_time(verb):
        return subject(verb.head)
    changed = is_changed(verb)
    announced = changed and is_passive(verb) and verb.dep_ == "ccomp" and verb.head.lemma_ in listed("announces")
    return subject(verb.head) if announced else None


def sides_of(passage: Passage, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    return tuple(actor for token in tokens for actor in actors_at(passage, token) if actor.kind != "place")


def _due_before(noun: Token) -> Token | None:
    """ "She had been awaited in Lima on Friday, but the trip was put off": where the trip is told to have been due."""
    over = noun.head
    known = any(child.lower_ in ("the", "his", "her", "their", "that") for child in noun.children)
    if noun.lemma_.lower() not in listed("visits") or not known or over.dep_ != "conj":
        return None
    first = over.head
    told = (first, *(child for child in first.children if child.dep_ == "acomp"))
    return next((one for one in told if one.lemma_.lower() in listed("due") and first.i < noun.i), None)


def _is_title(actor: Actor) -> bool:
    """Whether a name that nobody knows may be that of the occasion itself: "the exercise Silver Arrow"."""
    return actor.kind in ("organisation", "person") and actor.id.startswith(f"{actor.kind}:")


def _is_bare(actor: Actor) -> bool:
    """Whether a group is nobody's: "troops" hold no exercise, whose they are is told elsewhere."""
    return actor.kind == "group" and actor.country is None


def _bodies(passage: Passage, stop: Stop) -> tuple[Actor, ...]:
    """The bodies that meet at a stop: "the Council in Oslo", "in Lima in the framework of the League"."""
    start, end = stop.around.start_char, stop.around.end_char
    return tuple(
        m.actor
        for m in passage.mentions
        if m.actor is not None and start <= m.span.start < end and m.actor.kind == "organisation"
    )
