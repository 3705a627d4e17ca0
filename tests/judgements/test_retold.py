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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # a state's paper, then the envoy who handed it over; another paper went the other way
        (
            "Chad has delivered its written answers to Peru’s demands. Ambassador Awa Keita of Chad handed the paper to the "
            "Peruvian foreign ministry in Lima on Friday.",
            1,
        ),
        (
            "Peru has delivered its written answers to Chad’s demands. Ambassador Awa Keita of Chad handed the paper to the "
            "Peruvian foreign ministry in Lima on Friday.",
            2,
        ),
        # a session of a council, then who chaired it; he met another there
        ("The NATO-Russia Council met in Oslo on Friday. The gap is wide, said Juan Paz, who chaired the session in Oslo.", 1),
        ("NATO and Peru met in Oslo on Friday. “The gap is wide,” said Juan Paz, who met Awa Cissé of Chad in Lima.", 2),
    ],
)  # fmt: skip
def test_a_meeting_and_a_paper_are_told_once(text: str, lines: int, tmp_path: Path) -> None:
    assert len(_lines(text, "CONSULT", tmp_path)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # a state's attack, and that its leader announced an operation that day; on another day it is another
        ("Chad invaded Mali on Friday. President Mahamat Idriss Déby of Chad announced a military operation on Friday.", 1),
        ("Chad invaded Mali on Friday. President Mahamat Idriss Déby of Chad announced a military operation on Monday.", 2),
        # the battle by which a place was taken
        ("By dusk Chadian forces had seized the Gao airport in Mali after a fierce battle on Friday.", 0),
        # what a warning hangs on; what is feared besides
        ("Juan Paz of Peru warned on Friday that Norway would close its ports if Chad invaded Mali.", 0),
        ("Juan Paz of Peru said on Friday that Chad could invade Mali.", 1),
    ],
)  # fmt: skip
def test_an_attack_is_told_once(text: str, lines: int, tmp_path: Path) -> None:
    assert len(_lines(text, "ASSAULT", tmp_path)) == lines


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
