"""The day of a clause that another one gives it.

By so many days from it ("Chad closed the border two days after it was shelled"), or as the next sentence quotes the same words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.language import clauses
from wirecopy.language.cue_words import is_cue
from wirecopy.language.days.frames import frame_of, frames
from wirecopy.language.days.told_days import is_day, plain
from wirecopy.model import Expression, Passage
from wirecopy.moments.pointing import stepped

if TYPE_CHECKING:
    from spacy.tokens import Token

DAYS = re.compile(r"P(\d+)D|PT(24|48|72)H")


def days_beside(passage: Passage, verb: Token) -> Expression | None:
    """The day of a clause behind "two days after", counted from that of the clause over it; None where none is told."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("after", "before")), None)
    length = next((e for e in passage.expressions if mark is not None and e.span.end == mark.idx - 1), None)
    days = DAYS.fullmatch(length.value or "") if length is not None else None
    if verb.dep_ != "advcl" or days is None or length is None or mark is None:
        return None
    over = (one for one in verb.ancestors if one.pos_ in ("VERB", "AUX"))
    told = next((day for one in over if (day := frame_of(passage, one.idx)) is not None), None)
    count = int(days[1] or 0) + int(days[2] or 0) // 24
    steps = -count if mark.lower_ == "after" else count
    day = stepped(plain(told), "day", steps) if told is not None and is_day(told) else None
    span = replace(length.span, end=mark.idx + len(mark))
    return replace(day, span=span, said=passage.words(span)) if day is not None else None


def day_behind(passage: Passage, verb: Token) -> Expression | None:
    """The day of what somebody said, told behind his words in the next sentence: "She blamed Oslo. “No,” she said on Monday".

    None where that sentence opens another paragraph, or is somebody else's.
    """
    sentence = verb.sent
    if verb.i != sentence.root.i or clauses.tense(verb) != "past" or sentence.end >= len(verb.doc):
        return None
    behind = verb.doc[sentence.end].sent
    found = frames(None, passage)
    here, scene = found.scene(verb.idx), found.scene(behind.start_char)
    if here is None or scene is None or here.paragraph != scene.paragraph or here.anchors or here.before is not None:
        return None
    told = [a for a in scene.anchors if a.level == "told" and is_cue(verb.doc[a.verb], "quote")]
    if len(told) != 1 or len(scene.anchors) != 1 or not found.sheet.quoted(behind.start_char + 1):
        return None
    doer = next((c for c in verb.doc[told[0].verb].children if c.dep_ == "nsubj"), None)
    return plain(told[0].expression) if doer is not None and doer.lower_ in ("he", "she") else None
