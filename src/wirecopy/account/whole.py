"""A deed whose clause says too little by itself is shown in its whole sentence, where that is short enough to quote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from wirecopy.account.before import sentence_at
from wirecopy.account.places import placed
from wirecopy.model import Claim, Entry, Event, Report
from wirecopy.words import load

MOST = 280  # characters of a sentence that is quoted whole
GAP = "…"
APPOSITION = re.compile(r"(?:an?|one|something)\b")
DATELINE = re.compile(r"[A-Z]{3,}[^\n]{0,60}? [-–—] ")  # "LIMA, May 3 (Wire) - "
ANNOUNCED = re.compile(r"\.? “")  # what a warning says, in the same paragraph
MARKS = " \n“”‘’\"'[]"


def with_whole_sentence(entry: Entry, reports: Mapping[str, Report]) -> Entry:
    """An event's line with its sentence for a clause that was cut, or hangs on another; the line as it is where it is clear."""
    event = entry.value
    if not isinstance(event, Event) or not event.what:
        return entry
    claim = next((one for one in entry.claims if getattr(one.finding, "what", None) == event.what), None)
    report = reports.get(claim.report_id) if claim else None
    return replace(entry, value=replace(event, what=whole(claim, report))) if claim and report else entry


def whole(claim: Claim, report: Report) -> str:
    """The words that a claim shows, of an event as much of their sentence as they need; "" where it has none.

    Of a warning that the next sentence quotes that sentence too.
    """
    words: str = getattr(claim.finding, "what", None) or ""
    pieces = placed(words, claim, report.text) if isinstance(claim.finding, Event) and words else []
    if not pieces:
        return words
    first, last = pieces[0][0], pieces[-1][1]
    start, end = _sentence(first, last, report)
    stretches = []
    cut, lacks = _is_cut(words, report.text[start:first], report.text[last:end]), _lacks(claim.finding, words)
    if start <= first < last <= end and (cut or lacks):
        stretches = [(start, end), (start, last), (first, end)]
    if ANNOUNCED.match(report.text, end) and _announcing().search(words):
        stretches.insert(0, (start, sentence_at(end + 1, report)[1]))
    if lacks:
        telling = [(a, b) for a, b in stretches if not _lacks(claim.finding, report.text[a:b])]
        stretches = telling or (stretches if cut else [])
    fuller = (" ".join(report.text[a:b].split()).rstrip(".,;: ") for a, b in stretches)
    return next((told for told in fuller if len(words.strip(GAP)) < len(told) <= MOST), words)


def _sentence(first: int, last: int, report: Report) -> tuple[int, int]:
    """Where the sentence of a clause stands, without the dateline before it."""
    start, end = sentence_at(first, report)
    end = max(end, sentence_at(last - 1, report)[1])
    dateline = DATELINE.match(report.text, start, first)
    return (dateline.end() if dateline else start), end


def _is_cut(words: str, ahead: str, behind: str) -> bool:
    """Does a clause lack a part, or hang on what stands beside it in its sentence? What "he said" is clear without him."""
    before, joining = ahead.strip(MARKS), load("lead_in")["joining"]
    if GAP in words or _unsaid().search(words):
        return True
    if _opening("dependent").match(words):
        return before.lower() not in ("", *joining) or bool(behind.strip(f"{MARKS}.,;:!?"))
    if not before or _opening("tellers").fullmatch(before):
        return False
    if before.endswith(",") and APPOSITION.match(words):
        return True
    return before[-1] not in ",;:—–(" and before.split()[-1].lower() not in joining


def _lacks(finding: object, words: str) -> bool:
    """Do words assert what only may be, or put off what was done by announcing it: "would be cut off" without who said so?"""
    decreed = isinstance(finding, Event) and finding.act == "SANCTION" and finding.status == "happened"
    ahead = decreed and re.search(r"\b(?:would|will) ", words) and not re.search(rf"\b(?:{_decrees()})", words)
    return asserts(finding, words) or bool(ahead)


@cache
def _decrees() -> str:
    """Verbs by which somebody imposes what he says."""
    return "|".join(load("appointments")["decrees"])


def asserts(finding: object, words: str) -> bool:
    """Do words assert what an event only calls possible, for what casts doubt on it stands beside them?"""
    possible = isinstance(finding, Event) and finding.status == "possible"
    return possible and _doubting().search(words) is None


@cache
def _doubting() -> re.Pattern[str]:
    """Words by which something only may be."""
    return re.compile(rf"\b(?:{'|'.join(load('lead_in')['doubting'])})", re.IGNORECASE)


@cache
def _announcing() -> re.Pattern[str]:
    """ "Repeated a warning that Oslo gave": what it says stands behind."""
    return re.compile(
        rf"\ban? (?:[a-z]+ )?(?:{'|'.join(load('lead_in')['announcing'])})(?=[:.]|$| that [A-Z]| that the\b)"
    )


@cache
def _unsaid() -> re.Pattern[str]:
    """ "Would ask Oslo to agree": to what stands beside it."""
    return re.compile(rf"\bto (?:{'|'.join(load('lead_in')['unsaid'])})\W*$")


@cache
def _opening(name: str) -> re.Pattern[str]:
    """Words of a list with which a clause, or what stands before it, begins."""
    return re.compile(rf"(?:{'|'.join(load('lead_in')[name])})\b", re.IGNORECASE)
