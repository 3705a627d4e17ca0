"""A report laid out in scenes, its sentences each with the day of its paragraph so far (see `frames`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from wirecopy.language import clauses
from wirecopy.language.cue_words import is_cue, listed
from wirecopy.language.days.idle_days import is_label
from wirecopy.language.days.taken_up import is_at_occasion, is_own_day, takes_up
from wirecopy.language.days.told_days import (
    Anchor,
    anchor_of,
    as_meant,
    in_one,
    is_ahead,
    is_background,
    is_day,
    is_looking_back,
    is_stale,
    is_unclear,
    plain,
)
from wirecopy.language.sheet import Sheet
from wirecopy.model import Expression, Moment, Span
from wirecopy.moments.resolve import known, resolve
from wirecopy.moments.stamps import stamps
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_LEAD = 3  # paragraphs in which a report names its own day
_DATELINE = re.compile(r"[A-Z][A-Z.,/’' -]{2,40}, [^\n]{3,40}? ?[—–-]+ ")

# "Hours earlier Berlin had agreed", "by nightfall": on the day that was told last, also in a new paragraph.
HOURS = re.compile(r"(?:(?:a few |only |some |just )?(?:hours|minutes)|moments|shortly|an hour|earlier that day|later that day)"
                   r"(?: (?:earlier|later|before|after|afterwards|beforehand))?\b"
                   r"|by (?:nightfall|dusk|dawn|daybreak|noon|midday|midnight|sunset|sunrise|evening|the end of the day"
                   r"|the (?:late |early )?(?:morning|afternoon|evening))\b(?! on\b)", re.IGNORECASE)  # fmt: skip

Way = Literal["lead", "away", "none"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its anchors and the day of its paragraph so far.

    `way` tells whether the lead's day may stand where the paragraph has none: yes; no, because the paragraphs before went
    to another day; no, because the paragraph tells of another time.
    """

    start: int
    paragraph: int
    anchors: tuple[Anchor, ...]
    before: Expression | None
    day: Expression | None
    way: Way
    away: Expression | None  # the other day that the text last went to
    live: Expression | None = None  # in a live blog the hour of its entry, on the day of the blog


@dataclass(frozen=True, slots=True)
class Frames:
    """The scenes of a report in order, and the day of its lead."""

    sheet: Sheet
    scenes: tuple[Scene, ...]
    starts: tuple[int, ...]
    lead: Expression | None

    def scene(self, position: int) -> Scene | None:
        """The sentence at a position."""
        at = bisect_right(self.starts, position) - 1
        return self.scenes[at] if at >= 0 else None


def days_between(published: Moment | None, away: Expression, lead: Expression) -> int | None:
    """How many days one day lies before another; without a day of publication weekdays tell, and what counts from now."""
    first, last = known(resolve(away, published)), known(resolve(lead, published))
    if first and last:
        return (last[0] - first[1]).days
    if lead.form == away.form == "weekday":
        last_day, day = ((e.value or "0").partition("/")[0][-1] for e in (lead, away))
        return (int(last_day) - int(day)) % 7
    return int((lead.count or 0) - (away.count or 0)) if away.form == "offset" and is_day(away) else None


def same_day(published: Moment | None, one: Expression, other: Expression) -> bool:
    return one.value == other.value or days_between(published, one, other) == 0


# "Told reporters before the phone call": on that day or an earlier one, and so is what follows.
BEFORE = re.compile(
    r"\b(?:before|ahead of|prior to) (?:the|their|his|her) (?:[\w-]+ ){0,2}(?:call|talks|meeting|conversation|summit)\b",
    re.IGNORECASE,
)


SHORTLY = re.compile(r"\b(?:shortly|just|right|immediately|moments|minutes|hours) $", re.IGNORECASE)


def _is_before(sheet: Sheet, sentence: Tokens) -> bool:
    """Whether what a sentence tells was said before the talks; "agreed to meet before the summit" tells of no such time."""
    found = BEFORE.search(sheet.text, sentence.start_char, sentence.end_char)
    at_once = found is not None and SHORTLY.search(sheet.text, max(0, found.start() - 20), found.start())
    return is_cue(sentence.root, "clause") and found is not None and not at_once


