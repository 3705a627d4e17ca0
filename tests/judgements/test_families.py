"""Copies fold into families."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wirecopy.judgements.copies.families import fold
from wirecopy.model import Comparison


def sizes(members: str) -> dict[str, int]:
    """Reports of one length."""
    return dict.fromkeys(members, 300)


def edge(left: str, right: str, kind: str = "rewrite", score: float = 0.9) -> Comparison:
    return Comparison(left, right, kind, score, (), (), "")


def test_copies_join_and_the_rest_stay_alone() -> None:
    families = fold(sizes("abcde"), [edge("b", "a"), edge("b", "c", "excerpt"), edge("d", "e", "same story")])
    assert [family.members for family in families] == [("a", "b", "c"), ("d",), ("e",)]
    assert families[0].links == (("a", "b", "rewrite", 0.9), ("b", "c", "excerpt", 0.9))


def test_a_shared_passage_does_not_chain_families() -> None:
    families = fold(sizes("abcd"), [edge("a", "b"), edge("c", "d"), edge("b", "c", "shared passage")])
    assert [family.members for family in families] == [("a", "b"), ("c", "d")]


def test_comparisons_of_other_reports_are_left_out() -> None:
    assert [family.members for family in fold(sizes("a"), [edge("a", "x")])] == [("a",)]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))), st.randoms())
def test_order_changes_nothing(pairs: list[tuple[str, str]], chance: object) -> None:
    edges = [edge(*pair) for pair in pairs]
    turned = [edge(right, left) for left, right in reversed(pairs)]
    families = fold(sizes("abcdef"), edges)
    assert families == fold(sizes("fedcba"), turned)
    assert sorted(member for family in families for member in family.members) == list("abcdef")


def test_what_a_cut_copy_shares_with_a_third_makes_no_copy_of_it() -> None:
    """The story "a" was cut to "b"; "c" takes over three paragraphs of it, which are much of "b" and little of "a"."""
    edges = [edge("a", "b", "excerpt", 0.97), edge("a", "c", "shared passage", 0.3), edge("b", "c", "rewrite", 0.4)]
    told = {"a": 600, "b": 300, "c": 500}
    assert [family.members for family in fold(told, edges)] == [("a", "b"), ("c",)]
    assert [family.members for family in fold({**told, "a": 310}, edges)] == [("a", "b", "c")]
    assert [family.members for family in fold(told, edges[2:])] == [("a",), ("b", "c")]
