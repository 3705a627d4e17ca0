"""Is a claim a line of the account? What is told already, by nobody, or by and to nobody with a name, is none.

Where no states meet (`at_home`) more is asked, of the claims here and of the lines that are made of them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from wirecopy import plover
from wirecopy.judgements import figures
from wirecopy.judgements.parties import ids, is_named, parties
from wirecopy.judgements.telling.at_home import (
    counts_at_home,
    is_at_home,
    is_contested_at_home,
    sameness,
    tells_at_home,
)
from wirecopy.judgements.telling.paraphrased import without_parts
from wirecopy.judgements.telling.plain import plain
from wirecopy.judgements.telling.strands import is_of_politics
from wirecopy.judgements.telling.unguessed import without_guesses
from wirecopy.judgements.told import Told
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Actor, Entry, Event, Figure
from wirecopy.words import load

# Acts that say nothing where neither their target nor a partner is known: "support: Joe Biden".
TWO_SIDED = frozenset({"SUPPORT", "COOPERATE", "AGREE"})
# Acts of words: what counts is who utters them.
UTTERED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})

# What is given or given up: merely imagined, it is news by who would get it.
GIVEN = frozenset({"AID", "CONCEDE", "RETREAT"})


def worthy(told: Sequence[Told]) -> tuple[list[Told], bool]:
    """The claims that are lines of the account, and whether no states meet in it; in politics an act is of one with a name."""
    political, at_home = is_of_politics(told), is_at_home(told)
    lines = [without_guesses(one, at_home) for one in told if _is_line(one, political)]
    return plain(lines) if at_home else lines, at_home


def worthy_lines(lines: Sequence[Entry]) -> list[Entry]:
    """Where no states meet: the lines without those that tell a reader nothing, and events that tell him the same again.

    Of these the one with a day and the most reports stays; statements and commitments are all told.
    """
    best: dict[object, Entry] = {}
    dead = {actor.id for one in lines if isinstance(one.value, Event) for actor in _dead(one.value)}
    for one in filter(_tells_at_home, lines):
        if isinstance(one.value, Event) and _is_his_death(one.value, dead):
            continue
        key = sameness(one.value) if isinstance(one.value, Event) else None
        known = best.setdefault(key or one.id, one)
        if _rank(one) < _rank(known):
            best[key or one.id] = one
    return without_parts(list(best.values()))


def _rank(line: Entry) -> tuple[bool, int, str]:
    """Of lines that tell the same: first those with a day, then those of most reports."""
    return getattr(line.value, "when", None) is None, -len(line.reports), line.id


def _dead(event: Event) -> tuple[Actor, ...]:
    return (*event.who, *event.whom) if event.act is None and event.mode == "death" else ()


def _is_his_death(event: Event, dead: Set[str]) -> bool:
    """Is it a nameless attack on somebody whose death is told ("the killing of Paz")?"""
    return event.act == "ASSAULT" and not event.who and bool(event.whom) and ids(event.whom) <= dead


def _tells_at_home(line: Entry) -> bool:
    if isinstance(line.value, Figure):
        return counts_at_home(line.value)
    return not isinstance(line.value, Event) or tells_at_home(line.value)


def parted(lines: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The figures that stand alone, and those that others may contest, where no states meet."""
    both: tuple[list[Entry], list[Entry]] = [], []
    for one in lines:
        both[isinstance(one.value, Figure) and is_contested_at_home(one.value)].append(one)
    return both


def _is_line(told: Told, political: bool) -> bool:
    finding = told.finding
    if isinstance(finding, Figure):
        return figures.worth_a_line(finding)
    return not isinstance(finding, Event) or (_tells(finding) and not (political and _is_nobodys(finding)))


def _tells(event: Event) -> bool:
    """Does an event tell something? Not where nobody is said to do what did not happen, nor support of nobody."""
    arranged = event.status == "scheduled" and event.when is not None and (event.where or event.act == "AID")
    if event.act is None:
        return True  # its finder has seen to it
    if not event.who and WORLDS[event.status] != "real" and not arranged:
        return False
    if event.act == "CONCEDE" and event.status == "denied":
        return False  # "without being seen as giving in" denies nothing that anybody said
    return event.act not in TWO_SIDED or len(parties(event)) > 1 or _is_decision(event) or _is_deed(event)


def _is_deed(event: Event) -> bool:
    """Is it one by itself: somebody named welcomed something, a treaty was signed there then, a state once agreed to it?"""
    welcomed = (
        event.act == "SUPPORT" and event.word in load("newsworthy")["welcoming"] and any(map(is_named, event.who))
    )
    signed = event.mode == "signing" and bool(event.where) and event.when is not None
    once = event.act == "AGREE" and event.status == "historical" and any(map(is_named, event.who))
    return (welcomed and event.status == "happened") or signed or once


def _is_decision(event: Event) -> bool:
    """Is it what a body did on a known day, as a vote is, whomever it concerns?"""
    bodies = event.who and all(
        one.kind in ("organisation", "office", "group") and (is_named(one) or _are_voters(one)) for one in event.who
    )
    return event.act == "SUPPORT" and event.status == "happened" and event.when is not None and bool(bodies)


def _are_voters(actor: Actor) -> bool:
    return actor.name.lower().split()[-1] in load("newsworthy")["electors"]


def _is_nobodys(event: Event) -> bool:
    """Is an act one of nameless parties, of no day, or not to be told apart from a way of speaking?

    "Officers who use force", "authorities" and "businesses" do something in every clause; what they are asked, blamed for
    and threatened with is news by who says so. A blow that names neither its target nor a place or day is as often a
    figure of speech ("his war on red tape").
    """
    if event.act is None or (event.status == "happened" and event.when is not None and event.act != "CONSULT"):
        return False
    if event.act == "MOBILIZE" and not event.whom and all(map(_is_bare, event.who)):
        return True
    who, others = any(map(is_named, event.who)), any(map(is_named, (*event.whom, *event.where)))
    if event.act == "PROTEST" and event.status == "happened" and event.who and event.mode:
        return _is_named_after(event) and event.when is None and not others  # a crowd has no name
    if event.act in UTTERED:
        return not who or (not others and WORLDS[event.status] in ("imagined", "denied"))
    if event.when is None and not others and _is_named_after(event):
        return True
    blow = plover.quad(event.act) == 4 and WORLDS[event.status] in ("real", "imagined")
    vague = blow or (event.act in GIVEN and WORLDS[event.status] in ("imagined", "denied"))
    return not (others or (who and not (vague and event.when is None and (event.mode is None or not blow))))


def _is_bare(actor: Actor) -> bool:
    """Is an actor plain "troops", nobody's? Where they stand is told by whoever sent them."""
    return actor.anonymous and not actor.country and len(actor.name.split()) == 1


def _is_named_after(event: Event) -> bool:
    """Is a protest told of one person or state alone, over whom it is held ("the Paz protests")?"""
    return event.act == "PROTEST" and bool(event.who) and all(one.kind in ("person", "state") for one in event.who)
