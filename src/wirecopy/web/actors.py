"""The page of an actor: its names as they occur, its roles, and what it says, does, threatens and counts, each apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from wirecopy.language.actors import titles
from wirecopy.model import Entry, Judgement, Role, Span
from wirecopy.views.explain import reasons
from wirecopy.views.people import Name, Parts, actor_of, nameless, names, pronouns
from wirecopy.views.sentences import role_text
from wirecopy.views.topics import words
from wirecopy.web.decisions import decision_lines
from wirecopy.web.dyads import of_actor
from wirecopy.web.front import by_day
from wirecopy.web.links import Links
from wirecopy.web.pages import judgement_line, mentions
from wirecopy.web.regions import paragraph_at
from wirecopy.web.shown import Line, Link, line, title
from wirecopy.web.snapshot import Snapshot

# Lines of each part, and mentions in their paragraphs: more than this is told, not shown.
MOST = 100
MOST_MENTIONS = 30
# Parts of the page: the field of `Parts`, the heading, and the command that lists them all.
PARTS = (
    ("statements", "Statements", "show statements --by"),
    ("told", "Said to {}", "show statements --actor"),
    ("commitments", "Threats, promises, demands, red lines, refusals, offers", "show commitments --by"),
    ("received", "Threats, promises, demands to {}", "show commitments --actor"),
    ("events", "Events", "show events --actor"),
    ("figures", "Figures given", "show figures --by"),
)


class Part(NamedTuple):
    """The lines of a part by day; `more` are not shown, `command` prints them all."""

    title: str
    slug: str
    total: int
    days: list[tuple[str, list[Line]]]
    more: int
    command: str


class Found(NamedTuple):
    """A name or a role as it occurs, how often, and its first paragraph in each report."""

    said: str
    times: int
    places: tuple[Link, ...]


def actor_page(snapshot: Snapshot, entry: Entry, links: Links) -> dict[str, Any]:
    """What is known of an actor, each part with where it stands."""
    actor, had = actor_of(entry), snapshot.parts.get(entry.id, Parts())
    drawn, more_dyads = of_actor(snapshot, actor, links)
    return {
        "actor": actor,
        "line": line(snapshot, entry, links),
        "nameless": nameless(entry),
        "names": [_name(snapshot, name, links) for name in names(entry, snapshot.texts)],
        "pronouns": pronouns(entry, snapshot.texts),
        "roles": [_role(snapshot, entry, role, links) for role in actor.roles],
        "parts_of_it": [
            _part(snapshot, entry, getattr(had, name), (name, *told), links)
            for name, *told in PARTS
            if getattr(had, name)
        ],
        "said": Link("with the wordings of each report side by side", links.said(entry.id) if had.statements else ""),
        "dyads": drawn,
        "more_dyads": more_dyads,
        "mentions": mentions(snapshot, entry, links, MOST_MENTIONS),
        "more_mentions": max(0, len(entry.evidence) - MOST_MENTIONS),
        "judgements": [judgement_line(snapshot, one, links) for one in _rules(snapshot, entry)[:MOST]],
        "decisions": decision_lines(snapshot, entry, links),
        "form": None,
    }


def _rules(snapshot: Snapshot, entry: Entry) -> list[Judgement]:
    """Whom rules took for the actor; what analysts decided stands apart."""
    decided = {one.id for one in snapshot.decided}
    return [one for one in reasons(snapshot, entry) if one.id not in decided]


def _part(snapshot: Snapshot, entry: Entry, lines: Sequence[Entry], told: Sequence[str], links: Links) -> Part:
    slug, heading, command = told
    shown = [line(snapshot, one, links) for one in lines[:MOST]]
    more = max(0, len(lines) - MOST)
    heading = heading.format(actor_of(entry).name) if "{}" in heading else heading
    return Part(heading, f"{slug}-{entry.id}", len(lines), by_day(shown), more, f"wirecopy {command} {entry.id}")


def _name(snapshot: Snapshot, name: Name, links: Links) -> Found:
    return Found(name.said, name.times, _places(snapshot, name.first, links))


def _role(snapshot: Snapshot, entry: Entry, role: Role, links: Links) -> Found:
    """A role with the reports that state it, each at a mention with the words of the role where there is one."""
    spans: dict[str, Span] = {}
    wanted = role.role.lower().split()[-1]
    for piece in sorted(entry.evidence, key=lambda piece: piece.span):
        met = snapshot.met.get(piece.span)
        if met is None or not any(_is_same(role, one) for one in met.roles):
            continue
        first = spans.setdefault(piece.span.report_id, piece.span)
        if wanted not in words(first, snapshot.texts).lower() and wanted in words(piece.span, snapshot.texts).lower():
            spans[piece.span.report_id] = piece.span
    return Found(role_text(role), len(spans), _places(snapshot, tuple(spans.values()), links))


def _is_same(role: Role, told: Role) -> bool:
    """Does a report's role say what the account's says? The account keeps the fuller of two."""
    bodies = {(one.organisation or "").lower() for one in (role, told)} - {""}
    return titles.office(role.role) == titles.office(told.role) and len(bodies) < 2


def _places(snapshot: Snapshot, spans: Sequence[Span], links: Links) -> tuple[Link, ...]:
    numbered = sorted((snapshot.numbers[span.report_id], span) for span in spans)
    return tuple(
        Link(
            str(number),
            links.passage(span.report_id, paragraph_at(snapshot.report_by_id[span.report_id].report, span.start)),
            title(snapshot.report_by_id[span.report_id]),
        )
        for number, span in numbered
    )
