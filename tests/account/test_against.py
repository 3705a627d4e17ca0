"""Commitments of one side that can't be kept together stand beside each other where a deed would trigger one of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import wirecopy
from wirecopy.run.account import OpenAccount
from wirecopy.views.sentences import sentence

TEXTS = {
    "1.txt": "Poland warns Hungary\n\nJanuary 10, 2021\n\nPolish Prime Minister Mateusz Morawiecki said on Sunday that Poland "
    "would send troops to Slovakia if Hungary attacked Slovakia.",
    "2.txt": "Warsaw rules out troops\n\nJanuary 12, 2021\n\nPoland refused to send troops to Slovakia, its defence minister "
    "said on Tuesday.",
    "3.txt": "Oslo on both sides\n\nJanuary 14, 2021\n\nNorway promised on Thursday that it would withdraw its soldiers from "
    "Lithuania if Belarus attacked Latvia. Norwegian Prime Minister Erna Solberg promised on Thursday that Norway would not "
    "withdraw its soldiers from Lithuania.",
    "4.txt": "Sweden on Serbia\n\nJanuary 15, 2021\n\nSwedish Prime Minister Stefan Lofven promised on Friday that Sweden "
    "would lift the sanctions on Serbia if Serbia withdrew its troops from Kosovo. The Swedish government warned on Friday "
    "that Sweden would impose new sanctions on Serbia if Serbia withdrew its troops from Kosovo.",
    "5.txt": "Turkey on Greece\n\nJanuary 16, 2021\n\nTurkish President Recep Tayyip Erdogan promised on Saturday that Turkey "
    "would lift the sanctions on Greece if Greece withdrew its troops. He warned that Turkey would impose sanctions on Greece "
    "if Greece attacked Cyprus.",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenAccount]:
    folder = tmp_path_factory.mktemp("against")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf8")
    with wirecopy.open(str(folder / "a.db")) as made:
        made.read([str(folder / name) for name in TEXTS])
        yield made


@pytest.mark.parametrize(
    ("event", "triggered", "but"),
    [
        # A threat, and the same side's refusal of what it threatens.
        ("Hungary attacks Slovakia", "threat: Poland", ["refusal: Poland"]),
        # A promise, and the promise not to.
        ("Belarus attacks Latvia", "promise: Norway", ["promise: Erna Solberg"]),
        # Both on the same condition: sanctions lifted, and imposed.
        ("Serbia withdraws its troops from Kosovo", "promise: Stefan", ["threat: Sweden"]),
        ("Serbia withdraws its troops from Kosovo", "threat: Sweden", ["promise: Stefan"]),
        # Sanctions lifted for one deed and imposed for another: both can be kept.
        ("Greece withdraws its troops", "promise: Recep", []),
        ("Greece attacks Cyprus", "threat: ", []),
    ],
)
def test_what_can_not_be_kept_together(told: OpenAccount, event: str, triggered: str, but: list[str]) -> None:
    (node,) = (one for one in told.what_if(event) if sentence(one.commitment).startswith(triggered))
    assert [sentence(one).startswith(name) for one, name in zip(node.against, but, strict=True)] == [True] * len(but)
