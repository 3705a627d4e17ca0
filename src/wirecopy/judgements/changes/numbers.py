"""Another figure, or its bound or unit lost or changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wirecopy.findings.numbers import Number, numbers
from wirecopy.judgements.changes.rewording import Rewording, change
from wirecopy.judgements.changes.sides import Side
from wirecopy.judgements.changes.times import times
from wirecopy.model import Change
from wirecopy.words import load

# By how much numbers may differ that newsrooms turn into another unit and round.
ROUNDED = 0.08
SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "wk": 604800}


def found(rewording: Rewording) -> Iterator[Change]:
    """Numbers of equal value are held against each other for their bound; of the rest, those that count one thing.

    "Up to 175,000" that becomes "175,000" has lost its bound; "90 minutes" and "an hour and a half" are equal. A number
    on one side alone is no change of a number.
    """
    left, right = _counted(rewording.left), _counted(rewording.right)
    for one in list(left):
        same = next((other for other in right if _value(one) == _value(other) or _is_converted(one, other)), None)
        if same is None:
            continue
        left.remove(one)
        right.remove(same)
        if _bound(one) != _bound(same) or _points(rewording.left, one) != _points(rewording.right, same):
            yield _changed(rewording, one, same, "the bound or the unit of the number is not the same")
    for one in left:
        answers = [other for other in right if other.form == one.form]
        match = next((o for o in answers if _same_noun(rewording, one, o)), None)
        if match is None and len(answers) == 1 == sum(o.form == one.form for o in left):
            match = answers[0]
        if match:
            right.remove(match)
            yield _changed(rewording, one, match, "another number of the same thing")


def _counted(side: Side) -> list[Number]:
    dates = [(time.start, time.end) for time in times(side.doc.text)]
    return [n for n in numbers(side.doc.text, dates) if n.unit or not {n.low, n.high} & {1.0}]


def _value(number: Number) -> tuple[float | None, float | None, str | None]:
    """Both bounds where they differ, else the number twice; lengths of time in seconds."""
    low, high = (number.low, number.high) if None not in (number.low, number.high) else (number.low or number.high,) * 2
    factor = SECONDS.get(number.unit or "")
    if factor and low is not None and high is not None:
        return low * factor, high * factor, "s"
    if number.form == "share" and low is not None and high is not None:
        return round(low), round(high), "%"
    return low, high, number.unit


def _is_converted(one: Number, other: Number) -> bool:
    """Is it the same in another unit, rounded: six miles, 10 km?"""
    base = load("measures")["base"]
    (mine, kind), (theirs, other_kind) = (base.get(n.unit, (1.0, n.unit)) for n in (one, other))
    if one.unit == other.unit or kind != other_kind or kind == "s":
        return False
    left, right = mine * (one.high or one.low or 0.0), theirs * (other.high or other.low or 0.0)
    return bool(abs(left - right) <= ROUNDED * max(left, right))


def _bound(number: Number) -> str:
    return "least" if number.high is None else "most" if number.low is None else "about" if number.hedge else "exact"


def _points(side: Side, number: Number) -> bool:
    return "point" in side.doc.text[number.start : number.end]


def _same_noun(rewording: Rewording, one: Number, other: Number) -> bool:
    """Does the word that the one number counts answer the word that the other counts?"""
    heads = []
    for side, number in ((rewording.left, one), (rewording.right, other)):
        span = side.doc.char_span(number.start, number.end, alignment_mode="expand")
        heads.append(span.root.head if span is not None and span.root.dep_ != "ROOT" else None)
    return heads[0] is not None and rewording.partner(heads[0], True) == heads[1] is not None


def _changed(rewording: Rewording, one: Number, other: Number, because: str) -> Change:
    sides: Iterable[tuple[Side, Number]] = ((rewording.left, one), (rewording.right, other))
    left, right = (side.slice(n.hedge_start if n.hedge_start >= 0 else n.start, n.end) for side, n in sides)
    return change("number", left, right, because)
