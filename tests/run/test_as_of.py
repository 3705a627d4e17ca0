"""The account of an earlier day: what was out by then, and no trace of what came later."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import wirecopy
from wirecopy.run.account import OpenAccount
from wirecopy.views.unknown import unknown

TEXTS = {
    "1-warning.txt": "Harbour dispute sharpens\n\nJanuary 11, 2021\n\nPrime Minister Mara Selin warned on Sunday that "
    "Odrin would close the strait if Velmark sent warships. Velmark's envoy, Radu Grosu, said that 3 ships were on their way.",
    "2-undated.txt": "Harbour dispute sharpens\n\nPrime Minister Mara Selin warned on Sunday that Odrin would close the "
    "strait if Velmark sent warships. Velmark's envoy, Radu Grosu, said that 3 ships were on their way.",
    "3-closed.txt": "Strait closed\n\nFebruary 3, 2021\n\nOdrin closed the strait on Wednesday, Defence Minister Ilse Korb "
    "said, after Velmark sent 5 ships. “Ms. Selin keeps her word,” Mr. Grosu said.",
    "4-no-day.txt": "Recipes of the coast\n\nSmoked mackerel is eaten with black bread, says the cook Pell Arden.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("harbour")
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf8")
    return made


@pytest.fixture(scope="module")
def account(folder: Path) -> Iterator[OpenAccount]:
    """The account of all reports; tests only read it."""
    with wirecopy.open(str(folder / "a.db")) as made:
        made.read([str(folder / name) for name in TEXTS])
        yield made


def paths(account: OpenAccount) -> list[str]:
    return [report.path for report in account.reports]


@pytest.mark.parametrize(
    ("day", "out"),
    [
        ("2020", []),
        ("2021-01-10", []),
        ("2021-01-11", ["1-warning.txt", "2-undated.txt"]),
        ("2021-01", ["1-warning.txt", "2-undated.txt"]),
        ("2021-02-02", ["1-warning.txt", "2-undated.txt"]),
        ("2021-02-03", list(TEXTS)),
        ("2022", list(TEXTS)),
    ],
)
def test_what_was_out_by_then_counts(account: OpenAccount, day: str, out: list[str]) -> None:
    with account.as_of(day) as then:
        assert paths(then) == out


def test_from_the_last_known_day_on_it_is_the_account_itself(account: OpenAccount) -> None:
    with account.as_of("2021-02-03") as then:
        assert then.entries == account.entries and then.notes == account.notes
        assert [(one.path, one.published) for one in then.reports] == [(r.path, r.published) for r in account.reports]


@pytest.mark.parametrize(("day", "unplaced"), [("2021-01-10", 1), ("2021-01-31", 1), ("2021-02-03", 0)])
def test_it_says_how_many_reports_stay_out_for_want_of_a_day(account: OpenAccount, day: str, unplaced: int) -> None:
    with account.as_of(day) as then:
        assert then.unplaced == unplaced
        assert any("1 report left out" in one.text for one in unknown(then)) == bool(unplaced)


def test_where_no_report_has_a_day_nothing_was_out(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(TEXTS["4-no-day.txt"], encoding="utf8")
    with wirecopy.open(str(tmp_path / "a.db")) as made:
        made.read(str(tmp_path / "r.txt"))
        with made.as_of("2030") as then:
            assert not then.reports and then.unplaced == 1


def test_it_is_the_account_of_those_reports_alone(account: OpenAccount, folder: Path, tmp_path: Path) -> None:
    with wirecopy.open(str(tmp_path / "b.db")) as alone, account.as_of("2021-01-31") as then:
        alone.read([str(folder / name) for name in ("1-warning.txt", "2-undated.txt")])
        assert then.entries == alone.entries
        assert then.entries != account.entries
        assert then.notes == alone.notes


def test_no_name_of_later_reports_is_known(account: OpenAccount) -> None:
    assert {"Ilse Korb", "Pell Arden"} <= {entry.value.name for entry in account.actors}  # type: ignore[union-attr]
    with account.as_of("2021-01-31") as then:
        known = {name for entry in then.actors for name in (entry.value.name, *entry.value.aliases)}  # type: ignore[union-attr]
        assert not {"Ilse Korb", "Pell Arden", "Ms. Selin", "Mr. Grosu"} & known
        assert not then.search("strait closed Wednesday")


def test_an_undated_report_keeps_the_day_that_all_reports_gave_it(account: OpenAccount) -> None:
    whole = {report.path: report.published for report in account.reports}
    with account.as_of("2021-01-31") as then:
        assert {report.path: report.published for report in then.reports} == {
            path: whole[path] for path in ("1-warning.txt", "2-undated.txt")
        }


def test_it_can_only_be_read(account: OpenAccount, folder: Path) -> None:
    before = account.entries
    with account.as_of("2021-01-31") as then, pytest.raises(sqlite3.OperationalError, match="readonly"):
        then.read(str(folder / "3-closed.txt"))
    assert account.entries == before


@pytest.mark.parametrize("day", ["", "soon", "2021-13", "2021-02-30", "31.01.2021", "2021-W05"])
def test_what_is_no_day_is_refused(account: OpenAccount, day: str) -> None:
    with pytest.raises(ValueError, match="no ISO date"):
        account.as_of(day)
