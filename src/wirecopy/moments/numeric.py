"""Rules for days that are written in figures: 2021-12-09, 2021/12/09, 09.12.2021, 12/31/2021."""

from __future__ import annotations

from wirecopy.moments.rules import Hit, Meaning, Rule, month

# Two-digit years up to this one are of the 2000s.
TURN = 49


def _iso(hit: Hit) -> Meaning | None:
    """2021-12-09, without spaces, and 2021/12/09."""
    year, number, day = hit.text("slashed").split("/") if hit.text("slashed") else hit.all("iso")[::2]
    if not hit.tight() or not 1 <= int(number) <= 12:
        return None
    return Meaning("date", "absolute", f"{year}-{int(number):02d}-{int(day):02d}")


def _slashes(hit: Hit) -> Meaning | None:
    """12/31/2021 and 31/12/2021; 09/12/2021 is two days, between which nothing decides; 13/13/2021 is kept as no day."""
    first, second, year = (int(piece) for piece in hit.text("slash").split("/"))
    said, year = year, _full(year)
    days = sorted({f"{year:04d}-{m:02d}-{d:02d}" for m, d in ((first, second), (second, first)) if _exists(m, d)})
    if not days and said > 99:
        days = [f"{year:04d}-{first:02d}-{second:02d}"]
    return Meaning("date", "absolute", "|".join(days)) if days else None


def _dotted(hit: Hit) -> Meaning | None:
    """09.12.2021: written with dots, the day stands first."""
    day, number, year = (int(piece) for piece in hit.text("dotted").split("."))
    return Meaning("date", "absolute", f"{year:04d}-{number:02d}-{day:02d}") if _exists(number, day) else None


def _named(hit: Hit) -> Meaning | None:
    """5-Dec-21, without spaces."""
    number, day, year = month(hit.text("month")), int(hit.text("day")), int(hit.text("year"))
    if not hit.tight() or number is None or len(hit.text("year")) != 2:
        return None
    return Meaning("date", "absolute", f"{_full(year):04d}-{number:02d}-{day:02d}")


def _full(year: int) -> int:
    return year + (0 if year > 99 else 1900 if year > TURN else 2000)


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


RULES = (
    Rule("iso", r"(?P<iso>{year}{hyphen}{day}{hyphen}{day})|(?P<slashed>{slash_iso})", _iso),
    Rule("named", r"(?P<day>{day}){hyphen}(?P<month>{month|month_short}){hyphen}(?P<year>{day|number})", _named),
    Rule("slashes", r"(?P<slash>{slash})", _slashes),
    Rule("dotted", r"(?P<dotted>{dotted})", _dotted),
)
