"""The briefing as pages: its sections, the rest of a long one, the copies, the sources, everyone who is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from wirecopy.model import Family
from wirecopy.views.briefing import Section, main_points, period, sections
from wirecopy.views.people import KINDS, Parts, actor_of, ordered
from wirecopy.views.stored import held
from wirecopy.views.supported import unsupported
from wirecopy.views.unknown import unknown
from wirecopy.web.links import Links
from wirecopy.web.paging import paged
from wirecopy.web.shown import Line, Link, line, pair, source
from wirecopy.web.snapshot import NotHere, Snapshot

Context = dict[str, Any]


class Part(NamedTuple):
    """A section as it is shown: `days` are the lines of this page by their days, `others` leads to its other pages."""

    title: str
    slug: str
    none: str
    total: int
    days: list[tuple[str, list[Line]]]
    others: tuple[Link, ...]


def slug(heading: str) -> str:
    """A heading as an anchor: "Who said what" → who-said-what."""
    return "-".join(re.findall(r"[a-z]+", heading.lower()))


def briefing(snapshot: Snapshot, links: Links) -> Context:
    """The account: the main points, its sections, days within them, lines within these; what is open; copies; sources."""
    known = held(snapshot)
    return {
        "reports": len(snapshot.reports),
        "origins": len(snapshot.families),
        "period": period(snapshot),
        "main": [line(snapshot, entry, links) for entry in main_points(snapshot, known)],
        "unknown": [
            (one.text, [Link(e.id, links.entry(e.id)) for e in one.lines])
            for one in unknown(snapshot)
            if not any(unsupported(entry, known) for entry in one.lines)
        ],
        "sections": [part(snapshot, section, 0, links) for section in sections(snapshot)],
        "families": copied_families(snapshot, links),
        "sources": [source(snapshot, report, links) for report in snapshot.reports],
        "people": len(snapshot.actors),
    }


def section_page(snapshot: Snapshot, name: str, page: int, links: Links) -> Context:
    """A page of one section, counted from 0. Raises NotHere for a section or a page that is not there."""
    found = next((section for section in sections(snapshot) if slug(section.title) == name), None)
    if found is None:
        raise NotHere(name)
    return {"part": part(snapshot, found, page, links)}


def part(snapshot: Snapshot, section: Section, number: int, links: Links) -> Part:
    """One page of a section. Raises NotHere."""
    name = slug(section.title)
    page = paged(section.lines, number, links, lambda n: links.page(name, n))
    days = by_day(line(snapshot, entry, links) for entry in page.lines)
    return Part(section.title, name, section.none, page.total, days, page.others)


def by_day(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Lines that follow each other and have the same day, under that day."""
    return [(day, list(group)) for day, group in groupby(lines, key=lambda shown: shown.day)]


def copied_families(snapshot: Snapshot, links: Links) -> list[tuple[Line, list[Link]]]:
    """The families with more than one member, each with its pairs side by side."""
    found = []
    for entry in snapshot.families:
        if len(entry.reports) > 1 and isinstance(entry.value, Family):
            found.append((line(snapshot, entry, links), pairs(snapshot, entry.value, links)))
    return found


def pairs(snapshot: Snapshot, family: Family, links: Links) -> list[Link]:
    """The comparisons behind a family: the names of both reports, how close they are."""
    shown = []
    for one, other, kind, score in family.links:
        left, right = pair(snapshot, one, other)
        names = f"{snapshot.report_by_id[left].path} ↔ {snapshot.report_by_id[right].path}"
        shown.append(Link(names, links.compare(left, right), f"{kind}, score {score:.2f}"))
    return shown


def people(snapshot: Snapshot, links: Links) -> Context:
    """Everyone and everything that is named, by kind, those in the most origins first."""
    groups = []
    for kind, entries in groupby(ordered(snapshot.actors), key=lambda entry: actor_of(entry).kind):
        told = [(line(snapshot, e, links), snapshot.parts.get(e.id, Parts()).counts()) for e in entries]
        groups.append((KINDS[kind], told))
    return {"groups": groups}
