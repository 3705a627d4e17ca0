"""On whose word an event stands is told by its line, where no report tells it in its own voice."""

from __future__ import annotations

from pathlib import Path

import pytest

import wirecopy
from wirecopy.account.attributed import teller
from wirecopy.model import Actor, Claim, Entry, Event
from wirecopy.views.sentences import sentence
from wirecopy.views.stored import held
from wirecopy.views.supported import unsupported

LEAD = "NDJAMENA, Nov 9, 2021 - "
# A report, and how the line of its event that has these words ends.
CASES = (
    ("Chad's army said that Malian troops had shelled the town of Arawa.", "had shelled", "(according to Chadian army)"),
    ("Malian troops shelled the town of Arawa on Tuesday.", "shelled", "”"),
    ("Chad said on Tuesday that it would close its border with Mali.", "close its border", "”"),
    ("A Chadian envoy claimed on Tuesday that Kari Vik had said that Niger would not station missiles in Mali.",
     "station", "(according to Chadian envoy)"),
    # of a deed of words whoever tells that they were said
    ("The president of Chad has ordered 300 soldiers to stay in Mali, a Chadian envoy said.", "ordered",
     "(according to Chadian envoy)"),
    ("Malian officials denied on Tuesday that Malian troops had shelled Arawa.", "had shelled", "(denied by Malian officials)"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "end"), CASES)
def test_a_line_names_who_tells_it(tmp_path: Path, text: str, words: str, end: str) -> None:
    (tmp_path / "0.txt").write_text(LEAD + text)
    with wirecopy.open(str(tmp_path / "a.db")) as account:
        account.read([str(tmp_path / "0.txt")])
        lines = [entry for entry in account.events if words in (entry.value.what or "")]
        assert lines, [sentence(entry) for entry in account.events]
        for entry in lines:
            assert sentence(entry).endswith(end)
            assert not unsupported(entry, held(account))


@pytest.mark.parametrize(
    ("shown", "others", "name"),
    [
        (("Kari Vik", "Tom Roe"), (), "Tom Roe"),  # Roe claimed that Vik had said so
        (("Kari Vik", "Sahel Agency"), (), "Kari Vik"),
        (("Kari Vik",), ("Tom Roe",), "Kari Vik"),  # whose words the line shows
    ],
)
def test_who_tells_what_somebody_has_said(shown: tuple[str, ...], others: tuple[str, ...], name: str) -> None:
    def told(names: tuple[str, ...], what: str) -> Event:
        kinds = {"Sahel Agency": "organisation"}
        by = tuple(Actor(one, one, kinds.get(one, "person")) for one in names)  # type: ignore[arg-type]
        return Event("CONSULT", who=(Actor("TCD", "Chad", "state", "TCD"),), said_by=by, what=what)

    events = [told(shown, "the talks lasted an hour"), *([told(others, "the talks were held")] if others else [])]
    claims = tuple(Claim(str(at), event, {}, "events@1") for at, event in enumerate(events))
    value = Event("CONSULT", who=events[0].who, said_by=events[-1].said_by, what=events[0].what)
    found = teller(Entry("ev-a", "event", value, claims, ("r",), 1, ()))
    assert found is not None
    assert found.name == name
