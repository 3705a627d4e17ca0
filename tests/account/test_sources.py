"""Figures against what they are taken from: the outlet that is cited, the original that was copied; and talks counted."""

from __future__ import annotations

from pathlib import Path

import pytest

import wirecopy
from wirecopy.judgements.copies.credits import cites
from wirecopy.judgements.figures.agreeing import agree
from wirecopy.model import Check, Figure
from wirecopy.run.account import OpenAccount

WIRE = """Rebels gather north of Gao

Northline Wire
2 March 2020

BAMAKO, March 2 (Northline Wire) - Some 9,400 rebels have gathered north of Gao, the Malian defence ministry said on Monday.

At least 31 people were killed when the column entered the village of Tarkint, a district doctor said. Traders had fled to
the river, and soldiers blocked the road to Bourem.

The ministry asked the governor of Gao to close the market until Friday.
"""


def paper(sentence: str, day: str = "3 March 2020") -> str:
    return f"""The Halden Post
{day}

Governor closes the market of Gao

The governor of Gao closed the market on Tuesday, since the rebels had killed traders near the village of Tarkint.

{sentence}
"""


def account_of(folder: Path, **texts: str) -> OpenAccount:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf8")
    account = wirecopy.open(str(folder / "account.db"))
    account.read(str(folder))
    return account


def figure_checks(account: OpenAccount, number: float) -> list[Check]:
    return [c for e in account.figures if isinstance(e.value, Figure) and e.value.low == number for c in e.checks]


CITING: list[tuple[str, str, float, str | None]] = [
    ("According to Northline Wire, 12,000 rebels have gathered.", "3 March 2020", 12000, "gives some 9,400 rebels, not 12,000"),
    ("Northline Wire reported that 45 people had been killed.", "3 March 2020", 45, "gives at least 31 people killed, not 45"),
    ("A doctor told Northline Wire that 90 people were wounded in Tarkint.", "3 March 2020", 90, "gives no"),
    ("The Northline Wire put the number of rebels at about 9,500.", "3 March 2020", 9500, ""),
    ("Some 70 rebels fell, the Sahel Courier reported.", "3 March 2020", 70, None),
    ("Northline Wire reported 31 dead, while the governor spoke of 48 dead.", "3 March 2020", 48, None),
    ("According to Northline Wire, 12,000 rebels have gathered.", "3 April 2020", 12000, None),
    ("According to Northline Wire, 12,000 rebels have gathered.", "1 March 2020", 12000, None),
    ("Northline Wire reported that 700 lorries had been stolen in Conakry.", "3 March 2020", 700, None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "day", "number", "expected"), CITING, ids=[f"{c[0][:36]} {c[1]}" for c in CITING])
def test_a_cited_outlet_is_asked(tmp_path: Path, sentence: str, day: str, number: float, expected: str | None) -> None:
    """None: nothing can be checked; "": the outlet gives it; else why it is flagged."""
    with account_of(tmp_path, wire=WIRE, paper=paper(sentence, day)) as account:
        found = figure_checks(account, number)
        log = [note.message for note in account.notes if note.stage == "account"]
    assert [check.verdict for check in found] == ([] if expected is None else ["disagrees" if expected else "agrees"])
    assert all((expected or "gives it too") in check.because for check in found)
    assert [message for message in log if expected and expected in message] == log
    assert bool(log) is bool(expected)


def test_a_number_that_a_copy_changed_or_added_is_flagged(tmp_path: Path) -> None:
    copy = WIRE.replace("Northline Wire\n2 March", "Daily Sahel\n3 March").replace("9,400", "19,400")
    copy = copy.replace("until Friday.", "until Friday. Some 260 camels stood there.")
    with account_of(tmp_path, wire=WIRE, copy=copy) as account:
        changed, added = figure_checks(account, 19400), figure_checks(account, 260)
        kept = figure_checks(account, 31)
        log = [note for note in account.notes if note.stage == "account"]
    assert [(c.kind, c.verdict) for c in (*changed, *added)] == [("original", "disagrees")] * 2
    assert changed[0].because == "copy.txt is a copy of wire.txt, which has “Some 9,400” there: changed in copying"
    assert added[0].because == "copy.txt is a copy of wire.txt, which gives no such number: added in copying"
    assert kept == []
    assert [note.source for note in log] == ["copy.txt"] * 2


