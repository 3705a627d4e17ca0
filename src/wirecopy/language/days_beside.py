"""The day of a clause that is told as so many days from another one: "Chad closed the border two days after it was shelled"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.language.frames import frame_of
from wirecopy.language.told_days import is_day, plain
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
