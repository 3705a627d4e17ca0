"""Date lines of a page: "date 2021-12-09", "Published: 9 December 2021", "Thu, 09 Dec 2021 14:03:00 GMT"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from wirecopy.model import Moment
from wirecopy.words import load

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FOREIGN: dict[str, int] = load("datelines")["months"]
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    rf"|nov(?:ember)?|dec(?:ember)?|{'|'.join(_FOREIGN)})\.?"
)
_DATE = re.compile(
    r"\b(?:(?P<year1>(?:19|20)\d\d)[-/.](?P<month1>\d{1,2})[-/.](?P<day1>\d{1,2})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[ .-]*(?:of |de )?{_MONTH.format('month2')}[ ,.-]*(?:de )?(?P<year2>(?:19|20)\d\d)"
    rf"|{_MONTH.format('month3')}\s*(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year3>(?:19|20)\d\d)"
    r"|(?P<first4>\d{1,2})[-/.](?P<second4>\d{1,2})[-/.](?P<year4>(?:19|20)\d\d|\d\d))(?!\d)",
    re.I,
)
_HEADER = re.compile(r"[ \t\xa0]*date:?[ \t\xa0]+(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?=\s|\Z)", re.I)
_CLOCK = re.compile(
    r"(?:\b(?:at|um|às)\s)?\b\d{1,2}[:.]?\d\d(?:[:.]\d\d(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|T\d\d:\d\d\S*|[+-]\d\d:?\d\d\b|\b(?:[A-Z]{1,4}T|UTC|GMT|Z|ist|cet|est|edt|pst)\b"
)
_LABEL = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|released|submitted|issued)"
    r"|last update|update|publication date|date|dated|on|at|by|of|the|and|h|from|read|min|ago|\d+ (?:hours?|minutes?|days?) ago"
    r"|publié|mis à jour|le|à|veröffentlicht|aktualisiert|am|uhr|publicado|actualizado|el|a las|pubblicato|il|publiziert)\b:?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?",
    re.I,
)
_SAYS_WHEN = re.compile(r"\b(?:published|posted|updated|modified|date|dated|publié|veröffentlicht|publicado)\b", re.I)
_UPDATED = re.compile(r"\b(?:updated?|modified|mis à jour|aktualisiert|actualizado)\b", re.I)
LONGEST = 140
"""Longest date line, in characters."""


class DateLine(NamedTuple):
    """What a date line says: the day as a Moment, whether it is labelled, whether it is of an update, what else it has."""

    moment: Moment
    labelled: bool
    updated: bool
    rest: str


def header(text: str) -> tuple[int, Moment] | None:
    """The "date 2021-12-09" that a scraper put before a text, alone or in front of its first line: (its end, the day)."""
    match = _HEADER.match(text)
    if match is None or (moment := _moment(match.group(1))) is None:
        return None
    return match.end(), moment


def date_line(line: str) -> DateLine | None:
    """What a line says when it is nothing but a date, with or without clock, label and a name ("By Ann Lee - Nov 19, 2019").

    None where anything is left that no label, clock or name accounts for: a sentence with a date in it is no date line.
    """
    if len(line) > LONGEST or not (match := _DATE.search(line)) or (moment := _moment(match.group())) is None:
        return None
    rest = _DATE.sub(" ", line)
    rest = " ".join(_CLOCK.sub(" ", _LABEL.sub(" ", rest)).split()).strip(" \t|,.:;·•/()-–—[]»›>")
    before = line[: match.start()]
    updated = bool(_UPDATED.search(before)) and not re.search(r"published|posted", before, re.I)
    return DateLine(moment, bool(_SAYS_WHEN.search(line)), updated, rest)


def written(said: str) -> Moment | None:
    """The day of publication that a document's markup states ("2021-12-09T20:30:00-05:00"); None without a day."""
    moment = _moment(said)
    return moment and replace(moment, said=said.strip(), because=moment.because.replace(_SHOWN, _STATED))


_SHOWN, _STATED = "the page's date line", "the page's markup"


def _moment(said: str) -> Moment | None:
    """The day that a written date names; of 09/12/2021 only the interval between its two readings is known."""
    match = _DATE.search(said)
    if match is None:
        return None
    if match["first4"]:
        return _either(match, said)
    year, month, day = (next(v for n in "123" if (v := match[f"{part}{n}"])) for part in ("year", "month", "day"))
    if (found := _day(int(year), _month(month), int(day))) is None:
        return None
    return Moment(found, found, found, "stated", said.strip(), None, _SHOWN)


def _month(said: str) -> int:
    """The number of a month given as a number, in English or in another language that date lines are read in."""
    if said.isdigit():
        return int(said)
    return _FOREIGN.get(said.lower()) or _MONTHS.index(said[:3].lower()) + 1


def _either(match: re.Match[str], said: str) -> Moment | None:
    year = int(match["year4"]) + (2000 if len(match["year4"]) == 2 else 0)
    first, second = int(match["first4"]), int(match["second4"])
    days = sorted({found for m, d in ((first, second), (second, first)) if (found := _day(year, m, d))})
    if not days:
        return None
    value = days[0] if len(days) == 1 else str(year)
    because = _SHOWN + (", which can be read with the day or the month first" if len(days) > 1 else "")
    return Moment(value, days[0], days[-1], "stated", said.strip(), None, because)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
