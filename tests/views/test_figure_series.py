"""Figures as series: rivals together in time, each with what it contradicts, nothing exact that is not."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from wirecopy.model import Actor, Entry, Figure, Moment, Relation
from wirecopy.views.lineage import Lineage
from wirecopy.views.series import extent, heading, related, related_text, series_of, sparkline, write_series

VIK = Actor("person:kari-vik", "Kari Vik", "person")
MALI = Actor("MLI", "Mali", "state", "MLI")
AGREE = "agree within rounding, and one of them is hedged"


def day(value: str | None) -> Moment | None:
    return Moment(value, value, value, "stated") if value else None


PUBLISHED = {"a": day("2015-05-04"), "b": day("2015-05-09"), "c": None}
KNOWN = Lineage({}, {name: f"{name}.txt" for name in PUBLISHED}, PUBLISHED)


def figure(name: str, low: float | None, high: float | None = -1, on: str | None = None, **more: object) -> Entry:
    """An entry `fi-NAME`, reported by the report that is its name's first letter."""
    value = Figure("soldiers", low, low if high == -1 else high, as_of=day(on), **more)  # type: ignore[arg-type]
    return Entry(f"fi-{name}", "figure", value, (), (name[0],), 1, ())


def rivals(*entries: Entry, **relations: tuple[str, str]) -> list[Entry]:
    """The entries with the relations between them: a1_b2=("disagrees", "reason")."""
    found: dict[str, list[Relation]] = {entry.id: [] for entry in entries}
    for pair, (kind, because) in relations.items():
        one, other = (f"fi-{name}" for name in pair.split("_"))
        found[one].append(Relation(other, kind, because))
        found[other].append(Relation(one, kind, because))
    return [replace(e, rivals=tuple(r.id for r in found[e.id]), relations=tuple(found[e.id])) for e in entries]


def listed(entries: list[Entry], chosen: list[Entry] | None = None) -> str:
    out = io.StringIO()
    write_series(entries if chosen is None else chosen, entries, KNOWN, out)
    return out.getvalue()


THREE = rivals(
    figure("a1", 900, on="2015-05-01"),
    figure("b1", 1200, None, hedge="at least", on="2015-05-08"),
    figure("b2", 2100, on="2015-05-08", said_by=(VIK,)),
    figure("c1", 7),
    a1_b1=("update", "given for days 7 days apart"),
    a1_b2=("update", "given for days 7 days apart"),
    b1_b2=("disagrees", "1200 and 2100 for the same thing at about the same time"),
)


def test_rivals_of_rivals_are_one_series_and_the_rest_stand_alone() -> None:
    chain = rivals(
        figure("a1", 1), figure("a2", 2), figure("a3", 3), figure("a4", 4), a1_a3=("update", ""), a3_a4=("update", "")
    )
    found = [[entry.id for entry in series.entries] for series in series_of(chain, PUBLISHED)]
    assert found == [["fi-a1", "fi-a3", "fi-a4"], ["fi-a2"]]


def test_a_series_is_told_in_time_line_by_line() -> None:
    assert listed(THREE) == (
        "soldiers: 3 values, 900 to 2,100\n"
        "  ▁ ≥▃ █\n"
        "  fi-a1  1 May 2015  reported 4 May 2015  900 soldiers  1 report, 1 origin\n"
        "  fi-b1  8 May 2015  reported 9 May 2015  at least 1,200 soldiers  1 report, 1 origin\n"
        "      update of 900 (given for days 7 days apart)\n"
        "  fi-b2  8 May 2015  reported 9 May 2015  2,100 soldiers, says Kari Vik  1 report, 1 origin\n"
        "      disagrees with at least 1,200 (for the same thing at about the same time)\n"
        "      update of 900 (given for days 7 days apart)\n"
        "\n"
        "fi-c1  reported without a date  7 soldiers  1 report, 1 origin\n"
    )


def test_a_filter_hides_lines_and_no_contradiction() -> None:
    told = listed(THREE, [THREE[1]])
    assert told.splitlines()[0] == "soldiers: 3 values, 900 to 2,100, 2 not shown"
    assert "disagrees with 2,100" in told and "▁" not in told


def test_what_was_said_without_a_day_stands_where_it_was_printed_else_last() -> None:
    found = rivals(
        figure("c1", 5), figure("a1", 1, on="2015-05-06"), figure("a2", 2), figure("b1", 3), figure("a3", 9, on="2015-05-06"),
        c1_a1=("update", ""), a1_a2=("update", ""), a2_b1=("update", ""), b1_a3=("update", ""),
    )  # fmt: skip
    (series,) = series_of(found, PUBLISHED)
    assert [entry.id for entry in series.entries] == ["fi-a2", "fi-a1", "fi-a3", "fi-b1", "fi-c1"]


