"""Rules for dates: days, months, quarters, seasons, years, decades, centuries, feasts and weekdays."""

from __future__ import annotations

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
)

WEEKDAY = r"(?:{anyweekday}{dot}?{comma}?)"
MONTH = r"(?:(?P<month>{month|month_doubtful}|{month_short}(?:{dot})?))"
DAY = r"(?P<day>{day|ordinal}|{tens}{hyphen}?{ordinal_word}|{ordinal_word})"
YEAR = r"(?:{comma}?(?P<year>{year}))"
BEFORE = rf"(?:(?P<clock>{CLOCK}){{comma}}?{{on}}?)?"
AFTER = rf"(?:{{comma|at}}{{0,2}}(?P<late>{CLOCK}))?"
PART = r"(?P<mod>{early|mid|late}{hyphen}?|{the}{early|mid|late}{of}|{earlier|later})?"
CENTURIES_MIN, YEARS_MIN, YEARS_MAX = 1, 1900, 2049


def _clock(hit: Hit) -> str | None:
    return clock(hit.all("clock") or hit.all("late"))


def _date(hit: Hit) -> Meaning | None:
    """A day of a month, with or without its year."""
    number, day = month(hit.text("month")), ordinal(hit.all("day"))
    if number is None or day is None or day > 31:
        return None
    year, time = hit.text("year"), _clock(hit)
    kind = "time" if time else "date"
    count = count_of(hit.all("which")) or None
    if year:
        return Meaning(kind, "absolute", f"{year}-{number:02d}-{day:02d}", None, count, direction_of(count), time)
    return Meaning(kind, "partial", f"XXXX-{number:02d}-{day:02d}", None, count, direction_of(count), time)


def _edge(hit: Hit) -> Meaning | None:
    """The last day of 1999, the first day of May 2004."""
    number = month(hit.text("month"))
    last, unit = hit.text("edge") == "last", [token.text for token in hit.tokens[hit.match.start("edge") + 1 :][:1]]
    days = period(hit.text("year") + (f"-{number:02d}" if number else ""))
    if days is None or unit != ["day"] or hit.text("edge") not in ("first", "last"):
        return None
    return Meaning("date", "absolute", days[last].isoformat())


def _iso(hit: Hit) -> Meaning | None:
    """2021-12-09, without spaces."""
    year, number, day = hit.all("iso")[::2]
    if not hit.tight() or int(number) > 12:
        return None
    return Meaning("date", "absolute", f"{year}-{int(number):02d}-{int(day):02d}")


def _slashes(hit: Hit) -> Meaning | None:
    """12/31/2021 or 31/12/2021: read only where one of the two numbers can be no month, or both are the same."""
    first, second, year = (int(piece) for piece in hit.text("slash").split("/"))
    year += 0 if year > 99 else 1900 if year > 49 else 2000
    number, day = (second, first) if first > 12 else (first, second)
    if not 1 <= number <= 12 or not 1 <= day <= 31 or (first != second and max(first, second) <= 12):
        return None
    return Meaning("date", "absolute", f"{year:04d}-{number:02d}-{day:02d}")


def _month(hit: Hit) -> Meaning | None:
    """A month with a year, with last, this or next, with "last year", or alone."""
    number = month(hit.text("month"))
    doubtful = hit.text("month") in words.load("calendar")["months_doubtful"]
    count, years, year = count_of(hit.all("which")), count_of(hit.all("years")), hit.text("year")
    mod = modifier(hit.all("mod"))
    short = hit.text("month") in words.load("calendar")["months_short"]
    if short and not year and years is None and count is None and hit.near(1).kind != "dot" and not mod:
        return None
    if doubtful and not year and years is None and count is None and not mod:
        before = hit.near(-1)
        if before.kind not in ("in", "of", "to", "and", "or", "early", "late", "mid", "before", "after"):
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
    year, before, after = int(hit.text("year")), hit.near(-1), hit.near(1)
    if after.kind in ("counted", "percent", "zone", "units", "half_day") or before.kind in (
        "money",
        "numbering",
        "than",
    ):
        return None
    if before.kind in ("about",) and after.kind == "" and hit.near(1).text.endswith("s"):
        return None
    if before.kind == "hyphen" and before.start == hit.near(-2).end and hit.near(-2).kind in ("number", "day"):
        return None
    if not YEARS_MIN <= year <= YEARS_MAX and before.kind not in ("in", "of", "early", "late", "mid"):
        return None
    return Meaning("date", "absolute", f"{year}{modifier(hit.all('mod'))}")


def _spoken_year(hit: Hit) -> Meaning | None:
    """Nineteen ninety-six, as broadcasts write it."""
    cardinals = words.load("times")["cardinals"]
    tail = sum(cardinals.get(text, 0) for text in hit.all("tail"))
    return Meaning("date", "absolute", f"{1900 + tail}") if 10 <= tail < 100 else None


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
    number = ordinal(hit.all("number"))
    code = "Q" if hit.text("quarter") == "quarter" else "H"
    if number is None or number > (4 if code == "Q" else 2):
        return None
    year, years = hit.text("year") or hit.text("first"), count_of(hit.all("years") or hit.all("own"))
    if year:
        return Meaning("date", "absolute", f"{year}-{code}{number}")
    if code == "H" and years is None:
        return None
    if years is None:
        return Meaning("date", "partial", f"XXXX-{code}{number}")
    return Meaning("date", "partial", f"XXXX-{code}{number}", "year", years, direction_of(years))


