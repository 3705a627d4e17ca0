"""Tables of real strings: what is cut, what a head tells, what mending makes of broken punctuation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wirecopy.documents import document_of
from wirecopy.model import Report, Span, Stated
from wirecopy.notes import Notes
from wirecopy.reports import report_of
from wirecopy.reports.draft import draft
from wirecopy.reports.mend import mended
from wirecopy.reports.offsets import original

PARAGRAPH = "The envoy left the capital on Tuesday after three days of talks, her office said."
CASES = Path(__file__).parent.parent / "cases"


def cases(name: str) -> list[Any]:
    return list(yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf8")))


def read(text: str, notes: Notes | None = None) -> Report:
    return report_of(document_of("page.txt", text.encode()), text, notes or Notes("page.txt"))


def cuts(report: Report, page: str) -> dict[str, list[str]]:
    """What was cut from a page, by rule."""
    found: dict[str, list[str]] = {}
    for cut in report.cuts:
        found.setdefault(cut.rule, []).append(page[cut.start : cut.end])
    return found


@pytest.mark.parametrize("case", cases("mending"), ids=lambda case: case["given"][:30])
def test_mending(case: dict[str, str]) -> None:
    assert mended(draft(case["given"], [(0, len(case["given"]))])).text == case["mended"]


@pytest.mark.parametrize("case", cases("cleaning"), ids=lambda case: case["page"][:30])
def test_cleaning(case: dict[str, Any]) -> None:
    report = read(case["page"])
    assert report.text.split("\n\n") == case["stays"]
    assert cuts(report, case["page"]) == case["cuts"]


@pytest.mark.parametrize("case", cases("heading"), ids=lambda case: case["page"][:30])
def test_heading(case: dict[str, str]) -> None:
    report = read(case["page"])
    for name in ("headline", "outlet", "byline", "dateline"):
        assert getattr(report, name) == case.get(name), name
    assert (report.published.value if report.published else None) == case.get("published")
    assert report.text.endswith(case.get("text", "."))


@pytest.mark.parametrize("case", cases("masthead"), ids=lambda case: case["top"][0])
def test_masthead(case: dict[str, Any]) -> None:
    page = "\n\n".join([*case["top"], PARAGRAPH, *case.get("below", [])])
    report = read(page)
    assert (report.headline, report.outlet, report.byline) == tuple(map(case.get, ("headline", "outlet", "byline")))
    assert cuts(report, page) == case["cuts"]


def test_a_stated_headline_is_no_masthead() -> None:
    page = f"The Halden Courier\n\nA paper turns a hundred\n\n{PARAGRAPH}"
    report = report_of(
        document_of("page.html", page.encode()), page, Notes("page.html"), Stated(headline="The Halden Courier")
    )
    assert (report.headline, report.outlet, report.cuts) == ("The Halden Courier", None, ())


def test_credits_are_kept_as_metadata() -> None:
    assert read(cases("cleaning")[2]["page"]).credits == (
        "Pool via the Palace Office",
        "Ada Roe and Jon Vik contributed to this report.",
        "© 2019 The Halden Courier",
    )


def test_blocks_name_the_layout() -> None:
    report = read(cases("cleaning")[1]["page"])
    assert [block.kind for block in report.blocks] == ["paragraph", "subheading", "paragraph", "paragraph"]
    assert [block.kind for block in read(cases("cleaning")[2]["page"]).blocks] == ["paragraph", "caption", "paragraph"]


def test_lines_broken_at_the_margin_are_one_paragraph() -> None:
    page = (
        "The council of the island met on the evening of\r\nMonday to vote on the new ferry line, and nobody\r\n"
        "came to see it but the harbour master."
    )
    report = read(page)
    assert report.text == " ".join(page.split())
    start = report.text.index("Monday")
    assert page[slice(*original(report, Span(report.id, start, start + 6)))] == "Monday"


def test_nothing_but_residue_is_noted() -> None:
    notes = Notes("page.txt")
    assert read("[ad_1]\n\nSource link\n", notes).text == ""
    assert [(line.stage, line.level) for line in notes.lines] == [("reports", "warning")]


def test_another_language_is_kept_and_noted() -> None:
    notes = Notes("page.txt")
    page = "Le ministre des affaires étrangères a quitté la capitale mardi soir après de longues discussions avec le président."
    report = read(page, notes)
    assert (report.language, report.text) == ("fr", page)
    assert "fr" in notes.lines[0].message