@pytest.mark.parametrize(
    ("entries", "blocks"),
    [
        ([figure("a1", 1), figure("b1", 8)], "▁ █"),
        ([figure("a1", 1, hedge="about"), figure("b1", 8)], "~▁ █"),
        ([figure("a1", 1, None, hedge="more than"), figure("b1", None, 8, hedge="up to")], "≥▁ ≤█"),
        ([figure("a1", 1), figure("b1", 4, 8)], "▁ ▄–█"),
        ([figure("a1", 1, status="possible"), figure("b1", 8, status="scheduled")], "(▁) (█)"),
        ([figure("a1", 5), figure("b1", 5, None)], "▁ ≥▁"),
        ([figure("a1", 5), figure("b1", None, None)], "▁ ?"),
        ([figure("a1", 1), figure("c1", 8)], ""),
    ],
)
def test_blocks_never_make_a_bound_look_exact(entries: list[Entry], blocks: str) -> None:
    first, second = (entry.id.removeprefix("fi-") for entry in entries)
    (series,) = series_of(rivals(*entries, **{f"{first}_{second}": ("update", "")}), PUBLISHED)
    assert sparkline(series, PUBLISHED) == blocks


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "soldiers"),
        ({"of": "Mali"}, "soldiers (whose: Mali)"),
        ({"of": "Mali", "where": (MALI,)}, "soldiers (whose: Mali; where: Mali)"),
        ({"where": (MALI,), "what": "9 soldiers stand near the Mali border"}, "soldiers (where: near Mali)"),
        ({"where": (MALI,), "what": "9 soldiers in and around Mali"}, "soldiers (where: in and near Mali)"),
        ({"where": (MALI,), "what": "Near dawn 9 soldiers in Mali fled"}, "soldiers (where: Mali)"),
        ({"of": "Mali", "measure": "Malian soldiers"}, "Malian soldiers"),
        ({"measure": "soldiers killed", "status": "possible"}, "soldiers killed, not a count: what may come"),
    ],
)
def test_a_heading_says_what_is_counted_whose_and_where(changes: dict[str, object], words: str) -> None:
    entry = figure("a1", 1)
    (series,) = series_of([replace(entry, value=replace(entry.value, **changes))], PUBLISHED)  # type: ignore[arg-type]
    assert heading(series) == words


def test_the_extent_has_the_unit() -> None:
    found = rivals(figure("a1", 2e6, unit="EUR"), figure("b1", 3.5e6, unit="EUR"), a1_b1=("disagrees", ""))
    assert extent(series_of(found, PUBLISHED)[0]) == "2 values, 2 million to 3.5 million EUR"


def test_relations_with_one_reason_are_told_together_what_contradicts_first() -> None:
    found = rivals(
        figure("a1", 1000, on="2015-05-01"), figure("a2", 1100, on="2015-05-02"), figure("a3", 400, on="2015-05-03"),
        figure("a4", 500, on="2015-05-04"), figure("a5", 1050, hedge="about", on="2015-05-05"),
        a1_a5=("compatible", f"1000 and 1050 {AGREE}"), a2_a5=("compatible", f"1100 and 1050 {AGREE}"),
        a3_a5=("garbled", "one of the numbers was changed in copying"), a4_a5=("update", "given for days 1 days apart"),
    )  # fmt: skip
    (series,) = series_of(found, PUBLISHED)
    told = [related_text(one) for one in related(series, series.entries[-1], {e.id for e in found})]
    assert told == [
        "garbled against 400 (one of the numbers was changed in copying)",
        f"compatible with 1,000 and 1,100 ({AGREE})",
        "update of 500 (given for days 1 days apart)",
    ]


def test_of_what_is_updated_the_nearest_is_named_and_the_others_counted() -> None:
    found = rivals(
        figure("a1", 1, on="2015-05-01"), figure("a2", 2, on="2015-05-02"), figure("a3", 3, on="2015-05-03"),
        figure("a4", 4, on="2015-05-04"),
        a1_a4=("update", "far"), a2_a4=("update", "nearer"), a3_a4=("update", "1 and 4: nearest"), a1_a2=("update", ""),
    )  # fmt: skip
    (series,) = series_of(found, PUBLISHED)
    every = {entry.id for entry in found}
    (told,) = related(series, series.entries[-1], every)
    assert related_text(told) == "update of 3 and 2 earlier values (nearest)"
    assert related(series, series.entries[0], every) == [], "a pair is told once, at the later value"
