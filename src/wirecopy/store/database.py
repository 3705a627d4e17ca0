"""Reading and writing the account's file. Every write is one durable transaction; readers are never locked out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from wirecopy.model import (
    Claim,
    Comparison,
    Document,
    Entry,
    Expression,
    Judgement,
    Mention,
    Note,
    Prints,
    Read,
    Report,
)
from wirecopy.store.codec import dump, load
from wirecopy.store.migrations import NotAnAccount, migrate
from wirecopy.store.prints import StoredPrints

# A judgement that a person made: none of the machine's may replace it.
BY_ANALYST = "(by LIKE 'analyst:%')"
# The stages whose notes are written anew when a document is read anew.
OF_READING = ("reports", "language", "findings")


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found, best first. `snippet` has the words found between \\x02 and \\x03."""

    report_id: str
    path: str
    snippet: str


class Store:
    """An account's file. WAL mode with synchronous=FULL: nothing that was committed is lost, and readers go on."""

    def __init__(self, path: str) -> None:
        """Open or make the file. Raises NotAnAccount, FileNotFoundError where the folder does not exist."""
        if path != ":memory:" and not Path(path).parent.is_dir():
            raise FileNotFoundError(f"there is no folder {Path(path).parent}; make it first")
        self.path = path
        if Path(path).is_dir():
            raise NotAnAccount(
                f"{path} is a folder; an account is one file, for instance {path.rstrip('/')}/account.db"
            )
        try:
            self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        except sqlite3.OperationalError as error:
            raise NotAnAccount(f"{path} can't be opened: {error}") from error
        try:
            migrate(self.connection, path)
        except Exception:
            self.connection.close()
            raise
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.prints = StoredPrints(self.connection)

    def close(self) -> None:
        """Close the file; the store can't be used after."""
        self.connection.close()

    def close_to_writing(self) -> None:
        """From now on this store is only read: sqlite3.OperationalError for anything else."""
        self.connection.execute("PRAGMA query_only = ON")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    # ---- documents and what was read in them
    def has_document(self, document_id: str) -> bool:
        """Was this very document stored before?"""
        return self.connection.execute("SELECT 1 FROM documents WHERE id = ?", (document_id,)).fetchone() is not None

    def document(self, document_id: str) -> Document:
        """A stored document. Raises KeyError."""
        row = self.connection.execute(
            "SELECT id, source, media_type, raw, url, retrieved FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        if row is None:
            raise KeyError(document_id)
        return Document(*row)

    def hint(self, document_id: str) -> str | None:
        """The date, or the hint of one, that a stored document was given with."""
        row = self.connection.execute("SELECT hint FROM documents WHERE id = ?", (document_id,)).fetchone()
        return row[0] if row else None

    def document_ids(self) -> tuple[str, ...]:
        """Ids of all documents, by source."""
        return tuple(i for (i,) in self.connection.execute("SELECT id FROM documents ORDER BY source, id"))

    def add(self, document: Document, reading: Read, notes: Iterable[Note], hint: str | None = None) -> None:
        """Store a document with what was read in it, in one transaction; `hint` is the date that was given with it."""
        report = reading.report
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    document.id, document.source, document.media_type, document.url, document.retrieved, document.raw,
                    hint,
                ),
            )  # fmt: skip
            connection.execute(
                "INSERT INTO reports (id, document_id, path, headline, text, data, mentions, expressions)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    report.id, report.document_id, report.path, report.headline, report.text,
                    dump(report), dump(reading.mentions), dump(reading.expressions),
                ),
            )  # fmt: skip
            self._write_claims(report.id, reading.claims)
            self._write_notes(notes)

    def _write_claims(self, report_id: str, claims: Iterable[Claim]) -> None:
        self.connection.executemany(
            "INSERT OR REPLACE INTO claims (id, report_id, kind, rule, data) VALUES (?, ?, ?, ?, ?)",
            [(claim.id, report_id, claim.kind, claim.rule, dump(claim)) for claim in claims],
        )

    def replace(self, reading: Read, notes: Iterable[Note]) -> None:
        """Store what a new reading of a stored document found, in one transaction.

        Claims that are no longer found are retired, not deleted. Where the report's text is another one now, it is to be
        compared anew.
        """
        report = reading.report
        with self.transaction() as connection:
            number, text = connection.execute("SELECT number, text FROM reports WHERE id = ?", (report.id,)).fetchone()
            connection.execute(
                "UPDATE reports SET headline = ?, text = ?, data = ?, mentions = ?, expressions = ? WHERE number = ?",
                (report.headline, report.text, dump(report), dump(reading.mentions), dump(reading.expressions), number),
            )
            connection.execute("UPDATE claims SET retired = 1 WHERE report_id = ?", (report.id,))
            self._write_claims(report.id, reading.claims)
            marks = ", ".join("?" * len(OF_READING))
            connection.execute(f"DELETE FROM notes WHERE source = ? AND stage IN ({marks})", (report.path, *OF_READING))  # noqa: S608 -- marks alone
            self._write_notes(notes)
            if text != report.text:
                self.prints.forget(number)
                connection.execute("DELETE FROM comparisons WHERE ?1 IN (left_id, right_id)", (report.id,))

    def replace_claims(self, report_id: str, gone: Iterable[Claim], found: Iterable[Claim]) -> None:
        """Retire claims of a report and store others, in one transaction; one that is among both stands."""
        with self.transaction() as connection:
            connection.executemany("UPDATE claims SET retired = 1 WHERE id = ?", [(claim.id,) for claim in gone])
            self._write_claims(report_id, found)

    def setting(self, name: str) -> str | None:
        """What was set for this account under a name."""
        row = self.connection.execute("SELECT data FROM settings WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set(self, name: str, data: str) -> None:
        """Set something for this account."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, data))

    def _write_notes(self, notes: Iterable[Note]) -> None:
        self.connection.executemany(
            "INSERT OR IGNORE INTO notes (source, stage, level, message, data) VALUES (?, ?, ?, ?, ?)",
            [(note.source, note.stage, note.level, note.message, dump(note)) for note in notes],
        )

    def add_notes(self, notes: Iterable[Note]) -> None:
        """Write to the issue log; a line that is there already is not written twice."""
        with self.transaction():
            self._write_notes(notes)

    def notes(self) -> tuple[Note, ...]:
        """The issue log, by source and stage."""
        rows = self.connection.execute("SELECT data FROM notes ORDER BY source, number")
        return tuple(load(data, Note) for (data,) in rows)

    def report_ids(self) -> tuple[str, ...]:
        """Ids of all reports, by path."""
        return tuple(i for (i,) in self.connection.execute("SELECT id FROM reports ORDER BY path, id"))

    def reports(self) -> tuple[Report, ...]:
        """Every report as it was read, by path, without what was found in it."""
        rows = self.connection.execute("SELECT data FROM reports ORDER BY path, id")
        return tuple(load(data, Report) for (data,) in rows)

    def readings(self) -> tuple[Read, ...]:
        """Everything that was read, by path, so that the order of reading never shows."""
        claims: dict[str, list[Claim]] = {}
        for report_id, data in self.connection.execute("SELECT report_id, data FROM claims WHERE NOT retired"):
            claims.setdefault(report_id, []).append(load(data, Claim))
        rows = self.connection.execute("SELECT data, mentions, expressions FROM reports ORDER BY path, id").fetchall()
        readings = []
        for data, mentions, expressions in rows:
            report = load(data, Report)
            found = sorted(claims.get(report.id, ()), key=claim_place)
            readings.append(
                Read(
                    report, load(mentions, tuple[Mention, ...]), load(expressions, tuple[Expression, ...]), tuple(found)
                )
            )
        return tuple(readings)

    def claim(self, claim_id: str) -> Claim:
        """One claim, retired or not. Raises KeyError."""
        row = self.connection.execute("SELECT data FROM claims WHERE id = ?", (claim_id,)).fetchone()
        if row is None:
            raise KeyError(claim_id)
        return load(row[0], Claim)

    # ---- judgements
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison of two reports that was made."""
        rows = self.connection.execute("SELECT data FROM comparisons ORDER BY left_id, right_id")
        return tuple(load(data, Comparison) for (data,) in rows)

    def add_compared(self, report_id: str, prints: Prints, comparisons: Iterable[Comparison]) -> None:
        """Keep a report's comparisons and its prints: what has prints was compared, also after a crash.

        A newer comparison of the same pair takes the place of the older.
        """
        with self.transaction():
            self.connection.executemany(
                "INSERT OR REPLACE INTO comparisons VALUES (?, ?, ?, ?, ?)",
                [(c.left, c.right, c.kind, c.score, dump(c)) for c in comparisons],
            )
            self.prints.add(report_id, prints)

    def compared(self) -> frozenset[frozenset[str]]:
        """The pairs of reports that were compared."""
        return frozenset(map(frozenset, self.connection.execute("SELECT left_id, right_id FROM comparisons")))

    def judgements(self, subject: str | None = None, relation: str | None = None) -> tuple[Judgement, ...]:
        """The judgements about a subject (a report, claim or actor) and of a relation; None asks for all."""
        rows = self.connection.execute(
            "SELECT data FROM judgements WHERE (?1 IS NULL OR left_id = ?1 OR right_id = ?1)"
            " AND (?2 IS NULL OR relation = ?2) ORDER BY relation, left_id, id",
            (subject, relation),
        )
        return tuple(load(data, Judgement) for (data,) in rows)

    # ---- the account
    def write_account(self, entries: Sequence[Entry], judgements: Sequence[Judgement]) -> None:
        """Put a new fold in the place of the old one. Ids that are no longer given keep resolving, by their claim."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO former_entries SELECT entry_id, min(claim_id) FROM claim_entries GROUP BY entry_id"
            )
            connection.execute("DELETE FROM claim_entries")
            connection.execute("DELETE FROM entries")
            connection.execute(f"DELETE FROM judgements WHERE NOT {BY_ANALYST}")  # noqa: S608 -- a constant
            connection.executemany(
                "INSERT INTO entries VALUES (?, ?, ?, ?)",
                [(e.id, e.kind, n, dump(replace(e, claims=()))) for n, e in enumerate(entries)],
            )
            connection.executemany(
                "INSERT OR REPLACE INTO claim_entries VALUES (?, ?)",
                [(claim.id, entry.id) for entry in entries for claim in entry.claims],
            )
            self._write_judgements(judgements)

    def _write_judgements(self, judgements: Iterable[Judgement]) -> None:
        self.connection.executemany(
            "INSERT OR REPLACE INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(j.id, j.left, j.right, j.relation, j.verdict, j.by, dump(j)) for j in judgements],
        )

    def decisions(self) -> tuple[Judgement, ...]:
        """What analysts judged, the earliest first, with what was taken back since."""
        rows = self.connection.execute(f"SELECT data FROM judgements WHERE {BY_ANALYST}")  # noqa: S608 -- a constant
        return tuple(sorted((load(data, Judgement) for (data,) in rows), key=lambda j: (j.at or "", j.id)))

    def add_decisions(self, decisions: Iterable[Judgement]) -> None:
        """Keep what an analyst judged; no fold takes it away again."""
        with self.transaction():
            self._write_judgements(decisions)

    def entries(self, kind: str | None = None) -> tuple[Entry, ...]:
        """The lines of the account, of one kind or all, in the account's order."""
        where, values = ("WHERE entries.kind = ?", (kind,)) if kind else ("", ())
        rows = self.connection.execute(f"SELECT data FROM entries {where} ORDER BY position", values).fetchall()  # noqa: S608 -- no word of it is from outside
        claims: dict[str, list[Claim]] = {}
        for entry_id, data in self.connection.execute(
            "SELECT entry_id, claims.data FROM claims JOIN claim_entries ON claims.id = claim_id "  # noqa: S608 -- as above
            f"JOIN entries ON entries.id = entry_id {where}",
            values,
        ):
            claims.setdefault(entry_id, []).append(load(data, Claim))
        return tuple(self._entry(load(data, Entry), claims) for (data,) in rows)

    @staticmethod
    def _entry(entry: Entry, claims: dict[str, list[Claim]]) -> Entry:
        return replace(entry, claims=tuple(sorted(claims.get(entry.id, ()), key=claim_place)))

    def current_id(self, entry_id: str) -> str | None:
        """The id under which an entry stands now: its own, or that of the entry that its smallest claim went to."""
        if self.connection.execute("SELECT 1 FROM entries WHERE id = ?", (entry_id,)).fetchone():
            return entry_id
        row = self.connection.execute(
            "SELECT entry_id FROM former_entries JOIN claim_entries USING (claim_id) WHERE former_entries.id = ?",
            (entry_id,),
        ).fetchone()
        return row[0] if row else None

    # ---- search
    def search(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Reports that have all the words, best first. Every word is taken literally: no query language to trip over."""
        query = " ".join(f'"{word}"' for word in words.replace('"', " ").split())
        if not query:
            return ()
        rows = self.connection.execute(
            "SELECT reports.id, reports.path, snippet(reports_search, 1, char(2), char(3), ' … ', 24) FROM reports_search"
            " JOIN reports ON reports.number = reports_search.rowid WHERE reports_search MATCH ? ORDER BY rank, path LIMIT ?",
            (query.replace("\x00", ""), limit),
        )
        return tuple(Hit(*row) for row in rows)


def claim_place(claim: Claim) -> tuple[str, int, str]:
    """Claims in the order of the text."""
    first = min(span for spans in claim.spans.values() for span in spans)
    return first.report_id, first.start, claim.id
