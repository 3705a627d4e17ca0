"""On what a conditional deed hangs, where its own words do not tell it: "if: “Chad closes the port”"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from wirecopy.account.before import sentence_at
from wirecopy.model import Entry, Event, Report
from wirecopy.words import load

MOST = 160
"""Characters of a condition that is quoted."""


def with_condition(entry: Entry, reports: Mapping[str, Report]) -> Entry:
    """A conditional event's line with the condition of its sentence, else of the one before in its paragraph."""
    event = entry.value
    if not isinstance(event, Event) or event.status != "conditional" or _conditions().search(event.what or ""):
        return entry
    shown = (one for one in entry.claims if getattr(one.finding, "status", None) == "conditional")
    for claim in sorted(shown, key=lambda one: getattr(one.finding, "what", None) != event.what):
        found = _near(claim.spans["act"][0].start, reports[claim.report_id])
        if found is not None:
            return replace(entry, condition=found)
    return entry


def _near(act: int, report: Report) -> str | None:
    """The condition next to an act in its sentence, else the last one of the sentence before."""
    start, end = sentence_at(act, report)
    found = [hit for hit in _conditions().finditer(report.text, start, end) if not hit.start() < act < hit.end()]
    if found:
        return _words(min(found, key=lambda hit: abs(hit.start() - act)))
    before = report.text[:start].rstrip()
    if "\n" in report.text[len(before) : start]:
        return None
    start, end = sentence_at(max(len(before) - 1, 0), report)
    found = list(_conditions().finditer(report.text, start, end))
    return _words(found[-1]) if found else None


def _words(hit: re.Match[str]) -> str:
    """A condition without its "if", which readers are told before it; with any other word that opens it."""
    marker, words = hit["marker"].lower(), " ".join(hit["words"].split()).rstrip("”’\"' ")
    plain = marker == "if" or marker.startswith("in ")
    return words if plain else f"{marker} {words}"


@cache
def _conditions() -> re.Pattern[str]:
    """A condition in running text: its opening, and its words as far as the next mark."""
    lists = load("lead_in")
    longest = sorted(lists["conditions"], key=len, reverse=True)
    markers = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in longest)
    no = "".join(rf"(?<!\b{word} )" for word in lists["no condition"])
    return re.compile(rf"{no}\b(?P<marker>{markers})\s+(?P<words>[^,;:.?!–—“”\n]{{8,{MOST}}})")
