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
from typing import TYPE_CHECKING

from wirecopy.language import clauses
from wirecopy.language.cue_words import is_cue
from wirecopy.language.days.laid_out import HOURS, Frames, Scene, days_between, laid_out, same_day
from wirecopy.language.days.told_days import Anchor, is_in_content, plain
from wirecopy.language.sheet import Sheet
from wirecopy.model import Actor, Expression, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_KEY = "wirecopy.frames"
BACK = 3  # days: what a text goes back to for a paragraph
SHORTEST = 3  # characters of a pronoun, by which nobody is named


def frame_of(passage: Passage, position: int) -> Expression | None:
    """The day of what the clause at a position tells in the simple past, where it names none itself; None where unsure."""
    return day_of(frames(Sheet(passage) if _KEY not in passage.doc.user_data else None, passage), position)


def frames(sheet: Sheet | None, passage: Passage) -> Frames:
    """The frames of a passage, laid out once; kept with its parse, which lives as long as they are of use."""
    kept: Frames | None = passage.doc.user_data.get(_KEY)
    if kept is None:
        kept = passage.doc.user_data[_KEY] = laid_out(sheet or Sheet(passage))
    return kept


def day_of(found: Frames, position: int) -> Expression | None:
    """See `frame_of`."""
    scene = found.scene(position)
    if scene is None or found.sheet.quoted(position):
        return None
    at = max(0, bisect_right(found.sheet.starts, position) - 1)
    verb = clauses.verb_of(found.sheet.doc[at])
    if verb is not None and (day := visit_day(found, scene, verb)) is not None:
        return day
    if verb is not None and scene.live is not None and verb.dep_ == "ccomp" and clauses.tense(verb) == "perfect":
        verb = verb.head  # "says it has summoned the envoy": today
    if verb is not None and _is_going_on_as_well(verb):
        verb = verb.head
    if verb is not None and _is_going_on(verb):
        verb = verb.head
    if verb is not None and _is_hours_beside(verb):
        verb = verb.head  # "she spoke on Tuesday, hours before he received the envoy"
    if verb is None or not clauses.is_told(verb):
        return _day_of_joined(scene, verb) if verb is not None else None
    if scene.live is not None and clauses.tense(verb) in LIVE and scene.way != "none":
        return own_day(scene, verb, position) or scene.before or scene.live
    beside = (
        verb.head if verb.tag_ == "VBG" and verb.dep_ == "advcl" else verb
    )  # "on Monday he had written, asking for help"
    if clauses.tense(verb) == "pluperfect" and any(a.level == "told" and a.verb == beside.i for a in scene.anchors):
        return own_day(scene, beside, position)
    hours = is_hours_away(found, scene)
    if clauses.tense(verb) != "past" and not (hours and clauses.tense(verb) == "pluperfect"):
        return None
    if hours and scene.before is None:
        return last_told(found, scene)
    own = own_day(scene, verb, position)
    if own is None and _is_told_on(verb):
        return None
    if own is not None or before(found, scene) is not None:
        return own or before(found, scene)
    return found.lead if scene.way == "lead" and not names_other(found, scene) else None


def _day_of_joined(scene: Scene, verb: Token) -> Expression | None:
    """The day of the deed before it in what somebody tells: "he said that she rang them on Monday and asked for help"."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or clauses.tense(verb) not in ("past", "pluperfect"):
        return None
    told = [a.expression for a in scene.anchors if a.level == "content" and a.verb == first.i]
    return plain(told[0]) if len(told) == 1 and told[0].span.start < verb.idx else None


def visit_day(found: Frames, scene: Scene, verb: Token) -> Expression | None:
    """The day on which somebody was at the place where a clause has him do something; None where it is no such clause."""
    place = clauses.visit_of(verb)
    if place is None:
        return None
    told = [a for a in scene.anchors if a.expression.span.start < place.idx and a.level in ("told", "aside", "noun")]
    if told:
        return plain(told[-1].expression)
    over = next((one for one in place.head.ancestors if one.pos_ in ("VERB", "AUX")), None)
    return day_of(found, over.idx) if over is not None else None


# An entry of a live blog tells of its own hour in these tenses.
LIVE = ("past", "present", "perfect")


# "Had told a briefing hours earlier that".
HOURS_BESIDE = re.compile(
    r"\b(?:earlier|later) (?:in the|that|the same) day\b"
    r"|\b(?:hours|minutes|moments|shortly|an hour) (?:(?:earlier|later|beforehand|afterwards|before)(?= that\b|[,.])"
    r"|(?:before|after) (?:the|their|his|her) (?:[\w-]+ ){0,2}(?:call|talks|meeting|conversation|summit|speech)\b)",
    re.IGNORECASE,
)


def _is_going_on(verb: Token) -> bool:
    """Whether a clause tells what went on as somebody spoke: "it said its planes were striking the port and sinking boats"."""
    going = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children)
    return going and verb.dep_ == "ccomp" and verb.i > verb.head.i and is_cue(verb.head, "clause")


def _is_going_on_as_well(verb: Token) -> bool:
    """Whether a clause is joined to one that tells what went on, without a verb of time of its own."""
    bare = verb.tag_ == "VBG" and verb.dep_ == "conj" and not any(c.dep_ == "aux" for c in verb.children)
    return bare and _is_going_on(verb.head)


def _is_told_on(verb: Token) -> bool:
    """Whether a clause goes on with what was told to have been before: "it had been put off, he said, and Oslo agreed"."""
    first = verb.head
    if verb.dep_ != "conj" or not any(c.dep_ == "nsubj" for c in verb.children):
        return False
    if clauses.tense(first) == "pluperfect":  # the teller is told aside
        return any(c.dep_ == "parataxis" and is_cue(c, "clause") for c in first.children)
    before = (c for c in first.children if c.dep_ == "ccomp" and c.i < first.i)
    return is_cue(first, "clause") and any(clauses.tense(c) == "pluperfect" for c in before)


def _is_hours_beside(verb: Token) -> bool:
    """Whether a clause tells what was done hours before or after what its sentence tells."""
    mark = next((c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in ("before", "after")), None)
    return (
        verb.dep_ == "advcl"
        and mark is not None
        and mark.i > 0
        and mark.nbor(-1).lower_ in ("hours", "minutes", "shortly")
    )


def is_hours_away(found: Frames, scene: Scene) -> bool:
    """Whether a sentence opens with words for a time some hours before or after what was told last."""
    if HOURS.match(found.sheet.text, scene.start) is not None:
        return True
    end = _end(found, scene)
    return any(not found.sheet.quoted(one.start()) for one in HOURS_BESIDE.finditer(found.sheet.text, scene.start, end))


def last_told(found: Frames, scene: Scene) -> Expression | None:
    """The day that the paragraph before ended with, else the lead's where the text has not left it for long."""
    if scene.anchors:
        return None
    day = next((one.day for one in reversed(found.scenes) if one.start < scene.start), None)
    if day is not None and found.lead is not None:
        days = days_between(found.sheet.passage.report.published, day, found.lead)
        return found.lead if days is not None and days > BACK else plain(day)
    if day is not None:
        return plain(day)
    return found.lead if scene.way == "lead" else None


