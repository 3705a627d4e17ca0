"""On whose word an event stands is told by its line, where no report tells it in its own voice."""

from __future__ import annotations

from pathlib import Path

import pytest

import wirecopy
from wirecopy.views.sentences import sentence
from wirecopy.views.stored import held
from wirecopy.views.supported import unsupported

LEAD = "NDJAMENA, Nov 9, 2021 - "
# A report, and how the line of its event that has these words ends.
CASES = (
    ("Chad's army said that Malian troops had shelled the town of Arawa.", "had shelled", "(according to Chadian army)"),
    ("Malian troops shelled the town of Arawa on Tuesday.", "shelled", "”"),
    ("Chad said on Tuesday that it would close its border with Mali.", "close its border", "”"),
    ("Malian officials denied on Tuesday that Malian troops had shelled Arawa.", "had shelled", "(denied by Malian officials)"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "end"), CASES)
def test_a_line_names_who_tells_it(tmp_path: Path, text: str, words: str, end: str) -> None:
    (tmp_path / "0.txt").write_text(LEAD + text)
    with wirecopy.open(str(tmp_path / "a.db")) as account:
        account.read([str(tmp_path / "0.txt")])
        lines = [entry for entry in account.events if words in (entry.value.what or "")]
        assert lines, [sentence(entry) for entry in account.events]
        for entry in lines:
            assert sentence(entry).endswith(end)
            assert not unsupported(entry, held(account))
