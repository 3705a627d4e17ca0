"""What an act must tell where no states meet: in an account of one country's politics, or of many stories of a week.

Between states the verbs of the lexicon are acts. At home the same verbs are ways of speaking ("took control of the House",
"claims were filed", "fight the virus"), and the acts are of the kind that a column is full of. There an act is a line only
where it has a day, or two parties with a name, and is no background.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from wirecopy import plover
from wirecopy.findings.events.occurrences import of_armed
from wirecopy.judgements.figures.counted import thing
from wirecopy.judgements.parties import ids
from wirecopy.judgements.telling.strands import is_of_politics, is_of_war
from wirecopy.judgements.told import Told, days
from wirecopy.judgements.worlds import WORLDS
from wirecopy.model import Actor, Event, Figure, Moment
from wirecopy.words import load

BETWEEN = 0.08
"""Fewest acts to which two countries are party, of all of a report, for one of states; a civil war, in which they are as few,
is known by who fights (`strands.is_of_war`)."""
ABROAD = 0.25
"""Fewest acts of others than the country that acts most, of all that are some country's. One report of two states at odds
tells mostly what each of them does by itself, and is of nobody's home for it."""
MAJORITY = 0.6
"""Fewest reports of states, of all that tell an act, for an account of a crisis. In four crises they are .95 and more, in
eight folders of a week's news, one of them with a trade dispute in it, .00 to .42."""
STRAND = 1 / 3
"""Largest share of its reports that one strand has in a folder of many stories. In two folders of a week's news it is .21 and
.25, in 33 of one or two like stories .42 and more."""
MANY = 8  # reports: of fewer a share says nothing
LEAST = 10  # acts: one report of a strike has too few of them to show whose news an account is
OF_BODIES = frozenset({"choice", "law", "justice"})  # classes of news that are somebody's by name
LONGEST = 31  # days: "this year" is no day of an act
AIMED = frozenset({"ASSAULT", "SANCTION", "AID", "SUPPORT", "COOPERATE", "CONCEDE", "THREATEN", "CONSULT", "AGREE"})
"""Acts that tell nothing without the one whom they reach or who takes part."""
CHARGES = frozenset({"allege", "investigate"})  # modes of blame; "a trial" and "a claim" without a whom are none
FEW = 20  # so many dogs, books and justices are no figure of the news, unless something befell them
YEARS = 10  # "in the 20th century" is said of something else
REPEATED = re.compile(r"\b(?:annually|average (?:day|week|month|year)|(?:per|each|every) (?:day|week|month|year))\b")
"""Words of a rate, which a line without them would tell as a count."""
FORETOLD = re.compile(r"\b(?:forecasts?|projection|projected|projects|model)\b", re.IGNORECASE)
SIZE = re.compile(
    r"\bhome to\b|\bpopulation of\b|\b(?:with|has) [\w,]+ (?:campuses|members|employees|students)\b", re.IGNORECASE
)
"""Words of how large something is, as the reader is told besides."""
VERBAL = re.compile(r"(?:ed|ing|gave|spent|paid|made|given|held)$")
POINTING = frozenset({"he", "she", "it", "they", "we", "you", "i", "this", "that", "these", "those"})
NAMED = frozenset({"person", "organisation", "office", "state"})


def is_at_home(told: Sequence[Told]) -> bool:
    """Whether an account is of one country's politics or of many stories, few of its reports being about two states at odds."""
    if is_of_war(told):
        return False
    if not is_of_politics(told):
        return is_miscellany(told)
    acts = defaultdict(list)
    for one in told:
        if isinstance(one.finding, Event) and one.finding.act is not None:
            acts[one.report.id].append(_countries(one.finding))
    of_states = sum(map(_is_of_states, acts.values()))
    return sum(map(len, acts.values())) >= LEAST and of_states < MAJORITY * len(acts)


def _is_of_states(sides: Sequence[frozenset[str]]) -> bool:
    """Is a report with acts of these countries one of what states do to each other?"""
    return sum(len(one) > 1 for one in sides) >= BETWEEN * len(sides) or _are_abroad([one for one in sides if one])


