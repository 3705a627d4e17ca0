"""Two copies side by side: rewording quiet, changes loud, gaps shown, no word lost."""

from __future__ import annotations

import re

from html_page import Page
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from wirecopy.model import Change, Comparison, Pair, Report, Span, Stretch
from wirecopy.run.account import OpenAccount
from wirecopy.web.marks import Piece
from wirecopy.web.side_by_side import gaps, groups, rows, turned

LEFT = "The mayor said 40 boats left.\n\nNobody saw them.\n\nThe harbour is shut."
RIGHT = "The mayor told us 60 boats left.\n\nThe harbour stays shut.\n\nFishermen are angry."


def report(key: str, text: str) -> Report:
    return Report(key, f"d-{key}", f"{key}.txt", text, (), (Stretch(0, 0, len(text)),), ())


def span(key: str, text: str, words: str) -> Span:
    return Span(key, text.index(words), text.index(words) + len(words))


CHANGE = Change("number", "40", "60", span("l", LEFT, "40"), span("r", RIGHT, "60"), "another number", "left")
COMPARISON = Comparison(
    "l", "r", "rewrite", 0.7,
    (Pair(span("l", LEFT, "The mayor said 40 boats left."), span("r", RIGHT, "The mayor told us 60 boats left."), 0.8),
     Pair(span("l", LEFT, "The harbour is shut."), span("r", RIGHT, "The harbour stays shut."), 0.8)),
    (CHANGE,), "",
)  # fmt: skip


def look(pieces: tuple[Piece, ...] | None) -> list[tuple[str, str]] | None:
    """The marked words with the kind of their first mark."""
    return None if pieces is None else [(piece.text.strip(), piece.labels[0].kind) for piece in pieces if piece.labels]


def test_rewording_is_told_from_change_and_from_what_is_missing() -> None:
    table = rows(report("l", LEFT), report("r", RIGHT), COMPARISON)
    assert [(look(row.left), look(row.right), row.changes) for row in table] == [
        ([("said", "reworded"), ("40", "change")], [("told us", "reworded"), ("60", "change")], (1,)),
        ([], None, ()),
        ([("is", "reworded")], [("stays", "reworded")], ()),
        (None, [], ()),
    ]


def test_turned_exchanges_the_sides_and_back() -> None:
    dropped = Change("dropped", "Nobody", None, span("l", LEFT, "Nobody"), None)
    both = Comparison("l", "r", "rewrite", 0.7, COMPARISON.sentences, (CHANGE, dropped), "")
    assert [(c.kind, c.left, c.right) for c in turned(both).changes] == [
        ("number", "60", "40"),
        ("added", None, "Nobody"),
    ]
    assert [c.original for c in turned(both).changes] == ["right", None]
    assert turned(turned(both)) == both


def test_a_split_sentence_makes_one_row() -> None:
    whole, first, second = Span("l", 0, 40), Span("r", 0, 18), Span("r", 19, 40)
    assert [(g.left, g.right) for g in groups([Pair(whole, first, 0.6), Pair(whole, second, 0.5)])] == [
        (((0, 40),), ((0, 18), (19, 40)))
    ]


def test_a_sentence_that_was_moved_is_said_to_be() -> None:
    left, right = "One came first. Two came then.", "Two came then. One came first."
    pairs = (Pair(Span("l", 0, 15), Span("r", 15, 30), 1.0), Pair(Span("l", 16, 30), Span("r", 0, 14), 1.0))
    table = rows(report("l", left), report("r", right), Comparison("l", "r", "rewrite", 1.0, pairs, (), ""))
    assert [row.moved for row in table] == [False, True]


@given(st.text("ab. \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_gaps_are_the_words_that_nothing_covers(text: str, taken: list[tuple[int, int]]) -> None:
    taken = [(start, end) for start, end in taken if start < end <= len(text)]
    covered = {place for start, end in [*taken, *gaps(text, taken)] for place in range(start, end)}
    assert all(place in covered for place, letter in enumerate(text) if letter.isalpha())
    inside = {place for start, end in taken for place in range(start, end)}
    assert not inside & {place for start, end in gaps(text, taken) for place in range(start, end)}


def test_the_page_shows_both_reports_whole(web: TestClient, web_account: OpenAccount) -> None:
    left, right = web_account.reports[:2]
    page = Page(web.get(f"/compare/{left.id}/{right.id}").text)
    cells = [
        cell
        for cell in page.all("td")
        if "colspan" not in cell.attributes and "gap" not in cell.attributes.get("class", "")
    ]
    shown = re.sub(r"\W", "", "".join(cell.content for cell in cells))
    for one in (left, right):
        for paragraph in filter(None, one.text.split("\n")):
            assert all(re.sub(r"\W", "", sentence) in shown for sentence in paragraph.split(". "))


def test_changes_are_loud_and_give_their_reasons(web: TestClient, web_account: OpenAccount) -> None:
    comparison = next(c for c in web_account.store.comparisons() if c.changes)
    html = web.get(f"/compare/{comparison.left}/{comparison.right}").text
    page = Page(html)
    assert len(page.all("p", "change")) == len(comparison.changes)
    loud = "".join(mark.content for mark in page.all("mark", "loud"))
    for change in comparison.changes:
        for words in filter(None, (change.left, change.right)):
            assert re.sub(r"\s+", "", words) in re.sub(r"\s+", "", "".join(e.content for e in page.all("p", "change")))
    assert loud
    assert page.all("span", "reworded")


def test_any_two_reports_can_be_compared_and_either_way_round(web: TestClient, web_account: OpenAccount) -> None:
    one, other = web_account.reports[0].id, web_account.reports[2].id
    assert "were compared just now" in web.get(f"/compare/{one}/{other}").text
    comparison = next(c for c in web_account.store.comparisons() if c.changes)
    ways = [
        web.get(f"/compare/{a}/{b}").text
        for a, b in ((comparison.left, comparison.right), (comparison.right, comparison.left))
    ]
    assert [html.count('class="change"') for html in ways] == [len(comparison.changes)] * 2


def test_the_page_says_which_is_the_original_and_why(web: TestClient, web_account: OpenAccount) -> None:
    one, other = web_account.reports[:2]
    (told,) = Page(web.get(f"/compare/{one.id}/{other.id}").text).all("p", "direction")
    assert told.content == "which is the original is unknown: neither tells where it comes from."
    family = web.get(f"/entries/{one.family}").text
    assert "Which is the original" in family and "neither tells where it comes from" in family
    assert not Page(web.get(f"/compare/{one.id}/{web_account.reports[2].id}").text).all("p", "direction")
