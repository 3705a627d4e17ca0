"""Routes, escaping, headers, and what each page must have."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from html_page import Page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

import wirecopy
from wirecopy.run.account import OpenAccount
from wirecopy.views.briefing import sections
from wirecopy.views.sentences import sources
from wirecopy.web import paging
from wirecopy.web.app import make_app


def addresses(account: OpenAccount) -> list[str]:
    """Every page of an account."""
    reports = [report.id for report in account.reports]
    return [
        "/", "/timeline", "/timeline?actor=Putin", "/figures",
        "/people", "/doctor", "/search", "/sections/figures", "/search?q=border", "/nothing/here",
        *(f"/reports/{report}" for report in reports),
        *(f"/entries/{quote(entry.id, safe='')}" for entry in account.entries),
        *(f"/compare/{left}/{right}" for left in reports for right in reports[:2] if left != right),
    ]  # fmt: skip


def local_targets(page: Page) -> set[str]:
    """Where the links of a page lead."""
    return {a.attributes["href"] for a in page.all("a") if "href" in a.attributes}


def test_every_link_leads_somewhere(web: TestClient, web_account: OpenAccount) -> None:
    seen: dict[str, set[str]] = {}
    waiting = {"/"}
    while waiting:
        address = waiting.pop()
        response = web.get(address)
        assert response.status_code == 200, address
        page = Page(response.text)
        seen[address] = {e.attributes["id"] for e in page.elements if "id" in e.attributes}
        for target in local_targets(page):
            path, _, anchor = target.partition("#")
            path = path or address
            if path in seen:
                assert not anchor or unquote(anchor) in seen[path], (address, target)
            elif path not in seen:
                waiting.add(path)
    assert {f"/reports/{report.id}" for report in web_account.reports} <= seen.keys()


def test_nothing_from_a_report_is_markup(web: TestClient, web_account: OpenAccount) -> None:
    for address in addresses(web_account):
        page = Page(web.get(address).text)
        tags = {element.tag for element in page.elements} - ({"svg"} if address == "/figures" else set())
        assert not tags & {"script", "iframe", "object", "embed", "style", "base", "img", "svg", "math"}, address
        for element in page.elements:
            assert not [name for name in element.attributes if name.startswith("on")], (address, element)
            for name in ("href", "src", "action", "formaction"):
                target = element.attributes.get(name, "/")
                assert target == "data:," or (target[:1] in ("/", "#") and target[:2] != "//"), target


def test_hostile_text_is_shown_as_text(web: TestClient, web_account: OpenAccount) -> None:
    hostile = next(report for report in web_account.reports if "img src" in report.path)
    page = Page(web.get(f"/reports/{hostile.id}").text)
    shown = "".join(words for words, _ in page.runs)
    for words in ("<script>pwned()</script>", "{{ 7 * 7 }}", "<img src=x onerror=pwned()>.txt", "&lt;script&gt;"):
        assert words in shown
    assert "49" not in "".join(e.content for e in page.all("div", "text"))


def test_every_page_has_landmarks_one_first_heading_and_unique_ids(web: TestClient, web_account: OpenAccount) -> None:
    for address in addresses(web_account):
        page = Page(web.get(address).text)
        assert len(page.all("main")) == len(page.all("h1")) == 1, address
        assert page.all("nav") and page.all("header") and page.all("footer")
        ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
        assert len(ids) == len(set(ids)), address
        levels = [int(e.tag[1]) for e in page.elements if e.tag in ("h1", "h2", "h3", "h4")]
        assert all(deeper - level <= 1 for level, deeper in pairwise(levels)), (address, levels)
        labelled = {e.attributes["for"] for e in page.all("label") if "for" in e.attributes}
        assert "q" in labelled and page.elements[0].attributes["lang"] == "en"


def test_the_briefing_has_every_line_with_its_evidence_and_sources(web: TestClient, web_account: OpenAccount) -> None:
    html = web.get("/").text
    page = Page(html)
    for section in sections(web_account):
        assert section.title in [e.content for e in page.all("h2")]
        for entry in section.lines:
            item = next(e for e in page.all("li") if e.attributes.get("id") == f"line-{entry.id}")
            assert sources(entry) in item.content
            assert f'href="/entries/{entry.id}"' in html
    assert len([e for e in page.all("li") if e.attributes.get("id", "").startswith("source-")]) == 5


def test_an_explanation_has_claims_rules_and_words_in_context(web: TestClient, web_account: OpenAccount) -> None:
    for entry in (*web_account.events, *web_account.figures, *web_account.statements):
        page = Page(web.get(f"/entries/{entry.id}").text)
        shown = "".join(words for words, _ in page.runs)
        for claim in entry.claims:
            assert claim.id in shown and claim.rule in shown
        marked = "".join(mark.content for mark in page.all("mark"))
        reports = {report.id: report.text for report in web_account.reports}
        for piece in entry.evidence:
            words = reports[piece.span.report_id][piece.span.start : piece.span.end]
            assert words in marked or all(word in marked for word in words.split())


def test_a_report_leads_to_its_copies(web: TestClient, web_account: OpenAccount) -> None:
    left, right = web_account.reports[:2]
    assert left.family == right.family, "the second report was written as a copy of the first"
    for report in (left, right):
        assert f"/compare/{left.id}/{right.id}" in local_targets(Page(web.get(f"/reports/{report.id}").text))


@pytest.mark.parametrize(
    "address", ["/reports/r-0", "/entries/ev-0", "/compare/r-0/r-1", "/x", "/static/none.css", "/static/../app.py"]
)
def test_what_is_missing_gets_a_page_that_helps(web: TestClient, address: str) -> None:
    response = web.get(address)
    assert response.status_code == 404
    page = Page(response.text)
    assert page.all("form") and "/" in local_targets(page)


@pytest.mark.parametrize("address", ["/", "/nothing", "/static/wirecopy.css", "/search?q=x"])
def test_headers_forbid_everything_foreign(web: TestClient, address: str) -> None:
    headers = web.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none';") and "script-src" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


def test_a_long_section_goes_on_on_further_pages(
    web: TestClient, web_account: OpenAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE", 2)
    said = [entry.id for entry in web_account.statements]
    assert len(said) > 2
    shown: list[str] = []
    for number in range((len(said) + 1) // 2):
        page = Page(web.get(f"/sections/who-said-what?page={number}").text)
        shown += [e.attributes["id"].removeprefix("line-") for e in page.all("li", "line")]
    assert shown == said
    assert "/sections/who-said-what?page=1" in local_targets(Page(web.get("/").text))


@pytest.mark.parametrize("address", ["/timeline", "/figures"])
def test_long_timelines_and_figures_go_on_too(web: TestClient, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def ids(page: Page) -> list[str]:
        found = (a.attributes["href"].removeprefix("/entries/") for a in page.all("a", "lead"))
        return [entry for entry in found if entry[:3] in ("ev-", "fi-")]

    whole = ids(Page(web.get(address).text))
    monkeypatch.setattr(paging, "PAGE", 1)
    shown: list[str] = []
    while (response := web.get(f"{address}?page={len(shown)}")).status_code == 200 and len(shown) < len(whole):
        found = ids(Page(response.text))
        shown += found
        if len(found) != 1:  # a series takes one place of a page, whatever it holds
            break
    assert shown == whole[: len(shown)] and len(shown) > 1
    assert f"{address}?page=1" in local_targets(Page(web.get(address).text))


@pytest.mark.parametrize("query", ["page=99", "page=-1", "page=x"])
def test_no_such_page_of_the_timeline_or_the_figures(web: TestClient, query: str) -> None:
    assert {web.get(f"{address}?{query}").status_code for address in ("/timeline", "/figures")} == {404}


@pytest.mark.parametrize("query", ["nothing", "figures?page=99", "figures?page=-1", "figures?page=x", "figures?page=²"])
def test_no_such_section_or_page(web: TestClient, query: str) -> None:
    assert web.get(f"/sections/{query}").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(web: TestClient, web_account: OpenAccount, method: str) -> None:
    for address in (
        "/",
        f"/reports/{web_account.reports[0].id}",
        f"/entries/{web_account.entries[0].id}",
        "/search",
        "/static/wirecopy.css",
    ):
        assert web.request(method, address).status_code == 405
    assert web.head("/").status_code == 200


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_search_is_answered(web_app: Starlette, words: str) -> None:
    response = TestClient(web_app).get("/search", params={"q": words.encode("utf8", "replace").decode()})
    assert response.status_code == 200
    assert not Page(response.text).all("script")


def test_search_finds_reports_and_lines(web: TestClient) -> None:
    page = Page(web.get("/search?q=Landsbergis").text)
    assert [mark.content for mark in page.all("mark", "hit")]
    assert len([a for a in page.all("a", "lead") if a.attributes["href"].startswith("/reports/")]) == 2
    assert 'value="Landsbergis"' in web.get("/search?q=Landsbergis").text
    assert "Nothing has all of these words" in web.get("/search?q=zzzz").text


def test_reports_that_were_not_folded_yet_break_no_page(tmp_path: Path) -> None:
    """Another program that reads reports in stores them first and folds the account at its end."""
    texts = (
        "Sweden said on Friday that 40 houses were destroyed near Lulea.",
        "Norway said that 300 soldiers were moved.",
    )
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf8")
    with wirecopy.open(str(tmp_path / "busy.db")) as account, pytest.MonkeyPatch.context() as patch:
        account.read([str(tmp_path / "a.txt")])
        patch.setattr(OpenAccount, "refold", lambda self: None)
        account.read([str(tmp_path / "b.txt")])
        web = TestClient(make_app(account))
        assert "<strong>1</strong> report of" in web.get("/").text
        assert all(web.get(path).status_code == 200 for path in ("/people", "/search?q=Norway", "/doctor"))


def test_pages_are_made_for_many_readers_at_once(web: TestClient, web_account: OpenAccount) -> None:
    paths = [path for path in addresses(web_account) if path != "/nothing/here"][:40]
    with ThreadPoolExecutor(8) as pool:
        assert {response.status_code for response in pool.map(web.get, paths)} == {200}


def test_what_is_read_later_is_shown_at_once(tmp_path: Path) -> None:
    with wirecopy.open(str(tmp_path / "later.db")) as account:
        web = TestClient(make_app(account))
        assert "No event is reported" in web.get("/").text
        (tmp_path / "one.txt").write_text(
            "Sweden said on Friday that 40 houses were destroyed near Lulea.", encoding="utf8"
        )
        with wirecopy.open(str(tmp_path / "later.db")) as other:
            other.read([str(tmp_path / "one.txt")])
        assert "<strong>1</strong> report of" in web.get("/").text
