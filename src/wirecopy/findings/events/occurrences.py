"""What happened beside politics: robberies, trials, matches, storms, deaths. Events without an act.

A verb in a clause, or a noun that names an occurrence, is one claim each. A report of politics is not to drown in them:
there only what news calls an occurrence (`words/newsworthy.yml`) is told, of somebody who is named, and nothing that
another claim of the report tells already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wirecopy import plover
from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.described import phrase
from wirecopy.findings.acts.frames import frame
from wirecopy.findings.acts.lexicon import NounPattern, VerbPattern
from wirecopy.findings.acts.wording import clause_words
from wirecopy.findings.events.event_parties import is_toll
from wirecopy.findings.named import speaker_at
from wirecopy.findings.sides.participants import parties
from wirecopy.findings.sides.sides import actors_at
from wirecopy.findings.sides.whereabouts import places
from wirecopy.findings.status.status import FACTS, status
from wirecopy.findings.timing.past_or_ahead import is_future, is_historical
from wirecopy.findings.timing.timing import time_of
from wirecopy.language.days.days_beside import day_behind
from wirecopy.language.days.frames import frame_of
from wirecopy.model import Actor, Claim, Event, Expression, Passage, Span, Statement, Status, claim
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "occurrences@3"
ACTS = 2
"""Fewest acts of states of a report of politics …"""
SHARE = 0.05
"""… and fewest for a sentence. In the sample corpus reports of politics have .07 and more, the storm and the match none."""
NONE = "none"  # of `pairs`: a verb that with its noun tells no occurrence
VERB = VerbPattern("", None, None, "any", frozenset(), frozenset({"against", "with"}), False, frozenset())
NOUN = NounPattern("", None, frozenset({"of", "against"}), frozenset({"by"}), frozenset())
TELLING = ("act", "words", "figure", "measure", "action", "condition")
"""Roles of the spans whose words a claim tells."""


def with_occurrences(passage: Passage, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A report's claims, and with them its events that are no political act.

    An act too gets a word, for "police arrested two men" may be told beside "the arrest".
    """
    political = is_political(passage, claims)
    yield from (_worded(passage, one) for one in claims)
    dates = [(one.span.start, one.span.end) for one in passage.expressions]  # "March" is no march
    told = _told(claims, TELLING if political else ("act",)) + dates
    reported = [one for one in claims if isinstance(one.finding, Statement) and one.finding.form == "indirect"]
    grave = _told([one for one in claims if one not in reported], TELLING) + dates
    events = [one.finding for one in claims if isinstance(one.finding, Event)]
    clauses = {one.what for one in events}
    dated = {one.what for one in events if one.status == "scheduled" and one.when is not None}  # stand in a diary once
    for token in passage.doc:
        if not names_occurrence(token) or (political and class_of(token) is None) or _is_told_by_verb(token):
            continue
        deed = political and class_of(token) in _words("deeds")
        if not any(start <= token.idx < end for start, end in (grave if deed else told)):
            trigger = _trigger(token)
            event, spans = _event(passage, trigger, political)
            if political and (is_toll(trigger, event) or _is_subject_now(token)):
                continue
            if worth(event, political) and (deed or event.what not in (clauses if political else dated)):
                yield claim(event, spans, RULE)


