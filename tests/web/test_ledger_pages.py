"""The pages of the ledger, the calendar and what-if: every line once, states in their order, the tree with its sources."""

from __future__ import annotations

import html

import pytest
from html_page import Page
from starlette.testclient import TestClient

from wirecopy.run.account import OpenAccount
from wirecopy.views.filters import STATES
from wirecopy.web.app import make_app


@pytest.fixture(scope="module")
def pages(account: OpenAccount) -> TestClient:
    """The pages of the sample corpus."""
    return TestClient(make_app(account))


def leads(page: Page) -> list[str]:
    """The entries of a page in their order."""
    return [a.attributes["href"].removeprefix("/entries/") for a in page.all("a", "lead")]


def test_the_ledger_has_every_commitment_once_open_ones_first(pages: TestClient, account: OpenAccount) -> None:
    page = Page(pages.get("/ledger").text)
    assert sorted(leads(page)) == sorted(entry.id for entry in account.commitments)
    states = [e.content.lower() for e in page.all("h2")]
    assert states == [state for state in STATES if any((e.state or "open") == state for e in account.commitments)]


def test_the_ledger_is_filtered_by_the_address_alone(pages: TestClient, account: OpenAccount) -> None:
    page = Page(pages.get("/ledger?actor=putin&act=threat").text)
    state = {entry.id: entry for entry in account.commitments}
    assert 0 < len(leads(page)) < len(account.commitments)
    assert {getattr(state[entry].value, "kind", "") for entry in leads(page)} == {"threat"}
    assert "No commitment is all of that" in pages.get("/ledger?actor=nobody").text


def test_the_calendar_has_every_appointment(pages: TestClient, account: OpenAccount) -> None:
    page = Page(pages.get("/calendar").text)
    assert {entry.id for entry in account.appointments} <= set(leads(page))
    assert page.all("table", "month")


def test_what_if_shows_the_tree_and_says_what_it_cannot_read(pages: TestClient) -> None:
    found = Page(pages.get("/what-if", params={"event": "Russia invades Ukraine"}).text)
    assert len(leads(found)) > 3
    assert all(entry.startswith("co-") for entry in leads(found))
    odd = pages.get("/what-if", params={"event": "<b>of</b>"}).text
    assert "<b>of" not in odd and html.escape("<b>of</b>") in odd
    assert "What if" in pages.get("/what-if").text


def test_positions_lead_to_their_lines_and_tell_what_moved(pages: TestClient, account: OpenAccount) -> None:
    commitments = {entry.id for entry in account.commitments}
    page = Page(pages.get("/positions").text)
    assert leads(page) and set(leads(page)) <= commitments
    moved = pages.get("/positions?since=2021-12-31").text
    assert "Moved since <bdi>2021-12-31</bdi>" in moved
    assert "no ISO date" in pages.get("/positions?since=yesterday").text
