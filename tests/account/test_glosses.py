"""What a line's words point at, told in square brackets where the report leaves one answer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import wirecopy
from wirecopy.model import Entry
from wirecopy.run.account import OpenAccount
from wirecopy.views.exports.jsonl import entry_rows
from wirecopy.views.sentences import sentence
from wirecopy.views.stored import held
from wirecopy.views.supported import unsupported

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/glosses.yml").read_text())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> OpenAccount:
    folder = tmp_path_factory.mktemp("glosses")
    for number, case in enumerate(CASES):
        (folder / f"{number:02d}.txt").write_text(case["text"])
    account = wirecopy.open(str(folder / "glosses.db"))
    account.read([str(path) for path in sorted(folder.glob("*.txt"))])
    return account


def of_report(account: OpenAccount, number: int) -> list[Entry]:
    (report,) = (report.id for report in account.reports if report.path.endswith(f"{number:02d}.txt"))
    return [entry for entry in account.entries if report in entry.reports]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_glosses(told: OpenAccount, number: int) -> None:
    found = {f"{gloss.words} [{gloss.meaning}]" for entry in of_report(told, number) for gloss in entry.glosses}
    assert sorted(found) == CASES[number]["glosses"]


def test_a_line_shows_its_glosses_and_its_export_has_none(told: OpenAccount) -> None:
    glossed = [entry for entry in told.entries if entry.glosses]
    for entry, row in zip(glossed, entry_rows(told, glossed), strict=True):
        for gloss in entry.glosses:
            assert f"{gloss.words} [{gloss.meaning}]" in sentence(entry)
            assert f"[{gloss.meaning}]" not in str(row)


def test_the_briefing_holds_them_against_the_report(told: OpenAccount) -> None:
    from dataclasses import replace

    known = held(told)
    for entry in (entry for entry in told.entries if entry.glosses):
        assert not [
            reason for reason in unsupported(entry, known) if "says that" in reason or "has the words" in reason
        ]
        wrong = replace(entry, glosses=(replace(entry.glosses[0], meaning="Atlantis"),))
        assert any("Atlantis" in reason for reason in unsupported(wrong, known))
