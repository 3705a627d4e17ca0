"""Text → numerals: digits, number words, vague words and fractions with their values, and the ranges that two of them make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from wirecopy.words import load

OPENING = 4  # letters of a word that are looked at before the numerals are tried


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral before ranges are joined. `scaled`: it ends in a scale that a number before it may borrow."""

    start: int
    end: int
    low: float
    high: float
    currency: str | None = None
    scale: float = 1.0
    share: bool = False
    vague: bool = False


def any_of(words: Iterable[str]) -> str:
    """Alternation, longest first, blanks in words matching any blanks."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {word.lower(): code for code, words in table.items() for word in words}


@cache
def table() -> dict[str, Any]:
    """The lists of `words/figures.yml`."""
    lists: dict[str, Any] = load("figures")
    return lists


@cache
def codes(kind: str) -> dict[str, str]:
    """Words of units to codes; `kind` is times, units (UCUM) or currencies (ISO 4217)."""
    return _inverted(load("measures")[kind])


@cache
def _atom() -> re.Pattern[str]:
    """One numeral: digits, words, vague words, fractions. Alternatives are tried in this order."""
    w = table()
    signs = any_of(s for s in codes("currencies") if not s.isalpha() or (s.isupper() and len(s) == 3))
    letters = any_of(load("measures")["currencies"])
    scale, few, one = any_of(w["scales"]), any_of(w["few"]), any_of({**w["ones"], **w["scales"]})
    joined = rf"(?:{one})(?:(?:[\s-]+|(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+and\s+)(?:{one})\b)*"
    return re.compile(
        rf"(?<![\w.,:/@#&])(?-i:(?=\d|[aA][nN]?[\s-]|{_beginnings()}))(?:"
        rf"(?P<sign>(?:{signs}|(?:{letters})\s?))?(?P<digits>\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"(?:[\s-]?(?P<by>{scale})\b|\s?(?P<letter>{any_of(w['letters'])})\b)?"
        rf"|(?P<vague>(?:(?:{few})\s+(?:{scale})|{any_of(w['vague'])}))"
        rf"|half[\s-](?:a|an)[\s-](?P<halfof>{scale}|hour|year|day|month|decade)"
        rf"|(?P<ratio>(?P<top>one|two|three|four|nine)\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<bottom>{any_of(w['ones'])}|\d+))"
        rf"|(?P<part>(?:(?P<count>a|an|one|two|three|four|five|six|seven|nine)[\s-]+)(?P<of>{any_of(w['parts'])})(?:\s+of\s+an?\s+(?P<ofa>{scale})\b)?|half)"
        rf"|(?:(?:an?)\s+)?(?P<words>(?:(?<=a\s)|(?<=an\s)|(?<!a\s)(?<!an\s)){joined})(?P<andhalf>\s+and\s+a\s+half(?:\s+(?P<times>{scale}))?)?)(?![\w])(?![:/]\d)",
        re.IGNORECASE,
    )


def _beginnings() -> str:
    """What the words and signs of numerals begin with: most words of a text are passed over by it at once."""
    w, currencies = table(), load("measures")["currencies"]
    written = ["half", *w["ones"], *w["scales"], *w["few"], *w["vague"], *currencies, *codes("currencies")]
    return _one_of({word.split()[0][:OPENING].lower() for word in written})


def _one_of(beginnings: set[str]) -> str:
    """A pattern of beginnings in either case, told apart letter by letter: trying a hundred in turn takes ten times as long."""
    if "" in beginnings:
        return ""
    firsts = sorted({beginning[0] for beginning in beginnings})
    rests = (_one_of({b[1:] for b in beginnings if b[0] == first}) for first in firsts)
    return f"(?:{'|'.join(f'[{re.escape(a + a.upper())}]{rest}' for a, rest in zip(firsts, rests, strict=True))})"


_BETWEEN = re.compile(r"\bbetween\s+(?:[^\w\s]\s?)?$", re.IGNORECASE)


_JOIN = re.compile(r"\s+(?:to|or|and)\s+|\s?[-–—]\s?")


def _amount(words: str) -> float:
    """ "eight thousand five hundred" → 8500."""
    total = part = 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in table()["ones"]:
            part += table()["ones"][word]
        elif word == "hundred" or word == "dozen":
            part = (part or 1) * table()["scales"][word]
        elif word in table()["scales"]:
            total, part = total + (part or 1) * table()["scales"][word], 0.0
    return total + part


def _atoms(text: str) -> Iterator[Numeral]:
    """Every numeral, in text order."""
    for found in _atom().finditer(text):
        if found["digits"]:
            yield _digits(found)
        elif found["vague"]:
            yield _vague(found)
        elif found["halfof"]:
            scale = table()["scales"].get(found["halfof"].lower(), 0.0)
            if scale:
                yield Numeral(*found.span(), scale / 2, scale / 2, scale=scale)
            else:
                yield Numeral(found.start(), found.start("halfof") - 1, 0.5, 0.5)
        elif found["ratio"]:
            bottom = float(found["bottom"]) if found["bottom"].isdigit() else _amount(found["bottom"])
            value = 100 * _amount(found["top"]) / bottom if bottom else 0.0
            yield Numeral(*found.span(), value, value, share=True)
        elif found["ofa"]:
            scale = table()["scales"][found["ofa"].lower()]
            value = scale * _top(found) / table()["parts"][found["of"].lower()]
            yield Numeral(*found.span(), value, value, scale=scale)
        elif found["part"]:
            yield from _part(found, text)
        else:
            value = _amount(found["words"]) + (0.5 if found["andhalf"] else 0.0)
            value *= table()["scales"][found["times"].lower()] if found["times"] else 1.0
            last = re.findall(r"[a-z]+", found["words"].lower())[-1]
            first = found["words"].lower().split()[0].split("-")[0]
            start = found.start() if first in table()["scales"] else found.start("words")
            yield Numeral(start, found.end(), value, value, scale=table()["scales"].get(last, 1.0))


_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{0,2}\.\d00")


def _digits(found: re.Match[str]) -> Numeral:
    digits = found["digits"]
    if _DOTTED.fullmatch(digits):  # 5.500 kilometres: a thousands' point, as in much of Europe
        digits = digits.replace(".", "")
    value = float(re.sub(r"[^\d.]", "", digits))
    scale = 1.0
    if found["by"]:
        scale = table()["scales"][found["by"].lower()]
    elif found["letter"] and (found["sign"] or found["letter"].lower() not in "mk" or _counts(found)):
        scale = table()["letters"][found["letter"].lower()]
    end = found.end() if scale != 1 or not found["letter"] else found.end("digits")
    sign = (found["sign"] or "").strip().lower()
    return Numeral(found.start(), end, value * scale, value * scale, codes("currencies").get(sign), scale)


def _counts(found: re.Match[str]) -> bool:
    """Is the "m" of "1.2m refugees" a million, as no metres are counted of them?"""
    nouns = {*table()["millions"], *(word for series in table()["series"] for word in series)}
    return any(word.strip(".,;:") in nouns for word in found.string[found.end() : found.end() + 40].split()[:2])


def _vague(found: re.Match[str]) -> Numeral:
    words = " ".join(found["vague"].lower().split())
    if words in table()["vague"]:
        low, high = table()["vague"][words]
        return Numeral(*found.span(), low, high, vague=True)
    word = words.split()[-1]
    scale = table()["scales"][word]
    most = 8 * scale if word == "dozen" else 9.99 * scale  # several dozen are no hundred
    return Numeral(*found.span(), 2 * scale, most, vague=words.startswith("many"))


_PART_AFTER = re.compile(r"\s+(?:of\b|the\b|its\b|his\b|their\b|as\b|a\b)|[\s-]majority\b", re.IGNORECASE)


_AND = re.compile(
    r"(?:\b(?:hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))|\d|one|two|three|four|five|six)\s+and\s+$"
)
_HALF_AFTER = re.compile(r"\s+(?:of\b|the\b|its\b|their\b|his\b|her\b|our\b)", re.IGNORECASE)


# "Three quarters of the people are poor, compared with a quarter in 2019": a share held against another.
_SHARE_BEFORE = re.compile(
    r"(?:half|third|quarter|fifth|tenth|%|per\s?cent)s?\b[^.;:\n]*\b(?:compared\s+(?:with|to)|against|(?:up|down)\s+from|than)"
    r"\s+(?:(?:only|just|about|some|nearly|almost)\s+)?$",
    re.IGNORECASE,
)


def _top(found: re.Match[str]) -> float:
    """How many parts: one of "a third", three of "three quarters"."""
    return {"a": 1.0, "an": 1.0}.get((found["count"] or "a").lower()) or _amount(found["count"])


def _part(found: re.Match[str], text: str) -> Iterator[Numeral]:
    """A fraction as a share: "a third of the deputies". A third country, the second half, an hour and a half are none."""
    if found["count"] and _AND.search(text, max(0, found.start() - 24), found.start()):
        return
    told = (_PART_AFTER if found["of"] else _HALF_AFTER).match(text, found.end())
    if not told and not _SHARE_BEFORE.search(text, max(0, found.start() - 160), found.start()):
        return
    value = round(100 * _top(found) / table()["parts"][(found["of"] or "half").lower()], 1)
    if value < 100:
        yield Numeral(*found.span(), value, value, share=True)


# "Between 5 percent and 10 percent": the unit is told twice.
_UNIT_AND = re.compile(r"(\s?%|[\s-](?:per\s?cent|\w+))\s+and\s+", re.IGNORECASE)


def _are_joined(text: str, chain: list[Numeral], second: Numeral) -> bool:
    """Do two numerals make a range: 5 to 10, 5-10, between 5 and 10, between 5 percent and 10 percent?"""
    start, end = chain[-1].end, second.start
    between = _BETWEEN.search(text, max(0, chain[0].start - 12), chain[0].start)
    if _JOIN.fullmatch(text, start, end):
        return bool(between) or text[start:end].strip() != "and"
    unit = _UNIT_AND.fullmatch(text, start, end) if between else None
    return unit is not None and text.startswith(unit[1], second.end)


def joined(text: str) -> Iterator[tuple[Numeral, Numeral | None]]:
    """Numerals, two of them together where they make a range; chains of three (telephone numbers) are left out."""
    atoms = list(_atoms(text))
    at = 0
    while at < len(atoms):
        chain = [atoms[at]]
        while at + 1 < len(atoms) and _are_joined(text, chain, atoms[at + 1]):
            at += 1
            chain.append(atoms[at])
        at += 1
        if (
            chain[0].start
            and text[chain[0].start - 1] in "-–"
            and text[chain[0].start - 2 : chain[0].start - 1].isalnum()
        ):
            continue
        if len(chain) == 1 or (len(chain) == 2 and text[chain[0].end : chain[1].start].strip() != ""):
            yield chain[0], chain[1] if len(chain) == 2 else None
