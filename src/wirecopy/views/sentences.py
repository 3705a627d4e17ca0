"""Entries as sentences: what every view, the command line and the pages show of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wirecopy.account.attributed import attribution
from wirecopy.account.describe import counted, day_text, figure_text, listed, moment_text
from wirecopy.account.glosses import glossed
from wirecopy.findings.commitments.conditions import parted
from wirecopy.findings.commitments.hints import AT_STAKE
from wirecopy.language.actors import gazetteer
from wirecopy.model import Actor, Change, Commitment, Entry, Event, Family, Figure, Moment, Role, Statement
from wirecopy.words import load

NEAR = "near|around|outside|off|along|close\\s+to"  # prepositions of what is not in a place
SINGLE = str.maketrans("“”", "‘’")


def sentence(entry: Entry) -> str:
    """The line of an entry, without its sources; what its words point at stands in square brackets."""
    value = glossed(entry).value
    if isinstance(value, Event):
        return event_sentence(value, status_of(entry)) + hanging_on(entry.condition) + attribution(entry)
    if isinstance(value, Statement):
        return statement_sentence(value)
    if isinstance(value, Figure):
        return figure_sentence(value)
    if isinstance(value, Commitment):
        return commitment_sentence(value) + other_wordings(entry)
    if isinstance(value, Change):
        return change_sentence(value)
    return actor_sentence(value) if isinstance(value, Actor) else family_sentence(value)


def cited(entry: Entry) -> str:
    """The sentence as a briefing prints it: what a report says in its own words stands between quotation marks, always."""
    text = sentence(entry)
    if not isinstance(entry.value, Statement) or entry.value.form == "direct":
        return text
    lead, _, words = text.partition(": ")
    return f"{lead}, as reported: {quoted(words)}"


def led_in(entry: Entry) -> str:
    """The report's words before a line's that cannot be understood alone: "after: “…”"; "" where they can."""
    return f"after: {quoted(entry.lead_in.text)}" if entry.lead_in else ""


def sources(entry: Entry, copying: str = "") -> str:
    """How many reports and origins stand behind an entry, and which copy which where that is told (see `lineage`)."""
    counts = f"{counted(len(entry.reports), 'report')}, {counted(entry.origins, 'origin')}"
    return f"{counts}: {copying}" if copying else counts


def day(moment: object) -> str:
    """A moment in words, "" where none is known."""
    return moment_text(moment) if isinstance(moment, Moment) else ""


def status_of(entry: Entry) -> str:
    """The status of an event; of what was arranged and did not come to pass that it was moved or cancelled."""
    status = entry.value.status if isinstance(entry.value, Event) else ""
    off = entry.state in ("moved", "cancelled") and status in ("denied", "refused", "scheduled")
    return str(entry.state) if off else status


def state_text(entry: Entry) -> str:
    """What has become of a line, as readers are told it; "" where it has no state."""
    states: dict[str, str] = load("phrases")["states"]
    return states.get(entry.state, entry.state) if entry.state else ""


def event_sentence(event: Event, status: str = "") -> str:
    """Status, act as a noun, who → whom, and the report's own words: nothing that a verb form of ours could make false."""
    own = load("phrases")["modes"].get(event.act, {}).get(event.mode)
    act = own or load("phrases")["acts"].get(event.act) or event.mode or "event"
    mode = f" ({event.mode})" if event.act and event.mode and not own else ""
    sides = [listed(actor.name for actor in side) for side in (event.who, event.whom)]
    nobody = "somebody who is not named" if event.act or sides[1] else ""  # nobody does a storm
    actors = " → ".join(filter(None, [sides[0] or nobody, sides[1]]))
    sites = sorted((place.name for place in event.where), key=lambda name: name.startswith("near "))
    where = f"in {listed(sites)}".replace("in near ", "near ") if sites else ""
    details = ", ".join(filter(None, [actors, where, _duration(event.duration)]))
    told = f"{status or event.status}: {act}{mode}" + (f": {details}" if details else "")
    return told + (f" — {quoted(event.what)}" if event.what else "")


def quoted(words: str) -> str:
    """The words of a report between quotation marks, those within them made single: “he spoke of ‘a mistake’”.

    A mark whose counterpart was left out with the words around it gets one, or the reader looks for the end of the quotation.
    """
    words = words.strip()
    whole = words[:1] == "“" and words[-1:] == "”" and not set(words[1:-1]) & set("“”")
    words = words[1:-1] if whole else words
    lacking = words.count("“") - words.count("”")
    return f"“{('“' * (lacking < 0) + words + '”' * (lacking > 0)).translate(SINGLE)}”"


