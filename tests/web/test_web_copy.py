"""The copy: one file, nothing outside of it, every link inside of it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from html_page import Page

from wirecopy.run.account import OpenAccount
from wirecopy.web.copy import write_copy


@pytest.fixture(scope="module")
def page(web_account: OpenAccount, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The copy, parsed."""
    path = tmp_path_factory.mktemp("copy") / "account.html"
    assert write_copy(web_account, path) == path
    return Page(path.read_text(encoding="utf8"))


def test_every_link_is_an_anchor_that_is_there(page: Page) -> None:
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        target = link.attributes["href"]
        assert target.startswith("#") and unquote(target[1:]) in ids, target


def test_it_refers_to_nothing_outside_and_runs_nothing(page: Page) -> None:
    assert not [e for e in page.elements if e.tag in ("script", "img", "iframe", "form", "object")]
    assert [e.attributes["href"] for e in page.all("link")] == ["data:,"]
    assert not [
        e
        for e in page.elements
        if any(name in ("src", "action", "style") or name.startswith("on") for name in e.attributes)
    ]
    style = page.all("style")[0].content
    assert "url(" not in style and "@import" not in style and len(page.all("style")) == 1


def test_everything_is_in_it(page: Page, web_account: OpenAccount) -> None:
    ids = {e.attributes["id"] for e in page.elements if "id" in e.attributes}
    assert {"briefing", "timeline", "figures-series", "sources", "doctor"} <= ids
    assert {f"report-{report.id}" for report in web_account.reports} <= ids
    assert {f"entry-{entry.id}" for entry in web_account.entries} <= ids
    assert f"compare-{web_account.reports[0].id}-{web_account.reports[1].id}" in ids
    assert page.all("del") and page.all("mark", "loud")


def test_writing_it_twice_gives_the_same_bytes(web_account: OpenAccount, tmp_path: Path) -> None:
    first, second = (write_copy(web_account, tmp_path / name).read_bytes() for name in ("a.html", "b.html"))
    assert first == second
