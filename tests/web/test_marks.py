"""Pieces of marked text: nothing lost, nothing doubled, every mark exactly its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirecopy.web.marks import Label, Mark, pieces

spans = st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30)), max_size=12)


@given(st.text(max_size=25), spans, st.lists(st.integers(-3, 30), max_size=5))
def test_joined_pieces_are_the_text_and_each_mark_covers_its_words(
    text: str, places: list[tuple[int, int]], breaks: list[int]
) -> None:
    marks = [Mark(start, end, Label("event", "", key=str(n))) for n, (start, end) in enumerate(places)]
    found = pieces(text, 0, len(text), marks, breaks)
    assert "".join(piece.text for _, piece in found) == text
    for number, (start, end) in enumerate(places):
        covered = "".join(piece.text for _, piece in found if str(number) in piece.keys.split())
        assert covered == (text[max(start, 0) : max(end, 0)] if start < end else "")


@given(st.text(min_size=1, max_size=25), st.lists(st.integers(0, 24), max_size=5))
def test_a_piece_starts_at_every_break(text: str, breaks: list[int]) -> None:
    starts = {start for start, _ in pieces(text, 0, len(text), (), breaks)}
    assert {place for place in breaks if place < len(text)} <= starts


def test_overlap_is_split_and_the_narrowest_mark_comes_first() -> None:
    marks = [Mark(0, 10, Label("statement", "wide")), Mark(4, 12, Label("event", "narrow"))]
    found = [
        (piece.text, [label.title for label in piece.labels]) for _, piece in pieces("0123456789abcd", 0, 14, marks)
    ]
    assert found == [("0123", ["wide"]), ("456789", ["narrow", "wide"]), ("ab", ["narrow"]), ("cd", [])]


@pytest.mark.parametrize(
    ("roles", "look"),
    [
        ((("event", "act"),), "k-event r-act in-event"),
        ((("event", "who"), ("statement", "words")), "k-event r-who in-statement"),
        ((("event", "who"),), "k-event r-who"),
    ],
)
def test_the_look_keeps_the_shade_under_an_underline(roles: tuple[tuple[str, str], ...], look: str) -> None:
    marks = [Mark(0, 3 + n, Label(kind, "", role=role)) for n, (kind, role) in enumerate(roles)]
    assert pieces("abcdefgh", 0, 3, marks)[0][1].look == look
