"""Rules for dates: days, months, quarters, seasons, years, decades, centuries, feasts and weekdays."""

from __future__ import annotations

import re

from wirecopy import words
from wirecopy.moments.calendar import period
from wirecopy.moments.clock import CLOCK, clock
from wirecopy.moments.rules import (
    Hit,
    Meaning,
    Rule,
    count_of,
    direction_of,
    modifier,
    month,
    ordinal,
    part,
    weekday,
    year_of,
)

WEEKDAY = r"(?:{anyweekday}{dot}?{comma}?)"
MONTH = r"(?:(?P<month>{month|month_doubtful}|{month_short}(?:{dot})?))"
DAY = r"(?P<day>{day|ordinal}|{tens}{hyphen}?{ordinal_word}|{ordinal_word})"
YEARS = r"(?P<year>{year}|{nineteen}(?:{tens}(?:{hyphen}?{cardinal})?|{nineteen}))"
YEAR = rf"(?:{{comma|hyphen}}?{YEARS})"
AROUND = {"week": "WEEK", "weekend": "WEEKEND"}
NIGHT = r"(?:{the}?(?P<part>{part}){of}|{the}(?P<around>{unit_one|weekend}){of})?"
BEFORE = rf"(?:{{about}}?(?P<clock>{CLOCK}){{comma}}?{{on}}?)?"
AFTER = rf"(?:{{comma|at}}{{0,2}}(?P<late>{CLOCK}))?"
PART = r"(?P<mod>{early|mid|late}{hyphen}?|{the}?{early|mid|late}{of}|{earlier|later})?"
# What stands before "May" and "March" where they are months.
BEFORE_MONTH = ("in", "of", "to", "and", "or", "early", "late", "mid", "before", "after")
CENTURIES_MIN, YEARS_MIN, YEARS_MAX = 1, 1900, 2049


def _clock(hit: Hit) -> str | None:
    return clock(hit.all("clock") or hit.all("late"))


def _date(hit: Hit) -> Meaning | None:
    """A day of a month, with or without its year."""
    number, day = month(hit.text("month")), ordinal(hit.all("day"))
    if number is None or day is None or day > 31:
        return None
    year, time = year_of(hit.all("year")), _clock(hit) or part(hit.all("part"))
    kind = "time" if time else "date"
    count = count_of(hit.all("which")) or None
    around = "/" + AROUND[hit.text("around")] if hit.text("around") in AROUND else ""
    if hit.all("around") and not around:
        return None
    if year:
        return Meaning(
            kind, "absolute", f"{year}-{number:02d}-{day:02d}{around}", None, count, direction_of(count), time
        )
    return Meaning(kind, "partial", f"XXXX-{number:02d}-{day:02d}{around}", None, count, direction_of(count), time)


def _edge(hit: Hit) -> Meaning | None:
    """The last day of 1999, the first day of May 2004."""
    number = month(hit.text("month"))
    last = hit.text("edge") == "last"
    days = period(year_of(hit.all("year")) + (f"-{number:02d}" if number else ""))
    if days is None or hit.text("unit") != "day" or hit.text("edge") not in ("first", "last"):
        return None
    return Meaning("date", "absolute", days[last].isoformat())


def _month(hit: Hit) -> Meaning | None:
    """A month with a year, with last, this or next, with "last year", or alone."""
    number = month(hit.text("month"))
    doubtful = hit.text("month") in words.load("calendar")["months_doubtful"]
    count, years, year = count_of(hit.all("which")), count_of(hit.all("years")), year_of(hit.all("year"))
    mod = modifier(hit.all("mod"))
    short = hit.text("month") in words.load("calendar")["months_short"]
    if short and not year and years is None and count is None and hit.near(1).kind != "dot" and not mod:
        return None
    if doubtful and not year and years is None and count is None and not mod:
        before, march = hit.near(-1), hit.near(1).kind in ("on", "of", "to") or hit.near(1).text in ("for", "against")
        if before.kind not in BEFORE_MONTH and (before.kind not in ("the", "a") or march):  # the March for Peace
            return None
    if year:
        return Meaning("date", "absolute", f"{year}-{number:02d}{mod}")
    if years is not None:
        return Meaning("date", "partial", f"XXXX-{number:02d}{mod}", "year", years, direction_of(years))
    if count == 0:
        return Meaning("date", "partial", f"XXXX-{number:02d}{mod}", "year", 0)
    return Meaning("date", "partial", f"XXXX-{number:02d}{mod}", None, count, direction_of(count))


