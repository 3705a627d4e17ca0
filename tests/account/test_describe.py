"""Moments in words: no sharper than they are."""

from __future__ import annotations

import pytest

from wirecopy.account.describe import listed, moment_text
from wirecopy.model import Moment


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
