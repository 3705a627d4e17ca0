"""Lines that cannot be understood alone carry the report's words before theirs; others carry none."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
import yaml

import wirecopy
from wirecopy.account.lead_in import LEAST, MOST
from wirecopy.model import Commitment, Entry, Event, Figure, Statement
from wirecopy.run.account import OpenAccount
from wirecopy.views.briefing import compose
from wirecopy.views.explain import explain
from wirecopy.views.exports.jsonl import entry_rows
from wirecopy.views.lineage import lineage
from wirecopy.views.listing import listing
from wirecopy.views.stored import held
from wirecopy.views.supported import unsupported
from wirecopy.web.links import Links
from wirecopy.web.pages import explanation
from wirecopy.web.render import render
from wirecopy.web.shown import line
from wirecopy.web.snapshot import Snapshot

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/lead_ins.yml").read_text())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> OpenAccount:
    folder = tmp_path_factory.mktemp("lead_ins")
    for number, case in enumerate(CASES):
        (folder / f"{number:02d}.txt").write_text(case["text"])
    account = wirecopy.open(str(folder / "lead_ins.db"))
    account.read([str(path) for path in sorted(folder.glob("*.txt"))])
    return account


def words_of(entry: Entry) -> str:
    value = entry.value
    if isinstance(value, Commitment):
        return " … ".join(filter(None, (value.action, value.condition)))
    if isinstance(value, Statement):
        return value.words
    return (value.what or "") if isinstance(value, Event | Figure) else ""


def line_of(account: OpenAccount, number: int) -> Entry:
    (report,) = (report.id for report in account.reports if report.path.endswith(f"{number:02d}.txt"))
    case = CASES[number]
    found = [
        e for e in account.entries if e.kind == case["kind"] and report in e.reports and case["line"] in words_of(e)
    ]
    assert found, [(e.kind, words_of(e)) for e in account.entries if report in e.reports]
    return min(found, key=lambda entry: not words_of(entry).startswith(case["line"]))


@pytest.mark.parametrize("number", range(len(CASES)))
def test_lead_ins(tmp_path: Path, number: int) -> None:
    case, path = CASES[number], tmp_path / f"{number:02d}.txt"
    path.write_text(case["text"])
    account = wirecopy.open(str(tmp_path / "alone.db"))
    account.read([str(path)])
    led = line_of(account, number).lead_in
    assert (led and led.words, led and led.text) == (case["points"], case["after"])


def test_each_is_a_stretch_of_its_report_before_the_words(account: OpenAccount) -> None:
    texts = {report.id: report.text for report in account.reports}
    led = [entry for entry in account.entries if entry.lead_in]
    assert led
    for entry in led:
        one = entry.lead_in
        assert one is not None
        words = texts[one.span.report_id][one.span.start : one.span.end]
        assert one.text.removeprefix("… ").removesuffix(" …").split() == words.split()
        assert one.span.report_id in entry.reports
        assert len(words.split()) >= LEAST and len(words) <= MOST
        assert not any(gloss.words.lower() == one.words.lower() for gloss in entry.glosses)
    lines = [entry for entry in account.entries if entry.kind in ("event", "statement", "figure", "commitment")]
    assert len(led) < len(lines) / 4


def test_they_are_shown_explained_and_exported(told: OpenAccount) -> None:
    entry = line_of(told, 0)
    out, why = StringIO(), StringIO()
    listing([entry], lineage(told), out)
    assert out.getvalue().splitlines()[1] == f"    after: “{CASES[0]['after']}”"
    explain(told, entry, why)
    assert "because “it” points at what the line does not tell" in why.getvalue()
    (row,) = entry_rows(told, [entry])
    assert row["lead_in"]["text"] == CASES[0]["after"]
    (clear,) = entry_rows(told, [line_of(told, 7)])
    assert clear["lead_in"] is None


def test_the_briefing_prints_them_and_holds_them_against_the_report(told: OpenAccount) -> None:
    entry, known = line_of(told, 0), held(told)
    lines = [line.text for part in compose(told, whole=True).parts for line in part.lines if line.id == entry.id]
    assert lines and all(f"(after: “{CASES[0]['after']}”)" in text for text in lines)
    assert not unsupported(entry, known)
    led = entry.lead_in
    assert led is not None
    false = replace(entry, lead_in=replace(led, text="Peru demanded on Monday that Chile sink the ship."))
    assert any("before its words" in reason for reason in unsupported(false, known))


def test_the_pages_link_them_and_escape_them(told: OpenAccount) -> None:
    snapshot, links = Snapshot(told), Links(live=True)
    entry = line_of(told, 0)
    led = entry.lead_in
    assert led is not None
    hostile = replace(entry, lead_in=replace(led, text="Peru <b>demanded</b> on Monday"))
    shown = line(snapshot, hostile, links)
    assert shown.after is not None
    assert links.report(led.span.report_id) in shown.after.href
    page = render("_entry.html", explanation(snapshot, hostile, links) | {"links": links, "h": 1}).decode()
    assert "after: <a" in page
    assert "Peru &lt;b&gt;demanded" in page
    assert line(snapshot, line_of(told, 7), links).after is None
