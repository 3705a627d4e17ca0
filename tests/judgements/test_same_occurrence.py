"""Occurrences across reports: one story, one word, one event; two like stories, two."""

from __future__ import annotations

from pathlib import Path

import wirecopy
from wirecopy.model import Entry, Event

BODO = (
    "A quake of magnitude 6.1 shook Bodo on 3 March 2011. The quake cracked the walls of Bodo Cathedral, Mayor Kari Vik said. "
    "Rescuers from Tromso searched the ruins around Storgata.",
    "Bodo counts the damage. The earthquake that cracked Bodo Cathedral cost 90 million kroner, Kari Vik told Nordlys. "
    "Storgata stays closed, and Tromso sent 40 rescuers.",
)
ARICA = (
    "A quake of magnitude 7.4 shook Arica on 9 June 2014. Chile's navy warned Iquique and Pisagua of waves. President Rojas "
    "flew to Arica, and the port of Iquique closed.",
    "Fishermen of Pisagua returned after the quake. President Rojas promised Arica 300 tents, and Iquique reopened its port.",
)


def quakes(tmp_path: Path, reports: tuple[str, ...]) -> list[Entry]:
    for number, text in enumerate(reports):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf8")
    with wirecopy.open(str(tmp_path / "a.db")) as account:
        account.read(str(tmp_path))
        shaken = {"quake", "earthquake"}
        return [
            e for e in account.events if isinstance(e.value, Event) and e.value.act is None and e.value.word in shaken
        ]


def test_two_reports_of_one_story_tell_of_one_quake(tmp_path: Path) -> None:
    (quake,) = quakes(tmp_path, BODO)
    assert len(quake.reports) == 2


def test_two_like_stories_are_two_quakes(tmp_path: Path) -> None:
    assert [len(quake.reports) for quake in quakes(tmp_path, (*BODO, *ARICA))] == [2, 2]


def test_two_days_of_one_report_are_two_quakes(tmp_path: Path) -> None:
    told = (
        "A quake cracked the walls of the cathedral in Bodo on 3 March 2011, and the mayor said that nobody was in it. "
        "Another quake was felt in the town on 5 March 2011, when the people had gone back to their houses."
    )
    assert len(quakes(tmp_path, (told,))) == 2


def test_what_was_not_is_no_line_with_what_was(tmp_path: Path) -> None:
    reports = (
        "Thieves stole a Munch from Bodo Cathedral, Kari Vik said.",
        "Thieves did not steal a Munch from Bodo Cathedral.",
    )
    for number, text in enumerate(reports):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf8")
    with wirecopy.open(str(tmp_path / "a.db")) as account:
        account.read(str(tmp_path))
        assert {e.value.status for e in account.events if isinstance(e.value, Event)} == {"happened", "denied"}
