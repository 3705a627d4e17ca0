"""The schema, as the list of steps that led to it. A step that was once released is never edited; add another."""

from __future__ import annotations

import sqlite3

# "WIRE" in ASCII: tells an account from any other SQLite file.
APPLICATION_ID = 0x57495245

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE documents (
        id TEXT PRIMARY KEY, source TEXT NOT NULL, media_type TEXT NOT NULL, url TEXT, retrieved TEXT, raw BLOB NOT NULL
    );
    CREATE TABLE reports (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL REFERENCES documents (id),
        path TEXT NOT NULL, headline TEXT, text TEXT NOT NULL, data TEXT NOT NULL,
        mentions TEXT NOT NULL, expressions TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE reports_search USING fts5 (
        headline, text, content='reports', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER reports_added AFTER INSERT ON reports BEGIN
        INSERT INTO reports_search (rowid, headline, text) VALUES (new.number, new.headline, new.text);
    END;
    CREATE TRIGGER reports_removed AFTER DELETE ON reports BEGIN
        INSERT INTO reports_search (reports_search, rowid, headline, text)
        VALUES ('delete', old.number, old.headline, old.text);
    END;
    CREATE TABLE claims (
        id TEXT PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports (id), kind TEXT NOT NULL, rule TEXT NOT NULL,
        retired INTEGER NOT NULL DEFAULT 0, data TEXT NOT NULL
    );
    CREATE INDEX claims_of_report ON claims (report_id);
    CREATE TABLE judgements (
        id TEXT PRIMARY KEY, left_id TEXT NOT NULL, right_id TEXT NOT NULL, relation TEXT NOT NULL,
        verdict TEXT NOT NULL, by TEXT NOT NULL, data TEXT NOT NULL
    );
    CREATE INDEX judgements_of_left ON judgements (left_id);
    CREATE INDEX judgements_of_right ON judgements (right_id);
    CREATE TABLE comparisons (
        left_id TEXT NOT NULL, right_id TEXT NOT NULL, kind TEXT NOT NULL, score REAL NOT NULL, data TEXT NOT NULL,
        PRIMARY KEY (left_id, right_id)
    );
    CREATE TABLE entries (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL
    );
    CREATE INDEX entries_of_kind ON entries (kind, position);
    CREATE TABLE claim_entries (claim_id TEXT PRIMARY KEY, entry_id TEXT NOT NULL);
    CREATE TABLE former_entries (id TEXT PRIMARY KEY, claim_id TEXT NOT NULL);
    CREATE TABLE notes (
        number INTEGER PRIMARY KEY, source TEXT NOT NULL, stage TEXT NOT NULL, level TEXT NOT NULL,
        message TEXT NOT NULL, data TEXT NOT NULL, UNIQUE (source, stage, level, message, data)
    );
    """,
    # The prints of reports, by which the copies of a new one are found. The file of an earlier version has none; they are
    # filled in at the next reading, together with the comparisons that they call for.
    """
    CREATE TABLE copy_prints (report INTEGER PRIMARY KEY REFERENCES reports (number), terms BLOB NOT NULL);
    CREATE TABLE copy_keys (
        key INTEGER NOT NULL, report INTEGER NOT NULL, needed INTEGER NOT NULL, PRIMARY KEY (key, report)
    ) WITHOUT ROWID;
    """,
    # What a document was given as its date, and the user's own actors: both are needed to read the documents anew.
    """
    ALTER TABLE documents ADD COLUMN hint TEXT;
    CREATE TABLE settings (name TEXT PRIMARY KEY, data TEXT NOT NULL);
    CREATE TRIGGER reports_changed AFTER UPDATE OF headline, text ON reports BEGIN
        INSERT INTO reports_search (reports_search, rowid, headline, text)
        VALUES ('delete', old.number, old.headline, old.text);
        INSERT INTO reports_search (rowid, headline, text) VALUES (new.number, new.headline, new.text);
    END;
    """,
)


class NotAnAccount(ValueError):
    """The file is no wirecopy account, or one of a newer version."""


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring a database up to the newest schema, one step in one transaction each; an empty file becomes an account."""
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise NotAnAccount(
            f"{path} is not a wirecopy account ({error}); give another name to start a new one"
        ) from error
    if application != APPLICATION_ID and tables:
        raise NotAnAccount(f"{path} is another program's database; give another name to start a new account")
    if version > len(MIGRATIONS):
        raise NotAnAccount(f"{path} was written by a newer wirecopy (schema {version}); update wirecopy to open it")
    for number in range(version, len(MIGRATIONS)):
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; {MIGRATIONS[number]}; "
            f"PRAGMA user_version = {number + 1}; COMMIT;"
        )