def laid_out(sheet: Sheet) -> Frames:
    told = [e for e in sheet.passage.expressions if e.kind in ("date", "time") and not sheet.quoted(e.span.start)]
    expressions = [as_meant(sheet.passage.report.published, e) for e in in_one(told, sheet.text)]
    body = [b for b in sheet.passage.report.blocks if b.kind == "paragraph"]
    start = body[0].start if body else 0
    published = sheet.passage.report.published
    lead = _lead(sheet, expressions, start)
    scenes: list[Scene] = []
    way: Way = "lead"
    day: Expression | None = None
    away: Expression | None = None
    looked_back: list[Expression] = []
    stamps = _stamps(sheet)
    paragraph, line_end, at = -1, -1, 0
    since = 0  # where the text went to its other day
    lent = False  # the day is that of a flashback, on which only the same ones go on
    for sentence in sheet.doc.sents:
        if sentence.start_char >= line_end:
            paragraph, line_end, day = paragraph + 1, sheet.line(sentence.start_char)[1] + 1, None
            way = "lead" if way == "none" and sentence[0].lower_ not in listed("going_on") else way
        if lent and (day is None or _is_of_another(sentence)):
            day, lent = None, False
        mine: list[Expression] = []
        while at < len(expressions) and expressions[at].span.start < sentence.end_char:
            mine.append(expressions[at])
            at += 1
        anchors = tuple(
            Anchor(e, "open", -1) if is_ahead(published, e) else anchor_of(sheet, e)
            for e in mine
            if is_day(e) and not is_label(sheet.text, e)
        )
        if day is None and not anchors and way == "away" and away is not None:
            if is_own_day(published, away) and takes_up(sheet, sentence, since):
                day = plain(away)
            elif lead is not None and is_at_occasion(sheet, sentence, since):
                day, way, away = lead, "lead", None
        before = day
        last = _last_named(sheet, anchors)
        if last is not None:
            back = _is_told_back(sheet, anchors)
            day = None if back and before is not None else plain(last)
            lent = back and lead is not None and _is_over(published, last, lead)
            way, away = ("lead", None) if lead is not None and same_day(published, last, lead) else ("away", last)
            since = sentence.start_char
        elif lead is not None and any(a.level == "noun" and same_day(published, a.expression, lead) for a in anchors):
            way, away = "lead", None  # "Thursday's call was useful": back at the day of the story
        elif (unclear := next((e for e in mine if is_unclear(sheet, e)), None)) is not None:
            before, day, way, away = None, None, "away", unclear
        elif _is_before(sheet, sentence):
            # "Had said before the talks" only looks back; the next paragraph is on the day of the story again.
            back = clauses.tense(sentence.root) == "pluperfect"
            before, day, way, away = None, None, "none" if back else "away", None
        elif any(is_background(sheet, e) for e in mine) or _is_back_then(sheet, sentence.start_char):
            before, day, way = None, None, "none"
        elif way == "lead" and _is_flashback(sheet, sentence):
            before, day, way = None, _day_of_occasion(sheet, sentence, looked_back), "none"
        looked_back = [e for e in mine if is_day(e) and is_looking_back(sheet, e)] or looked_back
        live = next((hour for start, end, hour in stamps if start <= sentence.start_char < end), None)
        scenes.append(Scene(sentence.start_char, paragraph, anchors, before, day, way, away, live))
    return Frames(sheet, tuple(scenes), tuple(scene.start for scene in scenes), lead)


def _last_named(sheet: Sheet, anchors: tuple[Anchor, ...]) -> Expression | None:
    """The day of the last deed that a sentence tells.

    Of two that hang on one verb the first, unless they are joined: "struck on Friday in revenge for the raid on Monday".
    """
    told = [a for a in anchors if a.level == "told"]
    if not told:
        return None
    same = [a.expression for a in told if a.verb == told[-1].verb]
    joined = " and " in sheet.text[same[0].span.end : same[-1].span.start]
    return same[-1] if joined else same[0]


ENTRIES = 3  # with their hours before them make a live blog


CLOSED = tuple('.!?”"')  # marks with which a line of sentences ends, and no heading


def _stamps(sheet: Sheet) -> list[tuple[int, int, Expression]]:
    """The entries of a live blog, from where to where, with the hour of each: all of its own day.

    An entry is the line of its hour; where that line is only a heading, all up to the next one.
    """
    found = [Span(sheet.passage.report.id, start, end) for start, end in stamps(sheet.text)]
    found = found if len(found) >= ENTRIES else []
    entries: list[tuple[int, int, Expression]] = []
    for span, after in pairwise([*found, None]):
        if span is not None:
            start, end = sheet.line(span.start)
            heads = sheet.text[span.end : end].rstrip()[-1:] not in CLOSED
            stop = end if not heads else after.start if after is not None else len(sheet.text)
            hour = Expression(span, sheet.text[span.start : span.end], "date", "offset", unit="day", count=0)
            entries.append((start, stop, hour))
    return entries


