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


def refers(verb: Token) -> bool:
    """Is a matter brought before a court or a council: take the dispute to the council, raise the issue at the union?"""
    matter = any(c.dep_ == "dobj" and c.lemma_.lower() in lists("matters") for c in verb.children)
    near = (*verb.children, *(c for o in verb.children if o.dep_ == "dobj" for c in o.children))
    links = (c for c in near if c.lower_ in ("to", "before", "at", "with", "in") and c.i > verb.i)
    goals = [o for c in links for o in c.children if o.dep_ == "pobj"]
    forums = lists("courts") | lists("forums")
    return (
        matter
        and verb.lemma_ in lists("referring")
        and any({o.lemma_.lower(), o.lower_} & forums or o.pos_ == "PROPN" for o in goals)
    )


def is_brought(verb: Token) -> bool:
    """Is somebody brought to justice, or to account?"""
    goals = (o for c in verb.children if c.lower_ == "to" for o in c.children)
    return verb.lemma_ in ("bring", "call", "hold") and any(o.lower_ in ("justice", "account", "book") for o in goals)
