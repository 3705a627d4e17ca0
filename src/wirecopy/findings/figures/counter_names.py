"""Under which name somebody who gives a figure is shown: the person beside a description, the state of "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from wirecopy.findings.counted import listed
from wirecopy.findings.parties import Parties
from wirecopy.language.actors import gazetteer
from wirecopy.model import Actor, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART = re.compile(r",\s+(?:(?:the|an?|its|his|her|their)\s+|[\w.]+(?:['’]s?)\s+)?")
_AS_OF = re.compile(r"\s+as\s+(?:of|at)\b.*|,?\s+of\s+(?:about\s+|some\s+)?\d[\d,.]*$")


def of_state(given: tuple[Actor, ...], whose: str | None, before: Iterable[Actor]) -> tuple[Actor, ...]:
    """The counters, an institution that is called no more than "the government" or "the ministry" as that of a state.

    That is the state that has or sends what is counted ("Norway will send 2,000, the government said"), else the one of
    those who gave the number `before` this one, if that is one state.
    """
    if not any(_is_stateless(actor) for actor in given):
        return given
    states = gazetteer.load().actors
    country = (
        next((a.country for a in states.values() if a.kind == "state" and a.name == whose), None) if whose else None
    )
    earlier = {actor.country for actor in before if actor.country}
    country = country or (earlier.pop() if len(earlier) == 1 else None)
    state = states.get(country) if country else None
    return tuple(_of_one(actor, state) if _is_stateless(actor) else actor for actor in given) if state else given


def _is_stateless(actor: Actor) -> bool:
    """Is it an institution whose state is not told?"""
    return actor.anonymous and not actor.country and actor.name.split()[-1].lower() in listed("institutions")


def _of_one(actor: Actor, state: Actor) -> Actor:
    name = f"{state.name}'s {actor.name.removeprefix('the ')}"
    return replace(actor, id=f"group:{'-'.join(name.lower().split())}", name=name, country=state.country)


def party(parties: Parties, noun: Token | None) -> Actor | None:
    """The actor of a noun, by name where the noun only describes it; "his agency" by him whose it is."""
    found = parties.party(noun) if noun is not None else None
    if noun is None or found is None:
        return None
    actor = named(parties, *found)
    his = next((c for c in noun.children if c.tag_ == "PRP$"), None)
    holder = parties.named(his) if his is not None and actor.anonymous and len(actor.name.split()) == 1 else None
    if holder is None or holder[0].anonymous:
        return actor
    name = f"{holder[0].name}'s {actor.name}"
    return replace(actor, id=f"group:{'-'.join(name.lower().split())}", name=name, country=holder[0].country)


def named(parties: Parties, actor: Actor, span: Span | None) -> Actor:
    """The person that a description stands beside: Ana Paz, the bloc's envoy; the envoy, Ana Paz. Else the words, undated."""
    if span is None or not actor.anonymous or _is_institution(actor):
        return actor
    text = parties.passage.report.text
    near = [m for m in parties.within(span.start - 40, span.end + 3) if m.actor and m.actor.kind == "person"]
    near += [m for m in parties.within(span.end, span.end + 3) if m.actor and m.actor.kind == "organisation"]
    beside = (
        m.actor
        for m in near
        if _APART.fullmatch(text, m.span.end, span.start)
        or (m.span.start >= span.end and text[span.end : m.span.start].strip() in ("", ","))
    )
    found = next((person for person in beside if person is not None and not person.anonymous), None)
    name = _AS_OF.sub("", actor.name)
    undated = actor if name == actor.name else replace(actor, name=name, id=f"group:{'-'.join(name.lower().split())}")
    return found or undated


def _is_institution(actor: Actor) -> bool:
    """Is it "the army in Lima", which describes no person: "is moving 20 tanks to Boa Vista, the army in Lima said"?"""
    return re.split(r" (?:in|of) ", actor.name.lower())[0].split()[-1:] in [[word] for word in listed("institutions")]
