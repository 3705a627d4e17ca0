"""Corrections that are made on the page of an actor: what is taken, from whom, and what is refused."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from html_page import Page
from starlette.testclient import TestClient

import wirecopy
from wirecopy.run.account import OpenAccount
from wirecopy.web import deciding
from wirecopy.web.app import make_app

HERE = "http://127.0.0.1:8000"
OURS = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
REPORTS = {
    "a.txt": (
        "Bay Pulse\n\n3 May 2021\n\nHarbour minister Mara Selin said on Monday that the port would close. "
        "Mrs Selin spoke in Tallinn."
    ),
    "b.txt": (
        "Coast Ledger\n\n4 May 2021\n\nMargit Selin told reporters on Tuesday that the port was safe. "
        "Olev Kask said that the harbour was calm. Kask thanked her."
    ),
    "c.txt": (
        "Herald of the Isles\n\nWind and waves\n\n4 May 2021\n\nPeter Kask said on Tuesday that <b>ships</b> must wait. "
        "Kask spoke of a strong wind."
    ),
}
MARA, MARGIT = "person:mara-selin", "person:margit-selin"


@pytest.fixture
def port(tmp_path: Path) -> Iterator[OpenAccount]:
    """An account with four people, two of whom may be one."""
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    with wirecopy.open(str(tmp_path / "port.db")) as account:
        account.read([str(tmp_path / name) for name in REPORTS])
        assert {MARA, MARGIT} <= {entry.id for entry in account.actors}
        yield account


@pytest.fixture
def web(port: OpenAccount) -> TestClient:
    """A client on this machine that says whence its forms come, as browsers do."""
    app = make_app(port, open_to_correction=True, analyst="Kim")
    return TestClient(app, base_url=HERE, headers=OURS, follow_redirects=False)


def same(other: str, because: str = "one slip of the pen", **more: str) -> dict[str, str]:
    return {"verdict": "yes", "other": other, "because": because, "by": "Kim"} | more


def test_two_are_made_one_and_their_page_lists_who_when_and_why(web: TestClient, port: OpenAccount) -> None:
    answer = web.post(f"/decide/{MARGIT}", data=same("Mara Selin"))
    there = MARA.replace(":", "%3A")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/entries/{there}#decisions-{there}")
    page = web.get(answer.headers["location"])
    assert "Margit Selin" in page.text and "one slip of the pen" in page.text
    (made,) = port.decisions
    assert (made.left, made.right, made.verdict, made.by) == (MARGIT, MARA, "yes", "analyst:Kim")
    assert made.at and f"{made.at[11:16]} UTC" in page.text
    assert MARGIT not in {entry.id for entry in port.actors}


def test_the_page_of_one_who_is_another_now_leads_there(web: TestClient) -> None:
    web.post(f"/decide/{MARGIT}", data=same(MARA))
    answer = web.get(f"/entries/{MARGIT}")
    assert answer.status_code == 307 and answer.headers["location"].endswith("mara-selin")
    assert web.get(f"/said/{MARGIT}").status_code == 200


def test_a_decision_is_taken_back_and_stays_on_the_page(web: TestClient, port: OpenAccount) -> None:
    web.post(f"/decide/{MARGIT}", data=same(MARA))
    (made,) = port.decisions
    answer = web.post(f"/decide/{MARA}", data={"decision": made.id, "because": "they are sisters", "by": "Ann"})
    assert answer.status_code == 303 and answer.headers["location"].endswith("mara-selin")
    assert not port.decisions and MARGIT in {entry.id for entry in port.actors}
    for actor in (MARA, MARGIT):
        html = web.get(f"/entries/{actor}").text
        assert all(words in html for words in ("taken back", "they are sisters", "Ann", "one slip of the pen")), actor
        assert made.id not in [e.attributes.get("value") for e in Page(html).all("input")], "no second taking back"
    again = web.post(f"/decide/{MARA}", data={"decision": made.id, "because": "again"})
    assert again.status_code == 400 and "does not stand any more" in again.text


def test_two_are_held_apart(web: TestClient, port: OpenAccount) -> None:
    answer = web.post(f"/decide/{MARA}", data=same("Margit Selin", verdict="no"))
    assert answer.status_code == 303 and answer.headers["location"].endswith("mara-selin")
    assert [(made.left, made.right, made.verdict) for made in port.decisions] == [(MARA, MARGIT, "no")]
    assert all("is not" in web.get(f"/entries/{actor}").text for actor in (MARA, MARGIT))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (same("Kaja Tamm"), "no report names &#39;Kaja Tamm&#39;"),
        (same("Mara Selin"), "names of one actor"),
        (same("port", because=""), "Say why"),
        (same(""), "Say whom you mean"),
        (same("<script>pwned()</script>"), "no report names &#39;&lt;script&gt;"),
        ({"decision": "j-0", "because": "x"}, "does not stand any more"),
        ({}, "Say why"),
    ],
)
def test_what_cannot_be_decided_is_told_on_the_page(
    web: TestClient, port: OpenAccount, told: dict[str, str], said: str
) -> None:
    answer = web.post(f"/decide/{MARA}", data=told)
    assert answer.status_code == 400
    page = Page(answer.text)
    assert said in answer.text and page.all("p", "error") and page.all("h1")[0].content == "Mara Selin"
    assert not page.all("script") and not port.decisions
    fields = {e.attributes.get("name"): e.attributes.get("value") for e in page.all("input")}
    assert fields["other"] == told.get("other", ""), "what was written stays in the form"


def test_a_name_that_several_have_is_told_with_their_ids(web: TestClient, port: OpenAccount) -> None:
    answer = web.post(f"/decide/{MARA}", data=same("Kask"))
    assert answer.status_code == 400 and not port.decisions
    assert "may be person:olev-kask, person:peter-kask; give the id" in Page(answer.text).all("p", "error")[0].content


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://evil.example", "Sec-Fetch-Site": None},
        {"Origin": "null", "Sec-Fetch-Site": None},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": HERE, "Sec-Fetch-Site": "same-site"},
        {"Origin": HERE, "Sec-Fetch-Site": "none"},
        {"Origin": "http://127.0.0.1:9000", "Sec-Fetch-Site": None},
        {"Origin": "https://127.0.0.1:8000", "Sec-Fetch-Site": None},
        {"Origin": None, "Sec-Fetch-Site": None},
        {"Origin": "http://evil.example:8000", "Sec-Fetch-Site": "same-origin", "Host": "evil.example:8000"},
        {"Origin": "http://127.0.0.1.evil.example", "Sec-Fetch-Site": "same-origin", "Host": "127.0.0.1.evil.example"},
    ],
)
def test_what_comes_from_elsewhere_is_refused(port: OpenAccount, headers: dict[str, str | None]) -> None:
    web = TestClient(make_app(port, open_to_correction=True), base_url=HERE, follow_redirects=False)
    given = {name: value for name, value in headers.items() if value is not None}
    answer = web.post(f"/decide/{MARGIT}", data=same(MARA), headers=given)
    assert answer.status_code == 403 and "Refused" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none';")
    assert not port.decisions


@pytest.mark.parametrize(
    "headers",
    [
        OURS,
        {"Origin": HERE},
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://localhost:8000", "Host": "localhost:8000", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://[::1]:8000", "Host": "[::1]:8000"},
    ],
)
def test_what_comes_from_our_own_pages_is_taken(port: OpenAccount, headers: dict[str, str]) -> None:
    web = TestClient(make_app(port, open_to_correction=True), base_url=HERE, follow_redirects=False)
    assert web.post(f"/decide/{MARGIT}", data=same(MARA), headers=headers).status_code == 303


def test_pages_that_others_can_reach_have_no_form_and_take_none(port: OpenAccount) -> None:
    web = TestClient(make_app(port), base_url=HERE, headers=OURS)
    page = Page(web.get(f"/entries/{MARA}").text)
    assert not [form for form in page.all("form") if form.attributes.get("method") == "post"]
    assert web.post(f"/decide/{MARGIT}", data=same(MARA)).status_code == 404
    assert not port.decisions


def test_only_an_actor_that_is_there_is_decided_on_and_only_by_a_form(web: TestClient, port: OpenAccount) -> None:
    assert web.post("/decide/person:nobody", data=same(MARA)).status_code == 404
    assert web.post(f"/decide/{port.reports[0].id}", data=same(MARA)).status_code == 404
    assert web.post(f"/decide/{port.statements[0].id}", data=same(MARA)).status_code == 404
    assert {web.request(method, f"/decide/{MARA}").status_code for method in ("GET", "PUT", "DELETE")} == {405}
    assert not port.decisions


def test_a_form_that_is_too_long_is_not_read(web: TestClient, port: OpenAccount) -> None:
    answer = web.post(f"/decide/{MARA}", data=same(MARGIT, because="x" * 30_000))
    assert answer.status_code == 400 and "too long" in answer.text and not port.decisions
    assert web.post("/decide/person:nobody", data=same(MARGIT, because="x" * 30_000)).status_code == 404
    many = "&".join(f"a{n}=b" for n in range(50))
    assert web.post(f"/decide/{MARA}", content=many).status_code == 400


def test_who_reads_does_not_wait_for_who_decides(
    web: TestClient, port: OpenAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, finish = threading.Event(), threading.Event()
    decide = deciding.decide

    def slow(*words: object) -> object:
        begun.set()
        assert finish.wait(20)
        return decide(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(deciding, "decide", slow)
    writer = threading.Thread(target=web.post, args=(f"/decide/{MARGIT}",), kwargs={"data": same(MARA)})
    writer.start()
    assert begun.wait(20)
    try:
        reader = threading.Thread(target=web.get, args=("/people",))
        reader.start()
        reader.join(10)
        assert not reader.is_alive(), "the page waits for the decision"
    finally:
        finish.set()
        writer.join(30)
    assert port.decisions


def test_a_file_that_another_program_writes_to_is_told(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(path: str) -> OpenAccount:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(deciding, "open_account", busy)
    answer = web.post(f"/decide/{MARGIT}", data=same(MARA))
    assert answer.status_code == 400 and "Another program is writing" in answer.text


def test_hostile_words_of_an_analyst_are_text(web: TestClient) -> None:
    hostile = '<script>pwned()</script>" onmouseover="pwned()'
    web.post(f"/decide/{MARGIT}", data=same(MARA, because=hostile, by=hostile))
    page = Page(web.get(f"/entries/{MARA}").text)
    assert not page.all("script")
    assert not [e for e in page.elements if any(name.startswith("on") for name in e.attributes)]
    assert hostile in "".join(words for words, _ in page.runs)