def _duration(duration: str | None) -> str:
    """PT90M → 90 min; PT2H → 2 h."""
    if not duration or not duration.startswith("PT"):
        return ""
    return duration.removeprefix("PT").replace("H", " h ").replace("M", " min").strip()


def statement_sentence(statement: Statement) -> str:
    """Who said what, and how; words in quotation marks only where the report has them so.

    The cue stands in the line because it may turn its meaning: what Russia denied is not what Russia says.
    """
    speaker = statement.speaker.name if statement.speaker else "Somebody who is not named"
    through = f" (as told by {listed(a.name for a in statement.said_by)})" if statement.said_by else ""
    words = re.sub(r",”$", "”", statement.words.strip().rstrip(",").strip())
    words = quoted(words.strip("“”")) if statement.form == "direct" else words
    return f"{speaker} [{_cue(statement)}]{through}: {words}"


def _cue(statement: Statement) -> str:
    """The cue in one line, with the name of those who are told for the pronoun: "told Ana Paz", not "told her".

    So it does for a bare noun: "told NATO", not "told the organisation".
    """
    cue = " ".join((statement.cue or "said").split())
    before, _, last = cue.rpartition(" ")
    told = last.lower() in ("him", "her", "them") and statement.addressee
    names = listed(actor.name for actor in statement.addressee)
    if told and before:
        return f"{before} {names}"
    if statement.medium == "letter" and names:
        return f"{cue} in a letter to {names}"
    one = len(statement.addressee) == 1 and not statement.addressee[0].anonymous
    return re.sub(r" (?:the|his|her|its|their) [a-z-]+$", f" {names}", cue) if one else cue


def place_of(figure: Figure, place: Actor) -> str:
    """A figure's place as its report sets it: "near Ukraine" where its words say no more, else the bare name."""
    words = rf"(?P<both>\bin\s+and\s+)?\b(?:{NEAR})\s+(?:the\s+)?(?:\w+\s+){{0,2}}{re.escape(place.name)}\b"
    found = re.search(words, figure.what or "")
    return place.name if found is None else f"in and near {place.name}" if found["both"] else f"near {place.name}"


def whose_and_where(measure: str, whose: str | None, where: Iterable[str]) -> str:
    """ " (whose: Chad; where: Gao)" behind what is counted; of the owner nothing where the measure's own words name him."""
    details = {"whose": "" if whose and _is_named(measure, whose) else whose, "where": listed(where)}
    told = "; ".join(f"{name}: {said}" for name, said in details.items() if said)
    return f" ({told})" if told else ""


def _is_named(measure: str, whose: str) -> bool:
    """Do the words of what is counted name its owner: "Russian troops", "U.S. deaths", "Americans"?"""
    known = gazetteer.load()
    named = (known.actors[n.actor].name for w in gazetteer.words_of(measure) for n in known.names.get(w.key, ()))
    return whose in named or any(word[:4].lower() == whose[:4].lower() for word in measure.split())


def figure_sentence(figure: Figure) -> str:
    """The number, what it counts, whose and where, and who counts."""
    said = f" (says {listed(a.name for a in figure.said_by)})" if figure.said_by else ""
    status = " (not a count: what may come)" if figure.status in ("possible", "conditional", "scheduled") else ""
    about = whose_and_where(figure.measure, figure.of, (place_of(figure, place) for place in figure.where))
    return f"{figure_text(figure)}{about}{status}{said}{told(figure)}"


def told(figure: Figure) -> str:
    """The report's words around a figure, without which most numbers say too little."""
    return f" — {quoted(figure.what)}" if figure.what else ""


def commitment_sentence(commitment: Commitment) -> str:
    """The kind, who makes it to whom, and the report's own words for what, and for the condition."""
    by = listed(a.name for a in commitment.by) or "somebody who is not named"
    to = f" → {listed(a.name for a in commitment.to)}" if commitment.to else ""
    line = commitment.condition if commitment.kind == "red line" else commitment.action
    tail = hanging_on(commitment.condition if commitment.kind != "red line" else None)
    veiled = commitment.kind == "threat" and commitment.strength == AT_STAKE
    said = "at stake: " if veiled else "saying " if is_spoken(commitment) else ""
    return f"{commitment.kind}: {by}{_through(commitment)}{to} — {said}{quoted(line or commitment.action or '')}{tail}"


