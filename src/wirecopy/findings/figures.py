"""Figures: how many, of what, whose, where, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from wirecopy.findings.circumstances import as_of, places, sayers, status, whose
from wirecopy.findings.counted import Counted, counted, governor, involved, listed, tally
from wirecopy.findings.finder import Finder
from wirecopy.findings.numbers import Number, numbers
from wirecopy.findings.parties import Parties
from wirecopy.model import Claim, Figure, Passage, Span, claim
from wirecopy.notes import Notes

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

REACH = 260  # characters that a number without a noun may look back for what it counts: the sentence before, no more


class _Found(NamedTuple):
    number: Number
    tokens: Tokens
    measured: Counted


def find(passage: Passage, notes: Notes) -> Iterable[Claim]:
    """Every number worth a line: of what, bounds, hedge, unit, whose, where, as of when, how sure, who says so."""
    parties = Parties(passage)
    before: _Found | None = None
    dates = [(e.span.start, e.span.end) for e in passage.expressions if e.kind in ("date", "time", "set")]
    for number in numbers(passage.report.text, dates):
        found = _found(passage, number, before)
        if found is None:
            continue
        before = found if found.number.form in ("count", "size", "money") else before
        yield _claim(passage, parties, found)


FINDER = Finder("figures", 1, find)


def _found(passage: Passage, number: Number, before: _Found | None) -> _Found | None:
    """The number with what it counts, or None where it is a name, an idle count or nobody knows of what."""
    tokens = passage.doc.char_span(number.start, number.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    measured = counted(passage.doc, number, tokens)
    if measured and _is_no_measure(tokens, number, measured):
        return None
    if _is_name(tokens, number, measured) or (measured and _is_idle(tokens, number, measured)):
        return None
    if measured is None:
        measured = _borrowed(number, tokens, before)
        if measured is None:
            return None
        if before and before.number.unit and number.unit is None and measured is before.measured:
            number = Number(
                number.start,
                number.end,
                number.low,
                number.high,
                before.number.unit,
                before.number.form,
                number.hedge,
                number.vague,
            )
    return _Found(number, tokens, measured)


def _is_no_measure(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Does nothing stand there that could be counted: a pronoun, a sign, "including", how long somebody talked, a term?"""
    head = measured.head
    if head.pos_ == "PRON" or not any(t.is_alpha or "-" in t.text for t in measured.words) or head in tokens[:-1]:
        return True
    if number.form == "duration":
        term = (number.hedge or "").lower() == "within" and number.unit not in ("min", "h", "s")
        return term or (head.pos_ in ("VERB", "AUX") and head.lemma_.lower() in listed("talking"))
    return head.pos_ in ("VERB", "AUX", "ADP") and head.lemma_.lower() in listed("empty")


def _borrowed(number: Number, tokens: Tokens, before: _Found | None) -> Counted | None:
    """What a number without a noun counts: a tally beside it, else what the last number counted."""
    value = number.high if number.high is not None else number.low
    if number.form != "count" or (value or 0) < 3:
        return None
    found = tally(tokens)
    if found:
        return found
    if before is None or number.start - before.number.end > REACH or not _is_free(tokens):
        return involved(tokens)
    return before.measured


def _is_free(tokens: Tokens) -> bool:
    """Does the number stand alone as an object ("Today it has 1,100."), not in an enumeration or a name?"""
    after = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    ends = after is None or after.is_punct or after.is_space or after.pos_ in ("ADP", "SCONJ", "CCONJ", "ADV", "PART")
    return ends and tokens.root.dep_ in ("pobj", "dobj", "attr", "nsubj", "nsubjpass", "oprd", "acomp")


def _is_name(tokens: Tokens, number: Number, measured: Counted | None) -> bool:
    """Is it part of a name: Nord Stream 2, SEAL Team Six, the five-point plan?"""
    if number.form != "count":
        return False
    doc, first, last = tokens.doc, tokens[0], tokens[-1]
    opening = first.is_sent_start or first.i == 0
    spelled = first.text[0].isalpha()
    if spelled and first.text[0].isupper() and not opening and not number.hedge and not doc[first.i - 1].is_punct:
        return True
    plural = measured is not None and (
        measured.head.tag_ in ("NNS", "NNPS") or measured.head.lower_ in listed("people")
    )
    if not opening and not plural and number.hedge is None:
        previous = doc[first.i - 1]
        if previous.pos_ == "PROPN" and previous.text[0].isupper() and not previous.is_sent_start:
            return True
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    glued = after is not None and after.text.startswith("-") and not last.whitespace_ and not number.vague
    return glued and doc[min(last.i + 2, len(doc) - 1)].lower_ not in ("odd", "strong") and number.hedge != "odd"


def _is_idle(tokens: Tokens, number: Number, measured: Counted) -> bool:
    """Is it too small or too general for a line: two paths, the two leaders, five times, one minister?"""
    if number.form == "duration":
        return tokens.text.lower() in ("one day", "one-day")
    if number.form != "count":
        return False
    value = number.high if number.high is not None else number.low
    if value is None or measured.head.lower_ in listed("never"):
        return True
    if value == 1:
        after = tokens.doc[tokens.end].lower_ if tokens.end < len(tokens.doc) else ""
        return after == "of" or not _in_toll(measured.head)
    if value <= 3 and not number.vague and number.hedge is None and not _weighs(measured.head):
        return True
    before = tokens.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
    if value <= 3 and before in (
        "the",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "both",
        "’s",
        "'s",
        "other",
        "first",
        "last",
    ):
        return True
    return value <= 5 and measured.head.lower_ in listed("idle") and not number.vague


def _weighs(noun: Token) -> bool:
    """Do two or three of them matter: the killed and held, soldiers, ships, missiles?"""
    return noun.lemma_.lower() in listed("weighty") or noun.lower_ in listed("people") or _in_toll(noun)


def _in_toll(noun: Token) -> bool:
    """Is the noun one of the killed, wounded or held?"""
    verb = governor(noun)
    return (verb is not None and verb.lemma_ in listed("toll")) or any(
        c.lemma_ in listed("toll") for c in noun.children
    )


def _claim(passage: Passage, parties: Parties, found: _Found) -> Claim:
    number, tokens, measured = found
    figure = Figure(
        measure=_measure(measured),
        low=None if number.low is None else float(number.low),
        high=None if number.high is None else float(number.high),
        of=whose(parties, number, tokens, measured),
        where=places(parties, tokens),
        hedge=number.hedge,
        unit=number.unit,
        as_of=as_of(passage, tokens, number),
        status=status(tokens.root),
        said_by=sayers(parties, number, tokens, measured),
    )
    spans = {"figure": (Span(passage.report.id, number.start, number.end),), "measure": (passage.span(measured.words),)}
    return claim(figure, spans, FINDER.rule)


def _measure(measured: Counted) -> str:
    """The measure's words in one line."""
    words = " ".join(measured.words.text.split())
    return words.strip(" -–'’\"“”") or words
