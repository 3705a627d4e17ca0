"""What an undated report tells as done, and a dated one had fixed: a table of pairs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import wirecopy
from wirecopy.judgements.dating.anchors import Anchor, anchors
from wirecopy.judgements.dating.kept import kept
from wirecopy.judgements.dating.sentences import lines_of
from wirecopy.judgements.weights import worded
from wirecopy.model import Read

FIRST, LAST = date(2017, 2, 1), date(2017, 4, 30)
WINDOW = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]


def held(undated: str, dated: str, day: date) -> list[Anchor]:
    """The anchors that a dated text gives an undated one."""
    readings = [wirecopy.read(undated, source="0.txt"), wirecopy.read(dated, published=day.isoformat(), source="1.txt")]
    reads = [Read(r.report, r.mentions, r.expressions, r.stored) for r in readings]
    lines = {read.report.id: tuple(lines_of(read, worded(read.report))) for read in reads}
    return kept(anchors(reads, lines, {reads[1].report.id: (day, day)}, {}), reads[0].report.id, WINDOW)


RECEIVED = "Vladimir Putin received Emmanuel Macron on Tuesday."
PAIRS = [
    # The undated text, the dated one with its day, and the days that fit best; a weekday is told within a week.
    (
        RECEIVED,
        ("Emmanuel Macron, who will be in Moscow on Tuesday, asked for patience.", date(2017, 3, 17)),
        (date(2017, 3, 21), date(2017, 3, 27)),
    ),
    # Another weekday, another host, or somebody who is only talked about.
    (RECEIVED, ("Emmanuel Macron, who will be in Moscow on Monday, asked for patience.", date(2017, 3, 17)), None),
    (RECEIVED, ("Emmanuel Macron, who will be in Ottawa on Tuesday, asked for patience.", date(2017, 3, 17)), None),
    (
        "Vladimir Putin on Tuesday criticised Emmanuel Macron.",
        ("Emmanuel Macron, who will be in Moscow on Tuesday, asked for patience.", date(2017, 3, 17)),
        None,
    ),
    (
        "Emmanuel Macron had no plans to see Vladimir Putin, with whom he last spoke on Saturday.",
        ("Emmanuel Macron and Vladimir Putin spoke by telephone on Saturday.", date(2017, 3, 12)),
        (date(2017, 3, 11), date(2017, 3, 17)),
    ),
    # It counts to the day of the report in the present alone.
    (
        "Six days after the shelling of the port of Bata, fear is growing.",
        ("The trouble began on March 3, when ships shelled the port of Bata.", date(2017, 3, 5)),
        (date(2017, 3, 9), date(2017, 3, 9)),
    ),
    (
        "Six days after the shelling of the port of Bata, fear was growing.",
        ("The trouble began on March 3, when ships shelled the port of Bata.", date(2017, 3, 5)),
        None,
    ),
    (
        "Envoys of Chad are due in Dakar on the 4th of next month.",
        ("Envoys of Chad and Niger will meet in Dakar on 4 April, both governments said.", date(2017, 3, 10)),
        (date(2017, 3, 1), date(2017, 3, 31)),
    ),
]


@pytest.mark.parametrize(("undated", "dated", "wanted"), PAIRS, ids=lambda value: str(value)[:40])
def test_pairs(undated: str, dated: tuple[str, date], wanted: tuple[date, date] | None) -> None:
    found = held(undated, *dated)
    fits = sorted(day for anchor in found for day in anchor.weights)
    assert ((fits[0], fits[-1]) if fits else None) == wanted
    assert all("1.txt" in anchor.because for anchor in found)
