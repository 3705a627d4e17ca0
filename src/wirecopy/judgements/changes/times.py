"""Another day, part of the day, month or year, or the other side of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.model import Change

if TYPE_CHECKING:
    from spacy.tokens import Token

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
PARTS = {"noon": "noon", "midday": "noon", "midnight": "midnight", "dawn": "dawn", "daybreak": "dawn", "sunrise": "dawn",
         "dusk": "dusk", "nightfall": "dusk", "sunset": "dusk", "tonight": "night"}  # fmt: skip
BEFORE = {"before": "before", "until": "before", "till": "before", "ahead": "before", "prior": "before", "by": "by",
          "after": "after", "since": "after", "following": "after"}  # fmt: skip
SAME = {"coming": "next", "following": "next", "past": "last", "previous": "last", "beginning": "start"}
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORD = re.compile(r"[\w']+")
PASSED = {"the", "of", "early", "late", "mid", "end", "on"}  # between a preposition and its time: by the end of June
OPPOSED = {frozenset(("before", "after")), frozenset(("by", "at")), frozenset(("by", "after"))}


@dataclass(frozen=True, slots=True)
class Time:
    """A time in the words of a text: its characters, what they fix (weekday, part, month, year, period …), its side."""

    start: int
    end: int
    parts: frozenset[tuple[str, str]]
    side: str
    from_side: int


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(f"{m}|{m[:3]}\\." if len(m) > 4 else m for m in MONTHS) + "|Sept\\."
    part = r"morning|afternoon|evening|night"
    return re.compile(
        rf"\b(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{month})(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b)?"
        rf"(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\w)"
        rf"|\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?:\s+(?P<part1>{part}))?"
        rf"|\b(?P<named>{'|'.join(PARTS)})\b|\bin\s+the\s+(?P<part2>{part})\b|\b(?P<near>yesterday|today|tomorrow)\b"
        r"|\b(?:in|since|of|by|until)\s+(?P<alone>(?:19|20)\d\d)\b"
        r"|\b(?P<decade>(?:19|20)\d0)s\b|\b(?P<clock>\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}:\d\d)"
        rf"|\b(?P<count>\d+|{'|'.join(COUNTS)})\s+(?P<units>(?:day|week|month|year|hour)s?)\s+(?:ago|earlier|later)\b"
        r"|\b(?P<which>last|next|this|previous|past|coming|following)\s+"
        r"(?P<unit>week|month|year|weekend|spring|summer|autumn|fall|winter)\b"
        r"|\b(?:after|for|over|of)\s+(?:several\s+|many\s+)?(?P<span>hours|days|weeks|months|years|decades)\b"
        r"|\b(?P<edge>start|beginning|middle|end)\s+of\s+(?:the|this|that)\s+(?P<period>day|week|month|quarter|year|decade)\b"
    )


def times(text: str) -> list[Time]:
    """The times of a text, in order."""
    return [_time(text, match) for match in _pattern().finditer(text)]


def _time(text: str, match: re.Match[str]) -> Time:
    said = match.groupdict()
    month = said["month"] and str(next(n for n, m in enumerate(MONTHS) if m[:3] == said["month"][:3]))
    which = said["which"] and SAME.get(said["which"], said["which"])
    near = said["near"] or (said["unit"] and f"{which} {said['unit']}")
    fixed = {
        "weekday": said["weekday"],
        "part": said["part1"] or said["part2"] or (said["named"] and PARTS[said["named"]]),
        "month": month,
        "day": said["day1"] or said["day2"],
        "year": said["year"] or said["alone"],
        "near": near,
        "edge": said["edge"] and SAME.get(said["edge"], said["edge"]),
        "period": said["period"],
        "decade": said["decade"],
        "clock": said["clock"] and _clock(said["clock"]),
        "span": said["span"],
        "ago": said["count"] and _ago(said["count"], said["units"]),
    }
    start = match.start("alone") if said["alone"] else match.start()
    before = [word for word in _WORD.finditer(text, max(0, start - 40), start) if word[0].lower() not in PASSED]
    side = BEFORE.get(before[-1][0].lower() if before else "", "at")
    from_side = before[-1].start() if before else start
    return Time(start, match.end(), frozenset((k, v) for k, v in fixed.items() if v), side, from_side)


def _clock(said: str) -> str:
    """A time of day by the twenty-four hour clock: "7 p.m.", "19:00"."""
    hour, minute = (int(part) for part in re.findall(r"\d+", said + " 0")[:2])
    if "m" in said.lower():
        hour = hour % 12 + (12 if "p" in said.lower() else 0)
    return f"{hour:02}:{minute:02}"


def _ago(count: str, unit: str) -> str:
    """ "Two years ago", "2 years ago"."""
    numbers = {word: str(number) for number, word in enumerate(COUNTS, 1)}
    return f"{numbers.get(count.lower(), count)} {unit.rstrip('s')}"


def _agree(one: Time, other: Time) -> int:
    """How well two times go together: 0 where they contradict each other or fix different things."""
    mine, theirs = dict(one.parts), dict(other.parts)
    shared = mine.keys() & theirs.keys()
    return 0 if any(mine[k] != theirs[k] for k in shared) else 2 * len(shared) + (one.side == other.side)


def found(rewording: Rewording) -> Iterator[Change]:
    """Times that agree are held against each other for their side (before, by, after); the rest are other times.

    A time that only one side gives, or gives more sharply, is no change.
    """
    left, right = times(rewording.left.doc.text), times(rewording.right.doc.text)
    options = sorted(
        ((-_agree(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if _agree(a, b) > 1)
    )
    used: dict[int, int] = {}
    for _, i, j in options:
        if i not in used and j not in used.values():
            used[i] = j
            if frozenset((left[i].side, right[j].side)) in OPPOSED:
                yield _changed(rewording, left[i], right[j], "the other side of the same time")
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            kinds = {k for k, _ in one.parts} & {k for k, _ in other.parts}
            if i not in used and j not in used.values() and kinds:
                used[i] = j
                yield _changed(rewording, one, other, f"another {' and '.join(sorted(kinds))}")
    yield from _sides(rewording)


def _changed(rewording: Rewording, one: Time, other: Time, because: str) -> Change:
    pieces = []
    for side, time, opposite in ((rewording.left, one, other), (rewording.right, other, one)):
        start = time.from_side if time.side != opposite.side else time.start
        pieces.append(side.slice(start, time.end))
    return change("time", pieces[0], pieces[1], because)


def _sides(rewording: Rewording) -> Iterator[Change]:
    """Before an event that becomes after it: the prepositions of two nouns, or conjunctions of two verbs, that answer."""
    for one in rewording.left.doc:
        ruled = _ruled(one)
        answer = rewording.partner(ruled, True) if ruled is not None else None
        if ruled is None or answer is None:
            continue
        for other in (*answer.children, answer.head):
            if _ruled(other) == answer and BEFORE[other.lower_] != BEFORE[one.lower_]:
                pieces = rewording.left.cut([one, ruled]), rewording.right.cut([other, answer])
                yield change("time", *pieces, "the other side of the same event")


def _ruled(word: Token) -> Token | None:
    """The noun or verb that a "before" or "after" stands before; None where the word is neither."""
    if BEFORE.get(word.lower_) not in ("before", "after") or word.dep_ not in ("prep", "mark", "advmod"):
        return None
    noun = next((child for child in word.children if child.dep_ in ("pobj", "pcomp")), None)
    return noun or (word.head if word.dep_ in ("mark", "advmod") and word.i < word.head.i else None)
