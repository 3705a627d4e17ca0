"""What analysts decide stands before the machine's judgement, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from wirecopy.judgements.decided import TAKEN_BACK, about_actors, corrected, standing
from wirecopy.judgements.same.same_actor import unify
from wirecopy.model import Actor, Claim, Event, Judgement, Mention, Read, Report, Span

ION = Actor("person:ion-grosu", "Ion Grosu", "person", aliases=("Ion Grosu", "Grosu", "the envoy"))
GROSU = Actor("person:grosu", "Grosu", "person")
RADU = Actor("person:radu-grosu", "Radu Grosu", "person")


def decided(left: str, right: str, verdict: str = "yes", at: str = "2022-01-01", **rest: object) -> Judgement:
    made = Judgement(left, right, "same actor", verdict, "I know them", "analyst:kim", at=at)  # type: ignore[arg-type]
    return replace(made, **rest)  # type: ignore[arg-type]


def test_nobody_joins_whom_an_analyst_holds_apart() -> None:
    joined, _ = unify([ION, GROSU])
    assert joined["person:grosu"].id == ION.id
    apart, reasons = unify([ION, GROSU], [decided(GROSU.id, ION.id, "no")])
    assert apart["person:grosu"].id == GROSU.id
    assert not reasons


def test_two_are_held_apart_also_through_a_third() -> None:
    spelt = Actor("person:ion-grossu", "Ion Grossu", "person")
    found, _ = unify([ION, spelt, RADU], [decided(ION.id, RADU.id), decided(spelt.id, RADU.id, "no")])
    assert found[ION.id].id == RADU.id
    assert found[spelt.id].id == spelt.id


def test_an_analyst_joins_what_no_rule_does() -> None:
    found, _ = unify([ION, RADU], [decided(RADU.id, ION.id)])
    assert {actor.id for actor in found.values()} == {ION.id}
    assert "Radu Grosu" in found[RADU.id].aliases


def test_the_last_word_stands_whatever_the_order() -> None:
    first, second = decided(RADU.id, ION.id), decided(ION.id, RADU.id, "no", "2022-01-02")
    third = decided(GROSU.id, ION.id, at="2022-01-03")
    back = Judgement(third.id, third.id, TAKEN_BACK, "yes", "no", "analyst:lee", at="2022-01-04")
    for order in permutations([first, second, third, back]):
        assert standing(order) == (second,)
    again = replace(third, at="2022-01-05")
    assert standing([first, third, back, again]) == (first, again)


def read() -> Read:
    """A report in which two men are taken for one: "The envoy met Grosu. Ion Grosu left." """
    report = Report("r-1", "d-1", "a.txt", "The envoy met Grosu. Ion Grosu left.", (), (), ())
    spans = {"envoy": Span("r-1", 0, 9), "short": Span("r-1", 14, 19), "full": Span("r-1", 21, 30)}
    mentions = tuple(Mention(span, ION) for span in spans.values())
    left = Claim("ev-2", Event("CONSULT", who=(ION,)), {"act": (Span("r-1", 31, 35),), "who": (spans["full"],)}, "x@1")
    met = Claim("ev-1", Event("CONSULT", who=(ION,)), {"act": (Span("r-1", 10, 13),), "who": (spans["envoy"],)}, "x@1")
    return Read(report, mentions, (), (met, left))


def who(found: Read) -> list[str]:
    return [claim.finding.who[0].id for claim in found.claims]  # type: ignore[union-attr]


def test_words_that_mean_another_are_changed_where_they_stand() -> None:
    (found,) = corrected([read()], [decided(ION.id, RADU.id, named="envoy")])
    assert [m.actor.id for m in found.mentions if m.actor] == [RADU.id, ION.id, ION.id]
    assert who(found) == [RADU.id, ION.id]
    assert all("the envoy" not in m.actor.aliases for m in found.mentions if m.actor)


def test_a_report_that_means_another_is_changed_whole_and_alone() -> None:
    (found,) = corrected([read()], [decided(ION.id, RADU.id, within=("r-1",))])
    assert who(found) == [RADU.id, RADU.id]
    assert corrected([read()], [decided(ION.id, RADU.id, within=("r-2",))]) == [read()]


def test_what_holds_everywhere_is_no_correction_of_reports() -> None:
    wide, narrow = decided(ION.id, RADU.id), decided(ION.id, RADU.id, named="Grosu")
    assert about_actors([wide, narrow]) == [wide]
    assert corrected([read()], [wide]) == [read()]
