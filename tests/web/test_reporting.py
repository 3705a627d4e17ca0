"""The report's page: every mark on its words, every cut at its place, no word lost."""

from __future__ import annotations

from html_page import Page
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from wirecopy.documents.decode import decode
from wirecopy.model import Block, Cut, Report, Stretch
from wirecopy.run.account import OpenAccount
from wirecopy.web.marks import Label, Mark
from wirecopy.web.reporting import MARKED, clean_place, layout


def marked_letters(page: Page) -> list[tuple[str, frozenset[str]]]:
    """The letters of a report's page with the entries that mark them; cuts, rules and spaces left out."""
    found = []
    for words, around in page.runs:
        classes = [e.attributes.get("class", "") for e in around]
        if "text" not in classes or "rule" in classes or any(e.tag == "del" for e in around):
            continue
        keys = frozenset(" ".join(e.attributes.get("data-entries", "") for e in around).split())
        found += [(letter, keys) for letter in words if not letter.isspace()]
    return found


def test_marks_cover_exactly_the_evidence(web: TestClient, web_account: OpenAccount) -> None:
    for report in web_account.reports:
        marks = [
            (entry.id, piece.span)
            for entry in web_account.entries
            if entry.kind in MARKED
            for piece in entry.evidence
            if piece.span.report_id == report.id
        ]
        expected = [
            (letter, frozenset(key for key, span in marks if span.start <= place < span.end))
            for place, letter in enumerate(report.text)
            if not letter.isspace()
        ]
        assert marked_letters(Page(web.get(f"/reports/{report.id}").text)) == expected
    assert any(entry.kind in MARKED for entry in web_account.entries)


def test_a_mark_has_a_title_and_leads_to_its_entry(web: TestClient, web_account: OpenAccount) -> None:
    known = {entry.id for entry in web_account.entries}
    page = Page(web.get(f"/reports/{web_account.reports[0].id}").text)
    text = page.all("div", "text")
    assert text and page.all("mark")
    for mark in page.all("mark"):
        assert mark.attributes["title"]
        assert set(mark.attributes["data-entries"].split()) <= known


def test_every_cut_is_struck_through_with_its_rule(web: TestClient, web_account: OpenAccount) -> None:
    assert web_account.reports[0].report.cuts, "the first report has residue"
    for report in web_account.reports:
        plain = decode(web_account.store.document(report.report.document_id).raw).text
        page = Page(web.get(f"/reports/{report.id}").text)
        struck = [(e.content, e.attributes["title"]) for e in page.all("del")]
        expected = [(plain[cut.start : cut.end], f"cut by the rule: {cut.rule}") for cut in report.report.cuts]
        assert sorted(struck) == sorted(expected)


def test_cuts_stand_where_they_stood(web: TestClient, web_account: OpenAccount) -> None:
    """The page's words, cuts among them, are the document's words in the document's order."""
    for report in web_account.reports:
        plain = decode(web_account.store.document(report.report.document_id).raw).text
        page = Page(web.get(f"/reports/{report.id}").text)
        shown = "".join(
            words
            for words, around in page.runs
            if any(e.attributes.get("class") == "text" for e in around)
            and not any(e.attributes.get("class") == "rule" for e in around)
        )
        assert letters(shown) == letters(plain)


def letters(text: str) -> str:
    """Letters and digits: mending may change a quotation mark or a space, never these."""
    return "".join(letter for letter in text if letter.isalnum())


@given(st.data())
def test_layout_loses_and_doubles_nothing(data: st.DataObject) -> None:
    text = data.draw(st.text("ab \n", min_size=1, max_size=30))
    places = st.integers(0, len(text))
    edges = sorted(data.draw(st.lists(places, max_size=6, unique=True)))
    blocks = tuple(Block(a, b, "paragraph") for a, b in zip(edges[::2], edges[1::2], strict=False))
    spots = sorted(data.draw(st.lists(places, max_size=4)))
    cuts = [(place, Cut(n, n + 1, f"rule {n}"), f"cut {n}") for n, place in enumerate(spots)]
    ends = data.draw(st.lists(st.tuples(places, places), max_size=4))
    marks = [Mark(a, b, Label("event", "", key="e")) for a, b in ends]
    report = Report("r-1", "d-1", "a.txt", text, (), (Stretch(0, 0, len(text)),), blocks)
    pieces = [piece for paragraph in layout(report, marks, cuts) for piece in paragraph.pieces]
    shown = "".join(piece.text for piece in pieces if not piece.rule)
    assert shown.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
    assert [piece.text for piece in pieces if piece.rule] == [words for *_, words in cuts]


def test_a_cut_stands_in_its_line_or_between_the_lines() -> None:
    text = "Head\n\nOne two three."
    report = Report("r-1", "d-1", "a.txt", text, (), (), (Block(0, 4, "headline"), Block(6, 20, "paragraph")))
    cuts = [
        (place, Cut(0, 0, "ad"), words)
        for place, words in ((0, "first"), (5, "between"), (10, "inside "), (20, "last"))
    ]
    found = [(line.kind, [("~" if p.rule else "") + p.text for p in line.pieces]) for line in layout(report, (), cuts)]
    assert found == [
        ("cut", ["~first"]),
        ("headline", ["Head"]),
        ("cut", ["~between"]),
        ("paragraph", ["One ", "~inside ", "two three."]),
        ("cut", ["~last"]),
    ]


def test_clean_place() -> None:
    """Document "AAAxxxBBB" of which xxx was cut: the cut stands behind the As, a place in the Bs keeps its distance."""
    stretches = [Stretch(0, 2, 3), Stretch(3, 8, 3)]
    starts = [stretch.document_start for stretch in stretches]
    assert [clean_place(stretches, starts, place) for place in (0, 2, 4, 5, 6, 8, 9, 99)] == [0, 0, 2, 3, 3, 3, 4, 6]


def test_a_report_without_claims_or_blocks_is_shown(web: TestClient, web_account: OpenAccount) -> None:
    arabic = web_account.reports[-1]
    page = Page(web.get(f"/reports/{arabic.id}").text)
    paragraphs = [e for e in page.all("p") if "رئيس" in e.content]
    assert paragraphs and all(e.attributes["dir"] == "auto" for e in paragraphs)
    assert arabic.language in [e.attributes.get("lang") for e in page.all("div", "text")]
