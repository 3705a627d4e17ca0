"""Appointments: what is to take place, and what has become of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from wirecopy.judgements.told import days
from wirecopy.model import Entry, Event, Report
from wirecopy.words import load

DONE = ("happened", "ongoing", "historical")
CALL, REMOTE = "call", ("phone", "virtual")


def appointments(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The events that are or were scheduled, of a kind that stands in a diary."""
    return tuple(entry for entry in entries if is_appointment(entry))


def is_appointment(entry: Entry) -> bool:
    """Was it ever told as scheduled, and may it stand in a diary?

    Talks, signings and exercises may; troops, aid and measures where a day is told; an attack never, whoever is sure of it.
    """
    event = entry.value
    if not isinstance(event, Event) or not any(_is_scheduled(claim.finding) for claim in entry.claims):
        return False
    words = load("appointments")
    return event.act in words["calendar"] or (event.when is not None and event.act not in words["forecasts"])


def _is_scheduled(finding: object) -> bool:
    return isinstance(finding, Event) and finding.status == "scheduled"


def what(entry: Entry) -> str:
    """The word for it: talks, summit, vote, deadline … from its own words, else from its act."""
    event = entry.value
    assert isinstance(event, Event)  # noqa: S101 -- appointments are events
    words = (event.what or "").lower()
    kinds: dict[str, list[str]] = load("appointments")["kinds"]
    # "The call comes ahead of talks": what is called, is so by its mode.
    named = (kind for kind in kinds if kind != CALL or event.mode in REMOTE)
    found = next((kind for kind in named if any(sign in words for sign in kinds[kind])), None)
    return found or load("appointments")["acts"].get(event.act, "appointment")


def with_outcomes(entries: Sequence[Entry], reports: Collection[Report]) -> list[Entry]:
    """The entries, each appointment with its outcome as its state, as of the day of the latest report."""
    texts = {report.id: report.text for report in reports}
    today = max((report.published.latest or "" for report in reports if report.published), default="")[:10]
    return [replace(e, state=outcome(e, today, texts)) if is_appointment(e) else e for e in entries]


def outcome(entry: Entry, today: str, texts: Mapping[str, str]) -> str:
    """kept once it is told as done; cancelled once as denied or refused; moved once it is put off; overdue; else open.

    `today` is the ISO date as of which it is asked, `texts` are those of the reports. Overdue says that its last day is
    past and that no report tells what became of it.
    """
    event = entry.value
    assert isinstance(event, Event)  # noqa: S101 -- appointments are events
    if event.status in DONE:
        return "kept"
    if event.status in ("denied", "refused"):
        return "cancelled"
    words = {texts[e.span.report_id][e.span.start : e.span.end].lower() for e in entry.evidence if e.role == "act"}
    if any(word.startswith(tuple(load("appointments")["put_off"])) for word in words):
        return "moved"
    known = days(event.when)
    return "overdue" if known and known[1] < today else "open"
