"""The state of commitments in an account of real texts, what they would trigger, and the positions that they make up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import wirecopy
from wirecopy.account.positions import moves, positions
from wirecopy.account.what_if import Consequence
from wirecopy.model import Commitment, Entry
from wirecopy.run.account import OpenAccount
from wirecopy.views.ledger import ledger_rows
from wirecopy.views.positions import move_rows, position_rows

TEXTS = {
    "1.txt": "Poland warns Hungary over the border\n\nJanuary 10, 2021\n\nPolish Prime Minister Mateusz Morawiecki said on "
    "Sunday that Poland would impose sanctions on Hungary if Hungary attacked Slovakia. Slovakia thanked him.\n\n"
    "The Hungarian government promised on Sunday that Hungary would not attack Slovakia.",
    "2.txt": "Budapest answers\n\nJanuary 12, 2021\n\nHungarian Foreign Minister Peter Szijjarto warned on Tuesday that "
    "Hungary would break off relations with Poland if Poland imposed sanctions on Hungary.",
    "3.txt": "Hungary attacks Slovakia\n\nFebruary 3, 2021\n\nHungary attacked Slovakia on Wednesday with tanks and missiles.",
    "4.txt": "Poland acts\n\nFebruary 5, 2021\n\nPoland imposed sanctions on Hungary on Friday.",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenAccount]:
    folder = tmp_path_factory.mktemp("ledger")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf8")
    with wirecopy.open(str(folder / "a.db")) as made:
        made.read([str(folder / name) for name in TEXTS])
        yield made


def the(account: OpenAccount, kind: str, words: str) -> Entry:
    """The one commitment of a kind with these words."""
    (found,) = (
        entry
        for entry in account.commitments
        if isinstance(entry.value, Commitment) and entry.value.kind == kind and words in str(entry.value.action)
    )
    return found


@pytest.mark.parametrize(
    ("day", "threat", "promise"),
    [
        ("2021-01-31", "open", "open"),
        ("2021-02-03", "condition met", "broken"),
        ("2021-02-05", "kept", "broken"),
    ],
)
def test_states_follow_what_happened_by_then(told: OpenAccount, day: str, threat: str, promise: str) -> None:
    with told.as_of(day) as then:
        assert the(then, "threat", "sanctions").state == threat
        assert the(then, "promise", "attack").state == promise


def test_a_state_has_its_reason_and_the_words_that_it_rests_on(told: OpenAccount) -> None:
    rows = {row["id"]: row for row in ledger_rows(told)}
    row = rows[the(told, "threat", "sanctions").id]
    assert (row["state"], row["verdict"]) == ("kept", "yes")
    assert {piece["path"] for piece in row["evidence"]} == {"3.txt", "4.txt"}
    assert "Poland imposed sanctions" in row["because"]
    assert all(piece["text"] for row in rows.values() for piece in row["evidence"])
    assert len(rows) == len(told.commitments)


def shape(tree: tuple[Consequence, ...]) -> list[tuple[str, list[object]]]:
    """Who would do something, and who in turn."""
    return [(node.commitment.value.by[0].country, shape(node.then)) for node in tree]  # type: ignore[union-attr, misc]


@pytest.mark.parametrize(
    "asked",
    [{"event": "Hungary attacks Slovakia"}, {"act": "ASSAULT", "who": "Hungary", "whom": "Slovakia"}],
    ids=["words", "fields"],
)
def test_what_an_event_would_trigger_and_what_that_would(told: OpenAccount, asked: dict[str, str]) -> None:
    assert shape(told.what_if(**asked)) == [("POL", [("HUN", [])])]


@pytest.mark.parametrize("event", ["Slovakia attacks Hungary", "Hungary meets Slovakia", "Poland attacks Slovakia"])
def test_what_nobody_spoke_of_triggers_nothing(told: OpenAccount, event: str) -> None:
    assert told.what_if(event) == ()


@pytest.mark.parametrize("asked", [{"act": "DANCE"}, {"act": "ASSAULT", "who": "Velmark"}, {"event": ""}])
def test_what_is_no_event_is_refused(told: OpenAccount, asked: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"PLOVER|nobody is called|tells of no event"):
        told.what_if(**asked)


def test_positions_are_by_issue_and_side_and_move(told: OpenAccount) -> None:
    cells = {(one.issue, one.side): one for one in positions(told.commitments)}
    assert set(cells["sanctions", "Poland"].stances) == {"threatens"}
    assert set(cells["use of force", "Hungary"].stances) == {"offers"}
    with told.as_of("2021-01-31") as before:
        found = {
            (one.issue, one.side, one.before, one.after)
            for one in moves(*map(positions, (before.commitments, told.commitments)))
        }
        assert ("sanctions", "Poland", "open", "kept") in found
        assert ("use of force", "Hungary", "open", "broken") in found
        assert not moves(positions(before.commitments), positions(before.commitments))
        assert {row["side"] for row in move_rows(before, told, "hung")} == {"Hungary"}
    assert all(line["sources"] for row in position_rows(told) for lines in row["stances"].values() for line in lines)
