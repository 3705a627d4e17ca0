"""Who sits at the other end: to whom words were said that a report tells of a call or of talks between two persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.diary_words import listed
from wirecopy.findings.acts.subjects import subject
from wirecopy.findings.sides.sides import actors_at
from wirecopy.language.actors.who import mention_of
from wirecopy.model import Actor, Passage
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Pair = tuple[int, tuple[Actor, ...]]
SPOKEN = frozenset({"REQUEST", "THREATEN", "AGREE", "ACCUSE"})
NEAR = 3
"""Sentences behind a talk in which "for his part" still means it."""
_KEPT = "wirecopy.across"


def other_end(passage: Passage, verb: Token, maker: Actor, tellers: Iterable[Actor] = ()) -> Actor | None:
    """To whom somebody said what a verb tells, where that was in the one talk of two that the report has told of him.

    Words are of a talk where they are told in the past perfect by somebody else ("an aide said that Paz had offered"), by the
    one who heard them ("according to Berg, Paz gave the assurance"), by what says so ("for her part", "in the call"), or where
    a readout tells of nothing but that talk. None where the report told of him with several, or where the press heard it.
    """
    if maker.kind != "person" or maker.anonymous or _pattern("press").search(verb.sent.text):
        return None
    told_before = (pair for pair in talks(passage) if pair[0] < verb.sent.end_char)
    before = [(at, pair) for at, pair in told_before if maker.id in {one.id for one in pair}]
    others = {one.id: one for _, pair in before for one in pair if one.id != maker.id}
    if len(others) != 1:
        return None
    other = next(iter(others.values()))
    told = {one.id for one in (*tellers, *_tellers(passage, verb.sent))}
    retold = other.id in told or _is_retold(passage, verb, maker) or _is_readout(passage)
    return other if retold or _is_in_talk(passage, verb.sent, before[-1][0]) else None


def heard_by(passage: Passage, trigger: Trigger, who: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whom words reach that name nobody and were said in a talk of two; nobody where the act lies in no words."""
    if trigger.pattern.act not in SPOKEN or len(who) != 1:
        return ()
    found = other_end(passage, trigger.token, who[0])
    return (found,) if found is not None else ()


def talks(passage: Passage) -> tuple[Pair, ...]:
    """Where a report tells of a talk that two persons had with each other, and who they are; kept with the parse."""
    kept = passage.doc.user_data.get(_KEPT)
    if not isinstance(kept, tuple):
        told = ((verb.idx, who) for verb, who in tellings(passage))
        kept = tuple(sorted((*_talks(passage), *told), key=lambda pair: pair[0]))
        passage.doc.user_data[_KEPT] = kept
    return kept


def _talks(passage: Passage) -> Iterator[Pair]:
    for sentence in passage.doc.sents:
        text = sentence.text
        if not _pattern("talked").search(text) or _pattern("ahead").search(text):
            continue
        near = (m for m in passage.mentions if sentence.start_char <= m.span.start < sentence.end_char)
        named = (m.actor for m in near if m.actor and m.actor.kind == "person" and passage.words(m.span)[:1].isupper())
        persons = {actor.id: actor for actor in named}
        sides = {actor.country for actor in persons.values()}
        known = not any(actor.anonymous for actor in persons.values())
        if len(persons) == len(sides) == 2 and None not in sides and known:
            yield sentence.start_char, tuple(persons.values())


def tellings(passage: Passage) -> Iterator[tuple[Token, tuple[Actor, ...]]]:
    """The verbs by which one named person tells another something, with the two."""
    for verb in passage.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in listed("tellings"):
            continue
        doer = subject(verb)
        whom = next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)
        if doer is None or whom is None:
            continue
        who = (*actors_at(passage, doer)[:1], *actors_at(passage, whom)[:1])
        if len({actor.country for actor in who if actor.kind == "person" and not actor.anonymous}) == 2:
            yield verb, who


def _tellers(passage: Passage, sentence: Tokens) -> Iterator[Actor]:
    """On whose word the words of a sentence stand."""
    for one in passage.attributions:
        if any(sentence.start_char <= words.start < sentence.end_char for words in one.words):
            yield from (actor for actor in (one.speaker, *one.said_by) if actor is not None)


def _is_retold(passage: Passage, verb: Token, maker: Actor) -> bool:
    """Whether somebody else tells it in the past perfect: "an aide said that Paz had offered to wait"."""
    for clause in (verb, *verb.ancestors):
        who = subject(clause)
        had = any(child.lower_ in ("had", "’d", "'d") and child.dep_ == "aux" for child in clause.children)
        if had and clause.dep_ in ("ccomp", "conj") and who is not None and _is(passage, who, maker):
            tellings = [up for up in clause.ancestors if up.tag_ in ("VBD", "VBZ")]
            tellers = [teller for up in tellings if (teller := subject(up)) is not None]
            himself = any(_is(passage, teller, maker) for teller in tellers)  # "told a rally that he had demanded"
            return clause.tag_ == "VBN" and bool(tellings) and not himself
    return False


def _is(passage: Passage, who: Token, maker: Actor) -> bool:
    mention = mention_of(passage, who)
    return mention is not None and mention.actor is not None and mention.actor.id == maker.id


def _is_in_talk(passage: Passage, sentence: Tokens, talk: int) -> bool:
    """Whether words say that it was in the talk just told of: "for her part", "in the call", "his counterpart"."""
    at, back = sentence, 0
    while at.start and at.start_char > talk and back <= NEAR:
        at, back = passage.doc[at.start - 1].sent, back + 1
    return back <= NEAR and bool(_pattern("in_talk").search(sentence.text))


def _is_readout(passage: Passage) -> bool:
    """Whether a report is the readout of one talk, by its heading, and nobody but the two is named in it."""
    first = talks(passage)[:1]
    head = passage.report.text[: first[0][0]] if first else ""
    people = {m.actor.id for m in passage.mentions if m.actor and m.actor.kind == "person" and not m.actor.anonymous}
    return bool(_pattern("readout").search(head)) and len(people) == 2


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("hearers")[name], re.IGNORECASE)
