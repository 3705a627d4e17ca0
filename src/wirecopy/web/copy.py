"""The whole account as one HTML file, to send or to keep: the same pages, with anchors for links."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wirecopy.model import Entry, Family
from wirecopy.views.filters import Filter
from wirecopy.web import front, pages
from wirecopy.web.actors import actor_page
from wirecopy.web.calendar import calendar_page
from wirecopy.web.figures import figures_page
from wirecopy.web.ledger import ledger_page
from wirecopy.web.links import Links
from wirecopy.web.positions import positions_page
from wirecopy.web.render import part, render, style
from wirecopy.web.reporting import report_page
from wirecopy.web.said import said_page
from wirecopy.web.shown import pair
from wirecopy.web.side_by_side import compare_page
from wirecopy.web.snapshot import Snapshot
from wirecopy.web.timeline import timeline_page

if TYPE_CHECKING:
    from wirecopy.run.account import OpenAccount

KEPT = Links(live=False)


def write_copy(account: OpenAccount, path: Path) -> Path:
    """Write the briefing, timeline and figures, every report, pair of copies and explanation into one file; gives its path.

    The file refers to nothing outside of itself: the style sheet is in it, links are anchors, and there is no script.
    The folder must exist; a file of that name is replaced.
    """
    snapshot = Snapshot(account)
    families = [entry.value for entry in snapshot.families if isinstance(entry.value, Family)]
    copied = {pair(snapshot, left, right) for family in families for left, right, *_ in family.links}
    others = [entry for entry in snapshot.entries if entry.kind != "actor"]
    parts = [
        ("briefing", "_briefing.html", front.briefing(snapshot, KEPT)),
        ("timeline", "_timeline.html", timeline_page(snapshot, Filter(), 0, KEPT)),
        ("ledger", "_ledger.html", ledger_page(snapshot, Filter(), 0, KEPT)),
        ("positions", "_positions.html", positions_page(snapshot, "", KEPT)),
        ("calendar", "_calendar.html", calendar_page(snapshot, KEPT)),
        ("figures-series", "_figures.html", figures_page(snapshot, 0, KEPT)),
        *((f"report-{r.id}", "_report.html", report_page(snapshot, r, KEPT)) for r in snapshot.reports),
        *((f"compare-{a}-{b}", "_compare.html", compare_page(snapshot, a, b, KEPT)) for a, b in sorted(copied)),
        *((f"entry-{e.id}", "_entry.html", pages.explanation(snapshot, e, KEPT)) for e in others),
        *((f"entry-{e.id}", "_actor.html", actor_page(snapshot, e, KEPT)) for e in snapshot.actors),
        *(
            (f"said-{e.id}", "_said.html", said_page(snapshot, e, 0, KEPT))
            for e in snapshot.actors
            if _speaks(snapshot, e)
        ),
        ("people", "_people.html", front.people(snapshot, KEPT)),
        ("doctor", "_doctor.html", pages.doctor(snapshot)),
    ]
    frame = {"name": Path(account.store.path).name, "links": KEPT, "h": 1}
    shown = ((anchor, part(template, context | frame)) for anchor, template, context in parts)
    path.write_bytes(render("copy.html", frame | {"style": style(), "pages": shown}))
    return path


def _speaks(snapshot: Snapshot, actor: Entry) -> bool:
    return actor.id in snapshot.parts and bool(snapshot.parts[actor.id].statements)
