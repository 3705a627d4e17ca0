"""Rules for what is told from now: yesterday, last week, three weeks ago; and for durations and what comes again."""

from __future__ import annotations

import re

from wirecopy import words
from wirecopy.moments.amounts import AMOUNT, AMOUNT_TIGHT, SPAN, UNIT, amount, length, unit
from wirecopy.moments.clock import CLOCK, clock, without_offset
from wirecopy.moments.rules import Hit, Meaning, Rule, count_of, direction_of, modifier, part

PART = r"(?P<mod>{early|mid|late}{hyphen}?|{the}{early|mid|late}{of}|{earlier|later})?"
HEDGE = r"(?:{the}{smallordinal|latest}?|{about}|{more|less}{than}|{at}{least}|{just}?{over}|{just}|{up}{to})?"
OR_SO = r"(?:{or}{so})?"
COUNTS = ("day", "number", "decimal", "hundreds", "cardinal", "tens", "hundred", "units", "counted", "percent")
YEAR = re.compile(r"(?:19|20)\d\d")


def _day(hit: Hit) -> Meaning:
    """Yesterday morning, later today, tomorrow at 9 a.m., tonight."""
    word = hit.text("day")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    time = clock(hit.all("clock") or hit.all("late")) or part(hit.all("part")) or ("TNI" if word == "tonight" else None)
    mod = modifier(hit.all("mod")) or None
    return Meaning("time" if time else "date", "offset", mod, "day", step, direction_of(step), time)


def _beyond(hit: Hit) -> Meaning:
    """The day before yesterday, the day after tomorrow."""
    step = -2 if hit.text("day") == "yesterday" else 2
    return Meaning("date", "offset", None, "day", step, direction_of(step))


def _before_last(hit: Hit) -> Meaning | None:
    """The week before last, the night before last, the month after next."""
    step = 2 if hit.text("way") == "after" else -2
    if hit.text("which") not in ("last", "next"):
        return None
    if hit.all("part"):
        return Meaning("time", "offset", None, "day", step, direction_of(step), part(hit.all("part")))
    code, times = unit(hit)
    if code[0] == "T" or times != 1:
        return None
    return Meaning("date", "offset", None, "weekend" if code == "WE" else SPAN[code], step, direction_of(step))


def _part(hit: Hit) -> Meaning | None:
    """This morning, last night, overnight."""
    step = count_of(hit.all("which")) or 0
    night = hit.text("night") == "overnight"
    if step == 1:
        return None
    time = part(hit.all("part")) or "TNI"
    return Meaning("time", "offset", None, "day", -1 if night else step, direction_of(step), time)


def _offset(hit: Hit) -> Meaning | None:
    """Last week, this year, earlier this month, early next year, the end of this week."""
    code, times = unit(hit)
    count = -1 if hit.all("latest") else count_of(hit.all("which"))
    if hit.all("which")[:1] == ["last"] and hit.near(1).kind == "of":  # the last week of December
        return None
    if code[0] == "T" or count is None or (code == "D" and (count == 0 or hit.near(-1).kind != "in")):
        return None
    name = hit.text("unit")
    if name in ("decade", "century") and (count == 0 or (name == "century" and "past" not in hit.all("which"))):
        return Meaning("date", "offset", modifier(hit.all("mod")) or None, name, count, direction_of(count))
    if name in ("decade", "century") or name.endswith("s"):
        way = None if hit.near(1).kind == "of" else direction_of(count)  # the last days of December
        plural = name.endswith("s")
        return (
            Meaning("duration", "stretch", length(code, None if plural else times), SPAN[code], None, way)
            if way
            else None
        )
    size = "weekend" if code == "WE" else SPAN[code]
    mod = modifier(hit.all("mod")) or None
    return Meaning("date", "offset", mod, size, count * times, direction_of(count))


def _the_weekend(hit: Hit) -> Meaning | None:
    """The weekend: the last one, or the next where the tense shows it; "the weekend of Dec. 11" is told by its date."""
    if hit.near(1).kind == "of":
        return None
    return Meaning("date", "offset", None, "weekend", None)


