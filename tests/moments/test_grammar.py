"""Expressions of time, found and resolved: a table of sentences, and what must hold for any text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wirecopy.language import parser
from wirecopy.language.days import tense
from wirecopy.model import Moment, Report
from wirecopy.moments import tokens
from wirecopy.moments.grammar import RULES, expressions
from wirecopy.moments.lookup import nearest, within
from wirecopy.moments.resolve import resolve

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "times.yml").read_text(encoding="utf8"))


def report(text: str) -> Report:
    return Report("r", "d", "p", text, (), (), ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_sentences(case: dict[str, Any]) -> None:
    day = str(case["published"])
    found = tense.directed(parser.load()(case["text"]), expressions(report(case["text"])))
    moments = [resolve(e, Moment(day, day, day, "stated")) for e in found]
    assert [[m.said, m.value] for m in moments if m] == case["found"]


def test_every_rule_says_what_it_reads() -> None:
    assert all(rule.read.__doc__ for rule in RULES)


def test_no_class_of_words_is_unused() -> None:
    named = {
        kind for rule in RULES for found in re.findall(r"\{([a-z_|]+)\}", rule.pattern) for kind in found.split("|")
    }
    used = named | {kind for union in named for kind in tokens.UNIONS.get(union, ())}
    by_context = {"numbering", "old"}  # asked for by `Hit.near`
    assert set(tokens.classes().values()) - used == by_context


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        tokens.compiled("{no_such_class}")


WORDS = st.sampled_from(
    [*tokens.classes(), "Thursday", "May", "12", "1998", "3:35", "p.m.", "(", ")", "-", ",", "\n\n", "x"]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_spans_in_order_that_do_not_overlap(text: str) -> None:
    found = expressions(report(text))
    ends = 0
    for e in found:
        assert ends <= e.span.start < e.span.end <= len(text)
        assert e.said == text[e.span.start : e.span.end]
        ends = e.span.end
        for published in (
            None,
            Moment("2020-02", "2020-02-01", "2020-02-29", "inferred"),
            Moment("XXXX", "0001-01-01", None, "inferred"),
        ):
            moment = resolve(e, published)
            assert moment is None or not (moment.earliest and moment.latest) or moment.earliest <= moment.latest


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_no_rule_reads_past_a_word_of_no_class(text: str) -> None:
    """A text is read run by run; a rule that reads on would find less than it says."""
    letters = tokens.tokens(text).letters
    for rule in RULES:
        pattern = tokens.compiled(rule.pattern)
        whole = [match.span() for match in pattern.finditer(letters)]
        runs = [(run.start(), match) for run in tokens.RUN.finditer(letters) for match in pattern.finditer(run[0])]
        assert [(at + match.start(), at + match.end()) for at, match in runs] == whole


def test_the_tokens_of_a_text_cover_it() -> None:
    text = "At 9 a.m. the ‘Daily’,\tnext day:\n \nten o’clock, 3rd-4th of May’s 12,5; last\u00a0year"
    found = tokens.tokens(text)
    assert [text[token.start : token.end].lower() for token in found.between(0, len(found))] == [
        "at", "9", "a.m.", "the", "‘", "daily", "’", ",", "next", "day", ":", "\n \n", "ten", "o’clock", ",", "3rd", "-",
        "4th", "of", "may", "’s", "12,5", ";", "last", "year",
    ]  # fmt: skip


def test_a_long_run_reads_as_short_ones_do() -> None:
    days = [f"May {day}, 2021" for day in range(1, 29)]
    assert [e.said for e in expressions(report(", ".join(days)))] == days


def test_lookup() -> None:
    found = expressions(report("On Monday they met for two hours; on Friday they left."))
    assert [e.said for e in within(found, 0, 20)] == ["Monday"]
    near = nearest(found, 45, 50)
    assert near is not None and near.said == "Friday"
    assert nearest((), 0, 1) is None