def hanging_on(condition: str | None) -> str:
    """ " — if: “Mali attacks”", " — unless: “the men are freed”"; "" where there is no condition."""
    marker, words = parted(condition) if condition else ("", "")
    return f" — {marker}: {quoted(words)}" if words else ""


def _through(commitment: Commitment) -> str:
    """ " (through his spokesman)", where another says it for the maker; " (according to …)" where one of another side does.

    What the other side says that somebody's own minister said stands on the other side's word.
    """
    own = {actor.country for actor in commitment.by}
    others = [one for one in commitment.said_by if None not in (one.country, *own) and one.country not in own]
    if others:
        return f" (according to {others[-1].name})"
    return f" (through {commitment.said_by[0].name})" if commitment.said_by else ""


def is_spoken(commitment: Commitment) -> bool:
    """Does a refusal lie in what is said ("the members control who joins"), and is not what is refused itself?"""
    strength, action = commitment.strength, commitment.action
    return commitment.kind == "refusal" and bool(strength and action and f" {strength} " in f" {action} ")


def other_wordings(entry: Entry, most: int = 3) -> str:
    """The other words in which a commitment was made: a threat is no less a threat for being worded anew."""
    told = (variant.value for variant in entry.variants if variant.field == "action")
    one = {_spelt(getattr(entry.value, "action", None) or ""): ""}
    for words in told:
        one.setdefault(_spelt(words), words)  # another apostrophe, or "Nato" for "NATO", is no other wording
    found = [quoted(words) for words in one.values() if words][:most]
    return f"; also worded {listed(found)}" if entry.kind == "commitment" and found else ""


def _spelt(words: str) -> str:
    """Words as any outlet spells them: without capitals, with one kind of apostrophe."""
    return words.replace("’", "'").casefold()


def change_sentence(change: Change) -> str:
    """Both wordings, and which is likely the original one."""
    sides = (("left", change.left), ("right", change.right))
    words = [f"“{said}”{_original(change, side)}" for side, said in sides if said is not None]
    return f"{change.kind}: {' ↔ '.join(words)}"


def _original(change: Change, side: str) -> str:
    found = original_wording(change, side)
    return f" ({found})" if found else ""


def original_wording(change: Change, side: str) -> str:
    """What is said of the wording of one side: "held to be the original", or that a copy added what has no counterpart."""
    whole = None not in (change.left, change.right)
    if change.original == side:
        return (
            "held to be the original" if whole else ""
        )  # what the copy dropped stood in the original: no need to say so
    return "held to be added by the copy" if change.original and not whole else ""


def actor_sentence(actor: Actor) -> str:
    """Name, roles, other names."""
    roles = listed(dict.fromkeys(role_text(role) for role in actor.roles))
    names = f"; also {', '.join(actor.aliases)}" if actor.aliases else ""
    return f"{actor.name} ({', '.join(filter(None, [actor.kind, actor.country, roles]))}){names}"


def role_text(role: Role) -> str:
    """An office with whose it is and its dates, as the reports state them: "minister of Estonia (from 2021 on)"."""
    held = moment_text(Moment("", role.start, role.end, "stated")) if role.start or role.end else ""
    return " of ".join(filter(None, [role.role, role.organisation])) + (f" ({held})" if held else "")


def family_sentence(family: Family) -> str:
    """How many copies, how close, and the agency that they name."""
    copies = len(family.members) - 1
    kinds = listed(dict.fromkeys(kind for _, _, kind, _ in family.links))
    agency = f", from {family.agency}" if family.agency else ""
    return f"one origin, {counted(copies, 'copy')} ({kinds}){agency}" if copies else "one report, no copies"


def when(entry: Entry) -> str:
    """The day or interval of an entry in words, "" where none is known."""
    value = entry.value
    return day(value.as_of if isinstance(value, Figure) else getattr(value, "when", None))


def became(entry: Entry) -> list[str]:
    """What became of an appointment, by the line that tells it: "kept by ev-…, told as done for 26 January 2022"."""
    return [f"{one.relation} {one.id}, {one.because}" for one in entry.relations]


def history(entry: Entry) -> str:
    """scheduled (reported 29 December 2021) → happened (reported 31 December 2021)"""
    return " → ".join(
        f"{status}" + (f" (reported {day_text(published)})" if published else "")
        for published, status, _ in entry.history
    )
