"""Text → tokens with one letter each, so that rules about time are regular expressions over kinds of words.

"Thursday, Dec. 9" becomes the letters of weekday, comma, month_short, dot, day; a rule is written
`{weekday}{comma}?{month_short}{dot}?{day}`. A text of 4,000 characters has some 800 letters, so that fifty rules cost
little, and no rule can run wild on hostile text. No rule reads past a word of no class (the letter PLAIN): such words part
a text into runs of letters, and the same few runs come again in every report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from wirecopy import words

# The blanks before a token, and the token: white space that is no gap between paragraphs is one too, and then dropped.
TOKEN = re.compile(
    r"( *)("
    r"[aApP](?:\.\s?[mM]\b\.?|[mM]\b)"  # before words: "a.m." is one token
    r"|[a-zA-Z]+[^\W\d_]*(?:['’](?i:clock)\b)?|[^\W\d_]+"
    r"|\d{1,9}(?:[.:,/]\d{1,6}){0,3}(?:(?i:st|nd|rd|th|s)\b)?"
    r"|['’][sS]\b"
    r"|\n[ \t\r]*\n"
    r"|[\W_])"
)
HALF_DAY = re.compile(r"[ap]\.?\s?m\.?$")
PLAIN = chr(0xE000)
# A run of letters, with the word of no class behind it: what a rule says may not follow stands in the same run.
RUN = re.compile(f"[^{PLAIN}]+{PLAIN}?")
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
    "'s": "own", "’s": "own",
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
    kinds = sorted({*classes().values(), *MARKS.values(), *(name for name, _ in NUMBERS), "half_day", "gap", ""})
    return {kind: chr(ord(PLAIN) + i) for i, kind in enumerate(kinds)}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern with `{class}` written out as letters. Raises KeyError for a class that does not exist."""
    table = letters()

    def written(match: re.Match[str]) -> str:
        kinds = [sub for kind in match[1].split("|") for sub in UNIONS.get(kind, (kind,))]
        return "[" + "".join(table[kind] for kind in kinds) + "]"

    return re.compile(re.sub(r"\{([a-z_|]+)\}", written, pattern))


@lru_cache(maxsize=16384)
def kind_of(said: str) -> str | None:
    """The class of a token, "" where it is of none; None for white space within a paragraph."""
    if said.isspace():
        return "gap" if len(said) > 1 else None
    text = said.lower()
    if said[0].isdecimal():
        return next((name for name, shape in NUMBERS if shape.match(text)), "")
    if HALF_DAY.match(text):
        return "half_day"
    kind = classes().get(text) or MARKS.get(text, "")
    return "" if kind in NAMES and said[0].islower() else kind


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where each starts, its characters, and the letters of all."""

    starts: list[int]
    said: list[str]
    letters: str

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, at: int) -> Token:
        start, said = self.starts[at], self.said[at]
        return Token(start, start + len(said), said.lower(), kind_of(said) or "")

    def between(self, first: int, last: int) -> Iterator[Token]:
        """The tokens from one up to another, that one left out."""
        return (self[at] for at in range(first, last))


def tokens(text: str) -> Tokens:
    """The tokens of a text.

    Of a run of words that are of no class only the first and the last are kept: no rule reads further, and the letters
    are a third as many.
    """
    table = letters()
    starts: list[int] = []
    found: list[str] = []
    coded: list[str] = []
    at = plain = 0
    for blanks, said in TOKEN.findall(text):
        at += len(blanks)
        kind = kind_of(said)
        if kind is not None:
            plain = 0 if kind else plain + 1
            if plain > 2:
                starts[-1], found[-1] = at, said
            else:
                starts.append(at)
                found.append(said)
                coded.append(table[kind])
        at += len(said)
    return Tokens(starts, found, "".join(coded))
