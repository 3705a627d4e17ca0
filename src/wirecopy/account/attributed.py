"""On whose word alone an event stands: "(according to Chad's army)" behind the line's own words."""

from __future__ import annotations

import re

from wirecopy.model import Actor, Entry, Event

# A teller whose description points at somebody else tells a reader of one line nothing: "one of its officials".
POINTING = re.compile(r"\b(?:its|his|her|their|our|my)\b", re.IGNORECASE)

# Acts that answer somebody: that his demand is refused is not his word.
ANSWERING = frozenset({"ACCUSE", "REJECT"})
NEGATED = re.compile(r"\b(?:not|no|never|n[’']t|nobody|none|nothing|den(?:y|ies|ied))\b")


def teller(entry: Entry) -> Actor | None:
    """Who tells of an event where no report tells it in its own voice; None where one does, or the words name who says it.

    Who tells of his own deed is the doer that the line shows. One side's claim about the other would be read as a fact else.
    """
    event = entry.value
    if not isinstance(event, Event) or not all(getattr(one.finding, "said_by", ()) for one in entry.claims):
        return None
    shown = (one.finding for one in entry.claims if isinstance(one.finding, Event) and one.finding.what == event.what)
    told_by = next(shown, event).said_by
    # Of "Berg claimed that Paz had said" it is Berg's word; of what an agency was told, whoever told it.
    people = [actor for actor in told_by if actor.kind != "organisation"]
    one = next(iter(people[-1:] or told_by), None)
    own = (*event.who, *event.whom) if event.act in ANSWERING else event.who
    if one is None or one.id in {actor.id for actor in own} or POINTING.search(one.name):
        return None
    last = one.name.split()[-1]
    return None if event.what and re.search(rf"\b{re.escape(last)}\b", event.what) else one


def attribution(entry: Entry) -> str:
    """Who tells it, as it is shown behind the words of an event; "" where nobody has to be named."""
    one, event = teller(entry), entry.value
    if one is None or not isinstance(event, Event):
        return ""
    denies = event.status == "denied" and not NEGATED.search(event.what or "")
    return f" (denied by {one.name})" if denies else f" (according to {one.name})"
