"""Clock times: "3:35 p.m. (2035 GMT)", "9 a.m. EST", "noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wirecopy import words

# Letters of tokens that make a clock time, for use inside the patterns of rules. Digits alone are none.
ZONE = r"(?:{zone}{clock_word}?|{zone_place}{clock_word})"
BRACKET = (
    rf"(?:{{quote}}?{{open}}(?:{{anytime|year|hundreds}}{{half_day}}?|{{day|time_dot}}{{half_day}}){ZONE}{{close}})?"
)
# At four in the morning, ten o'clock at night; but not "they killed two at night".
HOURS = r"(?:{day}|{cardinal})"
IN_PART = r"(?:{in}{the}|{at}){part}"
HALF = (
    rf"(?:{{anytime|time_dot|day}}{{half_day}}|{{anytime}}(?={ZONE})|(?<={{at|in|about}}){{time_long}}|{{noon}}"
    rf"|{{time_long}}(?={{on}}?(?:{{weekday|today|yesterday|tomorrow}}))|{{decimal|time_dot}}(?={{zone}})"
    rf"|(?<={{at}}){{year|hundreds}}{{units}}|{HOURS}{{oclock}}(?:{IN_PART})?|(?<={{at|in|about}}){HOURS}{IN_PART})"
)
CLOCK = rf"(?:(?:{HALF}{ZONE}?|{{year|hundreds}}{ZONE}){BRACKET})"
SMALL_HOURS = ("12", "1", "2", "3", "4", "5")
OFFSET = re.compile(r"(?<=\d)(?:Z|[+-]\d\d:\d\d)$")


class _Time(NamedTuple):
    minutes: int
    zone: float | None


def _minutes(text: str, half: str | None) -> int | None:
    """Minutes since midnight of "3:35", "3.35", "3", "2035" with am or pm; None for an impossible time."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d)(?::\d\d)?)?|(\d\d)(\d\d)", text)
    if not found:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    if half and not 1 <= hour <= 12:  # "15:35 p.m." is told twice over, "by 20 in the morning" is no time
        if not found[2] and not found[3]:
            return None
        half = None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def _times(texts: Sequence[str]) -> list[_Time]:
    calendar = words.load("calendar")
    zones = calendar["zones"] | calendar["zones_of_places"]
    numbers = words.load("times")["cardinals"]
    times: list[_Time] = []
    for at, text in enumerate(texts):
        figure = str(numbers.get(text, text))
        half = _half(figure, texts[at + 1 : at + 5])
        zone = next((zones[t] for t in texts[at + 1 : at + 3] if t in zones), None)
        if text in calendar["hours"]:
            times.append(_Time({"T12:00": 720}.get(calendar["hours"][text], 1440), zone))
        elif (
            figure.isdigit() and len(figure) < 3 and not half and not "".join(texts[at + 1 : at + 2]).endswith("clock")
        ):
            continue
        elif figure[0].isdigit() and (minutes := _minutes(figure, half)) is not None:
            times.append(_Time(minutes, zone))
    return times


def _half(figure: str, after: Sequence[str]) -> str | None:
    """Which half of the day the tokens behind a number tell: a (in the morning, two at night) or p (p.m., ten at night)."""
    if after and re.fullmatch(r"[ap]\.?\s?m\.?", after[0]):
        return after[0][0]
    after = after[1:] if after and after[0].endswith("clock") else after
    parts = words.load("calendar")["parts"]
    told = next((parts[t] for t in after if t in parts), None) if after and after[0] in ("in", "at") else None
    early = told == "TMO" or (told == "TNI" and figure in SMALL_HOURS)
    return told and ("a" if early else "p")


def _offset(hours: float) -> str:
    if not hours:
        return "Z"
    minutes = round(abs(hours) * 60)
    return f"{'-' if hours < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def clock(texts: Sequence[str]) -> str | None:
    """The ISO time that the tokens of a clock time write, as a suffix of a day: "T15:35-05:00".

    Where the same moment is told twice, here and at Greenwich, the offset is the difference of the two, to the quarter
    of an hour, between -12 and +14. A time zone's name gives the offset where it is known. None where no time is read.
    """
    times = _times(texts)
    if not times:
        return None
    first = times[0]
    offset = "" if first.zone is None else _offset(first.zone)
    if len(times) > 1 and first.zone is None and times[1].zone is not None:
        ahead = (first.minutes - times[1].minutes + 720) % 1440 - 720 + times[1].zone * 60
        offset = _offset(round(ahead / 15) * 15 / 60)
    return f"T{first.minutes // 60:02d}:{first.minutes % 60:02d}{offset}"


def without_offset(time: str | None) -> str:
    """A clock time or part of the day as TIMEX3 values have it, which leave the zone out: "T15:35-05:00" is "T15:35"."""
    return OFFSET.sub("", time or "")