def _year(hit: Hit) -> Meaning | None:
    """A year: four digits that count nothing and number nothing."""
    year, before, after = int(year_of(hit.all("year") or hit.all("spoken"))), hit.near(-1), hit.near(1)
    if after.kind in ("counted", "percent", "zone", "units", "half_day") or before.kind in (
        "money",
        "numbering",
        "than",
    ):
        return None
    if before.kind == "dot" and hit.near(-2).text in ("no", "nos"):
        return None
    if before.kind in ("about",) and after.kind == "" and hit.near(1).text.endswith("s"):
        return None
    if before.kind == "hyphen" and before.start == hit.near(-2).end and hit.near(-2).kind in ("number", "day"):
        return None
    if not YEARS_MIN <= year <= YEARS_MAX and before.kind not in ("in", "of", "early", "late", "mid"):
        return None
    return Meaning("date", "absolute", f"{year}{modifier(hit.all('mod'))}")


def _far_year(hit: Hit) -> Meaning | None:
    """The year 2300: farther off than a bare number is taken for a year."""
    far = hit.text("far")
    return Meaning("date", "absolute", far) if hit.text("unit") == "year" and re.fullmatch(r"[1-9]\d{3}", far) else None


def _decade(hit: Hit) -> Meaning | None:
    """The 1980s, the '80s, the eighties: TIMEX3 writes the three digits that they share."""
    text = hit.text("decade")
    named = words.load("times")["decades"].get(text)
    digits = f"19{named}" if named else text[:-2] if len(text) > 3 else f"{'19' if text[0] > '2' else '20'}{text[0]}"
    if not hit.all("the") and len(text) < 5:
        return None
    return Meaning("date", "absolute", f"{digits}{modifier(hit.all('mod'))}")


def _century(hit: Hit) -> Meaning | None:
    """The 19th century: TIMEX3 writes its first two digits, 18."""
    number = ordinal(hit.all("number"))
    if number is None or not CENTURIES_MIN <= number <= 22:
        return None
    return Meaning("date", "absolute", f"{number - 1:02d}{modifier(hit.all('mod'))}")


def _quarter(hit: Hit) -> Meaning | None:
    """The third quarter or the first half, of a named year, of last, this or next year, or of none."""
    last = hit.text("number") == "last"
    code, most = ("Q", 4) if hit.text("quarter") == "quarter" else ("H", 2)
    number = most if last else ordinal(hit.all("number"))
    if number is None or number > most or (last and code == "Q" and not hit.all("year")):
        return None
    year, years = year_of(hit.all("year")) or hit.text("first"), count_of(hit.all("years") or hit.all("own"))
    if year:
        return Meaning("date", "absolute", f"{year}-{code}{number}")
    if code == "H" and years is None:
        return None
    if years is None:
        return Meaning("date", "partial", f"XXXX-{code}{number}")
    return Meaning("date", "partial", f"XXXX-{code}{number}", "year", years, direction_of(years))


def _coded(hit: Hit) -> Meaning | None:
    """Q3 2021, H1."""
    start, _ = hit.place()
    code, figure = hit.tokens.between(start, start + 2)
    number, year = int(figure.text), hit.text("year")
    if code.end != figure.start or number > (4 if code.text == "q" else 2):
        return None
    value = f"{year or 'XXXX'}-{code.text.upper()}{number}"
    return Meaning("date", "absolute" if year else "partial", value)


def _nth_weekday(hit: Hit) -> Meaning | None:
    """The second Sunday in May, the last Friday of March 2022."""
    number, nth = month(hit.text("month")), 9 if hit.text("nth") == "last" else ordinal(hit.all("nth"))
    if number is None or nth is None or (nth > 5 and nth != 9) or hit.text("in") not in ("", "in"):
        return None
    template = f"-{number:02d}-M{nth}-{weekday(hit.text('weekday'))}"
    year = year_of(hit.all("year"))
    days = period(year + template) if year else None
    return Meaning("date", "absolute", days[0].isoformat()) if days else Meaning("date", "partial", "XXXX" + template)


def _season(hit: Hit) -> Meaning | None:
    """Last fall, this summer, the winter of 1994, in spring."""
    code = words.load("calendar")["seasons"][hit.text("season")]
    year, count, mod = year_of(hit.all("year")), count_of(hit.all("which")), modifier(hit.all("mod"))
    if year:
        return Meaning("date", "absolute", f"{year}-{code}{mod}")
    if (
        hit.text("season") == "fall" and count is None and (hit.near(1).kind == "of" or hit.near(1).text == "in")
    ):  # the fall of the city
        return None
    if count is None and not hit.all("the") and (hit.text("season") == "fall" or hit.near(-1).kind != "in"):
        return None
    if count == 0 and code == "WI":  # of two winters in a year, the nearest
        return Meaning("date", "partial", f"XXXX-{code}{mod}")
    if count == 0:
        return Meaning("date", "partial", f"XXXX-{code}{mod}", "year", 0)
    return Meaning("date", "partial", f"XXXX-{code}{mod}", None, count, direction_of(count))


