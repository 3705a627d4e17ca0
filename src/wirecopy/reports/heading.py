"""The head of a report: headline, outlet, byline, dateline and the day on which the page says that it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from wirecopy.model import Cut, Moment
from wirecopy.reports import dates, residue
from wirecopy.reports.layout import Line, ends_sentence, is_sentence
from wirecopy.reports.outlets import is_paper, is_press_name, outlet_named
from wirecopy.words import load

_BYLINE = re.compile(
    r"(?:by|von|par|por|di|text|story by|written by|reported by|текст)\b:? "
    r"(?P<name>[^.?!|:]{2,120}(?:[A-Z]\. ?[^.?!|:]{2,60})?)",
    re.I,
)
_CORRESPONDENT = re.compile(
    r"(?:[Ff]rom )?[Oo]ur (?:own |special |chief |foreign )*correspondents?(?: (?:in|at) [A-Z][^,.?!]{1,60})?,? "
    r"(?P<name>[A-Z][^.?!|:]{2,120})"
)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,4}")
_PLACE = r"(?:St\. |ST\. )?[A-Z][A-Z.’'-]{2,20}(?:[ /][A-Z][A-Z.’'-]{1,20}){0,2}"
_REGION = r"(?:,? [A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20}){0,2})"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )"
_DAY = rf"(?:,? {_WEEKDAY}?(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}}\.?)(?:,? \d{{4}})?,?)"
_DASH = r"\s*(?:[—–_―]+|-{1,3})(?=\s|[A-Z“\"`]|\Z)"
_AGENCY = r"\s*\((?P<agency>[\w’'&/ .-]{2,40})\)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<region>{_REGION})??(?:,? [A-Z][\w.’']{{1,15}})?{_DAY}?(?:{_AGENCY})?,?(?P<dash>{_DASH}|:(?=\s))"
)
_AGENCY_LINE = re.compile(
    rf"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,2}})(?P<region>{_REGION})?{_DAY}?{_AGENCY}(?P<dash>{_DASH})?"
)
_GARBLED = re.compile(rf"(?P<place>{_PLACE})(?= (?:[A-Z“][a-z]|The |A ))")
_OUTLET_FIRST = re.compile(
    r"\(?(?P<outlet>[A-Z][\w’'&/ .]{1,30}?)\)?\s*(?:[—–:]|-{1,2})\s+(?=[A-Z“\"])"
    r"|\((?P<bracket>[A-Z][\w’'&/ .]{1,30})\)\s+(?=[A-Z“\"])"
)
_AFTER_HEADLINE = re.compile(r"\s+(?:[|–—-]|::|»)\s+(?P<outlet>[^|–—]{2,40})\Z")
_BARS = re.compile(r"\s+[|•·]\s+")
_CRUMB = re.compile(r"\s*[»›>|/•·,]\s*")
_CRUMB_WORDS = 4  # of a section's or a paper's name: a longer part may be a headline
TALLEST = 12
"""How many lines from the top date lines, bylines and the outlet's name are looked for."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines around an article tell, with what was cut for it."""

    published: Moment | None = None
    byline: str | None = None
    outlet: str | None = None
    cuts: tuple[Cut, ...] = ()


def head(text: str, lines: Sequence[Line]) -> tuple[list[str | None], Head]:
    """The rule (date header, byline, outlet) of each line that tells about the report, else None; and what they tell."""
    marks: list[str | None] = [None] * len(lines)
    found: list[dates.DateLine] = []
    byline = outlet = None
    cuts: tuple[Cut, ...] = ()
    opened = dates.header(text)
    if opened:
        end, day = opened
        cuts = (Cut(text.index("d") if "d" in text[:end] else _first(text, end), end, "date header"),)
        found.append(dates.DateLine(day, True, False, ""))
    body = next((i for i, line in enumerate(lines) if is_sentence(line.text) and line.words > 12), len(lines))
    for i, line in enumerate(lines):
        if cuts and line.start < cuts[0].end:
            marks[i] = "date header" if line.end <= cuts[0].end else None
            cuts = () if marks[i] else cuts
            continue
        if (dated := _dated(line, i <= body + 3 and i < TALLEST)) is not None:
            marks[i] = "date header"
            found.append(dated)
            byline = byline or _byline(dated.rest)
        elif i <= body + 3 and i < TALLEST:
            if (name := _byline(line.text)) is not None:
                marks[i], byline = "byline", byline or name
            elif (shown := outlet_named(line.text.strip("/ |—–-"))) is not None:
                marks[i], outlet = "outlet", outlet or shown
    return marks, Head(_published(found), byline, outlet, cuts if cuts and cuts[0].start < cuts[0].end else ())


def _first(text: str, end: int) -> int:
    return len(text[:end]) - len(text[:end].lstrip())


def _dated(line: Line, at_top: bool) -> dates.DateLine | None:
    """A date line: a labelled one anywhere, a bare date or one beside a name at the top alone (below it may be text)."""
    dated = _told(dates.date_line(line.text)) or _told(dates.date_line(_without_labels(line.text)))
    if dated is None:
        return None
    return dated if at_top or (dated.labelled and not dated.rest) else None


def _told(dated: dates.DateLine | None) -> dates.DateLine | None:
    """The date line, where names alone stand beside its date: of a writer, a paper, the sections above the page."""
    if dated is None or not dated.rest:
        return dated
    return dated if _is_name(dated.rest) or _byline(dated.rest) is not None or _are_crumbs(dated.rest) else None


def _are_crumbs(rest: str) -> bool:
    """Is it a trail of sections, "Front page » Americas", or a writer and his paper, and not a headline before a bar?"""
    parts = [part.split() for part in _CRUMB.split(rest)]
    return len(parts) > 1 and all(0 < len(words) <= _CRUMB_WORDS and _is_called(words) for words in parts)