def _the_quarter(hit: Hit) -> Meaning:
    """The quarter, the latest period: in business news, the last one that is over."""
    return Meaning("date", "offset", None, "quarter", -1, "past")


def _year_ended(hit: Hit) -> Meaning | None:
    """The year ended March 31: a stretch of a year."""
    if hit.text("unit") != "year" or hit.near(1).text not in ("ended", "ending"):
        return None
    return Meaning("duration", "duration", "P1Y", "year")


def _end_of(hit: Hit) -> Meaning | None:
    """The end of the month, the beginning of the year, earlier in the week: a part of the present one."""
    code, _ = unit(hit)
    if code[0] == "T" or hit.text("in") not in ("", "in") or code == "D":
        return None
    mod = modifier(hit.all("mod"))
    name = hit.text("unit")
    size = name if name in ("weekend", "decade", "century") else SPAN[code]
    return Meaning("date", "offset", mod, size, 0)


def _year_end(hit: Hit) -> Meaning | None:
    """Year-end, year's end, the month's end."""
    return _end_of(hit) if hit.text("mod") == "end" else None


def _full_year(hit: Hit) -> Meaning | None:
    """For the full year, the fiscal year: the present one."""
    if hit.text("unit") != "year" or hit.near(1).text in ("ended", "ending"):
        return None
    return Meaning("date", "offset", None, "year", 0)


def _from_now(hit: Hit) -> Meaning | None:
    """Two weeks from now, a month from today, in two weeks' time."""
    code, times = unit(hit)
    count = amount(hit)
    if hit.text("from") not in ("", "from") or (hit.all("time") and hit.near(-1).text != "in"):
        return None
    if count is None or count != int(count) or code[0] == "T":
        return Meaning("date", "reference", "FUTURE_REF", direction="future")
    return Meaning("date", "offset", None, SPAN[code], int(count * times), "future")


def _ago(hit: Hit) -> Meaning | None:
    """Three weeks ago, a year and a half ago, ten days ago, several months earlier."""
    code, times = unit(hit)
    count = amount(hit)
    if count is not None and hit.all("half"):
        count += 0.5
    if code == "WE":
        return None
    if count is None or not hit.all("amount"):
        return Meaning("date", "reference", "PAST_REF", direction="past")
    if code[0] == "T":
        return Meaning("time", "offset", None, SPAN[code], -count * times, "past")
    count = count * times
    if count != int(count):
        code, count = {"Y": ("M", count * 12), "M": ("W", count * 4), "W": ("D", count * 7)}.get(
            code, (code, round(count))
        )
    return Meaning("date", "offset", None, SPAN[code], -int(count), "past")


def _year_ago_period(hit: Hit) -> Meaning:
    """The year-ago quarter, the year-earlier period: in business news, the last full quarter a year before."""
    return Meaning("date", "offset", None, "quarter", -5, "past")


def _today_ago(hit: Hit) -> Meaning | None:
    """Ten years ago today: the same day of another year."""
    code, times = unit(hit)
    count = amount(hit)
    if count is None or code not in ("Y", "M", "W") or count != int(count):
        return None
    return Meaning("date", "offset", "/SAME", SPAN[code], -int(count * times), "past")


def _duration(hit: Hit) -> Meaning | None:
    """90-minute, two hours, just over three weeks, half an hour; ages (47 years old) are none."""
    code, times = unit(hit)
    after = hit.near(1)
    if after.kind == "old" or (after.kind == "hyphen" and hit.near(2).kind == "old") or hit.near(-1).text == "aged":
        return None
    if hit.all("amount") in (["a"], ["an"], ["a", "half"]) and _aside(hit, code):
        return Meaning("set", "set", length(code, times)) if _rate(hit, code) else None
    if hit.all("amount") in (["a"], ["an"]) and hit.text("unit").endswith("s"):  # "a decades-long feud"
        return None
    if hit.all("amount")[:1] == ["one"] and hit.text("unit") == "day" and after.kind == "" and not hit.tight():
        return None
    if YEAR.fullmatch(hit.text("amount")) and hit.text("unit") in ("quarter", "year", "weekend"):
        return None
    count = amount(hit)
    if (code == "TS" and hit.text("unit") == "second") or (code == "Q" and after.kind == "of"):  # three-quarters of it
        return None
    return Meaning("duration", "duration", length(code, None if count is None else count * times), SPAN.get(code))


