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
HALF = rf"(?:{{anytime|time_dot|day}}{{half_day}}|{{anytime}}(?={ZONE})|(?<={{at|in|about}}){{time_long}}|{{noon}})"
CLOCK = rf"(?:(?:{HALF}{ZONE}?|{{year|hundreds}}{ZONE}){BRACKET})"


class _Time(NamedTuple):
    minutes: int
    zone: float | None


def _minutes(text: str, half: str | None) -> int | None:
    """Minutes since midnight of "3:35", "3.35", "3", "2035" with am or pm; None for an impossible time."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d)(?::\d\d)?)?|(\d\d)(\d\d)", text)
    if not found:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    if half and (not 1 <= hour <= 12):
        half = None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def _times(texts: Sequence[str]) -> list[_Time]:
    calendar = words.load("calendar")
    zones = calendar["zones"] | calendar["zones_of_places"]
    times: list[_Time] = []
    for at, text in enumerate(texts):
        half = next((t[0] for t in texts[at + 1 : at + 2] if re.fullmatch(r"[ap]\.?\s?m\.?", t)), None)
        zone = next((zones[t] for t in texts[at + 1 : at + 3] if t in zones), None)
        if text in calendar["hours"]:
            times.append(_Time({"T12:00": 720}.get(calendar["hours"][text], 1440), zone))
        elif text[0].isdigit() and (minutes := _minutes(text, half)) is not None:
            times.append(_Time(minutes, zone))
    return times


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
