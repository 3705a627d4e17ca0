"""Documents into an account's file: analysed in batches, each document stored in one transaction with what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import yaml

from wirecopy.documents import Decoded, decoded, html
from wirecopy.language.actors import gazetteer, own_actors, phoenix
from wirecopy.language.actors.own_actors import Added
from wirecopy.model import Document, Note, Read
from wirecopy.notes import Notes
from wirecopy.reports import report_of
from wirecopy.run.reading import Reading, read_reports
from wirecopy.run.versions import found_again, is_of, keep_rules, outdated
from wirecopy.store.database import Store

# Reports that are analysed and stored together; a run that is cut loses no more than one batch.
BATCH = 16
ACTORS = "actors"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What reading all documents anew did: reports read, claims that are new, claims no longer found, reports that failed."""

    reports: int
    new: int
    retired: int
    failed: int


def take(
    store: Store, documents: Sequence[tuple[Document, Decoded]], published: str | None, progress: Progress | None
) -> int:
    """Analyse and store documents; gives how many of them could not be, each with a note."""
    failed = 0
    if not store.report_ids():
        keep_rules(store)
    with own(store):
        for first in range(0, len(documents), BATCH):
            failed += _batch(store, documents[first : first + BATCH], published)
            if progress:
                progress(min(first + BATCH, len(documents)), len(documents))
    return failed


def take_anew(store: Store, progress: Progress | None) -> Refreshed:
    """Read every stored document again, by today's rules and actors; one that fails keeps what was read before."""
    ids, failed = store.document_ids(), 0
    before = {claim.id for read in store.readings() for claim in read.claims}
    try:
        with own(store):
            for number, document_id in enumerate(ids, 1):
                failed += _again(store, store.document(document_id))
                if progress:
                    progress(number, len(ids))
    finally:
        html.close()
    keep_rules(store)
    after = {claim.id for read in store.readings() for claim in read.claims}
    return Refreshed(len(ids) - failed, len(after - before), len(before - after), failed)


def take_outdated(store: Store, progress: Progress | None) -> Refreshed:
    """Let the finders of a new version read every report again; what the others found, and all ids, stay as they are."""
    finders, reads = outdated(store), store.readings()
    new = retired = 0
    with own(store):
        for number, read in enumerate(reads if finders else (), 1):
            before = [claim for claim in read.claims if is_of(claim, finders)]
            found = found_again(read, finders)
            store.replace_claims(read.report.id, before, found)
            ids = {claim.id for claim in before}, {claim.id for claim in found}
            new, retired = new + len(ids[1] - ids[0]), retired + len(ids[0] - ids[1])
            if progress:
                progress(number, len(reads))
    keep_rules(store)
    return Refreshed(len(reads) if finders else 0, new, retired, 0)


def use_actors(store: Store, text: str) -> bool:
    """Keep a user's actors, as YAML or as a Phoenix file; says whether they are others than before. Raises BadActors."""
    found = phoenix.parse(text) if phoenix.is_phoenix(text) else own_actors.parse(text)
    kept = yaml.safe_dump({section: dict(lines) for section, lines in found}, allow_unicode=True)
    if kept == store.setting(ACTORS):
        return False
    store.set(ACTORS, kept)
    return True


def actors_of(store: Store) -> Added:
    """The user's own actors that an account was given."""
    kept = store.setting(ACTORS)
    return own_actors.parse(kept) if kept else own_actors.NONE


@contextmanager
def own(store: Store) -> Iterator[None]:
    """Within this context the gazetteer has the account's own actors too."""
    with gazetteer.extended(actors_of(store)):
        yield


def _batch(store: Store, batch: Sequence[tuple[Document, Decoded]], published: str | None) -> int:
    logs = [Notes(document.source) for document, _ in batch]
    try:
        reports = [
            (report_of(document, found.text, log, found.stated), log)
            for (document, found), log in zip(batch, logs, strict=True)
        ]
        readings = list(read_reports(reports, published))
    except Exception as error:
        # One report that the parser chokes on must not take its neighbours with it.
        if len(batch) > 1:
            return sum(_batch(store, [one], published) for one in batch)
        _failed(store, batch[0][0], error)
        return 1
    for (document, _), reading, log in zip(batch, readings, logs, strict=True):
        store.add(document, _read(reading), log.lines, published)
    return 0


def _again(store: Store, document: Document) -> int:
    log = Notes(document.source)
    try:
        found = decoded(document)
        report = report_of(document, found.text, log, found.stated)
        reading = next(read_reports([(report, log)], store.hint(document.id)))
    except Exception as error:
        _failed(store, document, error)
        return 1
    store.replace(_read(reading), log.lines)
    return 0


def _read(reading: Reading) -> Read:
    return Read(reading.report, reading.mentions, reading.expressions, reading.stored)


def _failed(store: Store, document: Document, error: Exception) -> None:
    store.add_notes([Note("run", document.source, "error", f"not read: {type(error).__name__}: {error}")])
