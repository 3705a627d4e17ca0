"""Which actors of different reports are one, and which are worth a line."""

from __future__ import annotations

from itertools import permutations

import pytest

from wirecopy.judgements.same.same_actor import merge, one_letter, unify, worth_a_line
from wirecopy.language.actors.cast import alias
from wirecopy.language.actors.spelling import of_gazetteer, spelled
from wirecopy.model import Actor, Role


def person(key: str, name: str, country: str | None = None, *roles: Role, anonymous: bool = False) -> Actor:
    return Actor(key, name, "person", country, roles=roles, anonymous=anonymous)


PRESIDENT = Role("president", "Poland")
JOINED = [
    (person("person:ines-carvalho", "Ines Carvalho"), person("person:carvalho", "Carvalho"), "person:ines-carvalho"),
    (person("sergei-lavrov", "Sergei Lavrov", "RUS"), person("person:sergey-lavrow", "Sergey Lavrow"), "sergei-lavrov"),
    (
        person("person:jan-nowak", "Jan Nowak", "POL", PRESIDENT),
        person("person:polish-president", "Polish president", "POL", PRESIDENT, anonymous=True),
        "person:jan-nowak",
    ),
    (
        Actor("defence-ministry-rus", "Russian defence ministry", "office", "RUS"),
        Actor("office:russian-defense-ministry", "Russian defense ministry", "office", "RUS"),
        "defence-ministry-rus",
    ),
    (
        Actor("organisation:baltic-grain-board", "Baltic Grain Board", "organisation"),
        Actor("organisation:bgb", "BGB", "organisation"),
        "organisation:baltic-grain-board",
    ),
    (
        Actor("group:harlow-administration-officials", "Harlow administration officials", "group", "USA"),
        Actor("group:administration-officials", "administration officials", "group", anonymous=True),
        "group:harlow-administration-officials",
    ),
]
APART = [
    (person("person:ion-grosu", "Ion Grosu"), person("person:radu-grosu", "Radu Grosu")),
    (
        person("person:jan-nowak", "Jan Nowak", "POL", Role("lawmaker", "Poland")),
        person("person:polish-lawmaker", "Polish lawmaker", "POL", Role("lawmaker", "Poland"), anonymous=True),
    ),
    (Actor("UKR", "Ukraine", "state", "UKR"), Actor("place:kyiv", "Kyiv", "place", "UKR")),
]


@pytest.mark.parametrize(("one", "other", "wanted"), JOINED, ids=lambda a: getattr(a, "name", ""))
def test_one_actor_by_two_names(one: Actor, other: Actor, wanted: str) -> None:
    found, reasons = unify([one, other])
    assert {actor.id for actor in found.values()} == {wanted}
    assert len(reasons) == 1
    assert reasons[0].because
    assert other.name in found[wanted].aliases if wanted == one.id else True


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_actors_stay_two(one: Actor, other: Actor) -> None:
    found, reasons = unify([one, other])
    assert {actor.id for actor in found.values()} == {one.id, other.id}
    assert not reasons


def test_the_order_never_shows() -> None:
    actors = [JOINED[0][0], JOINED[0][1], JOINED[1][1], JOINED[4][1]]
    results = [unify(order)[0] for order in permutations(actors)]
    assert all(result == results[0] for result in results)


def test_roles_are_told_once() -> None:
    roles = (
        Role("president"), Role("president", "Poland"), Role("leader", "Poland"),
        Role("defence minister", "Poland"), Role("defense minister", "Poland"),
    )  # fmt: skip
    (merged,) = [merge([person("p", "Jan Nowak", "POL", role) for role in roles], "p")]
    assert [(role.role, role.organisation) for role in merged.roles] == [
        ("defence minister", "Poland"),
        ("president", "Poland"),
    ]


def test_an_actor_without_a_name_harms_nothing() -> None:
    nameless = Actor("group:", "", "group")
    assert merge([nameless], "group:") == nameless
    assert unify([nameless, person("p", "Jan Nowak", "POL")])[0]["group:"] == nameless


def test_who_is_worth_a_line() -> None:
    assert worth_a_line(Actor("group:us-officials", "US officials", "group", "USA", anonymous=True))
    assert worth_a_line(Actor("group:rebels", "rebels", "group", anonymous=True))
    assert worth_a_line(person("person:senior-diplomat", "senior diplomat", anonymous=True))
    assert not worth_a_line(Actor("group:reporters", "reporters", "group", anonymous=True))
    assert not worth_a_line(person("person:envoy", "envoy", anonymous=True))
    assert not worth_a_line(person("person:health-worker", "health worker", anonymous=True))
    assert not worth_a_line(Actor("organisation:a", "Chadian agency", "organisation", "TCD", anonymous=True))


def test_spellings() -> None:
    assert spelled("Sergei Riabkov") == spelled("Sergey Ryabkov")
    assert spelled("Ion Grosu") != spelled("Ion Grozu")
    assert of_gazetteer("Volodimir Zelensky") is None or of_gazetteer("Volodimir Zelensky") == "volodymyr-zelenskyy"
    assert of_gazetteer("Aleksandr Lukashenka") == "alexander-lukashenko"
    assert of_gazetteer("Lukashenko") is None
    assert one_letter("kateryna", "katerina")
    assert not one_letter("ivan", "evan")


def test_aliases_are_names_and_telling_descriptions() -> None:
    nowak = person("person:jan-nowak", "Jan Nowak", "POL")
    assert alias("President Jan Nowak", nowak) == ""
    assert alias("Mr Nowak", nowak) == "Nowak"
    assert alias("NOWAK", nowak) == "Nowak"
    assert alias("the president", nowak) == ""
    assert alias("the president of this meeting", nowak) == ""
    assert alias("The Polish president", nowak) == "Polish president"
    assert alias("President of Poland", nowak) == "President of Poland"
