"""Which claims are lines of an account of politics, and which are anybody's."""

from __future__ import annotations

import pytest

from wirecopy.judgements.parties import is_named
from wirecopy.judgements.telling.worthy import worthy, worthy_lines
from wirecopy.judgements.told import Told
from wirecopy.model import Actor, Claim, Commitment, Entry, Event, Finding, Moment, Report, Span, claim

CHAD = Actor("TCD", "Chad", "state", "TCD")
MALI = Actor("MLI", "Mali", "state", "MLI")
PAZ = Actor("person:ana-paz", "Ana Paz", "person")
DAY = Moment("2021-05-05", "2021-05-05", "2021-05-05", "stated", "Wednesday")
REPORT = Report("r", "d", "r.txt", "text", (), (), ())


def some(name: str, country: str | None = None) -> Actor:
    return Actor(f"group:{name.lower().replace(' ', '-')}", name, "group", country, anonymous=True)


def lines(*findings: Finding, political: bool = True) -> list[Finding]:
    """The findings that are lines, in an account of politics or another."""
    politics = [Event("CONSULT", who=(CHAD, MALI))] * (3 * political)
    told = [Told(_claim(one), one, REPORT, frozenset(), n) for n, one in enumerate([*politics, *findings])]
    return [one.finding for one in worthy(told)[0]][len(politics) :]


def _claim(finding: Finding) -> Claim:
    return claim(finding, {"act": (Span("r", 0, 4),)}, "test@1")


@pytest.mark.parametrize(
    ("actor", "named"),
    [
        (PAZ, True),
        (some("Chadian officials", "TCD"), True),
        (some("Mayor's critics"), True),
        (some("UNHCR"), True),
        (some("separatists"), True),
        (some("city council"), True),
        (some("crew of the Esperanza"), True),
        (some("officers", "TCD"), False),
        (some("Huge crowds"), False),
        (some("protesters", "TCD"), False),
        (some("tweet"), False),
    ],
)
def test_who_has_a_name(actor: Actor, named: bool) -> None:
    assert is_named(actor) is named


@pytest.mark.parametrize(
    ("event", "is_line"),
    [
        (Event("ASSAULT", who=(some("officers"),), whom=(some("people"),)), False),
        (Event("ASSAULT", who=(some("officers"),), whom=(PAZ,)), True),
        (Event("COERCE", "arrest", whom=(some("reporters"),), when=DAY), True),
        (Event("ASSAULT", who=(PAZ,)), False),
        (Event("ASSAULT", who=(PAZ,), whom=(MALI,)), True),
        (Event("REQUEST", whom=(PAZ,)), False),
        (Event("REQUEST", who=(some("businesses"),), whom=(CHAD,)), False),
        (Event("REQUEST", who=(PAZ,)), True),
        (Event("REJECT", who=(PAZ,), status="possible"), False),
        (Event("RETREAT", who=(CHAD,), status="possible"), False),
        (Event("RETREAT", who=(CHAD,), whom=(MALI,), status="possible"), True),
        (Event("CONSULT", who=(some("analysts"),), when=DAY), False),
        (Event("PROTEST", "demo", who=(PAZ,)), False),
        (Event("PROTEST", "demo", who=(some("Chadian workers", "TCD"),)), True),
        (Commitment("demand", (some("tweet"),), action="a ban"), True),  # what was said is told, whoever said it
        (Commitment("demand", (PAZ,), action="a ban"), True),
    ],
)
def test_in_politics_a_line_is_somebodys(event: Finding, is_line: bool) -> None:
    assert bool(lines(event)) is is_line


def test_elsewhere_the_nameless_act_too() -> None:
    robbed = Event("ASSAULT", who=(some("officers"),), whom=(some("people"),), word="beat")
    assert lines(robbed, Commitment("demand", (some("residents"),), action="a bridge"), political=False)


def test_support_needs_two() -> None:
    assert not lines(Event("SUPPORT", who=(CHAD,)))
    assert lines(Event("SUPPORT", who=(CHAD,), whom=(MALI,)))


def test_what_nobody_does_did_not_happen() -> None:
    assert not lines(Event("AID", whom=(MALI,), status="possible"))
    assert not lines(Event("CONCEDE", who=(CHAD,), whom=(MALI,), status="denied"))


def test_at_home_a_nameless_attack_is_told_by_the_death() -> None:
    death, attack, shot = (
        Entry(name, "event", event, (), ("r",), 1, ())
        for name, event in {
            "death": Event(None, "death", (PAZ,), when=DAY, word="die"),
            "attack": Event("ASSAULT", whom=(PAZ,), when=DAY),
            "shot": Event("ASSAULT", who=(some("police"),), whom=(PAZ,), when=DAY),
        }.items()
    )
    assert worthy_lines([death, attack, shot]) == [death, shot]
    assert worthy_lines([attack]) == [attack]
