"""Moments in words: no sharper than they are."""

from __future__ import annotations

import pytest

from wirecopy.account.describe import figure_text, listed, moment_text
from wirecopy.model import Figure, Moment


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "words"),
    [
        ("2021-12-07", "2021-12-07", "2021-12-07", "7 December 2021"),
        ("2021-12-09TAF", "2021-12-09", "2021-12-09", "9 December 2021, afternoon"),
        ("2021-12", "2021-12-01", "2021-12-31", "December 2021"),
        ("2021-12", "2021-12-09", "2021-12-10", "between 9 and 10 December 2021"),
        ("2021", "2021-11-02", "2021-12-31", "between 2 November and 31 December 2021"),
        ("XXXX", "2021-12-30", "2022-01-02", "between 30 December 2021 and 2 January 2022"),
        ("2021", "2021-01-01", "2021-12-31", "2021"),
        ("XXXX", "2021-12-09", None, "from 9 December 2021 on"),
        ("XXXX", None, "2021-12-09", "by 9 December 2021"),
    ],
)
def test_moment_text(value: str, earliest: str | None, latest: str | None, words: str) -> None:
    assert moment_text(Moment(value, earliest, latest, "stated")) == words


def test_no_moment_is_no_words() -> None:
    assert moment_text(None) == ""


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_listed(names: list[str], words: str) -> None:
    assert listed(names) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("force", 122_000, 122_000), "122,000-strong force"),
        (Figure("article", 9, 9), "9 articles"),
        (Figure("country", 40, 40), "40 countries"),
        (Figure("articles", 8, 8), "8 articles"),
        (Figure("territory", 33.3, 33.3, hedge="about", unit="%"), "about a third of territory"),
        (Figure("territory", 33, 33, unit="%"), "33 % territory"),
        (Figure("soldiers", 3_000, 3_000, hedge="or so"), "3,000 or so soldiers"),
    ],
)
def test_a_figure_reads_as_a_newspaper_prints_it(figure: Figure, words: str) -> None:
    assert figure_text(figure) == words
