"""The calendar: from TIMEX3 values to days and back. Pure arithmetic; weeks are ISO 8601's, from Monday to Sunday."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]
SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?:-(?P<weekend>WE|\d))?|(?P<quarter>[QH]\d)|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)|-M(?P<nth>\d)-(?P<weekday>\d))?"
    r"|(?P<church>[EO])A(?P<from_easter>[+-]\d+)))?$"
)
# Meteorological seasons of the northern half; winter runs into the next year.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Between two days of which it is one, and between the ends of a range.
# Modifiers that name the period around a day.
AROUND = ("WEEK", "WEEKEND")
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
EITHER, RANGE = "|", ".."
THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


def month_end(year: int, month: int) -> date:
    """The last day of a month; months beyond December run into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth weekday (ISO number) of a month; 9 asks for the last one."""
    if nth == 9:
        last = month_end(year, month)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int, eastern: bool = False) -> date:
    """Easter Sunday, of the western or the eastern churches (Meeus, Astronomical Algorithms, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    if eastern:
        ahead = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        julian = date(year, ahead // 31, ahead % 31 + 1)
        return julian + timedelta(year // 100 - year // 400 - 2)
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    ahead = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    total = moon + ahead - 7 * ((year % 19 + 11 * moon + 22 * ahead) // 451) + 114
    return date(year, total // 31, total % 31 + 1)


@lru_cache(maxsize=8192)
def period(value: str) -> Days | None:
    """The first and the last day of a TIMEX3 or ISO value: 2021, 2021-12, 2021-12-09, 2021-W49, 2021-Q4, 2021-WI, 198, 19.

    A time of day is left aside. Of two values ("2021-12-09..2021-12-12", "2021-09-12|2021-12-09"), from the first day to the
    last. None for what is no such value or no such day (a 30 February).
    """
    for mark in EITHER, RANGE:
        if mark in value:
            return _around([period(end) for end in value.split(mark)])
    value = value.split("T")[0]
    if re.fullmatch(r"\d\d\d?", value):
        years = 10 ** (4 - len(value))
        value = value.ljust(4, "0")
        return (date(int(value), 1, 1), date(int(value) + years - 1, 12, 31)) if int(value) else None
    found = SHAPE.match(value)
    if not found or not int(found["year"]):
        return None
    try:
        return _period(found, int(found["year"]))
    except (ValueError, OverflowError):
        return None


def _around(ends: list[Days | None]) -> Days | None:
    known = [days for days in ends if days]
    return (min(known)[0], max(days[1] for days in known)) if len(known) == len(ends) else None


def _period(found: re.Match[str], year: int) -> Days:
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        last = monday + timedelta(6)
        if found["weekend"] == "WE":
            return last - timedelta(1), last
        return (monday, last) if not found["weekend"] else (monday + timedelta(int(found["weekend"]) - 1),) * 2
    if found["church"]:
        return (easter(year, found["church"] == "O") + timedelta(int(found["from_easter"])),) * 2
    if found["nth"]:
        return (nth_weekday(year, int(found["month"]), int(found["nth"]), int(found["weekday"])),) * 2
    if found["day"]:
        return (date(year, int(found["month"]), int(found["day"])),) * 2
    if found["season"]:
        first = SEASONS[found["season"]]
        return date(year, first, 1), month_end(year, first + 2)
    if found["quarter"]:
        length = 3 if found["quarter"][0] == "Q" else 6
        first = (int(found["quarter"][1]) - 1) * length + 1
        return date(year, first, 1), month_end(year, first + length - 1)
    month = int(found["month"] or 0)
    return (date(year, month, 1), month_end(year, month)) if month else (date(year, 1, 1), date(year, 12, 31))


def part_of(days: Days, modifier: str) -> Days:
    """The first, second or last third of a period (START, MID, END), the WEEK or WEEKEND around a day; else all of it."""
    if modifier in AROUND:
        return period(value_of(days[0], modifier.lower())) or days
    first, last = days
    if modifier not in THIRDS or first == last:
        return days
    length = (last - first).days + 1
    begin, end = THIRDS[modifier]
    return first + timedelta(length * begin // 3), first + timedelta(max(length * end // 3 - 1, length * begin // 3))


def month_after(day: date, months: int) -> date:
    """The first day of the month that lies so many months after a day's month."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def moved(day: date, unit: str, count: int) -> date:
    """The day so many days, weeks … or centuries later; the last of the month where that day does not exist."""
    if unit in ("day", "week", "weekend"):
        return day + timedelta(count * (1 if unit == "day" else 7))
    first = month_after(day, count * MONTHS_OF[unit])
    return first.replace(day=min(day.day, month_end(first.year, first.month).day))


def value_of(day: date, unit: str) -> str:
    """The value of the day, week, weekend, month, quarter, year, decade or century in which a day lies."""
    if unit in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2}[unit]]


def common(first: date, last: date) -> str:
    """The sharpest value that covers both days: a day, month, week or year; "XXXX" where they lie in different years."""
    for unit in ("day", "month", "week", "year"):
        if value_of(first, unit) == value_of(last, unit):
            return value_of(first, unit)
    return "XXXX"


def day_of(text: str | None) -> Days | None:
    """The days of an ISO date, date-time or prefix of one; None for nothing."""
    return period(text) if text else None
