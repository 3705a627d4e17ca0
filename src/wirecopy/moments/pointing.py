"""Expressions that point at another one before them: that day, the following year, two days later, a year earlier.

Their rules give the form "same": `unit` is the size of what they point at and `count` how many of that unit lie between.
Once all expressions of a text are known, `pointed` puts what they mean in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from wirecopy.model import Expression
from wirecopy.moments.amounts import AMOUNT, SPAN, UNIT, amount, unit
from wirecopy.moments.calendar import moved, period, value_of
from wirecopy.moments.rules import Hit, Meaning, Rule, part

# Letters: "a day later" points at an expression that stands this near, in its sentence or the one before.
NEAR = 400
# A weekday moved by more days than this is no longer told as a weekday.
WEEKDAYS = 3
SIZES = {4: "year", 7: "month"}
NEXT, PREVIOUS = ("next", "following"), ("previous", "preceding")
MONEY = ("money", "percent")
ASIDE = 14
PLANNED = re.compile(r"\bfor (?:the )?$")


def _same(hit: Hit) -> Meaning | None:
    """That day, the same year."""
    code, _ = unit(hit)
    return None if code[0] == "T" else Meaning("date", "same", None, SPAN.get(code), 0)


def _that_night(hit: Hit) -> Meaning:
    """That night, the same evening, the next morning."""
    step = 1 if hit.text("which") in NEXT else -1 if hit.text("which") in PREVIOUS else 0
    return Meaning("time", "same", None, "day", step, clock=part(hit.all("part")))


def _beside(hit: Hit) -> Meaning | None:
    """The next day, the following year, the previous month, the day before."""
    code, times = unit(hit)
    which = hit.text("which")
    known = which in ("following", "preceding") or code == "D"
    if not known or which not in NEXT + PREVIOUS or (hit.near(-1).kind == "in" and code == "D"):
        return None
    return Meaning("date", "same", None, SPAN.get(code), times * (1 if which in NEXT else -1))


def _day_before(hit: Hit) -> Meaning | None:
    """The day before, the night before; not "the day before the vote"."""
    code, times = unit(hit)
    if code != "D" or times != 1 or not _ends_there(hit):
        return None
    return Meaning("date", "same", None, "day", -1 if hit.text("way") == "before" else 1)


def _evening_before(hit: Hit) -> Meaning | None:
    """The evening before, the morning after; not "the evening before the vote"."""
    step = -1 if hit.text("way") == "before" else 1
    return Meaning("time", "same", None, "day", step, clock=part(hit.all("part"))) if _ends_there(hit) else None


def _ends_there(hit: Hit) -> bool:
    """Whether a phrase ends at a mark: "The day before, she had left."."""
    return hit.near(1).kind in ("comma", "dot", "gap") or hit.near(1).text[:1] in '”";:)'


def _later(hit: Hit) -> Meaning | None:
    """Two days later, a year earlier, three days after; `count` is how far from the expression before it.

    "A day later than planned" compares, and leads to no other day.
    """
    if hit.near(1).text == "than":
        return None
    code, times = unit(hit)
    count = amount(hit)
    if count is None or count != int(count) or code not in ("D", "M", "Y"):
        return None
    way = 1 if hit.text("way") == "later" else -1
    return Meaning("date", "same", None, SPAN[code], int(count * times) * way)


def _year_before(hit: Hit) -> Meaning | None:
    """A year earlier, the year-ago results, beside sums of money: the quarter that is told of, a year before."""
    code, times = unit(hit)
    if code != "Y" or times != 1 or hit.all("amount") not in ([], ["a"], ["one"]) or not _in_figures(hit):
        return None
    return Meaning("date", "same", None, "quarter", -4, "past")


def _in_figures(hit: Hit) -> bool:
    """Whether sums of money or percentages stand near, in the same paragraph."""
    for steps in (range(-1, -ASIDE - 1, -1), range(1, ASIDE + 1)):
        for step in steps:
            kind = hit.near(step).kind
            if kind == "gap":
                break
            if kind in MONEY:
                return True
    return False


RULES = (
    Rule("year before", rf"{{the}}?{AMOUNT}?{{hyphen}}?{UNIT}{{hyphen}}?{{ago|earlier}}(?!{{quarter|period}})", _year_before),
    Rule("same", rf"{{earlier|later|early|late}}?(?:{{that}}{{same}}?|{{the}}{{same}}){UNIT}", _same),
    Rule("that night", r"(?:{that}{same}?|{the}{same}|{the}(?P<which>{last|next}))(?P<part>{part})", _that_night),
    Rule("beside", rf"{{the}}(?P<which>{{last|next}}){UNIT}", _beside),
    Rule("day before", rf"{{the}}{UNIT}(?P<way>{{before|after}})", _day_before),
    Rule("evening before", r"{the}(?P<part>{part})(?P<way>{before|after})", _evening_before),
    Rule("later", rf"{AMOUNT}{UNIT}(?P<way>{{later|earlier}})", _later),
)  # fmt: skip


def pointed(found: Sequence[Expression], others: Sequence[Expression], text: str) -> Iterator[Expression]:
    """The expressions of a text, those that point at another replaced by what they mean.

    Where nothing stands before that they could mean, they read as one of `others` does at that place, or are left out. The
    day that something was planned for is not the one that the story goes on from: "Biden told him on Saturday … it had been
    proposed for Monday. A day earlier" is Friday.
    """
    before: dict[str, Expression] = {}
    for expression in found:
        if expression.form == "same":
            model = before.get(expression.unit or "")
            meant = _moved(model, expression) if model else None
            plain = next((e for e in others if e.span.start == expression.span.start and e.form != "same"), None)
            if meant is None and plain is None:
                continue
            expression = meant or plain or expression
            if expression.unit == "before":
                yield expression
                continue
        yield expression
        for size, model in _models(expression):
            if not (_is_planned(text, expression) and _is_near(before.get(size), expression)):
                before[size] = model
        if _lasts_months(expression):
            before.pop("quarter", None)


def _is_planned(text: str, e: Expression) -> bool:
    """ "For Monday", "for next Monday"."""
    return PLANNED.search(text, max(0, e.span.start - ASIDE), e.span.start) is not None


def _is_near(model: Expression | None, e: Expression) -> bool:
    return model is not None and e.span.start - model.span.end <= NEAR


def _models(e: Expression) -> Iterator[tuple[str, Expression]]:
    """What others can point at in an expression, by size: it itself, and the year that it names."""
    size = size_of(e)
    if size:
        yield size, e
    if e.form == "absolute" and size in ("day", "month", "quarter"):
        yield "year", replace(e, value=(e.value or "")[:4], kind="date", clock=None)


def _lasts_months(e: Expression) -> bool:
    """Nine months: figures that follow are compared with those of another such stretch, not with a quarter."""
    return e.form == "duration" and e.unit == "month"


def size_of(e: Expression) -> str | None:
    """The size of what an expression names, where others can point at it."""
    if e.form == "offset":
        return e.unit
    value = (e.value or "").partition("/")[0]
    if e.form == "weekday":
        return "day"
    if e.form not in ("absolute", "partial") or ".." in value or "|" in value:
        return None
    if "-Q" in value:
        return "quarter"
    return "day" if len(value) >= 10 else SIZES.get(len(value)) if value[-1:].isdigit() else None


def _moved(model: Expression, e: Expression) -> Expression | None:
    """What an expression means that lies `count` units from another; None where that is too far to point."""
    steps = int(e.count or 0)
    if steps and e.unit != "quarter" and e.span.start - model.span.end > NEAR:
        return None
    meant = stepped(model, e.unit or "day", steps) if steps else model
    if meant is None:
        return None
    return replace(meant, span=e.span, said=e.said, kind="time" if e.clock else "date", clock=e.clock)


def stepped(model: Expression, size: str, steps: int) -> Expression | None:
    """What lies so many periods of a size before or after what an expression names; None where that can't be told."""
    value = (model.value or "").partition("/")[0]
    if model.form == "offset":
        return replace(model, value=None, count=(model.count or 0) + steps)
    if size == "quarter":
        return _quarter_before(model, value)
    if model.form == "weekday":
        if abs(steps) > WEEKDAYS:
            return None
        return replace(model, value=f"XXXX-WXX-{(int(value[9]) - 1 + steps) % 7 + 1}")
    days = period(value.replace("XXXX", "2000"))
    if days is None or (model.form == "partial" and size == "year") or value.startswith("XXXX-XX"):
        return None
    day = _within_reach(days[0], size, steps)
    text = value_of(day, size) if day else ""
    return replace(model, value=text if model.form == "absolute" else f"XXXX{text[4:]}") if text else None


def _within_reach(day: date, size: str, steps: int) -> date | None:
    try:
        return moved(day, size, steps)
    except (ValueError, OverflowError):
        return None


def _quarter_before(model: Expression, value: str) -> Expression:
    """The same quarter a year before; of one without its year, `unit` says so."""
    if model.form == "absolute":
        return replace(model, value=f"{int(value[:4]) - 1:04d}{value[4:]}")
    if model.unit == "year":
        return replace(model, value=value, count=(model.count or 0) - 1, direction="past")
    return replace(model, value=value, unit="before", count=-1)
