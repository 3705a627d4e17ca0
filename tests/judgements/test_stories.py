"""Reports of one happening share a label."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from wirecopy.judgements.telling.stories import stories_of_texts

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "copies.yml").read_text("utf8"))
NAMES = sorted(CASES["texts"])
TEXTS = [CASES["texts"][name] for name in NAMES]


def groups(labels: list[int]) -> list[list[str]]:
    return sorted(sorted(n for n, one in zip(NAMES, labels, strict=True) if one == label) for label in set(labels))


def test_stories_are_looser_than_families() -> None:
    assert groups(stories_of_texts(TEXTS, ["2019-03-12"] * len(TEXTS))) == CASES["stories"]


def test_two_like_reports_months_apart_are_two_stories() -> None:
    dates = ["2019-03-12" if name != "witness" else "2019-09-12" for name in NAMES]
    assert ["witness"] in groups(stories_of_texts(TEXTS, dates))


def test_a_label_is_the_first_text_of_the_story() -> None:
    labels = stories_of_texts(TEXTS, [None] * len(TEXTS))
    assert all(labels[label] == label <= number for number, label in enumerate(labels))


@pytest.mark.parametrize("published", ["", "2021-12", "yesterday"])
def test_what_is_no_full_date_counts_as_unknown(published: str) -> None:
    assert stories_of_texts(TEXTS, [published] * len(TEXTS)) == stories_of_texts(TEXTS, [None] * len(TEXTS))


def test_every_text_needs_a_date_or_none() -> None:
    with pytest.raises(ValueError, match="dates"):
        stories_of_texts(["a"], [])


def test_no_texts_no_stories() -> None:
    assert stories_of_texts([], []) == []
