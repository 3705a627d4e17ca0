"""The narrative time frame: the day of what is told without a day of its own.

A reader takes it from what stands before: the sentence's own day, else the last day that the same paragraph's narrative
named, else the day that the lead names, else the dateline's. Only days count, and only those that hang on what the
narrative tells in the past: not those in quotations, in clauses that describe somebody, of plans, or of background
("in 2014", "last year"), after which the paragraph has no day at all. A paragraph behind one that went to another day
has none either, as the text may or may not have come back. A wrong day is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from wirecopy.language import clauses
from wirecopy.language.cue_words import is_cue
from wirecopy.language.sheet import Sheet
from wirecopy.model import Actor, Expression, Moment, Passage
from wirecopy.moments.resolve import known, resolve
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_KEY = "wirecopy.frames"
BACK = 3  # days: what a text goes back to for a paragraph
_LEAD = 3  # paragraphs in which a report names its own day
_DATELINE = re.compile(r"[A-Z][A-Z.,/’' -]{2,40}, [^\n]{3,40}? ?[—–-]+ ")

Way = Literal["lead", "away", "none"]
Level = Literal["told", "content", "noun", "aside", "open"]


class Anchor(NamedTuple):
    """An expression that names a day of the past, and what it hangs on.

    That is what is told; what somebody is said to have said; a noun ("the call on Thursday"); a clause aside ("who came
    on Thursday"); or something that the parse leaves open.
    """

    expression: Expression
    level: Level
    verb: int


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


def frame_of(passage: Passage, position: int) -> Expression | None:
    """The day of what the clause at a position tells in the simple past, where it names none itself; None where unsure."""
    return day_of(frames(Sheet(passage) if _KEY not in passage.doc.user_data else None, passage), position)


def frames(sheet: Sheet | None, passage: Passage) -> Frames:
    """The frames of a passage, laid out once; kept with its parse, which lives as long as they are of use."""
    kept: Frames | None = passage.doc.user_data.get(_KEY)
    if kept is None:
        kept = passage.doc.user_data[_KEY] = _laid_out(sheet or Sheet(passage))
    return kept


def day_of(found: Frames, position: int) -> Expression | None:
    """See `frame_of`."""
    scene = found.scene(position)
    if scene is None or found.sheet.quoted(position):
        return None
    at = max(0, bisect_right(found.sheet.starts, position) - 1)
    verb = clauses.verb_of(found.sheet.doc[at])
    if verb is None or not clauses.is_told(verb):
        return None
    hours = _is_hours_away(found.sheet, scene.start)
    if clauses.tense(verb) != "past" and not (hours and clauses.tense(verb) == "pluperfect"):
        return None
    if hours and scene.before is None:
        return _last_told(found, scene)
    own = own_day(scene, verb, position)
    if own is not None or scene.before is not None:
        return own or scene.before
    return found.lead if scene.way == "lead" and not names_other(found, scene) else None


# "Hours earlier Berlin had agreed": on the day that was told last, also in a new paragraph.
HOURS = re.compile(r"(?:(?:a few |only |some |just )?(?:hours|minutes)|moments|shortly|an hour|earlier that day|later that day)"
                   r"(?: (?:earlier|later|before|after|afterwards|beforehand))?\b", re.IGNORECASE)  # fmt: skip


def _is_hours_away(sheet: Sheet, start: int) -> bool:
    """Whether a sentence opens with words for a time some hours before or after what was told last."""
    return HOURS.match(sheet.text, start) is not None


def _last_told(found: Frames, scene: Scene) -> Expression | None:
    """The day that the paragraph before ended with."""
    before = [one for one in found.scenes if one.start < scene.start]
    return plain(before[-1].day) if before and before[-1].day is not None and not scene.anchors else None


def own_day(scene: Scene, verb: Token, position: int) -> Expression | None:
    """The day that hangs on the clause itself, or on one that the sentence told before it."""
    told = [anchor for anchor in scene.anchors if anchor.level == "told"]
    same = [anchor.expression for anchor in told if anchor.verb == verb.i]
    earlier = [anchor.expression for anchor in told if anchor.expression.span.start < position]
    return same[0] if same else (plain(earlier[-1]) if earlier else None)


def day_with(found: Frames, actor: Actor, position: int) -> Expression | None:
    """The last day that this paragraph or the one before names in a sentence that also names an actor."""
    last = found.scene(position)
    if last is None:
        return None
    for at in range(bisect_right(found.starts, position) - 1, -1, -1):
        scene = found.scenes[at]
        if scene.paragraph < last.paragraph - 1:
            return None
        end = found.starts[at + 1] if at + 1 < len(found.starts) else len(found.sheet.text)
        if scene.anchors and scene is not last and _mentions(found.sheet, actor, scene.start, end):
            told = [a.expression for a in scene.anchors if a.level == "told"]
            named = told or [a.expression for a in scene.anchors if a.level != "open"]
            return plain(named[-1]) if len({one.value for one in named}) == 1 else None
    return None


def _mentions(sheet: Sheet, actor: Actor, start: int, end: int) -> bool:
    first, last = bisect_right(sheet.mention_starts, start - 1), bisect_right(sheet.mention_starts, end - 1)
    return any(m.actor is not None and m.actor.id == actor.id for m in sheet.mentions[first:last])


def names_other(found: Frames, scene: Scene) -> bool:
    """Whether a sentence names a day for another clause that may be this one's too, unless it is the lead's."""
    published = found.sheet.passage.report.published
    return any(
        anchor.level == "told" or found.lead is None or not _same_day(published, anchor.expression, found.lead)
        for anchor in scene.anchors
    )


def is_back(found: Frames, scene: Scene) -> bool:
    """Whether the day that the text last went to lies shortly before the lead's, so that a new speaker is on the lead's."""
    if scene.way != "away" or scene.away is None or found.lead is None or names_other(found, scene):
        return False
    days = _between(found.sheet.passage.report.published, scene.away, found.lead)
    return days is not None and 1 <= days <= BACK


def _between(published: Moment | None, away: Expression, lead: Expression) -> int | None:
    """How many days one day lies before another; without a day of publication weekdays tell, and what counts from now."""
    first, last = known(resolve(away, published)), known(resolve(lead, published))
    if first and last:
        return (last[0] - first[1]).days
    if lead.form == away.form == "weekday":
        return (int((lead.value or "0")[-1]) - int((away.value or "0")[-1])) % 7
    return int((lead.count or 0) - (away.count or 0)) if away.form == "offset" and is_day(away) else None


def _same_day(published: Moment | None, one: Expression, other: Expression) -> bool:
    return one.value == other.value or _between(published, one, other) == 0


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


def _laid_out(sheet: Sheet) -> Frames:
    expressions = [
        e for e in sheet.passage.expressions if e.kind in ("date", "time") and not sheet.quoted(e.span.start)
    ]
    body = [b for b in sheet.passage.report.blocks if b.kind == "paragraph"]
    start = body[0].start if body else 0
    published = sheet.passage.report.published
    lead = _lead(sheet, expressions, start)
    scenes: list[Scene] = []
    way: Way = "lead"
    day: Expression | None = None
    away: Expression | None = None
    paragraph, line_end, at = -1, -1, 0
    for sentence in sheet.doc.sents:
        if sentence.start_char >= line_end:
            paragraph, line_end, day = paragraph + 1, sheet.line(sentence.start_char)[1] + 1, None
            way = "lead" if way == "none" else way
        mine: list[Expression] = []
        while at < len(expressions) and expressions[at].span.start < sentence.end_char:
            mine.append(expressions[at])
            at += 1
        anchors = tuple(
            Anchor(e, "open", -1) if _is_ahead(published, e) else _anchor(sheet, e) for e in mine if is_day(e)
        )
        before = day
        told = [a.expression for a in anchors if a.level == "told"]
        if told:
            day = plain(told[-1])
            way, away = (
                ("lead", None) if lead is not None and _same_day(published, told[-1], lead) else ("away", told[-1])
            )
        elif (unclear := next((e for e in mine if _is_unclear(sheet, e)), None)) is not None:
            before, day, way, away = None, None, "away", unclear
        elif _is_before(sheet, sentence):
            # "Had said before the talks" only looks back; the next paragraph is on the day of the story again.
            back = clauses.tense(sentence.root) == "pluperfect"
            before, day, way, away = None, None, "none" if back else "away", None
        elif any(_is_background(sheet, e) for e in mine) or _is_back_then(sheet, sentence.start_char):
            before, day, way = None, None, "none"
        scenes.append(Scene(sentence.start_char, paragraph, anchors, before, day, way, away))
    return Frames(sheet, tuple(scenes), tuple(scene.start for scene in scenes), lead)


def is_day(e: Expression) -> bool:
    """Whether an expression names one day, and none that lies ahead."""
    value = (e.value or "").partition("/")[0]
    if e.direction == "future":
        return False
    if e.form == "offset":
        return e.unit == "day" and e.kind == "date" and e.count is not None and -3 <= e.count <= 0
    return (e.form == "weekday" and "/" not in (e.value or "")) or bool(re.match(r"[\dX]{4}-\d\d-\d\d", value))


def _is_ahead(published: Moment | None, e: Expression) -> bool:
    """Whether a day lies after that of the report, whatever tense it stands in: "a dividend payable Nov. 22"."""
    meant, printed = known(resolve(e, published)), known(published)
    return meant is not None and printed is not None and meant[0] > printed[1]


def _anchor(sheet: Sheet, e: Expression) -> Anchor:
    """An expression with what it hangs on."""
    verb, through_noun = clauses.governor(sheet.doc[min(sheet.token_at(e.span.start), len(sheet.doc) - 1)], e.span)
    if verb is None:
        return Anchor(e, "open", -1)
    tense = clauses.tense(verb)
    if (
        verb.dep_ == "advcl"
        and tense == "past"
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
    content = verb.dep_ == "ccomp" and clauses.is_told(verb.head) and not through_noun
    return Anchor(e, "content" if content else "aside", verb.i)


def _is_meanwhile(verb: Token) -> bool:
    """Whether a clause tells what took place at the same time: "as the talks ended on Monday"."""
    return any(c.lower_ in ("as", "while", "when") and c.dep_ in ("mark", "advmod") for c in verb.children)


# "It was the first meeting since 2019" tells of no other time than that of the meeting.
SINCE = re.compile(r"\b(?:first|last|only|most|\w{2,}est) [^.\n]*\bsince $", re.IGNORECASE)


def _is_background(sheet: Sheet, e: Expression) -> bool:
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


def _is_unclear(sheet: Sheet, e: Expression) -> bool:
    """Whether a day may be one of the past or one ahead: "On Friday he would not answer"."""
    if e.direction != "future" or e.form != "weekday":
        return False
    verb, _ = clauses.governor(sheet.doc[min(sheet.token_at(e.span.start), len(sheet.doc) - 1)], e.span)
    return verb is not None and any(c.lower_ == "would" for c in verb.children)


def _is_back_then(sheet: Sheet, start: int) -> bool:
    """Whether a sentence opens with words for a time long past: "At the time, …"."""
    return sheet.text[start : start + 20].lower().startswith(tuple(load("status")["back_then"]))


def plain(e: Expression) -> Expression:
    """The day of an expression that also names a time of day: what follows was not told at that very hour."""
    return replace(e, kind="date", clock=None) if e.clock or e.kind == "time" else e


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
    near = [e for e in expressions if start <= e.span.start < end and is_day(e) and not _is_ahead(published, e)]
    anchors = [_anchor(sheet, e) for e in near if e.span.start >= first]
    dateline_day = next((e for e in near if e.span.start < first), None)
    told = [a.expression for level in ("told", "content") for a in anchors if a.level == level]
    if told and _goes_on(sheet, told[0], [a.expression for a in anchors if a.level == "told"]):
        return None
    nouns = [a.expression for a in anchors if a.level == "noun"]
    day = next((e for e in (*told, dateline_day, *nouns) if e is not None), None)
    return plain(day) if day is not None else None


def _goes_on(sheet: Sheet, lead: Expression, told: list[Expression]) -> bool:
    """Whether the paragraph that names a day tells of another one too."""
    end, published = sheet.line(lead.span.start)[1], sheet.passage.report.published
    behind = (e for e in told if lead.span.start < e.span.start < end)
    return any(not _same_day(published, e, lead) and _between(published, e, lead) is not None for e in behind)
