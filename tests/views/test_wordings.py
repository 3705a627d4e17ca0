"""One utterance in several reports: whose words come first, which report copies, whose quotation was altered."""

from __future__ import annotations

import pytest

from wirecopy.account.quoted import FIELD
from wirecopy.model import Actor, Claim, Direction, Entry, Family, Moment, Span, Statement, Variant
from wirecopy.model import claim as make_claim
from wirecopy.views.lineage import Lineage
from wirecopy.views.wordings import Teller, wordings

ORAS = Actor("person:tiina-oras", "Tiina Oras", "person")
COPIED = Direction("a", "b", "left", ("printed later",))
DAYS = {"a": "2020-02-03", "b": "2020-02-02", "c": "2020-02-05"}


def said(report: str, words: str, form: str = "direct", at: int = 0) -> Claim:
    statement = Statement(ORAS, words, form)  # type: ignore[arg-type]
    return make_claim(statement, {"words": (Span(report, at, at + len(words)),)}, "statements@1")


def entry(*claims: Claim, variants: tuple[Variant, ...] = ()) -> Entry:
    reports = tuple(dict.fromkeys(claim.report_id for claim in claims))
    return Entry("st-1", "statement", claims[0].finding, claims, reports, 1, (), variants=variants)


def known(direction: Direction | None = COPIED, original: str | None = "a") -> Lineage:
    link = (("a", "b", "rewrite", 0.9),)
    family = Family(("a", "b"), link, (direction,) if direction else (), original)
    published = {report: Moment(day, day, day, "stated") for report, day in DAYS.items()}
    return Lineage({"a": family, "b": family, "c": Family(("c",))}, {r: f"{r}.txt" for r in "abc"}, published)


def test_the_original_comes_first_and_its_copy_is_marked_though_it_has_the_earlier_day() -> None:
    found = wordings(entry(said("b", "“We shall wait”"), said("a", "“We will wait”,")), known())
    assert [(one.words, one.tellers) for one in found] == [
        ("We will wait", (Teller("a", None, False),)),
        ("We shall wait", (Teller("b", "a", False),)),
    ]


def test_reports_with_the_same_words_stand_together() -> None:
    claims = said("a", "We will wait"), said("b", "we will WAIT"), said("c", "We will wait, and pay", at=9)
    found = wordings(entry(*claims), known())
    assert [[teller.report for teller in one.tellers] for one in found] == [["a", "b"], ["c"]]


def test_a_quotation_and_its_paraphrase_are_two_wordings() -> None:
    found = wordings(entry(said("a", "we will wait", "indirect"), said("c", "we will wait")), known())
    assert [one.direct for one in found] == [False, True]


def test_of_copies_without_a_known_original_it_is_said_that_nobody_knows() -> None:
    claims = said("a", "We will wait"), said("b", "We shall wait")
    found = wordings(entry(*claims), known(Direction("a", "b", "unknown", ("no sign",)), None))
    assert {teller for one in found for teller in one.tellers} == {Teller("a", None, True), Teller("b", None, True)}


@pytest.mark.parametrize("field", [FIELD, "speaker"])
def test_altered_quotations_and_other_speakers_are_told(field: str) -> None:
    claims = said("a", "We will wait"), said("b", "We shall wait")
    other = Variant(field, "Mart Kask", (claims[1].id,), 1)
    found = wordings(entry(*claims, variants=(other,)), known())
    assert [one.altered for one in found] == [False, field == FIELD]
    assert [one.speaker for one in found] == ["", "Mart Kask" if field == "speaker" else ""]


def test_quotation_marks_within_a_quotation_are_single() -> None:
    assert wordings(entry(said("a", "“He spoke of “peace””")), known())[0].words == "He spoke of ‘peace’"
