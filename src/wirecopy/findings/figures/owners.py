"""Whose what is counted is: a nationality, an owner, or who has or sends it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from wirecopy.findings.counted import Counted, governor, listed, phrase, subject
from wirecopy.findings.figures.fates import fated, is_toll
from wirecopy.findings.numbers import Number
from wirecopy.findings.parties import Parties
from wirecopy.language.actors import gazetteer
from wirecopy.model import Actor, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_ANTECEDENT = 300  # characters before "its" in which somebody of its owner's is named


def whose(parties: Parties, number: Number, tokens: Tokens, measured: Counted) -> str | None:
    """Whose; of an institution that is called no more than "the central bank" that of the one country named before it."""
    found = _whose(parties, number, tokens, measured)
    if found is not None and found.lower() in listed("tallies") | listed(
        "levels"
    ):  # a noun that its capital makes a name
        return None
    if found is None or found.lower() not in listed("institutions"):
        return found
    text, end = parties.passage.report.text, tokens.start_char
    named = parties.within(text.rfind("\n", 0, end) + 1, end)
    countries = {m.actor.country for m in named if m.actor and m.actor.country}
    state = gazetteer.load().actors.get(countries.pop()) if len(countries) == 1 else None
    return f"{state.name}'s {found.lower()}" if state else found


def _whose(parties: Parties, number: Number, tokens: Tokens, measured: Counted) -> str | None:
    """Whose: a nationality or owner in the phrase, the "of" and "in" behind it, or who has or sends them."""
    words, head = measured
    span = parties.passage.span(words)
    inside = parties.within(min(span.start, number.start), span.end)
    if head.lower_ in listed("guests"):  # refugees are not their host's, whoever "refugees" alone are taken for
        inside = tuple(m for m in inside if not (m.actor and m.actor.anonymous and m.span == span))
    elif not inside and head.i < tokens.root.sent.start and (own := parties.at(head)) is not None:
        inside = (own,)  # asked for before: "How many Chadian soldiers are there?"
    elif not inside and (own := parties.at(head)) is not None and own.span.start <= number.start < own.span.end:
        inside = (own,)  # the 1,500 French soldiers
    if any(_is_ahead(parties, c) for c in head.children):
        inside = ()
    nationality = _nationality(words)
    doer = _doer(number, tokens, head)
    if doer is not None and _is_irregular(doer):
        inside = tuple(m for m in inside if m.actor and not m.actor.anonymous)
    if nationality or head.lower_ not in listed("forces"):  # of militants the state is only where they are
        inside = tuple(m for m in inside if m.actor and m.actor.kind != "group")
    state = nationality or next((name for m in inside if m.actor and (name := _state_or_name(m.actor))), None)
    if state:
        return state
    owners = [c for c in head.children if c.dep_ == "poss"]
    links = ("of",) if head.lower_ in listed("forces") | listed("people") or fated(measured) else ("of", "in")
    owners += [
        o
        for c in head.children
        if head.pos_ != "VERB" and c.dep_ == "prep" and c.lower_ in links
        for o in c.children
        if o.dep_ == "pobj"
    ]
    owners += [
        o for a in owners for c in a.children if c.dep_ == "prep" and c.lower_ in ("of", "in") for o in c.children
    ]
    owners = [o for o in owners if not _is_ahead(parties, o)]
    named = next((name for o in owners if (p := parties.named(o)) and (name := _state_or_name(p[0]))), None)
    if named:
        return named
    thing = next((o for o in owners if o.dep_ == "poss" and o.pos_ == "NOUN"), None)
    if thing is not None and number.start < head.idx:  # the country's 800,000 people, the ferry's 220 passengers
        return None if thing.lemma_.lower() in listed("polities") else phrase(thing).text
    if (
        doer is None
        or doer.pos_ not in ("NOUN", "PROPN", "PRON")
        or doer in words
        or doer in tokens
        or (head in doer.subtree and not _is_described(doer, head))
    ):
        return _attacker(parties, tokens) if head.lower_ in listed("forces") else None
    actor = parties.named(doer) or _teller(parties, doer)
    if actor and not number.start <= actor[1].start < number.end and not actor[1].start <= number.start < actor[1].end:
        if _is_irregular(doer) and actor[0].kind in ("state", "place"):  # the rebels in Kivu are not the Congo
            return doer.text
        state = _state(actor[0]) if head.lower_ in listed("forces") and not _is_irregular(doer) else None
        return state or actor[0].name
    return doer.text if _can_own(doer) else None


def _is_irregular(doer: Token) -> bool:
    """Are they fighters of no state: the rebels in Kivu have 3,000 men?"""
    return doer.lemma_.lower() in listed("irregulars")


def _can_own(doer: Token) -> bool:
    """Is it somebody, though no actor: rebels, the company; no response, scenario or volume?"""
    if doer.pos_ == "PRON" or doer.lower_ in listed("people"):
        return False
    return (
        doer.pos_ == "PROPN" or doer.tag_ == "NNS" or doer.lemma_.lower() in listed("owners") | listed("institutions")
    )


def _nationality(words: Tokens) -> str | None:
    """The state whose adjective stands in a measure: Chinese vessels."""
    adjectives = {said: code for code, said in gazetteer.adjectives().items()}
    code = next((adjectives[t.text] for t in words if t.text in adjectives), None)
    return gazetteer.load().actors[code].name if code else None


def _teller(parties: Parties, doer: Token) -> tuple[Actor, Span] | None:
    """Who says of himself that he has so many: "Kigali denies that it has 4,000 men there"."""
    verb = doer.head
    if doer.lower_ not in ("it", "they") or verb.dep_ != "ccomp":
        return None
    who = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    return parties.named(who) if who is not None else None


def _is_ahead(parties: Parties, owner: Token) -> bool:
    """Is "its" taken for somebody who is only named behind it: "5,000 of its soldiers were there, said the Malian envoy"?

    Where he is named before too, but as who tells ("Mali said that Chad had moved men"), the men are not his either.
    """
    found = parties.at(owner) if owner.tag_ == "PRP$" else None
    if found is None or found.actor is None:
        return False
    before = parties.within(owner.idx - _ANTECEDENT, owner.idx)
    own = [m for m in before if m.actor and m.actor.country and m.actor.country == found.actor.country]
    behind = parties.within(owner.idx + 1, owner.sent.end_char)
    if own and any(m.actor and m.actor.country == found.actor.country for m in behind):
        named = owner.doc.char_span(own[-1].span.start, own[-1].span.end, alignment_mode="expand")
        return named is not None and named.root.dep_ == "nsubj" and named.root.head.lemma_ in listed("counting")
    return not any(m.actor and m.actor.country == found.actor.country and m.actor.country for m in before) and not any(
        m.actor and m.actor.id == found.actor.id for m in before
    )


def _doer(number: Number, tokens: Tokens, head: Token) -> Token | None:
    """Who has, sends or orders what is counted; "the 300 soldiers whom Paris ordered home" too."""
    relative = relative_of(tokens)
    if relative is not None and relative.lemma_ in listed("having"):
        return next((c for c in relative.children if c.dep_ == "nsubj"), None)
    verb = governor(tokens.root)
    if verb is None or verb.lemma_ not in listed("having"):
        return None
    between = list(takewhile(lambda t: t != verb, head.ancestors))
    if any(
        (up.pos_ == "ADP" and up.lower_ in listed("aimed"))
        or is_toll(up.lemma_.lower())
        or up.lower_ in listed("letting go")
        for up in between
    ):  # "ordered the arrest of 14 people": they are not the court's
        return None
    told = any(c.dep_ == "dobj" and c.lemma_ in listed("numbers") for c in verb.children)  # gave the number as 90 dead
    set_to = verb.lemma_ in listed("setting") and tokens.root.head.lower_ in ("as", "at")
    if any(c.dep_ == "nsubjpass" for c in verb.children):  # elections were held in 32 provinces
        return next((o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None)
    doer = subject(verb)
    if doer is None or (doer.lemma_.lower() in listed("polls") | listed("tallies")):  # polls give him 44 percent
        return None
    if number.form == "share" and verb.lemma_ in listed("counting"):  # the fund expects growth of 3 percent
        return None
    if number.form == "duration" and verb.lemma_ in ("give", "grant"):  # gave the junta one week
        return next((c for c in verb.children if c.dep_ == "dative"), None)
    taken_in = verb.lemma_ in listed("taking in") and head.lower_ in listed("guests")
    return None if told or set_to or taken_in else doer


def _attacker(parties: Parties, tokens: Tokens) -> str | None:
    """Whose the forces of an attack are: "Moscow plans an offensive that could involve 9,000 troops"."""
    attack = next((up for up in tokens.root.ancestors if up.lemma_.lower() in listed("attacks")), None)
    for up in (attack, *attack.ancestors) if attack is not None else ():
        whose = [c for c in up.children if c.dep_ == ("poss" if up.pos_ == "NOUN" else "nsubj") and c != attack]
        if up.lemma_.lower() in listed("counting"):
            return None
        named = next((found for noun in whose if (found := parties.named(noun))), None)
        if named:
            return _state(named[0])
    return None


def relative_of(tokens: Tokens) -> Token | None:
    """The verb of the relative clause that a number's noun is the object of."""
    near = tokens.doc[tokens.end : tokens.end + 6]
    return next((t.head for t in near if t.tag_ in ("WP", "WDT") and t.dep_ == "dobj"), None)


def _is_described(doer: Token, head: Token) -> bool:
    """Does a relative clause tell of the doer what he has or sends: Biden, who ordered 7,000 troops to Germany?"""
    return any(verb.dep_ == "relcl" and verb.head == doer for verb in head.ancestors)


def _state(actor: Actor) -> str | None:
    """The name of an actor's state: whose the soldiers are whom its president sends."""
    state = gazetteer.load().actors.get(actor.country) if actor.country else None
    return state.name if state else None


def _state_or_name(actor: Actor) -> str | None:
    """The name of an actor; of an unnamed group ("Russian conscripts") its state's, if it has one."""
    if actor.kind != "group" and not actor.anonymous:
        return actor.name
    return _state(actor)
