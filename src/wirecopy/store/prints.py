"""Prints of reports in the account's file, so that one more report is held against them without reading the others.

The same as `wirecopy.judgements.copies.candidates.Memory` in a file; one test holds both to that.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator

from wirecopy.model import Prints


class StoredPrints:
    """An index of prints over an account's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, report_id: str, prints: Prints) -> None:
        """Keep the prints of a stored report, within the transaction that is open or one of its own."""
        (number,) = self._connection.execute("SELECT number FROM reports WHERE id = ?", (report_id,)).fetchone()
        self._connection.execute("SAVEPOINT prints")
        self._connection.execute(
            "INSERT INTO copy_prints VALUES (?, ?)", (number, prints.terms.to_bytes(-(-prints.terms.bit_length() // 8)))
        )
        self._connection.executemany(
            "INSERT INTO copy_keys VALUES (?, ?, ?)", [(key, number, prints.needed) for key in prints.keys]
        )
        self._connection.execute("RELEASE prints")

    def forget(self, number: int) -> None:
        """Drop the prints of a report by its number: it is `missing` then, and compared anew."""
        self._connection.execute("DELETE FROM copy_keys WHERE report = ?", (number,))
        self._connection.execute("DELETE FROM copy_prints WHERE report = ?", (number,))

    def sharing(self, prints: Prints) -> Iterator[tuple[str, int]]:
        """The reports, with their terms, that share as many prints as the one of the two that needs fewer asks for."""
        # A print that many reports have gives thousands of rows: as one string they are counted faster than grouped.
        (held,) = self._connection.execute(
            "SELECT group_concat(10 * report + needed) FROM copy_keys WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(prints.keys),),
        ).fetchone()
        counts = Counter(held.split(",") if held else ())
        # The last digit is the need of the report that the digits before it number.
        enough = [one for one, count in counts.items() if count >= prints.needed or count >= int(one[-1])]
        numbers = [int(one[:-1]) for one in enough]
        rows = self._connection.execute(
            "SELECT id, terms FROM copy_prints JOIN reports ON number = report"
            " WHERE report IN (SELECT value FROM json_each(?))",
            (json.dumps(numbers),),
        )
        for report_id, terms in rows.fetchall():
            yield report_id, int.from_bytes(terms)

    def missing(self) -> tuple[str, ...]:
        """Ids of the reports that have no prints yet, by path."""
        rows = self._connection.execute(
            "SELECT id FROM reports LEFT JOIN copy_prints ON report = number WHERE report IS NULL ORDER BY path, id"
        )
        return tuple(report_id for (report_id,) in rows)
