"""Lines in words: nothing that is only imagined, denied or refused may read as done."""

from __future__ import annotations

import pytest

from wirecopy.model import Actor, Change, Commitment, Entry, Event, Figure, Statement, Variant
from wirecopy.views.sentences import (
    change_sentence,
    commitment_sentence,
    event_sentence,
    figure_sentence,
    other_wordings,
    statement_sentence,
)

MALI, NIGER = Actor("MLI", "Mali", "state", "MLI"), Actor("NER", "Niger", "state", "NER")
ENVOYS = Actor("group:envoys", "envoys", "group")
VIK = Actor("person:kari-vik", "Kari Vik", "person")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Event("ASSAULT", who=(MALI,), whom=(NIGER,), status="denied"), "denied: attack: Mali → Niger"),
        (Event("CONSULT", "phone", (MALI, NIGER), duration="PT1H30M"), "happened: talks (phone): Mali and Niger, 1 h 30 min"),
        (Event("ASSAULT", whom=(NIGER,), what="a camp was shelled"),
         "happened: attack: somebody who is not named → Niger — “a camp was shelled”"),
        (Event(None, who=(MALI,), status="possible"), "possible: event: Mali"),
        (Event("ACCUSE", who=(MALI,), what="“It was a mistake,” he said, and no “error”"),
         "happened: accusation: Mali — “‘It was a mistake,’ he said, and no ‘error’”"),
        (Event("ACCUSE", who=(MALI,), what="they spoke of “a mistake"),
         "happened: accusation: Mali — “they spoke of ‘a mistake’”"),
        (Event("ACCUSE", who=(MALI,), what="a mistake,” he said"), "happened: accusation: Mali — “‘a mistake,’ he said”"),
        (Event("CONSULT", "paper", (MALI,), (NIGER,)), "happened: paper handed over: Mali → Niger"),
        (Event("MOBILIZE", "exercise", (MALI, NIGER)), "happened: exercise: Mali and Niger"),
        (Event("COERCE", "emergency", (MALI,)), "happened: state of emergency: Mali"),
        (Event(None, "vote", (MALI,), status="scheduled"), "scheduled: vote: Mali"),
        (Event("ACCUSE", who=(MALI,), what="“a mistake”"), "happened: accusation: Mali — “a mistake”"),
    ],
)  # fmt: skip
def test_events(event: Event, words: str) -> None:
    assert event_sentence(event) == words


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (Statement(VIK, "We will not pay,", "direct", cue="said"), "Kari Vik [said]: “We will not pay”"),
        (
            Statement(VIK, "the call came “at our request,”", "mixed", cue="said"),
            "Kari Vik [said]: the call came “at our request”",
        ),
        (Statement(MALI, "planning an attack", "indirect", cue="has denied"), "Mali [has denied]: planning an attack"),
        (
            Statement(VIK, "it was over", "indirect", addressee=(MALI,), cue="told them"),
            "Kari Vik [told Mali]: it was over",
        ),
        (
            Statement(VIK, "it was over", "indirect", addressee=(MALI,), medium="letter", cue="said"),
            "Kari Vik [said in a letter to Mali]: it was over",
        ),
        (Statement(None, "it was over", "indirect"), "Somebody who is not named [said]: it was over"),
        (Statement(VIK, "no", "direct", said_by=(ENVOYS,), cue="told"), "Kari Vik [told] (as told by envoys): “no”"),
    ],
)
def test_statements(statement: Statement, words: str) -> None:
    assert statement_sentence(statement) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("helmets", 5000, 5000), "5,000 helmets"),
        (
            Figure("troops", None, 175000, hedge="up to", status="possible"),
            "up to 175,000 troops (not a count: what may come)",
        ),
        (Figure("voters", 40, 50, unit="%", said_by=(VIK,)), "40 to 50 % voters (says Kari Vik)"),
        (Figure("dead", 11, None, hedge="or more"), "11 or more dead"),
        (Figure("ships", 24, 99), "dozens of ships"),
        (
            Figure("Malian dead", 11, 11, of="Mali", what="Eleven Malians died"),
            "11 Malian dead — “Eleven Malians died”",
        ),
        (Figure("dead", 11, None, hedge="At least"), "at least 11 dead"),
        (Figure("aid", 1.5e9, 1.5e9, unit="EUR"), "1.5 billion EUR aid"),
        (Figure("aid", 450_123_000, 450_123_000, unit="EUR"), "450,123,000 EUR aid"),
        (Figure("border", None, 60, hedge="within", unit="[mi_i]"), "within 60 miles border"),
    ],
)
def test_figures(figure: Figure, words: str) -> None:
    assert figure_sentence(figure) == words


@pytest.mark.parametrize(
    ("commitment", "words"),
    [
        (Commitment("threat", (MALI,), (NIGER,), "the dam is closed", "cut the gas"),
         "threat: Mali → Niger — “cut the gas” — if: “the dam is closed”"),
        (Commitment("refusal", (ENVOYS,), action="we will not sign"), "refusal: envoys — “we will not sign”"),
        (Commitment("red line", (MALI,), condition="troops in the north"), "red line: Mali — “troops in the north”"),
        (Commitment("threat", (MALI,), (NIGER,), "unless the men are freed", "cut the gas"),
         "threat: Mali → Niger — “cut the gas” — unless: “the men are freed”"),
        (Commitment("refusal", (MALI,), action="the members choose who joins", strength="choose"),
         "refusal: Mali — saying “the members choose who joins”"),
        (Commitment("threat", (MALI,), condition="test us", action="the port", strength="may not"),
         "threat: Mali — at stake: “the port” — if: “test us”"),
        (Commitment("promise", (MALI,), action="send help", said_by=(Actor("an-aide", "Ana Aide", "person", "MLI"),)),
         "promise: Mali (through Ana Aide) — “send help”"),
        (Commitment("promise", (MALI,), action="send help", said_by=(Actor("a-foe", "Al Foe", "person", "NER"),)),
         "promise: Mali (according to Al Foe) — “send help”"),
        (Commitment("promise", (MALI,), action="send help",
                    said_by=(Actor("an-aide", "Ana Aide", "person", "MLI"), Actor("a-foe", "Al Foe", "person", "NER"))),
         "promise: Mali (according to Al Foe) — “send help”"),
    ],
)  # fmt: skip
def test_commitments(commitment: Commitment, words: str) -> None:
    assert commitment_sentence(commitment) == words


def test_changes() -> None:
    assert change_sentence(Change("number", "up to 40", "40", None, None)) == "number: “up to 40” ↔ “40”"
    assert change_sentence(Change("dropped", "by night", None, None, None)) == "dropped: “by night”"


def test_another_apostrophe_is_no_other_wording() -> None:
    told = ("close Mali’s ports", "shut MALI's port", "shut Mali’s port")
    wordings = tuple(Variant("action", words, (), 1) for words in told)
    line = Entry(
        "co-1",
        "commitment",
        Commitment("threat", (MALI,), action="close Mali's ports"),
        (),
        (),
        1,
        (),
        variants=wordings,
    )
    assert other_wordings(line) == "; also worded “shut MALI's port”"
