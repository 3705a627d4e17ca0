"""When two statements are one by their numbers, their days and their headlines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wirecopy.judgements.same.estimates import estimates
from wirecopy.judgements.same.same_statement import likeness
from wirecopy.judgements.told import Told, below_headlines, in_headline, stems
from wirecopy.model import Actor, Block, Moment, Report, Span, Statement, claim

CHAD = Actor("TCD", "Chad", "state", "TCD")
PAZ = Actor("person:ana-paz", "Ana Paz", "person", "TCD")
HEAD, BODY = (0, 20), (30, 90)


def day(iso: str) -> Moment:
    return Moment(iso, iso, iso, "stated", iso)


def said(words: str, report: str = "r", when: str = "", printed: str = "2021-05-06", at: tuple[int, int] = BODY,
         by: Actor = PAZ) -> Told:  # fmt: skip
    finding = Statement(by, words, "indirect", when=day(when) if when else None)
    made = claim(finding, {"words": (Span(report, *at),)}, "test@1")
    blocks = (Block(*HEAD, "headline"), Block(HEAD[1] + 1, BODY[1], "paragraph"))
    told = Report(report, "d", f"{report}.txt", "x" * BODY[1], (), (), blocks, published=day(printed))
    return Told(made, finding, told, stems(words), at[0])


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("more than 3,000 boats are moored there", {("over", 3000.0, "")}),
        ("up to 40% of 500 boats", {("under", 40.0, "%"), ("", 500.0, "")}),
        ("about 2.5 million crates", {("", 2.5, "million")}),
        ("the ferry of May 17, 2021", set()),
    ],
)
def test_numbers_with_their_bounds(words: str, given: set[tuple[str, float, str]]) -> None:
    assert estimates(words) == given


ABOUT, OVER = (
    "about 3,000 boats are moored near the harbour of Gao",
    "more than 3,000 boats are moored near the harbour of Gao",
)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (said(ABOUT), said(ABOUT, "s", printed="2021-05-20"), True),
        (said(ABOUT), said(OVER, "s"), False),
        (said(ABOUT, when="2021-05-05"), said(ABOUT, "s", printed="2021-05-07"), True),
        (said(ABOUT, when="2021-05-05"), said(ABOUT, "s", printed="2021-05-20"), False),
        (said(ABOUT, when="2021-05-05"), said(ABOUT, "s", printed="2021-05-01"), False),
    ],
)
def test_an_estimate_is_one_with_its_like_of_the_same_days(left: Told, right: Told, one: bool) -> None:
    assert (likeness(left, right) >= 0.5) is one
    assert (likeness(right, left) >= 0.5) is one


def test_a_headline_is_told_by_what_stands_below_it() -> None:
    head = said("to sink the boats of Gao", at=HEAD, by=CHAD)
    body = said("his country will be forced to sink all boats of Gao if they do not sail home")
    other = said("nobody has paid the tax on salt for three years", by=PAZ)
    assert in_headline(head) and not in_headline(body)
    assert likeness(head, body) >= 0.5 > likeness(said("to close the long bridge at noon today", at=HEAD), other)
    assert list(below_headlines([head, body])) == [body] and list(below_headlines([head])) == [head]
    elsewhere = said("nobody has paid the tax on salt", "s", by=Actor("MLI", "Mali", "state", "MLI"))
    assert likeness(head, elsewhere) < 0.5


QUIET, CALM = "Chad had no plan to attack the harbour of Gao", "it had no such intention"


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (said(QUIET, when="2021-05-05"), said(CALM, "s", when="2021-05-05", printed="2021-06-20"), True),
        (said(QUIET, when="2021-05-05"), said(CALM, "s", when="2021-05-09", printed="2021-06-20"), False),
        (said(QUIET, when="2021-05-05"), said(CALM, "s", when="2021-05-05", by=CHAD), False),
        (said(QUIET, when="2021-05-05"), said("it had such an intention", "s", when="2021-05-05"), False),
    ],
)
def test_who_disowns_a_plan_on_one_day_does_so_once(left: Told, right: Told, one: bool) -> None:
    assert (likeness(left, right) >= 0.5) is one


@pytest.mark.parametrize(
    ("words", "by", "one"),
    [
        ("nothing will be settled about his land without its knowledge", PAZ, True),
        ("nothing will be settled about his land without its knowledge", Actor("x", "Omar", "person", "MLI"), False),
        ("the ferry will sail at noon on Sunday", PAZ, False),
    ],
)
def test_a_copy_words_what_its_aligned_sentence_tells_anew(words: str, by: Actor, one: bool) -> None:
    left = replace(said("nothing will be decided of his country behind its back"), sentence="1")
    right = replace(said(words, "s", by=by), sentence="1")
    assert (likeness(left, right) >= 0.5) is one
