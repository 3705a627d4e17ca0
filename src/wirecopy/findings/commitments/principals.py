"""For whom somebody commits himself: a spokesman's threat is his state's, "its ministry" that of the state before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from wirecopy.findings.commitments.drafts import Party, is_hand
from wirecopy.findings.voices import lists
from wirecopy.language.actors import gazetteer
from wirecopy.model import Actor, Passage, Span

_OWNED = re.compile(r"^(?:its|his|her|their)\s+", re.IGNORECASE)


def principal(passage: Passage, party: Party, teller: Actor | None = None) -> tuple[Actor, Actor | None]:
    """Who is bound by what a party says, and through whom it is said, if that is somebody else.

    A force is bound as the state or alliance that the report names beside it ("foreign NATO troops" are NATO's); an
    unnamed official, a ministry and a spokesman as those they speak for, where that is known.
    """
    actor, span = party
    if is_hand(actor):
        return _commander(passage, actor), None
    if teller is not None and teller.country and actor.anonymous and actor.name.lower() in lists("cabinets"):
        return gazetteer.load().actors.get(teller.country, actor), None  # "the coalition would", as its minister says
    through = owned(passage, actor, span)
    bound = _spoken_for(through)
    if bound is None:
        return through, None
    return bound, (None if through.kind == "place" else through)


def owned(passage: Passage, actor: Actor, span: Span | None, makers: Iterable[Actor] = ()) -> Actor:
    """ "Its foreign ministry" by the name of whose it is: a maker, else the first of its sentence, else the last before."""
    if not actor.anonymous or not _OWNED.match(actor.name) or span is None:
        return actor
    kinds = ("person",) if actor.name.lower().startswith(("his", "her")) else ("state", "organisation", "place")
    owner = next((maker for maker in makers if maker.kind in kinds and not maker.anonymous), None)
    owner = owner or _named_before(passage, span.start, kinds)
    if owner is None:
        return actor
    name = f"{owner.name}'s {_OWNED.sub('', actor.name)}"
    return replace(actor, id=f"group:{'-'.join(name.lower().split())}", name=name, country=owner.country)


def _named_before(passage: Passage, place: int, kinds: Collection[str]) -> Actor | None:
    tokens = passage.doc.char_span(place, place + 1, alignment_mode="expand")
    begin = tokens[0].sent.start_char if tokens is not None and len(tokens) else place
    before = [m for m in passage.mentions if m.span.end <= place and m.actor and m.actor.kind in kinds]
    named = [m for m in before if not (m.actor is None or m.actor.anonymous)]
    here = min((m for m in named if m.span.start >= begin), key=lambda m: m.span.start, default=None)
    last = max((m for m in named if m.span.start < begin), key=lambda m: m.span.start, default=None)
    if here is None and last is not None and "\n" in passage.report.text[last.span.end : begin]:
        return None
    found = here or last
    return found.actor if found is not None else None


def _commander(passage: Passage, hand: Actor) -> Actor:
    named = (m.actor for m in passage.mentions if m.actor and m.actor.kind in ("state", "organisation"))
    words = set(hand.name.split())
    return next(
        (a for a in named if a.name in words or (a.kind == "state" and a.country == hand.country is not None)),
        gazetteer.load().actors.get(hand.country or "", hand),
    )


def _spoken_for(actor: Actor) -> Actor | None:
    """The state of an unnamed official or a ministry, the body of a spokesman; None where somebody speaks for himself."""
    last = actor.name.lower().split()[-1]
    if actor.kind == "place" and actor.country:
        return gazetteer.load().actors.get(actor.country)  # a capital by which the state is meant
    if (actor.anonymous and last in lists("mouths")) or (actor.kind != "person" and last in lists("offices")):
        return gazetteer.load().actors.get(actor.country) if actor.country else None
    if actor.kind != "person":
        return None
    if actor.anonymous:
        speaks = lists("spokesmen") & set(actor.name.lower().split())
        return gazetteer.load().actors.get(actor.country) if speaks and actor.country else None
    told = gazetteer.load().actors.get(actor.id)
    roles = [*actor.roles[:1], *(told.roles[:1] if told is not None else ())]
    body = next(
        (r.organisation for r in roles if set(r.role.lower().split()) & lists("spokesmen") and r.organisation), None
    )
    known = next((a for a in gazetteer.load().actors.values() if a.name == body), None) if body else None
    return (_spoken_for(known) or known) if known is not None else None