def _is_called(words: Sequence[str]) -> bool:
    """Is it a name, or what a byline calls somebody without one: "a staff writer"?"""
    return words[0][0].isupper() or set(words) <= _in_bylines() | {"a", "our"}


def _without_labels(line: str) -> str:
    """The line without parts that are residue themselves: "Published May 3, 2021 | 4 min read | Listen to this article"."""
    return " | ".join(part for part in _BARS.split(line) if residue.rule_of(part) is None)


def _is_name(rest: str) -> bool:
    """Is what a date line has beside its date a name? "The envoys met on Friday, 9 December 2021." is a sentence."""
    return bool(_NAME.fullmatch(rest)) and all(word[0].isupper() or word in _in_bylines() for word in rest.split())


def _published(found: Sequence[dates.DateLine]) -> Moment | None:
    """The first day that is given as the day of publication, else the first bare day, else the first day of an update."""
    ranked = sorted(found, key=lambda dated: (dated.updated, not dated.labelled))
    return ranked[0].moment if ranked else None


def _byline(line: str) -> str | None:
    """The name in "By Ann Lee and Jo Roe, Political Editor"; None where a lower-case word shows that it is a sentence."""
    line = _before_bars(" ".join(line.split()))
    match = _BYLINE.fullmatch(line) or _CORRESPONDENT.fullmatch(line)
    if match is None or len(match["name"].split()) > 16:
        return None
    small = [word.strip(",") for word in match["name"].split() if word[0].islower()]
    return match["name"].strip(" ,") if set(small) <= _in_bylines() and match["name"][0].isupper() else None


def _before_bars(line: str) -> str:
    """The line without residue behind bars: "By Ada Roe | 3 min read"."""
    name, *rest = line.split(" | ")
    return name if all(residue.rule_of(part) for part in rest) else line


@cache
def _in_bylines() -> frozenset[str]:
    return frozenset(load("outlets")["in_bylines"])


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed, and how much of its first paragraph says so. `dash` is False where none parts it off."""

    place: str
    end: int
    outlet: str | None
    dash: bool


def dateline(line: str) -> Dateline | None:
    """The dateline at the start of a paragraph: "WASHINGTON (AP) —", "KYIV, Dec. 9 -", "Kyiv, Ukraine (CNN)".

    Also one whose dash was lost ("WASHINGTON President Joe Biden urged"): a known city in capitals before a capital.
    """
    line = line[:160]
    if (match := _DATELINE.match(line)) and not _no_place(match["place"]):
        return Dateline(match["place"].rstrip("."), match.end(), _agency(match["agency"]), True)
    if (match := _AGENCY_LINE.match(line)) and (agency := outlet_named(match["agency"])):
        return Dateline(match["place"], match.end(), agency, bool(match["dash"]))
    if (match := _GARBLED.match(line)) and _is_city(match["place"]):
        return Dateline(match["place"], match.end(), None, False)
    return None


def _agency(shown: str | None) -> str | None:
    """The agency in a dateline's brackets: a known one by its full name, another as it stands there ("Northline Wire")."""
    if shown is None:
        return None
    return outlet_named(shown) or (shown if is_press_name(shown) or is_paper(shown) else None)


def is_dateline(line: str) -> bool:
    """Whether a line is nothing but a dateline ("NAIROBI, Kenya (AP) _")."""
    found = dateline(line)
    return found is not None and found.end >= len(line.rstrip())


def _no_place(place: str) -> bool:
    return place in load("datelines")["not_places"] or sum(char.isalpha() for char in place) < 4


def _is_city(place: str) -> bool:
    return place in load("datelines")["cities"]


def outlet_first(line: str) -> tuple[int, str] | None:
    """An outlet's name before the first sentence ("CNN — ", "(Reuters) "): where it ends, and its full name."""
    match = _OUTLET_FIRST.match(line[:80])
    name = match and outlet_named(match["outlet"] or match["bracket"])
    return (match.end(), name) if match and name else None


def outlet_last(line: str) -> tuple[int, str] | None:
    """An outlet's name after a headline ("Talks begin | Al Jazeera"): where it begins, and its full name."""
    match = _AFTER_HEADLINE.search(line)
    name = match and outlet_named(match["outlet"])
    return (match.start(), name) if match and name else None


def kinds(text: str, pieces: Sequence[tuple[tuple[int, int], ...]], given: Sequence[str]) -> list[str]:
    """The kind of block that each piece is: the first title before any paragraph is the headline, others subheadings."""
    result = list(given)
    headline = False
    for i, piece in enumerate(pieces):
        line = " ".join(text[start:end] for start, end in piece)
        if given[i] != "paragraph" or len(pieces) == 1 or is_dateline(line):
            continue
        if not headline and i == 0 and _is_headline(line):
            result[i], headline = "headline", True
        elif not is_sentence(line) and len(line.split()) <= 14 and i + 1 < len(pieces):
            result[i] = "subheading"
    return result


def _is_headline(line: str) -> bool:
    """A first line of at most 25 words without a full stop, or one with nearly all its longer words in capitals."""
    words = line.split()
    if not 2 <= len(words) <= 25 or _is_filed(line):
        return False
    if not ends_sentence(line) or line.rstrip("\"'”’").endswith(("?", "!")):
        return True
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _is_filed(line: str) -> bool:
    """Whether a line begins with a dateline. Before a colon only a city is one: "NOWHERE TO RETREAT: a warning" is a title."""
    found = dateline(line)
    return found is not None and (line[: found.end].rstrip()[-1] != ":" or _is_city(found.place))
