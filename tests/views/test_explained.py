"""Why: of any line, any judgement, any cut, by the code that decides."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import pytest

import wirecopy
from wirecopy.judgements.grouping import SAME
from wirecopy.run.account import OpenAccount
from wirecopy.views.explain import explain, explain_judgement, explain_report, rule_text
from wirecopy.views.weighed import weighed
from wirecopy.words import load


def test_every_rule_by_which_something_is_cut_says_why() -> None:
    package = Path(wirecopy.__file__).parent / "reports"
    named = {*load("residue")["phrases"], *load("residue")["patterns"]}
    for file in (package / "clean.py", package / "heading.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Cut":
                named |= {
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                }
            if isinstance(node, ast.Assign) and "rules[" in ast.unparse(node.targets[0]):
                consts = (one.value for one in ast.walk(node.value) if isinstance(one, ast.Constant))
                named |= {one for one in consts if isinstance(one, str)}
    assert "repeated" in named and named <= set(load("cuts"))


def test_a_report_tells_its_date_and_each_cut(account: OpenAccount) -> None:
    out = io.StringIO()
    report = max(account.reports, key=lambda one: len(one.report.cuts))
    explain_report(account, report, out)
    assert out.getvalue().count("  cut “") == len(report.report.cuts) > 3
    assert "dated: " in out.getvalue() and "rule " in out.getvalue()


def test_every_judgement_names_a_rule_that_is_documented(account: OpenAccount) -> None:
    judgements = account.store.judgements()
    assert {one.by for one in judgements if not rule_text(one.by)} == set()
    for relation in sorted({one.relation for one in judgements}):
        out = io.StringIO()
        explain_judgement(account, next(one for one in judgements if one.relation == relation), out)
        assert "by rule " in out.getvalue() and "because" in out.getvalue()


def test_a_judgement_on_claims_shows_their_words_and_figures(account: OpenAccount) -> None:
    out = io.StringIO()
    made = next(one for one in account.store.judgements(relation="same event") if one.score)
    explain_judgement(account, made, out)
    assert out.getvalue().count("⟦") >= 2 and f"likeness {made.score:.3f}; from {SAME:g} on" in out.getvalue()


def test_what_was_weighed_stands_elsewhere(account: OpenAccount) -> None:
    largest = sorted(account.events, key=lambda one: -len(one.claims))[:8]
    line, found = next((one, found) for one in largest if (found := weighed(account, one.claims)))
    inside = {claim.id for claim in line.claims}
    assert found and all(one.claim in inside and one.other not in inside and one.line != line.id for one in found)
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)
    out = io.StringIO()
    explain(account, line, out)
    assert out.getvalue().count("  weighed: ") == len(found) and "grade F" in out.getvalue()


def test_who_decided_is_told(account: OpenAccount) -> None:
    from wirecopy.run import correcting

    (made,) = correcting.stated(account, account.commitments[0].id, "broken", "it was", "kim")
    out = io.StringIO()
    explain_judgement(account, made, out)
    assert "decided: " in out.getvalue() and "is broken (kim, " in out.getvalue()


@pytest.mark.parametrize("rule", ["events@1", "same_event@7", "dating@3", "same_actor@3"])
def test_rules_of_any_version_have_their_words(rule: str) -> None:
    assert rule_text(rule)
