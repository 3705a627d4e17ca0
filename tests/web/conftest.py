"""A small account made from reports that were written for these tests: a copy, hostile text, text from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from starlette.applications import Starlette
from starlette.testclient import TestClient

import wirecopy
from wirecopy.run.account import OpenAccount
from wirecopy.web.app import make_app

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "web.yml").read_text(encoding="utf8"))


@pytest.fixture(scope="session")
def web_account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenAccount]:
    """The account, open."""
    folder = tmp_path_factory.mktemp("web")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in CASES["reports"].items():
        (reports / name).write_text(text, encoding="utf8")
    with wirecopy.open(str(folder / "web.db")) as account:
        account.read([str(reports)])
        yield account


@pytest.fixture(scope="session")
def web_app(web_account: OpenAccount) -> Starlette:
    """Its pages."""
    return make_app(web_account, open_to_correction=True, analyst="Kim")


@pytest.fixture(scope="session")
def web(web_app: Starlette) -> TestClient:
    """A client of its pages."""
    return TestClient(web_app)
