"""Whether a time lies behind the story, ahead of it or long before it, as seen from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wirecopy.language.days.told_days import is_day
from wirecopy.model import Actor, Expression, Passage
from wirecopy.moments.resolve import resolve
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Token

FORMER = re.compile(r"\b(?:[Ff]ormer|[Rr]etired|ex)[ -][^.,;\n]{1,60}$")
OPENING = 20  # characters
ALMOST_A_WEEK = 6  # days
LONG_AGO = 300  # days: a story's own span is shorter; "in 2014" and "a year ago" lie before it


def is_historical(passage: Passage, when: Expression | None) -> bool:
    """Whether a time lies well before the story: 300 days before its publication, or a bare year where no day is known."""
    published = passage.report.published
    if when is None:
        return False
    if published is None or not published.earliest or not published.latest:
        return bool(when.value and len(when.value) == 4 and when.value.isdigit())
    moment = resolve(when, published)
    if moment is None or not moment.latest:
        return False
    return _day(moment.latest) < _day(published.earliest) - timedelta(days=LONG_AGO)


def is_future(passage: Passage, when: Expression | None) -> bool:
    """Whether a time lies after the day of publication, or, where that is not known, is said to lie ahead."""
    published = passage.report.published
    if when is None:
        return False
    if published is None or not published.latest:
        return when.direction == "future"
    moment = resolve(when, published)
    if moment is None or not moment.earliest:
        return False
    first, last = _day(moment.earliest), _day(moment.latest or moment.earliest)
    ahead = when.direction == "future" or (when.value or "").endswith("/AFTER")  # "later this week" begins today
    return first > _day(published.latest) or (ahead and first < last and last > _day(published.latest))


def is_ahead(passage: Passage, when: Expression | None) -> bool:
    """Whether a time is not over on the day of publication: what somebody is to do may be for the same evening."""
    published = passage.report.published
    moment = resolve(when, published) if when is not None and published is not None and published.latest else None
    if moment is None or not moment.latest or published is None or not published.latest:
        return is_future(passage, when)
    return is_future(passage, when) or moment.latest[:10] == published.latest[:10]


def is_over(passage: Passage, when: Expression | None, verb: Token) -> bool:
    """Whether a day lies before that of publication, and the verb does not look back: "may have shelled it on Monday"."""
    if any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    published = passage.report.published
    moment = resolve(when, published) if when is not None and is_day(when) else None
    if published is None or not published.earliest or moment is None or not moment.latest:
        return False
    return _day(moment.latest) < _day(published.earliest)


def is_next_week(passage: Passage, when: Expression) -> bool:
    """Whether a bare weekday is taken for one nearly a week ahead: that of the report's own day, or of the day before."""
    published = passage.report.published
    moment = resolve(when, published) if published is not None and published.latest else None
    if when.form != "weekday" or moment is None or not moment.earliest or published is None or not published.latest:
        return False
    return _day(moment.earliest) - _day(published.latest) >= timedelta(days=ALMOST_A_WEEK)


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])


def left_before(passage: Passage, verb: Token, who: Sequence[Actor]) -> bool:
    """Whether somebody gave up what the report calls him a former holder of: "the former minister … resigned"."""
    if verb.lemma_ not in load("status")["giving_up"]:
        return False
    ids = {actor.id for actor in who if actor.kind == "person"}
    named = (m.span for m in passage.mentions if m.actor is not None and m.actor.id in ids)
    return any(FORMER.search(passage.report.text, max(0, span.start - 60), span.end) for span in named)


def back_then(passage: Passage, verb: Token) -> bool:
    """Whether the sentence opens with words for a time long past: "At the time, …"."""
    start = verb.sent.start_char
    opening = passage.report.text[start : start + OPENING].lower()
    return opening.startswith(tuple(load("status")["back_then"]))
