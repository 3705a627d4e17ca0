"""What was said in a talk has the day that other reports give for that talk, where only one fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from telling import told
from wirecopy.account.describe import moment_text
from wirecopy.model import Event, Moment

FIRST = "President Awa Keita of Chad spoke to President Juan Paz of Peru by video link on Thursday."
SEVENTH = "7 May 2020"
NEWS = "Peru’s ports were quiet on Friday, and nobody knew whether Chad would send its ships. "
FRESH = "President Awa Keita of Chad spoke to President Juan Paz of Peru by telephone on Thursday. "


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("In a video call with Juan Paz earlier this month, Awa Keita demanded that Peru open its ports.", SEVENTH),
        (
            "Keita’s words were similar to a video call with Paz earlier this month, in which Keita said Peru must open up.",
            SEVENTH,
        ),
        # after the talk, or of somebody who did not take part
        ("After a video call with Juan Paz earlier this month, Awa Keita demanded that Chile open its ports.", ""),
        ("In a video call with Juan Paz earlier this month, she heard Oslo demand that Peru open its ports.", ""),
    ],
)  # fmt: skip
def test_it_has_the_day_of_the_talk(words: str, day: str, tmp_path: Path) -> None:
    with told(tmp_path, [("2020-05-08", FIRST), ("2020-05-29", FRESH + NEWS + words)]) as account:
        events = (entry.value for entry in account.events)
        found = [one.when for one in events if isinstance(one, Event) and one.act == "REQUEST"]
        days = {moment_text(when) for when in found if isinstance(when, Moment) and when.earliest == when.latest}
        assert days == ({day} if day else set())
