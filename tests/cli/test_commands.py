"""Every command on the sample corpus, and what it says when something is not there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wirecopy.cli import app
from wirecopy.run.account import OpenAccount
from wirecopy.views.people import ordered

Run = Callable[..., Result]
README = Path(__file__).resolve().parents[2] / "README.md"
COMMANDS = [command.name for command in app.registered_commands]


@pytest.fixture
def run(account: OpenAccount) -> Run:
    """Run a command on the account of the sample corpus."""
    return lambda *words: CliRunner().invoke(
        app, list(words), env={"WIRECOPY_ACCOUNT": account.store.path, "COLUMNS": "200"}
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"wirecopy {command}" in result.output.replace("Usage: wirecopy", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    assert f"wirecopy {command}" in README.read_text(encoding="utf8")


KINDS = ["reports", "families", "events", "statements", "figures", "commitments", "appointments", "actors", "changes"]


@pytest.mark.parametrize("kind", KINDS)
def test_show_lists_as_text_and_as_json(run: Run, account: OpenAccount, kind: str) -> None:
    lines = getattr(account, kind)
    expected = [line.id for line in (ordered(lines) if kind == "actors" else lines)]
    assert expected
    text = run("show", kind, "--all").output.splitlines()
    if kind in ("figures", "appointments"):  # they stand in series, the widest first, and under their months
        assert sorted(ids_in(text)) == sorted(expected)
    else:  # under a family stands a line for each of its copies
        assert [line.split("  ")[0] for line in text if not line.startswith(" ")] == expected
    rows = [json.loads(line) for line in run("show", kind, "--all", "--json").output.splitlines()]
    assert [row["id"] for row in rows] == expected


def ids_in(lines: list[str]) -> list[str]:
    """The ids of a listing with headings."""
    words = [line.split("  ") for line in lines]
    return [word for line in words for word in line[:2] if re.fullmatch(r"[a-z]{2}-[0-9a-f]{15}", word)]


def test_rivals_stand_together_under_a_heading(run: Run, account: OpenAccount) -> None:
    blocks = run("show", "figures").output.split("\n\n")
    found = {one: block for block in blocks[:-1] for one in ids_in(block.splitlines())}
    contested = [entry for entry in account.figures if entry.rivals]
    assert contested and set(found) == {entry.id for entry in contested}
    for entry in contested:
        assert {found[rival] for rival in entry.rivals} == {found[entry.id]}
    assert all(re.match(r"\S.*: \d+ values, ", block) for block in blocks[:-1])
    assert "disagrees with" in "".join(blocks) and "▁" in "".join(blocks)


def test_filters_of_figures_take_the_same_lines_as_json(run: Run) -> None:
    for words in (["--actor", "Reznikov"], ["--since", "2022-02-01"], ["--limit", "7"], ["--status", "possible"]):
        rows = [json.loads(line)["id"] for line in run("show", "figures", *words, "--json").output.splitlines()]
        assert rows and sorted(ids_in(run("show", "figures", *words).output.splitlines())) == sorted(rows)


def test_the_timeline_is_in_the_order_of_events_with_both_days(run: Run, account: OpenAccount) -> None:
    lines = run("show", "timeline").output.splitlines()
    assert [line for line in lines if line and line[0] != " "] == ["before the story", "the story", "no date"]
    assert sorted(ids_in(lines)) == sorted(entry.id for entry in account.events)
    rows = [json.loads(line) for line in run("show", "timeline", "--json").output.splitlines()]
    assert [row["id"] for row in rows] == ids_in(lines)
    days = [row["when"]["earliest"] for row in rows if row["when"] and row["when"]["value"] == row["when"]["earliest"]]
    assert days == sorted(days) and len(days) > 20
    told = [line for line in lines if line.startswith("  ") and not line.startswith("    after: ")]
    assert all("  reported " in line for line in told)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ([], {"ev"}),
        (["--also", "statements"], {"ev", "st"}),
        (["--also", "figures", "--also", "commitments"], {"ev", "fi", "co"}),
        (["--also", "statements", "--actor", "Stoltenberg", "--since", "2022-01-10"], {"ev", "st"}),
        (["--status", "scheduled", "--limit", "4"], {"ev"}),
    ],
)
def test_the_timeline_takes_other_kinds_and_filters(run: Run, words: list[str], kinds: set[str]) -> None:
    found = ids_in(run("show", "timeline", *words).output.splitlines())
    rows = [json.loads(line) for line in run("show", "timeline", *words, "--json").output.splitlines()]
    assert {entry[:2] for entry in found} == kinds
    assert [row["id"] for row in rows] == found
    assert len(found) <= (4 if "--limit" in words else 10_000)
    if "--since" in words:
        assert all((row["when"]["latest"] or "9999") >= "2022-01-10" for row in rows)


def test_actors_that_say_little_alone_are_left_out(run: Run) -> None:
    short, whole = (run("show", "actors", *words).output.splitlines() for words in ([], ["--all"]))
    assert 0 < len(short) < len(whole)
    assert set(short) < set(whole)


def test_actors_are_listed_people_and_states_before_groups(run: Run) -> None:
    rows = [json.loads(line) for line in run("show", "actors", "--json").output.splitlines()]
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    assert kinds == ["person", "state", "organisation", "office", "group"]
    for kind in kinds:
        origins = [row["origins"] for row in rows if row["kind"] == kind]
        assert origins == sorted(origins, reverse=True)


def test_an_actor_is_listed_with_its_names_and_the_number_of_its_lines(run: Run, account: OpenAccount) -> None:
    row = next(json.loads(line) for line in run("show", "actors", "--json").output.splitlines() if "jen-psaki" in line)
    told = [
        json.loads(line)
        for line in run("show", "statements", "--by", "jen-psaki", "--all", "--json").output.splitlines()
    ]
    assert row["statements"] == len(told) > 3
    assert {"said": "Jen Psaki", "times": 11} in row["names"]
    assert sum(name["times"] for name in row["names"]) + row["pronouns"] == len(row["evidence"])
    lines = run("show", "actors", "--actor", "jen-psaki").output.splitlines()
    assert lines[0] == "jen-psaki  Jen Psaki (person, USA): press secretary of White House"
    assert "Jen Psaki (11)" in lines[1] and f"{len(told)} statements, " in lines[2]


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (["--by", "Psaki"], lambda row: "jen-psaki" in str([row["speaker"], row["said_by"]])),
        (["--about", "Nord Stream"], lambda row: "pipeline" in row["words"] or "Nord Stream" in row["words"]),
        (["--about", "sanction"], lambda row: "sanction" in "".join(e["text"] for e in row["evidence"]).lower()),
        (["--by", "Biden", "--about", "sanctions"], lambda row: "joe-biden" in str([row["speaker"], row["said_by"]])),
    ],
)
def test_statements_by_somebody_about_something(
    run: Run, words: list[str], holds: Callable[[dict[str, object]], bool]
) -> None:
    every = run("show", "statements", "--json").output.splitlines()
    kept = [json.loads(line) for line in run("show", "statements", "--json", *words).output.splitlines()]
    assert 0 < len(kept) < len(every) and all(map(holds, kept))
    listed = run("show", "statements", *words).output.splitlines()
    told = [line for line in listed if not line.startswith("    after: ")]
    assert [line.split("  ")[0] for line in told] == [row["id"] for row in kept]


def test_statements_about_an_actor_are_those_that_name_it_by_any_name(run: Run, account: OpenAccount) -> None:
    rows = [json.loads(line) for line in run("show", "statements", "--about", "Russia", "--json").output.splitlines()]
    words = [" ".join(e["text"] for e in row["evidence"] if e["role"] == "words") for row in rows]
    assert any("Russia" not in said and "Moscow" in said for said in words)
    assert len(rows) > 20
    both = [
        json.loads(line)
        for line in run("show", "commitments", "--by", "Putin", "--about", "NATO", "--json").output.splitlines()
    ]
    assert both and all("vladimir-putin" in str((row["by"], row["said_by"])) for row in both)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (["--actor", "Putin"], lambda row: "vladimir-putin" in str(row)),
        (["--status", "scheduled"], lambda row: row["status"] == "scheduled"),
        (["--act", "consult"], lambda row: row["act"] == "CONSULT"),
        (["--act", "talks"], lambda row: row["act"] == "CONSULT"),
        (["--since", "2021-12-20"], lambda row: (row["when"]["latest"] or "9999") >= "2021-12-20"),
        (["--until", "2021-12-10"], lambda row: row["when"]["earliest"][:10] <= "2021-12-10"),
        (["--limit", "3"], lambda row: True),
    ],
)
def test_filters(run: Run, words: list[str], holds: Callable[[dict[str, object]], bool]) -> None:
    every = run("show", "events", "--json").output.splitlines()
    kept = [json.loads(line) for line in run("show", "events", "--json", *words).output.splitlines()]
    assert 0 < len(kept) < len(every)
    assert all(map(holds, kept))


def test_brief_says_the_same_headings_every_time(run: Run) -> None:
    output = run("brief").output
    for heading in ("What happened", "What is scheduled", "Figures", "Who said what", "Sources"):
        assert f"## {heading}" in output


def test_explain_shows_words_rule_and_reasons(run: Run, account: OpenAccount) -> None:
    entry = next(e for e in account.events if len(e.claims) > 1)
    output = run("explain", entry.id).output
    assert "⟦" in output
    assert "by rule events@" in output
    assert "because" in output
    row = json.loads(run("explain", entry.id, "--json").output)
    assert row["id"] == entry.id
    assert len(row["rules"]) == len(entry.claims)


def test_export_writes_nine_files(run: Run, account: OpenAccount, tmp_path: Path) -> None:
    result = run("export", account.store.path, str(tmp_path / "out"), "--to", "jsonl")
    assert result.exit_code == 0
    assert sorted(p.stem for p in (tmp_path / "out").iterdir()) == sorted(KINDS)


def test_compare_takes_files_and_reports(run: Run, corpus: Path, account: OpenAccount) -> None:
    copies = next(entry for entry in account.families if len(entry.reports) > 1)
    left, right = copies.reports[:2]
    assert json.loads(run("compare", left, right, "--json").output)["kind"] in ("verbatim", "rewrite", "excerpt")
    first = sorted(corpus.iterdir())[0]
    pair = (str(corpus / "07-marlow-bay.txt"), str(corpus / "06-draft-treaties.txt"))
    assert json.loads(run("compare", *pair, "--json").output)["original"] == "right"
    assert "06-draft-treaties.txt is the original: " in run("compare", *pair).output
    assert run("compare", str(first), str(first)).output.startswith("verbatim")


def test_search_marks_the_words(run: Run) -> None:
    assert "⟦" in run("search", "security").output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["show", "events", "--account", "nowhere.db"], 1, "there is no account nowhere.db"),
        (["explain", "ev-none"], 1, "there is no line ev-none"),
        (["search", "zyzzyva"], 1, "no report has all of"),
        (["compare", "none.txt", "none.txt"], 1, "there is no file none.txt"),
        (["what-if", "the sun goes out"], 1, "no commitment"),
        (["demo", "--corpus", "nowhere"], 1, "there is no folder nowhere"),
        (["show", "rumours"], 2, "rumours"),
        (["show", "events", "--since", "yesterday"], 2, "no ISO date"),
        (["show", "events", "--actor", "Nobody"], 1, "nobody in the account is called 'Nobody'"),
        (["show", "figures", "--actor", "Nobody"], 1, "nobody in the account is called 'Nobody'"),
        (["show", "timeline", "--actor", "Nobody"], 1, "nobody in the account is called 'Nobody'"),
        (["show", "statements", "--by", "Nobody"], 1, "nobody in the account is called 'Nobody'"),
        (["show", "statements", "--by", "Psakki"], 1, "Did you mean 'Psaki'?"),
        (["what-if", "Russia does not withdraw its troops from Belarus"], 1, "no commitment"),
        (["judge", "drop", "ev-none"], 1, "--because"),
        (["show", "events", "--actor", "Putin", "--until", "1999"], 0, "no events fit"),
        (["show", "dyads", "--actor", "Nobody"], 1, "nobody in the account is called 'Nobody'"),
        (["show", "statements", "--about", "the"], 0, "no statements fit"),
        (["show", "events", "--also", "statements"], 2, "--also is for the timeline"),
    ],
)
def test_what_is_not_there(run: Run, words: list[str], code: int, said: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--since", "2021-13-40"], "no ISO date"),
        (["--until", "2021-02-31"], "no ISO date"),
        (["--since", "2021-12-10", "--until", "2021-12-09"], "lies after"),
        (["--status", "bogus"], "is none of"),
    ],
)
def test_a_filter_that_fits_nothing_by_mistake_is_refused(run: Run, asked: list[str], told: str) -> None:
    result = run("show", "events", *asked)
    assert result.exit_code == 2
    assert told in result.output


def test_the_owner_of_a_count_is_found_as_an_actor(run: Run, account: OpenAccount) -> None:
    owned = next(entry for entry in account.figures if entry.value.of)  # type: ignore[union-attr]
    assert owned.id in run("show", "figures", "--all", "--actor", str(owned.value.of)).output  # type: ignore[union-attr]
