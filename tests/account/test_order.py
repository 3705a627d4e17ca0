"""The account is the same whatever the order of reading, in one go or in parts, read once or twice."""

from __future__ import annotations

import filecmp
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import wirecopy
from wirecopy.account.fold import Account, fold
from wirecopy.run.account import OpenAccount
from wirecopy.views.exports.jsonl import export

# A rewrite, a copy, an excerpt, a page, one without a date, one in German: what neither place nor a cut may change shows in
# these as in all, and reading all of them takes half a minute.
FEW = ("02-", "03-", "06-", "07-", "15-", "16-", "18-", "19-", "30-", "33-")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    """A folder with some of the sample reports."""
    folder = tmp_path_factory.mktemp("few") / "reports"
    folder.mkdir()
    for path in corpus.iterdir():
        if path.name.startswith(FEW):
            shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def exported_few(tmp_path_factory: pytest.TempPathFactory, few: Path) -> Path:
    """The export of their account, read in one go."""
    made = tmp_path_factory.mktemp("exported")
    with wirecopy.open(str(made / "few.db")) as account:
        account.read(str(few))
    return _exported(made / "few.db", made / "export")


@pytest.fixture(scope="module")
def folded(account: OpenAccount) -> Account:
    return fold(account.store.readings(), account.store.comparisons())


@given(seed=st.integers(0, 2**32))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_fold_is_free_of_order(seed: int, account: OpenAccount, folded: Account) -> None:
    reads, comparisons = list(account.store.readings()), list(account.store.comparisons())
    random.Random(seed).shuffle(reads)
    random.Random(seed).shuffle(comparisons)
    assert fold(reads, comparisons) == folded


def _exported(database: Path, folder: Path) -> Path:
    with wirecopy.open(str(database)) as account:
        export(account, folder)
    return folder


def _same(left: Path, right: Path) -> bool:
    names = sorted(p.name for p in left.iterdir())
    match, mismatch, errors = filecmp.cmpfiles(left, right, names, shallow=False)
    return not mismatch and not errors and len(match) == 9


def test_parts_and_repetition_change_nothing(tmp_path: Path, corpus: Path, account: OpenAccount) -> None:
    export(account, tmp_path / "whole")
    paths = sorted(corpus.iterdir(), reverse=True)
    with wirecopy.open(str(tmp_path / "parts.db")) as parts:
        first = parts.read([str(p) for p in paths[:5]])
        second = parts.read([str(p) for p in paths[3:]])
    assert (first.read, second.read, second.known) == (5, len(paths) - 5, 2)
    assert _same(tmp_path / "whole", _exported(tmp_path / "parts.db", tmp_path / "in-parts"))
    with wirecopy.open(str(tmp_path / "parts.db")) as again:
        assert again.read(str(corpus)).read == 0
    assert _same(tmp_path / "whole", _exported(tmp_path / "parts.db", tmp_path / "again"))


def test_moving_the_folder_changes_nothing(tmp_path: Path, few: Path, exported_few: Path) -> None:
    shutil.copytree(few, tmp_path / "elsewhere")
    with wirecopy.open(str(tmp_path / "moved.db")) as moved:
        moved.read(str(tmp_path / "elsewhere"))
    assert _same(exported_few, _exported(tmp_path / "moved.db", tmp_path / "moved"))


def test_a_reading_that_was_cut_short_is_folded_by_the_next(
    tmp_path: Path, few: Path, exported_few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with wirecopy.open(str(tmp_path / "cut.db")) as cut:
        with monkeypatch.context() as broken:
            broken.setattr(OpenAccount, "refold", _interrupted)
            with pytest.raises(KeyboardInterrupt):
                cut.read(str(few))
        assert cut.reports == ()
        assert cut.read(str(few)).read == 0
    assert _same(exported_few, _exported(tmp_path / "cut.db", tmp_path / "after"))


def _interrupted(account: OpenAccount) -> None:
    raise KeyboardInterrupt
