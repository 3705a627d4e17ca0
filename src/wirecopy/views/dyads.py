"""Dyads: what one side did to another, week by week, cooperation against conflict, by PLOVER's scores.

A deed of a person, an office or an army is one of its state's. Only what is told as done counts (happened, ongoing): what was
threatened, denied or is to come would make a conflict of words into one of arms. An entry counts once, however many reports
tell it. The scores are PLOVER's (`words/plover.yml`), from −9 (attack) to 10 (aid).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import permutations
from typing import Any, NamedTuple, TextIO

from wirecopy import plover
from wirecopy.account.describe import counted, day_text
from wirecopy.account.lines import when_of
from wirecopy.language.actors import gazetteer
from wirecopy.model import Actor, Entry, Event
from wirecopy.views.filters import actors_of
from wirecopy.views.times import sharp
from wirecopy.views.topics import named
from wirecopy.words import load

DONE = ("happened", "ongoing")
# Days between the first and the last possible day of a deed, up to which it is taken to lie in the week of the first.
WEEK = 7
# Blocks that the longest bar of a printed list has on either side.
LONGEST = 16


class Side(NamedTuple):
    """One end of a dyad: a state for whom somebody acts, or an actor of no state."""

    id: str
    name: str


class Week(NamedTuple):
    """The deeds of a week: its Monday, the sums of the scores above and below zero, and the entries in the account's order."""

    monday: date
    cooperation: float
    conflict: float
    entries: tuple[Entry, ...]


class Dyad(NamedTuple):
    """What one side did to another: by week, and the deeds of which no week is known."""

    who: Side
    whom: Side
    weeks: tuple[Week, ...]
    undated: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All deeds, those with a week first."""
        return tuple(entry for week in self.weeks for entry in week.entries) + self.undated

    @property
    def cooperation(self) -> float:
        """The sum of all scores above zero."""
        return sum(max(0.0, score(entry)) for entry in self.entries)

    @property
    def conflict(self) -> float:
        """The sum of all scores below zero."""
        return sum(min(0.0, score(entry)) for entry in self.entries)


def dyads(events: Iterable[Entry], apart: Container[str] = ()) -> tuple[Dyad, ...]:
    """Every pair of sides of which one did something to the other, those with the most deeds first.

    Actors whose ids are `apart` stand for themselves, not for their states.
    """
    of = sides(apart)
    deeds: defaultdict[tuple[Side, Side], list[Entry]] = defaultdict(list)
    for entry in events:
        if isinstance(entry.value, Event) and entry.value.act and entry.value.status in DONE:
            for pair in dict.fromkeys(_pairs(entry.value, of)):
                deeds[pair].append(entry)
    found = [_dyad(who, whom, entries) for (who, whom), entries in deeds.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.entries), one.who.name, one.whom.name)))


def with_side(found: Iterable[Dyad], wanted: str) -> tuple[Dyad, ...]:
    """The dyads of a side, by its name, its id, or the name of somebody who acts for it ("Lavrov": those of Russia)."""
    found = tuple(found)
    of = sides()
    acting = {
        of(actor) for dyad in found for entry in dyad.entries for actor in actors_of(entry) if named(actor, wanted)
    }
    return tuple(dyad for dyad in found if acting & {dyad.who, dyad.whom})


def sides(apart: Container[str] = ()) -> Callable[[Actor], Side]:
    """Gives the side that an actor stands on."""
    states = gazetteer.load().actors

    def side(actor: Actor) -> Side:
        state = states.get(actor.country or "")
        if state is None or actor.id in apart or actor.kind == "place":
            return Side(actor.id, actor.name)
        return Side(state.id, state.name)

    return side


def _pairs(event: Event, of: Callable[[Actor], Side]) -> Iterator[tuple[Side, Side]]:
    """Who did it to whom; of what all do to each other every two, in both directions."""
    who, whom = (list(dict.fromkeys(map(of, actors))) for actors in (event.who, event.whom))
    if plover.mutual(event.act):
        yield from permutations(dict.fromkeys([*who, *whom]), 2)
    else:
        yield from ((one, other) for one in who for other in whom if one != other)


def _dyad(who: Side, whom: Side, entries: Sequence[Entry]) -> Dyad:
    weeks: defaultdict[date, list[Entry]] = defaultdict(list)
    undated = []
    for entry in entries:
        monday = monday_of(entry)
        if monday is None:
            undated.append(entry)
        else:
            weeks[monday].append(entry)
    return Dyad(who, whom, tuple(_week(monday, weeks[monday]) for monday in sorted(weeks)), tuple(undated))


def _week(monday: date, entries: Sequence[Entry]) -> Week:
    scores = [score(entry) for entry in entries]
    return Week(monday, sum(s for s in scores if s > 0), sum(s for s in scores if s < 0), tuple(entries))


def monday_of(entry: Entry) -> date | None:
    """The Monday of the week of an entry; None where its day is not known to a week."""
    days = sharp(when_of(entry))
    if days is None or (days[1] - days[0]).days >= WEEK:
        return None
    return days[0] - timedelta(days[0].weekday())


def score(entry: Entry) -> float:
    """PLOVER's score of a deed."""
    assert isinstance(entry.value, Event)  # noqa: S101 -- dyads are made of events
    return plover.score(entry.value.act)


def acts_text(entries: Sequence[Entry]) -> str:
    """What was done, the commonest first: "attack 3, talks 1"."""
    shown: Mapping[str, str] = load("phrases")["acts"]
    counts = Counter(shown[str(entry.value.act)] for entry in entries if isinstance(entry.value, Event))
    return ", ".join(f"{act} {number}" for act, number in counts.most_common())


def score_text(value: float) -> str:
    """+2.5, −9, 0."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def write_dyads(found: Sequence[Dyad], out: TextIO) -> None:
    """Each dyad with a line a week: conflict to the left of the bar, cooperation to the right, one scale for all."""
    heights = [max(week.cooperation, -week.conflict) for dyad in found for week in dyad.weeks]
    unit = max(heights, default=1.0) / LONGEST
    out.write("\n".join("".join(_lines(dyad, unit)) for dyad in found))


def _lines(dyad: Dyad, unit: float) -> Iterator[str]:
    sums = f"cooperation {score_text(dyad.cooperation)}, conflict {score_text(dyad.conflict)}"
    yield f"{dyad.who.name} → {dyad.whom.name}: {counted(len(dyad.entries), 'deed')}, {sums}\n"
    for week in dyad.weeks:
        left, right = ("█" * round(abs(part) / unit) for part in (week.conflict, week.cooperation))
        title = f"week of {day_text(week.monday.isoformat())}"
        yield f"  {title:<25} {left:>{LONGEST}}│{right:<{LONGEST}} {acts_text(week.entries)}\n"
    if dyad.undated:
        yield f"  {'no week known':<25} {'':>{LONGEST}}│{'':<{LONGEST}} {acts_text(dyad.undated)}\n"


def dyad_rows(found: Iterable[Dyad]) -> Iterator[dict[str, Any]]:
    """One row a dyad and week, the week null for the deeds of which none is known."""
    for dyad in found:
        for week in (*dyad.weeks, *([None] if dyad.undated else [])):
            entries = week.entries if week else dyad.undated
            scores = [score(entry) for entry in entries]
            yield {
                "who": dyad.who._asdict(),
                "whom": dyad.whom._asdict(),
                "week": week.monday.isoformat() if week else None,
                "cooperation": sum(s for s in scores if s > 0),
                "conflict": sum(s for s in scores if s < 0),
                "events": [entry.id for entry in entries],
            }