def _long(hit: Hit) -> Meaning:
    """Day-long, years-long, weeklong."""
    if hit.all("length"):
        return Meaning("duration", "duration", words.load("times")["lengths"][hit.text("length")])
    code, times = unit(hit)
    return Meaning(
        "duration", "duration", length(code, None if hit.text("unit").endswith("s") else times), SPAN.get(code)
    )


def _aside(hit: Hit, code: str) -> bool:
    """Whether "a day", "a quarter" … is a rate or a fraction rather than a stretch of time."""
    if hit.near(1).kind in ("later", "earlier", "ago", "before", "after", "long"):
        return False
    before, further = hit.near(-1).kind, hit.near(-2).kind
    return code in ("Q", "WE", "TS") or before in COUNTS or (before in ("", "unit_one") and further in COUNTS)


def _rate(hit: Hit, code: str) -> bool:
    """Two million dollars a year, 700 guests a week: how often, not how long."""
    return code in ("D", "W", "M", "Y") and hit.all("amount") != ["a", "half"] and hit.near(-1).kind != "of"


def _half_more(hit: Hit) -> Meaning:
    """An hour and a half, two years and a half."""
    code, times = unit(hit)
    return Meaning("duration", "duration", length(code, ((amount(hit) or 1) + 0.5) * times), SPAN.get(code))


def _several(hit: Hit) -> Meaning | None:
    """The past two months, the next few days, recent weeks: a stretch that ends or begins now."""
    code, times = unit(hit)
    step = count_of(hit.all("which"))
    which = "past" if hit.all("recent") or step == -1 else "future"
    count = amount(hit) if hit.all("amount") else None
    if hit.near(1).kind == "of" and not hit.all("recent"):  # the last days of December
        return None
    value = length(code, None if count is None else count * times)
    return Meaning("duration", "stretch", value, SPAN.get(code), count and count * times, which)


def _bare(hit: Hit) -> Meaning | None:
    """For weeks, in months: a duration of unknown length."""
    code, _ = unit(hit)
    if hit.near(-1).text not in ("for", "in", "within", "over", "after", "of", "last") or hit.near(1).kind == "of":
        return None
    return Meaning("duration", "duration", length(code, None), SPAN.get(code))


def _the_years(hit: Hit) -> Meaning | None:
    """The weeks ahead, the days to come, over the years, the months that followed."""
    code, _ = unit(hit)
    after = (hit.near(1).text, hit.near(2).text)
    if after[0] == "ahead" or after == ("to", "come"):
        return Meaning("duration", "stretch", length(code, None), SPAN.get(code), None, "future")
    if after != ("that", "followed") and (hit.near(-1).text != "over" or after[0] == "of"):
        return None
    return Meaning("duration", "duration", length(code, None), SPAN.get(code))


def _reference(hit: Hit) -> Meaning | None:
    """Now, recently, the near future, these days: no day is told."""
    texts = hit.all("word")
    if texts == ["now"] and hit.near(1).kind == "comma" and hit.near(-1).kind in ("dot", "gap", "quote"):
        return None  # "Now, what does it mean?"
    if texts[0] == "the" and "future" not in texts and texts[-1] != "past":
        return None
    if texts[-1] == "past" and (hit.near(-1).kind != "in" or hit.near(1).kind in ("unit_one", "units")):
        return None
    table = words.load("times")["references"]
    code = next((table[text] for text in texts if text in table), None)
    if code is None:
        code = "FUTURE_REF" if "future" in texts else "PAST_REF" if "past" in texts else "PRESENT_REF"
    ways = {"PAST_REF": "past", "FUTURE_REF": "future"}
    return Meaning("date", "reference", code, direction=ways.get(code))


def _clock(hit: Hit) -> Meaning | None:
    """A clock time with no day beside it."""
    time = clock(hit.all("clock"))
    return Meaning("time", "clock", None, clock=time) if time else None


def _clock_beside(hit: Hit) -> Meaning:
    """6 a.m. ten days before the storm: the day lies beside an event, so that it stays open."""
    return Meaning("time", "duration", "XXXX-XX-XX" + without_offset(clock(hit.all("clock"))))


