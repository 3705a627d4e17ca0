"""A deed that a clause alone tells too little of is shown in its whole sentence; one that stands by itself is not."""

from __future__ import annotations

import pytest

import wirecopy
from wirecopy.account.whole import MOST, whole
from wirecopy.model import Event

LONG = "and the harbour police, the customs, the pilots, the fishermen of both towns and everybody who lives by the ferries"
MEN = "They are the 300 men whom Mr Rashad sent to Sudan on 2 June"
PROMISED = (
    "On Monday Chad opened the camps that Jean Dupont, its president, had promised on Friday after gunmen burnt one"
)
MEETING = (
    "The foreign ministers of Ghana, Togo, Benin, Niger, Mali, Senegal, Gambia, Liberia, Sierra Leone and Guinea, and the "
    "secretary-general of the regional community, met in Accra on 3 May"
)
WARNING = "Mr Rashad repeated a warning that Egypt gave in May. “Whoever dams the river starts a war,” he said"
WHOLE = [
    # what hangs on another clause, or on a word before it
    PROMISED,
    MEN,
    "Peru would recall its envoy if Chile closed the port",
    "Denmark spoke of Norway arming Estonia",
    "Mr Rashad had warned of Niger attacking Mali",
    "Peru said that the papers should be printed and that it would ask Chile to agree",
    # what was too long for a clause and is short enough for a sentence; a warning with what it says
    MEETING,
    WARNING,
    # what alone would assert what is only feared, or put off what was done by announcing it
    "On Monday officials in Oslo grew alarmed that Chad is invading Mali",
    "On Monday Peru and Chile announced that Chadian banks would be cut off from their markets",
]
CLEAR = {
    "In Lima, Peru closed its port, and Chile withdrew its ambassador.": "Chile withdrew its ambassador",
    "He said Niger would not attack Mali.": "Niger would not attack Mali",
    "But if Chad attacked, he warned, Niger would invade Chad.": "if Chad attacked, he warned, Niger would invade Chad",
}


def words_shown(text: str) -> set[str]:
    reading = wirecopy.read(f"OSLO, May 4 - The strait was calm on Sunday. {text}", published="2020-05-04")
    return {whole(claim, reading.report) for claim in reading.claims if isinstance(claim.finding, Event)}


@pytest.mark.parametrize("words", WHOLE)
def test_a_clause_that_says_too_little_brings_its_sentence(words: str) -> None:
    assert words in words_shown(f"{words}.")
    assert len(words) <= MOST


@pytest.mark.parametrize(("text", "words"), CLEAR.items())
def test_a_clause_that_stands_alone_is_left(text: str, words: str) -> None:
    assert words in words_shown(text)


def test_a_long_sentence_is_not_quoted_whole() -> None:
    text = f"Two days of talks, {LONG}, {LONG}, {LONG}, waited for the men whom Mr Rashad sent to Sudan on 2 June."
    assert all(len(words) <= MOST for words in words_shown(text))
