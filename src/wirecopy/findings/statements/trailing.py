"""What a reporter adds behind a paraphrase, which nobody said: "denied that it will attack | as the talks ended"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.model import Attribution, Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset({"as", "while", "when"})
_PRESENT = frozenset({"VBZ", "VBP"})
_AHEAD = frozenset({"will", "can", "may", "'ll", "’ll"})
_LEAST = 3  # tokens that must be left of what was said
# ", a day after …", ", hours before …" up to the end: when it was said, told against something else.
_TIMED = re.compile(
    r",\s(?:just |only |barely )?(?:an?|one|two|three|four|five|six|several|some)?\s?(?:minutes?|hours?|days?|weeks?|months?)"
    r"\s(?:after|before)\s[^,;]*\Z"
)


def own_words(passage: Passage, said: Attribution) -> Attribution:
    """A paraphrase without the clause behind it that only tells when it was said; anything else as it is.

    A clause with "as", "while" or "when" is the reporter's where it is in the past and what was said is not. Quotations
    are their speakers' own to the end.
    """
    said = _without_others(passage, said)
    if said.form != "indirect":
        return said
    last = said.words[-1]
    words = passage.words(last)
    timed = _TIMED.search(words)
    end = last.start + timed.start() if timed else _clause_start(passage, last)
    if end is None or len(passage.report.text[last.start : end].split()) < _LEAST:
        return said
    end = last.start + len(passage.report.text[last.start : end].rstrip(" ,"))
    return replace(said, words=(*said.words[:-1], Span(last.report_id, last.start, end)))


def _without_others(passage: Passage, said: Attribution) -> Attribution:
    """What was said without a clause at its end that tells another's words: "…, which Chad's envoy called “a farce”"."""
    last = said.words[-1]
    if said.form == "direct":
        return said
    for other in passage.attributions:
        if other.cue is None or other.speaker == said.speaker or not last.start < other.cue.start < last.end:
            continue
        run = passage.doc.char_span(other.cue.start, other.cue.end, alignment_mode="expand")
        verb = run.root if run is not None else None
        if verb is None or verb.dep_ != "relcl" or verb.left_edge.tag_ not in ("WDT", "WP") or verb.left_edge.i == 0:
            continue
        comma = verb.left_edge.nbor(-1)
        reaches = verb.right_edge.idx + len(verb.right_edge) >= last.end - 2
        if comma.text == "," and reaches and len(passage.report.text[last.start : comma.idx].split()) >= _LEAST:
            return replace(said, words=(*said.words[:-1], Span(last.report_id, last.start, comma.idx)))
    return said


def _clause_start(passage: Passage, last: Span) -> int | None:
    """Where a clause in the past begins that goes on to the end of words in the present."""
    run = passage.doc.char_span(last.start, last.end, alignment_mode="expand")
    if run is None:
        return None
    for mark in run:
        if mark.lower_ in _MARKS and mark.i > run.start and mark.head.i > mark.i and _is_past(mark.head):
            told = next((token for token in run if _is_finite(token) and token.i < mark.i), None)
            reaches = mark.head.right_edge.i >= run.end - 2
            if told is not None and reaches and _is_present(told) and _has_subject(mark.head):
                return int(mark.idx)
    return None


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" and c.dep_ in ("aux", "auxpass") for c in verb.children)


def _is_finite(token: Token) -> bool:
    return token.tag_ in (*_PRESENT, "VBD", "MD")


def _is_present(token: Token) -> bool:
    return token.tag_ in _PRESENT or token.lower_ in _AHEAD


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
