"""What a day of the text hangs on: a verb that the narrative tells, what somebody said, a noun, or nothing that is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from wirecopy.language import clauses
from wirecopy.language.cue_words import is_cue, listed
from wirecopy.language.days.idle_days import compared_at
from wirecopy.language.days.said_in import cue_of
from wirecopy.language.sheet import Sheet
from wirecopy.model import Expression, Moment
from wirecopy.moments.calendar import RANGE
from wirecopy.moments.resolve import known, resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ALMOST_A_WEEK = 6  # days

Level = Literal["told", "content", "noun", "aside", "open"]


class Anchor(NamedTuple):
    """An expression that names a day of the past, and what it hangs on.

    That is what is told; what somebody is said to have said; a noun ("the call on Thursday"); a clause aside ("who came
    on Thursday"); or something that the parse leaves open.
    """

    expression: Expression
    level: Level
    verb: int


def is_day(e: Expression) -> bool:
    """Whether an expression names one day, and none that lies ahead."""
    value = (e.value or "").partition("/")[0]
    if e.direction == "future":
        return False
    if e.form == "offset":
        known_day = e.kind == "date" or (
            bool(e.clock) and e.said.lower() != "overnight"
        )  # "this morning", "last night"
        return e.unit == "day" and known_day and e.count is not None and -3 <= e.count <= 0
    part = (e.value or "").partition("/")[2]
    return (e.form == "weekday" and part in ("", "START", "MID", "END")) or bool(re.match(r"[\dX]{4}-\d\d-\d\d", value))


def is_ahead(published: Moment | None, e: Expression) -> bool:
    """Whether a day lies after that of the report, whatever tense it stands in: "a dividend payable Nov. 22"."""
    meant, printed = known(resolve(e, published)), known(published)
    return meant is not None and printed is not None and meant[0] > printed[1]


def as_meant(published: Moment | None, e: Expression) -> Expression:
    """A bare weekday of which the verb looks ahead, as one of the past where it can only be that: Saturday, told on Sunday."""
    if e.form != "weekday" or e.direction != "future" or e.count:
        return e
    meant, printed = known(resolve(e, published)), known(published)
    over = meant is not None and printed is not None and meant[1] < printed[0]
    return replace(e, direction="past") if over else e


def anchor_of(sheet: Sheet, e: Expression) -> Anchor:
    """An expression with what it hangs on."""
    first = sheet.doc[min(sheet.token_at(e.span.start), len(sheet.doc) - 1)]
    verb, through_noun = clauses.governor(first, e.span)
    if (
        verb is not None and first.dep_ == "nsubj" and verb.lemma_ in ("bring", "see")
    ):  # "Saturday brought new shelling"
        through_noun = False
    if OPENING.fullmatch(sheet.text[first.sent.start_char : e.span.start]) and clauses.is_told(first.sent.root):
        verb, through_noun = (
            first.sent.root,
            False,
        )  # "On Thursday Khan's committee met", where the parse takes both for one name
    if (
        OF_OPENING.fullmatch(sheet.text[first.sent.start_char : e.span.start])
        and sheet.text[e.span.end : e.span.end + 1] == ","
    ):
        through_noun = True
    if compared_at(sheet.text, e) is not None:
        return Anchor(e, "open", -1)
    if verb is None or PLANNED.search(sheet.text, max(0, e.span.start - 8), e.span.start):
        return Anchor(e, "open", -1)
    if is_looking_at(verb):
        return Anchor(e, "open", verb.i)
    if (
        e.direction == "past"
        and AT_OCCASION.match(sheet.text, e.span.end)
        and (over := _over_infinitive(verb)) is not None
    ):
        verb = over
    verb = cue_of(first, verb) or _fitting(e, verb)
    tense = clauses.tense(verb)
    if (
        verb.dep_ == "advcl"
        and (tense == "past" or (tense == "none" and verb.tag_ == "VBN" and clauses.tense(verb.head) == "past"))
        and clauses.is_told(verb.head)
        and not through_noun
        and _is_meanwhile(verb)
    ):
        verb, tense = verb.head, clauses.tense(verb.head)
    if clauses.is_told(verb):
        if _looks_back(verb) or clauses.is_behind(sheet.doc, e.span, verb):
            return Anchor(e, "open", verb.i)
        if tense in ("past", "perfect", "pluperfect"):
            return Anchor(e, "noun" if through_noun else "told", verb.i)
        lasting = through_noun and tense == "present" and e.form == "weekday"  # "the call on Thursday comes as …"
        return Anchor(e, "noun" if lasting else "open", verb.i)
    if tense not in ("past", "pluperfect", "perfect"):
        return Anchor(e, "open", verb.i)
    if clauses.visit_of(verb) is not None and not through_noun:
        return Anchor(e, "told", verb.i)  # "flew to Lima, where he was received on Monday"
    if _is_held(verb):
        return Anchor(e, "noun", verb.i)
    content = verb.dep_ == "ccomp" and clauses.is_told(verb.head) and not through_noun
    return Anchor(e, "content" if content else "open" if _is_described(verb) else "aside", verb.i)


# "On Saturday at a march": the day of who took part.
AT_OCCASION = re.compile(r" (?:at|during|in) (?:an?|his|her|their) ", re.IGNORECASE)


def is_in_content(doc: Doc, verb: int) -> bool:
    """Whether a verb stands in what another one is told to have said."""
    if verb < 0:
        return False
    return any(one.dep_ == "ccomp" and one.i > one.head.i and is_cue(one.head, "clause") for one in doc[verb].ancestors)


def is_stale(published: Moment | None, day: Expression) -> bool:
    """Whether a bare weekday would lie nearly a week before its report: a copy's date is more often that of a first version.

    "On Tuesday", in a report dated on a Monday that was added to on the days after.
    """
    meant, printed = known(resolve(day, published)), known(published)
    bare = day.form == "weekday" and not day.count
    return bare and meant is not None and printed is not None and (printed[0] - meant[1]).days >= ALMOST_A_WEEK


def is_looking_at(verb: Token) -> bool:
    """Whether a clause beside a cue tells what its words are about: "he wrote, referring to events on Monday"."""
    return verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl") and verb.lemma_.lower() in listed("looking_at")


def _over_infinitive(verb: Token) -> Token | None:
    """The verb of a clause whose day stands behind an infinitive: "objected to the plan to close it on Friday at a march"."""
    infinitive = verb.dep_ in ("acl", "xcomp", "advcl") and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in verb.children
    )
    return clauses.verb_of(verb.head) if infinitive else None


def _fitting(e: Expression, verb: Token) -> Token:
    """The verb that a day can hang on, where the parse hangs it on one below.

    "It raised the duty on all it buys there on Saturday": nothing that somebody does always is of one day. "Was seen
    leaving on Sunday": what has no tense has that of the verb over it.
    """
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":  # "were killed by shelling on Saturday"
        verb = verb.head.head
    over, tense = verb.head, clauses.tense(verb)
    always = verb.dep_ == "relcl" and tense == "present" and e.form == "weekday" and e.direction == "past"
    if always and (outer := clauses.verb_of(over)) is not None:
        return outer
    return over if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and clauses.tense(over) == "past" else verb


def _is_described(verb: Token) -> bool:
    """Whether a clause behind a comma describes one of whom the sentence tells more: "the envoy, who came on Friday, said".

    That was not on Friday; but "the envoy, who came on Friday, wants more. He said" goes on from there.
    """
    start = verb.left_edge.i
    if verb.dep_ != "relcl" or start == 0 or verb.doc[start - 1].text != ",":
        return False
    return clauses.tense(verb) == "pluperfect" or clauses.tense(verb.sent.root) == "past"


def _is_held(verb: Token) -> bool:
    """Whether a clause tells when the occasion of its sentence took place: "the talks, which were held on Friday, ended"."""
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "the second round of talks, which was held on Friday"
        noun = noun.head.head
    return (
        verb.dep_ == "relcl"
        and verb.lemma_ in listed("held")
        and noun.dep_ in ("nsubj", "nsubjpass")
        and clauses.tense(verb) == clauses.tense(noun.head) == "past"
        and clauses.is_told(noun.head)
    )


def _is_meanwhile(verb: Token) -> bool:
    """Whether a clause tells what took place at the same time: "as the talks ended on Monday", "when asked on Monday"."""
    return any(c.lower_ in ("as", "while", "when") and c.dep_ in ("mark", "advmod") for c in verb.children)


# What may stand before a day with which a sentence opens, and before one that something is only planned for.
OPENING = re.compile(r"\W*(?:(?:late |early )?on )?", re.IGNORECASE)
# "After two calls with Khan on Sunday, the palace said".
OF_OPENING = re.compile(r"\W*(?:after|before|following|ahead of) [^,;:.]{3,120}? (?:on )?", re.IGNORECASE)
PLANNED = re.compile(r"\bfor (?:the )?$")


# "It was the first meeting since 2019" tells of no other time than that of the meeting.
SINCE = re.compile(r"\b(?:first|last|only|most|\w{2,}est) [^.\n]*\bsince $", re.IGNORECASE)


def is_background(sheet: Sheet, e: Expression) -> bool:
    """Whether an expression on which the narrative itself hangs names another time: "in 2014", "this week", "last met on"."""
    if e.direction == "future" or e.kind != "date" or e.form == "reference":
        return False
    verb, through_noun = clauses.governor(sheet.doc[min(sheet.token_at(e.span.start), len(sheet.doc) - 1)], e.span)
    if is_day(e):
        return verb is not None and _looks_back(verb)
    if SINCE.search(sheet.text, max(0, e.span.start - 120), e.span.start):
        return False
    return verb is not None and not through_noun and clauses.is_told(verb) and clauses.tense(verb) != "future"


def _looks_back(verb: Token) -> bool:
    """Whether a verb tells of an earlier time than the narrative's: "the two last spoke on 9 May"."""
    return verb.i > 0 and verb.nbor(-1).lower_ in ("last", "previously", "earlier")


def is_unclear(sheet: Sheet, e: Expression) -> bool:
    """Whether a day may be one of the past or one ahead: "On Friday he would not answer"."""
    if e.direction != "future" or e.form != "weekday":
        return False
    verb, _ = clauses.governor(sheet.doc[min(sheet.token_at(e.span.start), len(sheet.doc) - 1)], e.span)
    return verb is not None and any(c.lower_ == "would" for c in verb.children)


def is_looking_back(sheet: Sheet, e: Expression) -> bool:
    """Whether a day hangs on a verb in the pluperfect: "from Lima, where on Monday he had sat with the president"."""
    verb, _ = clauses.governor(sheet.doc[min(sheet.token_at(e.span.start), len(sheet.doc) - 1)], e.span)
    return verb is not None and clauses.tense(verb) == "pluperfect"


DAY = re.compile(r"[\dX]{4}-[\dX]{2}-\d\d")


def in_one(expressions: Sequence[Expression], text: str) -> list[Expression]:
    """The expressions, two days that follow each other as one time: "met on 11 and 12 December"."""
    found: list[Expression] = []
    for e in expressions:
        before = found[-1] if found else None
        if before is not None and _follows(before, e) and text[before.span.end : e.span.start] in (" and ", " & "):
            span = replace(e.span, start=before.span.start)
            e = replace(e, span=span, said=text[span.start : span.end], value=f"{before.value}{RANGE}{e.value}")
            found.pop()
        found.append(e)
    return found


def _follows(one: Expression, other: Expression) -> bool:
    """Whether two dates of one month and form are a day and the next."""
    first, last = one.value or "", other.value or ""
    days = DAY.fullmatch(first) and DAY.fullmatch(last) and one.form == other.form and first[:8] == last[:8]
    return bool(days) and int(last[8:]) == int(first[8:]) + 1 and not (one.clock or other.clock)


def plain(e: Expression) -> Expression:
    """The day of an expression that also names a time of day: what follows was not told at that very hour."""
    return replace(e, kind="date", clock=None) if e.clock or e.kind == "time" else e
