"""The copies of an account, however its reports came in."""

from __future__ import annotations

from pathlib import Path

import pytest

import wirecopy
from wirecopy.model import Comparison
from wirecopy.store.database import Store

TEXTS = {
    "a.txt": "Ferry with 212 aboard runs aground off Port Almeda\n\nA ferry carrying 212 passengers ran aground on a reef near"
    " Port Almeda on Tuesday, the coastguard said. Nine people were treated for bruises when the Santa Odile struck rocks.",
    "b.txt": "Ferry with 212 people aboard hits reef off Port Almeda\n\nA ferry with 212 passengers ran aground on a reef"
    " near Port Almeda, the coastguard said. Nine people were treated for bruises as the Santa Odile hit rocks.",
    "c.txt": "Odrin votes for a tax on bottled water\n\nDeputies in Odrin voted 61 to 40 for a levy on bottled water.",
    "d.txt": "Ferry with 212 runs aground off Port Almeda\n\nA ferry carrying 212 people ran aground on a reef near Port Almeda"
    " on Tuesday, the coastguard said. Ten people were treated for bruises when the Santa Odile struck rocks.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def account(path: Path, *readings: list[str]) -> tuple[tuple[Comparison, ...], list[tuple[str, ...]]]:
    """What is compared, and the families, when files of the folder are read in so many steps."""
    with wirecopy.open(str(path)) as made:
        for names in readings:
            made.read([str(path.parent / name) for name in names])
        return made.store.comparisons(), sorted(entry.reports for entry in made.families)


def test_one_by_one_in_any_order_is_all_at_once(folder: Path) -> None:
    compared, families = account(folder / "once.db", list(TEXTS))
    assert sorted(map(len, families)) == [1, 3]
    assert len(compared) == 3
    assert account(folder / "steps.db", *([name] for name in reversed(TEXTS))) == (compared, families)


def test_an_account_without_prints_gets_them_at_the_next_reading(folder: Path) -> None:
    expected = account(folder / "once.db", list(TEXTS))
    account(folder / "old.db", ["a.txt", "c.txt", "d.txt"])
    old = Store(str(folder / "old.db"))
    old.connection.executescript("DELETE FROM copy_keys; DELETE FROM copy_prints")
    old.close()
    assert account(folder / "old.db", ["b.txt"]) == expected