def is_miscellany(told: Sequence[Told]) -> bool:
    """Whether the reports of no politics tell many stories, of which none is what the account is about."""
    strand = {one.report.id: one.strand for one in told if isinstance(one.finding, Event)}
    most = max(Counter(strand.values()).values(), default=0)
    return len(strand) >= MANY and most <= STRAND * len(strand)


def _countries(event: Event) -> frozenset[str]:
    return frozenset(actor.country for actor in (*event.who, *event.whom) if actor.country)


def _are_abroad(sides: Sequence[frozenset[str]]) -> bool:
    """Are many of the acts none of the country that has most of them?"""
    most = max(Counter(country for one in sides for country in one).values(), default=0)
    return len(sides) - most >= max(1, ABROAD * len(sides))


def tells_at_home(event: Event) -> bool:
    """Whether an event is a line of an account of what no states do to each other."""
    if event.act is None and event.word is None:
        return not event.who or any(one.name not in load("newsworthy")["people"] for one in event.who)  # the diary
    if event.status == "historical" or (event.act is None and event.word in load("newsworthy")["no deeds"]):
        return False
    who, whom = any(map(is_somebody, event.who)), any(map(is_somebody, event.whom))
    if _is_own_state(event):
        return False
    if is_grave(event):
        return True
    if event.act is None:
        who, whom = (any(is_somebody(one) and one.kind != "state" for one in side) for side in (event.who, event.whom))
        struck = event.mode not in OF_BODIES and any(map(_is_party, (*event.who, *event.whom)))
        return (who or whom or struck) if _has_day(event) else (who and whom and event.mode is not None)
    world, blow = WORLDS[event.status], plover.quad(event.act) == 4
    if world == "imagined" or (world == "denied" and (blow or event.act == "ACCUSE")):
        return False
    if event.act == "CONSULT" and not _has_day(event) and sum(map(is_somebody, (*event.who, *event.whom))) < 2:
        return False
    if not _has_day(event):
        if event.act == "ASSAULT" and event.mode is None and all(actor.kind == "person" for actor in event.who):
            return False  # "Paz pummeled him for the tax"
        if event.mode == "seize":
            return False  # "took control of the House"
        if blow and world == "real" and event.who:
            return whom  # "police shot Ana Paz": whoever did it
        if blow and world == "arranged":
            return False  # "asked about the decision to quit the League"
        return who and (whom or (world != "arranged" and len(event.who) > 1 and plover.mutual(event.act)))
    if world == "arranged" and who and event.mode not in CHARGES:
        return True  # the ordered withdrawal, the visit on Tuesday; hearings are lines of the diary
    if blow and world == "real" and event.whom:
        return any(map(_is_party, event.whom))  # "police arrested demonstrators", "164 people were arrested"
    return who and (whom or not _needs_whom(event))


def is_grave(event: Event) -> bool:
    """Whether it is a deed that a reader misses, whatever its day: a named man charged or shot, the army sent."""
    if WORLDS[event.status] != "real":
        return False
    told = event.what or ""  # the words must have the name: "she was shot" is too often somebody else
    people = [actor for actor in event.whom if actor.kind == "person"]
    person = any(last in told for actor in people for last in actor.name.split()[-1:])
    if event.act is None and candidacy(event) is not None:
        return any(actor.kind == "person" for actor in event.who)
    if event.act is None:
        return event.mode == "justice" and person and any(words in told for words in load("newsworthy")["court"])
    if event.act == "MOBILIZE":
        return event.mode == "troops" and of_armed(event)
    if event.act == "PROTEST":
        return event.mode == "vandalize" and bool(event.who)
    return event.act == "ASSAULT" and (
        (event.mode == "firearms" and person) or (event.mode == "crowd-control" and bool(event.who and event.whom))
    )


def candidacy(event: Event) -> str | None:
    """Whether somebody becomes a candidate ("begins") or is none any more ("ends"); None of any other event."""
    kinds = load("newsworthy")["candidacies"] if event.act is None and event.mode == "choice" else {}
    return next((kind for kind, verbs in kinds.items() if event.word in verbs), None)


