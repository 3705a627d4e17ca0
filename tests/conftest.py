"""What the tests share: the sample corpus, read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import wirecopy
from wirecopy.run.account import OpenAccount

CORPUS = Path(__file__).resolve().parent.parent / "examples" / "winter-2021"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the sample reports."""
    return CORPUS / "reports"


@pytest.fixture(scope="session")
def account(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Iterator[OpenAccount]:
    """The account of the sample corpus. Tests only read it."""
    with wirecopy.open(str(tmp_path_factory.mktemp("account") / "winter.db")) as made:
        made.read(str(corpus))
        yield made
