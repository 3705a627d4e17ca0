"""A match is told in words of war; a war in a stadium is none the less one."""

import pytest

import wirecopy

MATCH = (
    "Norway's handball players beat Sweden 31-28 in the semifinal on Sunday. The coach said his team had attacked from the "
    "first minute of the match. Sweden struck back before halftime, but the defenders surrendered the lead again and the "
    "goalkeeper threatened nobody. Norway will meet Denmark in the final of the tournament."
)
WAR = (
    "Gunmen attacked the stadium of a football club in Kharkiv on Sunday and killed two players of the team, police said. "
    "The coach had left an hour before. Russia struck the city again in the night."
)


def acts(text: str) -> set[str | None]:
    return {claim.finding.act for claim in wirecopy.read(text, published="2022-02-20").events}  # type: ignore[union-attr]


def test_a_match_is_no_war() -> None:
    assert not acts(MATCH) & {"ASSAULT", "RETREAT", "THREATEN", "PROTEST", "COERCE"}


def test_an_attack_on_a_team_is_an_attack() -> None:
    assert "ASSAULT" in acts(WAR)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two U.S. officials, who requested anonymity, said that the talks would go on.",
        "A French diplomat demanded anonymity and said little about the talks.",
        "The number given by U.S. officials in private is higher.",
    ],
)
def test_how_a_source_speaks_is_no_act(sentence: str) -> None:
    assert acts(sentence) <= {None}


@pytest.mark.parametrize(
    "sentence",
    [
        "Runners took to the streets of Quito for the marathon on Sunday.",
        "Peru's captain retired hurt after being struck on the elbow.",
        "Oslo's two sides meet again in the second leg on Wednesday.",
        "The midfielder was ruled out of Peru's qualifier against Chile.",
        "Thousands marched through Lima behind a brass band.",
        "Doctors in Lima are waging a war on diabetes.",
        "Hurricane Ana killed thousands of people in Peru.",
        "Wildfires forced thousands to leave their homes in Peru.",
    ],
)
def test_a_sentence_of_play_or_of_weather_tells_no_act(sentence: str) -> None:
    assert acts(sentence) <= {None}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Rebels attacked a village near Lima after the semifinal.", "ASSAULT"),
        ("Peru is waging war on rebels in Tacna.", "ASSAULT"),
    ],
)
def test_a_deed_beside_a_match_is_one(sentence: str, act: str) -> None:
    assert act in acts(sentence)