def _told(claims: Iterable[Claim], roles: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of text that claims tell, by the roles of their spans."""
    return [(span.start, span.end) for one in claims for role in roles for span in one.spans.get(role, ())]


def _worded(passage: Passage, one: Claim) -> Claim:
    """The claim of an act with the word that names it; of "launched an attack" it is the noun.

    Talks of states and their people have none: the same two meet again and again.
    """
    if not isinstance(one.finding, Event) or one.finding.act is None:
        return one
    if plover.mutual(one.finding.act) and any(actor.country for actor in (*one.finding.who, *one.finding.whom)):
        return one
    found = [passage.doc.char_span(s.start, s.end, alignment_mode="expand") for s in one.spans["act"]]
    tokens = [span.root for span in found if span is not None]
    noun = next((token for token in tokens[1:] if token.pos_ == "NOUN" and names_occurrence(token)), None)
    return replace(one, finding=replace(one.finding, word=word_of(noun or tokens[0]))) if tokens else one


def is_political(passage: Passage, claims: Iterable[Claim]) -> bool:
    """Whether a report tells of politics: of what states and those who stand for them do."""
    acts = sum(1 for one in claims if isinstance(one.finding, Event) and of_states(one.finding))
    return acts >= max(ACTS, SHARE * sum(1 for _ in passage.doc.sents))


def of_states(event: Event) -> bool:
    """Whether an event is an act to which a state, an office or a body with a country is a party."""
    sides = (*event.who, *event.whom)
    bodies = (actor.kind in ("state", "office") or (actor.kind == "organisation" and actor.country) for actor in sides)
    return event.act is not None and any(bodies)


def of_armed(event: Event) -> bool:
    """Whether an event is an act of somebody who bears arms, by his name: an army, rebels, gunmen."""
    return event.act is not None and any(_words("armed") & set(actor.name.lower().split()) for actor in event.who)


def names_occurrence(token: Token) -> bool:
    """Whether a word names an occurrence, by its lemma and part of speech."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        beside = _beside(token)
        if beside is not None:
            return beside != NONE
        verbal = token.dep_ not in ("amod", "aux", "auxpass", "compound", "nmod")
        return verbal and lemma.isalpha() and len(lemma) > 1 and lemma not in _words("silent")
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    misread = pairs().get((lemma, after)) == NONE  # "Khan fires back": the parser takes the verb for a noun
    return token.pos_ in ("NOUN", "PROPN") and lemma in nouns() and token.dep_ != "nmod" and not misread


def worth(event: Event, political: bool) -> bool:
    """Whether an occurrence says something to a reader of politics, or of anything else.

    In politics it is of a class of news, has happened or will, and names somebody; elsewhere what may have happened is told
    in those classes alone ("charged with the murder").
    """
    if political:
        bodies = (actor.kind in ("state", "office") or actor.id in load("deeds")["blocs"] for actor in event.who)
        if event.mode == "accident" and any(bodies):
            return False  # a state that "overturns a principle" or "fires the first round" has no accident
        named = bool(event.who or event.whom) and event.mode in load("newsworthy")["politics"]
        return named and (event.status in FACTS or event.status == "scheduled")
    return event.mode is not None or event.status in FACTS or event.status in ("scheduled", "denied")


@cache
def nouns() -> frozenset[str]:
    """Nouns that name an occurrence."""
    return frozenset(
        (load("occurrences").keys() - _words("left_out")) | {n for part, n in classes() if part == "nouns"}
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("newsworthy")[name])


@cache
def classes() -> Mapping[tuple[str, str], str]:
    """(verbs or nouns, lemma) → the class of news that it belongs to; the first that has it counts."""
    found: dict[tuple[str, str], str] = {}
    for name, parts in load("newsworthy")["classes"].items():
        for part, lemmas in parts.items():
            for lemma in lemmas:
                found.setdefault((part, lemma), name)
    return found


@cache
def pairs() -> Mapping[tuple[str, str], str]:
    """(verb, noun) → the class of news that the verb has with that noun: "appear" before a "court"."""
    lines = ((name, line) for name, listed in load("newsworthy")["pairs"].items() for line in listed)
    return {(verb, noun): name for name, line in lines for verb in line["verbs"] for noun in line["nouns"]}


def _beside(verb: Token) -> str | None:
    """The class of news that a verb has by its object, subject where it has none, particle or a noun behind a preposition."""
    at = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "prt", "advmod", "acomp", "oprd")]
    if not any(child.dep_ == "dobj" for child in verb.children):
        at += [child for child in verb.children if child.dep_ == "nsubj"]
    behind = [child for child in verb.children if child.dep_ == "prep"]
    behind += [inner for child in behind for inner in child.children if inner.dep_ == "prep"]  # "out of the race"
    at += [noun for child in behind for noun in child.children if noun.dep_ == "pobj"]
    return next((kind for one in at if (kind := pairs().get((verb.lemma_.lower(), one.lemma_.lower())))), None)


