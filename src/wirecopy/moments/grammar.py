"""Words → expressions of time, their meaning not yet resolved.

Each rule of `dates.RULES` and `spans.RULES` is run over the letters of a report's tokens (`tokens`). Where two matches
overlap the one that begins first stands, of those the longest, of those the one whose rule is listed first. The forms of
an expression, which `resolve` reads:

- absolute: `value` is the whole date, up to a part of it: "2021-12-09", "2022/START"; with `clock`, a time of that day
- partial: `value` has X for what is not told: "XXXX-12-07"; `unit` year and `count`: of the year so many from now;
  `unit` before: so many years beside the nearest; `count` alone: of the nearest ones, the last (-1) or the next (1)
- in both, a value can have two ends, "2021-12-09..2021-12-12", or two readings, "2021-09-12|2021-12-09"
- weekday: "XXXX-WXX-4", with `count` as in partial
- offset: `count` units from the day of publication; `value` a part of that period ("/END"), or "/SAME" for its same day
- stretch: so many units up to now or from now on, by `direction`
- duration, set, reference: `value` as it stands; clock: a time of an unnamed day; same: see `pointing`; beside: see `beside`
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cache, lru_cache

from wirecopy import words
from wirecopy.model import Expression, Report, Span
from wirecopy.moments import beside, dates, numeric, pointing, ranges, sets, spans
from wirecopy.moments.calendar import period
from wirecopy.moments.names import is_named
from wirecopy.moments.rules import Hit, Meaning, Rule, count_of, direction_of
from wirecopy.moments.tokens import RUN, Tokens, compiled, tokens

RULES = numeric.RULES + ranges.RULES + dates.RULES + pointing.RULES + beside.RULES + spans.RULES + sets.RULES
# Letters: longer runs are rare, and of hostile text; what they match is not kept.
SHORT = 40


def expressions(report: Report) -> tuple[Expression, ...]:
    """Every expression of time in a report's text, in order; no two overlap."""
    found = sorted(_candidates(report), key=lambda e: (e.span.start, -e.span.end))
    kept: list[Expression] = []
    for e in found:
        if (not kept or e.span.start >= kept[-1].span.end) and not is_named(report.text, e.span):
            kept.append(e)
    told = tuple(pointing.pointed(tuple(beside.joined(kept, found)), found, report.text))
    return tuple(beside.timed(told, report.text))


def _candidates(report: Report) -> Iterator[Expression]:
    """What each rule reads, those of one place in the order of the rules."""
    parts = tokens(report.text)
    for run in RUN.finditer(parts.letters):
        for rule, match in _matches(run[0]) if len(run[0]) <= SHORT else _matching(run[0]):
            hit = Hit(parts, run.start(), match)
            meaning = rule.read(hit)
            if meaning is not None:
                yield _expression(report, hit, meaning)
    yield from _feasts(report)
    yield from _new_year(report)


def _matching(letters: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    return ((rule, match) for rule in RULES for match in compiled(rule.pattern).finditer(letters))


@lru_cache(maxsize=4096)
def _matches(letters: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """Which rules match where in a run of letters; kept, for a report has hundreds of runs and few that are new."""
    return tuple(_matching(letters))


def _expression(report: Report, hit: Hit, meaning: Meaning) -> Expression:
    (first, last), parts = hit.place(), hit.tokens
    while parts[last - 1].kind in ("comma", "dot", "of", "at", "on") and last - first > 1 and not _short(parts, last):
        last -= 1
    start, end = parts[first].start, parts[last - 1].end
    return Expression(Span(report.id, start, end), report.text[start:end], *meaning)


def _short(parts: Tokens, last: int) -> bool:
    """Whether the dot at the end belongs to an abbreviated name ("Dec.")."""
    return parts[last - 1].kind == "dot" and parts[last - 2].kind in ("month_short", "weekday_short")


@cache
def _feast_names() -> re.Pattern[str]:
    """Feasts as they are written, with capitals; the word before them is looked at when one is found."""
    names = sorted(words.load("calendar")["feasts"], key=len, reverse=True)
    shapes = "|".join(re.escape(string.capwords(name)).replace("'", "['’]") for name in names)
    shapes = re.sub(r"\b(W)(?=eek)", "[Ww]", shapes)  # Easter week
    return re.compile(rf"\b(?P<name>{shapes})\b(?:,?\s(?P<year>(?:19|20)\d\d)\b)?")


def _feasts(report: Report) -> Iterator[Expression]:
    """Christmas, New Year's Eve 1999, last Thanksgiving."""
    for match in _feast_names().finditer(report.text):
        value = words.load("calendar")["feasts"][match["name"].lower().replace("’", "'")]
        before = re.search(r"\b(?:last|next)\s$", report.text[max(0, match.start() - 6) : match.start()], re.IGNORECASE)
        count = count_of([before[0].strip().lower()]) if before else None
        start = match.start() - (len(before[0]) if before else 0)
        rule, slash, around = value[4:].partition("/")
        days = period(match["year"] + rule) if match["year"] else None
        form, value = ("absolute", days[0].isoformat() + slash + around) if days else ("partial", value)
        span, said = Span(report.id, start, match.end()), report.text[start : match.end()]
        yield Expression(span, said, "date", form, value, None, count, direction_of(count))


# "In the new year" is told of its first months, "at the start of the new year" of the first.
NEW_YEAR = re.compile(
    r"\b(?:(?P<early>at the (?:very )?(?:start|beginning|outset) of|early in)|in|into) "
    r"(?P<year>the (?:coming )?new year)\b(?!['’])",
    re.IGNORECASE,
)


def _new_year(report: Report) -> Iterator[Expression]:
    """In the new year, at the very start of the new year: the first quarter or month, the next one or the present one."""
    for match in NEW_YEAR.finditer(report.text):
        if "New Year" not in match["year"]:  # the feast is written with capitals
            span = Span(report.id, match.start("year"), match.end())
            value = "XXXX-01" if match["early"] else "XXXX-Q1"
            yield Expression(span, match["year"], "date", "partial", value, None, None, "future")
