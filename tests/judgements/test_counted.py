"""What counts of votes have in common, and which counts of articles are lines."""

from __future__ import annotations

import pytest

from wirecopy.judgements.figures import worth_a_line
from wirecopy.judgements.figures.counted import thing
from wirecopy.model import Figure, Moment

DAY = Moment("2021-05-05", "2021-05-05", "2021-05-05", "stated", "Wednesday")
YEAR = Moment("1994", "1994-01-01", "1994-12-31", "stated", "1994")


@pytest.mark.parametrize(
    ("measure", "what", "same"),
    [
        ("people voted", "some 4 million people voted, the commission says", True),
        ("Togolese voted", "in which 4 million Togolese took part", True),
        ("votes", "The commission spoke of 4 million votes", True),
        ("ballots", "4 million ballots had been cast", True),
        ("votes", "Berg won 2 million votes", False),
        ("votes", "2 million votes for the charter", False),
        ("people", "4 million people live there", False),
    ],
)
def test_votes_are_told_with_those_who_cast_them(measure: str, what: str, same: bool) -> None:
    turnout, other = (
        Figure(measure="people voted", low=5e6, high=5e6),
        Figure(measure=measure, low=4e6, high=4e6, what=what),
    )
    assert ((thing(turnout).noun, thing(turnout).fate) == (thing(other).noun, thing(other).fate)) is same


@pytest.mark.parametrize(
    ("measure", "what", "day", "is_line"),
    [
        ("articles", "a treaty of twelve articles was handed over on Wednesday", DAY, True),
        ("article", "the envoys signed a nine-article peace accord on Wednesday", DAY, True),
        ("articles", "the draft, sent on Wednesday, runs to 14 pages and 12 articles", DAY, False),
        ("articles", "the agreement has about 12 articles", DAY, True),
        ("articles", "the agreement of 1994 has 12 articles", YEAR, False),
        ("articles", "the agreement has 12 articles", None, False),
        ("articles", "she wrote five articles on Wednesday", DAY, False),
        ("points", "the accord sent the index up 12 points on Wednesday", DAY, False),
    ],
)
def test_articles_count_where_their_paper_is_the_news(
    measure: str, what: str, day: Moment | None, is_line: bool
) -> None:
    assert worth_a_line(Figure(measure=measure, low=12, high=12, what=what, as_of=day)) is is_line
