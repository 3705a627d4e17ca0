"""Web pages: what is article, what the markup states, and pages that are made to hurt."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import wirecopy
from wirecopy.documents import NotText, documents_in, html
from wirecopy.documents.child import Child, Lost
from wirecopy.model import Report, Stated
from wirecopy.notes import Notes
from wirecopy.reports import report_of
from wirecopy.views.exports.jsonl import export

PARAGRAPHS = (
    "KIRVAN, Dec. 9 - The foreign ministers of Ostria and Velland met on Thursday in the old customs house and spoke for three "
    "hours, their first meeting since the border was closed in the spring.",
    "“We don’t want a war,” the Ostrian minister, Kari Vik, told reporters. She said that 12,000 soldiers had been counted "
    "near the river, and that her government would answer any crossing with sanctions.",
    "Velland denied the figure. Its spokesman said the troops were on a planned exercise and would return to their barracks "
    "before the end of the month.",
)
HEADLINE = "Ministers meet in Kirvan as troops gather at the river"
JUNK = (
    "Home World Sport",
    "We use cookies",
    "Sign up to our newsletter",
    "You may also like",
    "Great article!",
    "All rights",
)


def page(head: str = "", body: str = "", headline: str = f"<h1>{HEADLINE}</h1>") -> str:
    """A page of an outlet with all that stands around an article."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="en"><head><title>{HEADLINE} | The Kirvan Courier</title>{head}</head><body>
    <nav class="menu"><ul><li><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></li></ul></nav>
    <div id="cookie-banner" class="cookie-consent"><p>We use cookies to make this site better for you.</p></div>
    <main><article>{headline}{body}{paragraphs}</article></main>
    <div class="newsletter-signup"><form><p>Sign up to our newsletter</p><input name="mail"></form></div>
    <aside class="related"><h3>You may also like</h3><ul><li><a href="/a">Ten bridges to see</a></li></ul></aside>
    <section id="comments" class="comments"><div class="comment"><p>Great article! I have been saying this for years and nobody
    ever listened to me, until now.</p></div></section>
    <footer><p>© The Kirvan Courier. All rights reserved. Contact us, terms, privacy.</p></footer></body></html>"""


@pytest.fixture(autouse=True, scope="module")
def _child() -> Iterator[None]:
    yield
    html.close()


def stated(head: str = "", body: str = "", headline: str = f"<h1>{HEADLINE}</h1>") -> Stated:
    return html.decode(page(head, body, headline).encode()).stated


def report(markup: str, notes: Notes | None = None) -> Report:
    from wirecopy.documents import document_of

    raw = markup.encode()
    decoded = html.decode(raw)
    return report_of(document_of("a.html", raw, "text/html"), decoded.text, notes or Notes("a.html"), decoded.stated)


# ---- text
def test_the_article_is_taken_and_nothing_else() -> None:
    assert html.decode(page().encode()).text == "\n\n".join((HEADLINE, *PARAGRAPHS))


@pytest.mark.parametrize("junk", JUNK)
def test_what_stands_around_the_article_is_left_out(junk: str) -> None:
    assert junk.split()[0] in page()
    assert junk not in html.decode(page().encode()).text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Caf&eacute; &amp; bar &mdash; &#8220;open&#8221;", "Café & bar — “open”"),
        ("5 &lt; 6 and &nbsp;6 &gt; 5", "5 < 6 and 6 > 5"),
        ("The <b>min</b>ister <a href='/x'>said</a> so.", "The minister said so."),
        ("&lt;script&gt;alert(1)&lt;/script&gt; was in the mail.", "<script>alert(1)</script> was in the mail."),
    ],
)
def test_entities_and_inline_tags(markup: str, text: str) -> None:
    assert text in html.decode(page(body=f"<p>{markup} The rest of this paragraph is long enough.</p>").encode()).text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="windows-1252">', "utf-8"),
        ('<meta charset="punycode">', "cp1252"),
        ("", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    decoded = html.decode(page(declared).encode(encoding))
    assert "“We don’t want a war,”" in decoded.text


def test_another_encoding_is_read_where_it_is_declared() -> None:
    cyrillic = page('<meta charset="koi8-r">', "<p>Министр сказал, что войны не будет, и уехал в столицу.</p>")
    raw = cyrillic.translate({ord("’"): "'", ord("“"): '"', ord("”"): '"'}).encode("koi8-r", "replace")
    decoded = html.decode(raw)
    assert "Министр сказал" in decoded.text
    assert decoded.encoding == "koi8-r"


def test_a_page_without_article_gives_its_paragraphs_or_fails() -> None:
    assert "Bridge closed" in html.decode(b"<html><body><div>Bridge closed until noon</div></body></html>").text
    for empty in ("<html><body><script>fetch('/story')</script></body></html>", "<!-- -->", "<html></html>"):
        with pytest.raises(NotText, match="no text was found"):
            html.decode(empty.encode())


# ---- what the markup states
def test_headline_outlet_byline_and_address() -> None:
    found = stated(
        '<meta property="og:site_name" content="The Kirvan Courier"><meta name="author" content="Ann Lee">'
        '<link rel="canonical" href="https://courier.example/2021/12/ministers">'
    )
    address = "https://courier.example/2021/12/ministers"
    assert found == Stated(HEADLINE, "The Kirvan Courier", "Ann Lee", None, address)


@pytest.mark.parametrize(
    ("head", "headline", "shown"),
    [
        ("", f"<h1>{HEADLINE}</h1>", HEADLINE),
        (f'<meta property="og:title" content="Live: {HEADLINE}">', f"<h1>Courier</h1><h2>{HEADLINE}</h2>", HEADLINE),
        ('<meta property="og:title" content="Is it war?">', f"<h1>{HEADLINE}</h1>", HEADLINE),
        # A short line above another is a label, and one with a full stop a sentence, where no markup says otherwise.
        (
            '<meta property="og:title" content="Talks stall">',
            "<h1>Talks stall</h1><h2>Three hours in Kirvan</h2>",
            "Talks stall",
        ),
        ("", "<h1>They met. Nothing came of it.</h1>", "They met. Nothing came of it."),
    ],
)
def test_the_headline_is_the_one_shown_and_the_first_line(head: str, headline: str, shown: str) -> None:
    found = report(page(head, "", headline))
    assert found.headline == shown
    assert found.text.startswith(f"{shown}\n\n")
    assert found.text.count(shown) == 1
    assert [block.kind for block in found.blocks][:1] == ["headline"]


def test_a_headline_that_is_not_shown_is_not_put_into_the_text() -> None:
    found = report(page(f'<meta property="og:title" content="{HEADLINE}">', "", ""))
    assert found.headline == HEADLINE
    assert HEADLINE not in found.text


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (LD.format('{"@type": "NewsArticle", "dateModified": "2021-12-11", "datePublished": "2021-12-09T10:00:00Z"}'), "",
         "2021-12-09"),
        (LD.format('{"@graph": [{"@type": "WebPage"}, {"@type": "Article", "datePublished": "2021-12-09"}]}'), "",
         "2021-12-09"),
        (LD.format('{"@type": "NewsArticle", "datePublished": "2021-12-09", broken'), "", "2021-12-09"),
        ('<meta property="article:published_time" content="2021-12-09T23:30:00-05:00">', "", "2021-12-09"),
        ('<meta property="article:modified_time" content="2021-12-11"><meta name="date" content="9 December 2021">', "",
         "2021-12-09"),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00Z"><meta name="date" content="2021-12-09">',
         "", "2021-12-09"),
        ("", '<time datetime="2021-12-09T08:00">an hour ago</time>', "2021-12-09"),
        ('<meta property="article:published_time" content="2021-12">', "", None),
        ('<meta property="article:modified_time" content="2021-12-11">', "", None),
        ("", "<aside><time datetime='2019-01-01'>1 January</time></aside>", None),
        ("", "", None),
    ],
)  # fmt: skip
def test_the_date_of_publication(head: str, body: str, day: str | None) -> None:
    published = report(page(head, body)).published
    assert (published and published.value) == day
    assert published is None or published.basis == "stated"


@pytest.mark.parametrize(
    ("shown", "day", "noted"),
    [
        ("Published: December 9, 2021", "2021-12-09", False),  # markup in UTC: the newsroom's own day is the one shown
        ("Updated: December 20, 2021", "2021-12-10", True),
        ("Published: 10/12/2021", "2021-12-10", False),  # the markup decides between its two readings
    ],
)
def test_where_text_and_markup_give_other_days(shown: str, day: str, noted: bool) -> None:
    notes = Notes("a.html")
    head = '<meta property="article:published_time" content="2021-12-10T01:30:00Z">'
    published = report(page(head, f"<p>{shown}</p>"), notes).published
    assert published and (published.value, published.basis) == (day, "stated")
    assert any("the markup states" in line.message for line in notes.lines) == noted


# ---- pages that are made to hurt
MANY = "<html><body><p " + " ".join(f'a{n}="x"' for n in range(60_000)) + ">The ministers met.</p></body></html>"
BREAKS = [("time", {"seconds": 1}, "more than 1 s"), ("memory", {"memory": 300_000_000}, "of memory|XMLSyntaxError")]


@pytest.mark.parametrize(("limit", "limits", "why"), BREAKS, ids=[case[0] for case in BREAKS])
def test_a_page_that_passes_a_limit_is_lost_and_the_next_is_read(limit: str, limits: dict[str, int], why: str) -> None:
    child = Child("wirecopy.documents.page", **limits)
    with pytest.raises(Lost, match=why):
        child.ask(MANY if limit == "time" else "<p>The ministers met in town.</p>" * 300_000)
    assert HEADLINE in child.ask(page())["text"]
    child.close()


def test_tags_that_are_nested_too_deep_are_noted() -> None:
    with pytest.raises(NotText, match="nested too deep"):
        html.decode(b"<html><body>" + b"<div>" * 10_000 + b"The ministers met.")
    # Pages that never close a tag are read all the same.
    assert PARAGRAPHS[-1] in html.decode(page(body="<span><font>" * 400).encode()).text


def test_binary_under_the_name_of_a_page_is_refused() -> None:
    with pytest.raises(NotText):
        html.decode(bytes(range(256)) * 10)


def test_the_child_ends_with_the_reading(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), encoding="utf8")
    reading = documents_in([tmp_path], Notes())
    next(reading)
    process = html._child._process
    assert process is not None and process.poll() is None
    assert list(reading) == []
    assert process.poll() is not None


# ---- all the way
def test_pages_in_an_account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_child", Child("wirecopy.documents.page", seconds=2))
    pages: dict[str, str | Callable[[], str]] = {
        "a.html": page('<meta property="article:published_time" content="2021-12-09">', "<p>Advertisement</p>"),
        "b.htm": MANY,
        "c.html": "<html><body><script>x()</script></body></html>",
    }
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, markup in pages.items():
        (folder / name).write_text(str(markup), encoding="utf8")
    with wirecopy.open(str(tmp_path / "account.db")) as account:
        summary = account.read(str(folder))
        assert (summary.read, summary.known, summary.failed) == (1, 0, 2)
        errors = {note.source: note.message for note in account.notes if note.level == "error"}
        assert "more than 2 s" in errors["b.htm"] and "save it as" in errors["b.htm"]
        assert "no text was found" in errors["c.html"]
        (line,) = account.reports
        assert account.store.document(line.report.document_id).raw == (folder / "a.html").read_bytes()
        assert account.store.document(line.report.document_id).media_type == "text/html"
        before = export(account, tmp_path / "first")
        assert account.read(str(folder / "a.html")).known == 1
        after = export(account, tmp_path / "second")
        assert [path.read_bytes() for path in before] == [path.read_bytes() for path in after]
    rows = 0
    for path in before:
        for row in map(json.loads, path.read_text(encoding="utf8").splitlines()):
            for piece in (*row.get("evidence", ()), *row.get("cuts", ())):
                assert (piece["document_start"], piece["document_end"]) == (None, None)
                rows += 1
    assert rows > 5
