"""Actors for readers: names as they occur, the lines in which each has a part, and what lines are about."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from wirecopy.judgements.told import stems
from wirecopy.model import (
    Actor,
    Commitment,
    Entry,
    Event,
    Evidence,
    Family,
    Figure,
    Role,
    Span,
    Statement,
)
from wirecopy.views.filters import Filter, chosen, voices_of
from wirecopy.views.lineage import Lineage
from wirecopy.views.people import Parts, nameless, names, ordered, parts, pronouns, write_actors
from wirecopy.views.sentences import role_text
from wirecopy.views.topics import Topic, tells_of

TEXTS = {
    "a": "Tiina Oras said the ferry tax was fair. The minister said she would see Latvia’s envoy. THE MINISTER left.",
    "b": "Oras spoke. The minister\nspoke of taxes on ferries, and of Riga.",
}
ORAS = Actor("person:tiina-oras", "Tiina Oras", "person", "EST", ("Oras",), (Role("minister", "Estonia", "2021"),))
ENVOY = Actor("person:envoy", "envoy", "person", "LVA", roles=(Role("envoy", "Latvia"),), anonymous=True)
LATVIA, CREWS = Actor("LVA", "Latvia", "state", "LVA"), Actor("group:crews", "ferry crews", "group")


def spans(report: str, *words: str) -> tuple[Span, ...]:
    """Where words stand in a report, one after the other."""
    found, at = [], 0
    for word in words:
        at = TEXTS[report].index(word, at)
        found.append(Span(report, at, at + len(word)))
        at += len(word)
    return tuple(found)


def line(value: Actor, *mentions: Span, origins: int = 1) -> Entry:
    reports = tuple(dict.fromkeys(span.report_id for span in mentions))
    return Entry(value.id, "actor", value, (), reports, origins, tuple(Evidence(s, "mention") for s in mentions))


MINISTER = line(
    ORAS,
    *spans("a", "Tiina Oras", "The minister", "she", "THE MINISTER"),
    *spans("b", "Oras", "The minister\nspoke"[:12]),
    origins=2,
)


def statement(name: str, value: Statement, *words: Span) -> Entry:
    return Entry(f"st-{name}", "statement", value, (), ("a",), 1, tuple(Evidence(s, "words", "c") for s in words))


def test_names_are_counted_as_they_occur_without_pronouns() -> None:
    found = names(MINISTER, TEXTS)
    assert [(name.said, name.times) for name in found] == [("The minister", 3), ("Oras", 1), ("Tiina Oras", 1)]
    assert [span.report_id for span in found[0].first] == ["a", "b"]
    assert found[0].first[0].start == TEXTS["a"].index("The minister"), "the first place in the report, not the last"
    assert pronouns(MINISTER, TEXTS) == 1


def test_each_line_counts_where_the_actor_has_a_part() -> None:
    entries = [
        statement("own", Statement(ORAS, "no", "direct", addressee=(LATVIA,))),
        statement("told", Statement(ENVOY, "yes", "indirect", said_by=(ORAS, ORAS))),
        Entry("co-1", "commitment", Commitment("threat", (ORAS,), (LATVIA,)), (), ("a",), 1, ()),
        Entry("ev-1", "event", Event("CONSULT", who=(ORAS, LATVIA), where=(LATVIA,)), (), ("a",), 1, ()),
        Entry("fi-1", "figure", Figure("ferries", 3, 3, said_by=(ORAS,)), (), ("a",), 1, ()),
    ]
    found = parts([*entries, MINISTER])
    assert [entry.id for entry in found[ORAS.id].statements] == ["st-own", "st-told"]
    assert found[ORAS.id].counts() == "2 statements, 1 commitment, 1 event, 1 figure"
    assert [entry.id for entry in found["LVA"].told] == ["st-own"]
    assert [entry.id for entry in found["LVA"].received] == ["co-1"]
    assert [entry.id for entry in found["LVA"].events] == ["ev-1"], "once, though it takes part and is the place"
    assert Parts().counts() == ""


def test_people_and_states_come_before_groups_and_the_weightiest_first() -> None:
    lesser = line(replace(ORAS, id="person:aa"), *spans("a", "Tiina Oras"))
    entries = [line(CREWS, *spans("b", "ferries"), origins=9), line(LATVIA, *spans("a", "Latvia")), lesser, MINISTER]
    assert [entry.id for entry in ordered(entries)] == ["person:tiina-oras", "person:aa", "LVA", "group:crews"]


def test_an_unnamed_person_is_told_as_such() -> None:
    one = nameless(line(ENVOY, *spans("a", "envoy")))
    assert "envoy of Latvia" in one and "Nobody who has a name" in one and "whether" not in one
    several = nameless(line(ENVOY, *spans("a", "envoy"), *spans("b", "Riga"), origins=2))
    assert "2 reports" in several and "one person is not known" in several
    assert nameless(MINISTER) == "" and nameless(line(replace(CREWS, anonymous=True), *spans("b", "ferries"))) == ""


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role("mayor"), "mayor"),
        (Role("minister", "Estonia", "2021-03"), "minister of Estonia (from March 2021 on)"),
        (Role("envoy", None, "2019", "2021"), "envoy (between 2019 and 2021)"),
        (Role("envoy", None, None, "2021-05-03"), "envoy (by 3 May 2021)"),
    ],
)
def test_roles_with_their_dates(role: Role, told: str) -> None:
    assert role_text(role) == told


def test_the_list_of_actors() -> None:
    families = {report: Family((report,)) for report in TEXTS}
    known = Lineage(families, {report: f"{report}.txt" for report in TEXTS}, dict.fromkeys(TEXTS))
    out = io.StringIO()
    of = {ORAS.id: Parts(statements=(MINISTER,))}
    write_actors([MINISTER, line(LATVIA, *spans("a", "Latvia"))], of, TEXTS, known, out)
    assert out.getvalue() == (
        "person:tiina-oras  Tiina Oras (person, EST): minister of Estonia (from 2021 on)\n"
        "    named The minister (3), Oras (1), Tiina Oras (1); 1 time by a pronoun\n"
        "    1 statement; 2 reports, 2 origins\n"
        "LVA  Latvia (state, LVA)\n    named Latvia (1)\n    1 report, 1 origin\n"
    )


SAID = (
    statement("tax", Statement(ORAS, "the ferry tax was fair", "indirect"), *spans("a", "the ferry tax was fair")),
    statement(
        "envoy", Statement(LATVIA, "she would see Latvia’s envoy", "indirect"), *spans("a", "she", "Latvia’s envoy")
    ),
    statement(
        "riga", Statement(ENVOY, "of Riga", "indirect", said_by=(ORAS,)), *spans("b", "taxes on ferries", "Riga")
    ),
)
LATVIAN = {"a": (TEXTS["a"].index("Latvia"),), "b": (TEXTS["b"].index("Riga"),)}


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(by="Oras"), ["st-tax", "st-riga"]),
        # Who speaks for a state is found by its name.
        (Filter(by="Latvia"), ["st-envoy", "st-riga"]),
        (Filter(by="Estonia"), ["st-tax", "st-riga"]),
        (Filter(by="Riga"), []),
        (Filter(about=Topic(frozenset({"latvia"}), LATVIAN, TEXTS)), ["st-envoy", "st-riga"]),
        (Filter(about=Topic(stems("taxes ferries"), {}, TEXTS)), ["st-riga"]),
        (Filter(about=Topic(frozenset({"nothing"}), {}, TEXTS)), []),
        (Filter(about=Topic(frozenset(), {}, TEXTS)), []),
        (Filter(by="Oras", about=Topic(frozenset(), LATVIAN, TEXTS)), ["st-riga"]),
    ],
)
def test_who_says_it_and_what_it_is_about(wanted: Filter, ids: list[str]) -> None:
    assert [entry.id for entry in chosen(SAID, wanted)] == ids


def test_words_are_found_in_any_form_in_what_is_said_alone() -> None:
    assert [e.id for e in SAID if tells_of(e, Topic(stems("taxes"), {}, TEXTS))] == ["st-tax", "st-riga"]
    speaking = replace(SAID[0], evidence=tuple(Evidence(s, "speaker", "c") for s in spans("a", "Tiina Oras")))
    assert not tells_of(speaking, Topic(stems("Oras"), {}, TEXTS))


def test_who_says_what_a_line_tells() -> None:
    threat = Commitment("threat", (ORAS,), (LATVIA,), said_by=(ENVOY,))
    assert [a.id for a in voices_of(Entry("co-1", "commitment", threat, (), (), 1, ()))] == [ORAS.id, ENVOY.id]
    assert voices_of(MINISTER) == ()
