"""Of several reports an event shows the words that prove it: its status, its day and its parties, and no headline's."""

from __future__ import annotations

import pytest

from wirecopy.account.worded import worded
from wirecopy.judgements.told import Told
from wirecopy.model import Actor, Block, Event, Figure, Moment, Report, Span, Status, claim

CHAD = Actor("place:chad", "Chad", "state", "TCD")
MALI = Actor("place:mali", "Mali", "state", "MLI")
SIXTH, NINTH = (Moment(day, day, day, "stated", day, None) for day in ("2020-05-06", "2020-05-09"))


def told(number: int, text: str, words: str, finding: Event | Figure, kind: str = "paragraph") -> Told:
    report = Report(f"r{number}", f"d{number}", f"{number}.txt", text, (), (), (Block(0, len(text), kind),))  # type: ignore[arg-type]
    start = text.index(words)
    role = "figure" if isinstance(finding, Figure) else "act"
    made = claim(finding, {role: (Span(report.id, start, start + len(words)),)}, "test@1")
    return Told(made, finding, report, frozenset(), start)


def talks(number: int, text: str, status: Status, when: Moment | None = SIXTH, words: str = "") -> Told:
    return told(
        number, text, words or text, Event("CONSULT", who=(CHAD, MALI), when=when, status=status, what=words or text)
    )


HELD = "Chad and Mali met in Gao"
ROWS = [
    # what is only planned proves no meeting, however full its words
    [talks(1, "Chad and Mali will meet in Gao on 6 May to end the quarrel", "scheduled"), talks(2, HELD, "happened")],
    # nor do words of another day, or words that only point
    [talks(1, "Chad and Mali met in Gao on 9 May to end the quarrel", "happened", NINTH), talks(2, HELD, "happened")],
    [talks(1, "It was the first meeting of Chad and Mali in many a year", "happened"), talks(2, HELD, "happened")],
    # of two that tell as much the one that nothing was cut from
    [
        talks(1, "Niger spoke of Chad and Mali meeting in old Gao", "happened", words="Chad and Mali meeting in old Gao"),
        talks(2, HELD, "happened"),
    ],
]  # fmt: skip


@pytest.mark.parametrize("group", ROWS)
def test_the_words_that_prove_a_deed_are_shown(group: list[Told]) -> None:
    shown = {"act": "CONSULT", "who": (CHAD, MALI), "when": SIXTH, "status": "happened"}
    families = {one.report.id: one.report.id for one in group}
    assert worded(group, shown, families) == worded(group[::-1], shown, families) == HELD


def test_a_number_is_quoted_with_what_it_counts() -> None:
    words = ("the ministry, which speaks every day, put it at 400", "400 boats were counted")
    group = [told(n, text, text, Figure("boats", 400, 400, what=text)) for n, text in enumerate(words)]
    assert worded(group, {"measure": "boats", "low": 400}, {"r0": "r0", "r1": "r1"}) == words[1]
