"""A commitment without a time of its own has the day of the event that tells how it was said; with two days it has none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import wirecopy
from telling import told
from wirecopy.judgements.said_on import with_days
from wirecopy.judgements.told import Told
from wirecopy.model import Actor, Claim, Commitment, Event, Figure, Moment, Report, Span, Statement

TEXT = "Peru asked Chile on Monday to leave the islands. It had asked before."
PERU, CHILE = (Actor(name[:3].upper(), name, "state", name[:3].upper()) for name in ("Peru", "Chile"))
REPORT = Report("r", "d", "t", TEXT, (), (), ())
MONDAY = Moment("2021-03-08", "2021-03-08", "2021-03-08", "stated")
ASKED = Event("REQUEST", who=(PERU,), whom=(CHILE,), when=MONDAY)
LEAVE = Commitment("demand", (PERU,), (CHILE,), action="leave the islands")


def claimed(finding: Event | Commitment, role: str, words: str) -> Told:
    start = TEXT.index(words)
    claim = Claim(words, finding, {role: (Span("r", start, start + len(words)),)}, "test@1")
    return Told(claim, finding, REPORT, frozenset(), start)


def uttered(said: Statement, cue: str) -> Told:
    """A statement of the first sentence with its cue."""
    start, words = TEXT.index(cue), TEXT.index("leave the islands")
    spans = {"cue": (Span("r", start, start + len(cue)),), "words": (Span("r", words, words + 17),)}
    return Told(Claim(f"st-{cue}", said, spans, "test@1"), said, REPORT, frozenset(), start)


@pytest.mark.parametrize(
    ("event", "word", "day"),
    [
        (ASKED, "asked Chile", MONDAY),
        (replace(ASKED, who=(CHILE,)), "asked Chile", None),  # somebody else's demand
        (replace(ASKED, status="possible"), "asked Chile", None),
        (replace(ASKED, act="CONSULT"), "asked Chile", None),
        (ASKED, "had asked before", None),  # told in another sentence
    ],
)
def test_the_day_is_that_of_the_same_makers_act_in_the_sentence(event: Event, word: str, day: Moment | None) -> None:
    both = [claimed(event, "act", word), claimed(LEAVE, "action", "leave the islands")]
    (found,) = (one.finding for one in with_days(both) if isinstance(one.finding, Commitment))
    assert found.when == day


@pytest.mark.parametrize(
    ("cue", "day"),
    [
        ("asked", MONDAY),
        ("had asked before", None),  # another word's day
    ],
)
def test_an_utterance_has_the_day_of_the_act_that_its_own_word_tells(cue: str, day: Moment | None) -> None:
    said = Statement(PERU, "leave the islands", "indirect", (PERU,))
    (found,) = (
        one.finding
        for one in with_days([claimed(ASKED, "act", "asked"), uttered(said, cue)])
        if one.claim.kind == "statement"
    )
    assert getattr(found, "when", None) == day


def test_a_commitment_has_the_day_of_the_words_that_it_stands_in() -> None:
    said = Statement(PERU, "leave the islands", "indirect", (PERU,), when=MONDAY)
    both = [uttered(said, "asked"), claimed(LEAVE, "action", "leave the islands")]
    (found,) = (one.finding for one in with_days(both) if isinstance(one.finding, Commitment))
    assert found.when == MONDAY
    other = [uttered(replace(said, speaker=CHILE, said_by=(CHILE,)), "asked"), both[1]]
    (found,) = (one.finding for one in with_days(other) if isinstance(one.finding, Commitment))
    assert found.when is None


def test_two_days_leave_it_open_and_its_own_stands() -> None:
    tuesday = replace(MONDAY, value="2021-03-09", earliest="2021-03-09", latest="2021-03-09")
    acts = [claimed(ASKED, "act", "asked"), claimed(replace(ASKED, when=tuesday), "act", "on Monday")]
    open_, own = claimed(LEAVE, "action", "leave"), claimed(replace(LEAVE, when=tuesday), "action", "the islands")
    found = [one.finding for one in with_days([*acts, open_, own])]
    assert [one.when for one in found if isinstance(one, Commitment)] == [None, tuesday]


def test_the_ledger_has_the_day_of_the_timeline(tmp_path: Path) -> None:
    text = (
        "LIMA, March 10, 2021\n\nThe ministers of Peru and Chile met in Lima on Monday. "
        "Peruvian minister Ana Soto urged Chile to withdraw its soldiers from the islands."
    )
    with told(tmp_path, [("2021-03-10", text)]) as account:
        (line,) = account.commitments
        (asked,) = (e for e in account.events if isinstance(e.value, Event) and e.value.act == "REQUEST")
        assert isinstance(line.value, Commitment) and isinstance(asked.value, Event)
        assert line.value.when == asked.value.when


def _in_account(tmp_path: Path, text: str) -> list[tuple[str, str | None]]:
    """What each event or commitment of an account is told by, with its day."""
    (tmp_path / "a.txt").write_text(f"LIMA, March 10, 2021\n\n{text}", encoding="utf8")
    with wirecopy.open(":memory:") as account:
        account.read([tmp_path])
        told = [
            (getattr(e.value, "action", None) or e.value.act, e.value.when)
            for e in (*account.events, *account.commitments)
        ]
    return [(str(words), when.value if when else None) for words, when in told]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "“We demand that Chile pull back its troops,” President Ana Soto of Peru said on Monday.",
            "REQUEST",
            "2021-03-08",
        ),
        (
            "“I asked for his resignation letter,” President Ana Soto of Peru said on Monday.",
            "his resignation letter",
            None,
        ),
        (
            "Peru on Monday published a draft treaty. It would oblige Chile to withdraw its troops from the islands.",
            "withdraw its troops from the islands",
            "2021-03-08",
        ),
        ("President Ana Soto of Peru rejected the bill to raise taxes on Friday.", "the bill to raise taxes", None),
    ],
)
def test_what_is_done_by_words_is_of_their_day(tmp_path: Path, text: str, words: str, day: str | None) -> None:
    assert (words, day) in _in_account(tmp_path, text)


def test_what_a_clause_aside_says_is_always_so_has_no_day(tmp_path: Path) -> None:
    text = (
        "Peru, which refuses to supply Chile with weapons, will send 90 tents, Minister Ana Soto announced on Monday."
    )
    with told(tmp_path, [("2021-03-10", text)]) as account:
        (refused,) = (e.value for e in account.events if isinstance(e.value, Event) and e.value.status == "refused")
    assert refused.when is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Peru telephoned Chile on Monday.\n\nIn Lima, the ministers of Peru approved sanctions against a bank of Chile "
            "and against 80 firms linked to it.",
            ("2021-03-08", "2021-03-08"),
        ),
        ("Peru telephoned Chile on Monday.\n\nIn Lima, 80 firms are linked to a bank of Chile.", None),
        ("Peru this week counted 80 firms of Chile.", ("2021-03-08", "2021-03-10")),
    ],
)
def test_a_number_has_the_day_of_its_deed_and_none_behind_its_report(
    tmp_path: Path, text: str, days: tuple[str, str] | None
) -> None:
    with told(tmp_path, [("2021-03-10", f"{text}\n\nChile and Peru held talks on Tuesday.")]) as account:
        (when,) = (e.value.as_of for e in account.figures if isinstance(e.value, Figure) and e.value.low == 80)
    assert (isinstance(when, Moment) and (when.earliest, when.latest)) == (days or False)
