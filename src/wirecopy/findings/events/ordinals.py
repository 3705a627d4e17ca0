"""Which talk of its kind an event is: "the second time they have spoken in three weeks", "their third call this month"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.counted import governor, listed
from wirecopy.model import Claim, Event, Expression, Passage, claim
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 400  # characters back to the talk that "it was the second time" means, within the paragraph
_POINTING = frozenset(("it", "this", "that"))


@cache
def _nth() -> re.Pattern[str]:
    words, nouns = load("figures")["ordinals"], load("figures")["repeated"]
    return re.compile(
        rf"\b(?P<nth>{'|'.join(words)}|\d{{1,2}}(?:nd|rd|th))\s+(?:[a-z-]+\s+){{0,2}}?(?P<noun>{'|'.join(nouns)})\b"
        r"(?P<rest>[^.!?;]{0,100})",
        re.I,
    )


def with_numbers(passage: Passage, claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those of talks with which one of their kind they are, and in what span, where the report says so."""
    found = list(claims)
    for match in _nth().finditer(passage.report.text):
        span = _span(passage, match)
        token = passage.doc.char_span(match.start("noun"), match.end("noun"), alignment_mode="expand")
        meant = _meant(passage, token.root, found) if span is not None and token is not None else None
        if span is not None and meant is not None:
            meant_one = _dated(passage, meant, found)
            found[found.index(meant)] = _numbered(passage, meant_one, _value(match["nth"]), span)
    return found


def _value(words: str) -> int:
    value: int = load("figures")["ordinals"].get(words.lower()) or int(re.sub(r"\D", "", words))
    return value


def _span(passage: Passage, match: re.Match[str]) -> Expression | None:
    """What the number counts in: in three weeks, this month, since December."""
    text = passage.report.text
    for e in passage.expressions:
        if not match.start("rest") <= e.span.start < match.end("rest"):
            continue
        before = text[match.start("rest") : e.span.start].lower()
        within = re.search(r"\b(?:in|within|over|inside)\s+(?:[a-z]+\s+){0,3}$", before)
        if (e.kind == "duration" and within) or (e.kind == "date" and re.search(r"\bsince\s+$", before)):
            return e
        if e.kind == "date" and e.said.lower().startswith("this "):
            return e
    return None


def _meant(passage: Passage, noun: Token, claims: Sequence[Claim]) -> Claim | None:
    """The talk that is the nth: the one that the noun or its verb tells of, else the last one before "it was"."""
    talks = [c for c in claims if isinstance(c.finding, Event) and c.finding.act == "CONSULT"]
    verb = governor(noun)
    relative = [c for c in noun.children if c.dep_ in ("relcl", "acl")]
    if verb is not None and verb.lemma_ == "be":  # "it was the second time they had spoken" is often parsed so
        relative += [c for c in verb.children if c.dep_ == "ccomp" and c.i > noun.i]
    for token in (noun, *relative, *([verb] if verb is not None else [])):
        told = next((c for c in talks if any(s.start <= token.idx < s.end for s in c.spans.get("act", ()))), None)
        if told is not None:
            return told
    if verb is None or verb.lemma_ != "be" or not _points_back(verb):
        return None
    if noun.lower_ == "time" and not any(c.lemma_ in listed("spoken") for c in relative):
        return None
    before = [c for c in talks if _paragraph(passage, noun.idx) <= c.spans["act"][0].start < noun.idx]
    return max(before, key=lambda c: c.spans["act"][0].start, default=None)


def _paragraph(passage: Passage, at: int) -> int:
    """Where the paragraph begins before the one that a place lies in: "it was the second time" often begins one."""
    starts = sorted(block.start for block in passage.report.blocks if block.start <= at and block.kind == "paragraph")
    return next(iter(starts[-2:]), 0)


def _points_back(verb: Token) -> bool:
    """Is the subject of "was" the talk told before: it, this, the call?"""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "expl")), None)
    return subject is not None and (subject.lower_ in _POINTING or subject.lower_ in listed("repeated"))


def _dated(passage: Passage, one: Claim, claims: Sequence[Claim]) -> Claim:
    """The claim with the day of the talk of the same parties that was told just before: "it was the second time they spoke"."""
    event = one.finding
    if not isinstance(event, Event) or event.when is not None:
        return one
    at = one.spans["act"][0].start
    for before in reversed([c for c in claims if _paragraph(passage, at) <= c.spans["act"][0].start < at]):
        talk = before.finding
        if isinstance(talk, Event) and talk.act == event.act and talk.when and set(talk.who) == set(event.who):
            return claim(replace(event, when=talk.when), {**one.spans, "when": before.spans.get("when", ())}, one.rule)
    return one


def _numbered(passage: Passage, one: Claim, number: int, span: Expression) -> Claim:
    """The claim with its number; the span that the number counts in is not the day of the talk."""
    event = one.finding
    assert isinstance(event, Event)  # noqa: S101 -- the caller passes events
    event = replace(event, number=number, number_in=span)
    if event.when != span:
        return replace(one, finding=event)
    if not span.said.lower().startswith("this "):  # since December, but not in December
        return claim(replace(event, when=None), {**one.spans, "when": ()}, one.rule)
    start = one.spans["act"][0].start
    sentence = next(s for s in passage.doc.sents if s.start_char <= start < s.end_char)
    days = [
        e
        for e in passage.expressions
        if e.kind in ("date", "time") and e != span and sentence.start_char <= e.span.start < sentence.end_char
    ]
    if len(days) != 1:
        return replace(one, finding=event)
    return claim(replace(event, when=days[0]), {**one.spans, "when": (days[0].span,)}, one.rule)
