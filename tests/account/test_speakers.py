"""For whom speakers speak."""

from __future__ import annotations

import pytest

from wirecopy.account.speakers import speaks_for, spoken_for
from wirecopy.model import Actor, Role

ANN = Actor("ann-bly", "Ann Bly", "person", "NOR")
OLA = Actor("ola-dahl", "Ola Dahl", "person", "NOR")
PELL = Actor("pell-arden", "Pell Arden", "person", "FRA")
NORWAY = Actor("norway", "Norway", "state", "NOR")
OFFICIAL = Actor("official", "a senior official", "group", "NOR", anonymous=True)
PALACE = Actor("palace", "Palace", "office", "NOR")
NOBODY_KNOWN = Actor("ben-lo", "Ben Lo", "person")
ALLIES = Actor("group:allies-of", "its friends", "group", anonymous=True)
CHIEF = Actor("ira-voss", "Ira Voss", "person", "NLD", roles=(Role("secretary general", "NATO"),))
SPOKESWOMAN = Actor("una-rell", "Una Rell", "person", "ROU", roles=(Role("spokeswoman", "NATO"),))


@pytest.mark.parametrize(
    ("makers", "shown"),
    [
        ([(ANN,), (OLA,)], "Norway"),
        ([(ANN,), (OLA,), (NORWAY,)], "Norway"),
        ([(ANN,), (OFFICIAL,)], "Norway"),
        ([(ANN,), (PALACE,)], "Norway"),
        ([(ANN,), (OLA,), (NOBODY_KNOWN,)], "Norway"),
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


def norwegian(*roles: Role, kind: str = "person", country: str | None = "NOR") -> Actor:
    return Actor("x", "Some One", kind, country, roles=roles)


@pytest.mark.parametrize(
    ("actor", "is_so"),
    [
        (norwegian(Role("prime minister")), True),
        (norwegian(Role("deputy foreign minister", "Norway")), True),
        (norwegian(Role("spokesman", "Norwegian defence ministry")), True),
        (norwegian(kind="office"), True),
        (norwegian(Role("president", "Equinor")), False),
        (norwegian(Role("spokeswoman", "Fisk og Fjord")), False),
        (norwegian(Role("former prime minister")), False),
        (norwegian(Role("prime minister", "Norway", end="2021")), False),
        (norwegian(Role("mayor", "Norway")), False),
        (norwegian(Role("singer")), False),
        (norwegian(Role("prime minister"), country="SWE"), False),
        (norwegian(Role("prime minister"), country=None), False),
        (norwegian(kind="group"), False),
    ],
)
def test_who_speaks_for_a_state(actor: Actor, is_so: bool) -> None:
    assert speaks_for(actor, NORWAY) == is_so
    assert not speaks_for(actor, ANN)
