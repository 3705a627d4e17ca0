"""The pages of the timeline and of the figures: both days of each line, filters, charts with their tables."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from html_page import Element, Page
from starlette.testclient import TestClient

from wirecopy.account.describe import moment_text
from wirecopy.model import Event
from wirecopy.run.account import OpenAccount
from wirecopy.views.lineage import lineage
from wirecopy.views.series import figure_of, moment_of, series_of
from wirecopy.views.times import reported
from wirecopy.web.app import make_app
from wirecopy.web.figures import draw
from wirecopy.web.links import Links
from wirecopy.web.snapshot import Snapshot


@pytest.fixture(scope="module")
def winter(account: OpenAccount) -> TestClient:
    """The pages of the sample corpus."""
    return TestClient(make_app(account))


def shown_ids(page: Page, kind: str = "ev-") -> list[str]:
    """The entries of a page in their order."""
    found = [a.attributes["href"].removeprefix("/entries/") for a in page.all("a", "lead")]
    return [entry for entry in found if entry.startswith(kind)]


def heading_of(page: Page, entry: str) -> str:
    """The day, or the part, under which an entry stands."""
    heading = ""
    for element in page.elements:
        heading = element.content if element.tag in ("h2", "h3") else heading
        leads = "lead" in (element.attributes.get("class") or "").split()
        if leads and element.attributes.get("href") == f"/entries/{entry}":
            return heading
    raise AssertionError(entry)


def test_every_event_has_both_of_its_days(winter: TestClient, account: OpenAccount) -> None:
    page = Page(winter.get("/timeline").text)
    published = lineage(account).published
    ids = shown_ids(page)
    assert sorted(ids) == sorted(entry.id for entry in account.events)
    told = dict(zip(ids, (e.content for e in page.all("span", "reported")), strict=True))
    for entry in account.events:
        assert told[entry.id] == reported(entry, published)
        when = entry.value.when if isinstance(entry.value, Event) else None
        if when is not None and hasattr(when, "earliest") and (when.earliest or when.latest):
            assert heading_of(page, entry.id) == moment_text(when)


def test_the_background_does_not_open_the_page(winter: TestClient, account: OpenAccount) -> None:
    page = Page(winter.get("/timeline").text)
    assert [e.content for e in page.all("h2")] == ["The story", "No date", "Before the story"]
    historical = {e.id for e in account.events if isinstance(e.value, Event) and e.value.status == "historical"}
    first = shown_ids(page)[: len(account.events) // 2]
    assert historical and not historical & set(first)


def selected(page: Page, name: str) -> list[str]:
    """The chosen option of a list of the form."""
    at = next(n for n, e in enumerate(page.elements) if e.tag == "select" and e.attributes["name"] == name)
    options: list[Element] = []
    for element in page.elements[at + 1 :]:
        if element.tag != "option":
            break
        options.append(element)
    return [e.attributes["value"] for e in options if "selected" in e.attributes]


def test_filters_work_by_the_address_alone(winter: TestClient, account: OpenAccount) -> None:
    every = {entry.id: entry.value for entry in account.events if isinstance(entry.value, Event)}
    page = Page(winter.get("/timeline?actor=putin&act=consult&status=happened").text)
    kept = [every[entry] for entry in shown_ids(page)]
    assert 0 < len(kept) < len(every)
    for event in kept:
        assert (event.act, event.status) == ("CONSULT", "happened")
        assert any(actor.name == "Vladimir Putin" for actor in event.who + event.whom + event.said_by)
    assert selected(page, "act") == ["consult"] and selected(page, "status") == ["happened"]
    (field,) = [e for e in page.all("input") if e.attributes.get("name") == "actor"]
    assert field.attributes["value"] == "putin"
    (form,) = page.all("form", "filters")
    assert form.attributes["method"] == "get" and form.attributes["action"] == "/timeline"


def test_a_filter_survives_the_turning_of_pages(winter: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirecopy.web.paging.PAGE", 3)
    page = Page(winter.get("/timeline?status=scheduled").text)
    links = [a.attributes["href"] for a in page.all("a") if "page=" in a.attributes["href"]]
    assert links and all("status=scheduled" in link for link in links)


def test_a_filter_that_nothing_fits_says_so_and_is_escaped(winter: TestClient) -> None:
    response = winter.get('/timeline?actor="><script>pwned()</script>&act=zzz')
    page = Page(response.text)
    assert response.status_code == 200 and not page.all("script")
    assert "No event is all of that" in response.text and not shown_ids(page)


def test_every_figure_is_on_the_page_once(winter: TestClient, account: OpenAccount) -> None:
    page = Page(winter.get("/figures").text)
    assert sorted(shown_ids(page, "fi-")) == sorted(entry.id for entry in account.figures)


def test_a_series_has_a_chart_and_the_same_values_in_a_table(winter: TestClient, account: OpenAccount) -> None:
    page = Page(winter.get("/figures").text)
    several = [s for s in series_of(account.figures, lineage(account).published) if len(s.entries) > 1]
    sections = [e.attributes["id"] for e in page.all("section", "series")]
    assert sections == [f"series-{series.id}" for series in several] and len(several) > 3
    assert len(page.all("table", "values")) == len(several)
    charts = [e for e in page.all("svg", "chart") if e.attributes.get("role") == "img"]
    assert 0 < len(charts) <= len(several)
    rows = {e.attributes["id"].removeprefix("value-") for e in page.all("tr") if "id" in e.attributes}
    assert rows == {entry.id for series in several for entry in series.entries}
    marks = {a.attributes["href"].removeprefix("/entries/") for a in page.all("a", "mark")}
    assert marks and marks <= rows
    for chart in charts:
        assert re.search(r"\d", chart.content), "the description tells the values"


def test_conflicts_are_told_by_shape_and_in_words(winter: TestClient, account: OpenAccount) -> None:
    page = Page(winter.get("/figures").text)
    contested = {e.id for e in account.figures if any(r.relation in ("disagrees", "garbled") for r in e.relations)}
    ringed = {a.attributes["href"].removeprefix("/entries/") for a in page.all("a", "conflict")}
    assert ringed and ringed <= contested
    assert len(page.all("circle", "ring")) == len(ringed) + 1  # and the one of the legend
    assert "disagrees" in {badge.content for badge in page.all("span", "badge")}


def test_a_series_says_how_many_of_its_values_have_no_day_with_or_without_a_chart(account: OpenAccount) -> None:
    snapshot = Snapshot(account)
    found = series_of(snapshot.figures, snapshot.lineage.published)
    longest = max(found, key=lambda one: len(one.entries))
    head, *rest = longest.entries
    dayless = replace(head, value=replace(figure_of(head), as_of=None), reports=())  # of reports without a date
    found = (*found, longest._replace(entries=(dayless, *rest)))
    shown = [(one, draw(snapshot, one, Links(live=True))) for one in found]
    assert {drawn.chart is None for _, drawn in shown} == {True, False}
    assert shown[-1][1].left_out == 1
    for one, drawn in shown:
        without = [entry for entry in one.entries if not moment_of(entry, snapshot.lineage.published)]
        assert drawn.left_out == len(without), drawn.heading
        assert drawn.chart is None or len(drawn.chart.marks) == len(one.entries) - len(without)
