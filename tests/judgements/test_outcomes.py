"""What became of commitments: a table of cases, each with the facts that were told later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wirecopy.judgements.outcomes import outcome
from wirecopy.judgements.outcomes.cases import SOME_DAY, Case, Fact
from wirecopy.judgements.outcomes.deed_kinds import Deed
from wirecopy.judgements.outcomes.deeds import deed_of_words, parts_of
from wirecopy.judgements.told import stems

TODAY = "2022-03-01"


def done(kind: str, who: str, whom: str = "", day: str = "2022-02-01", **more: object) -> Fact:
    found = Deed(frozenset(kind.split()), frozenset(who.split()), frozenset(whom.split()))
    return replace(Fact(found, day, day, f"e-{kind}-{who}-{day}", f"{who} {kind}"), **more)  # type: ignore[arg-type]


def saying(kind: str, who: str, words: str, **more: object) -> Fact:
    found = done(kind, who, **more)
    return replace(found, deed=replace(found.deed, words=stems(words)), told=words)


def told_of(verb: str, who: str, words: str) -> Fact:
    """A deed of no kind, by its verb."""
    found = saying("", who, words)
    return replace(found, deed=replace(found.deed, verbs=stems(verb)))


def case(kind: str, by: str, action: str, condition: str | None = None, to: str = "", **more: object) -> Case:
    asked = deed_of_words(condition) if condition else None
    sides = frozenset(by.split()), frozenset(to.split())
    held_out = Case(kind, *sides, "2022-01-10", asked, deed_of_words(action), parts=parts_of(action), words=action)
    return replace(held_out, **more)  # type: ignore[arg-type]


def by_act(kind: str, words: str) -> Case:
    """A demand of Sweden whose deed is known by the act of an event inside it alone."""
    made = case("demand", "NOR", words, to="SWE")
    return replace(made, action=replace(deed_of_words(words), kinds=frozenset({kind})))


ATTACK = done("attack", "RUS", "UKR")
THREAT = case("threat", "USA", "severe consequences", "an invasion", "RUS")
CASES = [
    ("nothing was told", THREAT, [], "open"),
    ("the deed was of another", THREAT, [done("attack", "BLR", "UKR")], "open"),
    ("the deed was the maker's own", replace(THREAT, to=frozenset()), [done("attack", "USA")], "open"),
    ("the deed is older than the threat", THREAT, [done("attack", "RUS", day="2022-01-01")], "open"),
    ("it was told for a whole year", THREAT, [replace(ATTACK, first="2021-06-01", last="2022-01-31")], "open"),
    ("only one side says so", THREAT, [replace(ATTACK, is_disputed=True)], "open"),
    ("its condition is met", THREAT, [ATTACK], "condition met"),
    ("it was made good", THREAT, [ATTACK, done("sanction", "USA", "RUS", "2022-02-02")], "kept"),
    ("somebody else did it", THREAT, [ATTACK, done("sanction", "CAN", "RUS", "2022-02-02")], "condition met"),
    ("an ally stopped it", case("threat", "USA", "the pipeline will not start", "an invasion", "RUS"),
     [ATTACK, done("pipeline", "DEU", "RUS", "2022-02-02")], "kept"),
    ("a sanction that answers nothing", THREAT, [done("sanction", "USA", "RUS")], "open"),
    ("refused long ago", case("threat", "RUS", "military-technical steps", "the demands are refused", "USA"),
     [done("refuse", "USA", "RUS", "2022-01-01")], "condition met"),
    ("at once, and weeks later", case("demand", "RUS", "talks at once", to="USA", prompt="2022-01-17"),
     [done("talks", "RUS USA")], "partly kept"),
    ("at once, and within days", case("demand", "RUS", "talks at once", to="USA", prompt="2022-01-17"),
     [done("talks", "RUS USA", day="2022-01-12")], "kept"),
    ("offered at once, and taken up weeks later", case("offer", "RUS", "negotiate", to="USA", prompt="2022-01-17"),
     [done("talks", "RUS USA")], "lapsed"),
    ("no answer within some time, a day later", case("threat", "RUS", "military steps", "no answer", "USA", ripe="2022-01-17"),
     [done("refuse", "USA", "RUS", "2022-01-11")], "open"),
    ("ruled out", case("promise", "USA", "hold a summit", "Russia does not invade", "RUS"), [ATTACK], "lapsed"),
    ("done", case("promise", "DNK", "send fighter jets and rifles"), [done("aid arms", "DNK")], "kept"),
    ("not to attack, and attacked", case("promise", "RUS", "attack anyone"), [ATTACK], "broken"),
    ("not to attack", case("promise", "RUS", "attack anyone"), [done("talks", "RUS USA")], "open"),
    ("to withdraw, and attacked", case("promise", "RUS", "let its troops go home"), [ATTACK], "broken"),
    ("its time is over", case("promise", "DNK", "send rifles", deadline="2022-02-01"), [], "lapsed"),
    ("its time was over before it began", case("promise", "DNK", "send rifles", deadline="2022-01-01"), [], "open"),
    ("talks with an ally are no talks with the other side", case("offer", "USA", "negotiate", to="RUS"),
     [done("talks", "USA DEU")], "open"),
    ("talks", case("offer", "USA", "negotiate", to="RUS"), [done("talks", "USA RUS")], "kept"),
    ("in a manner that deeds don't show", case("promise", "USA", "negotiate in public"), [done("talks", "USA RUS")],
     "open"),
    ("demanded and done", case("demand", "USA", "withdraw its troops", to="RUS"), [done("withdraw", "RUS")], "kept"),
    ("demanded, and the contrary done", case("demand", "USA", "withdraw its troops", to="RUS"), [ATTACK], "broken"),
    ("demanded of nobody", case("demand", "UKR", "sanctions are needed"), [done("sanction", "USA", "RUS")], "open"),
    ("too late", case("demand", "UKR", "sanctions are needed before an attack"), [ATTACK], "lapsed"),
    ("the other choice of an offer", case("offer", "USA", "a choice of talks or of severe costs", to="RUS"),
     [done("sanction", "USA", "RUS")], "open"),
    ("forbidden and done", case("demand", "USA", "cannot invade", to="RUS"), [ATTACK], "broken"),
    ("the demanding side's own attack", case("demand", "RUS", "stop the fighting"), [ATTACK], "open"),
    ("refused and done", case("refusal", "DEU", "send weapons"), [done("aid arms", "DEU")], "broken"),
    ("refused and announced", case("refusal", "DEU", "send weapons"), [done("arms", "DEU", is_planned=True)], "withdrawn"),
    ("an ally does it", case("refusal", "nato", "send weapons"), [done("aid arms", "DEU")], "open"),
    ("refused again", case("refusal", "USA", "reject the demands"), [done("refuse", "USA", "RUS")], "open"),
    ("announced in a word alone", case("refusal", "NOR", "bring its soldiers home from the north of the country"),
     [saying("withdraw", "NOR", "its patrol will go home after the drill", is_planned=True)], "open"),
    ("announced in the same words", case("refusal", "NOR", "bring its soldiers home from Chad"),
     [saying("withdraw", "NOR", "soldiers will come home from Chad", is_planned=True)], "withdrawn"),
    ("nobody knows when it was held out", replace(case("offer", "USA", "negotiate"), made=""),
     [done("talks", "USA RUS")], "open"),
    ("done after its time", case("promise", "DNK", "send rifles", deadline="2022-01-20"), [done("aid arms", "DNK")],
     "partly kept"),
    ("a call is no round of talks", case("demand", "RUS", "talks at once", to="USA"), [done("call", "RUS USA")], "open"),
    ("talks that failed before the words", case("threat", "RUS", "deploy missiles", "there is no progress"),
     [done("refuse", "USA", "RUS", "2022-01-10")], "open"),
    ("talks that ended without a result", case("threat", "RUS", "deploy missiles", "there is no progress"),
     [done("deadlock", "USA RUS")], "condition met"),
    ("talks of others", case("threat", "RUS", "deploy missiles", "there is no progress"),
     [done("deadlock", "USA CHN")], "open"),
    ("it went further, and so did he", case("threat", "USA", "go further too", "Moscow goes further", "RUS"),
     [ATTACK, done("sanction", "USA", "RUS", "2022-02-02")], "kept"),
    ("one of two things", case("promise", "NOR", "lift the embargo and release the sailors"), [done("release", "NOR")],
     "partly kept"),
    ("both of two things", case("promise", "NOR", "lift the embargo and release the sailors"),
     [done("release", "NOR"), done("lift", "NOR", day="2022-02-03")], "kept"),
    ("a demand answered in part", case("demand", "NOR", "a ceasefire and the release of the sailors", to="SWE"),
     [done("release", "SWE")], "partly kept"),
    ("no deed can test it", case("promise", "NOR", "stand by the islanders"), [ATTACK], "untestable"),
    ("its condition makes it no vaguer", case("threat", "NOR", "stand firmly together", "an invasion", "RUS"), [ATTACK],
     "condition met"),
    ("taken back", case("demand", "NOR", "a toll on the strait", to="SWE"),
     [saying("takeback", "NOR", "Norway dropped its demand for a toll on the strait")], "withdrawn"),
    ("another demand was taken back", case("demand", "NOR", "a toll on the strait", to="SWE"),
     [saying("takeback", "NOR", "Norway dropped its demand for an apology")], "open"),
    ("taken back by another", case("demand", "NOR", "a toll on the strait", to="SWE"),
     [saying("takeback", "SWE", "Sweden dropped its demand for a toll on the strait")], "open"),
    ("nobody did as he was told", case("threat", "NOR", "there will be consequences", "Sweden does not stop the raids", "SWE"),
     [done("attack", "NOR", "SWE")], "kept"),
    ("he made them answer for it", case("threat", "NOR", "answer for the blood", "Sweden does not stop the raids", "SWE"),
     [done("attack", "NOR", "SWE")], "kept"),
    ("his own blow is no answer to him", case("threat", "NOR", "answer for the blood", "an invasion", "SWE"),
     [done("attack", "NOR", "SWE")], "open"),
    ("he struck somebody else", case("threat", "NOR", "there will be consequences", "Sweden does not stop the raids", "SWE"),
     [done("attack", "NOR", "DNK")], "open"),
    ("the strike that was threatened", case("threat", "NOR", "bomb the harbour", to="SWE"), [done("attack", "NOR", "SWE")],
     "kept"),
    ("a strike elsewhere", case("threat", "NOR", "bomb the harbour", to="SWE"), [done("attack", "NOR", "DNK")], "open"),
    ("soldiers for another country", case("demand", "EST", "send more troops", to="nato"), [done("deploy", "USA", "DEU")],
     "open"),
    ("soldiers for that country", case("demand", "EST", "send more troops", to="nato"), [done("deploy", "USA", "EST")],
     "kept"),
    ("what a bloc does no member promised", case("promise", "DEU", "send rifles"), [done("aid arms", "nato")], "open"),
    ("talks about another thing", case("offer", "USA", "talks on missiles", to="RUS"),
     [saying("talks", "USA RUS", "they spoke about fishing")], "open"),
    ("nobody knows which came first", replace(case("red line", "NOR", "", "an invasion", "RUS"), made=""), [ATTACK], "open"),
    ("told on the day of the words", case("red line", "NOR", "", "an invasion", "RUS"),
     [done("attack", "RUS", "UKR", "2022-01-10", is_dated=False)], "open"),
    ("done on the day of the words", case("red line", "NOR", "", "an invasion", "RUS"),
     [done("attack", "RUS", "UKR", "2022-01-10")], "condition met"),
    ("the other side breaks no offer", case("offer", "USA", "de-escalate", to="RUS"), [ATTACK], "open"),
    ("soldiers for nobody knows whom", case("demand", "EST", "send more troops", to="nato"), [done("deploy", "USA")], "open"),
    ("other weapons than those", case("promise", "USA", "not station offensive weapons there"), [done("aid arms", "USA")],
     "open"),
    ("those very weapons", case("promise", "USA", "not station offensive weapons there"),
     [saying("arms", "USA", "it stationed offensive weapons")], "broken"),
    ("unless it is done", case("threat", "NOR", "there will be consequences", "unless Sweden stops the raids", "SWE"),
     [done("attack", "NOR", "SWE")], "kept"),
    ("drills are prolonged", case("promise", "BLR", "not a single foreign soldier would stay"),
     [done("prolong", "BLR")], "broken"),
    ("another thing is refused", replace(case("threat", "RUS", "take steps", "no constructive answer arrives"),
     asked=frozenset({"nato"})), [done("refuse", "ROU", "RUS")], "open"),
    ("one point is refused", replace(case("threat", "RUS", "take steps", "no answer to the proposals arrives"),
     asked=frozenset({"nato"})), [saying("refuse", "nato", "NATO rejected the port visit")], "open"),
    ("the proposals are refused", replace(case("threat", "RUS", "take steps", "no answer to the proposals arrives"),
     asked=frozenset({"nato"})), [saying("refuse", "nato", "NATO rejected the proposals")], "condition met"),
    ("they are ignored", case("threat", "RUS", "take steps", "the proposals are ignored"), [done("ignore", "nato")],
     "condition met"),
    ("talks in another month", case("offer", "USA", "talks in early March", to="RUS"), [done("talks", "USA RUS")], "open"),
    ("talks in that month", case("offer", "USA", "talks in early February", to="RUS"), [done("talks", "USA RUS")], "kept"),
    ("crossed", case("red line", "USA", "", "an invasion", "RUS"), [ATTACK], "condition met"),
    ("the captive came home", case("promise", "NOR", "hand back the captured pilot", to="SWE"), [done("freed", "", "SWE")],
     "kept"),
    ("another side's captive came home", case("promise", "NOR", "hand back the captured pilot", to="SWE"),
     [done("freed", "", "DNK")], "open"),
    ("the return that was demanded", case("demand", "SWE", "the safe return of the sailors"), [done("freed", "", "SWE")],
     "kept"),
    ("others were arrested", case("promise", "NOR", "release the sailors", to="SWE"), [done("arrest", "NOR")], "open"),
    ("a measure against nobody", case("threat", "NOR", "a heavy price", to="SWE"), [done("sanction", "NOR")], "open"),
    ("at a time that he chooses", case("threat", "NOR", "respond at a time of its choosing", to="SWE"),
     [done("attack", "NOR", "SWE")], "open"),
    ("asked to avoid it", case("demand", "USA", "avoid military action", to="NOR"), [done("attack", "NOR", "SWE")],
     "broken"),
    ("he met somebody else", case("demand", "NOR", "a meeting", to="SWE"), [done("talks", "SWE DNK")], "open"),
    ("he met who asked for it", case("demand", "NOR", "a meeting", to="SWE"), [done("talks", "SWE NOR")], "kept"),
    ("a lesser blow rules out no attack",
     case("threat", "NOR", "retaliate", "Sweden does not attack or punish anybody", "SWE"), [done("sanction", "SWE", "DNK")],
     "open"),
    ("done months after its time", case("promise", "DNK", "send rifles", deadline="2022-01-12"), [done("aid arms", "DNK")],
     "lapsed"),
    ("powers to do it", case("promise", "DNK", "widen its powers to impose sanctions"),
     [done("sanction", "DNK", "SWE")], "open"),
    ("supposed to be done, on whatever day", case("offer", "USA", "talks in early March", to="RUS"),
     [done("talks", "USA RUS", day=SOME_DAY)], "kept"),
    ("nobody is known who said that it would be stopped", case("threat", "", "the end of the pipeline", "an invasion", "RUS"),
     [ATTACK, done("pipeline", "DEU", "RUS", "2022-02-02")], "kept"),
    ("stopped by whom it would hit", case("threat", "", "the end of the pipeline", "an invasion", "RUS"),
     [ATTACK, done("pipeline", "RUS", "", "2022-02-02")], "condition met"),
    ("a part of it", case("promise", "DNK", "send 36 rifles"),
     [saying("aid arms", "DNK", "it has sent 18 of the 36 rifles")], "partly kept"),
    ("done in its own words", case("promise", "NOR", "repaint the old lighthouse"),
     [told_of("repaint", "NOR", "Norway repainted the old lighthouse")], "kept"),
    ("another thing, with that verb", case("promise", "NOR", "repaint the old lighthouse"),
     [told_of("repaint", "NOR", "Norway repainted a ferry")], "open"),
    ("that thing, with another verb", case("promise", "NOR", "repaint the old lighthouse"),
     [told_of("sell", "NOR", "Norway sold the old lighthouse")], "open"),
    ("in its own words, by another", case("promise", "NOR", "repaint the old lighthouse"),
     [told_of("repaint", "SWE", "Sweden repainted the old lighthouse")], "open"),
    ("they who were to step back attack", case("offer", "USA", "sit down to talks", "Russia de-escalates", "RUS"), [ATTACK],
     "lapsed"),
    ("a blow for which others step back", case("threat", "USA", "sanctions", "Russia de-escalates", "RUS"), [ATTACK], "open"),
    ("called off by its maker", case("offer", "NOR", "a meeting in Bergen", to="SWE"),
     [saying("snub", "NOR", "Norway called off the meeting in Bergen", day="2022-02-01")], "withdrawn"),
    ("called off by the other", case("offer", "NOR", "a meeting in Bergen", to="SWE"),
     [saying("snub", "SWE", "Sweden called off the meeting in Bergen", day="2022-02-01")], "lapsed"),
    ("another meeting was called off", case("offer", "NOR", "a summit in Bergen", to="SWE"),
     [saying("snub", "SWE", "Sweden cancelled the football in Oslo", day="2022-02-01")], "open"),
    ("a body met as it was asked to", case("demand", "NOR", "a meeting on the fish", to="council"),
     [saying("talks", "council", "the council met to discuss the fish")], "kept"),
    ("it met about another thing", case("demand", "NOR", "a meeting on the fish", to="council"),
     [saying("talks", "council", "the council met to discuss the ferries")], "open"),
    ("a call of the next day", case("promise", "NOR", "telephone the king", to="SWE"),
     [done("call", "NOR", "SWE", "2022-01-11")], "kept"),
    ("a call of the next month", case("promise", "NOR", "telephone the king", to="SWE"), [done("call", "NOR", "SWE")], "open"),
    ("the other side called", case("promise", "NOR", "telephone the king", to="SWE"),
     [done("call", "SWE", "NOR", "2022-01-11")], "open"),
    ("soldiers in the middle of a bloc", case("promise", "USA", "send more troops to the eastern allies", to="nato"),
     [done("deploy", "USA", "DEU")], "open"),
    ("soldiers in its east", case("promise", "USA", "send more troops to the eastern allies", to="nato"),
     [done("deploy", "USA", "POL")], "kept"),
    ("soldiers sent before they were due", case("promise", "USA", "send more troops to the allies", "an invasion"),
     [done("deploy", "USA", "POL", "2022-01-20"), ATTACK], "kept"),
    ("another road", case("demand", "NOR", "reopen the Bergen road", to="SWE"),
     [saying("reopen", "SWE", "Sweden reopened the road to Malmo")], "open"),
    ("that road", case("demand", "NOR", "reopen the Bergen road", to="SWE"),
     [saying("reopen", "SWE", "Sweden reopened the road to Bergen")], "kept"),
    ("a price that nobody is told to pay", case("demand", "NOR", "they have to answer for it"),
     [done("sanction", "USA", "SWE")], "open"),
    ("what was kept out is let in", case("demand", "NOR", "bar Sweden from the league", to="league"),
     [done("join", "SWE", "league")], "broken"),
    ("what only its act tells, and another thing", by_act("sanction", "ban manoeuvres in the north"),
     [saying("sanction", "SWE", "Sweden bans the sale of furs and froze the assets of banks")], "open"),
    ("what only its act tells", by_act("sanction", "ban manoeuvres in the north"),
     [saying("sanction", "SWE", "Sweden banned all manoeuvres")], "kept"),
    ("what is not up for discussion", case("refusal", "NOR", "the number of ferries is not up for discussion"),
     [done("talks", "NOR SWE")], "open"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "made", "facts", "state"), CASES, ids=[one[0] for one in CASES])
def test_states(told: str, made: Case, facts: list[Fact], state: str) -> None:
    found = outcome(made, facts, TODAY)
    assert found.state == state
    assert found.because
    # A state other than these rests on something that was told.
    assert bool(found.facts) or state in ("open", "lapsed", "untestable")


def test_what_was_done_before_its_condition_was_met_leaves_doubt() -> None:
    early = done("sanction", "USA", "RUS", "2022-01-30")
    assert outcome(THREAT, [ATTACK, early], TODAY).verdict == "unsure"
    assert outcome(THREAT, [ATTACK, done("sanction", "USA", "RUS", "2022-02-02")], TODAY).verdict == "yes"


def test_what_reports_tell_themselves_comes_before_somebodys_word() -> None:
    word = replace(ATTACK, claim="e-a", told="He said it was striking targets", is_attributed=True)
    assert outcome(THREAT, [word, ATTACK], TODAY).facts == (ATTACK,)


def test_the_order_of_facts_never_shows() -> None:
    facts = [ATTACK, done("attack", "RUS", "UKR", "2022-02-05"), done("sanction", "USA", "RUS", "2022-02-03")]
    assert outcome(THREAT, facts, TODAY) == outcome(THREAT, facts[::-1], TODAY)


def test_the_deed_that_answers_the_condition_comes_before_an_earlier_one_of_the_kind() -> None:
    early = done("sanction", "USA", "RUS", "2022-01-30")
    answer = done("sanction", "USA", "RUS", "2022-02-02")
    assert outcome(THREAT, [early, ATTACK, answer], TODAY).facts == (ATTACK, answer)
    found = outcome(THREAT, [early, ATTACK], TODAY)
    assert (found.facts, found.verdict) == ((ATTACK, early), "unsure")
    assert "meets its condition" in found.because and "was done before that" in found.because
    older = done("sanction", "USA", "RUS", "2022-01-20")
    assert outcome(THREAT, [older, ATTACK], TODAY).state == "condition met"


def test_the_refusal_that_the_maker_met_with_comes_first() -> None:
    threat = case("threat", "RUS", "take steps", "the demands are refused", "USA")
    aimed, other = done("refuse", "USA", "RUS", "2022-01-05"), done("refuse", "USA", day="2022-01-11")
    assert outcome(threat, [other, aimed], TODAY).facts == (aimed,)
    assert outcome(threat, [other], TODAY).facts == (other,)


def test_a_breach_of_words_of_an_unknown_day_is_unsure() -> None:
    promise = case("promise", "RUS", "let its troops go home")
    assert outcome(promise, [ATTACK], TODAY).verdict == "yes"
    assert outcome(replace(promise, made=""), [ATTACK], TODAY).verdict == "unsure"
