"""For whom the speakers of one commitment speak."""

from __future__ import annotations

import pytest

from wirecopy.account.speakers import spoken_for
from wirecopy.model import Actor, Role

ANN = Actor("ann-bly", "Ann Bly", "person", "NOR")
OLA = Actor("ola-dahl", "Ola Dahl", "person", "NOR")
PELL = Actor("pell-arden", "Pell Arden", "person", "FRA")
NORWAY = Actor("norway", "Norway", "state", "NOR")
OFFICIAL = Actor("official", "a senior official", "group", "NOR", anonymous=True)
ALLIES = Actor("group:allies-of", "its friends", "group", anonymous=True)
CHIEF = Actor("ira-voss", "Ira Voss", "person", "NLD", roles=(Role("secretary general", "NATO"),))
SPOKESWOMAN = Actor("una-rell", "Una Rell", "person", "ROU", roles=(Role("spokeswoman", "NATO"),))


@pytest.mark.parametrize(
    ("makers", "shown"),
    [
        ([(ANN,), (OLA,)], "Norway"),
        ([(ANN,), (OLA,), (NORWAY,)], "Norway"),
        ([(ANN,), (OFFICIAL,)], "Norway"),
        ([(CHIEF,), (SPOKESWOMAN,)], "NATO"),
        # One speaker, with or without his state, made it himself.
        ([(ANN,), (ANN,)], None),
        ([(ANN,), (NORWAY,), (NORWAY, ALLIES)], None),
        ([(NORWAY,)], None),
        # Those of two states made it together.
        ([(ANN, PELL)], None),
        ([(ANN,), (OLA,), (PELL,)], None),
        ([()], None),
    ],
)
def test_several_speakers_of_one_side_speak_for_it(makers: list[tuple[Actor, ...]], shown: str | None) -> None:
    found = spoken_for(makers)
    assert (found.name if found else None) == shown
