"""What befell those who are counted: "198 people had been killed" counts people killed, not people."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wirecopy.findings.counted import Counted, governor, listed
from wirecopy.words import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

PENALTY = 16  # words between sanctions and the last of those whom they are against
_SUFFERS = frozenset(("nsubjpass", "conj", "appos", "advcl"))
_HELD = frozenset(("nsubj", "nsubjpass", "dobj"))


@cache
def _fates() -> dict[str, str]:
    """Verb or noun → the fate that it tells of (`fates` of `words/figures.yml`)."""
    return {word: fate for fate, words in load("figures")["fates"].items() for word in words}


def fate(tokens: Tokens, measured: Counted) -> str | None:
    """What the counted suffered or did, in one word; None where the measure says it or nothing befell them."""
    over = governor(tokens.root)
    if over is not None and over.lemma_ in listed("saving") and measured.head.lemma_ == "life":
        return "saved"  # lives saved are none lost
    if fated(measured):
        return None
    if _is_penalised(measured.head):
        return "sanctioned"
    told = next(
        (c for c in measured.head.children if c.dep_ == "acl" and c.lemma_ in _fates() and not _has_object(c)), None
    )
    verb = told if told is not None else _verb(tokens)
    if verb is not None:
        return _word(verb)
    if _is_driven_out(tokens):
        return "displaced"
    behind = tokens.doc[tokens.end : tokens.end + 1].text.lower()
    if behind in load("figures")["fates"]["required"]:
        return "required"
    return _drill(tokens) or _alert(tokens, measured) or _turnout(tokens, measured)


def _is_penalised(head: Token) -> bool:
    """Are sanctions on or against so many: "sanctions on the ministry and against eight men"?"""
    below = next((up for up in (head, *head.ancestors) if up.dep_ == "pobj"), None)
    if below is None or below.head.lower_ not in ("on", "against"):
        return False
    before = head.doc[max(head.sent.start, below.head.i - PENALTY) : below.head.i]
    named = next((t.i for t in reversed(before) if t.lemma_.lower() in listed("penalties")), None)
    return named is not None and not any(t.pos_ == "VERB" for t in head.doc[named : below.head.i])


def _is_driven_out(tokens: Tokens) -> bool:
    """Are so many driven or forced from their homes?"""
    verb = governor(tokens.root)
    if verb is None or verb.lemma_ not in listed("driving out"):
        return False
    below = [o for c in verb.children if c.lower_ in ("from", "out") for o in c.subtree]
    return any(o.lemma_.lower() in ("home", "house") and o.i > tokens.start for o in below)


def _turnout(tokens: Tokens, measured: Counted) -> str | None:
    """That the counted voted: "a turnout of 2 million people", "2 million Chadians took part in the referendum"."""
    head, verb = measured.head, governor(tokens.root)
    anybody = head.lower_ in ("people", "voters", "citizens")
    if verb is not None and verb.lemma_ == "vote" and verb.tag_ in ("VBD", "VBN") and head.lower_ in listed("voters"):
        ways: dict[str, str] = load("figures")["ways of voting"]
        return next((ways[c.lower_] for c in verb.doc[verb.i + 1 : verb.i + 5] if c.lower_ in ways), None)
    if head.i < tokens.end or not (anybody or head.pos_ == "PROPN"):
        return None
    beside = [*verb.children] if verb is not None else []
    if any(t.lemma_.lower() == "turnout" for t in (head.head.head, *(c for c in beside if c.i < tokens.start))):
        return "voted"
    doer = any(c.dep_ == "nsubj" and (c == tokens.root or c in tokens.root.ancestors) for c in beside)
    if verb is None or not doer:
        return None
    # Members of a party who vote are those of one side.
    return "voted" if (verb.lemma_ == "vote" and anybody) or _takes_part(verb) else None


def _takes_part(verb: Token) -> bool:
    """Does it tell of a part in a poll: "took part in it", "a vote on 3 May, in which 40,000 people took part"?"""
    part = next((c for c in verb.children if c.lower_ == "part"), None)
    if part is None:
        return False
    below = (c for one in (verb, part) for c in one.children if c.lower_ == "in")
    polls = [o for c in below for o in c.children if o.dep_ == "pobj"]
    sentence = verb.sent
    which = next((t.i for t in sentence if t.lower_ == "which" and sentence.start < t.i < verb.i), sentence.start)
    polls += verb.doc[max(sentence.start, which - 8) : which]
    return any(o.lemma_.lower() in listed("ballotings") for o in polls)


def _drill(tokens: Tokens) -> str | None:
    """That the counted train: "3,000 soldiers began exercises", "are taking part in a drill"."""
    verb = governor(tokens.root)
    if verb is None or not any(
        c.dep_ == "nsubj" and (c == tokens.root or c in tokens.root.ancestors) for c in verb.children
    ):
        return None
    near = [c for c in verb.children if c.dep_ in ("dobj", "prep")]
    near += [o for c in near for o in c.children if o.dep_ in ("prep", "pobj")]
    near += [o for c in near if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    drills = load("figures")["drills"]
    part = verb.lemma_ in ("begin", "start", "hold", "conduct", "participate", "take")
    return "exercising" if part and any(c.lemma_.lower() in drills for c in near) else None


def _alert(tokens: Tokens, measured: Counted) -> str | None:
    """That the counted wait to be sent: "800 soldiers were put on heightened alert", "keeps 800 soldiers on standby"."""
    verb = governor(tokens.root)
    held = verb is not None and any(
        c.dep_ in _HELD and (c == tokens.root or c in tokens.root.ancestors) for c in verb.children
    )
    near = [measured.head, *([verb] if verb is not None and held else [])]
    states = (o for up in near for c in up.children if c.lower_ == "on" for o in c.children if o.dep_ == "pobj")
    return "alerted" if any(state.lemma_.lower() in load("figures")["alerts"] for state in states) else None


def fated(measured: Counted) -> bool:
    """Does the measure itself say what befell them: 24 dead, 6,000 lives?"""
    return any(t.lemma_.lower() in _fates() or t.lower_ in _fates() for t in measured.words)


def is_toll(told: str | None) -> bool:
    """Is it a fate that befalls people, whose count only grows; not that they came back or train?"""
    return _fates().get(told or "", told) in load("figures")["tolls"]


def of_question(sentence: Tokens) -> str | None:
    """The fate that a question asks for: "How many soldiers have died?"."""
    verb = next((t for t in sentence if t.pos_ == "VERB" and t.lemma_ in _fates()), None)
    return _word(verb) if verb is not None else None


def _verb(tokens: Tokens) -> Token | None:
    """The verb of a fate whose sufferer is the number with its noun."""
    verb = governor(tokens.root)
    if verb is None or _told(verb) not in _fates() or (_fates()[_told(verb)] == "crossed" and verb.tag_ == "VBG"):
        return None
    below = next((t for t in (tokens.root, *tokens.root.ancestors) if t.head == verb), None)
    if below is None:
        return None
    passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.dep_ == "acl"
    if below.dep_ == "nsubj":
        does = _fates()[_told(verb)] in ("fled", "displaced", "crossed")
        return verb if does or passive or not _has_object(verb) else None
    return verb if below.dep_ in _SUFFERS or (below.dep_ == "dobj" and not _is_left(verb)) else None


def _told(verb: Token) -> str:
    """The verb by which a fate is known, with its particle where both are one: cut off."""
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")), "")
    return f"{verb.lemma_} {particle}" if f"{verb.lemma_} {particle}" in _fates() else verb.lemma_


def _has_object(verb: Token) -> bool:
    """Does the verb tell what its subject did to others: 12 gunmen killed the mayor?"""
    return any(c.dep_ == "dobj" for c in verb.children)


def _is_left(verb: Token) -> bool:
    """Is it a verb whose object is a place: left the city, fled the camp?"""
    return _fates()[_told(verb)] in ("fled", "crossed")


def _word(verb: Token) -> str:
    """The verb as a participle; who flees a home is displaced, wherever the home was."""
    if any(c.dep_ == "dobj" and c.lemma_.lower() in ("home", "house") for c in verb.children):
        return "displaced"
    kind = _fates()[_told(verb)]
    if " " in kind:
        return kind
    done = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and kind in load("figures")["tolls"])
    if verb.lemma_ == "leave" and not done:  # peacekeepers who will leave do not flee
        return "leaving"
    return verb.lower_ if done else kind
