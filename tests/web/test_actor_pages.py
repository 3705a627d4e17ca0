"""The page of an actor, what it said over time, and what is held against the rest of the account."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from html_page import Page
from starlette.testclient import TestClient

import wirecopy
from wirecopy.model import Check, Entry
from wirecopy.run.account import OpenAccount
from wirecopy.views.people import names, parts
from wirecopy.views.wordings import Wording
from wirecopy.web import actors, paging
from wirecopy.web.app import make_app
from wirecopy.web.copy import write_copy
from wirecopy.web.links import Links
from wirecopy.web.marks import Mark
from wirecopy.web.said import differences
from wirecopy.web.shown import line
from wirecopy.web.snapshot import Snapshot


@pytest.fixture(scope="module")
def winter(account: OpenAccount) -> TestClient:
    """The pages of the sample corpus."""
    return TestClient(make_app(account))


def rows(page: Page, heading: str) -> dict[str, list[str]]:
    """The first cells of a table of the page, with where their last one leads."""
    found: dict[str, list[str]] = {}
    at = page.elements.index(next(e for e in page.elements if e.tag == "th" and e.content == heading))
    for element in page.elements[at:]:
        if element.tag == "th" and element.attributes.get("scope") == "row":
            found[element.content] = []
        elif element.tag == "a" and found:
            found[list(found)[-1]].append(element.attributes["href"])
        elif element.tag in ("h2", "section") and found:
            break
    return found


def test_each_name_leads_to_the_paragraphs_in_which_it_stands(winter: TestClient, account: OpenAccount) -> None:
    entry = account.entry("jens-stoltenberg")
    texts = {report.id: report.text for report in account.reports}
    shown = rows(Page(winter.get(f"/entries/{entry.id}").text), "Name")
    assert list(shown) == [name.said for name in names(entry, texts)]
    for name, targets in shown.items():
        assert targets
        for target in targets:
            address, _, anchor = target.partition("#")
            paragraph = next(e for e in Page(winter.get(address).text).elements if e.attributes.get("id") == anchor)
            assert name in " ".join(paragraph.content.split()), (name, target)


def test_roles_are_told_with_the_reports_that_state_them(winter: TestClient, account: OpenAccount) -> None:
    shown = rows(Page(winter.get("/entries/jen-psaki").text), "Role")
    assert list(shown) == ["press secretary of White House"]
    assert len(shown["press secretary of White House"]) == len(account.entry("jen-psaki").reports)


def test_lines_stand_in_the_part_that_the_actor_has_in_them(winter: TestClient, account: OpenAccount) -> None:
    page = Page(winter.get("/entries/joe-biden").text)
    had = parts(account.entries)["joe-biden"]
    for part in ("statements", "commitments", "events", "figures"):
        assert getattr(had, part)
        heading = next(e for e in page.elements if e.attributes.get("id") == f"{part}-joe-biden")
        section = next(
            e for e in page.all("section") if heading.content in e.text and e.attributes.get("aria-labelledby")
        )
        for entry in getattr(had, part):
            assert entry.id in section.content


def test_a_long_part_says_how_many_more_there_are(
    winter: TestClient, account: OpenAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actors, "MOST", 2)
    said = len(parts(account.entries)["joe-biden"].statements)
    html = winter.get("/entries/joe-biden").text
    assert f"{said - 2} more are not shown here; <code>wirecopy show statements --by joe-biden</code>" in html


def test_an_unnamed_person_is_told_as_such(winter: TestClient, account: OpenAccount) -> None:
    entry = next(e for e in account.actors if e.id.startswith("person:") and getattr(e.value, "anonymous", False))
    page = Page(winter.get(f"/entries/{entry.id}").text)
    assert "Nobody who has a name is taken for this one" in page.all("p", "standfirst")[0].content
    assert page.all("p", "kicker")[0].content.startswith("unnamed person")


def test_all_that_an_actor_said_with_every_wording(winter: TestClient, account: OpenAccount) -> None:
    said = parts(account.entries)["joe-biden"].statements
    page = Page(winter.get("/said/joe-biden").text)
    lines = page.all("li", "line")
    assert len(lines) == len(said)
    shown = ["".join(li.text) for li in lines]
    several = [entry for entry in said if len(entry.claims) > 1]
    assert several
    for entry in several:
        told = next(text for text in shown if entry.id in text)
        reports = {claim.report_id for claim in entry.claims}
        assert ("a copy of" in told or "one of several copies" in told) == (len(reports) > entry.origins)
    assert page.all("mark", "loud") and page.all("span", "reworded")
    days = [h.content for h in page.all("h2", "date")]
    assert len(days) == len(set(days)), "a day stands once"
    assert days[-1] == "no day known" or "no day known" not in days


def test_the_words_that_reports_do_not_share_are_marked() -> None:
    first, second, third = (
        Wording(words, True, False, "", ()) for words in ("we will pay", "we shall pay", "we will PAY")
    )

    def marked(wording: Wording, marks: list[Mark]) -> list[str]:
        return [wording.words[mark.start : mark.end] for mark in marks]

    found = differences([first, second, third])
    assert [marked(one, marks) for one, marks in zip((first, second, third), found, strict=True)] == [
        ["will"],
        ["shall"],
        [],
    ]
    assert differences([first]) == [[]] and differences([]) == []


def test_what_was_said_goes_on_on_further_pages(
    winter: TestClient, account: OpenAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE", 20)
    said = {entry.id for entry in parts(account.entries)["joe-biden"].statements}
    pages = [winter.get(f"/said/joe-biden?page={n}") for n in range((len(said) + 19) // 20)]
    shown = [a.attributes["href"].removeprefix("/entries/") for p in pages for a in Page(p.text).all("a", "permalink")]
    assert len(shown) == len(said) > 20 and set(shown) == said
    assert winter.get("/said/joe-biden?page=99").status_code == 404


@pytest.mark.parametrize("address", ["/said/nobody", "/said/ev-0", "/said/joe-biden?page=x"])
def test_nobody_of_that_name_said_anything(winter: TestClient, account: OpenAccount, address: str) -> None:
    assert winter.get(address.replace("ev-0", account.events[0].id)).status_code == 404


@pytest.mark.parametrize(
    ("check", "badge"),
    [
        (Check("source", "disagrees", "", "the Ledger gives 30"), "not in its source"),
        (Check("original", "disagrees", "", "a.txt has 30"), "not in the original"),
        (Check("number", "disagrees", "", "there were three"), "counted otherwise"),
        (Check("source", "agrees", "", "the Ledger gives it too"), None),
        (Check("number", "open", "", "too few are known"), None),
    ],
)
def test_checks_are_a_badge_in_lists_where_they_speak_against_a_line(
    web_account: OpenAccount, check: Check, badge: str | None
) -> None:
    snapshot = Snapshot(web_account)
    entry: Entry = snapshot.figures[0]
    shown = line(snapshot, replace(entry, checks=(check, check)), Links(live=True))
    assert [(doubt.text, doubt.note) for doubt in shown.doubts] == ([(badge, check.because)] if badge else [])


def test_a_check_stands_on_the_page_of_its_line_and_among_the_figures(winter: TestClient, account: OpenAccount) -> None:
    doubted = next(e for e in account.figures if any(c.verdict == "disagrees" for c in e.checks))
    check = next(c for c in doubted.checks if c.verdict == "disagrees")
    page = Page(winter.get(f"/entries/{doubted.id}").text)
    assert "Held against the rest of the account" in [h.content for h in page.all("h2")]
    assert any(check.because in p.content for p in page.all("p", "relation"))
    for address in ("/figures", "/sections/figures", f"/reports/{check.report}"):
        badges = Page(winter.get(address).text).all("a", "b-disagrees")
        told = [(badge.attributes["href"], badge.attributes["title"]) for badge in badges]
        assert (f"/entries/{doubted.id}", check.because) in told
    unchecked = next(e for e in account.figures if not e.checks)
    assert "Held against" not in winter.get(f"/entries/{unchecked.id}").text


def test_the_values_of_a_series_tell_what_they_were_held_against(tmp_path: Path) -> None:
    texts = {
        "a.txt": "Coast Ledger\n\nStorm hits Lulea\n\n3 May 2021\n\nThe mayor said on Monday that 40 houses were destroyed.",
        "b.txt": "Bay Pulse\n\nStorm again\n\n4 May 2021\n\nThe mayor said on Monday that 90 houses were destroyed.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    with wirecopy.open(str(tmp_path / "storm.db")) as account:
        account.read([str(tmp_path)])
        found = [replace(e, checks=(Check("source", "agrees", e.reports[0], "the town gives it"),)) for e in account.entries
                 if e.kind == "figure"]  # fmt: skip
        others = [e for e in account.entries if e.kind != "figure"]
        account.store.write_account([*others, *found], ())
        assert len(found) == 2 and found[0].rivals
        page = Page(TestClient(make_app(account)).get("/figures").text)
    told = [p.content for p in page.all("p", "relation") if "the town gives it" in p.content]
    assert len(told) == 2 and all(words.startswith("agrees held against what it is taken from") for words in told)


def test_the_copy_has_the_pages_of_actors_without_a_form(web_account: OpenAccount, tmp_path: Path) -> None:
    page = Page(write_copy(web_account, tmp_path / "copy.html").read_text(encoding="utf8"))
    ids = {e.attributes["id"] for e in page.elements if "id" in e.attributes}
    had = parts(web_account.entries)
    speakers = {f"said-{e.id}" for e in web_account.actors if e.id in had and had[e.id].statements}
    assert speakers and speakers <= ids
    assert not page.all("form") and {e.attributes["type"] for e in page.all("input")} == {"checkbox"}
