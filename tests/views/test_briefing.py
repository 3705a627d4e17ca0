"""The briefing: the same headings every time, every sentence with its sources, nothing that these do not carry."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TextIO

import pytest

import wirecopy
from wirecopy.model import Actor, Event
from wirecopy.run.account import OpenAccount
from wirecopy.views.briefing import Briefing, compose, refused
from wirecopy.views.pared import pared
from wirecopy.views.printed import html, markdown, plain
from wirecopy.views.sentences import cited
from wirecopy.views.stored import held
from wirecopy.views.supported import carrying, unsupported
from wirecopy.views.unknown import unknown
from wirecopy.words import load

HEADINGS = [
    "Main points", "What changed", "What happened", "What is scheduled",
    "What is only possible, conditional, denied or refused", "Figures",
    "Threats, promises, demands, red lines, refusals, offers", "Who said what", "What copying changed",
    "What is not known, and where reports contradict each other",
]  # fmt: skip


@pytest.fixture(scope="module")
def briefing(account: OpenAccount) -> Briefing:
    return compose(account)


def printed(briefing: Briefing, write: Callable[[Briefing, TextIO], None]) -> str:
    out = io.StringIO()
    write(briefing, out)
    return out.getvalue()


def test_the_headings_are_the_same_with_news_and_without(briefing: Briefing, account: OpenAccount) -> None:
    with wirecopy.open(":memory:") as empty:
        nothing = compose(empty)
        later = compose(empty, since="2021-12-01")
    assert [part.title for part in briefing.parts] == [part.title for part in nothing.parts] == HEADINGS
    assert all(part.none and not part.lines for part in nothing.parts)
    assert later.parts[1].title == "What changed since 1 December 2021" and later.parts[1].none == "No change."


def test_every_sentence_cites_reports_and_is_carried_by_them(briefing: Briefing, account: OpenAccount) -> None:
    known, entries = held(account), {entry.id: entry for entry in account.entries}
    lines = [line for part in briefing.parts for line in part.lines if line.id]
    assert len(lines) > 40
    for line in lines:
        assert line.cites and max(line.cites) <= len(briefing.sources)
        told = pared(entries[line.id], known)
        assert told is not None and unsupported(told, known) == () and cited(told) in line.text


def test_a_part_that_no_citation_carries_is_left_out_and_logged(account: OpenAccount) -> None:
    known = held(account)
    call = next(e for e in account.events if isinstance(e.value, Event) and e.value.duration)
    assert isinstance(call.value, Event)
    longer = replace(call, value=replace(call.value, duration="PT47H"))
    assert unsupported(longer, known) and (told := pared(longer, known)) is not None
    assert isinstance(told.value, Event) and told.value.duration is None and told.value.who == call.value.who
    nobodys = replace(call, value=replace(call.value, who=(Actor("person:nobody", "Eve Nobody", "person"),), whom=()))
    assert pared(nobodys, known) is None
    assert all(note.message.startswith(("printed as: ", "not printed: ")) for note in refused(account))


def test_cites_and_the_others_are_all_the_reports_of_a_line(briefing: Briefing, account: OpenAccount) -> None:
    entries = {entry.id: entry for entry in account.entries}
    lines = [line for part in briefing.parts for line in part.lines if line.id]
    assert any(line.also for line in lines)
    for line in lines:
        assert not set(line.cites) & set(line.also)
        assert len(line.cites) + len(line.also) == len(entries[line.id].reports)


def test_what_is_not_known_has_contradictions_once_and_what_waits(account: OpenAccount) -> None:
    told = unknown(account)
    figures = [entry.id for one in told if one.text.startswith("Not all of these agree: ") for entry in one.lines]
    assert len(figures) > 4 and len(figures) == len(set(figures))
    starts = ("No second origin confirms ", "No report tells yet what became of: ", "When ")
    assert all(any(one.text.startswith(start) for one in told) for start in starts)
    assert any("other languages than English" in one.text and "30-sundkurier-de.txt (de)" in one.text for one in told)


def test_a_copy_that_altered_a_line_is_not_cited_for_it(account: OpenAccount) -> None:
    paths = {report.id: report.path for report in account.reports}
    known = held(account)
    asked = [entry for entry in account.events if "Washington asked Moscow" in str(entry.value)]
    assert asked and [paths[one] for entry in asked for one in carrying(entry, known)] == ["31-sixty-two-minutes.txt"]
    assert all("32-global-brief.txt" in {paths[one] for one in entry.reports} for entry in asked)


def test_words_of_likelihood_are_the_reports_own(briefing: Briefing) -> None:
    estimates = re.compile(rf"\b(?:{'|'.join(load('supported')['estimative'])})\b", re.IGNORECASE)
    for part in briefing.parts:
        for line in part.lines:
            assert not estimates.search(re.sub("“[^“”]*”", "", line.text)), line.text


def test_it_opens_with_what_is_new_and_widely_told(briefing: Briefing, account: OpenAccount) -> None:
    main = briefing.parts[0].lines
    assert 5 <= len(main) <= 8
    assert not any("historical" in line.text for line in main)
    assert any("attack: Russia → Ukraine" in line.text for line in main)


def test_figures_that_many_reports_carry_come_first(briefing: Briefing) -> None:
    figures = next(part for part in briefing.parts if part.title == "Figures").lines
    counts = [len(line.cites) + len(line.also) for line in figures]
    assert counts == sorted(counts, reverse=True) and counts[0] > 1


def test_no_two_lines_of_a_heading_have_one_quotation(briefing: Briefing, account: OpenAccount) -> None:
    entries = {entry.id: entry.value for entry in account.entries}
    for part in briefing.parts:
        events = [value for line in part.lines if isinstance(value := entries.get(line.id), Event)]
        assert len({value.what for value in events}) == len(events), part.title


def test_without_a_day_it_tells_what_the_last_reports_alone_do(briefing: Briefing, account: OpenAccount) -> None:
    dated = {report.id: report.published.latest for report in account.reports if report.published}
    last = max(day for day in dated.values() if day)
    entries = {entry.id: entry for entry in account.entries}
    found = briefing.parts[1]
    assert found.lines and all(line.text.startswith("new: ") for line in found.lines)
    assert {dated[report] for line in found.lines for report in entries[line.id].reports} == {last}


def test_what_has_no_outcome_to_wait_for_is_not_waited_for(account: OpenAccount) -> None:
    waiting = next(one.text for one in unknown(account) if one.text.startswith("No report tells yet what became of: "))
    assert "threats" in waiting and "refusal" not in waiting and "red line" not in waiting


def test_what_changed_since_a_day(account: OpenAccount) -> None:
    found = compose(account, since="2022-02-21").parts[1]
    kinds = [line.text.split(":")[0] for line in found.lines]
    assert "new" in kinds and any("→" in kind for kind in kinds)
    assert kinds == sorted(kinds, key=lambda kind: kind == "new"), "what turned comes first"
    with pytest.raises(ValueError, match="no ISO date"):
        compose(account, since="yesterday")


def test_what_is_refused_stands_in_the_issue_log_with_its_reason(account: OpenAccount) -> None:
    notes, text = refused(account), printed(compose(account, whole=True), markdown)
    assert {note.message.partition(": ")[0]: note.level for note in notes} == {
        "not printed": "warning",
        "printed as": "info",
    }
    for note in notes:
        found = re.search(r"\(((?:ev|st|fi|co)-\w+)\): ", note.message)
        assert found and (found[1] in text) == (note.level == "info")


def test_formats_tell_the_same(briefing: Briefing) -> None:
    marked, text, page = (printed(briefing, write) for write in (markdown, plain, html))
    first = briefing.parts[0].lines[0]
    assert f"## {HEADINGS[0]}\n" in marked and first.id in marked and f"[{len(briefing.sources)}] " in marked
    assert HEADINGS[0].upper() in text and max(map(len, text.splitlines())) <= 100
    assert f"<h2>{HEADINGS[0]}</h2>" in page and "@media print" in page and "<script" not in page
    assert re.search(r'<a href="#s\d+">', page) and 'id="s1"' in page


def test_what_a_report_says_is_escaped() -> None:
    with wirecopy.open(":memory:") as empty:
        nothing = compose(empty)
    hostile = Briefing(nothing.about, nothing.parts, ("a.txt: <script>pwned()</script>",))
    assert "<script>" not in printed(hostile, html)
