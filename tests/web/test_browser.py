"""The pages in a real browser: nothing runs, everything is reached by the keyboard, phone and dark screens work."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from starlette.applications import Starlette

import wirecopy
from wirecopy.run.account import OpenAccount
from wirecopy.web.app import make_app
from wirecopy.web.copy import write_copy

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if not Path(CHROMIUM).exists():
        pytest.skip("there is no Chromium on this machine: scripts/chromium.sh installs one")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(web_app: Starlette) -> Iterator[str]:
    """Where the pages are served, for as long as these tests run."""
    yield from served(web_app)


@pytest.fixture(scope="module")
def winter(account: OpenAccount) -> Iterator[str]:
    """Where those of the sample corpus are served: it has series, and a past."""
    yield from served(make_app(account))


def served(app: Starlette) -> Iterator[str]:
    """The address of pages, served until the next turn."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
        assert thread.is_alive(), "the server did not start"
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test for anything that the browser complains about."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    context.close()
    assert not complaints


def test_from_the_briefing_to_the_evidence_and_the_report(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#what-happened a.lead").first.click()
    page.wait_for_url("**/entries/**")
    assert page.locator("blockquote mark").count() > 0
    page.locator(".claim h3 a").first.click()
    page.wait_for_url("**/reports/**")
    assert page.locator(".text mark").count() > 0


def test_hostile_text_never_runs(page: Page, address: str, web_account: OpenAccount) -> None:
    hostile = next(report for report in web_account.reports if "img src" in report.path)
    for path in ("/", f"/reports/{hostile.id}", "/search?q=%3Cscript%3Epwned()%3C/script%3E"):
        page.goto(address + path)
        page.mouse.move(400, 400)
        assert page.evaluate("typeof pwned") == "undefined"
        assert page.locator("main").is_visible()


def test_switches_hide_cuts_and_marks_without_a_script(page: Page, address: str, web_account: OpenAccount) -> None:
    page.goto(f"{address}/reports/{web_account.reports[0].id}")
    cut = page.locator(".text del").first
    assert cut.is_visible()
    assert "line-through" in cut.evaluate("e => getComputedStyle(e).textDecorationLine")
    page.get_by_label("what was cut").uncheck()
    assert not cut.is_visible()
    shaded = page.locator(".text mark.r-act, .text mark.r-words, .text mark.r-figure").first
    before = shaded.evaluate("e => getComputedStyle(e).backgroundColor")
    page.get_by_label("what was found").uncheck()
    assert shaded.evaluate("e => getComputedStyle(e).backgroundColor") != before


def test_the_keyboard_reaches_the_text_first(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_search_without_a_script(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Search").fill("Landsbergis")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Landsbergis")
    assert page.locator("mark.hit").count() > 0


def test_the_timeline_is_filtered_by_its_form(page: Page, winter: str) -> None:
    page.goto(f"{winter}/timeline")
    every = page.locator(".line").count()
    assert page.locator("h2").first.inner_text() == "The story"
    assert "2014" not in page.locator(".date").first.inner_text()
    form = page.get_by_role("form", name="Show only")
    form.get_by_label("Who").fill("Macron")
    form.get_by_label("What").select_option(label="talks")
    form.get_by_label("Status").select_option("happened")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**/timeline?actor=Macron&act=consult&status=happened")
    kept = page.locator(".line")
    assert 0 < kept.count() < every
    assert all("Macron" in words and "talks" in words for words in kept.all_inner_texts())
    assert form.get_by_label("Who").input_value() == "Macron"
    page.get_by_role("link", name="Show all").click()
    page.wait_for_url("**/timeline")
    assert page.locator(".line").count() == every


def test_when_it_happened_stands_left_and_when_it_was_reported_right(page: Page, winter: str) -> None:
    page.goto(f"{winter}/timeline")
    day, words, told = (page.locator(css).first.bounding_box() for css in (".date", ".line .told", ".line .reported"))
    assert day and words and told
    assert day["x"] + day["width"] <= words["x"] < words["x"] + words["width"] <= told["x"]


def test_a_mark_of_a_chart_leads_to_its_entry(page: Page, winter: str) -> None:
    page.goto(f"{winter}/figures")
    mark = page.locator(".chart a.mark").first
    target = mark.get_attribute("href")
    mark.locator("circle, path").first.click()
    page.wait_for_url(f"**{target}")
    assert page.locator("blockquote mark").count() > 0


def test_charts_fill_their_width_and_keep_their_marks_inside(browser: Browser, winter: str) -> None:
    for width in (375, 1280):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(f"{winter}/figures")
        for chart in page.locator("svg.chart[role=img]").all():
            frame = chart.bounding_box()
            assert frame and frame["width"] > 0.8 * min(width, 1054)
            for drawn in chart.locator("a.mark, text").all():
                box = drawn.bounding_box()
                assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, (width, drawn.inner_html())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(f"{winter}/timeline")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()


def test_marks_are_seen_on_light_dark_and_printed_pages(browser: Browser, winter: str) -> None:
    def light(colour: str) -> int:
        return sum(map(int, colour[colour.index("(") + 1 : -1].split(",")[:3]))

    for scheme, medium in (("light", "screen"), ("dark", "screen"), ("dark", "print")):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{winter}/figures")
        page.emulate_media(media=medium, color_scheme=scheme)
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        for css in (".chart a.m-exact circle", ".chart a.conflict .ring", ".chart a.m-least path", ".chart .tick"):
            style = page.locator(css).first.evaluate("e => [getComputedStyle(e).stroke, getComputedStyle(e).fill]")
            strokes = [light(colour) for colour in style if colour != "none"]
            assert max(abs(stroke - light(paper)) for stroke in strokes) > 150, (scheme, medium, css)
        context.close()


def test_the_page_of_figures_is_whole_by_the_keyboard(page: Page, winter: str) -> None:
    page.goto(f"{winter}/figures")
    reached = set(
        page.eval_on_selector_all("a[href]:not([tabindex])", "links => links.map(a => a.getAttribute('href'))")
    )
    marked = set(page.eval_on_selector_all(".chart a.mark", "links => links.map(a => a.getAttribute('href'))"))
    assert marked and marked <= reached, "what a mark leads to, the table leads to as well"


def test_a_phone_never_scrolls_sideways(browser: Browser, address: str, web_account: OpenAccount) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    left, right = (report.id for report in web_account.reports[:2])
    entries = [f"/entries/{entry.id}" for entry in (web_account.changes + web_account.events)[:4]]
    for path in (
        "/",
        f"/compare/{left}/{right}",
        *(f"/reports/{r.id}" for r in web_account.reports),
        *entries,
        "/timeline",
        "/figures",
        "/doctor",
    ):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    context.close()


def test_dark_screens_get_a_dark_page(browser: Browser, address: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    light, dark = (sum(map(int, colour[4:-1].split(","))) for colour in colours)
    assert light > 600 > 150 > dark


def test_the_copy_shows_one_page_at_a_time(page: Page, web_account: OpenAccount, tmp_path: Path) -> None:
    path = write_copy(web_account, tmp_path / "account.html")
    report = web_account.reports[0].id
    page.goto(path.as_uri())
    assert page.locator("#briefing").is_visible()
    assert not page.locator(f"#report-{report}").is_visible()
    page.locator(f'#sources a.title[href="#report-{report}"]').click()
    assert page.locator(f"#report-{report}").is_visible()
    assert not page.locator("#briefing").is_visible()
    for name, part in (("Timeline", "timeline"), ("Figures", "figures-series")):
        page.locator(".masthead a", has_text=name).click()
        assert page.locator(f"#{part}").is_visible() and not page.locator("#briefing").is_visible()
    page.locator(".masthead a", has_text="Sources").click()
    assert page.locator("#sources").is_visible()
    assert not page.locator(f"#report-{report}").is_visible()


@pytest.fixture
def port(tmp_path: Path) -> Iterator[tuple[str, OpenAccount]]:
    """Pages that take corrections, and their account: it is written to, so that it is each test's own."""
    texts = {
        "a.txt": "Bay Pulse\n\n3 May 2021\n\nHarbour minister Mara Selin said on Monday that the port would close.",
        "b.txt": "Coast Ledger\n\n4 May 2021\n\nMargit Selin told reporters on Tuesday that the port was safe.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    with wirecopy.open(str(tmp_path / "port.db")) as account:
        account.read([str(tmp_path / name) for name in texts])
        for address in served(make_app(account, open_to_correction=True, analyst="Kim")):
            yield address, account


def test_who_is_who_is_corrected_and_taken_back_by_forms(page: Page, port: tuple[str, OpenAccount]) -> None:
    address, account = port
    page.goto(f"{address}/entries/person:margit-selin")
    form = page.get_by_role("form", name="Correct who this is")
    form.get_by_label("Whom").fill("Mara Selin")
    form.get_by_label("Why").fill("a slip of the pen")
    assert form.get_by_label("Who says so").input_value() == "Kim"
    form.get_by_role("button", name="Decide").click()
    page.wait_for_url("**/entries/person%3Amara-selin#*")
    assert page.locator("h1").inner_text() == "Mara Selin"
    decided = page.locator(".decisions .judgements li").first
    assert "Margit Selin" in decided.inner_text() and "a slip of the pen" in decided.inner_text()
    assert [made.by for made in account.decisions] == ["analyst:Kim"]
    decided.get_by_label("Why it no longer holds").fill("they are sisters")
    decided.get_by_role("button", name="Take back").click()
    page.wait_for_load_state()
    assert page.locator(".decisions .badge").inner_text() == "taken back"
    assert not account.decisions
    assert page.get_by_role("button", name="Take back").count() == 0


def test_what_is_lacking_is_told_before_and_after_it_is_sent(browser: Browser, port: tuple[str, OpenAccount]) -> None:
    address, account = port
    context = browser.new_context()  # the browser itself complains about an answer that is an error
    page = context.new_page()
    page.goto(f"{address}/entries/person:margit-selin")
    form = page.get_by_role("form", name="Correct who this is")
    form.get_by_label("Whom").fill("Nobody Anybody Knows")
    form.get_by_role("button", name="Decide").click()
    assert page.evaluate("location.pathname").startswith("/entries/"), "without a reason the form is not sent"
    form.get_by_label("Why").fill("a guess")
    form.get_by_role("button", name="Decide").click()
    page.wait_for_url("**/decide/**")
    alert = page.get_by_role("alert")
    assert "no report names 'Nobody Anybody Knows'" in alert.inner_text()
    box = alert.bounding_box()
    assert box and 0 <= box["y"] < 720, "what was wrong is on the screen"
    assert form.get_by_label("Whom").input_value() == "Nobody Anybody Knows"
    assert form.get_by_label("Why").input_value() == "a guess"
    assert not account.decisions
    context.close()


def test_a_form_on_a_page_from_elsewhere_decides_nothing(browser: Browser, port: tuple[str, OpenAccount]) -> None:
    address, account = port
    context = browser.new_context()
    page = context.new_page()
    fields = "".join(
        f'<input name="{name}" value="{value}">'
        for name, value in (("verdict", "yes"), ("other", "person:mara-selin"), ("because", "evil"))
    )
    html = f'<form method="post" action="{address}/decide/person:margit-selin">{fields}<button>Win</button></form>'
    page.route("http://evil.test/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("http://evil.test/")
    page.get_by_role("button", name="Win").click()
    page.wait_for_url("**/decide/**")
    assert page.locator("h1").inner_text() == "Refused"
    assert not account.decisions
    context.close()


def test_a_name_leads_to_its_paragraph(page: Page, winter: str) -> None:
    page.goto(f"{winter}/entries/jens-stoltenberg")
    page.locator("table.found a").first.click()
    page.wait_for_url("**/reports/**#p-*")
    target = page.locator(":target")
    assert "Stoltenberg" in target.inner_text()
    box = target.bounding_box()
    assert box and 0 <= box["y"] < 900, "it is on the screen"


def test_wordings_stand_side_by_side_on_a_screen_and_below_each_other_on_a_phone(browser: Browser, winter: str) -> None:
    for width, beside in ((1280, True), (375, False)):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(f"{winter}/said/joe-biden")
        first, second = (page.locator(".wordings.several").first.locator(".wording").nth(n) for n in (0, 1))
        left, right = first.bounding_box(), second.bounding_box()
        assert left and right and (right["x"] > left["x"] + left["width"] - 1) == beside
        assert (right["y"] >= left["y"] + left["height"] - 1) != beside
        for path in ("/said/joe-biden", "/entries/joe-biden", "/entries/USA", "/people"):
            page.goto(winter + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        context.close()


def test_what_is_printed_has_no_form(browser: Browser, port: tuple[str, OpenAccount]) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{port[0]}/entries/person:mara-selin")
    assert page.locator("form.decide").first.is_visible()
    page.emulate_media(media="print")
    assert not page.locator("form.decide").first.is_visible()
    assert page.locator("table.found").first.is_visible()
    context.close()
