"""The account as it stood at one moment, so that a page reads each list once."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from wirecopy.account.appointment import appointments
from wirecopy.judgements.decided import SAME_ACTOR, about_actors, standing
from wirecopy.model import Actor, Entry, Judgement, Span
from wirecopy.run.account import OpenAccount, ReportLine
from wirecopy.views.lineage import Lineage, lineage
from wirecopy.views.people import Parts, parts
from wirecopy.views.sentences import sentence


class NotHere(KeyError):
    """Nothing in the account has this id. A page says so; any other KeyError is a fault of ours and must not look like it."""


class Snapshot(OpenAccount):
    """An account whose entries, reports and comparisons were read from the file once, all of one moment.

    Whatever is written later is not in it. The issue log, judgements and searches still come from the file.
    """

    def __init__(self, account: OpenAccount) -> None:
        super().__init__(account.store)
        connection = self.store.connection
        # Without a transaction another program's fold could come between two lists, and one name what the other lacks.
        connection.execute("BEGIN")
        try:
            self._entries = self.store.entries()
            readings = self.store.readings()
            self._read = [read.report for read in readings]
            self.met: dict[Span, Actor] = {m.span: m.actor for read in readings for m in read.mentions if m.actor}
            self._joined = self.store.judgements(relation=SAME_ACTOR)
            self.decided = self.store.decisions()
            self.comparison_of = {frozenset((made.left, made.right)): made for made in self.store.comparisons()}
            self._published = {j.left: j.value for j in self.store.judgements(relation="published on") if j.value}
        finally:
            connection.execute("COMMIT")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every line of the account."""
        return self._entries

    @cached_property
    def reports(self) -> tuple[ReportLine, ...]:
        """Every report that the account was folded from, by path; what another program is just reading in is not yet here."""
        family = {member: entry.id for entry in self.families for member in entry.reports}
        found = [report for report in self._read if report.id in family]
        return tuple(
            ReportLine(
                r.id, r.path, r.text, r.headline, r.outlet, self._published.get(r.id, r.published), r.language,
                family[r.id], r,
            )
            for r in found
        )  # fmt: skip

    @cached_property
    def of_kind(self) -> dict[str, tuple[Entry, ...]]:
        """The lines by kind, in the account's order."""
        kinds: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            kinds[entry.kind].append(entry)
        return {kind: tuple(lines) for kind, lines in kinds.items()}

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The lines by their ids."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def sentences(self) -> dict[str, str]:
        """The lines as sentences in lower case, by their ids: what a search looks through."""
        return {entry.id: sentence(entry).lower() for entry in self.entries}

    @cached_property
    def by_report(self) -> dict[str, tuple[Entry, ...]]:
        """The lines by the reports that stand behind them."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for report in entry.reports:
                found[report].append(entry)
        return {report: tuple(lines) for report, lines in found.items()}

    @cached_property
    def report_by_id(self) -> dict[str, ReportLine]:
        """The reports by their ids."""
        return {report.id: report for report in self.reports}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each report in the list of sources, from 1."""
        return {report.id: number for number, report in enumerate(self.reports, 1)}

    @cached_property
    def lineage(self) -> Lineage:
        """What descends from what; reports are called by their paths."""
        return lineage(self)

    @cached_property
    def numbered(self) -> Lineage:
        """The same, reports called by their numbers in the list of sources."""
        return lineage(self, {report: str(number) for report, number in self.numbers.items()})

    @cached_property
    def texts(self) -> dict[str, str]:
        """The clean texts of the reports by their ids."""
        return {report.id: report.text for report in self.reports}

    @cached_property
    def parts(self) -> dict[str, Parts]:
        """The lines in which each actor has a part, by its id."""
        return parts(self.entries)

    @property
    def decisions(self) -> tuple[Judgement, ...]:
        """What analysts decided and did not take back, the earliest first."""
        return standing(self.decided)

    @cached_property
    def joined(self) -> dict[str, str]:
        """The actors that were found to be another one, by their ids: the id of that one. Analysts stand before rules."""
        decided = [one for one in about_actors(self.decisions) if one.verdict == "yes"]
        rules = [one for one in self._joined if one not in self.decided and one.verdict == "yes"]
        return {one.left: one.right for one in (*rules, *decided)}

    def actor(self, actor_id: str) -> Entry | None:
        """The line of an actor, or that of the one as whom it is known now; None where there is neither."""
        seen: set[str] = set()
        while actor_id not in self.by_id and actor_id in self.joined and actor_id not in seen:
            seen.add(actor_id)
            actor_id = self.joined[actor_id]
        return self.by_id.get(actor_id)

    @cached_property
    def called(self) -> dict[str, str]:
        """The names of all actors that the reports name, joined or not, by their ids."""
        return {actor.id: actor.name for actor in self.met.values()}

    def actor_line(self, actor_id: str) -> Entry:
        """The same. Raises NotHere where there is neither, or no actor has that id."""
        found = self.actor(actor_id)
        if found is None or found.kind != "actor":
            raise NotHere(actor_id)
        return found

    def entry(self, entry_id: str) -> Entry:
        """One line by its id, or by an id that it once had; of an actor who is another one, that one's. Raises NotHere."""
        found = self.actor(entry_id) or self.by_id.get(self.store.current_id(entry_id) or "")
        if found is None:
            raise NotHere(entry_id)
        return found

    def report(self, report_id: str) -> ReportLine:
        """One report by its id. Raises NotHere."""
        if report_id not in self.report_by_id:
            raise NotHere(report_id)
        return self.report_by_id[report_id]

    # The lists of the account, taken from the one that was read.
    families = property(lambda self: self.of_kind.get("family", ()))
    events = property(lambda self: self.of_kind.get("event", ()))
    statements = property(lambda self: self.of_kind.get("statement", ()))
    figures = property(lambda self: self.of_kind.get("figure", ()))
    commitments = property(lambda self: self.of_kind.get("commitment", ()))
    appointments = property(lambda self: appointments(self.events))
    actors = property(lambda self: self.of_kind.get("actor", ()))
    changes = property(lambda self: self.of_kind.get("change", ()))


def stamp(account: OpenAccount) -> tuple[int, int]:
    """A value that changes when the account's file is written to, by this connection or by another program's."""
    connection = account.store.connection
    return connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes
