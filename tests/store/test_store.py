"""The account's file: what is written comes back, foreign files are refused, ids keep resolving, search takes any words."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from wirecopy.model import (
    Actor,
    Claim,
    Comparison,
    Document,
    Entry,
    Event,
    Evidence,
    Expression,
    Judgement,
    Mention,
    Moment,
    Note,
    Pair,
    Prints,
    Read,
    Report,
    Span,
    Statement,
    Stretch,
    claim,
)
from wirecopy.store.database import Store
from wirecopy.store.migrations import APPLICATION_ID, MIGRATIONS, NotAnAccount

TEXT = "The envoy flew to Oslo on Monday. “We will talk,” she said."
SPAN = Span("r-1", 4, 9)
ENVOY = Actor("person:envoy", "the envoy", "person", aliases=("she",), anonymous=True)
MONDAY = Expression(Span("r-1", 23, 32), "on Monday", "date", "weekday", value="XXXX-WXX-1", direction="past")


def a_claim(start: int = 10) -> Claim:
    event = Event("CONSULT", who=(ENVOY,), when=MONDAY)
    return claim(event, {"act": (Span("r-1", start, start + 4),), "who": (SPAN,)}, "events@1")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "a.db"))


def stored(store: Store) -> Read:
    document = Document("d-1", "a.txt", "text/plain", TEXT.encode())
    moment = Moment("2022-01-03", "2022-01-03", "2022-01-03", "stated")
    report = Report("r-1", "d-1", "a.txt", TEXT, (), (Stretch(0, 0, len(TEXT)),), (), published=moment)
    statement = claim(Statement(ENVOY, "We will talk", "direct"), {"words": (Span("r-1", 35, 47),)}, "statements@1")
    read = Read(report, (Mention(SPAN, ENVOY),), (MONDAY,), (a_claim(), statement))
    store.add(document, read, [Note("reports", "a.txt", "info", "no headline")])
    return read


def test_what_is_written_comes_back(store: Store, tmp_path: Path) -> None:
    read = stored(store)
    store.close()
    again = Store(str(tmp_path / "a.db"))
    assert again.readings() == (read,)
    assert again.document("d-1").raw == TEXT.encode()
    assert again.has_document("d-1")
    assert not again.has_document("d-2")
    assert [note.message for note in again.notes()] == ["no headline"]


def test_entries_and_judgements_come_back(store: Store) -> None:
    stored(store)
    one = a_claim()
    entry = Entry("ev-1", "event", one.finding, (one,), ("r-1",), 1, (Evidence(SPAN, "who", one.id),))
    judgement = Judgement(one.id, one.id, "same event", "yes", "the same words", "same_event@1", score=1.0)
    store.write_account([entry], [judgement])
    assert store.entries() == (entry,)
    assert store.entries("figure") == ()
    assert store.judgements(one.id) == (judgement,)


def test_comparisons_come_back(store: Store) -> None:
    stored(store)
    pair = Pair(Span("r-1", 0, 5), Span("r-2", 0, 5), 0.5)
    comparison = Comparison("r-1", "r-2", "rewrite", 0.5, (pair,), (), "half of it")
    store.add_compared("r-1", Prints((1, 2), 1, 5), [comparison, comparison])
    assert store.comparisons() == (comparison,)


def test_a_former_id_leads_to_the_line_that_took_its_claim(store: Store) -> None:
    stored(store)
    one = a_claim()
    store.write_account([Entry("ev-1", "event", one.finding, (one,), ("r-1",), 1, ())], [])
    store.write_account([Entry("ev-2", "event", one.finding, (one,), ("r-1",), 1, ())], [])
    assert store.current_id("ev-1") == "ev-2"
    assert store.current_id("ev-2") == "ev-2"
    assert store.current_id("ev-3") is None


def test_an_analyst_is_not_overwritten(store: Store) -> None:
    by_hand = Judgement("a", "b", "same actor", "no", "namesakes", "analyst:kim")
    machine = Judgement("a", "b", "same actor", "yes", "one surname", "same_actor@1")
    store.write_account([], [by_hand, machine])
    store.write_account([], [])
    assert store.judgements() == (by_hand,)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("oslo", 1),
        ("envoys talking", 1),  # stems
        ("oslo bergen", 0),
        ("", 0),
        ('"', 0),
        ("NEAR( OR * - :", 0),  # FTS5's own language is taken literally
        ("oslo'; DROP TABLE reports; --", 0),
        ("\x00", 0),
    ],
)
def test_search_takes_any_words(store: Store, words: str, found: int) -> None:
    stored(store)
    assert len(store.search(words)) == found


def test_foreign_files_are_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a database " * 100)
    with pytest.raises(NotAnAccount, match="is not a wirecopy account"):
        Store(str(text))
    other = tmp_path / "other.db"
    sqlite3.connect(other).executescript("CREATE TABLE mine (x)")
    with pytest.raises(NotAnAccount, match="another program"):
        Store(str(other))
    newer = tmp_path / "newer.db"
    Store(str(newer)).close()
    sqlite3.connect(newer).executescript(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NotAnAccount, match="newer wirecopy"):
        Store(str(newer))
    with pytest.raises(FileNotFoundError, match="no folder"):
        Store(str(tmp_path / "nowhere" / "a.db"))


def test_an_account_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = str(tmp_path / "old.db")
    old = sqlite3.connect(path)
    old.executescript(f"PRAGMA application_id = {APPLICATION_ID}; {MIGRATIONS[0]}; PRAGMA user_version = 1")
    old.executescript(
        "INSERT INTO documents VALUES ('d-1', 'a.txt', 'text/plain', NULL, NULL, '');"
        "INSERT INTO reports (id, document_id, path, text, data, mentions, expressions)"
        " VALUES ('r-1', 'd-1', 'a.txt', 'Old news.', '', '', '')"
    )
    old.close()
    store = Store(path)
    assert store.prints.missing() == ("r-1",)
    store.add_compared("r-1", Prints((1, 2), 1, 5), [])
    assert store.prints.missing() == ()
    assert list(store.prints.sharing(Prints((2,), 1, 0))) == [("r-1", 5)]


def test_prints_and_comparisons_are_kept_together_or_not_at_all(store: Store) -> None:
    stored(store)
    comparison = Comparison("r-1", "r-2", "rewrite", 0.5, (), (), "")
    with pytest.raises(sqlite3.IntegrityError):  # a key twice
        store.add_compared("r-1", Prints((1, 1), 1, 5), [comparison])
    assert store.compared() == frozenset()
    assert store.prints.missing() == ("r-1",)
    store.add_compared("r-1", Prints((1, 2), 1, 5), [comparison])
    assert store.compared() == {frozenset(("r-1", "r-2"))}


def test_a_failed_write_leaves_nothing_behind(store: Store) -> None:
    read = stored(store)
    document = Document("d-2", "b.txt", "text/plain", b"x")
    with pytest.raises(sqlite3.IntegrityError):  # the report's id is taken
        store.add(document, read, [])
    assert not store.has_document("d-2")


def test_a_reader_is_not_locked_out(store: Store, tmp_path: Path) -> None:
    stored(store)
    with store.transaction() as writing:
        writing.execute("DELETE FROM notes")
        assert len(Store(str(tmp_path / "a.db")).readings()) == 1


def test_rows_are_plain_json(store: Store) -> None:
    stored(store)
    (data,) = store.connection.execute("SELECT data FROM claims WHERE kind = 'event'").fetchone()
    assert json.loads(data)["finding"]["act"] == "CONSULT"
