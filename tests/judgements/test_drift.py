"""What a rewriting changed; the same in other words is no change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import wirecopy
from wirecopy.judgements.changes import DETECTORS, names, opposites, times
from wirecopy.judgements.copies import drift
from wirecopy.model import Block, Change, Pair, Report, Span, Stretch

TABLES = Path(__file__).parents[1] / "cases"
CASES: list[dict[str, Any]] = [
    case for name in ("drift", "rewordings") for case in yaml.safe_load((TABLES / f"{name}.yml").read_text("utf8"))
]


def report(name: str, text: str) -> Report:
    return Report(name, name, name, text, (), (Stretch(0, 0, len(text)),), (Block(0, len(text), "paragraph"),))


def changes(left: str, right: str) -> tuple[Change, ...]:
    whole = Pair(Span("a", 0, len(left)), Span("b", 0, len(right)), 0.5)
    return drift.changes(report("a", left), report("b", right), (whole,))


def shares(wording: str | None, wanted: str | None) -> bool:
    """Do the words that are wanted and those that were found have one in common (or is there none on both)?"""
    if wanted is None or wording is None:
        return wanted is wording
    return bool(set(wording.lower().split()) & set(wanted.lower().split()))


def table(cases: list[dict[str, Any]]) -> list[Any]:
    """The cases as parameters; those that are still open, with their reason, are expected to fail."""
    return [
        pytest.param(
            case, id=case["right"][:40], marks=[pytest.mark.xfail(reason=case["open"])] if "open" in case else []
        )
        for case in cases
    ]


@pytest.mark.parametrize("case", table([case for case in CASES if case["changes"]]))
def test_changes(case: dict[str, Any]) -> None:
    found = changes(case["left"], case["right"])
    for wanted in case["changes"]:
        kinds = wanted["kind"] if isinstance(wanted["kind"], list) else [wanted["kind"]]
        assert any(
            change.kind in kinds and (shares(change.left, wanted["left"]) or shares(change.right, wanted["right"]))
            for change in found
        ), found


@pytest.mark.parametrize("case", table([case for case in CASES if not case["changes"]]))
def test_other_words_are_no_change(case: dict[str, Any]) -> None:
    assert changes(case["left"], case["right"]) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["left"][:40])
def test_wordings_stand_where_their_spans_say(case: dict[str, Any]) -> None:
    for change in changes(case["left"], case["right"]):
        assert change.because
        for text, wording, span in (
            (case["left"], change.left, change.left_span),
            (case["right"], change.right, change.right_span),
        ):
            assert (span is None and wording is None) or (span and text[span.start : span.end] == wording)


@pytest.mark.parametrize(
    ("left", "right", "wordings"),
    [
        ("The navy is to get Harpoon missiles by the spring.", "The navy is to get missiles by spring.",
         ("Harpoon", None)),
        ("“The sole aim of this visit is to show the people of Gao and of Kidal that we stand with them,” he said.",
         "“The sole aim of this parade is to show the people of Gao and of Kidal that we stand with them,” he said.",
         ("this visit", "this parade")),
        ("She spoke of “a truly lasting and generous help” for them.", "She spoke of “an occasional help” for them.",
         ("truly lasting and generous help", "occasional help")),
        ("The envoy told Malta's partners “about his plan for the port”.",
         "The envoy told the partners “about Malta's plan for the port”.", ("his plan", "Malta's plan")),
        ("The Faroe Islands will use their fleet to deal with Iceland blockading Greenland.",
         "The Faroe Islands will use their fleet against Iceland to blockade Greenland.",
         ("Iceland blockading Greenland", "Faroe Islands will use their fleet against Iceland to blockade Greenland")),
    ],
)  # fmt: skip
def test_wordings_are_cut_to_what_differs(left: str, right: str, wordings: tuple[str, str | None]) -> None:
    assert wordings in [(change.left, change.right) for change in changes(left, right)]


@pytest.mark.parametrize(
    ("left", "right", "because"),
    [
        ("“We want the border opened immediately,” she said.", "“We want the border opened at some point,” she said.",
         "in quotation marks, 'at some point' is later than 'immediately'"),
        ("“We want the border opened at some point,” she said.", "“We want the border opened immediately,” she said.",
         "in quotation marks, 'immediately' is sooner than 'at some point'"),
        ("Parliament approved the budget.", "Parliament rejected the budget.",
         "'rejected' is the opposite of 'approved'"),
        ("The union demanded a rise.", "The union asked for a rise.", "'asked' is weaker than 'demanded'"),
        ("The union asked for a rise.", "The union demanded a rise.", "'demanded' is stronger than 'asked'"),
    ],
)  # fmt: skip
def test_the_reason_says_how_far_apart_the_words_are(left: str, right: str, because: str) -> None:
    assert [change.because for change in changes(left, right)] == [because]


def test_a_change_names_the_report_that_lacks_the_words() -> None:
    (dropped,) = changes("The navy gets Harpoon missiles in May.", "The navy gets missiles in May.")
    (added,) = changes("The navy gets missiles in May.", "The navy gets Harpoon missiles in May.")
    (both,) = changes("Parliament approved the budget.", "Parliament rejected the budget.")
    assert (dropped.lacking, added.lacking, both.lacking) == ("b", "a", None)


def test_a_sentence_reports_two_changes_at_most() -> None:
    left = (
        "On Monday 300 men from Niger did not attack the camp in Zinder, and the army may close the road in May 1999."
    )
    right = "On Sunday 900 men from Nigeria attacked the camp in Agadez, and the army closed the road in June 1998."
    assert len(changes(left, right)) == drift.MOST


def test_equal_words_are_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirecopy.language.parser.load", lambda: pytest.fail("the parser was loaded"))
    assert changes("The U.S. left on Friday.", "The US left on Friday!") == ()


def test_a_sentence_that_was_split_is_held_against_both_halves() -> None:
    left, right = "The king, who was ill, abdicated on Friday.", "The king abdicated on Friday. He was ill."
    pairs = tuple(Pair(Span("a", 0, len(left)), Span("b", *place), 0.5) for place in ((0, 29), (30, len(right))))
    assert drift.changes(report("a", left), report("b", right), pairs) == ()


@pytest.mark.parametrize(("one", "other", "same"), [("donbass", "donbas", True), ("zelenskyy", "zelensky", True),
                         ("niger", "nigeria", False), ("austria", "australia", False), ("kiev", "kyiv", True),
                         ("mali", "malawi", False)])  # fmt: skip
def test_spellings(one: str, other: str, same: bool) -> None:
    assert names.near(one, other) is same


def test_times_of_a_text() -> None:
    found = times.times("by the end of June, on Dec. 7, 2021, Thursday afternoon, 7 p.m. and two years ago")
    assert [dict(time.parts) for time in found] == [
        {"month": "5"}, {"month": "11", "day": "7", "year": "2021"}, {"weekday": "Thursday", "part": "afternoon"},
        {"clock": "19:00"}, {"ago": "2 year"},
    ]  # fmt: skip
    assert found[0].side == "by"


def test_no_word_is_its_own_opposite() -> None:
    assert [word for word, numbers in opposites.table().items() if any(-n in numbers for n in numbers)] == []


def test_every_detector_says_what_it_does() -> None:
    assert all(detect.__doc__ for detect in DETECTORS)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_strings(left: str, right: str) -> None:
    assert len(changes(left, right)) <= drift.MOST


def test_a_clause_that_became_a_sentence_is_not_missing() -> None:
    left = (
        "Stocks fell. The harbour was closed on Monday, although the dockers had ended their strike over unpaid wages."
    )
    right = "The dockers had ended their strike over unpaid wages. Stocks fell. The harbour was closed on Monday."
    pair = Pair(Span("a", 13, len(left)), Span("b", 67, len(right)), 0.5)
    assert drift.changes(report("a", left), report("b", right), (pair,)) == ()


def test_the_thesaurus_names_its_licence() -> None:
    text = (Path(drift.__file__).parents[2] / "words" / "thesaurus.yml").read_text("utf8")
    assert "WordNet 3.0 Copyright 2006 by Princeton University" in text


def test_a_sentence_that_is_missing_between_two_others_is_told() -> None:
    kept = ["The court sat on Monday.", "The judge read the charges aloud for three hours.", "The trial was adjourned."]
    left, right = report("a", " ".join(kept)), report("b", f"{kept[0]} {kept[2]}")
    first = Pair(Span("a", 0, 24), Span("b", 0, 24), 1.0)
    last = Pair(Span("a", len(left.text) - 24, len(left.text)), Span("b", 25, 49), 1.0)
    dropped = drift.changes(left, right, (first, last))
    assert [(change.kind, change.left, change.right) for change in dropped] == [("dropped", kept[1], None)]
    turned = tuple(Pair(pair.right, pair.left, 1.0) for pair in (first, last))
    assert [change.kind for change in drift.changes(right, left, turned)] == ["added"]


def test_a_sentence_is_missing_once_though_others_changed_places() -> None:
    first = "Envoys of both states met in the old customs house of Odrin on Tuesday."
    second = "The harbour master said that the northern quay would stay closed for repairs."
    third = "A convoy of nine lorries brought flour and medicine to the flooded villages."
    fourth = "Parliament is to vote on the treaty at the end of the month, its speaker said."
    new = "Farmers blocked the bridge with tractors to protest against the price of diesel."
    changes = wirecopy.compare(
        "\n\n".join((first, second, third, fourth)), "\n\n".join((first, third, new, second, fourth))
    ).changes
    assert [change.right for change in changes] == [new]
