"""Which way a weekday or a partial date points, by the tense and mood of the verb that it stands with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from wirecopy import words
from wirecopy.language.clauses import verb_of
from wirecopy.language.days.said_in import cue_of
from wirecopy.model import Expression
from wirecopy.moments.twice import told_twice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A chain of heads is followed so far; broken parses of hostile text are deep.
STEPS = 12
OPEN_FORMS = ("weekday", "partial", "offset", "absolute")


def directed(doc: Doc, expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions with `direction` set where the words left it open and the governing verb shows it.

    "Will speak on Thursday" and "scheduled for Jan. 10" point to the future, "spoke on Thursday" to the past; "last" and
    "next" were read by the grammar and stand. Expressions that need no direction come back as they are.
    """
    starts: list[int] | None = None
    found: list[Expression] = []
    for expression in expressions:
        if expression.direction is None and expression.form in OPEN_FORMS and expression.count is None:
            if starts is None:
                starts = [token.idx for token in doc]
            index = bisect_right(starts, expression.span.start) - 1
            token = _head(doc, max(index, 0), expression.span.end) if starts else None
            expression = replace(expression, direction=_way(token, expression.form) if token is not None else None)
        found.append(expression)
    return told_twice(found)


@cache
def _cues() -> dict[str, frozenset[str]]:
    listed: dict[str, Any] = words.load("times")["tense"]
    return {name: frozenset(entries) for name, entries in listed.items()}


def _head(doc: Doc, first: int, end: int) -> Token:
    """The token of an expression whose head lies outside it."""
    token = doc[first]
    for _ in range(STEPS):
        if token.head.i == token.i or token.head.i < first or token.head.idx >= end:
            break
        token = token.head
    return token


def _way(token: Token, form: str) -> str | None:
    """The direction that the verb shows on which a day hangs, or of which it is: "said in a speech on Monday"."""
    verb = verb_of(token)
    return "past" if verb is not None and cue_of(token, verb) is not None else _direction(token, form)


def _direction(token: Token, form: str) -> str | None:
    cues = _cues()
    if form == "absolute":  # "opens on Monday" looks ahead; "opens with the vote of 4 March 2018" does not
        cues = cues | {"timetable": frozenset()}
    if _announced(token, cues) or _moved_to(token, cues):
        return "future"
    inner = token
    for _ in range(STEPS):
        way = _noun_way(token, inner, cues) or (_verb_way(token, cues) if token.pos_ in ("VERB", "AUX") else None)
        if way:
            return None if way == "open" else way
        if token.head.i == token.i:
            return None
        if (
            token.pos_ == "NOUN" and token is not inner
        ):  # "the call on Thursday comes after …" tells nothing of Thursday
            cues = cues | {"timetable": frozenset()}
        inner, token = token, token.head
    return None


def _announced(token: Token, cues: dict[str, frozenset[str]]) -> bool:
    """Whether "scheduled for", "due on" and the like stand right before the date, whatever the parse makes of them."""
    before = token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i]
    return len(before) == 2 and before[1].lower_ in ("for", "on", "by") and before[0].lower_ in cues["announced"]


def _moved_to(day: Token, cues: dict[str, frozenset[str]]) -> bool:
    """Whether a day is that to which something is put off: "was postponed to Thursday"."""
    verb = day.head.head
    return day.dep_ == "pobj" and day.head.lower_ == "to" and _changes(verb, cues)


def _changes(verb: Token, cues: dict[str, frozenset[str]]) -> bool:
    """Whether a verb takes something off the diary or moves it: "called off", "postpone"."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), None)
    lemma = verb.lemma_.lower()
    return (f"{lemma} {particle}" if particle else lemma) in cues["changed"]


def _noun_way(token: Token, inner: Token, cues: dict[str, frozenset[str]]) -> str | None:
    """What prepositions, nouns and relative clauses on the way to the verb tell."""
    lower = token.lower_
    if lower in cues["until"] or lower in cues["since"]:
        return "future" if lower in cues["until"] else "past"
    if inner.dep_ in ("poss", "compound", "nummod", "nmod") and token.pos_ == "NOUN":
        if token.dep_ in ("dobj", "nsubjpass") and _changes(token.head, cues):
            return "future"  # what is called off has not been yet
        return "future" if lower in cues["plans"] or _ahead(token, cues) else "open"
    if token.pos_ in ("NOUN", "PROPN"):
        for child in token.children:
            if child.dep_ in ("relcl", "acl") and child.i != inner.i:
                return _verb_way(child, cues)
        if lower in cues["plans"]:
            return "future"
    return None


def _verb_way(verb: Token, cues: dict[str, frozenset[str]]) -> str | None:
    """The direction that a verb's form shows: future, past, "open" where it shows none, or None to look further up."""
    if any(child.dep_ == "mark" and child.lower_ in cues["condition"] for child in verb.children):
        return None  # "would close it if the ban was not lifted by Friday": the main clause tells
    if any(child.dep_ == "acomp" and child.lower_ in cues["announced"] for child in verb.children):
        return "future"  # "is due in Lima on Monday"
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    spoken = {child.lower_ for child in helpers}
    if "would" in spoken and any(child.dep_ == "neg" for child in verb.children):
        return "open"  # "on Friday he would not answer" refuses then, more often than it looks ahead
    if spoken & cues["future"]:
        return "past" if "have" in spoken and not spoken & cues["will"] else "future"
    if verb.lower_ in cues["future"]:
        return "future"
    if "to" in spoken and (verb.tag_ == "VB" or ("be" in spoken and "have" not in spoken)):  # "is to be held on Friday"
        return _infinitive(verb, cues)
    if verb.lemma_.lower() in cues["scheduled"] and verb.tag_ == "VBN" and not _perfect(helpers):
        return "future"
    rung = any(child.dep_ == "dobj" and child.pos_ in ("PROPN", "PRON") for child in verb.children)  # "had called her"
    if verb.lemma_.lower() in cues["fixed"] and verb.tag_ in ("VBN", "VBD") and _perfect(helpers) and not rung:
        return "future"
    if verb.lemma_.lower() in cues["arranged"] and any(child.dep_ == "dobj" for child in verb.children):
        return "future"  # "planned a march on Saturday", not "planned for months"
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return "past"
    if verb.tag_ == "VBN":
        return "past" if _perfect(helpers) or not helpers else None
    if verb.tag_ in ("VBZ", "VBP"):
        return "future" if verb.lemma_.lower() in cues["timetable"] else None
    if verb.tag_ == "VBG" and any(child.tag_ in ("VBZ", "VBP") for child in helpers):
        return "future" if verb.lemma_.lower() in cues["timetable"] else None
    return None


def _ahead(noun: Token, cues: dict[str, frozenset[str]]) -> bool:
    """Whether a noun stands behind "ahead of", "before" or "until"."""
    above = [noun.head, noun.head.head]
    return noun.dep_ == "pobj" and any(token.lower_ in cues["ahead"] for token in above)


def _perfect(helpers: Sequence[Token]) -> bool:
    return any(child.lower_ in ("has", "have", "had", "'ve", "’ve") for child in helpers)


def _infinitive(verb: Token, cues: dict[str, frozenset[str]]) -> str | None:
    """An infinitive looks ahead of what governs it: "plans to meet on Friday"; "managed to meet on Friday" looks back."""
    head = verb.head
    lemma = head.lemma_.lower()
    if head.i == verb.i or lemma in cues["scheduled"] or lemma in cues["plans"]:
        return "future"
    if lemma == "be" or head.tag_ in ("VBZ", "VBP", "VBN", "JJ", "NN", "NNS"):
        return "future"
    return None
