"""The masthead of a report: the name of its outlet, or of the office that issued it, on a line above the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from wirecopy.reports import outlets, residue
from wirecopy.reports.layout import Line, is_sentence
from wirecopy.words import load

TALLEST = 12
"""How many lines from the top the masthead is looked for."""
SHORTEST = 3
"""Fewest words of the headline under a masthead: what is shorter may be the name of a section or of an author."""
LONGEST = 25
"""Most words of a headline."""
_PARTED = re.compile(r"\s+(?:[|–—•·-]|::|»)\s+|\s+(?=\([^()]{2,40}\)\Z)")
_ROW = re.compile(r"\s*[|>»›•·]\s*")


class Masthead(NamedTuple):
    """Which line it is, the name of the outlet, and the rule for what the line says beside it ("slogan", "edition")."""

    line: int
    outlet: str
    beside: str | None


def masthead(lines: Sequence[Line], rules: Sequence[str | None]) -> Masthead | None:
    """The masthead of a report, by signals alone: no list has the outlets of the world.

    It is the first line that is no residue, has the form of a name, stands above a title, and is shown to be an outlet's
    or an office's (`_is_shown`). Else it is the first part of a row of sections: "Halden Post | World | Europe".
    """
    for i, rule in enumerate(rules[:TALLEST]):
        if rule is None:
            return _named(lines, rules, i)
        if rule == "navigation" and (name := _before_sections(lines, i)):
            return Masthead(i, name, None)
        if rule == "outlet":
            return None
    return None


def _named(lines: Sequence[Line], rules: Sequence[str | None], at: int) -> Masthead | None:
    name, beside = _taken_apart(lines[at].text)
    headline = _headline(lines, rules, at + 1)
    if headline is None or not outlets.is_name(name) or not _is_shown(name, lines, rules, headline):
        return None
    if not beside:
        return Masthead(at, name, None)
    if residue.rule_of(beside.strip("()")) in ("edition", "label"):
        return Masthead(at, name, "edition")
    is_slogan = _slogan().search(beside) or "navigation" in rules[at:headline]
    return Masthead(at, name, "slogan") if is_slogan else None


def _taken_apart(line: str) -> tuple[str, str]:
    """The name, and what stands behind it after a dash or a bar, or in brackets at the end."""
    name, *rest = _PARTED.split(line, maxsplit=1)
    return name, "".join(rest)


@cache
def _slogan() -> re.Pattern[str]:
    return re.compile("|".join(load("outlets")["slogans"]), re.I)


def _headline(lines: Sequence[Line], rules: Sequence[str | None], start: int) -> int | None:
    """The first title below a masthead; None where a paragraph comes first."""
    for i in range(start, len(lines)):
        if rules[i] is None and lines[i].words >= SHORTEST:
            is_question = lines[i].text.endswith(("?", "!")) and lines[i].words <= LONGEST
            return i if is_question or not is_sentence(lines[i].text) else None
    return None


def _is_shown(name: str, lines: Sequence[Line], rules: Sequence[str | None], headline: int) -> bool:
    """Whether a name is shown to be an outlet's or an office's: by its own words ("The Baltic Ledger"), by words that may
    be an outlet's above a row of sections ("Daily Whistle", "NEWS | SPORT"), by a label of the office's press department,
    or by what the document says of it elsewhere ("© Halden Post"). "Ministry of Fear" alone may be a headline."""
    if outlets.is_press_name(name):
        return True
    if outlets.is_paper(name) and "navigation" in rules[:headline]:
        return True
    if outlets.is_office(name) and "issued" in rules[:headline]:
        return True
    return outlets.calls_itself(name, _below(lines, headline))


def _below(lines: Sequence[Line], start: int) -> str:
    return "\n".join(line.text for line in lines[start:])


def _before_sections(lines: Sequence[Line], at: int) -> str | None:
    """The outlet before a row of sections, the first of them a known label: "Tarn Broadcasting | News | Europe"."""
    name, *sections = _ROW.split(lines[at].text.strip())
    if not sections or residue.rule_of(sections[0]) != "label":
        return None
    shown = outlets.is_press_name(name) or outlets.calls_itself(name, _below(lines, at + 1))
    return name if residue.rule_of(name) is None and outlets.is_name(name) and shown else None
