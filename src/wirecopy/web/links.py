"""Where a page, an entry or a source is found: an address of the server, or an anchor of the one-file copy."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from wirecopy.views.filters import Filter


class Links(NamedTuple):
    """`live`: the pages are served, each at its own address; else all stand in one file."""

    live: bool

    def home(self) -> str:
        """The briefing."""
        return "/" if self.live else "#briefing"

    def section(self, anchor: str) -> str:
        """A part of the briefing."""
        return f"/#{anchor}" if self.live else f"#{anchor}"

    def page(self, anchor: str, number: int) -> str:
        """A page of a long section, counted from 0."""
        return f"/sections/{anchor}?page={number}" if self.live else f"#{anchor}"

    def people(self) -> str:
        """Everyone who is named."""
        return "/people" if self.live else "#people"

    def timeline(self, wanted: Filter | None = None, number: int = 0) -> str:
        """A page of the timeline, of all lines or of those that are asked for."""
        return self._asked("timeline", wanted, number)

    def ledger(self, wanted: Filter | None = None, number: int = 0) -> str:
        """A page of the ledger, of all lines or of those that are asked for."""
        return self._asked("ledger", wanted, number)

    def positions(self) -> str:
        """Who stands where on each issue."""
        return "/positions" if self.live else "#positions"

    def calendar(self) -> str:
        """What is arranged, and what is due."""
        return "/calendar" if self.live else "#calendar"

    def figures(self, number: int = 0) -> str:
        """A page of the series of figures."""
        return f"/figures?page={number}".removesuffix("?page=0") if self.live else "#figures-series"

    def report(self, report_id: str) -> str:
        """The page of a report."""
        return self._to("/reports/", "report-", report_id)

    def passage(self, report_id: str, start: int) -> str:
        """A paragraph of a report, by the place where it starts."""
        anchor = passage_anchor(report_id, start)
        return f"{self.report(report_id)}#{anchor}" if self.live else f"#{anchor}"

    def said(self, actor_id: str) -> str:
        """What an actor said over time."""
        return self._to("/said/", "said-", actor_id)

    def decide(self, actor_id: str) -> str:
        """Where the form of an actor's page is sent; the one-file copy has none."""
        return f"/decide/{quote(actor_id, safe='')}"

    def correct(self, subject: str) -> str:
        """Where the form of a line's, or a report's, page is sent; the one-file copy has none."""
        return f"/correct/{quote(subject, safe='')}"

    def decisions(self, actor_id: str) -> str:
        """What was decided on an actor or a line, on its page, which is served."""
        return f"{self.entry(actor_id)}#decisions-{quote(actor_id, safe='')}"

    def entry(self, entry_id: str) -> str:
        """The explanation of a line."""
        return self._to("/entries/", "entry-", entry_id)

    def compare(self, left: str, right: str) -> str:
        """Two reports side by side."""
        if self.live:
            return f"/compare/{quote(left, safe='')}/{quote(right, safe='')}"
        return f"#compare-{quote(left, safe='')}-{quote(right, safe='')}"

    def _asked(self, page: str, wanted: Filter | None, number: int) -> str:
        asked = {name: value for name, value in wanted._asdict().items() if value} if wanted else {}
        asked |= {"page": number} if number else {}
        return f"/{page}?{urlencode(asked)}".rstrip("?") if self.live else f"#{page}"

    def _to(self, address: str, anchor: str, key: str) -> str:
        return (address if self.live else f"#{anchor}") + quote(key, safe="")


def passage_anchor(report_id: str, start: int) -> str:
    """The id of the paragraph of a report that starts there."""
    return f"p-{report_id}-{start}"
