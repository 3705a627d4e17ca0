"""Copies fold into families."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wirecopy.judgements.families import fold
from wirecopy.model import Comparison


def edge(left: str, right: str, kind: str = "rewrite") -> Comparison:
    return Comparison(left, right, kind, 0.9, (), (), "")


def test_copies_join_and_the_rest_stay_alone() -> None:
    families = fold("abcde", [edge("b", "a"), edge("b", "c", "excerpt"), edge("d", "e", "same story")])
    assert [family.members for family in families] == [("a", "b", "c"), ("d",), ("e",)]
    assert families[0].links == (("a", "b", "rewrite", 0.9), ("b", "c", "excerpt", 0.9))


def test_a_shared_passage_does_not_chain_families() -> None:
    families = fold("abcd", [edge("a", "b"), edge("c", "d"), edge("b", "c", "shared passage")])
    assert [family.members for family in families] == [("a", "b"), ("c", "d")]


def test_comparisons_of_other_reports_are_left_out() -> None:
    assert [family.members for family in fold("a", [edge("a", "x")])] == [("a",)]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))), st.randoms())
def test_order_changes_nothing(pairs: list[tuple[str, str]], chance: object) -> None:
    edges = [edge(*pair) for pair in pairs]
    turned = [edge(right, left) for left, right in reversed(pairs)]
    families = fold("abcdef", edges)
    assert families == fold("fedcba", turned)
    assert sorted(member for family in families for member in family.members) == list("abcdef")
