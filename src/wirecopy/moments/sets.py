"""Rules for what comes again and again: daily, every two weeks, twice a week, each Tuesday, every July."""

from __future__ import annotations

from wirecopy import words
from wirecopy.moments.amounts import AMOUNT, UNIT, amount, length, unit
from wirecopy.moments.rules import Hit, Meaning, Rule, month, part, weekday


def _set(hit: Hit) -> Meaning:
    """Daily, annually."""
    return Meaning("set", "set", words.load("times")["sets"][hit.text("set")])


def _every(hit: Hit) -> Meaning | None:
    """Every day, each quarter, every two weeks, every other day."""
    code, times = unit(hit)
    count = 2 if hit.all("other") else amount(hit) if hit.all("amount") else 1
    return Meaning("set", "set", length(code, None if count is None else count * times))


def _often(hit: Hit) -> Meaning:
    """Twice a week, three times a day."""
    code, times = unit(hit)
    return Meaning("set", "set", length(code, times))


def _each_month(hit: Hit) -> Meaning:
    """Every July, each winter, every night."""
    if hit.all("part"):
        return Meaning("set", "set", f"XXXX-XX-XX{part(hit.all('part'))}")
    number, seasons = month(hit.text("name")), words.load("calendar")["seasons"]
    return Meaning("set", "set", f"XXXX-{number:02d}" if number else f"XXXX-{seasons[hit.text('name')]}")


def _weekdays(hit: Hit) -> Meaning | None:
    """Mondays, Tuesday nights: again and again; not two Fridays ago."""
    if hit.near(1).kind == "ago":
        return None
    return Meaning("set", "set", f"XXXX-WXX-{weekday(hit.text('weekday'))}{part(hit.all('part')) or ''}")


RULES = (
    Rule("set", r"(?P<set>{set})", _set),
    Rule("every", rf"{{every}}(?:{AMOUNT}|(?P<other>{{other}}))?{UNIT}", _every),
    Rule("often", rf"(?:{{once}}|(?:{{digits}}|{{word_number}}|{{few}}){{times}}){{a}}{UNIT}", _often),
    Rule("each month", r"{every}(?:(?P<name>{month|season})|(?P<part>{part}))", _each_month),
    Rule("weekdays", r"(?P<weekday>{weekdays})(?P<part>{part})?", _weekdays),
)
