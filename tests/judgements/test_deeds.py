"""Deeds read from words and events, and held against each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wirecopy.judgements.outcomes.comparing_deeds import akin, allied, breaks, harder, meets, opposes, place_fits
from wirecopy.judgements.outcomes.deed_kinds import Deed, told_in
from wirecopy.judgements.outcomes.deed_traits import is_untestable, points
from wirecopy.judgements.outcomes.deeds import Named, deed_of_event, deed_of_words, parts_of, sides_of
from wirecopy.model import Actor, Event, Role
from wirecopy.words import load

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "deeds.yml").read_text(encoding="utf8"))
RUSSIA = Actor("russia", "Russia", "state", "RUS")
UKRAINE = Actor("ukraine", "Ukraine", "state", "UKR")
PERSON = Actor("pell-arden", "Pell Arden", "person", "FRA")


def deed(*kinds: str, who: str = "", whom: str = "", persons: str = "") -> Deed:
    return Deed(frozenset(kinds), frozenset(who.split()), frozenset(whom.split()), frozenset(persons.split()))


@pytest.mark.parametrize("case", CASES, ids=[case["words"] for case in CASES])
def test_what_words_tell_of(case: dict[str, Any]) -> None:
    found = deed_of_words(case["words"])
    assert sorted(found.kinds) == case["kinds"]
    assert found.is_negated == case.get("negated", found.is_negated)
    assert found.is_qualified == case.get("qualified", False)


def test_every_kind_that_the_word_list_names_is_one() -> None:
    table = load("deeds")
    kinds = set(table["deeds"])
    named = {
        one
        for name in (
            "objects",
            "speech",
            "lasting",
            "impersonal",
            "hostile",
            "nominal",
            "stopped",
            "punishing",
            "separable",
            "ladder",
            "placed",
            "mutual",
            "contested",
        )
        for one in table[name]
    }
    named |= {one for deed in table["deeds"].values() for one in deed.get("by", ())}
    named |= {one for kind, others in table["breaks"].items() for one in (kind, *others)}
    assert named <= kinds


@pytest.mark.parametrize(
    ("words", "named", "who", "whom"),
    [
        ("Russia attacks Ukraine", [(RUSSIA, 0), (UKRAINE, 15)], {"RUS"}, {"UKR"}),
        ("an attack on Ukraine by Russia", [(UKRAINE, 13), (RUSSIA, 24)], {"RUS"}, {"UKR"}),
        ("an attack on Ukraine", [(UKRAINE, 13)], set(), {"UKR"}),
        ("talks with Russia end without progress", [(RUSSIA, 11)], set(), {"RUS"}),
    ],
)
def test_who_does_what_to_whom(words: str, named: list[tuple[Actor, int]], who: set[str], whom: set[str]) -> None:
    found = deed_of_words(words, (), [Named(actor, start) for actor, start in named])
    assert (found.who, found.whom) == (who, whom)


def test_persons_are_those_in_the_same_breath() -> None:
    assert deed_of_words("sanctions on Pell Arden", (), [Named(PERSON, 13)]).persons == {"pell-arden"}
    assert not deed_of_words("sanctions, said Pell Arden", (), [Named(PERSON, 16)]).persons


def test_an_event_is_a_deed_by_its_act_and_by_the_words_of_what_was_done() -> None:
    assert deed_of_event(Event("ASSAULT", who=(RUSSIA,), whom=(UKRAINE,))).kinds == {"attack"}
    assert deed_of_event(Event("AID", what="Finland sends rifles")).kinds == {"aid", "arms"}
    assert deed_of_event(Event("CONSULT", mode="phone")).kinds == {"call"}
    assert not deed_of_event(Event("CONSULT", mode="press")).kinds
    # A conversation by telephone is no round of talks, a meeting that is called off no refusal of what was demanded.
    assert deed_of_event(Event("CONSULT", mode="phone", what="they discussed the strait by telephone")).kinds == {
        "call"
    }
    assert deed_of_event(Event("REJECT", mode="meet", what="Odrin called off the summit")).kinds == {"snub"}
    # What an attack is made with is given to nobody.
    assert deed_of_event(Event("ASSAULT", what="It struck the port with precision weapons and missiles")).kinds == {
        "attack"
    }
    # What is only said to be wanted is not done.
    assert not deed_of_event(Event("REQUEST", what="He asked for rifles")).kinds
    assert deed_of_event(Event("REQUEST", what="Odrin publishes its demands")).kinds == {"publish"}


def test_who_is_named_beside_a_deed_did_it_unless_it_is_an_attack() -> None:
    assert deed_of_event(Event("COERCE", mode="restrict"), [RUSSIA]).who == {"RUS"}
    assert not deed_of_event(Event("ASSAULT"), [RUSSIA]).who


@pytest.mark.parametrize(
    ("actor", "side"),
    [
        (RUSSIA, {"RUS"}),
        (Actor("a", "Ann Bly", "person", "NOR", roles=(Role("secretary general", "NATO"),)), {"nato"}),
        (Actor("nato", "NATO", "organisation"), {"nato"}),
        (Actor("group:x", "European Union leaders", "group"), {"eu"}),
        (Actor("group:y", "ministers", "group"), set()),
    ],
)
def test_for_whom_an_actor_acts(actor: Actor, side: set[str]) -> None:
    assert sides_of([actor]) == side


@pytest.mark.parametrize(
    ("asked", "done", "is_met"),
    [
        (deed("attack", who="RUS"), deed("attack", who="RUS", whom="UKR"), True),
        (deed("attack", who="RUS", whom="UKR"), deed("attack", who="UKR", whom="RUS"), False),
        (deed("attack"), deed("talks", who="RUS"), False),
        (deed("punish", who="USA"), deed("sanction", who="USA"), True),
        (deed("sanction", who="west"), deed("sanction", who="USA"), True),
        (deed("sanction", who="USA"), deed("sanction", who="DEU"), False),
        # The object must be there, not just the verb.
        (deed("deploy", "missiles"), deed("deploy"), False),
        (deed("deploy", "missiles"), deed("deploy", "missiles"), True),
        # Refused is refused, whatever it was that was asked.
        (deed("refuse", "guarantee"), deed("refuse"), True),
        # Who talks about a thing has not done it.
        (deed("missiles"), deed("talks", "missiles"), False),
        (deed("talks", persons="pell-arden"), deed("talks"), False),
        (deed("talks", persons="pell-arden"), deed("talks", persons="pell-arden ann-bly"), True),
    ],
)
def test_what_meets_what(asked: Deed, done: Deed, is_met: bool) -> None:
    assert meets(asked, done) is is_met


@pytest.mark.parametrize(
    ("act", "mode", "kind"),
    [
        ("ASSAULT", "aerial", "attack"),
        ("ASSAULT", "drone", "attack"),
        ("RETREAT", "release", "release"),
        ("RETREAT", "ceasefire", "calm"),
        ("RETREAT", "disarm", "disarm"),
        ("RETREAT", "resign", "resign"),
        ("RETREAT", "access", "access"),
        ("COERCE", "arrest", "arrest"),
        ("COERCE", "deport", "expel"),
        ("SANCTION", "expel", "expel"),
        ("SANCTION", "discontinue", "rupture"),
        ("PROTEST", "strike", "walkout"),
        ("PROTEST", "demo", "protest"),
    ],
)
def test_plover_acts_are_deeds_in_their_modes(act: str, mode: str, kind: str) -> None:
    assert deed_of_event(Event(act, mode=mode)).kinds == {kind}


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("lift the embargo and release the sailors", [{"lift"}, {"release"}]),
        ("an immediate ceasefire and the withdrawal of all troops", [{"calm"}, {"withdraw"}]),
        ("lift the embargo", []),
        ("guarantees that rule out an embargo and a blockade", []),
        ("not lift the embargo and release the sailors", []),
        ("release the sailors and the fishermen", []),
    ],
)
def test_what_has_several_parts(words: str, parts: list[set[str]]) -> None:
    assert [set(part.kinds) for part in parts_of(words)] == parts


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("full support", True),
        ("stand firmly by the islanders", True),
        ("do everything it can", True),
        ("show restraint", True),
        ("monitor the strait closely", True),
        ("full support and rifles", False),
        ("lift the embargo", False),
        ("rebuild the lighthouse", False),
    ],
)
def test_what_no_deed_can_test(words: str, is_so: bool) -> None:
    assert is_untestable(words) is is_so


def test_a_harder_blow() -> None:
    tariffs, raids = deed_of_words("tariffs on its steel"), deed_of_words("bomb its harbour")
    assert harder(raids, tariffs) and not harder(tariffs, raids) and not harder(raids, raids)
    assert not harder(raids, deed_of_words("hold talks"))


def test_who_joins_whom_may_stand_either_way_round() -> None:
    asked = Deed(frozenset({"join"}), frozenset(), frozenset({"nato", "NOR"}))
    assert meets(asked, deed("join", who="NOR", whom="nato"))
    assert not meets(asked, deed("join", who="SWE", whom="eu"))


def test_soldiers_for_one_country_reinforce_no_other() -> None:
    assert not place_fits(frozenset({"EST"}), deed("deploy", who="USA", whom="DEU"))
    assert place_fits(frozenset({"nato"}), deed("deploy", who="USA", whom="DEU"))
    assert not place_fits(frozenset({"ROU"}), deed("withdraw", who="FRA", whom="nato"))


def test_words_alone_meet_only_where_nearly_all_are_told() -> None:
    asked = deed_of_words("the lighthouse keepers strike for wages")
    assert meets(asked, deed_of_words("lighthouse keepers strike for better wages"))
    assert not meets(asked, deed_of_words("the keepers went home"))


def test_blocs_act_through_their_members_who_are_not_each_other() -> None:
    assert akin({"nato"}, {"USA"}) and akin({"USA"}, {"west"}) and not akin({"USA"}, {"DEU"})
    assert allied({"USA"}, {"DEU"}) and not allied({"USA"}, {"RUS"})


def test_what_can_not_be_together() -> None:
    assert breaks(deed("attack"), deed("withdraw")) and not breaks(deed("withdraw"), deed("attack"))
    sends, keeps = deed_of_words("send soldiers to the island"), deed_of_words("send any soldiers to the island")
    assert opposes(sends, keeps) and not opposes(sends, deed_of_words("sanction the island"))


def test_what_points_at_what_was_told_before() -> None:
    assert points("such a step") and points("it was carried out")
    assert not points("such an attack") and not points("Odrin does so")


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Velmark has halted the pipeline to the island.", ["pipeline"]),
        ("Velmark would have halted the pipeline to the island.", []),
        ("Odrin recognised the two islands as independent states.", ["recognise"]),
        ("Odrin denied that it had recognised the islands as independent.", []),
        ("The envoy handed over the written answers.", ["write"]),
        ("The envoy wanted the answers.", []),
        ("Odrin dropped its demand for a toll.", ["takeback"]),
        ("Velmark closed the border on Monday.", ["border"]),
        ("Velmark threatened to have closed the border.", []),
    ],
)
def test_what_is_told_as_done_without_an_event(sentence: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in told_in(sentence)] == kinds
