"""The circumstances of a figure: whose, where, as of when, and how sure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from wirecopy.findings.counted import governor, listed
from wirecopy.findings.figures.owners import relative_of
from wirecopy.findings.numbers import Number
from wirecopy.language.clauses import is_naming, is_told
from wirecopy.language.days.frames import frame_of
from wirecopy.language.days.idle_days import compared_at
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
_YEAR, _MONTH = re.compile(r"[12]\d{3}"), re.compile(r"(?:XXXX|[12]\d{3})-\d\d")
_RANGES = {"and": "between", "to": "from"}
_INSIDE = frozenset(("nummod", "compound", "nmod", "amod"))
_MODAL: dict[str, Status] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "conditional",
    "should": "possible", "will": "scheduled", "'ll": "scheduled", "shall": "scheduled", "must": "scheduled",
}  # fmt: skip


def as_of(passage: Passage, tokens: Tokens, number: Number) -> Expression | None:
    """The nearest date of the number's own clause or of one above it; one inside another clause dates that.

    Else the day on which the narrative has it given. None of what a value was before it changed on that day, nor of what a
    thing always has: "missiles with a reach of 900 kilometres, banned in 1990".
    """
    if is_former(tokens) or _is_property(tokens, number) or _is_described(tokens):
        return None
    sentence, verb, noun = tokens.root.sent, governor(tokens.root), _noun(tokens)
    above = {verb.i, *(up.i for up in verb.ancestors)} if verb is not None else set()
    near: list[tuple[bool, bool, int, Expression]] = []
    for e in passage.expressions:
        if e.kind not in ("date", "time") or not sentence.start_char <= e.span.start < sentence.end_char:
            continue
        if _SINCE.search(passage.report.text, max(0, e.span.start - 12), e.span.start):
            continue  # from when on it was counted, not for when
        if number.end <= (compared_at(passage.report.text, e) or 0):
            continue  # "30,000, against 12,000 in January"
        if ";" in passage.report.text[number.end : e.span.start]:
            continue  # "it has 30 tugs; there were 50 in the 1990s"
        words = passage.doc.char_span(e.span.start, e.span.end, alignment_mode="expand")
        over = governor(words.root) if words is not None else None
        if words is not None and verb is not None and over != verb and _is_of_name(words.root):
            continue  # the 1995 accord ended a war in which 100,000 died
        if over is not None and over.dep_ == "acl" and over.head.dep_ == "pobj":  # in a speech given on Friday
            over = governor(over.head)
        if over is not None and ((over.dep_ == "pcomp" and over.head.dep_ == "agent") or _is_setting_of(over, above)):
            over = governor(over)  # killed by shelling on Saturday; the ministers, meeting on Tuesday, agreed
        if over is not None and over.dep_ == "pcomp" and over.head.dep_ == "agent":  # killed by shelling on Friday
            over = governor(over)
        if over is not None and over.tag_ == "VBG" and over.head.dep_ in ("nsubj", "pobj") and is_told(over):
            over = governor(over)  # the ministers, meeting in Oslo on Friday, put 40 on their list
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
            own = words is not None and words.root in noun.subtree
            near.append((joined, not own, abs(e.span.start - number.start), e))
    nearest = min(near, key=lambda n: n[:3], default=(False, False, 0, None))[3]
    return _range(passage, nearest) if nearest is not None else _day_given(passage, verb)


def _is_of_name(time: Token) -> bool:
    """Is it the year in the name of something: the 1995 accord?"""
    return time.dep_ in ("nummod", "compound") and _YEAR.fullmatch(time.text) is not None


def _is_property(tokens: Tokens, number: Number) -> bool:
    """Is it how far or high a thing of its kind is: a reach of between 500 and 900 kilometres?"""
    return number.form == "size" and any(
        up.lemma_.lower() in listed("properties") for up in islice(tokens.root.ancestors, 3)
    )


def _is_described(tokens: Tokens) -> bool:
    """Is it what somebody has who is described beside his name: "the university, the largest with 23 colleges, closed"?"""
    has = next((up for up in tokens.root.ancestors if up.lower_ == "with" or up.pos_ in ("VERB", "AUX")), None)
    way = takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), has.ancestors) if has is not None else ()
    return has is not None and has.lower_ == "with" and any(up.dep_ == "appos" for up in way)


def _noun(tokens: Tokens) -> Token:
    """The noun that a number describes, which may have a day of its own: "the 57-nation forum on 13 May"."""
    noun = tokens.root
    while noun.head.pos_ in ("NOUN", "PROPN") and noun.dep_ in _INSIDE:
        noun = noun.head
    return noun


def _is_setting_of(verb: Token, above: Collection[int]) -> bool:
    """Does it tell how the doers of the number's clause came together: "the ministers, meeting in Lima on Tuesday, agreed"?"""
    doer = verb.head
    aside = verb.dep_ in ("acl", "relcl") and doer.dep_ == "nsubj" and doer.head.i in above
    return aside and verb.i < doer.head.i and verb.lemma_ in listed("convening")


