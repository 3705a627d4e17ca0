"""Contested series: which figures of several reports answer one question, and how two of their values relate."""

from __future__ import annotations

import pytest

from wirecopy.account.series import with_rivals
from wirecopy.judgements.figures import likeness
from wirecopy.judgements.told import Told
from wirecopy.model import Actor, Claim, Entry, Evidence, Figure, Moment, Report, Span, claim, identify

EARLY, NEXT = "2020-03-02", "2020-03-03"
MALI = Actor("place:mali", "Mali", "state", "MLI")
GAO = Actor("place:gao", "Gao", "place", "MLI")
KIDAL = Actor("place:kidal", "Kidal", "place", "MLI")
MINISTER = Actor("person:cisse", "Awa Cissé", "person", "MLI")
MAYOR = Actor("person:toure", "Ali Touré", "person", "MLI")
ENVOY = Actor("person:lund", "Pia Lund", "person", "NOR")


def on(day: str) -> Moment:
    return Moment(day, day, day, "stated", day, None)


def report(number: int, day: str, text: str = "x" * 200) -> Report:
    return Report(f"r{number}", f"d{number}", f"{number}.txt", text, (), (), (), published=on(day))


def told(figure: Figure, source: Report, start: int = 0) -> Claim:
    spans = {"figure": (Span(source.id, start, start + 3),), "measure": (Span(source.id, start + 4, start + 9),)}
    return claim(figure, spans, "figures@2")


def entry(figure: Figure, source: Report, start: int = 0) -> Entry:
    one = told(figure, source, start)
    evidence = tuple(Evidence(span, role, one.id) for role, spans in one.spans.items() for span in spans)
    return Entry(identify("fi", one.id), "figure", figure, (one,), (source.id,), 1, evidence)


def troops(number: float, **more: object) -> Figure:
    return Figure(measure="soldiers", low=number, high=number, of="Mali", **more)  # type: ignore[arg-type]


def killed(number: float, measure: str = "people killed", **more: object) -> Figure:
    return Figure(measure=measure, low=number, high=number, **more)  # type: ignore[arg-type]


# Two figures with the days of their reports, and how they relate; None: they don't answer one question.
PAIRS: list[tuple[str, Figure, str, Figure, str, str | None]] = [
    ("rounding", troops(9400), EARLY, troops(10000, hedge="about"), NEXT, "compatible"),
    ("two sharp numbers", troops(11200, hedge="about"), EARLY, troops(11900), NEXT, "disagrees"),
    ("a fortnight later", troops(9400), EARLY, troops(12000), "2020-03-16", "update"),
    ("words for soldiers", troops(9400), EARLY, Figure("Malian personnel", 12000, 12000, "Mali"), NEXT, "disagrees"),
    ("of nobody", troops(9400), EARLY, Figure("force", 12000, 12000), NEXT, "disagrees"),
    ("another army", troops(9400), EARLY, Figure("soldiers", 12000, 12000, "Chad"), NEXT, None),
    ("what may come", troops(9400), EARLY, troops(12000, status="possible"), NEXT, None),
    ("other towns", troops(9400, where=(GAO,)), EARLY, troops(12000, where=(KIDAL,)), NEXT, None),
    ("a town of the state", troops(9400, where=(GAO,)), EARLY, troops(12000, where=(MALI,)), NEXT, "disagrees"),
    ("ten times as many", troops(900), EARLY, troops(12000), NEXT, None),
    ("a growing toll", killed(57), EARLY, killed(137, "dead"), NEXT, "update"),
    ("a toll that sinks", killed(137), EARLY, killed(57), NEXT, "disagrees"),
    ("one day, two counters", killed(9, said_by=(MAYOR,)), EARLY, killed(11, said_by=(MINISTER,)), EARLY, "disagrees"),
    ("one counter, two days", troops(9400, said_by=(ENVOY,)), EARLY, troops(12000, said_by=(ENVOY,)), "2020-03-04", "update"),
    ("civilians are people", killed(198), EARLY, killed(352, "civilians died"), EARLY, "disagrees"),
    ("soldiers are not", killed(198), EARLY, killed(352, "soldiers killed"), EARLY, None),
    ("children are a part", killed(30), EARLY, killed(14, "children killed"), EARLY, None),
    ("the wounded are others", killed(198), EARLY, killed(352, "people injured"), EARLY, None),
    ("the displaced are no refugees", killed(9000, "people displaced"), EARLY, killed(12000, "people fled"), EARLY, None),
    ("a town's dead, all dead", killed(20, where=(GAO,)), EARLY, killed(57), EARLY, None),
    ("losses and dead", killed(450, "soldiers killed"), EARLY, killed(530, "losses"), EARLY, "disagrees"),
    ("articles", Figure("articles", 8, 8), EARLY, Figure("article", 9, 9), EARLY, None),
    ("things", Figure("drones", 40, 40), EARLY, Figure("drones", 62, 62), EARLY, "disagrees"),
    ("sums", Figure("aid", 4e6, 4e6, unit="USD"), EARLY, Figure("aid", 6e6, 6e6, unit="USD"), EARLY, None),
]  # fmt: skip


