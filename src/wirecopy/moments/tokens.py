"""Text → tokens with one letter each, so that rules about time are regular expressions over kinds of words.

"Thursday, Dec. 9" becomes the letters of weekday, comma, month_short, dot, day; a rule is written
`{weekday}{comma}?{month_short}{dot}?{day}`. A text of 4,000 characters has some 800 letters, so that fifty rules cost
little, and no rule can run wild on hostile text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from wirecopy import words

TOKEN = re.compile(
    r"(?P<half>(?:\b|(?<=\d))[ap]\.\s?m\b\.?|(?:\b|(?<=\d))[ap]m\b)"  # before words: "a.m." is one token
    r"|(?P<number>\d{1,9}(?:[.:,/]\d{1,6}){0,3}(?:st\b|nd\b|rd\b|th\b|s\b)?)"
    r"|(?P<own>['’]s\b)"
    r"|(?P<word>[^\W\d_]+(?:['’](?:clock)\b)?)"
    r"|(?P<gap>\n[ \t\r]*\n)"
    r"|(?P<mark>[^\w\s]|_)",
    re.IGNORECASE,
)
NUMBERS = (
    ("year", re.compile(r"(?:1\d|20|21)\d\d$")),
    ("day", re.compile(r"(?:0?[1-9]|[12]\d|3[01])$")),
    ("ordinal", re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)$")),
    ("century_ordinal", re.compile(r"\d{2,3}(?:st|nd|rd|th)$")),
    ("decade", re.compile(r"(?:(?:1[5-9]|20)\d|[2-9])0s$")),
    ("time_long", re.compile(r"(?:0\d|1[3-9]|2[0-3]):[0-5]\d(?::[0-5]\d)?$|24:00$")),
    ("time", re.compile(r"(?:[01]?\d|2[0-3])[:][0-5]\d(?::[0-5]\d)?$")),
    ("slash_iso", re.compile(r"(?:19|20)\d\d/\d{1,2}/\d{1,2}$")),
    ("slash_years", re.compile(r"(?:19|20)\d\d/(?:(?:19|20)\d\d|\d\d)$")),
    ("dotted", re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$")),
    ("slash", re.compile(r"\d{1,2}/\d{1,2}/(?:\d\d|\d{4})$")),
    ("time_dot", re.compile(r"(?:[1-9]|1[0-2])\.[0-5]\d$")),
    ("decimal", re.compile(r"\d+\.\d+$")),
    ("fraction", re.compile(r"\d/\d$")),
    ("hundreds", re.compile(r"(?:(?:0\d|1\d|2[0-3])[0-5]\d|2400)$")),
    ("number", re.compile(r"\d{1,3}(?:,?\d{3})*$")),
)
MARKS = {
    ",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "‑": "hyphen", "—": "dash", "/": "slash_mark", "(": "open",
    ")": "close", "'": "apostrophe", "’": "apostrophe", "‘": "apostrophe", "$": "money", "£": "money", "€": "money",
    "#": "money", "%": "percent", "”": "quote", "“": "quote", "»": "quote", '"': "quote",
}  # fmt: skip
# Classes whose words are names: written small they are other words ("they may march").
NAMES = {"month", "month_short", "month_doubtful", "weekday", "weekday_short", "weekdays", "quarter_code", "zone_place"}
UNIONS = {
    "anymonth": ("month", "month_short", "month_doubtful"),
    "anyweekday": ("weekday", "weekday_short"),
    "smallordinal": ("ordinal", "ordinal_word", "second"),
    "unit": ("unit_one", "second", "quarter", "weekend"),
    "digits": ("day", "number", "year", "hundreds"),
    "anytime": ("time", "time_long"),
    "word_number": ("cardinal", "nineteen", "tens", "hundred"),
}  # fmt: skip


class Token(NamedTuple):
    """A word, number or mark: where it stands, its text in small letters, its class ("" where it is of none)."""

    start: int
    end: int
    text: str
    kind: str


@cache
def classes() -> Mapping[str, str]:
    """Word in small letters → class."""
    times, names = words.load("times"), words.load("calendar")
    table = {word: kind for kind, listed in times["classes"].items() for word in listed}
    tables: tuple[tuple[str, Mapping[str, object]], ...] = (
        ("month", names["months"]), ("month_short", names["months_short"]), ("weekday", names["weekdays"]),
        ("weekday_short", names["weekdays_short"]), ("weekdays", names["weekdays_plural"]), ("season", names["seasons"]),
        ("part", names["parts"]), ("noon", names["hours"]), ("zone", names["zones"]), ("reference", times["references"]),
        ("zone_place", names["zones_of_places"]),
        ("set", times["sets"]), ("length", times["lengths"]), ("cardinal", times["cardinals"]),
        ("ordinal_word", times["ordinals"]),
        ("decade_word", times["decades"]),
    )  # fmt: skip
    for kind, listed in tables:
        table |= {word: kind for word in listed if word not in times["classes"].get("now", [])}
    table |= {word: "units" if word.endswith(("s", "ia")) else "unit_one" for word in names["units"]}
    table |= {
        "centuries": "units",
        "second": "second",
        "quarter": "quarter",
        "weekend": "weekend",
        "nineteen": "nineteen",
    }
    table |= {word: "tens" for word, value in times["cardinals"].items() if 20 <= value < 100}
    table |= {"hundred": "hundred", "thousand": "hundred", "century": "century"}
    table |= dict.fromkeys(names["months_doubtful"], "month_doubtful")
    table |= {word: "counted" for word in times["counted"] if word not in table}
    table |= {word: "numbering" for word in times["numbering"] if word not in table}
    return table


@cache
def letters() -> Mapping[str, str]:
    """Class → its letter (from Unicode's private use area)."""
    kinds = sorted({*classes().values(), *MARKS.values(), *(name for name, _ in NUMBERS), "half_day", "own", "gap", ""})
    return {kind: chr(0xE000 + i) for i, kind in enumerate(kinds)}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern with `{class}` written out as letters. Raises KeyError for a class that does not exist."""
    table = letters()

    def written(match: re.Match[str]) -> str:
        kinds = [sub for kind in match[1].split("|") for sub in UNIONS.get(kind, (kind,))]
        return "[" + "".join(table[kind] for kind in kinds) + "]"

    return re.compile(re.sub(r"\{([a-z_|]+)\}", written, pattern))


def _kind(match: re.Match[str]) -> str:
    group, text = match.lastgroup, match[0]
    if group == "word":
        kind = classes().get(text.lower(), "")
        return "" if kind in NAMES and text[0].islower() else kind
    if group == "number":
        return next((name for name, shape in NUMBERS if shape.match(text.lower())), "")
    if group == "mark":
        return MARKS.get(text, "")
    return {"half": "half_day", "own": "own"}.get(group or "", "gap")


def tokens(text: str) -> tuple[list[Token], str]:
    """The tokens of a text and their letters, one each.

    Of a run of words that are of no class only the first and the last are kept: no rule reads further, and the letters
    are a third as many.
    """
    found: list[Token] = []
    plain = 0
    for match in TOKEN.finditer(text):
        kind = _kind(match)
        plain = 0 if kind else plain + 1
        if plain > 2:
            found.pop()
        found.append(Token(match.start(), match.end(), match[0].lower(), kind))
    table = letters()
    return found, "".join([table[token.kind] for token in found])
