"""Contested series: which figures of several reports answer one question, and how two of their values relate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wirecopy.account.describe import moment_text
from wirecopy.account.series import with_rivals
from wirecopy.account.shown import fold_finding
from wirecopy.judgements.figures import likeness
from wirecopy.judgements.told import Told
from wirecopy.model import (
    Actor,
    Change,
    Claim,
    Comparison,
    Entry,
    Event,
    Evidence,
    Figure,
    Moment,
    Report,
    Span,
    claim,
    identify,
)

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
    return Report(f"r{number}", f"d{number}", f"{number}.txt", text, (), (), (), published=on(day) if day else None)


def told(figure: Figure, source: Report, start: int = 0) -> Claim:
    spans = {"figure": (Span(source.id, start, start + 3),), "measure": (Span(source.id, start + 4, start + 9),)}
    return claim(figure, spans, "figures@4")


def entry(figure: Figure, source: Report, start: int = 0) -> Entry:
    one = told(figure, source, start)
    evidence = tuple(Evidence(span, role, one.id) for role, spans in one.spans.items() for span in spans)
    return Entry(identify("fi", one.id), "figure", figure, (one,), (source.id,), 1, evidence)


def troops(number: float, **more: object) -> Figure:
    return Figure(**{"measure": "soldiers", "low": number, "high": number, "of": "Mali", **more})  # type: ignore[arg-type]


def killed(number: float, measure: str = "people killed", **more: object) -> Figure:
    return Figure(measure=measure, low=number, high=number, **more)  # type: ignore[arg-type]


SATURDAY, SUNDAY = (Moment(f"XXXX-WXX-{day}", None, None, "stated", "a day") for day in (6, 7))
TALLY, OTHER_TALLY = (
    troops(number, as_of=on(day), said_by=(who,))
    for number, day, who in ((9000, EARLY, MINISTER), (12000, NEXT, ENVOY))
)
LAST_YEAR = Moment("2019", "2019-01-01", "2019-12-31", "stated", "2019", None)
PRICE = Figure("copper ore", 75, 75, unit="USD", as_of=on(EARLY))

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
    ("the toll of a year", killed(137, as_of=LAST_YEAR), EARLY, killed(57, as_of=on(EARLY)), EARLY, None),
    ("a toll that sinks", killed(137), EARLY, killed(57), NEXT, "disagrees"),
    ("one day, two counters", killed(9, said_by=(MAYOR,)), EARLY, killed(11, said_by=(MINISTER,)), EARLY, "disagrees"),
    ("one counter, two days", troops(9400, said_by=(ENVOY,)), EARLY, troops(12000, said_by=(ENVOY,)), "2020-03-04", "update"),
    ("civilians are people", killed(198), EARLY, killed(352, "civilians died"), EARLY, "disagrees"),
    ("soldiers are not", killed(198), EARLY, killed(352, "soldiers killed"), EARLY, None),
    ("children are a part", killed(30), EARLY, killed(14, "children killed"), EARLY, None),
    ("the wounded are others", killed(198), EARLY, killed(352, "people injured"), EARLY, None),
    ("the displaced are no refugees", killed(9000, "people displaced"), EARLY, killed(12000, "people fled"), EARLY, None),
    ("a town's dead, all dead", killed(20, where=(GAO,)), EARLY, killed(57), EARLY, None),
    ("a lower toll weeks later", killed(40), EARLY, killed(18), "2020-03-16", None),
    ("a toll", killed(40), EARLY, killed(46, "toll"), EARLY, "disagrees"),
    ("a toll far below, of unknown days", killed(7), "", killed(46, "toll"), "", None),
    ("words", killed(300, "militants killed", where=(GAO,)), EARLY, killed(450, "terrorists died"), EARLY, "disagrees"),
    ("losses and dead", killed(450, "soldiers killed"), EARLY, killed(530, "losses"), EARLY, "compatible"),
    ("articles", Figure("articles", 8, 8), EARLY, Figure("article", 9, 9), EARLY, None),
    ("things", Figure("drones", 40, 40), EARLY, Figure("drones", 62, 62), EARLY, "disagrees"),
    ("an hour's price", PRICE, NEXT, replace(PRICE, low=77, high=77, hedge="about", as_of=on(NEXT)), NEXT, "update"),
    ("a bound that holds it", troops(9400, low=9000, high=None), EARLY, troops(11200), NEXT, "compatible"),
    ("a bound far below", troops(9400, low=4000, high=None), EARLY, troops(11200), NEXT, "disagrees"),
    ("stated days, nobody's count", replace(TALLY, said_by=()), NEXT, replace(OTHER_TALLY, said_by=()), NEXT, "update"),
    ("stated days, two states' counts", TALLY, NEXT, OTHER_TALLY, NEXT, "disagrees"),
    ("weeks later, another state's count", TALLY, EARLY, replace(OTHER_TALLY, as_of=on("2020-03-20")), "", "compatible"),
    ("weeks later, the same count", TALLY, EARLY, replace(TALLY, low=12000, high=12000, as_of=on("2020-03-20")), "", "update"),
    ("tolls of two unknown days", killed(198, as_of=SATURDAY), "", killed(352, as_of=SUNDAY), "", "update"),
    ("more and all", Figure("more soldiers", 7000, 7000, "Mali"), EARLY, troops(9000), NEXT, None),
    ("the returned", Figure("soldiers returned", 7000, 7000, "Mali"), EARLY, troops(9000), NEXT, None),
    ("land forces", Figure("land forces", 7000, 7000, "Mali"), EARLY, troops(9000), NEXT, None),
    ("sums", Figure("aid", 4e6, 4e6, unit="USD"), EARLY, Figure("aid", 6e6, 6e6, unit="USD"), EARLY, None),
]  # fmt: skip


@pytest.mark.parametrize(("a", "day", "b", "other_day", "expected"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_two_values(a: Figure, day: str, b: Figure, other_day: str, expected: str | None) -> None:
    one, two = report(1, day), report(2, other_day)
    left, right = with_rivals([entry(a, one), entry(b, two)], [], {one.id: one, two.id: two})
    assert [r.relation for r in left.relations] == ([expected] if expected else [])
    assert left.rivals == ((right.id,) if expected else ())
    assert right.rivals == ((left.id,) if expected else ())


def test_a_report_gives_no_two_numbers_of_one_thing() -> None:
    source = report(1, EARLY, "The port had 40 drones in the hall. Then it said that it had 62 drones at sea.")
    forty, many = Figure("drones", 40, 40), Figure("drones", 62, 62)
    found = with_rivals([entry(forty, source, 13), entry(many, source, 60)], [], {source.id: source})
    assert [one.rivals for one in found] == [(), ()]


def test_what_one_sentence_gives_at_once_is_no_series() -> None:
    source = report(1, EARLY, "It has 300 men in Gao, 450 men in the bush. And 520 men came later on.")
    entries = [entry(troops(number), source, source.text.index(str(number))) for number in (300, 450, 520)]
    first, second, third = with_rivals(entries, [], {source.id: source})
    assert first.rivals == (third.id,)
    assert second.rivals == (third.id,)


MORE = Figure("more soldiers", 900, 900, "Mali")
EXPECTED = troops(900, where=(GAO,), said_by=(ENVOY,), status="possible")

SAME: list[tuple[str, Figure, Figure, bool]] = [
    ("other words", troops(900), Figure("Malian troops", 900, 900), True),
    ("two states' counts", troops(900, said_by=(MINISTER,)), troops(900, said_by=(ENVOY,)), False),
    ("ground troops alone", troops(900), Figure("ground troops", 900, 900, "Mali"), False),
    ("three children here, three elsewhere", killed(3, where=(GAO,)), killed(3), False),
    ("sent on two days", troops(900, where=(GAO,), as_of=on(EARLY)), troops(900, as_of=on("2020-03-20")), False),
    ("standing for weeks", troops(900, as_of=on(EARLY)), troops(900, as_of=on("2020-03-20")), True),
    ("an addition", troops(900, as_of=on(EARLY)), MORE, False),
    ("an addition told of the same days", troops(900, as_of=on(EARLY)), replace(MORE, as_of=on(NEXT)), True),
    ("two additions", replace(MORE, as_of=on(EARLY)), MORE, True),
    ("they train there", troops(900, where=(GAO,)), Figure("soldiers exercising", 900, 900, "Mali", (GAO,)), True),
    ("expected there", troops(900, where=(GAO,), said_by=(ENVOY,)), EXPECTED, True),
    ("aid and a package", Figure("military aid", 9e7, 9e7, unit="USD"), Figure("package", 9e7, 9e7, unit="USD"), True),
    ("aid and a loss", Figure("military aid", 9e7, 9e7, unit="USD"), Figure("loss", 9e7, 9e7, unit="USD"), False),
    ("two forecasts", replace(EXPECTED, said_by=(MAYOR,)), EXPECTED, False),
    ("on their way and there", replace(EXPECTED, said_by=()), troops(900, where=(GAO,)), True),
    ("expected by another", troops(900, where=(GAO,), said_by=(MAYOR,)), EXPECTED, False),
]


@pytest.mark.parametrize(("a", "b", "same"), [s[1:] for s in SAME], ids=[s[0] for s in SAME])
def test_one_figure_told_again(a: Figure, b: Figure, same: bool) -> None:
    one, two = report(1, EARLY), report(2, NEXT)
    left = Told(told(a, one), a, one, frozenset(), 0)
    right = Told(told(b, two), b, two, frozenset(), 0)
    assert (likeness(left, right) >= 0.5) is same


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    one, two = report(1, EARLY), report(2, "")
    left, _ = with_rivals([entry(troops(9400), one), entry(troops(12000), two)], [], {one.id: one, two.id: two})
    assert left.relations[0].because == "9400 and 12000 for the same thing; for which day 12000 is given is not known"


SCOPES = [
    (
        "The army has 1200 goats here. Her figure, unlike earlier ones, takes in the police.",
        1200,
        "takes in the police",
    ),
    ("The army has 900 goats here. Her figure takes in the police.", 900, None),  # and is the smaller one all the same
    ("The army has 900 goats without the reserve. It rained.", 900, "without the reserve"),
    ("The army has 1200 goats without the reserve. It rained.", 1200, None),
    ("The inspectors can verify only part of the herd. The army has 900 goats.", 900, "verify only part of the herd"),
    ("The army has 900 goats here. The talks take in the police.", 900, None),
    ("Of 1200 it has 900 goats here. Her figure takes in the police.", 900, None),
]


@pytest.mark.parametrize(("text", "count", "words"), SCOPES, ids=[text for text, *_ in SCOPES])
def test_a_count_that_takes_in_others_does_not_disagree(text: str, count: int, words: str | None) -> None:
    one, two = report(1, EARLY, text), report(2, NEXT)
    first = entry(Figure("goats", count, count, "Mali"), one, text.index(str(count)))
    other = Figure("goats", 2100 - count, 2100 - count, "Mali")
    left, _ = with_rivals([first, entry(other, two)], [], {one.id: one, two.id: two})
    assert left.relations[0].relation == ("compatible" if words else "disagrees")
    assert words is None or f"“{words}”" in left.relations[0].because


PARTIAL = "The office can confirm only part of the toll. 300 people were killed."


@pytest.mark.parametrize(("counter", "expected"), [(ENVOY, "compatible"), (MAYOR, "update")])
def test_a_part_that_another_confirms_does_not_bring_a_toll_up_to_date(counter: Actor, expected: str) -> None:
    one, two = report(1, NEXT, PARTIAL), report(2, EARLY)
    part = killed(300, as_of=on(NEXT), said_by=(MAYOR,))
    whole = killed(120, as_of=on(EARLY), said_by=(counter,))
    left, _ = with_rivals([entry(part, one, PARTIAL.index("300")), entry(whole, two)], [], {one.id: one, two.id: two})
    assert [relation.relation for relation in left.relations] == [expected]


def test_a_number_that_a_copy_changed_is_garbled() -> None:
    one, two = report(1, EARLY), report(2, NEXT)
    change = Change("number", "300 goats", "500 goats", Span("r1", 0, 9), Span("r2", 0, 9))
    copy = Comparison("r1", "r2", "rewrite", 0.9, (), (change,), "")
    entries = [entry(Figure("goats", 300, 300), one), entry(Figure("animals", 500, 500), two)]
    left, right = with_rivals(entries, [copy], {one.id: one, two.id: two})
    assert [r.relation for r in left.relations + right.relations] == ["garbled", "garbled"]


def test_a_number_that_stands_for_weeks_is_given_for_the_whole_while() -> None:
    sources = [report(1, EARLY), report(2, "2020-03-28")]
    figures = [troops(900, as_of=on(EARLY), hedge="over"), troops(900, hedge="about")]
    group = [
        Told(told(figure, source), figure, source, frozenset(), 0)
        for figure, source in zip(figures, sources, strict=True)
    ]
    shown, _ = fold_finding(group, {"r1": "r1", "r2": "r2"})
    assert isinstance(shown, Figure)
    assert isinstance(shown.as_of, Moment)
    assert (shown.as_of.earliest, shown.as_of.latest) == (EARLY, "2020-03-28")
    assert moment_text(shown.as_of) == "from 2 March 2020 to 28 March 2020"


def test_the_days_of_its_reports_are_not_those_of_a_build_up() -> None:
    sources = [report(n, day, "Mali has massed troops near Gao") for n, day in ((1, EARLY), (2, "2020-03-28"))]
    massed = Event("MOBILIZE", "troops", (MALI,), status="happened", what="Mali has massed troops near Gao")
    group = [
        Told(claim(massed, {"act": (Span(one.id, 9, 15),)}, "events@3"), massed, one, frozenset(), 0) for one in sources
    ]
    shown, _ = fold_finding(group, {"r1": "r1", "r2": "r2"})
    assert getattr(shown, "when", 0) is None