@pytest.mark.parametrize(("a", "day", "b", "other_day", "expected"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_two_values(a: Figure, day: str, b: Figure, other_day: str, expected: str | None) -> None:
    one, two = report(1, day), report(2, other_day)
    left, right = with_rivals([entry(a, one), entry(b, two)], [], {one.id: one, two.id: two})
    assert [r.relation for r in left.relations] == ([expected] if expected else [])
    assert left.rivals == ((right.id,) if expected else ())
    assert right.rivals == ((left.id,) if expected else ())


def test_what_one_sentence_gives_at_once_is_no_series() -> None:
    source = report(1, EARLY, "It has 300 men in Gao, 450 men in the bush. And 520 men came later on.")
    entries = [entry(troops(number), source, source.text.index(str(number))) for number in (300, 450, 520)]
    first, second, third = with_rivals(entries, [], {source.id: source})
    assert first.rivals == (third.id,)
    assert second.rivals == (third.id,)


WORDS = {"figure": "900", "measure": "soldiers"}

SAME: list[tuple[str, Figure, Figure, bool]] = [
    ("other words", troops(900), Figure("Malian troops", 900, 900), True),
    ("two states' counts", troops(900, said_by=(MINISTER,)), troops(900, said_by=(ENVOY,)), False),
    ("ground troops alone", troops(900), Figure("ground troops", 900, 900, "Mali"), False),
    ("three children here, three elsewhere", killed(3, where=(GAO,)), killed(3), False),
    ("sent on two days", troops(900, where=(GAO,), as_of=on(EARLY)), troops(900, as_of=on("2020-03-20")), False),
    ("standing for weeks", troops(900, as_of=on(EARLY)), troops(900, as_of=on("2020-03-20")), True),
]


ADDED: list[tuple[str, Moment | None, str, Moment | None, bool]] = [
    ("The army sent 900 soldiers.", on(EARLY), "The army sends 900 more soldiers.", None, False),
    ("The army sent 900 soldiers.", on(EARLY), "The army sends another 900 soldiers.", None, False),
    ("The army sent 900 soldiers.", on(EARLY), "The army sends 900 more soldiers.", on(NEXT), True),
    ("The army sent 900 more soldiers.", None, "The army sends a further 900 soldiers.", None, True),
    ("The army sent 900 soldiers.", None, "No more: the army has 900 soldiers.", None, True),
]


@pytest.mark.parametrize(("first", "day", "second", "other_day", "same"), ADDED, ids=[a[2] for a in ADDED])
def test_an_addition_is_another_count(
    first: str, day: Moment | None, second: str, other_day: Moment | None, same: bool
) -> None:
    sides = []
    for number, (text, when) in enumerate(((first, day), (second, other_day))):
        source, figure = report(number, EARLY, text), troops(900, as_of=when)
        spans = {role: (Span(source.id, text.index(w), text.index(w) + len(w)),) for role, w in WORDS.items()}
        sides.append(Told(claim(figure, spans, "figures@2"), figure, source, frozenset(), 0))
    assert (likeness(*sides) >= 0.5) is same


@pytest.mark.parametrize(("a", "b", "same"), [s[1:] for s in SAME], ids=[s[0] for s in SAME])
def test_one_figure_told_again(a: Figure, b: Figure, same: bool) -> None:
    one, two = report(1, EARLY), report(2, NEXT)
    left = Told(told(a, one), a, one, frozenset(), 0)
    right = Told(told(b, two), b, two, frozenset(), 0)
    assert (likeness(left, right) >= 0.5) is same
