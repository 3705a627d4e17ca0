"""The sentences of reports as anchors are looked for in them (`anchors`): what each names, and which time it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from wirecopy import words
from wirecopy.judgements.weights import TELLING, Worded
from wirecopy.model import Expression, Mention, Read
from wirecopy.moments.likely import new_year_ahead

# What is to come "early" in a month lies in its first half.
EARLY = 15
MONTH = re.compile(r"XXXX-(\d\d)(?:/(\w+))?$")
DESIGNATION = re.compile(r"\b([A-Z]{1,4})-?(\d{1,4})s?\b")
AMOUNT = re.compile(r"(\d[\d.,]*\d|\d)[\s-]?(thousand|million|billion|m|bn)\b", re.I)
SCALES = {"m": "million", "bn": "billion"}
# Characters of a sentence that a reason quotes.
LONGEST = 70


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, with the one before it, its telling stems and those it names, the things it names by number, its times."""

    report_id: str
    path: str
    start: int
    text: str
    before: str
    terms: frozenset[str]
    things: frozenset[str]
    times: tuple[Expression, ...]


def lines_of(read: Read, own: Worded) -> Iterator[Line]:
    """The sentences of a report as anchors are looked for in them."""
    text, before = read.report.text, ""
    for sentence in own.sentences:
        start, end = sentence.start, sentence.end
        named = {m.actor.id for m in read.mentions if m.actor and start <= m.span.start < end}
        telling = {stem for stem in sentence.stems if own.terms[stem] > TELLING}
        times = tuple(e for e in read.expressions if start <= e.span.start < end)
        said = text[start:end]
        terms, things = frozenset(telling | named), frozenset(_things(said))
        yield Line(read.report.id, read.report.path, start, said, before, terms, things, times)
        before = said


def _things(text: str) -> Iterator[str]:
    """What a sentence names by number: designations ("F-16"), and amounts with their scale ("$200million")."""
    for match in DESIGNATION.finditer(text):
        yield f"{match[1]}{match[2]}".lower()
    for match in AMOUNT.finditer(text):
        scale = match[2].lower()
        yield f"{match[1].replace(',', '')} {SCALES.get(scale, scale)}"


def actors_of(read: Read, line: Line) -> list[Mention]:
    """The mentions in a sentence of which it is known who is meant."""
    end = line.start + len(line.text)
    return [m for m in read.mentions if m.actor and line.start <= m.span.start < end]


@cache
def _stage_words() -> Mapping[str, re.Pattern[str]]:
    stages = words.load("times")["stages"]
    return {stage: re.compile(rf"\b(?:{'|'.join(told)})\b", re.I) for stage, told in stages.items()}


def stage(line: Line) -> str | None:
    """Whether a sentence, else the one before it, tells of something on its way or of something done; None for both."""
    for text in (line.text, line.before):
        found = [stage for stage, pattern in _stage_words().items() if pattern.search(text)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _months(line: Line) -> list[re.Match[str]]:
    """The months to come that a sentence names without a day."""
    return [found for e in line.times if e.direction == "future" and (found := MONTH.match(e.value or ""))]


def is_vague(line: Line) -> bool:
    return bool(_months(line)) or new_year_ahead(line.text)


def foresees(line: Line, day: date) -> bool:
    """Does a sentence foresee something for the month of a day, or for the new year?"""
    if day.month == 1 and new_year_ahead(line.text):
        return True
    return any(int(m[1]) == day.month and (m[2] != "START" or day.day <= EARLY) for m in _months(line))


def quoted(text: str) -> str:
    """The beginning of a sentence in quotation marks, cut at a word."""
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(' ', 1)[0] + ' …'}”"
