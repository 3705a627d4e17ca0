"""An account that is open: files in, the folded account out. What `wirecopy.open` gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wirecopy.account.appointment import appointments
from wirecopy.account.cases import case_of
from wirecopy.account.fold import fold
from wirecopy.account.what_if import Consequence, Settled, near, settled, what_if
from wirecopy.documents import documents_in
from wirecopy.judgements import copies, dating
from wirecopy.judgements.copies import candidates
from wirecopy.judgements.decided import SAME_ACTOR, standing
from wirecopy.judgements.outcomes.cases import Case
from wirecopy.judgements.outcomes.deed_kinds import Deed
from wirecopy.model import Claim, Entry, Judgement, Moment, Note, Report, Verdict
from wirecopy.notes import Notes
from wirecopy.run import deciding
from wirecopy.run.as_of import as_of
from wirecopy.run.asking import deed_in_words, deed_of_fields
from wirecopy.run.flags import flags
from wirecopy.run.intake import Progress, Refreshed, own, take, take_anew, take_outdated, use_actors
from wirecopy.run.joined import joined
from wirecopy.store.database import Hit, Store


@dataclass(frozen=True, slots=True)
class Summary:
    """What a call of `read` did: documents read, known already, and not read (each with a note in the issue log)."""

    read: int
    known: int
    failed: int


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report of the account, dated as far as it can be, with the id of its family."""

    id: str
    path: str
    text: str
    headline: str | None
    outlet: str | None
    published: Moment | None
    language: str
    family: str
    report: Report


