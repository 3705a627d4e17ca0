"""Corrections that are made on the pages of lines and reports: what is taken, what is refused, what is shown of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from html_page import Page
from starlette.testclient import TestClient

import wirecopy
from wirecopy.run.account import OpenAccount
from wirecopy.web.app import make_app

HERE = "http://127.0.0.1:8000"
OURS = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
REPORTS = {
    "a.txt": "Bay Herald\n\nPort closes\n\n3 May 2021\n\nHarbour minister Mara Selin said on Monday that the port would close. "
    "“If the strike goes on, we will cut the gas,” Selin said.",
    "b.txt": "Coast Ledger\n\nPort is safe\n\n4 May 2021\n\nOlev Kask told reporters on Tuesday that the port was safe.",
}


@pytest.fixture
def port(tmp_path: Path) -> Iterator[OpenAccount]:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    with wirecopy.open(str(tmp_path / "port.db")) as account:
        account.read([str(tmp_path / name) for name in REPORTS])
        yield account


@pytest.fixture
def web(port: OpenAccount) -> TestClient:
    app = make_app(port, open_to_correction=True, analyst="Kim")
    return TestClient(app, base_url=HERE, headers=OURS, follow_redirects=False)


def form(what: str, other: str = "", because: str = "so it is") -> dict[str, str]:
    return {"what": what, "other": other, "because": because, "by": "Kim"}


def test_two_lines_are_made_one_and_the_page_says_who_and_why(web: TestClient, port: OpenAccount) -> None:
    first, second = (entry.id for entry in port.statements[:2])
    count = len(port.statements)
    answer = web.post(f"/correct/{first}", data=form("merge", second))
    assert answer.status_code == 303 and len(port.statements) == count - 1
    page = web.get(answer.headers["location"].partition("#")[0]).text
    assert "tells of the same as" in page and "Kim, 20" in page and "so it is" in page


def test_a_line_that_is_dropped_stays_on_the_page_of_its_report_and_comes_back(
    web: TestClient, port: OpenAccount
) -> None:
    line = port.statements[0]
    answer = web.post(f"/correct/{line.id}", data=form("drop"))
    address = answer.headers["location"]
    assert answer.status_code == 303 and address.startswith(f"/reports/{line.reports[0]}#decisions-")
    assert line.id not in {entry.id for entry in port.statements}
    made = port.decisions[0]
    assert made.id in web.get(address).text
    back = {"decision": made.id, "because": "it is right after all", "by": "Ann"}
    assert web.post(f"/correct/{line.reports[0]}", data=back).status_code == 303
    assert line in port.statements
    shown = web.get(address).text
    assert "taken back" in shown and "it is right after all" in shown


def test_a_state_a_date_and_a_grade(web: TestClient, port: OpenAccount) -> None:
    threat, report = port.commitments[0], port.reports[0]
    assert web.post(f"/correct/{threat.id}", data=form("state", "broken")).status_code == 303
    assert web.post(f"/correct/{report.id}", data=form("date", "2021-05-02")).status_code == 303
    assert web.post(f"/correct/{report.id}", data=form("grade", "B")).status_code == 303
    assert port.commitments[0].state == "broken"
    assert next(line.published.value for line in port.reports if line.published) == "2021-05-02"
    assert "grade B3" in web.get(f"/entries/{threat.id}").text
    assert "is graded B" in web.get(f"/reports/{report.id}").text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (form("state", "fulfilled"), "no state"),
        (form("merge", "ev-none"), "no line or claim ev-none"),
        (form("drop", because=""), "Say why"),
        (form("burn"), "can&#39;t be decided here"),
        (form("merge", "<script>pwned()</script>"), "&lt;script&gt;"),
        ({"decision": "j-0", "because": "x"}, "no decision j-0 stands"),
    ],
)
def test_what_cannot_be_decided_is_told_on_the_page(
    web: TestClient, port: OpenAccount, data: dict[str, str], said: str
) -> None:
    answer = web.post(f"/correct/{port.commitments[0].id}", data=data)
    page = Page(answer.text)
    assert answer.status_code == 400 and said in answer.text and page.all("p", "error")
    assert not page.all("script") and not port.decisions


def test_it_is_taken_from_our_own_pages_alone(port: OpenAccount, web: TestClient) -> None:
    line = port.statements[0].id
    closed = TestClient(make_app(port), base_url=HERE, headers=OURS)
    assert closed.post(f"/correct/{line}", data=form("drop")).status_code == 404
    assert '<form class="decide"' not in closed.get(f"/entries/{line}").text
    elsewhere = {"Origin": "http://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    assert web.post(f"/correct/{line}", data=form("drop"), headers=elsewhere).status_code == 403
    assert web.post("/correct/ev-none", data=form("drop")).status_code == 404
    assert web.post("/correct/r-none", data=form("date", "2021")).status_code == 404
    assert not port.decisions
