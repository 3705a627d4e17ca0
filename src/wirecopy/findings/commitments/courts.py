"""Who is brought before a court, a council or to account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirecopy.findings.voices import lists

if TYPE_CHECKING:
    from spacy.tokens import Token


def sues(verb: Token) -> bool:
    """Is another brought before a court or the Security Council: go to the council, take it to court?"""
    links = (c for c in verb.children if c.lower_ in ("to", "before") and c.i > verb.i)
    goals = (o for c in links for o in c.children if o.dep_ == "pobj")
    return verb.lemma_ in lists("suing") and any({o.lemma_.lower(), o.lower_} & lists("courts") for o in goals)


def is_brought(verb: Token) -> bool:
    """Is somebody brought to justice, or to account?"""
    goals = (o for c in verb.children if c.lower_ == "to" for o in c.children)
    return verb.lemma_ in ("bring", "call", "hold") and any(o.lower_ in ("justice", "account", "book") for o in goals)
