"""No sentence without words that carry it: what stands is printed, what was planted is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from wirecopy.model import (
    Actor,
    Claim,
    Commitment,
    Entry,
    Event,
    Evidence,
    Figure,
    Finding,
    Span,
    Statement,
    claim,
)
from wirecopy.run.account import OpenAccount
from wirecopy.views.sentences import cited
from wirecopy.views.stored import Held, held
from wirecopy.views.supported import unsupported

VIK, LUND = Actor("person:vik", "Kari Vik", "person"), Actor("person:lund", "Olaf Lund", "person")
MALI, NIGER = Actor("MLI", "Mali", "state", "MLI"), Actor("NER", "Niger", "state", "NER")
NAMES = {"person:vik": "Vik", "person:lund": "Lund", "MLI": "Mali", "NER": "Niger"}
FULL = {actor.id: actor.name for actor in (VIK, LUND, MALI, NIGER)}


def line(finding: Finding, text: str, **roles: str) -> tuple[Entry, Held]:
    """A line that rests on one report of one sentence; each role is given by its words."""
    spans = {role: (Span("r", text.index(words), text.index(words) + len(words)),) for role, words in roles.items()}
    made: Claim = claim(finding, spans, "test@1")
    evidence = tuple(Evidence(span, role, made.id) for role, found in spans.items() for span in found)
    mentions = [
        (found.start(), found.end(), i) for i, name in NAMES.items() for found in re.finditer(rf"\b{name}\b", text)
    ]
    names = {i: frozenset({f" {name.casefold()} ", f" {FULL[i].casefold()} "}) for i, name in NAMES.items()}
    kinds = {actor.id: actor.kind for actor in (VIK, LUND, MALI, NIGER)}
    entry = Entry("x-1", made.kind, finding, (made,), ("r",), 1, evidence)
    return entry, Held({"r": text}, {"r": mentions}, names, kinds)


MET = "On Monday Vik met Lund in the harbour for an hour and a half."
MEETING = Event("CONSULT", None, (VIK, LUND), duration="PT90M", what="Vik met Lund in the harbour")
DENIAL = Event("ASSAULT", None, (MALI,), (NIGER,), status="denied", what="it would attack Niger")
DENIED = "Mali denied that it would attack Niger. Niger has 3,000 soldiers there, Lund said."
FIGURE = Figure("soldiers", 3000, 3000, of="Niger", said_by=(LUND,))
SAID = "“We will not pay for the bridge,” Vik said. Lund did not say that the dam was closed."
PAYS = Statement(VIK, "We will not pay for the bridge,", "direct", cue="said")
OFFER = Commitment("promise", (VIK,), action="not pay for the bridge")


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        line(MEETING, MET, act="met", who="Vik met Lund"),
        line(DENIAL, DENIED, act="attack", who="Mali", whom="Niger"),
        line(FIGURE, DENIED, figure="3,000", measure="soldiers"),
        line(PAYS, SAID, speaker="Vik", cue="said", words="We will not pay for the bridge,"),
        line(OFFER, SAID, by="Vik", action="not pay for the bridge"),
        line(replace(MEETING, who=(VIK,), whom=(LUND,)), "Vik met Lund in the harbour, and he stayed for 90 minutes.",
             act="met", who="he"),
        line(Event("MOBILIZE", None, (MALI,), what="Mali, which by Vik's count has 3,000 men there"),
             "He denied that Mali, which by Vik's count has 3,000 men there, wants war.", act="has", who="Mali"),
        line(Event("AID", None, (MALI,), (NIGER,), what="the first tonnes of Malian grain landed in Niger"),
             "On Monday the first tonnes of Malian grain landed in Niger.", act="grain", who="Malian", whom="Niger"),
    ],
)  # fmt: skip
def test_what_the_words_carry_is_printed(entry: Entry, known: Held) -> None:
    assert unsupported(entry, known) == ()


def test_an_owner_is_not_taken_for_whom_the_words_name() -> None:
    text = "Vik left. The same day his minister, Olaf Lund, said the dam was closed."
    entry, known = line(Statement(LUND, "the dam was closed", "indirect"), text, speaker="his minister",
                        words="the dam was closed")  # fmt: skip
    owner = (text.index("his"), text.index("his") + 3, "person:vik")
    known = replace(known, mentions={"r": [*known.mentions["r"], owner]})
    assert unsupported(entry, known) == ()


@pytest.mark.parametrize(("country", "carried"), [("MLI", True), ("NER", False)])
def test_a_body_of_a_state_stands_for_it_and_for_no_other(country: str, carried: bool) -> None:
    text = "Talks went on. The coastal ministry ordered its staff to leave the port."
    demand = Commitment("demand", (MALI,), action="leave the port")
    entry, known = line(demand, text, by="The coastal ministry", action="leave the port")
    start = text.index("The coastal")
    known = replace(known, mentions={"r": [(start, start + 20, "coastal-ministry")]},
                    kinds={**known.kinds, "coastal-ministry": "office"}, countries={"coastal-ministry": country})  # fmt: skip
    assert (unsupported(entry, known) == ()) is carried


@pytest.mark.parametrize(
    ("entry", "known", "why"),
    [
        (*line(replace(MEETING, who=(VIK, MALI)), MET, act="met", who="Vik met Lund"), "names Mali"),
        (*line(replace(MEETING, duration="PT30M"), MET, act="met", who="Vik met Lund"), "length"),
        (*line(replace(MEETING, what="Vik met Mali in the harbour"), MET, act="met", who="Vik met Lund"), "has the words"),
        (*line(replace(DENIAL, who=(NIGER,), whom=(MALI,)), DENIED, act="attack", who="Mali", whom="Niger"), "names Niger"),
        (*line(replace(FIGURE, low=5000, high=5000), DENIED, figure="3,000", measure="soldiers"), "number 5,000"),
        (*line(replace(FIGURE, said_by=(VIK,)), DENIED, figure="3,000", measure="soldiers"), "names Kari Vik"),
        (*line(replace(PAYS, words="We will pay for the bridge,"), SAID, speaker="Vik", words="We will not pay for the"),
         "has the words"),
        (*line(replace(PAYS, speaker=LUND), SAID, speaker="Vik", words="We will not pay"), "names Olaf Lund"),
        (*line(Statement(LUND, "the dam was closed", "indirect"), SAID, speaker="Lund", words="the dam was closed"),
         "negation before"),
        (*line(replace(OFFER, action="pay for the bridge"), SAID, by="Vik", action="pay for the bridge"), "negation before"),
        (*line(Event("ASSAULT", None, (MALI,), (NIGER,), status="refused", what="attack Niger"),
               "Mali will attack Niger.", act="attack", who="Mali", whom="Niger"), "makes it refused"),
    ],
)  # fmt: skip
def test_what_they_do_not_carry_is_refused(entry: Entry, known: Held, why: str) -> None:
    assert any(why in reason for reason in unsupported(entry, known)), unsupported(entry, known)


@pytest.mark.parametrize(
    ("altered", "why"),
    [
        (lambda text: text.replace("Kari Vik", "Kari Sand"), "it names Sand"),
        (lambda text: text.replace("happened", "denied"), "tells it as denied"),
        (lambda text: text.replace("90 min", "3 h"), "length"),
        (lambda text: text.replace("Kari Vik and Olaf Lund", "Kari Vik"), "leaves out Olaf Lund"),
        (lambda text: text.replace("in the harbour", "in a harbour"), "has the words"),
        (lambda text: text.replace("talks", "talks, probably"), "“probably” in words of our own"),
    ],
)
def test_a_sentence_that_was_altered_is_refused(altered: Callable[[str], str], why: str) -> None:
    entry, known = line(MEETING, MET, act="met", who="Vik met Lund")
    text = altered(cited(entry))
    assert text != cited(entry)
    assert any(why in reason for reason in unsupported(entry, known, text)), unsupported(entry, known, text)


def _planted(entry: Entry, others: tuple[Actor, ...]) -> Iterator[str]:
    """The sentence with a number changed, a "not" dropped, a name changed."""
    text = cited(entry)
    words = text.replace("is not named", "").replace("(not a count", "")
    found = re.search(r"\b(?:not|never) ", words)
    if found:
        yield text.replace(found.group(), "", 1) if text.find(found.group()) == found.start() else ""
    if isinstance(entry.value, Figure) and entry.value.low:
        yield cited(replace(entry, value=replace(entry.value, low=entry.value.low * 3 + 1, high=None)))
    for actor in (*getattr(entry.value, "who", ()), *getattr(entry.value, "by", ())):
        stranger = next(one for one in others if one.kind == "person" and one.name not in text)
        yield text.replace(actor.name, stranger.name)


def test_of_the_corpus_nearly_all_is_carried_and_nothing_planted_is(account: OpenAccount) -> None:
    known = held(account)
    lines = [e for e in account.entries if e.kind in ("event", "statement", "figure", "commitment")]
    carried = [entry for entry in lines if not unsupported(entry, known)]
    assert len(carried) >= 0.97 * len(lines)
    people = tuple(e.value for e in account.actors if isinstance(e.value, Actor) and not e.value.anonymous)
    planted = [(entry, text) for entry in carried for text in _planted(entry, people) if text]
    passed = [text for entry, text in planted if text != cited(entry) and not unsupported(entry, known, text)]
    assert len(planted) > 300 and passed == []
