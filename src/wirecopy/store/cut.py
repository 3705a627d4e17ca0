"""Copies of an account's file in memory: whole, or cut to some of its reports so that nothing of the others can be learnt."""

from __future__ import annotations

import json
from collections.abc import Collection

from wirecopy.store.database import Store

# In this order, for the later tables refer to the earlier ones.
OF_REPORTS = (
    "DELETE FROM claims WHERE report_id NOT IN (SELECT value FROM json_each(?))",
    "DELETE FROM copy_keys WHERE report NOT IN (SELECT number FROM reports WHERE id IN (SELECT value FROM json_each(?)))",
    "DELETE FROM copy_prints WHERE report NOT IN (SELECT number FROM reports WHERE id IN (SELECT value FROM json_each(?)))",
    "DELETE FROM comparisons WHERE left_id NOT IN (SELECT value FROM json_each(?1))"
    " OR right_id NOT IN (SELECT value FROM json_each(?1))",
    "DELETE FROM reports WHERE id NOT IN (SELECT value FROM json_each(?))",
)
# What was concluded, and noted, when the other reports were there. A note without a report's path is about the whole account.
CONCLUDED = (
    "DELETE FROM documents WHERE id NOT IN (SELECT document_id FROM reports)",
    "DELETE FROM notes WHERE stage = 'account' OR source NOT IN (SELECT path FROM reports)",
    "DELETE FROM entries",
    "DELETE FROM claim_entries",
    "DELETE FROM former_entries",
    "DELETE FROM judgements WHERE by NOT LIKE 'analyst:%'",
)


def copied(store: Store) -> Store:
    """A copy in memory of a store."""
    kept = Store(":memory:")
    store.connection.backup(kept.connection)
    return kept


def cut(store: Store, reports: Collection[str]) -> Store:
    """A copy in memory of a store, with these reports (ids) alone, what analysts decided, and nothing folded yet."""
    kept = copied(store)
    listed = json.dumps(sorted(reports))
    with kept.transaction() as connection:
        for step in OF_REPORTS:
            connection.execute(step, (listed,))
        for step in CONCLUDED:
            connection.execute(step)
    return kept
