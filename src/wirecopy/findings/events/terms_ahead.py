"""Terms that a report tells: deadlines, and when a truce, a ban or a mandate begins or runs out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirecopy.findings.acts.described import named_place
from wirecopy.findings.acts.diary_words import listed, with_particle
from wirecopy.findings.acts.frames import prepositions_of
from wirecopy.findings.acts.lexicon import grammar
from wirecopy.findings.acts.mood import negated
from wirecopy.findings.acts.nouns import conjuncts
from wirecopy.findings.acts.subjects import deed_of, subject
from wirecopy.findings.acts.wording import clause_words
from wirecopy.findings.events.meetings import Found, sides_of
from wirecopy.findings.events.stops import days_of, place_at
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.noun_parties import of_occasion
from wirecopy.findings.status.status import FACTS, status
from wirecopy.findings.timing.past_or_ahead import is_future
from wirecopy.model import Actor, Event, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token


PLACES = ("place", "state")


def is_term(token: Token) -> bool:
    """Whether a word names what has a last or a first day: a deadline, a truce, a ban, a mandate."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in listed("deadlines") | listed("terms")


def terms(passage: Passage, noun: Token, told: bool) -> Iterator[Found]:
    """ "The deadline is 30 June", "faces a Friday deadline", "the truce expires on Sunday": the day, where it is to come.

    That what the report tells already begins ("the ban takes effect on Monday") is told with it.
    """
    verb = _told_by(noun)
    if verb is None or negated(verb) or (verb.i != noun.i and not _is_sure(verb)):
        return
    if told and _comes_into_force(verb):
        return
    near = dict.fromkeys((verb, noun.head) if noun.dep_ == "nsubj" else (verb,))  # "is to last until Monday at 8 a.m."
    days = (day for one in near for day in days_of(passage, one, noun))
    when = next((day for day in days if is_future(passage, day)), None)
    if when is None:
        return
    event = Event(
        act=None,
        mode=_name(noun, verb),
        who=_whose(passage, noun),
        where=_where(passage, noun),
        when=when,
        status="scheduled",
        said_by=speaker_at(passage, noun.idx),
        what=clause_words(passage, verb),
    )
    words = (noun, verb) if verb.i != noun.i else (noun,)
    yield event, {"act": tuple(passage.span(one) for one in words), "when": (when.span,)}


def _name(noun: Token, verb: Token) -> str:
    """What the day is called: a deadline, a ban that begins, the end of a curfew."""
    name = noun.lemma_.lower()
    ends = with_particle(verb) in listed("term_ends") or _lasts_until(verb)
    return f"end of {name}" if ends and name not in listed("deadlines") else name


def _told_by(noun: Token) -> Token | None:
    """The word that tells of a term: for a deadline the noun itself or its "is"; of a truce that it begins or ends."""
    over = deed_of(noun.head)
    last = noun.lemma_.lower() in listed("deadlines")
    if noun.dep_ in ("nsubj", "nsubjpass"):
        ends = with_particle(over) in listed("term_ends") or _comes_into_force(over) or _lasts_until(over)
        return over if ends or (last and over.lemma_ in ("be", "set")) else noun if last else None
    clause = next((c for c in noun.children if c.dep_ == "relcl" and with_particle(c) in listed("term_ends")), None)
    if clause is not None and subject(clause) is not None:
        return clause
    return noun if last else None


def _lasts_until(verb: Token) -> bool:
    """ "is to last until Monday"."""
    return verb.lemma_ in listed("lasts") and any(child.lower_ in ("until", "till") for child in verb.children)


def _comes_into_force(verb: Token) -> bool:
    """ "takes effect", "comes into force", "enters into force"."""
    below = [*verb.children, *(c for child in verb.children if child.dep_ == "prep" for c in child.children)]
    return verb.lemma_ in ("take", "come", "enter", "go") and any(c.lower_ in ("effect", "force") for c in below)


def _is_sure(verb: Token) -> bool:
    return status(verb) in (*FACTS, "scheduled")


def _where(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """Where it is in force, by its own phrase: "a curfew in Oslo"; else the one place of which the sentence before tells."""
    own = next(iter(prepositions_of(noun).get("in", ())), None)
    if own is not None:
        return place_at(passage, own)
    doc, start = noun.doc, noun.sent.start
    if not start or "\n\n" in doc[start - 1].text:
        return ()
    before = doc[start - 1].sent
    told = {one.span.start for one in passage.mentions if one.actor is not None and one.actor.kind in PLACES}
    sites = {actor.id: actor for token in before if token.idx in told for actor in named_place(passage, token)}
    return tuple(sites.values()) if len(sites) == 1 else ()


def _whose(passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """Whose term it is: by its own phrase, else who sets it or faces it."""
    own = sides_of(passage, of_occasion(noun, noun))
    doer = subject(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ not in grammar("says") else None
    return own or (sides_of(passage, conjuncts(doer)) if doer is not None else ())


def those_before(passage: Passage, verb: Token) -> tuple[Actor, ...]:
    """The several sides of whom the paragraph told before: "Envoys of Chad and Mali parted. … They will meet again"."""
    start = next((b.start for b in passage.report.blocks if b.start <= verb.idx < b.end), verb.sent.start_char)
    at = verb.sent.start - 1
    while at >= 0 and verb.doc[at].idx >= start:
        sentence = verb.doc[at].sent
        doer = subject(sentence.root)
        names = [*conjuncts(doer), *of_occasion(doer, doer)] if doer is not None else []
        found = {actor.id: actor for actor in sides_of(passage, names)}
        if len({actor.country or actor.id for actor in found.values()}) > 1:
            return tuple(found.values())
        at = sentence.start - 1
    return ()
