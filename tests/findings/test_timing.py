"""The day of an act that is told as so many days from another one."""

from __future__ import annotations

import pytest

import wirecopy
from wirecopy.model import Event, Moment


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Chad shot down two jets of Niger on Wednesday, its army said, a day after jets of Niger struck a camp in Chad.",
            "struck",
            "2019-02-26",
        ),
        (
            "Kenya said on Wednesday that it would not yield, two days after a grenade was thrown at its envoy in Chad.",
            "thrown",
            "2019-02-25",
        ),
        (
            "Peru closed the border on Tuesday, three days after Chile had shelled a village in Peru.",
            "shelled",
            "2019-02-23",
        ),
    ],
)
def test_days_beside_another_act(text: str, words: str, day: str) -> None:
    read = wirecopy.read(f"Talks go on\n\n{text}", published="2019-02-27")
    at = read.report.text.index(words)
    (when,) = {
        claim.finding.when
        for claim in read.events
        if isinstance(claim.finding, Event) and any(span.start <= at < span.end for span in claim.spans["act"])
    }
    assert isinstance(when, Moment)
    assert (str(when.earliest)[:10], str(when.latest)[:10]) == (day, day)