BEFORE = rf"(?:(?P<clock>{CLOCK}){{comma}}?)?"
AFTER = rf"(?:{{comma|at}}{{0,2}}(?P<late>{CLOCK}))?"
RULES = (
    Rule("day", rf"{BEFORE}(?P<mod>{{early|late|earlier|later}})?(?P<day>{{today|yesterday|tomorrow|tonight}})(?P<part>{{part}})?{AFTER}", _day),  # noqa: E501
    Rule("beyond", r"{the}?{unit_one}(?:{before}(?P<day>{yesterday})|{after}(?P<day2>{tomorrow}))", _beyond),
    Rule("before last", r"{the}(?:(?P<part>{part})|(?P<unit>{unit_one|quarter|weekend}))(?P<way>{before|after})(?P<which>{last|next})(?!{anyweekday|anymonth|season|unit|units|part})", _before_last),  # noqa: E501
    Rule("part", r"(?P<mod>{early|late|earlier|later})?(?P<which>{this|last})(?P<part>{part})|(?P<night>{overnight})", _part),
    Rule("offset", rf"{PART}(?:{{the}}?(?P<which>{{this|last|next|current}}){{1,2}}{{full}}?|{{the}}(?P<latest>{{latest}}){{full}}?){UNIT}{OR_SO}", _offset),  # noqa: E501
    Rule("the weekend", r"{the}{weekend}", _the_weekend),
    Rule("the quarter", r"{the}(?:{full}?{quarter}|{latest}{period})", _the_quarter),
    Rule("year ended", r"{the}{full}?(?P<unit>{unit_one})", _year_ended),
    Rule("end of", r"(?P<mod>{the}{early|mid|late}{of}|{early|late|earlier|later}(?P<in>{in})){the}(?P<unit>{unit})", _end_of),
    Rule("year-end", r"(?P<unit>{unit_one}){hyphen|own}?(?P<mod>{late})", _year_end),
    Rule("full year", r"{the}{full}(?P<unit>{unit_one})", _full_year),
    Rule("from now", rf"{AMOUNT}{UNIT}(?:(?P<from>{{in}}){{now|today}}|{{apostrophe|own}}(?P<time>{{clock_word}}))", _from_now),
    Rule("ago", rf"{HEDGE}{AMOUNT}?{{hyphen}}?{UNIT}(?P<half>{{and}}{{a}}{{half}})?{OR_SO}(?:{{hyphen}}?{{ago|earlier}})", _ago),  # noqa: E501
    Rule("year-ago period", r"{the|a}?(?:{unit_one}{hyphen}{ago|earlier})(?:{quarter|period})", _year_ago_period),
    Rule("ago today", rf"{HEDGE}{AMOUNT}{UNIT}{{ago}}{{today}}", _today_ago),
    Rule("tight", rf"{AMOUNT_TIGHT}{{hyphen}}{UNIT}", _duration),
    Rule("duration", rf"{HEDGE}{AMOUNT}{{more}}?{UNIT}(?:{{hyphen}}{{long}})?", _duration),
    Rule("long", r"(?P<unit>{unit_one|units}){hyphen}{long}|(?P<length>{length})", _long),
    Rule("and a half", rf"{AMOUNT}{UNIT}{{and}}{{a}}{{half}}", _half_more),
    Rule("several", rf"{{the}}?(?:(?P<which>{{last|next}}){{more}}?{AMOUNT}|(?P<recent>{{recent}})){UNIT}", _several),
    Rule("bare", r"(?P<unit>{units})", _bare),
    Rule("the years", r"{the}(?P<unit>{units})", _the_years),
    Rule("reference", r"(?P<word>{right}?{now}|{reference}|{the}{near}?{future}|{these}{units}|{the}{last}|{current})", _reference),  # noqa: E501
    Rule("clock beside", rf"(?P<clock>{CLOCK}){{comma}}?{AMOUNT}{UNIT}(?={{before|after}})", _clock_beside),
    Rule("clock", rf"{{about}}?(?P<clock>{CLOCK})", _clock),
)  # fmt: skip
