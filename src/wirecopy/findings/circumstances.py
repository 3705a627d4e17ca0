"""The circumstances of a figure: whose, where, as of when, and how sure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from wirecopy.findings.counted import governor, listed
from wirecopy.findings.numbers import Number
from wirecopy.findings.owners import relative_of
from wirecopy.language.clauses import is_naming
from wirecopy.language.frames import frame_of
from wirecopy.model import Expression, Passage, Status
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_SINCE = re.compile(
    r"\b(?:since|before|prior\s+to|ahead\s+of|so\s+far|(?:up|down|points?)\s+from|than(?:\s+in)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\bas of (?:late |early )?$", re.IGNORECASE)
_YEAR = re.compile(r"[12]\d{3}")
_RANGES = {"and": "between", "to": "from"}
_MODAL: dict[str, Status] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "conditional",
    "should": "possible", "will": "scheduled", "'ll": "scheduled", "shall": "scheduled", "must": "scheduled",
}  # fmt: skip


def as_of(passage: Passage, tokens: Tokens, number: Number) -> Expression | None:
    """The nearest date of the number's own clause or of one above it; one inside another clause dates that.

    Else the day on which the narrative has it given. None of what a value was before it changed on that day.
    """
    if is_former(tokens):
        return None
    sentence, verb = tokens.root.sent, governor(tokens.root)
    above = {verb.i, *(up.i for up in verb.ancestors)} if verb is not None else set()
    near: list[tuple[bool, int, Expression]] = []
    for e in passage.expressions:
        if e.kind not in ("date", "time") or not sentence.start_char <= e.span.start < sentence.end_char:
            continue
        if _SINCE.search(passage.report.text, max(0, e.span.start - 12), e.span.start):
            continue  # from when on it was counted, not for when
        words = passage.doc.char_span(e.span.start, e.span.end, alignment_mode="expand")
        over = governor(words.root) if words is not None else None
        if over is not None and over.dep_ == "acl" and over.head.dep_ == "pobj":  # in a speech given on Friday
            over = governor(over.head)
        if over is not None and (
            is_naming(over) or _is_source(over) or (over.head == tokens.root and over.dep_ == "acl")
        ):
            over = governor(over)  # in a poll that came out on Friday; killed as of Friday
        explicit = _AS_OF.search(passage.report.text, max(0, e.span.start - 12), e.span.start) is not None
        behind = over is not None and over.dep_ == "conj" and over.head.i in above and over.lemma_ in listed("giving")
        free = over is None or verb is None or explicit or behind  # "They have fled, Okello wrote on Monday"
        if (free or (over is not None and (over.i in above or over == relative_of(tokens)))) and not (
            e.span.start < number.end and number.start < e.span.end
        ):
            joined = over is not None and verb is not None and over in verb.conjuncts  # of the deed told before it
            near.append((joined, abs(e.span.start - number.start), e))
    nearest = min(near, key=lambda n: n[:2], default=(False, 0, None))[2]
    return _range(passage, nearest) if nearest is not None else _day_given(passage, verb)


def _is_source(verb: Token) -> bool:
    """Does a clause tell when a poll or a list came out, of which the sentence goes on to tell what it shows?"""
    return verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "nsubj" and verb.lemma_ in listed("coming_out")


def _day_given(passage: Passage, verb: Token | None) -> Expression | None:
    """The running day of the story, where somebody is told to have given the number in a sentence without a time."""
    told = [up for up in (verb, *verb.ancestors) if up.pos_ in ("VERB", "AUX")] if verb is not None else []
    if not told or told[-1].lemma_ not in listed("giving"):
        return None
    times = (e.span.start for e in passage.expressions if e.kind in ("date", "time", "set"))
    if any(told[-1].sent.start_char <= start < told[-1].sent.end_char for start in times):
        return None
    return frame_of(passage, told[-1].idx)


def is_former(tokens: Tokens) -> bool:
    """Is it what a value was before it changed: from 9.5 to 20 percent, to 20 percent from 9.5?"""
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    if before is None or before.lower_ != "from":
        return False
    changed = governor(before)
    changes: dict[str, str] = load("figures")["changes"]
    if changed is None or not (changed.lemma_.lower() in changes or changed.lemma_ in listed("setting")):
        return False
    near = (*tokens.doc[max(0, before.i - 8) : before.i], *tokens.doc[tokens.end : tokens.end + 2])
    other = [t for t in near if t.lower_ == "to"]
    return any(c.like_num or c.text == "%" for t in other for c in t.doc[t.i + 1 : t.i + 4])


def _range(passage: Passage, year: Expression) -> Expression:
    """The years "between 2012 and 2015" or "from 2012 to 2015" as one time, of which either is an end; else the time itself."""
    text = passage.report.text
    for first, last in pairwise(e for e in passage.expressions if _YEAR.fullmatch(e.said)):
        joint = text[first.span.end : last.span.start].strip()
        opening = text[: first.span.start].rstrip()[-8:].lower()
        if year not in (first, last) or not opening.endswith(_RANGES.get(joint, "\0")) or first.said >= last.said:
            continue
        span = replace(year.span, start=first.span.start, end=last.span.end)
        return replace(year, span=span, said=text[span.start : span.end], value=f"{first.said}..{last.said}")
    return year


def _is_to(verb: Token) -> bool:
    """Is it the "to go" of "300 are to go"?"""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _complements(token: Token) -> bool:
    """Does a token stand inside what a verb of expecting expects, not beside it?"""
    return token.dep_ in ("dobj", "xcomp", "ccomp", "attr", "acomp", "pcomp", "acl", "nummod") or (
        token.dep_ == "prep" and token.lower_ in ("for", "to", "of", "that")
    )


def _is_sum(verb: Token) -> bool:
    """Does it add up what was told: two more have died, "which would bring the toll to 42"?"""
    told = any(c.dep_ == "nsubj" and c.lower_ in ("which", "that", "this") for c in verb.children)
    tally = any(c.dep_ == "dobj" and c.lemma_.lower() in listed("tallies") for c in verb.children)
    return told and tally and verb.lemma_ in ("bring", "take", "push", "raise", "lift", "put")


def status(token: Token) -> Status:
    """How far what is counted has come about: the first verb above it with a modal, or one of expecting, decides."""
    below = token
    for up in token.ancestors:
        if up.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            below = up
            continue
        if up.pos_ in ("VERB", "AUX"):
            modal = next((c for c in up.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
            if modal is not None and _is_sum(up):
                return "happened"
            if modal is not None:
                return _MODAL.get(modal.lower_, "possible")
            if up.lemma_ == "be" and any(c.dep_ == "xcomp" and _is_to(c) for c in up.children):
                return "scheduled"
            if up.dep_ == "ccomp" and any(t.text in ";:" for t in up.doc[up.i : max(up.i, up.head.i)]):
                return "happened"
            if (
                any(c.lower_ == "to" and c.dep_ == "aux" for c in up.children)
                and up.head.lemma_ == "be"
                and up.dep_ == "xcomp"
            ):
                return "scheduled"
        if up.lemma_.lower() in listed("coming") and _complements(below):
            return "scheduled" if up.lemma_ in ("plan", "agree", "prepare", "due", "set", "ready") else "possible"
        if (
            up.pos_ in ("VERB", "AUX")
            and up.tag_ in ("VBD", "VBP", "VBZ")
            and up.dep_ not in ("xcomp", "ccomp")
            and up.lemma_ != "be"
        ):
            return "happened"
        if (
            up.pos_ in ("VERB", "AUX")
            and up.tag_ in ("VBD", "VBP", "VBZ")
            and up.dep_ == "ccomp"
            and up.head.lemma_ not in listed("coming")
        ):
            return "happened"
        below = up
    return "happened"