def _is_own_state(event: Event) -> bool:
    """Does a state act with or on its own people? It is mostly one of its states, cities or courts that is meant."""
    sides = (*event.who, *event.whom)
    return any(
        actor.kind == "state" and any(other.country == actor.country for other in sides if other is not actor)
        for actor in sides
    )


def sameness(event: Event) -> tuple[object, ...] | None:
    """What two lines have in common that tell a reader the same there; None for those that always stand for themselves.

    A blow of one day and place against the nameless is one, whoever is called its doer: "police", "the state patrol".
    """
    if candidacy(event) is not None:
        return candidacy(event), WORLDS[event.status], ids(event.who)
    if event.act is None:
        return None
    day = days(event.when) if _has_day(event) else None
    if plover.quad(event.act) == 4 and day is not None and event.whom and not any(map(is_somebody, event.whom)):
        return event.act, event.mode, WORLDS[event.status], ids(event.where), day
    return event.act, event.mode, WORLDS[event.status], ids(event.who), ids(event.whom), day


def counts_at_home(figure: Figure) -> bool:
    """Whether a figure is a line there: of a noun that says what is counted, not few, not merely imagined, not of "them"."""
    ahead = figure.status == "scheduled" and isinstance(figure.as_of, Moment)
    if (WORLDS[figure.status] != "real" and not ahead) or (not ahead and FORETOLD.search(figure.what or "")):
        return False
    if REPEATED.search(figure.what or "") or SIZE.search((figure.what or "").rsplit(". ", 1)[-1]):
        return False
    words = figure.measure.split()
    last = words[-1] if words else ""
    if last.lower() in load("figures")["no measures"] or words[:1] in (["highest"], ["lowest"], ["best"], ["worst"]):
        return False
    told_for = days(figure.as_of)
    if told_for is not None and int(told_for[1][:4]) - int(told_for[0][:4]) > YEARS:
        return False
    if VERBAL.search(last) and thing(figure).fate is None:
        return False  # "$130 billion gave"
    if figure.unit is None:
        few = max(figure.low or 0, figure.high or 0) < FEW and thing(figure).fate is None
        vague = [figure.low, figure.high] in load("figures")["vague"].values() and thing(figure).fate is None
        return not few and not vague and not (len(words) == 1 and last.endswith("ing"))
    if last[:1].isupper() and not (figure.unit == "%" and last.endswith("s")):
        return False  # "$1.4 billion Congress": a name is no measure
    if figure.unit == "%" and len(words) == 1 and not last[:1].isupper():
        return False  # "15 % ethanol", "46 % residents": a share of what, doing what?
    return figure.unit != "%" or (figure.what or "").lstrip("… ").split(" ", 1)[0].lower() not in POINTING


def is_contested_at_home(figure: Figure) -> bool:
    """Can other values answer it? The killed and held of one place: elsewhere one noun counts many things ("states")."""
    return thing(figure).fate is not None and bool(figure.where)


def _needs_whom(event: Event) -> bool:
    """Is an act nothing without the other side? A visit has its place, a resignation is of the one who goes."""
    if plover.mutual(event.act) and len(event.who) > 1:
        return False
    if event.mode == "visit":
        return not event.where
    if event.act == "RETREAT":
        return event.mode != "resign" or not any(actor.kind == "person" for actor in event.who)
    return event.act in AIMED or (event.act == "ACCUSE" and event.mode in CHARGES)


def is_somebody(actor: Actor) -> bool:
    """Is it somebody by name, and no people as a whole ("Americans"), place or nameless group?"""
    return actor.kind in NAMED and not actor.anonymous


def _is_party(actor: Actor) -> bool:
    """Is it somebody whom something can befall, however he is called? Not a country or a place for those in it."""
    return actor.kind not in ("state", "place")


def _has_day(event: Event) -> bool:
    known = days(event.when) if isinstance(event.when, Moment) else None
    return known is not None and (date.fromisoformat(known[1]) - date.fromisoformat(known[0])).days <= LONGEST