def _is_source(verb: Token) -> bool:
    """Does a clause tell when a poll or a list came out, of which the sentence goes on to tell what it shows?"""
    return verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "nsubj" and verb.lemma_ in listed("coming_out")


def _day_given(passage: Passage, verb: Token | None) -> Expression | None:
    """The running day of the story, where somebody is told to have given the number in a sentence without a time."""
    told = [up for up in (verb, *verb.ancestors) if up.pos_ in ("VERB", "AUX")] if verb is not None else []
    beside = [
        c for up in told[-1:] for c in up.children if c.dep_ == "parataxis"
    ]  # "it had 9,000 men, she said, a force"
    giver = next(iter(beside or told[-1:]), None)
    if giver is None or not (giver.lemma_ in listed("giving") or _gives_number(giver)):
        return None
    times = (e.span.start for e in passage.expressions if e.kind in ("date", "time", "set"))
    if any(giver.sent.start_char <= start < giver.sent.end_char for start in times):
        return None
    return frame_of(passage, told[-1].idx)


def _gives_number(verb: Token) -> bool:
    """Does somebody give "a larger figure", which the number then is?"""
    return verb.lemma_ == "give" and any(
        c.dep_ == "dobj" and c.lemma_.lower() in listed("numbers") for c in verb.children
    )


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
    """The years "between 2012 and 2015", the months "March and April" as one time, of which either is an end; else the time."""
    text = passage.report.text
    for first, last in pairwise(passage.expressions):
        if year not in (first, last):
            continue
        joint = text[first.span.end : last.span.start].strip()
        opening = text[: first.span.start].rstrip()[-8:].lower()
        years = _YEAR.fullmatch(first.said) and _YEAR.fullmatch(last.said) and first.said < last.said
        months = all(_MONTH.fullmatch(e.value or "") for e in (first, last)) and joint in _RANGES
        if months or (years and opening.endswith(_RANGES.get(joint, "\0"))):
            span = replace(year.span, start=first.span.start, end=last.span.end)
            value = f"{first.value}..{last.value}"
            return replace(year, span=span, said=text[span.start : span.end], value=value)
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


def _told_ahead(word: Token) -> Status:
    """How sure what a word of expecting tells is: it is arranged ("due", "planned"), or only expected."""
    return "scheduled" if word.lemma_ in ("plan", "agree", "prepare", "due", "set", "ready") else "possible"


def _awaited(verb: Token, below: Token) -> Status | None:
    """What the subject of a verb is to do: "300 men are due to arrive", "are expected to arrive"; None where it has done so."""
    words = [c for c in verb.children if c.dep_ == "acomp"] if verb.lemma_ == "be" else [verb]
    word = next((w for w in words if w.lemma_.lower() in listed("coming")), None)
    if word is None or below.dep_ not in ("nsubj", "nsubjpass"):
        return None
    passive = word != verb or below.dep_ == "nsubjpass"
    return _told_ahead(word) if passive and any(c.dep_ == "xcomp" and _is_to(c) for c in word.children) else None


def status(token: Token) -> Status:
    """How far what is counted has come about: the first verb above it with a modal, or one of expecting, decides."""
    below = token
    for up in token.ancestors:
        if up.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            below = up
            continue
        if up.pos_ == "VERB" and up.lemma_ in listed("joining") and any(c.tag_ == "VBN" for c in below.children):
            return "happened"  # they will join 1,700 sent earlier
        if up.pos_ in ("VERB", "AUX"):
            modal = next((c for c in up.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
            if modal is not None and _is_sum(up):
                return "happened"
            if modal is not None:
                return _MODAL.get(modal.lower_, "possible")
            if up.lemma_ == "be" and any(c.dep_ == "xcomp" and _is_to(c) for c in up.children):
                return "scheduled"
            if (to_come := _awaited(up, below)) is not None:
                return to_come
            if up.dep_ == "ccomp" and any(t.text in ";:" for t in up.doc[up.i : max(up.i, up.head.i)]):
                return "happened"
            if (
                any(c.lower_ == "to" and c.dep_ == "aux" for c in up.children)
                and up.head.lemma_ == "be"
                and up.dep_ == "xcomp"
            ):
                return "scheduled"
        if up.lemma_.lower() in listed("coming") and _complements(below):
            return _told_ahead(up)
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
