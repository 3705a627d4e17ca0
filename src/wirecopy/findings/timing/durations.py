"""How long an act took: the length that its clause, or the sentence beside it, tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wirecopy.findings.acts.acts import Trigger
from wirecopy.findings.acts.diary_words import listed, with_particle
from wirecopy.findings.acts.status_words import words
from wirecopy.findings.timing.hanging import heads_of, nearest
from wirecopy.model import Expression, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

HOURS, MINUTES = re.compile(r"PT(\d+)H"), re.compile(r"PT(\d+)M")


def duration_of(passage: Passage, trigger: Trigger) -> str | None:
    """How long it took, ISO 8601: "a 90-minute call", "the call, which lasted 50 minutes"."""
    heads, noun = heads_of(trigger), trigger.token
    said = (one for child in noun.children if child.dep_ == "relcl" for one in child.children if one.dep_ == "ccomp")
    # "began at noon and lasted two hours", "which he said lasted two hours"
    told = (noun.head, *noun.head.conjuncts, *noun.children, *said)
    lasts = [child for child in told if child.pos_ == "VERB" and child.lemma_ == "last"]
    lasts += [noun.head.head] if is_spent_on(noun) else []
    found = nearest(passage, trigger, heads | {verb.i for verb in lasts}, ("duration",))
    found = found or _measuring(passage, noun) or _told_before(passage, noun) or _until_parted(passage, noun)
    value = _whole(passage, found) if found is not None else None
    return value if value and value.startswith("P") and "X" not in value else None  # "within hours" is no length


def is_spent_on(noun: Token) -> bool:
    """ "spent an hour on a call with Khan", "was on the phone with Khan for an hour": the clause tells when and how long."""
    over = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "in") and over.lemma_ in ("spend", "be")


def _measuring(passage: Passage, noun: Token) -> Expression | None:
    """ "90 minutes of talks", "an hour and a half of tense talks": the length of which the act is the content."""
    between = (
        (one, passage.report.text[one.span.end : noun.idx].split())
        for one in passage.expressions
        if one.kind == "duration" and one.span.end < noun.idx
    )
    return next((one for one, words in between if words[:1] == ["of"] and len(words) <= 3), None)


def _told_before(passage: Passage, noun: Token) -> Expression | None:
    """ "Four hours they sat together. It was the first meeting in years": the length that the sentence before tells."""
    verb = noun.head
    subjects = [child.lower_ for child in verb.children if child.dep_ == "nsubj"]
    if noun.dep_ != "attr" or verb.lemma_ != "be" or subjects not in (["it"], ["this"]) or not noun.sent.start:
        return None
    before = noun.doc[noun.sent.start - 1].sent
    told = [one for one in passage.expressions if before.start_char <= one.span.start < before.end_char]
    lengths = [one for one in told if one.kind == "duration" and _is_of_talking(passage, one)]
    return lengths[0] if len(lengths) == 1 else None


def _until_parted(passage: Passage, noun: Token) -> Expression | None:
    """ "The call began at noon. Fifty minutes later he put down the receiver": the length until they parted."""
    verb = noun.head
    after = noun.doc[noun.sent.end].sent if noun.sent.end < len(noun.doc) else None
    begun = any(one.lemma_ in listed("begin") for one in (verb, *verb.conjuncts)) and noun.dep_ == "nsubj"
    if after is None or not begun or with_particle(after.root) not in listed("partings"):
        return None
    first = (one for one in passage.expressions if one.kind == "duration" and one.span.start == after.start_char)
    return next((one for one in first if passage.report.text[one.span.end :].lstrip().startswith("later")), None)


def _is_of_talking(passage: Passage, length: Expression) -> bool:
    """Whether a length is that of sitting together: "for an hour the two spoke"."""
    span = passage.doc.char_span(length.span.start, length.span.end, alignment_mode="expand")
    over = span.root.head if span is not None else None
    over = over.head if over is not None and over.pos_ == "ADP" else over
    return over is not None and over.lemma_ in words("talks")


def _whole(passage: Passage, first: Expression) -> str | None:
    """The value of a length with its smaller part, where that is told apart: "an hour and 40 minutes"."""
    hours = HOURS.fullmatch(first.value or "")
    for other in passage.expressions if hours else ():
        between = passage.report.text[first.span.end : other.span.start].strip(" ,")
        minutes = MINUTES.fullmatch(other.value or "")
        if hours and minutes and other.span.start > first.span.end and between == "and":
            return f"PT{hours[1]}H{minutes[1]}M"
    return first.value