def _weekday(hit: Hit) -> Meaning | None:
    """A weekday, with last, this or next, a part of the day or a clock time; none in "a Sunday newspaper"."""
    name = hit.text("weekday")
    if hit.near(1).text in words.load("calendar")["weekly"]:
        return None
    number, count = weekday(name), count_of(hit.all("which"))
    time = _clock(hit) or part(hit.all("part") or hit.all("dawn"))
    if name in words.load("calendar")["weekdays_short"] and hit.near(1).kind != "dot" and not time:
        return None
    value = f"XXXX-WXX-{number}"
    if hit.all("each"):
        return Meaning("set", "set", value + (time or ""))
    kind = "time" if time else "date"
    return Meaning(kind, "weekday", value + modifier(hit.all("mod")), None, count, direction_of(count), time)


def _day_of_month(hit: Hit) -> Meaning | None:
    """The 18th, behind a preposition: a day of this month or of a month beside it."""
    if hit.near(-1).kind not in ("on", "in", "before", "after", "to") or hit.near(1).kind in ("century", ""):
        return None
    return Meaning("date", "partial", f"XXXX-XX-{ordinal(hit.all('day')):02d}")


RULES = (
    Rule("date", rf"(?:{BEFORE}|{NIGHT})(?P<which>{{last|next|this}}{{1,2}})?{WEEKDAY}?{MONTH}{{the}}?{DAY}{YEAR}?{AFTER}", _date),  # noqa: E501
    Rule("day first", rf"(?:{BEFORE}|{NIGHT})(?P<which>{{last|next|this}}{{1,2}})?{WEEKDAY}?{{the}}?(?P<day>{{day|ordinal}}){{of|hyphen}}?{MONTH}{YEAR}?{AFTER}", _date),  # noqa: E501
    Rule("day in words", rf"{WEEKDAY}?{{the}}{DAY}{{of}}{MONTH}{YEAR}?", _date),
    Rule("edge", rf"{{the}}(?P<edge>{{ordinal_word|last}})(?P<unit>{{unit_one}}){{of}}(?:{MONTH}{{comma}}?)?(?P<year>{{year}})", _edge),  # noqa: E501
    Rule("month", rf"{PART}(?P<which>{{last|next|this}})?{MONTH}(?:{{of|comma}}?{YEARS}|(?P<years>{{this|last|next}}){{unit_one}})?", _month),  # noqa: E501
    Rule("year", rf"{PART}(?:{{full}}|{{the}}{{unit_one}})?{YEARS}|{{the}}{{unit_one}}(?P<spoken>{{cardinal}}{{hundred}})", _year),  # noqa: E501
    Rule("far year", r"{the}(?P<unit>{unit_one})(?P<far>{number|hundreds})", _far_year),
    Rule("decade", rf"(?P<the>{{the}}{{apostrophe}}?)?{PART}{{apostrophe}}?(?P<decade>{{decade|decade_word}})", _decade),
    Rule("century", rf"{{the}}?{PART}(?P<number>{{ordinal|century_ordinal|ordinal_word|second}}|{{tens}}{{hyphen}}{{ordinal_word}}){{hyphen}}?{{century}}", _century),  # noqa: E501
    Rule("quarter", r"(?:(?P<own>{last|this|next}){unit_one}{own})?(?:{the}(?!.{hyphen}))?{full}?(?P<first>{year})?(?P<number>{ordinal|ordinal_word|second|last}){hyphen}?(?P<quarter>{quarter|half})(?:{of}?(?P<year>{year})|{of}?(?P<years>{last|this|next}){unit_one})?", _quarter),  # noqa: E501
    Rule("coded quarter", r"{quarter_code}{day}{hyphen}?(?:{of}?(?P<year>{year}))?", _coded),
    Rule("nth weekday", rf"{{the}}(?P<nth>{{ordinal_word|second|ordinal|last}})(?P<weekday>{{weekday}})(?:{{of}}|(?P<in>{{in}})){MONTH}{YEAR}?", _nth_weekday),  # noqa: E501
    Rule("season", rf"{PART}(?P<the>{{the}})?(?P<which>{{last|next|this}}{{1,2}})?(?P<season>{{season}})(?:{{of}}?{YEARS}(?:{{hyphen}}{{day|number}})?)?", _season),  # noqa: E501
    Rule("weekday", rf"(?:{BEFORE}|{{the}}?(?P<dawn>{{part}}){{of|on}}?)(?P<each>{{every}})?(?P<mod>{{early|late|earlier|later}})?(?P<which>{{last|next|this}}{{1,2}})?(?P<weekday>{{anyweekday}})(?P<part>{{part}})?{AFTER}", _weekday),  # noqa: E501
    Rule("day of month", r"{the}(?P<day>{ordinal})", _day_of_month),
)  # fmt: skip
