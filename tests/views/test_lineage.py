"""Copies in words: which is the original, why reports are one origin, who quoted differently."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import wirecopy
from wirecopy.model import Change, Direction, Entry, Evidence, Family, Moment, Note, Span, Statement
from wirecopy.run.account import OpenAccount
from wirecopy.run.joined import joined
from wirecopy.views.exports.jsonl import entry_rows
from wirecopy.views.lineage import Lineage, copies, copying, lineage, members, misquoted, missing, verdict
from wirecopy.views.listing import listing
from wirecopy.views.sentences import change_sentence

NAMES = {name: f"{name}.txt" for name in "abcdef"}


def day(value: str, basis: str = "stated") -> Moment:
    return Moment(value, value, value, basis)


def known(*families: Family, **published: Moment) -> Lineage:
    of = {member: family for family in families for member in family.members}
    return Lineage(of, NAMES, {name: published.get(name) for name in NAMES})


def link(left: str, right: str, kind: str, original: str) -> Family:
    found = Direction(left, right, original, ("so it is",))  # type: ignore[arg-type]
    first = {"left": left, "right": right}.get(original)
    return Family((left, right), ((left, right, kind, 0.9),), (found,), first)


@pytest.mark.parametrize(
    ("family", "published", "line"),
    [
        (link("a", "b", "verbatim", "left"), {"a": day("2015-05-04"), "b": day("2015-05-05")},
         "b.txt is a copy of a.txt (verbatim), printed a day later"),
        (link("a", "b", "rewrite", "right"), {"a": day("2015-05-09"), "b": day("2015-05-05")},
         "a.txt is a copy of b.txt (rewrite), printed 4 days later"),
        (link("a", "b", "rewrite", "left"), {"a": day("2015-05-04"), "b": day("2015-05-04")},
         "b.txt is a copy of a.txt (rewrite), printed the same day"),
        (link("a", "b", "rewrite", "left"), {"a": day("2015-05-04"), "b": day("2015-05-05", "inferred")},
         "b.txt is a copy of a.txt (rewrite)"),
        (link("a", "b", "excerpt", "unknown"), {}, "a.txt and b.txt are copies (excerpt); which is the original is unknown"),
    ],
)  # fmt: skip
def test_copies_in_words(family: Family, published: dict[str, Moment], line: str) -> None:
    assert [told for told, _ in copies(family, known(family, **published))] == [line]


def test_many_reprints_of_which_nobody_knows_are_one_line() -> None:
    names = "abcdef"
    pairs = [(a, b) for n, a in enumerate(names) for b in names[n + 1 :]]
    links = tuple((a, b, "verbatim", 0.9) for a, b in pairs)
    family = Family(
        tuple(names), links, tuple(Direction(a, b, "unknown", ("both print AP", "not here")) for a, b in pairs)
    )
    told = "a.txt, b.txt, c.txt and 3 more are copies (verbatim); which is the original is unknown"
    assert copies(family, known(family)) == [(told, ("not here",))]


def test_the_original_comes_first() -> None:
    family = link("a", "b", "rewrite", "right")
    assert members(family, known(family, a=day("2015-05-04"))) == ["b", "a"]


def test_the_verdict_gives_its_reasons() -> None:
    assert verdict(Direction("a", "b", "right", ("one", "two")), NAMES) == "b.txt is the original: one; two"
    assert verdict(Direction("a", "b", "unknown", ("one",)), NAMES) == "which is the original is unknown: one"


THREE = Family(
    ("a", "b", "c"),
    (("a", "b", "rewrite", 0.7), ("b", "c", "verbatim", 0.9)),
    (Direction("a", "b", "left", ()), Direction("b", "c", "left", ())),
    "a",
)
TWINS = link("d", "e", "rewrite", "unknown")


@pytest.mark.parametrize(
    ("reports", "origins", "told"),
    [
        ("abc", 1, "b.txt and c.txt copy a.txt"),
        ("ac", 1, "c.txt copies a.txt"),  # through b, which does not tell it
        ("bc", 1, "c.txt copies b.txt"),
        ("de", 1, "d.txt and e.txt are copies"),
        ("abdef", 3, "b.txt copies a.txt; d.txt and e.txt are copies"),
        ("adf", 3, ""),
    ],
)
def test_a_line_says_which_reports_are_copies(reports: str, origins: int, told: str) -> None:
    span = tuple(Evidence(Span(one, 0, 1), "words") for one in reports)
    entry = Entry("st-1", "statement", Statement(None, "no", "direct"), (), tuple(reports), origins, span)
    assert copying(entry, known(THREE, TWINS, Family(("f",)))) == told


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (Change("number", "3", "5", None, None, "", "right"), "number: “3” ↔ “5” (held to be the original)"),
        (Change("number", "3", "5", None, None, "", "left"), "number: “3” (held to be the original) ↔ “5”"),
        (Change("dropped", "by night", None, None, None, "", "left"), "dropped: “by night”"),
        (Change("added", None, "by night", None, None, "", "left"), "added: “by night” (held to be added by the copy)"),
        (Change("added", None, "by night", None, None), "added: “by night”"),
    ],
)
def test_a_change_says_which_wording_is_likely_the_original(change: Change, line: str) -> None:
    assert change_sentence(change) == line


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change("dropped", "by night", None, Span("a", 0, 8), None, "", None, "b"), "in a.txt, missing in b.txt"),
        (Change("added", None, "by night", None, Span("b", 0, 8), "", None, "a"), "in b.txt, missing in a.txt"),
        (Change("number", "3", "5", Span("a", 0, 1), Span("b", 0, 1)), ""),
    ],
)
def test_a_change_says_which_report_lacks_the_words(change: Change, told: str) -> None:
    assert missing(change, NAMES) == told
    entry = Entry("ch-1", "change", change, (), ("a",), 1, ())
    out = io.StringIO()
    listing([entry], known(), out)
    assert out.getvalue() == f"ch-1  {change_sentence(change)}{' — ' + told if told else ''}  1 report, 1 origin\n"


@pytest.mark.parametrize(
    ("before", "members", "notes"),
    [
        ([("a",), ("b",)], ("a", "b"), ["a.txt and b.txt are counted as one origin now, no longer as 2"]),
        ([("a",), ("b",)], ("a", "b", "c"),
         ["a.txt and b.txt are counted as one origin now, no longer as 2, since c.txt was read"]),
        ([("a", "b")], ("a", "b", "c"), []),
        ([], ("a", "b"), []),
    ],
)  # fmt: skip
def test_the_issue_log_says_when_an_origin_was_lost(
    before: list[tuple[str, ...]], members: tuple[str, ...], notes: list[str]
) -> None:
    found: list[Note] = list(joined(before, [Family(members)], NAMES))
    assert [note.message for note in found] == notes


ORIGINAL = """LUNDE, May 4 (Fjord Wire) - The harbour of Lunde was closed on Monday after two ferries collided in thick fog.

