"""Any order, any batches, read again, refreshed, decided on early or late: the same export, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wirecopy
from wirecopy.run import correcting
from wirecopy.run.account import OpenAccount
from wirecopy.run.travelling import decision_rows, take_decisions
from wirecopy.views.exports.jsonl import export

STORY = (
    "Harbour talks open in Odrin\n\nForeign Minister Ion Grosu met Prime Minister Mara Selin in Odrin on Monday. "
    "Grosu said the harbour would stay open. “If Selin closes the port, we will cut the gas,” Grosu said. "
    "About 4,000 soldiers stand at the border, Grosu added."
)
TEXTS = {
    "a.txt": f"Bay Herald\n\n3 May 2021\n\n{STORY}",
    "b.txt": STORY.replace("4,000", "6,000").replace(
        "said the harbour would stay open", "denied that the port was closed"
    ),
    "c.txt": "Coast Ledger\n\n5 May 2021\n\nIon Grosu told reporters on Tuesday that the ferry would not sail. Some 5,000 "
    "soldiers stand at the border, Mara Selin said. Grosu and Selin will meet in Odrin on Friday.",
    "d.txt": "Sea Gazette\n\n8 May 2021\n\nIon Grosu and Mara Selin met in Odrin on Friday. Gas was cut off on Thursday.",
}
# What happens to an account: a batch of reports is read, everything is read anew, what analysts decided is read in.
STEPS = st.permutations(sorted(TEXTS)).flatmap(
    lambda names: st.tuples(
        st.just(names), st.lists(st.sampled_from(["refresh", "decide", "again", "outdated"]), min_size=4, max_size=4)
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("order")
    for name, text in TEXTS.items():
        (made / name).write_text(text)
    return made


@pytest.fixture(scope="module")
def decided(folder: Path) -> Iterator[tuple[list[str], bytes]]:
    """The decisions, and the export that every way must lead to."""
    with wirecopy.open(str(folder / "whole.db")) as account:
        account.read([str(folder / name) for name in TEXTS])
        line = next(entry for entry in account.statements if len(entry.claims) > 1)
        account.decide(correcting.split(account, line.id, [line.claims[0].id], "two", "kim"))
        account.decide(correcting.stated(account, account.commitments[0].id, "kept", "so it was", "kim"))
        account.decide(correcting.dated(account, "b.txt", "2021-05-04", "the printer says so", "kim"))
        account.decide(correcting.dropped(account, account.figures[-1].id, "a slip", "kim"))
        yield [json.dumps(row) for row in decision_rows(account)], exported(account, folder / "whole")


def exported(account: OpenAccount, to: Path) -> bytes:
    return b"".join(path.read_bytes() for path in export(account, to))


@given(steps=STEPS, size=st.integers(1, 3))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_way_leads_to_the_same_account(
    steps: tuple[list[str], list[str]], size: int, folder: Path, decided: tuple[list[str], bytes]
) -> None:
    names, between = steps
    rows, whole = decided
    with wirecopy.open(":memory:") as account:
        for first in range(0, len(names), size):
            account.read([str(folder / name) for name in names[first : first + size]])
            match between[first // size]:
                case "refresh":
                    account.refresh()
                case "outdated":
                    account.refresh(outdated=True)
                case "decide":
                    take_decisions(account, rows)
                case "again":
                    account.read(str(folder / names[0]))
        take_decisions(account, rows)
        assert exported(account, folder / "way") == whole
