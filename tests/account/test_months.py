"""The day and the words of a line belong together; a month is given where the clause names one and nothing better is known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import wirecopy
from wirecopy.model import Commitment, Entry, Event
from wirecopy.run.account import OpenAccount
from wirecopy.views.sentences import when

TEXTS = {
    "1.txt": "Quispe warns Chile\n\nMarch 9, 2021\n\nPeruvian President Rosa Quispe warned on Monday that Peru would impose "
    "sanctions on Chile if Chile invaded Bolivia.",
    "2.txt": "Peru and its neighbours\n\nMarch 30, 2021\n\nPeru has warned that it would impose harsh economic sanctions on "
    "Chile if Chile invaded Bolivia. Bolivia submitted draft documents this month demanding that Chile withdraw its soldiers.",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenAccount]:
    folder = tmp_path_factory.mktemp("months")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf8")
    with wirecopy.open(str(folder / "a.db")) as made:
        made.read([str(folder / name) for name in TEXTS])
        yield made


def the_threat(account: OpenAccount) -> Entry:
    (found,) = (e for e in account.commitments if isinstance(e.value, Commitment) and e.value.kind == "threat")
    return found


def test_the_words_shown_are_those_of_the_day_shown(told: OpenAccount) -> None:
    threat = the_threat(told)
    assert len(threat.reports) == 2
    assert when(threat) == "8 March 2021"
    assert isinstance(threat.value, Commitment)
    assert "harsh" not in (threat.value.action or "")


def test_this_month_is_the_month_of_a_line_without_a_day(told: OpenAccount) -> None:
    (asked,) = (e for e in told.events if isinstance(e.value, Event) and e.value.act == "REQUEST")
    assert when(asked) == "March 2021"
