"""The public API: what users and scorers build on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import wirecopy
from wirecopy.model import Commitment, Event, Figure, Moment, Statement

TEXT = """Envoys to meet in Geneva

GENEVA, Jan. 5, 2022 - Russia and the United States will hold talks in Geneva on Monday, the State Department said.

“We will respond if Russia invades Ukraine,” said the department's spokesman, Ned Price. Ukraine says that 90,000 Russian
troops are massed near its border.
"""


def test_import_is_light() -> None:
    heavy = "{'spacy', 'numpy', 'yaml', 'typer', 'starlette', 'sqlite3', 'rensa', 'wordfreq'}"
    code = f"import sys, wirecopy; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_reading_has_every_kind() -> None:
    reading = wirecopy.read(TEXT)
    for claims, kind in (
        (reading.events, Event),
        (reading.statements, Statement),
        (reading.figures, Figure),
        (reading.commitments, Commitment),
    ):
        assert claims
        assert all(isinstance(claim.finding, kind) for claim in claims)
    every = (*reading.events, *reading.statements, *reading.figures, *reading.commitments)
    assert sorted(c.id for c in reading.claims) == sorted(c.id for c in every)
    places = [min(s.start for spans in c.spans.values() for s in spans) for c in reading.claims]
    assert places == sorted(places)


def test_spans_lead_back_to_the_words_that_were_given() -> None:
    reading = wirecopy.read(TEXT)
    for claim in reading.claims:
        for spans in claim.spans.values():
            for span in spans:
                start, end = reading.original(span)
                words = reading.report.text[span.start : span.end]
                assert letters(TEXT[start:end]) == letters(words)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def test_times_are_resolved_by_the_date_of_the_report() -> None:
    reading = wirecopy.read(TEXT)
    assert isinstance(reading.report.published, Moment)
    assert reading.report.published.earliest == "2022-01-05"  # the dateline's day, or the one after it
    talks = next(c.finding for c in reading.events if c.finding.status == "scheduled" and c.finding.when)
    assert isinstance(talks.when, Moment)
    assert talks.when.value == "2022-01-10"


@pytest.mark.parametrize("published", ["yesterday", "2021-13-40", "12/09/2021", ""])
def test_a_wrong_date_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match="ISO date"):
        wirecopy.read(TEXT, published=published)


def test_families_take_each_text_once() -> None:
    assert sorted(sorted(f) for f in wirecopy.families([TEXT, "A calm day at sea. Nothing was said.", TEXT])) == [
        [0, 2],
        [1],
    ]
    assert wirecopy.families([]) == []


def test_compare_and_stories() -> None:
    assert wirecopy.compare(TEXT, TEXT).kind == "verbatim"
    labels = wirecopy.stories([TEXT, TEXT, "The cup final ended in a draw."], ["2022-01-05", None, "2022-01-05"])
    assert labels[0] == labels[1] != labels[2]


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x01", "“" * 500, "a" * 20_000, "\ud800", "‮abc", "." * 5000])
def test_odd_texts_are_read_without_an_error(text: str) -> None:
    reading = wirecopy.read(text)
    assert isinstance(reading.claims, tuple)


def test_open_makes_an_account(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    account = wirecopy.open(str(tmp_path / "crisis.db"))
    account.read([str(tmp_path / "a.txt")])
    (report,) = account.reports
    assert (report.path, report.outlet) == ("a.txt", None)
    assert report.family == account.families[0].id
    assert all(entry.origins == len(entry.reports) == 1 for entry in account.entries)
    assert account.what_if("Russia invades Ukraine")
    account.close()
