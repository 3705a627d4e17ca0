"""Which text is a copy of which: kinds, candidates, order."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wirecopy.judgements import copies
from wirecopy.judgements.copies.families import COPIES, fold
from wirecopy.judgements.weights import fold as folded
from wirecopy.judgements.weights import sentence_spans, stem, weight
from wirecopy.model import Block, Report, Stretch

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "copies.yml").read_text("utf8"))
TEXTS: dict[str, str] = CASES["texts"]


def report(name: str, text: str) -> Report:
    """A report of plain text, one block a paragraph, without cleaning."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start, start + len(paragraph), "paragraph"))
        start += len(paragraph) + 2
    return Report(name, name, name, text, (), (Stretch(0, 0, len(text)),), tuple(blocks))


REPORTS = {name: report(name, text) for name, text in TEXTS.items()}
KINDS = {frozenset((left, right)): kind for left, right, kind in CASES["pairs"]}


@pytest.mark.parametrize(("left", "right", "kind"), CASES["pairs"])
def test_kind_of_a_pair(left: str, right: str, kind: str) -> None:
    found = copies.compare(REPORTS[left], REPORTS[right], drift=False)
    assert (found.kind, found.left, found.right) == (kind, left, right)
    assert "%" in found.because
    assert copies.compare(REPORTS[right], REPORTS[left], drift=False).kind == kind


def test_only_the_listed_pairs_are_copies() -> None:
    for left, right in combinations(REPORTS, 2):
        found = copies.compare(REPORTS[left], REPORTS[right], drift=False)
        listed = {left, right} <= set(CASES["copies"][0])
        assert (found.kind in COPIES) == listed, (left, right, found.because)


def test_a_rewrite_scores_far_above_another_report_of_the_same_story() -> None:
    rewrite = copies.compare(REPORTS["original"], REPORTS["rewrite"], drift=False)
    witness = copies.compare(REPORTS["original"], REPORTS["witness"], drift=False)
    assert rewrite.score > 0.5 > 0.2 > witness.score


def test_aligned_sentences_point_at_the_same_news() -> None:
    pairs = copies.compare(REPORTS["original"], REPORTS["rewrite"], drift=False).sentences
    found = [
        (TEXTS["original"][p.left.start : p.left.end], TEXTS["rewrite"][p.right.start : p.right.end]) for p in pairs
    ]
    for word in ("radar", "Quintal", "lighthouse", "hotel"):
        assert any(word in left and word in right for left, right in found)


def test_a_quotation_that_two_reporters_heard_makes_no_copy() -> None:
    quote = (
        "“The harvest has failed and the granaries of the eastern valleys stand empty before the first snow has come.”"
    )
    left = f"Farmers crowded the square of Odrin.\n\n{quote}\n\nThe bishop rang a bell and soup was handed out."
    right = f"A minister toured the north by train.\n\n{quote}\n\nNewspapers in the capital ran a cartoon about him."
    assert copies.compare(report("a", left), report("b", right), drift=False).kind not in COPIES


def test_families_of_texts() -> None:
    names = sorted(TEXTS)
    found = copies.families_of_texts([TEXTS[name] for name in names])
    assert sorted(sorted(names[i] for i in family) for family in found) == sorted(sorted(f) for f in CASES["copies"])


def test_order_changes_nothing() -> None:
    forwards, backwards = list(REPORTS.values()), list(REPORTS.values())[::-1]
    assert copies.judge(forwards, drift=False) == copies.judge(backwards, drift=False)


def test_families_are_those_that_all_comparisons_give() -> None:
    """What `families_of` does not compare, for two are of one family already, would have joined nothing."""
    several = [replace(one, id=f"{name}-{n}") for name, one in REPORTS.items() for n in range(3)]
    every = fold({one.id: len(one.text) for one in several}, copies.judge(several, drift=False))
    assert copies.families_of(several) == [list(family.members) for family in every]
    assert max(len(family.members) for family in every) == 3 * max(len(family) for family in CASES["copies"])


@pytest.mark.parametrize(("text", "count"), [("", 0), ("One. Two. Three.", 3), ("Gen. Orlov met Mr. Diaz. They ate.", 2),
                                             ("“Go!” he said. “Now.”", 2), ("The U.S. Army left.", 1)])  # fmt: skip
def test_sentences(text: str, count: int) -> None:
    assert len(list(sentence_spans(text, (Block(0, len(text), "paragraph"),)))) == count


def test_words_are_folded_and_weighted() -> None:
    assert folded("U.S.") == folded("US") == "us"
    assert folded("94,000") == "94000"
    assert folded("Zelenskyy’s") == "zelenskyy"
    assert stem("warnings") == stem("warning")
    assert weight("the") == 0 < weight("ferry") < weight("zelenskyyk")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_strings_can_be_compared(left: str, right: str) -> None:
    found = copies.compare(report("a", left), report("b", right), drift=False)
    assert 0 <= found.score <= 1
    assert found.changes == ()


def test_reports_of_different_news_are_unrelated() -> None:
    assert copies.compare(REPORTS["original"], REPORTS["other"], drift=False).kind == "unrelated"
