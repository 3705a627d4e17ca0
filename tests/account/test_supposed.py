"""A conditional deed shows what it hangs on, where its own words do not tell it."""

from __future__ import annotations

import pytest

from wirecopy.account.supposed import with_condition
from wirecopy.model import Actor, Block, Entry, Event, Report, Span, Status, claim
from wirecopy.views.sentences import sentence

OSLO = Actor("NOR", "Norway", "state", "NOR")
ROWS = [
    # in the deed's own sentence, before it or behind
    ("If Chad closed the port, Norway would send two ships, Moen said.", "if: “Chad closed the port”"),
    ("Norway would send two ships, Moen said, unless Chad opened the port.", "unless: “Chad opened the port”"),
    ("In the event of a blockade, he said, Norway would send two ships.", "if: “a blockade”"),
    # in the sentence before it, of its paragraph
    ("Moen spoke of fines if Chad closed the port. Also, Norway would send two ships.", "if: “Chad closed the port”"),
    ("Moen spoke of fines if Chad closed the port.\n\nAlso, Norway would send two ships.", ""),
    # no condition opens there
    ("He asked if Chad had closed the port. Also, Norway would send two ships.", ""),
    ("They should leave the port, he said. Also, Norway would send two ships.", ""),
]


def line(text: str, words: str = "Norway would send two ships", status: Status = "conditional") -> Entry:
    """The line of a deed told by these words of a report, with its condition."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start, start + len(paragraph), "paragraph"))
        start += len(paragraph) + 2
    report = Report("r", "d", "t", text, (), (), tuple(blocks))
    act = text.index("send")
    told = claim(Event("AID", who=(OSLO,), status=status, what=words), {"act": (Span("r", act, act + 4),)}, "test@1")
    entry = Entry("ev-1", "event", told.finding, (told,), ("r",), 1, ())  # type: ignore[arg-type]
    return with_condition(entry, {"r": report})


@pytest.mark.parametrize(("text", "shown"), ROWS)
def test_a_line_tells_what_it_hangs_on(text: str, shown: str) -> None:
    told = "conditional: aid: Norway — “Norway would send two ships”"
    assert sentence(line(text)) == (f"{told} — {shown}" if shown else told)


def test_words_that_tell_it_and_what_is_sure_need_none() -> None:
    text = ROWS[0][0]
    assert line(text, "If Chad closed the port, Norway would send two ships").condition is None
    assert line(text, status="possible").condition is None