def _season(hit: Hit) -> Meaning | None:
    """Last fall, this summer, the winter of 1994, in spring."""
    code = words.load("calendar")["seasons"][hit.text("season")]
    year, count, mod = hit.text("year"), count_of(hit.all("which")), modifier(hit.all("mod"))
    if year:
        return Meaning("date", "absolute", f"{year}-{code}{mod}")
    if count is None and not hit.all("the") and (hit.text("season") == "fall" or hit.near(-1).kind != "in"):
        return None
    if count == 0:
        return Meaning("date", "partial", f"XXXX-{code}{mod}", "year", 0)
    return Meaning("date", "partial", f"XXXX-{code}{mod}", None, count, direction_of(count))


def _weekday(hit: Hit) -> Meaning | None:
    """A weekday, with last, this or next, a part of the day or a clock time."""
    name = hit.text("weekday")
    number, count = weekday(name), count_of(hit.all("which"))
    time = _clock(hit) or part(hit.all("part"))
    if name in words.load("calendar")["weekdays_short"] and hit.near(1).kind != "dot" and not time:
        return None
    value = f"XXXX-WXX-{number}"
    if hit.all("each"):
        return Meaning("set", "set", value + (time or ""))
    kind = "time" if time else "date"
    return Meaning(kind, "weekday", value + modifier(hit.all("mod")), None, count, direction_of(count), time)


def _weekdays(hit: Hit) -> Meaning:
    """Mondays, Tuesday nights: again and again."""
    return Meaning("set", "set", f"XXXX-WXX-{weekday(hit.text('weekday'))}{part(hit.all('part')) or ''}")


def _day_of_month(hit: Hit) -> Meaning | None:
    """The 18th, behind a preposition: a day of this month or of a month beside it."""
    if hit.near(-1).kind not in ("on", "in", "before", "after", "to") or hit.near(1).kind in ("century", ""):
        return None
    return Meaning("date", "partial", f"XXXX-XX-{ordinal(hit.all('day')):02d}")


RULES = (
    Rule("date", rf"{BEFORE}(?P<which>{{last|next|this}}{{1,2}})?{WEEKDAY}?{MONTH}{DAY}{YEAR}?{AFTER}", _date),
    Rule("day first", rf"{BEFORE}(?P<which>{{last|next|this}}{{1,2}})?{WEEKDAY}?{{the}}?(?P<day>{{day|ordinal}}){{of}}?{MONTH}{YEAR}?{AFTER}", _date),  # noqa: E501
    Rule("day in words", rf"{WEEKDAY}?{{the}}{DAY}{{of}}{MONTH}{YEAR}?", _date),
    Rule("edge", rf"{{the}}(?P<edge>{{ordinal_word|last}}){{unit_one}}{{of}}(?:{MONTH}{{comma}}?)?(?P<year>{{year}})", _edge),
    Rule("iso", r"(?P<iso>{year}{hyphen}{day}{hyphen}{day})", _iso),
    Rule("slashes", r"(?P<slash>{slash})", _slashes),
    Rule("month", rf"{PART}(?P<which>{{last|next|this}})?{MONTH}(?:{{of|comma}}?(?P<year>{{year}})|(?P<years>{{this|last|next}}){{unit_one}})?", _month),  # noqa: E501
    Rule("year", rf"{PART}(?:{{full}}|{{the}}{{unit_one}})?(?P<year>{{year}})", _year),
    Rule("spoken year", r"{nineteen}(?P<tail>{tens}(?:{hyphen}?{cardinal})?|{cardinal}|{nineteen})", _spoken_year),
    Rule("decade", rf"(?P<the>{{the}}{{apostrophe}}?)?{PART}{{apostrophe}}?(?P<decade>{{decade|decade_word}})", _decade),
    Rule("century", rf"{{the}}?{PART}(?P<number>{{ordinal|century_ordinal|ordinal_word|second}}|{{tens}}{{hyphen}}{{ordinal_word}}){{hyphen}}?{{century}}", _century),  # noqa: E501
    Rule("quarter", r"(?:(?P<own>{last|this|next}){unit_one}{own})?(?:{the}(?!.{hyphen}))?{full}?(?P<first>{year})?(?P<number>{ordinal|ordinal_word|second}){hyphen}?(?P<quarter>{quarter|half})(?:{of}?(?P<year>{year})|{of}?(?P<years>{last|this|next}){unit_one})?", _quarter),  # noqa: E501
    Rule("season", rf"{PART}(?P<the>{{the}})?(?P<which>{{last|next|this}}{{1,2}})?(?P<season>{{season}})(?:{{of}}?(?P<year>{{year}}))?", _season),  # noqa: E501
    Rule("weekday", rf"{BEFORE}(?P<each>{{every}})?(?P<mod>{{early|late|earlier|later}})?(?P<which>{{last|next|this}}{{1,2}})?(?P<weekday>{{anyweekday}})(?P<part>{{part}})?{AFTER}", _weekday),  # noqa: E501
    Rule("weekdays", r"(?P<weekday>{weekdays})(?P<part>{part})?", _weekdays),
    Rule("day of month", r"{the}(?P<day>{ordinal})", _day_of_month),
)  # fmt: skip
