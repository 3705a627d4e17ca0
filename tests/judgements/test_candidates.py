"""Which reports meet, in memory and in an account's file alike, and that no order of reading changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wirecopy.judgements.copies.candidates import KEYS, SHARED, Index, Memory, near, pairs_of, prints_of
from wirecopy.judgements.copies.numbered import number, numbered, said
from wirecopy.judgements.weights import worded
from wirecopy.model import Block, Document, Prints, Read, Report, Stretch
from wirecopy.store.database import Store

STORY = """Ferry runs aground off Port Almeda with 212 on board

A ferry carrying 212 passengers ran aground on a reef near Port Almeda early on Tuesday, the coastguard said. Nobody was
seriously hurt when the Santa Odile struck the rocks in thick fog, but nine people were treated for bruises and shock.

Fishing boats from the village of Quintal reached the vessel first and took off forty children within an hour. “We heard
the horn and then shouting,” said Bruno Teles, who has fished these waters for thirty years. The captain, Elena Marques,
had reported trouble with the radar shortly before the accident, according to the harbour authority."""
REWRITE = """Ferry with 212 people aboard hits reef close to Port Almeda

The coastguard says that a ferry with 212 passengers has gone aground on a reef close to Port Almeda early Tuesday. No one
was badly hurt as the Santa Odile hit the rocks in dense fog, although nine persons were treated for shock and bruises.

Boats of fishermen from Quintal village were first to reach the ship and evacuated forty children within one hour. “We
heard a horn, then shouts,” said Bruno Teles, a fisherman in these waters for thirty years. According to the port
authority, captain Elena Marques had reported a problem with the radar shortly before the crash."""
OTHER = """Parliament of Odrin votes for a new tax on bottled water

Deputies in Odrin voted 61 to 40 for a levy on bottled water after a debate of nine hours. Finance minister Ilja Brandt
called the vote a relief; brewers said that they would go to court. Bruno Teles, a fisherman, was in the gallery."""
TEXTS = {"story": STORY, "rewrite": REWRITE, "other": OTHER, "lead": STORY[:420], "flash": "Ferry sinks.", "empty": ""}
WORDS = ("the", "of", "ferry", "Almeda", "Quintal", "212", "said", "“", "”", ".", ",", "Putin’s", "U.S.", "radar", "vote",
         "aground", "Brandt", "\n\n")  # fmt: skip


def report(name: str, text: str) -> Report:
    return Report(name, name, name, text, (), (Stretch(0, 0, len(text)),), (Block(0, len(text), "paragraph"),))


def listed(texts: dict[str, str]) -> list[Report]:
    return [report(name, text) for name, text in texts.items()]


@pytest.fixture(params=["memory", "file"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Index]]:
    """A way to make an empty index; the reports that may be added to one in a file are stored already."""
    made: list[Store] = []

    def empty() -> Index:
        if request.param == "memory":
            return Memory()
        store = Store(":memory:")
        made.append(store)
        for name in [*TEXTS, *map(str, range(9))]:
            store.add(Document(name, name, "text/plain", b""), Read(report(name, ""), (), (), ()), ())
        return store.prints

    yield empty
    for store in made:
        store.close()


def met(pairs: Iterator[tuple[str, str]]) -> set[frozenset[str]]:
    return set(map(frozenset, pairs))


def test_copies_meet_and_others_do_not(index: Callable[[], Index]) -> None:
    assert met(pairs_of(listed(TEXTS), index())) == {
        frozenset(pair) for pair in (("story", "rewrite"), ("story", "lead"), ("rewrite", "lead"))
    }


def test_two_flashes_of_the_same_words_meet(index: Callable[[], Index]) -> None:
    assert met(pairs_of(listed({"1": "Ferry sinks.", "2": "Ferry sinks", "3": "Ferry floats."}), index())) == {
        frozenset("12")
    }


def test_the_smaller_need_counts_whoever_comes_first(index: Callable[[], Index]) -> None:
    long, short = Prints(tuple(range(20)), 3, 0b111), Prints((7, 99), 1, 0b111)
    for first, second in ((long, short), (short, long)):
        kept = index()
        kept.add("1", first)
        assert near(kept, second) == ["1"]
        assert near(kept, Prints((1, 2, 99_999), 3, 0b111)) == []


def test_terms_must_be_alike(index: Callable[[], Index]) -> None:
    kept = index()
    kept.add("1", Prints((1, 2, 3, 4), 4, 0b1111 << 4090))
    assert dict(kept.sharing(Prints((1, 2, 3, 4), 4, 0))) == {"1": 0b1111 << 4090}
    assert near(kept, Prints((1, 2, 3, 4), 4, 0b0011 << 4090)) == ["1"]
    assert near(kept, Prints((1, 2, 3, 4), 4, 0b11111100001)) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_order_changes_nothing(index: Callable[[], Index], data: st.DataObject) -> None:
    """One after the other in any order, in memory or in a file: the same pairs meet."""
    drawn = st.lists(st.sampled_from(WORDS), min_size=4, max_size=30)
    texts = {str(n): " ".join(data.draw(drawn)) for n in range(4)} | TEXTS
    reports = listed(texts)
    shuffled = data.draw(st.permutations(reports))
    assert met(pairs_of(shuffled, index())) == met(pairs_of(reports))


def test_prints_outlive_order_and_small_words_between() -> None:
    one, other = listed({"a": "Marques told Quintal about Teles.", "b": "It was Teles and the Marques of the Quintal"})
    assert {number("marqu")} < set(said(one.text)[0].tolist())
    assert set(prints_of(other).keys) & set(prints_of(one).keys)


def test_a_report_keeps_few_prints() -> None:
    prints = prints_of(report("long", " ".join(f"Name{n} met" for n in range(2000))))
    assert (len(prints.keys), prints.needed) == (KEYS, SHARED)
    assert list(prints.keys) == sorted(set(prints.keys))
    assert prints_of(report("empty", "")) == Prints((), 1, 0)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
def test_numbers_say_what_words_say(text: str) -> None:
    one = report("a", text)
    words, numbers = worded(one), numbered(one)
    told = [(row, stem) for row, sentence in enumerate(words.sentences) for stem in sentence.stems]
    assert numbers.sentences == tuple((sentence.start, sentence.end) for sentence in words.sentences)
    assert numbers.rows.tolist() == [row for row, _ in told]
    assert numbers.terms[numbers.places].tolist() == [number(stem) for _, stem in told]
    assert numbers.quoted.tolist() == [stem in words.sentences[row].quoted for row, stem in told]
    assert said(text)[0].tolist() == [number(stem) for _, stem in told]
    weights = dict(zip(numbers.terms.tolist(), numbers.weights.tolist(), strict=True))
    assert weights == {number(stem): pytest.approx(weight) for stem, weight in words.terms.items()}
