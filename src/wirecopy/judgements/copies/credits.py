"""What a report tells of where it comes from: its outlet, the outlets and agencies that it names, the marks of a copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from wirecopy.model import Report, Stretch
from wirecopy.reports.outlets import outlet_named
from wirecopy.words import load

NAME = r"(?-i:(?P<name>[A-Z0-9][\w’'&-]*(?:\.\w+)*(?: (?:of |the |and |& )?[A-Z0-9][\w’'&-]*(?:\.\w+)*){0,7}))"
# "MOSCOW/BRUSSELS, Dec 17 (Northline Wire) - ": the agency in brackets at the start of a paragraph.
DATELINE = re.compile(r"[^.!?“”\"()\n]{0,40}(?:\.[^.!?“”\"()\n]{0,30})?\((?P<name>[A-Z][\w’'&/ .-]{1,40})\)\s*[-–—_:]")
FIRST = 3  # paragraphs in which a dateline is looked for
GARBLED = 2  # places within paragraphs that had to be mended; a single one is a slip that any newsroom makes


@dataclass(frozen=True, slots=True)
class Credits:
    """A report's own account of itself.

    `masthead` is the outlet that it shows, `agencies` those of its dateline, `named` the names in its lines of credit
    with what kind of line it is; `elsewhere` are its lines that name a source without its name.
    """

    report: Report
    masthead: str | None
    agencies: tuple[str, ...]
    named: tuple[tuple[str, str], ...]
    elsewhere: tuple[str, ...]
    has_reporters: bool
    has_residue: bool
    is_garbled: bool

    @property
    def outlet(self) -> str | None:
        """Its outlet; of a report that shows none, the agency of its dateline."""
        return self.masthead or next(iter(self.agencies), None)

    @property
    def sources(self) -> tuple[str, ...]:
        """The names in its dateline and its lines of credit."""
        return (*self.agencies, *(name for name, _ in self.named))

    def names(self, outlet: str) -> str | None:
        """Where it names an outlet as its source: "its copyright line", "its text"; None where it does not."""
        lines = (*(("dateline", name) for name in self.agencies), *((where, name) for name, where in self.named))
        if where := next((where for where, name in lines if same(name, outlet)), None):
            return f"its {where}"
        if core(outlet)[0] not in self.report.text.casefold():
            return None
        return "its text" if any(re.search(form, self.report.text, re.I) for form in _forms(outlet)) else None


def credits_of(report: Report) -> Credits:
    """What a report tells of where it comes from."""
    agencies = tuple(dict.fromkeys(_agencies(report)))
    lines = _lines(report)
    named = tuple((name, where) for line in lines for where, name in _named(line))
    outlet = report.outlet
    # The outlet of a report without a masthead is taken from its dateline, where a reprint has the same one.
    is_shown = any(cut.rule == "outlet" for cut in report.cuts) or not any(same(a, outlet) for a in agencies if outlet)
    return Credits(
        report,
        outlet if is_shown else None,
        agencies,
        named,
        tuple(line for line in lines if any(form.match(line) for form in _patterns("elsewhere"))),
        any(re.match(load("credits")["reporters"], line, re.I) for line in report.credits),
        any(cut.rule == "shortcode" for cut in report.cuts),
        _mended(report) >= GARBLED or bool(set(report.replaced) & set(load("credits")["foreign"])),
    )


def same(one: str, other: str) -> bool:
    """Do two names tell of one outlet? "AP" is "The Associated Press", "Northline" is "Northline Wire"."""
    return core(one) == core(other)


@cache
def core(name: str) -> tuple[str, ...]:
    """The words of an outlet's name that must be there."""
    words = [word.strip(".,'’") for word in (outlet_named(name) or name).casefold().split()]
    words = [word for word in words if not re.fullmatch(r"(?:19|20)\d\d", word)]
    return tuple(word for word in words if word not in load("credits")["common"]) or tuple(words)


def cites(text: str, start: int, end: int, outlet: str) -> bool:
    """Does the clause around a stretch of a text say that it has from an outlet what it tells?"""
    first, last = _sentence(text, start, end)
    for aside in _aside().finditer(text, first, last):
        if aside.end() <= start:
            first = aside.end()
        elif aside.start() >= end:
            last = aside.start()
            break
    clause = text[first:last]
    return core(outlet)[0] in clause.casefold() and any(
        any(c.isupper() for c in found["name"])  # "according to the times" cites no paper
        for form in _clauses(outlet)
        for found in re.finditer(form, clause, re.I)
    )


_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[^\Wa-z])|\n")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch; an abbreviation before a capital may cut it short, never make it longer."""
    first = max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, start - 600), start)), default=max(0, start - 600)
    )
    found = _SENTENCE_END.search(text, end, end + 600)
    return first, found.start() if found else min(len(text), end + 600)


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(load("credits")["asides"], re.I)


def _agencies(report: Report) -> Iterator[str]:
    """The agencies in brackets in the report's dateline."""
    paragraphs = [block for block in report.blocks if block.kind == "paragraph"][:FIRST]
    for block in paragraphs:
        if match := DATELINE.match(report.text, block.start, block.end):
            yield outlet_named(match["name"]) or match["name"]


def _lines(report: Report) -> list[str]:
    """The lines around the article that may name a source."""
    cut = [cut.text for cut in report.cuts if cut.rule not in load("credits")["passed_over"]]
    lines = (line.strip(" \t*_()[]") for text in (*cut, *report.credits) for line in text.splitlines())
    return list(dict.fromkeys(filter(None, lines)))


def _named(line: str) -> Iterator[tuple[str, str]]:
    """The names in a line of credit, each with what kind of line it is."""
    for where, forms in load("credits")["lines"].items():
        for form in forms:
            if match := _compiled(form).match(line):
                yield where, match["name"]


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form.replace("{name}", NAME), re.I)


def _patterns(kind: str) -> Iterable[re.Pattern[str]]:
    return [_compiled(form) for form in load("credits")[kind]]


@cache
def _forms(outlet: str) -> list[str]:
    """How a text says that this outlet told it."""
    return [form.replace("{name}", _name(outlet)) for form in load("credits")["text"]]


@cache
def _clauses(outlet: str) -> list[str]:
    """How a clause says that this outlet told it, the outlet's name as the group `name`."""
    forms = (*load("credits")["text"], *load("credits")["cites"])
    return [form.replace("{name}", f"(?P<name>{_name(outlet)})") for form in forms]


def _name(outlet: str) -> str:
    words = r"\s+".join(map(re.escape, core(outlet)))
    return rf"\b{words}(?:\s+(?:{'|'.join(load('credits')['common'])})\b)*"


def _mended(report: Report) -> int:
    """How often a mark had to be put in, taken out or moved within the paragraphs of a report."""
    return sum(
        any(block.start < after.start < block.end and _end(before) > block.start for block in report.blocks)
        for before, after in zip(report.offsets, report.offsets[1:], strict=False)
    )


def _end(stretch: Stretch) -> int:
    return stretch.start + stretch.length