def class_of(token: Token) -> str | None:
    """The class of news of a word, of some verbs by what stands with them; None where it has none."""
    beside = _beside(token) if token.pos_ == "VERB" else None
    if beside is not None:
        return beside
    return classes().get(("verbs" if token.pos_ == "VERB" else "nouns", token.lemma_.lower()))


def _is_told_by_verb(noun: Token) -> bool:
    """Is a noun the one that makes its verb an occurrence: "the race" that somebody entered?"""
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    over = over.head if noun.dep_ == "pobj" and over.dep_ == "prep" else over
    return noun.dep_ in ("dobj", "pobj", "nsubjpass") and (over.lemma_.lower(), noun.lemma_.lower()) in pairs()


def word_of(token: Token) -> str:
    """The word that an occurrence is known by: its verb, also of a noun that is derived from one ("robbery": rob)."""
    lemma = token.lemma_.lower()
    return lemma if token.pos_ == "VERB" else load("occurrences").get(lemma) or lemma


def _trigger(token: Token) -> Trigger:
    verb = token.pos_ == "VERB"
    return Trigger(token, (token,), VERB if verb else NOUN, frame(token) if verb else None)


def _event(passage: Passage, trigger: Trigger, political: bool) -> tuple[Event, dict[str, tuple[Span, ...]]]:
    """The event that a word names, with its spans; in politics a deed without a day has that of its story."""
    token = trigger.token
    named = parties(trigger)
    who, whom = _actors(passage, named.who), _actors(passage, named.whom)
    where, where_spans = places(passage, trigger)
    when = time_of(passage, trigger)
    found = _status(passage, token, when)
    if political and when is None and found == "happened" and token.tag_ in ("VBD", "VBN"):
        when = day_behind(passage, token) or frame_of(passage, token.idx)
    event = Event(
        act=None,
        mode=class_of(token),
        who=who,
        whom=tuple(actor for actor in whom if actor not in who),
        where=where,
        when=when,
        status=found,
        said_by=speaker_at(passage, token.idx),
        what=clause_words(passage, token),
        word=word_of(token),
    )
    return event, {
        "act": (passage.span(token),),
        "who": tuple(phrase(passage, one) for one in named.who),
        "whom": tuple(phrase(passage, one) for one in named.whom),
        "when": (when.span,) if when is not None else (),
        "where": where_spans,
    }


def _actors(passage: Passage, tokens: Iterable[Token]) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for token in tokens for actor in actors_at(passage, token)}.values())


def _status(passage: Passage, token: Token, when: Expression | None) -> Status:
    """The status of the words; of a day to come what is expected, of one long past historical; what is asked is open."""
    found = status(token)
    if found in FACTS and token.pos_ == "VERB" and _asks(token):
        return "possible"
    if found in FACTS and is_future(passage, when):
        return "scheduled"
    return "historical" if found in FACTS and is_historical(passage, when) else found


def _is_subject_now(noun: Token) -> bool:
    """Whether only a quality of such things is told: "the court's rulings are binding", "a verdict is years away"."""
    over = noun.head
    return noun.pos_ == "NOUN" and noun.dep_ == "nsubj" and over.lemma_ == "be" and over.tag_ in ("VBZ", "VBP")


def _asks(verb: Token) -> bool:
    """ "How many soldiers have died is not known": a clause that asks tells of no occurrence."""
    return verb.doc[verb.left_edge.i].lower_ in ("how", "whether", "what")
