"""A user's own actors: the file is checked line by line, and only who uses it sees them."""

from __future__ import annotations

import pytest
import yaml

from wirecopy.language.actors import gazetteer, own_actors, phoenix

GOOD = """
states:
  ODR: Odrin | Republic of Odrin | Odrinian | Port Almeda
people:
  Mara Selin: "Selin | ODR f | harbour minister 2021-03/"
organisations:
  baltic-grain-board: Baltic Grain Board | BGB | EST
places:
  Lake Sorrow: ODR 45.1 -12.3 | Sorrow Lake
"""
BAD = [
    ("people:\n  - Mara Selin", "must have lines of the form"),
    ("persons:\n  Mara Selin: x", "no section of a file of actors"),
    ("people:\n  Mara Selin: 3", "must be text"),
    ("people:\n  Mara Selin: Selin | ODR f", "'ODR' is no state of the gazetteer"),
    ("people:\n  Mara Selin: Selin | EST f | harbour minister since 2021", "is no office with its dates"),
    ("states:\n  Odrin: Odrin", "code of three capitals"),
    ("places:\n  Lake Sorrow: EST 45.1", "code latitude longitude"),
    ("organisations:\n  bgb: Grain Board | | EST | club", "'club' is no kind of actor"),
    ("organisations:\n  bgb: ''", "the first field is the name"),
    ("just words", "must have one of the sections"),
    ("a: [", "is no YAML"),
    ("x" * (own_actors.LARGEST + 1), "longer than"),
]


def test_lines_are_taken_as_they_are() -> None:
    found = {section: dict(lines) for section, lines in own_actors.parse(GOOD)}
    assert found == yaml.safe_load(GOOD)


@pytest.mark.parametrize(("text", "told"), BAD, ids=[told for _, told in BAD])
def test_the_line_that_is_wrong_is_named(text: str, told: str) -> None:
    with pytest.raises(own_actors.BadActors, match=told):
        own_actors.parse(text)


def test_only_within_the_context_are_they_known() -> None:
    before = gazetteer.load()
    with gazetteer.extended(own_actors.parse(GOOD)):
        within = gazetteer.load()
        assert within.actors["mara-selin"].country == "ODR"
        assert within.actors["mara-selin"].roles[0].organisation == "Odrin"
        assert within.actors["place:lake-sorrow"].latitude == pytest.approx(45.1)
        assert gazetteer.adjectives()["ODR"] == "Odrinian"
        assert "joe-biden" in within.actors
    assert gazetteer.load() is before
    assert "mara-selin" not in before.actors


def test_a_line_takes_the_place_of_the_one_with_its_key() -> None:
    with gazetteer.extended(own_actors.parse("people:\n  Joe Biden: '* | USA m | senator 1973/2009'\n")):
        assert [role.role for role in gazetteer.load().actors["joe-biden"].roles] == ["senator"]


PHOENIX = """# a comment
ESTONIA_  [EST]
+TALLINN_
RADU_VAN_GROSU_  # another
+GROSU_
+PRESIDENT_GROSU_
\t[ESTELI <011222]
\t[ESTGOV 011222-140929]
\t[ESTGOV >20150101]
JOE_BIDEN_ [USAGOV >090120]
ODRIN_HARBOUR_GUARD
+OHG
\t[ESTMIL]
NORTHERN_GRAIN_UNION_\t[IGOUNO] # of no state
ILMAR_OLDMAN_ [ESTGOV 301111-341111]
MARY_SMALLWOOD_\t[NGO]
"""


def test_a_phoenix_file_is_told_from_yaml() -> None:
    assert phoenix.is_phoenix(PHOENIX)
    assert not phoenix.is_phoenix(GOOD)
    assert not phoenix.is_phoenix("people:\n  A [USAGOV]: b | USA m\n")


def test_phoenix_actors_become_lines_of_ours() -> None:
    found = {section: dict(lines) for section, lines in phoenix.parse(PHOENIX)}
    assert found == {
        "organisations": {
            "northern-grain-union": "Northern Grain Union |  | ",
            "odrin-harbour-guard": "Odrin Harbour Guard | OHG | EST",
        },
        # The state, its town, and whom the gazetteer has are left out.
        "people": {
            "Radu van Grosu": "Grosu | EST | government official 2001-12-22/2014-09-29; government official 2015-01-01/",
            "Ilmar Oldman": " | EST | government official 1930-11-11/1934-11-11",
            "Mary Smallwood": " |  | ",
        },
    }
    assert own_actors.parse(yaml.safe_dump(found)) == phoenix.parse(PHOENIX)