TOLD = (
    "Emmanuel Macron and Recep Tayyip Erdogan spoke by phone on {day}. Grain ships in the Aegean were their subject, not "
    "the pipeline to Bulgaria, on which a commission in Sofia is to rule before the summer.",
    "Fishing rights divide Paris and Ankara. On {day} Emmanuel Macron spoke by phone with Recep Tayyip Erdogan about them. "
    "Trawlers from Marseille had been turned back near Cyprus twice in February, and their owners sued the coast guard.",
)


def calls(*days: str) -> dict[str, str]:
    told = [TOLD[n].format(day=day) for n, day in enumerate(days)]
    return {
        f"call{n}": f"Bosporus Courier\n{day}\n\n{text}\n" for n, (day, text) in enumerate(zip(days, told, strict=True))
    }


SAID = """Emmanuel Macron and Recep Tayyip Erdogan spoke by phone on 30 March 2020.
It was the second time that they had spoken in three weeks, a spokesman in Paris said. Libya was not mentioned."""
NUMBERS: list[tuple[tuple[str, ...], str, str]] = [
    (("9 March 2020",), "agrees", "the account knows those of 9 and 30 March 2020"),
    (("7 March 2020",), "agrees", "the account knows those of 7 and 30 March 2020"),
    ((), "open", "the account knows only 1 talk of them: 30 March 2020"),
    (("2 January 2020",), "open", "the account knows only 1 talk of them: 30 March 2020"),
    (("12 March 2020", "20 March 2020"), "disagrees", "the account knows 3 by then: 12, 20 and 30 March 2020"),
]


@pytest.mark.parametrize(("days", "verdict", "because"), NUMBERS, ids=[f"{n[1]} {n[0]}" for n in NUMBERS])
def test_talks_are_counted(tmp_path: Path, days: tuple[str, ...], verdict: str, because: str) -> None:
    said = f"The Halden Post\n31 March 2020\n\nTwo on the phone\n\n{SAID}\n"
    with account_of(tmp_path, said=said, **calls(*days)) as account:
        found = [check for event in account.events for check in event.checks]
        log = [note.message for note in account.notes if note.stage == "account"]
    assert [(check.kind, check.verdict) for check in found] == [("number", verdict)]
    assert because in found[0].because
    assert len(log) == (verdict == "disagrees")


AGREE = [
    (Figure("men", 94000, 94000), Figure("men", 94300, 94300), True),
    (Figure("men", 90000, 90000), Figure("men", 94000, 94000), False),
    (Figure("men", 100000, 100000, hedge="about"), Figure("men", 94000, 94000), True),
    (Figure("men", 30, None, hedge="over"), Figure("men", 31, None), True),
    (Figure("men", 45, 45), Figure("men", 31, None, hedge="at least"), False),
    (Figure("call", 1.5, 1.5, unit="h"), Figure("call", 90, 90, unit="min"), True),
    (Figure("reach", 100, 100, unit="km"), Figure("reach", 60, 60, unit="[mi_i]"), True),
    (Figure("aid", 60, 60, unit="USD"), Figure("aid", 60, 60, unit="EUR"), False),
]


@pytest.mark.parametrize(("told", "given", "expected"), AGREE)
def test_numbers_that_agree(told: Figure, given: Figure, expected: bool) -> None:
    assert agree(told, given) is expected


CLAUSES = [
    ("An officer told Reuters that 30 men were lost.", "30", "Reuters", True),
    ("A Reuters tally shows 300 dead.", "300", "Reuters", True),
    ("Reuters reported 40 dead, while the mayor counts 60.", "60", "Reuters", False),
    ("Reuters reported 40 dead. The mayor counts 60.", "60", "Reuters", False),
    ("According to times long past, 40 men stood here.", "40", "The Times", False),
]


@pytest.mark.parametrize(("text", "number", "outlet", "expected"), CLAUSES, ids=[c[0][:40] for c in CLAUSES])
def test_a_clause_cites_an_outlet(text: str, number: str, outlet: str, expected: bool) -> None:
    start = text.index(number)
    assert cites(text, start, start + len(number), outlet) is expected
