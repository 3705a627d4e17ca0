"""The dates of undated reports of an account: tables of small reports, and that their order never shows."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from wirecopy.account.dates import dated
from wirecopy.language import parser
from wirecopy.language.days import tense
from wirecopy.model import Block, Family, Judgement, Moment, Read, Report
from wirecopy.moments.grammar import expressions

# A quarrel about a dam in seven reports. 2 March 2020 is a Monday.
DATED = {
    "2020-03-02": "Engineers found a crack in the Okalinda dam on Sunday. Governor Thiessen called it harmless on Monday.",
    "2020-03-05": "Governor Thiessen met the Nambora fishermen on Wednesday in a boathouse and promised them new nets. The "
    "fishermen said on Thursday that nets hold no water.",
    "2020-03-10": "The turbine of Okalinda was stopped on Monday after a bolt of two metres had come loose. Chief engineer "
    "Amutenya resigned on Tuesday.",
    "2020-03-19": "Villagers of Nambora left their houses on Wednesday with goats and sewing machines. Buses will take the "
    "last of them away on Saturday.",
    "2020-03-30": "Parliament voted on Monday to build the Okalinda dam anew. Thiessen spoke of a cathedral of concrete.",
}
BOLT = (
    "The turbine of Okalinda was stopped on Monday, and chief engineer Amutenya blamed a bolt of two metres that had come "
    "loose. On Tuesday Amutenya resigned. The turbine will not run again before the bolt is replaced, he said on Tuesday."
)
BUSES = (
    "Villagers of Nambora, with their goats and sewing machines, left their houses on Wednesday. Buses will take the last "
    "goats and sewing machines out of Nambora on Saturday, a driver said on Thursday."
)
STORIES = [
    # The undated report, and the days within which its date must lie; None: it must stay open.
    (BOLT, ("2020-03-10", "2020-03-14")),
    (BUSES, ("2020-03-19", "2020-03-21")),
    # Sport and the weather have nothing to do with it, whatever their weekdays.
    ("Striker Pekka Laine scored on Saturday and again on Sunday. The cup final is on Wednesday.", None),
    ("Hail fell on the vineyards of Sarnburg on Friday. The insurers will come on Monday.", None),
    # Of the story, but nothing in it is of one day more than of another.
    ("The Okalinda dam has always divided the country, on weekdays and on Sundays.", None),
    ("Governor Thiessen said on Friday that he would not answer questions.", None),
    # A dateline lacks nothing but its year.
    ("NAMBORA, March 12 - The dam holds, the governor says.", ("2020-03-12", "2020-03-13")),
]


def read(name: str, text: str, day: str | None = None) -> Read:
    published = Moment(day, day, day, "stated") if day else None
    report = Report(name, name, f"{name}.txt", text, (), (), (Block(0, len(text), "paragraph"),), published=published)
    return Read(report, (), tense.directed(parser.load()(text), expressions(report)), ())


ACCOUNT = [read(day, text, day) for day, text in DATED.items()]


def days(moment: Moment | None) -> tuple[str | None, str | None] | None:
    return moment and (moment.earliest, moment.latest)


@pytest.mark.parametrize(("text", "within"), STORIES, ids=lambda value: str(value)[:30])
def test_a_report_is_dated_by_all_that_the_others_tell(text: str, within: tuple[str, str] | None) -> None:
    reports, judgements = dated([*ACCOUNT, read("new", text)], ())
    found = reports["new"].published
    if within is None:
        assert found is None
        assert judgements == []
        return
    assert found is not None
    assert within[0] <= str(found.earliest) <= str(found.latest) <= within[1]
    assert judgements == [replace(judgements[0], left="new", right="new", value=found, because=found.because)]
    assert found.because


def test_one_dated_report_that_tells_something_else_dates_nothing() -> None:
    assert dated([ACCOUNT[0], read("new", BUSES)], ())[0]["new"].published is None


LEFT = [
    # What a hint or the text leaves, and the days within which the report of the bolt must then be dated.
    (("2020-03-12", "2020-03-31", "given as a hint"), ("2020-03-12", "2020-03-31")),
    (("2020-03-12", None, "told"), ("2020-03-10", "2020-03-14")),
    (("2021-01-01", None, "told"), ("2021-01-01", None)),
]


@pytest.mark.parametrize(("left", "wanted"), LEFT)
def test_a_hint_holds_and_a_text_may_mislead(left: tuple[str, str | None, str], wanted: tuple[str, str | None]) -> None:
    late = read("new", BOLT)
    told = Moment("XXXX", left[0], left[1], "inferred", because=left[2])
    found = dated([*ACCOUNT, replace(late, report=replace(late.report, published=told))], ())[0]["new"].published
    assert found is not None
    assert wanted[0] <= str(found.earliest)
    assert (found.latest is None) == (wanted[1] is None)
    assert wanted[1] is None or str(found.latest) <= wanted[1]


def test_undated_copies_are_dated_one_by_the_other() -> None:
    """The surest of them first; the other, which alone would stay open, on its days."""
    thin = "The fishermen of Nambora are amused, and so are the goats."
    reads = [*ACCOUNT, read("a", thin), read("b", BOLT)]
    alone = dated(reads, ())[0]
    assert days(alone["a"].published) is None
    first, last = days(alone["b"].published) or ("", "")
    together = dated(reads, [Family(("a", "b"), (("a", "b", "rewrite", 0.8),))])[0]
    assert days(together["b"].published) == (first, last)
    assert days(together["a"].published) == (first, last)
    used = dated(reads, [Family(("a", "b"), (("a", "b", "rewrite", 0.3),))])[0]
    assert used["a"].published is None


def test_the_order_of_reading_never_shows() -> None:
    texts = [text for text, _ in STORIES]
    reads = [*ACCOUNT, *(read(f"new{number}", text) for number, text in enumerate(texts))]
    families = [Family(("new0", "new4"), (("new0", "new4", "excerpt", 0.9),)), Family(("new1",))]
    wanted = dated(reads, families)
    assert any(isinstance(judgement, Judgement) for judgement in wanted[1])
    for seed in range(5):
        shuffled = random.Random(seed).sample(reads, len(reads))
        assert dated(shuffled, families[:: -1 if seed % 2 else 1]) == wanted