def _is_told_back(sheet: Sheet, anchors: tuple[Anchor, ...]) -> bool:
    """Whether a sentence's last day is that of what had been before: "A day earlier Chad had agreed. Residents said".

    In a paragraph that told another day first, what follows may be of either.
    """
    last = [a for a in anchors if a.level == "told"][-1]
    return last.verb >= 0 and clauses.tense(sheet.doc[last.verb]) == "pluperfect"


def _is_over(published: Moment | None, day: Expression, lead: Expression) -> bool:
    """Whether a day lies before the lead's, so that the text comes back from it without a word."""
    days = days_between(published, day, lead)
    return days is not None and days > 0


def _is_of_another(sentence: Tokens) -> bool:
    """Whether a sentence has a doer of its own, by name or noun: "On Friday the court had ruled. Its president resigned"."""
    doers = [child for child in sentence.root.children if child.dep_ in ("nsubj", "nsubjpass")]
    return bool(doers) and all(doer.pos_ in ("NOUN", "PROPN") for doer in doers)


# "At the talks she had said", "during their joint press conference".
OCCASION = re.compile(
    r"(?:at|in|during|after) (?:the|their|his|her) (?:[\w-]+ ){0,2}(?:conference|briefing|talks|meeting|summit|call|session)\b",
    re.IGNORECASE,
)


def _is_flashback(sheet: Sheet, sentence: Tokens) -> bool:
    """Whether a paragraph begins with what had been said or done before the day of the story: its next sentences may too."""
    opens = sheet.line(sentence.start_char)[0] == sentence.start_char
    hours = HOURS.match(sheet.text, sentence.start_char) is not None
    return opens and not hours and clauses.tense(sentence.root) == "pluperfect" and not sheet.quoted(sentence.root.idx)


def _day_of_occasion(sheet: Sheet, sentence: Tokens, looked_back: list[Expression]) -> Expression | None:
    """The day that the text last looked back to, where a flashback is to an occasion: "At the talks she had said"."""
    return plain(looked_back[-1]) if looked_back and OCCASION.match(sheet.text, sentence.start_char) else None


def _is_back_then(sheet: Sheet, start: int) -> bool:
    """Whether a sentence opens with words for a time long past: "At the time, …"."""
    return sheet.text[start : start + 20].lower().startswith(tuple(load("status")["back_then"]))


def _lead(sheet: Sheet, expressions: list[Expression], start: int) -> Expression | None:
    """The day that the first paragraphs tell of, else the dateline's, else that of a noun in them ("Thursday's call").

    None where the paragraph of that day goes on to another one: then the rest may be of either.
    """
    end = start
    for _ in range(_LEAD):
        end = min(len(sheet.text), sheet.line(end)[1] + 1)
        while end < len(sheet.text) and sheet.text[end] == "\n":
            end += 1
    dateline = _DATELINE.match(sheet.text, start, end)
    first = dateline.end() if dateline else start
    published = sheet.passage.report.published
    near = [e for e in expressions if start <= e.span.start < end and is_day(e) and not is_ahead(published, e)]
    anchors = [anchor_of(sheet, e) for e in near if e.span.start >= first]
    dateline_day = next((e for e in near if e.span.start < first), None)
    told = [a.expression for level in ("told", "content") for a in anchors if a.level == level]
    if told and _goes_on(sheet, told[0], [a.expression for a in anchors if a.level == "told"]):
        return None
    nouns = [a.expression for a in anchors if a.level == "noun"]
    own = _own_day(sheet, [e for e in expressions if e.span.start >= end])
    day = next((e for e in (*told, dateline_day, *nouns, own) if e is not None), None)
    return plain(day) if day is not None and not is_stale(published, day) else None


def _own_day(sheet: Sheet, expressions: list[Expression]) -> Expression | None:
    """The first day that the text behind its lead tells, where that is the stated day of the report itself."""
    published = sheet.passage.report.published
    if published is None or published.basis != "stated":
        return None
    first = next((e for e in expressions if is_day(e) and anchor_of(sheet, e).level == "told"), None)
    meant, printed = (known(resolve(first, published)) if first else None), known(published)
    return first if meant is not None and meant == printed else None


def _goes_on(sheet: Sheet, lead: Expression, told: list[Expression]) -> bool:
    """Whether the paragraph that names a day tells of another one too."""
    end, published = sheet.line(lead.span.start)[1], sheet.passage.report.published
    behind = (e for e in told if lead.span.start < e.span.start < end)
    return any(not same_day(published, e, lead) and days_between(published, e, lead) is not None for e in behind)