def own_day(scene: Scene, verb: Token, position: int) -> Expression | None:
    """The day that hangs on the clause itself, or on one that the sentence told before it."""
    told = [anchor for anchor in scene.anchors if anchor.level == "told"]
    same = [anchor.expression for anchor in told if anchor.verb == verb.i]
    earlier = [anchor.expression for anchor in told if anchor.expression.span.start < position]
    return same[0] if same else (plain(earlier[-1]) if earlier else None)


def before(found: Frames, scene: Scene) -> Expression | None:
    """The day of the paragraph so far, unless the sentence names another: "the envoy, who came on Friday, called for".

    What is named inside of what somebody says is no such day: "he complained that the reply, sent on Friday, was late".
    """
    published = found.sheet.passage.report.published
    day = scene.before
    other = any(
        a.level == "open"
        and day is not None
        and not same_day(published, a.expression, day)
        and not is_in_content(found.sheet.doc, a.verb)
        for a in scene.anchors
    )
    return None if other else day


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
            named = told or [a.expression for a in scene.anchors if a.level != "open" and _is_of(found.sheet, a, actor)]
            return plain(named[-1]) if len({one.value for one in named}) == 1 else None
    return None


def _is_of(sheet: Sheet, anchor: Anchor, actor: Actor) -> bool:
    """Whether a clause aside tells of an actor by name: of Khan and Roe "Khan, who met Roe on Friday", not "it had asked"."""
    if anchor.level != "aside":
        return True
    verb = sheet.doc[anchor.verb]
    named = (m for m in sheet.mentions if m.actor is not None and m.actor.id == actor.id)
    start, end = verb.left_edge.idx, verb.right_edge.idx
    return any(
        m.span.start <= verb.head.idx < m.span.end
        or (m.span.end - m.span.start > SHORTEST and start <= m.span.start <= end)
        for m in named
    )


def _end(found: Frames, scene: Scene) -> int:
    """Where a sentence ends."""
    at = bisect_right(found.starts, scene.start)
    return found.starts[at] if at < len(found.starts) else len(found.sheet.text)


def _mentions(sheet: Sheet, actor: Actor, start: int, end: int) -> bool:
    first, last = bisect_right(sheet.mention_starts, start - 1), bisect_right(sheet.mention_starts, end - 1)
    return any(m.actor is not None and m.actor.id == actor.id for m in sheet.mentions[first:last])


def names_other(found: Frames, scene: Scene) -> bool:
    """Whether a sentence names a day for another clause that may be this one's too, unless it is the lead's."""
    published = found.sheet.passage.report.published
    return any(
        anchor.level == "told" or found.lead is None or not same_day(published, anchor.expression, found.lead)
        for anchor in scene.anchors
    )


def is_back(found: Frames, scene: Scene, speaker: Actor) -> bool:
    """Whether the day that the text last went to lies shortly before the lead's, so that a new speaker is on the lead's.

    One of whom the text told on the other day may have spoken on that day too, and so may any in its paragraph.
    """
    if scene.way != "away" or scene.away is None or found.lead is None or names_other(found, scene):
        return False
    there = [one for one in found.scenes if one.start < scene.start and one.away is scene.away]
    first = there[0] if there else scene
    if first.paragraph == scene.paragraph or _mentions(found.sheet, speaker, first.start, _end(found, first)):
        return False
    days = days_between(found.sheet.passage.report.published, scene.away, found.lead)
    return days is not None and 1 <= days <= BACK
