"""Which of two copies is the original: only where more than thin evidence tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from wirecopy.judgements.copies import compare, given
from wirecopy.judgements.copies.credits import credits_of, same
from wirecopy.judgements.copies.direction import direction
from wirecopy.judgements.copies.families import fold
from wirecopy.judgements.copies.lineage import original_of, parents, traced
from wirecopy.judgements.copies.wordings import marked
from wirecopy.model import Change, Comparison, Direction, Family, Moment, Pair, Report, Span

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "direction.yml").read_text("utf8"))
PIECES = {name: TABLE[name].strip() for name in ("body", "cut", "garbled")}


def report(case: dict[str, Any], side: str) -> Report:
    return given(case[side].format(**PIECES), side)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_the_original_is_told_or_left_open(case: dict[str, Any]) -> None:
    left, right = report(case, "left"), report(case, "right")
    found = direction(left, right, compare(left, right, drift=False))
    assert found.original == case["original"], found
    assert any(case["because"] in reason for reason in found.because), found.because
    assert found.agency == case.get("agency")


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_sides_do_not_matter(case: dict[str, Any]) -> None:
    left, right = report(case, "left"), report(case, "right")
    turned = direction(right, left, compare(right, left, drift=False))
    assert turned.original == {"left": "right", "right": "left", "unknown": "unknown"}[case["original"]]


def test_an_inferred_date_alone_decides_nothing() -> None:
    case = TABLE["cases"][3]
    left, right = report(case, "left"), report(case, "right")
    days = [
        Moment(day, day, day, "inferred", because="the others of its story") for day in ("2015-05-04", "2015-05-06")
    ]
    left, right = replace(left, published=days[0]), replace(right, published=days[1])
    found = direction(left, right, compare(left, right, drift=False))
    assert found.original == "unknown" and "too little" in found.because[-1]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("AP", "The Associated Press", True),
        ("Northline", "Northline Wire", True),
        ("The Times", "The Times of Israel", False),
        ("Fjord Wire", "Fjord Herald", False),
        ("The Severn Courier 2021", "Severn Courier", True),
    ],
)
def test_names_of_outlets(one: str, other: str, alike: bool) -> None:
    assert same(one, other) is alike


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("He left .  Nobody saw him .\n\nThe boats came back at noon . ", True),
        ("He left. Nobody saw him.\n\n„The boats came back at noon“, she said.", True),
        ('He left. Nobody saw him.\n\n"The boats came back at noon," she said.', False),
        ("He left . Nobody saw him.\n\nThe boats came back at noon.", False),  # a slip
    ],
)
def test_the_marks_of_a_translation(text: str, garbled: bool) -> None:
    assert credits_of(given(text, "a.txt")).is_garbled is garbled


@pytest.mark.parametrize(
    ("edges", "original"),
    [
        ("ab ac bc", "a"),  # c is a copy of b, which is a copy of a
        ("ab bc", "a"),
        ("ab", None),  # nobody knows where c is from
        ("ac bc", None),  # two that may each be the original
        ("bc cb", None),  # a is a copy of none, and nothing is known to be from a
        ("ab bc ca", None),  # what speaks for all speaks for none
    ],
)
def test_the_original_of_a_family(edges: str, original: str | None) -> None:
    directions = [Direction(a, b, "left", ()) for a, b in edges.split()]
    assert original_of("abc", directions) == original


def test_a_copy_of_a_copy_is_told_as_such() -> None:
    family = Family(
        ("a", "b", "c"),
        (("a", "b", "rewrite", 0.7), ("a", "c", "rewrite", 0.6), ("b", "c", "verbatim", 0.9)),
        (Direction("a", "b", "left", ()), Direction("a", "c", "left", ()), Direction("c", "b", "right", ())),
        "a",
    )
    assert parents(family) == {"b": ("a", "rewrite"), "c": ("b", "verbatim")}


def test_a_family_tells_its_agency_though_no_list_has_it() -> None:
    case = next(case for case in TABLE["cases"] if case["name"].startswith("an agency's own"))
    reports = {one.id: one for one in (report(case, "left"), report(case, "right"))}
    comparisons = [compare(*reports.values(), drift=False)]
    (family,) = traced(
        fold({key: len(report.text) for key, report in reports.items()}, comparisons), reports, comparisons
    )
    assert (family.agency, family.original) == ("Fjord Wire", next(iter(reports)))


# ---- likely original wordings
TEXTS = {
    "a": "Police sent 300 men.",
    "b": "Police sent 500 men.",
    "c": "Some 300 men were sent.",
    "d": "Police sent 500 men.",
}


def whole(name: str) -> Span:
    return Span(name, 0, len(TEXTS[name]))


def pair(left: str, right: str, kind: str = "rewrite") -> Comparison:
    number = {name: Span(name, text.index("00") - 1, text.index("00") + 2) for name, text in TEXTS.items()}
    words = [TEXTS[name][number[name].start : number[name].end] for name in (left, right)]
    change = Change("number", *words, number[left], number[right])
    changes = (change,) if words[0] != words[1] else ()
    return Comparison(left, right, kind, 0.8, (Pair(whole(left), whole(right), 0.8),), changes, "")


@pytest.mark.parametrize(
    ("pairs", "directions", "original", "likely"),
    [
        ("ab", {}, None, None),  # two, and nothing known
        ("ab", {"ab": "right"}, "b", "right"),  # two: by direction
        ("ab ac bc", {}, None, "left"),  # three: what most have
        ("ab ac bc", {"ab": "right"}, None, "right"),  # direction stands before what most have
        ("ab ac bc", {"ac": "right", "bc": "right"}, "c", "left"),  # the wording of the original of all
        ("ab ad bd=", {}, None, None),  # d repeats b word for word and has no voice
    ],
)
def test_the_likely_original_wording(
    pairs: str, directions: dict[str, Any], original: str | None, likely: str | None
) -> None:
    made = [pair(p[0], p[1], "verbatim" if p.endswith("=") else "rewrite") for p in pairs.split()]
    members = tuple(sorted({name for c in made for name in (c.left, c.right)}))
    known = tuple(Direction(c.left, c.right, directions.get(c.left + c.right, "unknown"), ()) for c in made)
    links = tuple((c.left, c.right, c.kind, c.score) for c in made)
    reports = {name: Report(name, name, name, TEXTS[name], (), (), ()) for name in members}
    found = marked(made, [Family(members, links, known, original)], reports)
    assert found[0].changes[0].original == likely