class OpenAccount:
    """One account: what many reports say of one crisis. Use `read` to add to it; everything else only reads."""

    def __init__(self, store: Store, unplaced: int = 0) -> None:
        """`unplaced` is how many reports an account of an earlier day leaves out though they may be as old."""
        self.store = store
        self.unplaced = unplaced

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def __enter__(self) -> OpenAccount:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- in
    def read(
        self,
        paths: str | Sequence[str],
        published: str | None = None,
        progress: Progress | None = None,
    ) -> Summary:
        """Read files and folders into the account. Reading the same again changes nothing.

        `published` is a date or a hint for all of them, as in `wirecopy.read`; ValueError for anything else.
        `progress` is called with (done, all). What can't be read is noted (`notes`) and never stops the rest.
        """
        if published is not None:
            dating.check(published)
        notes = Notes()
        arrived = list(documents_in([paths] if isinstance(paths, str) else paths, notes))
        skipped = sum(note.level != "info" for note in notes.lines)
        self.store.add_notes(notes.lines)
        new = [(document, decoded) for document, decoded in arrived if not self.store.has_document(document.id)]
        failed = take(self.store, new, published, progress)
        if new or self._unfolded():
            self.refold()
        return Summary(len(new) - failed, len(arrived) - len(new), skipped + failed)

    def use_actors(self, text: str, progress: Progress | None = None) -> Refreshed | None:
        """Give the account its own actors: a YAML file's text (`language.own_actors`), or that of a Phoenix file.

        They hold for all reports: those that are there already are read anew, unless these actors are known. Raises
        ValueError, which names the line, for a file that can't be taken.
        """
        return self.refresh(progress) if use_actors(self.store, text) else None

    def refresh(self, progress: Progress | None = None, outdated: bool = False) -> Refreshed:
        """Read every document anew, by the rules of this version. Claims that are found again keep their ids.

        With `outdated` only the finders whose version is new run again; what the others found stays as it stands.
        """
        done = (take_outdated if outdated else take_anew)(self.store, progress)
        self.refold()
        return done

    def refold(self) -> None:
        """Judge what is new, then fold the account from everything that was read."""
        reads = self.store.readings()
        self._compare_new({read.report.id: read.report for read in reads})
        with own(self.store):
            account = fold(reads, self.store.comparisons(), self.store.decisions())
        before = [entry.reports for entry in self.families]
        self.store.write_account(account.entries, account.judgements)
        self.store.add_notes(joined(before, account.families, {report.id: report.path for report in account.reports}))

    def _compare_new(self, reports: Mapping[str, Report]) -> None:
        """Hold the reports that are new against all that share their prints; `reports` are all, by path.

        In a comparison the first by path stands left, whichever came first.
        """
        order = list(reports)
        known = self.store.compared()
        for report_id in self.store.prints.missing():
            prints = candidates.prints_of(reports[report_id])
            pairs = [
                sorted((report_id, other), key=order.index) for other in candidates.near(self.store.prints, prints)
            ]
            new = [copies.compare(reports[a], reports[b]) for a, b in pairs if frozenset((a, b)) not in known]
            self.store.add_compared(report_id, prints, new)

    def _unfolded(self) -> bool:
        """Are there reports that no fold has seen? So it is after a reading that was cut short."""
        return set(self.store.report_ids()) != {report for entry in self.families for report in entry.reports}

    # ---- what analysts decide
    def decide_actors(
        self,
        left: str,
        right: str,
        verdict: Verdict,
        because: str,
        by: str = "",
        within: Sequence[str] = (),
        named: str | None = None,
    ) -> Judgement:
        """Two actors, by name or id, are one ("yes") or two ("no"): this stands before the machine's judgement.

        With `within` (ids or paths of reports) or `named` (words) it says that whom those reports, or those words, seemed
        to mean by `left` is `right`, who may be somebody new. It survives re-reading, and `take_back` undoes it. Raises
        ValueError for a name that fits nobody or several.
        """
        asked = deciding.decision(left, right, SAME_ACTOR, verdict, because, by)
        asked = replace(asked, within=tuple(within), named=named)
        with own(self.store):
            found = deciding.same_actor(self.store.readings(), self.actors, asked)
        return self.decide([found])[0]

    def take_back(self, decision_id: str, because: str, by: str = "") -> Judgement:
        """Undo a decision; both stay on record. Raises ValueError where none of that id stands."""
        return self.decide([deciding.taken_back(self.store.decisions(), decision_id, because, by)])[0]

    def decide(self, made: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """Keep decisions, which `wirecopy.run.deciding` makes or another account gave, and fold the account anew."""
        self.store.add_decisions(made)
        self.refold()
        return tuple(made)

    # ---- as it was
    def as_of(self, day: str) -> OpenAccount:
        """The account as it could be known at the end of a day (or of a month or year: "2021-12", "2021"); it can only be read.

        The reports that were published by then for certain are folded anew, without the others. When a report that names no
        day was published is known from all of them: that it is old is no news of later days. How many may be as old but
        stay out is its `unplaced`; from the day of the last dated report on nothing stays out. Close it when done. Raises
        ValueError for what is no ISO date.
        """
        dates = {line.id: line.published for line in self.reports if line.published}
        return OpenAccount(*as_of(self.store, dates, day))

    @property
    def decisions(self) -> tuple[Judgement, ...]:
        """What analysts decided and did not take back, the earliest first."""
        return standing(self.store.decisions())

    # ---- out
    @property
    def reports(self) -> tuple[ReportLine, ...]:
        """Every report, by path; one that is being read just now comes with the fold that counts it."""
        dates = {j.left: j.value for j in self.store.judgements(relation="published on") if j.value}
        family = {member: entry.id for entry in self.families for member in entry.reports}
        lines = []
        for r in self.store.reports():
            published = dates.get(r.id, r.published)
            if r.id in family:
                lines.append(
                    ReportLine(r.id, r.path, r.text, r.headline, r.outlet, published, r.language, family[r.id], r)
                )
        return tuple(lines)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every line of the account."""
        return self.store.entries()

    @property
    def families(self) -> tuple[Entry, ...]:
        """Originals with their copies."""
        return self.store.entries("family")

    @property
    def events(self) -> tuple[Entry, ...]:
        """What took place, will, might or did not, oldest first."""
        return self.store.entries("event")

    @property
    def statements(self) -> tuple[Entry, ...]:
        """Who said what, oldest first."""
        return self.store.entries("statement")

    @property
    def figures(self) -> tuple[Entry, ...]:
        """Numbers and what they count, with their rivals."""
        return self.store.entries("figure")

    @property
    def commitments(self) -> tuple[Entry, ...]:
        """Threats, promises, demands, red lines, refusals and offers."""
        return self.store.entries("commitment")

    @property
    def appointments(self) -> tuple[Entry, ...]:
        """The events that are or were scheduled."""
        return appointments(self.events)

    @property
    def actors(self) -> tuple[Entry, ...]:
        """Everyone who is named."""
        return self.store.entries("actor")

    @property
    def changes(self) -> tuple[Entry, ...]:
        """What copying changed."""
        return self.store.entries("change")

    @property
    def notes(self) -> tuple[Note, ...]:
        """The issue log: what was not understood, failed or was skipped."""
        paths = {report.id: report.path for report in self.store.reports()}
        notes = [*self.store.notes(), *flags(self.entries, paths)]
        return tuple(sorted(notes, key=lambda note: note.source))

    def entry(self, entry_id: str) -> Entry:
        """One line by its id, or by an id that it once had. Raises KeyError."""
        current = self.store.current_id(entry_id)
        found = next((entry for entry in self.entries if entry.id == current), None) if current else None
        if found is None:
            raise KeyError(entry_id)
        return found

    def judgements(self, subjects: Iterable[str]) -> tuple[Judgement, ...]:
        """The judgements about any of these reports, claims or actors, each once."""
        found = [judgement for subject in subjects for judgement in self.store.judgements(subject)]
        return tuple(j for n, j in enumerate(found) if j not in found[:n])

    def claim(self, claim_id: str) -> Claim:
        """One claim by its id. Raises KeyError."""
        return self.store.claim(claim_id)

    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Reports that have all the words, best first."""
        return self.store.search(words, limit)

    def what_if(
        self, event: str | None = None, *, act: str | None = None, who: str | None = None, whom: str | None = None
    ) -> tuple[Consequence, ...]:
        """The commitments that an event would trigger, and those that their actions would trigger in turn.

        The event is told in words ("Russia invades Ukraine") or by a PLOVER act with names. It forecasts nothing. Raises
        ValueError where no event can be read from them.
        """
        return what_if(self._deed(event, act, who, whom), self.commitments, self._cases())

    def what_else(
        self, event: str | None = None, *, act: str | None = None, who: str | None = None, whom: str | None = None
    ) -> tuple[Settled, tuple[Entry, ...]]:
        """What such an event would keep or break, and the commitments whose conditions it comes near to without meeting them.

        Raises ValueError where no event can be read.
        """
        deed, cases = self._deed(event, act, who, whom), self._cases()
        return settled(deed, self.commitments, cases), near(deed, self.commitments, cases)

    def _deed(self, event: str | None, act: str | None, who: str | None, whom: str | None) -> Deed:
        with own(self.store):
            return deed_of_fields(act, who, whom, self.actors) if act else deed_in_words(event or "")

    def _cases(self) -> dict[str, Case]:
        """Each commitment, by id, as the rules see it."""
        reads = {read.report.id: read for read in self.store.readings()}
        reports = {line.id: replace(line.report, published=line.published) for line in self.reports}
        return {entry.id: case_of(entry, reads, reports) for entry in self.commitments}


def open_account(path: str) -> OpenAccount:
    """See `wirecopy.open`."""
    return OpenAccount(Store(path))
