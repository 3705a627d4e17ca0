"""One deed that one report tells in two sentences, and what adds nothing to the line that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from telling import told
from wirecopy.model import Event

END = "Chad and Mali held talks in Geneva on Tuesday. Mali accused Chad of lies on Wednesday."
REJECTED = "On Friday Chad demanded that the troops of NATO leave Oslo. NATO rejected the demand on Friday. "
TITLE = "Chad threatens to build rafts in Lima"
BLAMED = "Minister Awa Cissé blamed NATO and the United States for the quarrel on Friday. "


@pytest.mark.parametrize(
    ("text", "act", "lines"),
    [
        (REJECTED + "“We reject any idea of a new border,” spokesperson Ada Moen said.", "REJECT", 1),
        (
            REJECTED.replace("NATO rej", "\n\nNATO rej").replace(" the demand on Friday", " that within hours")
            + "“We reject any idea of a new border,” spokesperson Ada Moen said.",
            "REJECT",
            1,
        ),
        (REJECTED + "“We reject any idea of a new border,” Peru said.", "REJECT", 2),
        (BLAMED + "She accused the West of haste.", "ACCUSE", 1),
        (BLAMED + "She accused Peru of haste.", "ACCUSE", 2),
        (BLAMED.replace("NATO and ", "") + "She accused NATO of haste.", "ACCUSE", 2),
        (BLAMED + "\n\nMinister Ali Touré accused the West of haste on Friday.", "ACCUSE", 2),
    ],
)
def test_a_refusal_and_a_blame_are_told_once(text: str, act: str, lines: int, tmp_path: Path) -> None:
    assert len(_lines(f"{text}\n\n{END}", act, tmp_path)) == lines + (act == "ACCUSE")


def test_a_headline_threatens_what_its_text_warns_of(tmp_path: Path) -> None:
    warned = "Awa Cissé, the foreign minister of Chad, warned on Friday that it would build armed rafts in Lima if NATO came."
    assert len(_lines(f"{TITLE}\n\n{warned}\n\n{END}", "THREATEN", tmp_path)) == 1


@pytest.mark.parametrize(
    ("text", "act", "status", "lines"),
    [
        ("Kenya and Peru agreed on Friday to meet again in Oslo on 20 March.", "AGREE", "happened", 0),
        (
            "Kenya and Peru agreed on Friday to free the pilots and to meet again in Oslo on 20 March.",
            "AGREE",
            "happened",
            1,
        ),
        (
            "Peru said on Friday that it would supply Chad with rifles, and the first of them were flown in that day.",
            "AID",
            "scheduled",
            0,
        ),
        (
            "Peru said on Friday that it would supply Chad with rifles, and trucks were flown in that day.",
            "AID",
            "scheduled",
            1,
        ),
        ("Awa Cissé accused the West of haste and claimed Peru was about to attack Chad.", "ASSAULT", "possible", 0),
        ("Awa Cissé accused the West of haste. Peru may attack Chad in March.", "ASSAULT", "possible", 1),
    ],
)
def test_what_its_own_sentence_has_is_no_line(text: str, act: str, status: str, lines: int, tmp_path: Path) -> None:
    assert [event.status for event in _lines(f"{text}\n\n{END}", act, tmp_path)].count(status) == lines  # type: ignore[arg-type]


def _lines(text: str, act: str, folder: Path) -> list[Event]:
    with told(folder, [("2022-03-12", text)]) as account:
        return [line.value for line in account.events if isinstance(line.value, Event) and line.value.act == act]
