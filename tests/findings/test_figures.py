"""Figures: what counts as one, what it counts, its bounds and unit; and what only looks like one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import wirecopy
from wirecopy.findings import figures
from wirecopy.findings.numbers import numbers
from wirecopy.judgements.figures import worth_a_line
from wirecopy.moments.stamps import stamps

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/figures.yml").read_text(encoding="utf8")
)
PIECES = [
    "12",
    "1,200",
    "two",
    "hundred",
    "and",
    "-",
    "to",
    "%",
    "million",
    "$",
    "m",
    "days",
    "a",
    "third",
    "of",
    "half",
    "£",
    " ",
    ".",
    "–",
]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_figures_of_a_sentence(case: dict[str, Any]) -> None:
    reading = wirecopy.read(case["text"], published="2020-05-05")
    found = sorted(((claim.spans["figure"][0], claim.finding) for claim in reading.figures), key=lambda pair: pair[0])
    assert [reading.report.text[span.start : span.end] for span, _ in found] == [g["figure"] for g in case["figures"]]
    for (_, figure), gold in zip(found, case["figures"], strict=True):
        for key in gold.keys() - {"figure"}:
            assert _shown(figure, key) == gold[key], key


def _shown(figure: Any, key: str) -> Any:
    """A field as the cases write it: `places` and `by` as names, `day` as the value of the time."""
    if key in ("places", "by"):
        return [actor.name for actor in (figure.where if key == "places" else figure.said_by)]
    return (figure.as_of and figure.as_of.value) if key == "day" else getattr(figure, key)


def test_every_figure_has_its_evidence() -> None:
    reading = wirecopy.read("Some 40 lorries and 300 men reached Goma.")
    for claim in reading.figures:
        assert claim.rule == figures.FINDER.rule
        assert set(claim.spans) == {"figure", "measure"}


def figures_of(text: str) -> list[Any]:
    return [claim.finding for claim in wirecopy.read(text, published="2020-05-05").figures]


def test_who_spoke_after_something_gives_no_number_of_it() -> None:
    assert [
        f.said_by for f in figures_of("Envoy Kari Vik announced it on Friday after hackers struck 60 websites.")
    ] == [()]
    told = figures_of("Envoy Kari Vik announced on Friday that hackers had struck 60 websites.")
    assert [actor.name for actor in told[0].said_by] == ["Kari Vik"]


def test_a_figure_brings_the_words_around_it() -> None:
    text = "Between 2012 and 2015, the army lost 40 helicopters, the ministry said."
    assert [(f.what, f.as_of.said) for f in figures_of(text)] == [(text.rstrip("."), "2012 and 2015")]
    assert [(f.as_of.earliest, f.as_of.latest) for f in figures_of(text)] == [("2012-01-01", "2015-12-31")]
    text = "In winter ships stayed away. In May, it was 38 ships to 12 lorries."
    assert [f.what for f in figures_of(text)] == [text.rstrip(".")] * 2
    long = f"Nine lorries burned, {'and the wind carried the smoke across the river, ' * 6}the mayor said."
    assert [f.what.startswith("Nine lorries burned") and len(f.what) < 230 for f in figures_of(long)] == [True]


def test_each_number_of_a_list_is_of_the_place_before_it() -> None:
    found = figures_of("The highest rates were in Kenya (26.9), Chad (24.3) and Mali (16.8).")
    assert {f.low: [place.name for place in f.where] for f in found} == {
        26.9: ["Kenya"],
        24.3: ["Chad"],
        16.8: ["Mali"],
    }


def test_of_two_times_that_of_the_number_s_own_verb_is_its_day() -> None:
    text = "A blackout hit 400 homes shortly after midnight, and 260 were still dark on Monday afternoon."
    assert [f.as_of.said for f in figures_of(text)] == ["midnight", "Monday afternoon"]
    text = "According to the port authority, the harbour has 13 tugs; there were 35 in the 1980s."
    assert [f.as_of.said if f.as_of else None for f in figures_of(text)] == [None, "the 1980s"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_numbers_are_ordered_apart_and_sound(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.low is not None or number.high is not None
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.end


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_searched_for_numbers(text: str) -> None:
    assert all(text[number.start : number.end] for number in numbers(text))


def test_known_dates_count_nothing() -> None:
    text = "On the 12 sheep died."
    assert [text[n.start : n.end] for n in numbers(text)] == ["12"]
    assert numbers(text, [(3, 9)]) == ()


COUNTERS = [
    (
        "More than 90,000 people have crossed into Rwanda, Marta Alves, the bloc's envoy, wrote on Sunday.",
        ["Marta Alves"],
    ),
    ("Ana Torvald, its commissioner for the budget, named the sum: 75 million euros.", ["Ana Torvald"]),
    ("Peru is moving 30 tanks to Punta Arenas, the army in Lima said.", ["Peruvian army"]),
    ("Its deputy envoy, Pia Lund, gave the losses as about 530.", ["Pia Lund"]),
    ("By the count of the German Foreign Ministry, Mali has gathered 700 men.", ["German Foreign Office"]),
    ("Over 900 was the number given by the Norwegian navy.", ["Norwegian navy"]),
    ("Some 40 villages are empty, a spokesman of the agency estimated on Friday.", ["spokesman of the agency"]),
    ("Elsa Quispe gave the toll as 27; hospitals spoke of 33.", ["Elsa Quispe", "hospitals"]),
    (
        "Colonel Ada Bello counts about 5,200 deserters, according to police files as of Monday.",
        ["Ada Bello, police files"],
    ),
    ("Mario Vega said the army counts 410 rebels.", ["army, Mario Vega"]),
    ("Norway will deliver 2,000 rockets to Finland, the government said on Monday.", ["Norway's government"]),
    (
        "Mali's health minister, Awa Cisse, said on Saturday that 98 people had been killed. "
        "The interior ministry on Sunday gave the number as 152 civilians.",
        ["Awa Cisse", "Mali's interior ministry"],
    ),
    # Whoever disputes a number does not give it.
    ("The envoy disputed it. Chad had never confirmed that it had 9,000 soldiers at the border, he said.", [""]),
    ("The minister denied that 300 civilians had been killed.", [""]),
    ("The ministry did not confirm that 30 tanks had been lost.", [""]),
    ('Kenya called the estimate of 12,000 displaced people "exaggerated".', [""]),
    # Behind a semicolon another counts.
    ("According to Peru, 11 sailors were held; Quito speaks of 16.", ["Peru", "Ecuador"]),
    (
        "According to Lima's defence ministry, 700 troops crossed the river; Western officials speak of about 400.",
        ["Peruvian defence ministry", "Western officials"],
    ),
    (
        "There were 900 gunmen in the hills, the mayor said, far fewer than the 3,000 cited by Norway.",
        ["mayor", "Norway"],
    ),
]


PLACES = [
    # Who was moved is where he came to; who fled may be told by either place.
    ("Paris moved 800 soldiers from Niger to Mali.", ["Mali"]),
    ("Kenya brought 700 soldiers home from Somalia.", ["Somalia"]),
    ("More than 6,000 people fled from Burundi to Rwanda.", ["Burundi, Rwanda"]),
    ("Twelve soldiers died in Gao and seven in Kidal.", ["Gao", "Kidal"]),
    ("The company laid off 900 workers in Ohio and 400 in Texas.", ["Ohio", "Texas"]),
    ("The gunmen killed 12 villagers and wounded 30 in Goma.", ["Goma", "Goma"]),
]


@pytest.mark.parametrize(("text", "places"), PLACES, ids=[text[:40] for text, _ in PLACES])
def test_where_each_number_counts(text: str, places: list[str]) -> None:
    figures = sorted(wirecopy.read(text, published="2020-05-05").figures, key=lambda claim: claim.spans["figure"][0])
    assert [", ".join(place.name for place in claim.finding.where) for claim in figures] == places


@pytest.mark.parametrize(("text", "counters"), COUNTERS, ids=[text[:40] for text, _ in COUNTERS])
def test_who_gives_a_figure(text: str, counters: list[str]) -> None:
    figures = sorted(wirecopy.read(text, published="2020-05-05").figures, key=lambda claim: claim.spans["figure"][0])
    assert [", ".join(actor.name for actor in claim.finding.said_by) for claim in figures] == counters


LENGTHS = [
    ("The envoys met for a 40-minute session.", False),
    ("After two hours of talks in Doha the ministers had nothing to announce.", False),
    ("Samira Chua has lived in Aleppo for eleven years.", False),
    ("A truce of 30 days is to begin on Monday.", True),
    ("The camp has water for 12 days.", True),
    ("Some 40 lorries reached Goma.", True),
]


@pytest.mark.parametrize(("text", "is_line"), LENGTHS, ids=[text[:40] for text, _ in LENGTHS])
def test_how_long_a_deed_took_is_no_line(text: str, is_line: bool) -> None:
    assert any(worth_a_line(claim.finding) for claim in wirecopy.read(text, published="2020-05-05").figures) is is_line


def test_the_stamps_of_a_live_blog_count_nothing() -> None:
    entries = (
        "Floods\n\n21.45 What we know\n\n20.10 Norway's mayors say that 40 boats sank.\n\n18:55 GMT The rain stops."
    )
    assert [(f.low, f.measure) for f in figures_of(entries)] == [(40, "boats")]
    assert not stamps("Bread is dear.\n\n10.50 Euros is the price of a loaf in Gao, the baker said.")


def test_who_counts_where_the_verb_is_said_once() -> None:
    told = figures_of("Officers in Gao had spoken of 35 dead, and a nurse at a clinic of 38.")
    assert [[actor.name for actor in f.said_by] for f in told] == [["officers"], ["nurse at a clinic"]]


def test_what_stands_before_a_semicolon_is_not_said_by_whom_stands_behind_it() -> None:
    told = figures_of("Chad says it shot down two Peruvian planes; Niger admits to a loss and says that it rained.")
    assert [[actor.name for actor in f.said_by] for f in told] == [["Chad"]]