"We warned the company about this timetable in the spring," said Kari Vik, the mayor of Lunde. "Nobody listened to us."

Oskar Lien, who runs the kiosk on the pier, said that eleven passengers had been taken to hospital with broken bones.

(Reporting by Ann Dahl; Editing by Jo Moe)
"""
COPY = """Sandvik Now 24

Crash in the fog

The harbour of Lunde was shut on Monday after two ferries collided in thick fog.

“We threatened the company about this timetable in the spring,” said Kari Vik, the mayor of Lunde. “Nobody listened to us.”

Oskar Lien, who runs the kiosk on the pier, said that eleven passengers had been brought to hospital with broken bones.

Copyright 2015 Fjord Wire
"""


def test_words_altered_between_quotation_marks(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(ORIGINAL, encoding="utf8")
    (tmp_path / "now.txt").write_text(COPY, encoding="utf8")
    with wirecopy.open(":memory:") as account:
        account.read(str(tmp_path))
        found = lineage(account)
        altered = {misquoted(entry, found) for entry in account.statements} - {""}
        # What the copy quotes as it was said, it does not quote differently.
        assert altered == {
            "quoted differently by now.txt: “We threatened the company about this timetable in the spring”"
        }
        out = io.StringIO()
        listing(account.families, found, out)
        assert "from Fjord Wire  wire.txt, now.txt\n    now.txt is a copy of wire.txt" in out.getvalue()
        (row,) = entry_rows(account, account.families)
        (edge,) = row["links"]
        assert edge["original"] == row["original"] == found_id(account, "wire.txt")
        assert row["agency"] == "Fjord Wire" and any("copyright line" in reason for reason in edge["because"])


def found_id(account: OpenAccount, path: str) -> str:
    return next(report.id for report in account.reports if report.path == path)


def test_the_copies_of_the_sample(account: OpenAccount) -> None:
    found = lineage(account)
    told = [line for family in account.families for line, _ in copies(family.value, found)]  # type: ignore[arg-type]
    for line in (
        "03-world-pulse.txt is a copy of 02-kyiv-call.txt (rewrite)",
        "07-marlow-bay.txt is a copy of 06-draft-treaties.txt (verbatim), printed a day later",
        "24-prime-bulletin.txt is a copy of 23-news-river.txt (verbatim)",
        "32-global-brief.txt is a copy of 31-sixty-two-minutes.txt (rewrite)",
    ):
        assert line in told
    changes = [entry.value for entry in account.changes if isinstance(entry.value, Change) and entry.value.right]
    assert {change.original for change in changes if change.left == "as many as 175,000"} == {"left"}
